"""The values of an action, read from texts and messages that nobody vouches for, and written as an address has them."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import dropwhile
from math import isfinite

from cypher.facets import Facet
from explorer.render.picture_style import Marked
from explorer.state.action import LONGEST_TEXT, Action
from explorer.state.actions import (
    LIMITS,
    Layout,
    Move,
    Way,
)

MOST_AT_ONCE = 400
"""Things that one action is done to."""
FARTHEST = 999_999
"""Pixels from the middle."""
NUMBERS = ("x", "y", "depth", "longer", "alone")
"""The fields that hold whole numbers."""


def read_action(kind: type[Action] | None, given: Mapping[str, object]) -> Action | None:
    """An action of values that nobody vouches for; None unless each fits, none is missing, and there is no other."""
    if kind is None or given.keys() - {f.name for f in fields(kind)}:
        return None
    values: dict[str, object] = {}
    for field in fields(kind):
        if field.name not in given:
            if field.default is MISSING:
                return None
            continue
        given_value, may_be_empty = given[field.name], field.default is not MISSING
        if field.name == "also":
            value: object = _read_places(given_value) if kind is Move else _read_items(given_value)
        else:
            value = _read_value(field.name, given_value, may_be_empty=may_be_empty)
        if value is None:
            return None
        values[field.name] = value
    action = kind(**values)
    return action if action.makes_sense else None


def read_values(kind: type[Action] | None, given: Sequence[str]) -> Action | None:
    """The same of texts in the order of the fields, as an address has them; those beyond are further things."""
    names = [f.name for f in fields(kind)] if kind else []
    single = [name for name in names if name != "also"]
    rest = list(given[len(single) :])
    values: dict[str, object] = dict(zip(single, given, strict=False))
    if rest:
        values["also"] = rest
    return read_action(kind, values) if "also" in names or not rest else None


def write_values(action: Action) -> tuple[str, ...]:
    """What `read_values` reads; what is as usual at the end is left out."""
    pairs = [(f.default, getattr(action, f.name)) for f in fields(action) if f.name != "also"]
    also: tuple[str, ...] = getattr(action, "also", ())
    told = pairs if also else [*dropwhile(lambda pair: pair[0] == pair[1], reversed(pairs))][::-1]
    return (*(str(value) for _, value in told), *also)


def _read_value(name: str, value: object, *, may_be_empty: bool) -> object | None:
    if name in NUMBERS:
        return _read_number(value)
    if name == "most":
        most = _read_number(value)
        return most if most in LIMITS else None
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not (value or may_be_empty):
        return None
    if name == "way":
        return Way(value) if value in tuple(Way) else None
    if name == "kind":
        return Layout(value) if value in tuple(Layout) else None
    if name == "which":
        return Marked(value) if value in tuple(Marked) else None
    if name == "facet":
        return value if value in ("", *Facet) else None
    return value


def _read_items(given: object) -> tuple[str, ...] | None:
    """Ids, each once."""
    if not isinstance(given, list | tuple) or len(given) > MOST_AT_ONCE:
        return None
    if not all(isinstance(item, str) and 0 < len(item) <= LONGEST_TEXT for item in given):
        return None
    return tuple(dict.fromkeys(given))


def _read_places(given: object) -> tuple[str, ...] | None:
    """Ids, each followed by the place to which it was dragged."""
    if not isinstance(given, list | tuple) or len(given) % 3 or len(given) > 3 * MOST_AT_ONCE:
        return None
    read: list[str] = []
    for item, x, y in zip(given[::3], given[1::3], given[2::3], strict=True):
        across, down = _read_number(x), _read_number(y)
        if not isinstance(item, str) or not 0 < len(item) <= LONGEST_TEXT or across is None or down is None:
            return None
        read += (item, str(across), str(down))
    return tuple(read)


def _read_number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return round(number) if isfinite(number) and abs(number) <= FARTHEST else None
