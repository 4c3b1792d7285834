"""What a set has already of an article that was just brought in, in a few lines; the draft has it place by place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.text import count_things, shorten

if TYPE_CHECKING:
    from loader.draft import Draft

MOST, LONGEST = 3, 120


@dataclass(frozen=True)
class InShort:
    """Of all places together. Nothing of it is a finding: no record rests on the article yet.

    `names`: ids of nodes of the set; `new_names`: what looks like a name and is none of the set's; `same_figures`: by
    deal, the figure that stands in the article, too; `disputes`: by id what those ask that it may touch.
    """

    names: tuple[str, ...]
    new_names: tuple[str, ...]
    same_figures: dict[str, str]
    disputes: dict[str, str]
    new_figures: tuple[str, ...]


def put_in_short(draft: "Draft") -> InShort:
    """Gather what a draft says of its places, each thing once, in the order of the article."""
    same = {s.deal.id: s.figure for p in draft.places for s in p.deals if s.figure is not None}
    there = {(a.value, a.unit) for p in draft.places for s in p.deals if s.figure and (a := s.deal.amount)}
    figures = (a.amount for p in draft.places for a in p.amounts)
    return InShort(
        tuple(dict.fromkeys(i for p in draft.places for n in p.names for i in n.ids)),
        tuple(dict.fromkeys(n.written for p in draft.places for n in p.new_names)),
        same,
        {d.id: d.question for p in draft.places for d in p.disputes},
        tuple(dict.fromkeys(str(f) for f in figures if (f.value, f.unit) not in there)),
    )


def tell_in_short(found: InShort) -> Iterator[str]:
    """A line a kind; what there is none of is not told."""
    same = [f"{deal} ({figure})" for deal, figure in found.same_figures.items()]
    disputes = [f"{i}: {question}" for i, question in found.disputes.items()]
    yield from _list("may confirm {}, which have a figure of it", "deal", same)
    yield from _list("may touch {}", "dispute", disputes)
    yield from _list("names {} of the set", "node", found.names)
    yield from _list("has {} that no deal of the set has", "figure", found.new_figures)
    yield from _list("has {} that are none of the set's", "name", found.new_names)
    yield (
        "no record rests on it yet: once some do, `lodegraph load`, or `lodegraph diff` before, says what it confirms, "
        "contradicts and adds"
    )


def _list(heading: str, what: str, told: Sequence[str]) -> Iterator[str]:
    if told:
        more = f" and {len(told) - MOST:,} more" if len(told) > MOST else ""
        shown = ", ".join(shorten(one, LONGEST) for one in told[:MOST])
        yield f"{heading.format(count_things(len(told), what))}: {shown}{more}"
