"""What an article brought, in words and as a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ledger.text import count_things, shorten

if TYPE_CHECKING:
    from cypher.results import Value
    from loader.brought import Brought

LONGEST = 160


def brought_as_text(brought: "Iterable[Brought]", most: int) -> Iterator[str]:
    """A paragraph an article."""
    for one in brought:
        yield f"what {one.name} ({one.article}) brings:"
        yield from _list("confirms {}, by an origin of its own", "fact", one.confirms, most)
        yield from _list("repeats {}, whose origin was there already", "fact", one.repeats, most)
        disputes = [f"{i}: {question}" for i, question in one.new_disputes.items()]
        yield from _list("contradicts: {}", "new dispute", disputes, most)
        readings = [f"{i}: {says}" for i, says in one.new_readings.items()]
        yield from _list("contradicts: {} of disputes that were there", "new reading", readings, most)
        restated = [
            f"{r.id}: {', '.join(f'{name} {_tell(was)} → {_tell(now)}' for name, (was, now) in r.values.items())}"
            for r in one.restated
        ]
        yield from _list("tells {} otherwise than before", "fact", restated, most)
        for group, ids in one.adds.items():
            yield from _list(f"adds {{}} of {group}", "fact", ids, most)
        yield from _list("adds {}", "figure", one.figures, most)
        yield from _list("adds {}", "claim", one.claims, most)


def brought_as_json(brought: "Iterable[Brought]") -> list[dict[str, object]]:
    """The same, by the names of the fields."""
    return [asdict(one) for one in brought]


def _list(heading: str, what: str, told: Sequence[str], most: int) -> Iterator[str]:
    if not told:
        return
    yield f"  {heading.format(count_things(len(told), what))}:"
    yield from (f"    {shorten(one, LONGEST)}" for one in told[:most])
    if len(told) > most:
        yield f"    and {len(told) - most:,} more (--max-rows)"


def _tell(value: "Value") -> str:
    if value is None:
        return "nothing"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
