"""Names that a node had for a time, in words."""

from collections.abc import Mapping
from itertools import zip_longest

from cypher.model.properties import FORMER_NAMES
from cypher.results import Value, texts
from ledger.dates import format_date

NAMES, SINCE, UNTIL = (p.name for p in FORMER_NAMES)


def describe_former_names(properties: Mapping[str, Value]) -> tuple[str, ...]:
    """Each with its time, as far as that is told: `Old Name Ltd (1998 to 2012)`."""
    names, since, until = (_in_order(properties.get(name)) for name in (NAMES, SINCE, UNTIL))
    times = zip_longest(since[: len(names)], until[: len(names)], fillvalue="")
    return tuple(_with_time(*one) for one in zip_longest(names, [_spell_time(*t) for t in times], fillvalue=""))


def _in_order(value: Value) -> tuple[str, ...]:
    """A list as it stands, whatever somebody else put there."""
    return tuple("" if v is None else str(v) for v in value) if isinstance(value, list | tuple) else texts(value)


def _with_time(name: str, time: str) -> str:
    return f"{name} ({time})" if time else name


def _spell_time(since: str, until: str) -> str:
    if since and until:
        return f"{format_date(since)} to {format_date(until)}"
    return f"from {format_date(since)}" if since else f"until {format_date(until)}" if until else ""
