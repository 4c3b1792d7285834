"""What an article brought, in words and as a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from ledger.text import count_things, shorten

if TYPE_CHECKING:
    from cypher.results import Value
    from loader.brought import Brought

LONGEST = 160


def brought_as_text(brought: "Iterable[Brought]", most: int, remedy: str = "--max-rows") -> Iterator[str]:
    """A paragraph an article. `most`: ids that are told of a kind; `remedy`: how to see the rest."""
    listed = partial(_list, most=most, remedy=remedy)
    for one in brought:
        if not one.has_any:
            yield f"what {one.name} ({one.article}) brings: nothing yet, no record rests on it"
            continue
        yield f"what {one.name} ({one.article}) brings:"
        yield from listed("confirms {}, by an origin of its own", "fact", one.confirms)
        yield from listed("repeats {}, whose origin was there already", "fact", one.repeats)
        disputes = [f"{i}: {question}" for i, question in one.new_disputes.items()]
        yield from listed("contradicts: {}", "new dispute", disputes)
        readings = [f"{i}: {says}" for i, says in one.new_readings.items()]
        yield from listed("contradicts: {} of disputes that were there", "new reading", readings)
        restated = [
            f"{r.id}: {', '.join(f'{name} {_tell(was)} → {_tell(now)}' for name, (was, now) in r.values.items())}"
            for r in one.restated
        ]
        yield from listed("tells {} otherwise than before", "fact", restated)
        for group, ids in one.adds.items():
            yield from listed(f"adds {{}} of {group}", "fact", ids)
        yield from listed("adds {}", "figure", one.figures)
        yield from listed("adds {}", "claim", one.claims)


def brought_as_json(brought: "Iterable[Brought]") -> list[dict[str, object]]:
    """The same, by the names of the fields."""
    return [asdict(one) for one in brought]


def _list(heading: str, what: str, told: Sequence[str], *, most: int, remedy: str) -> Iterator[str]:
    if not told:
        return
    yield f"  {heading.format(count_things(len(told), what))}:"
    yield from (f"    {shorten(one, LONGEST)}" for one in told[:most])
    if len(told) > most:
        yield f"    and {len(told) - most:,} more ({remedy})"


def _tell(value: "Value") -> str:
    if value is None:
        return "nothing"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
