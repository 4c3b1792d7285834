"""How a difference is told: by kind, with ids, no more than a few of each unless all are asked for."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ledger.text import count_things, list_some, shorten

if TYPE_CHECKING:
    from cypher.saved.answer_all import Moved
    from loader.difference import Difference, Differs

MOST = 10
"""Ids of one kind, and rows of one answer, that are told at first."""


def difference_as_text(difference: "Difference", most: int = MOST) -> str:
    """A paragraph a kind and change, then the counts."""
    lines = [line for group, some in _groups(difference) for line in _tell(group, list(some), most)]
    counts = difference.counts
    for is_relationship, what in ((False, "nodes"), (True, "relationships")):
        number = {str(change): n for (of, change), n in counts.items() if of is is_relationship}
        told = "  ".join(f"{number.get(change, 0):6} {change}" for change in ("created", "changed", "removed"))
        lines.append(f"{what:14}{told}")
    return "\n".join(lines)


def moved_as_text(moved: "Iterable[Moved]", most: int = MOST) -> Iterator[str]:
    """A paragraph a saved query whose answer is another."""
    for one in moved:
        cut = ", of the first rows of each" if one.is_cut else ""
        yield f"{one.query}: {count_things(len(one.come), 'row')} come, {len(one.go)} go{cut}"
        for sign, rows in (("+", one.come), ("-", one.go)):
            yield from (f"  {sign} {shorten(' | '.join(row), 160)}" for row in rows[:most])
            if len(rows) > most:
                yield f"  {sign} and {len(rows) - most} more"


def difference_as_json(difference: "Difference", moved: "Iterable[Moved] | None") -> dict[str, object]:
    """The same as a document; `answers` only where they were asked for."""
    told: dict[str, object] = {
        "differs": [
            {"of": "relationship" if d.is_relationship else "node", "kind": d.group, "change": str(d.change),
             "id": d.id, "fields": list(d.fields)}
            for d in difference.differs
        ],
        "left": difference.left,
    }  # fmt: skip
    if moved is not None:
        told["answers"] = [
            {"query": m.query, "come": list(map(list, m.come)), "go": list(map(list, m.go)), "cut": m.is_cut}
            for m in moved
        ]
    return told


def _groups(difference: "Difference") -> "Iterator[tuple[Differs, Iterator[Differs]]]":
    for _, some in groupby(difference.differs, lambda d: (d.is_relationship, d.group, d.change)):
        members = list(some)
        yield members[0], iter(members)


def _tell(first: "Differs", some: "list[Differs]", most: int) -> Iterator[str]:
    yield f"{first.group}, {len(some):,} {first.change}:"
    for d in some[:most]:
        yield f"  {d.id}" + (f": {list_some(d.fields, MOST)}" if d.fields else "")
    if len(some) > most:
        yield f"  and {len(some) - most:,} more (--max-rows)"
