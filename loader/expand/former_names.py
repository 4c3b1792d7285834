"""Names that something had for a time: written as one list of names with their time, kept as lists side by side."""

from collections.abc import Iterable, Iterator

from cypher.model.labels import LABELS
from cypher.model.properties import FORMER_NAMES
from cypher.results import Value
from ledger.dates import BadDate, check_date, find_first_day, find_last_day
from ledger.ids import split_kind
from ledger.names import plain_words
from loader.expand.shapes import FormerNameShape, NodeShape
from loader.records import Problem, Severity, Spot

KEPT = tuple(p.name for p in FORMER_NAMES)
"""The lists side by side: the names, their beginnings, their ends."""
FIELD, SINCE, UNTIL = KEPT
WITH_FORMER_NAMES = frozenset(n.kind for n in LABELS if n.property(FIELD))


def list_former_names(shape: NodeShape) -> dict[str, Value]:
    """The properties in which they are kept; an empty text stands for a beginning or end that is not told."""
    if not shape.former_names:
        return {}
    names: dict[str, Value] = {FIELD: [f.name for f in shape.former_names]}
    if split_kind(shape.id) not in WITH_FORMER_NAMES:
        return names
    since, until = ([getattr(f, end) or "" for f in shape.former_names] for end in ("since", "until"))
    return names | ({SINCE: since, UNTIL: until} if any((*since, *until)) else {})


def check_former_names(shape: NodeShape, written: Iterable[str], spot: Spot) -> Iterator[Problem]:
    """What cannot be in their time, and what is no former name; `written`: the further fields of the record."""
    for field in (name for name in written if name in (SINCE, UNTIL)):
        remedy = f"write `{FIELD}: [{{name: …, {field.removeprefix(f'{FIELD}_')}: …}}]`"
        yield Problem(spot.at(field).where, field, f"is written in each of the `{FIELD}` of {shape.id}", remedy)
    for number, former in enumerate(shape.former_names):
        here = spot.at(FIELD, number)
        yield from _in_its_time(former, here, shape.id)
        yield from _no_former_name(former, here, shape)


def _in_its_time(former: FormerNameShape, here: Spot, owner: str) -> Iterator[Problem]:
    sound = True
    for end, day in (("since", former.since), ("until", former.until)):
        try:
            check_date(day or "2000")
        except BadDate as error:
            sound = False
            yield Problem(here.at(end).where, f"{FIELD}.{end}", f"{error.what} in {owner}", error.remedy)
    if sound and former.since and former.until and find_last_day(former.until) < find_first_day(former.since):
        what = f"{former.until} is before since, {former.since}, of '{former.name}' in {owner}"
        yield Problem(here.at("until").where, f"{FIELD}.until", what, "correct one of the two")


def _no_former_name(former: FormerNameShape, here: Spot, shape: NodeShape) -> Iterator[Problem]:
    where, field = here.at("name").where, f"{FIELD}.name"
    also_named = (shape.__pydantic_extra__ or {}).get("also_named")
    others = [n for n in also_named if isinstance(n, str)] if isinstance(also_named, list) else []
    words = plain_words(former.name)
    if words == plain_words(shape.name) and former.until is None:
        what, remedy = f"'{former.name}' is the name of {shape.id} today", "write `until`, or take it out"
        yield Problem(where, field, what, remedy, Severity.WARNING)
    elif any(words == plain_words(other) for other in others):
        what = f"'{former.name}' stands under `also_named` of {shape.id} too"
        yield Problem(where, field, what, "take it out there where it is used no longer", Severity.WARNING)
