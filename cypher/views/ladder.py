"""The ladder of commitment: sums of one unit and one side by how far the money has come, from intended to paid out.

Each rung is a sum as the totals have it. Rungs are steps of different deals and are never added to one another; what
stands in no sum stands beside the ladder, with its reason.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from cypher.deals import DealBook
from cypher.results import Table, Value
from cypher.views.doubts import describe_doubts
from cypher.views.figures import describe_measure, describe_minerals, describe_side
from cypher.views.totals import Sums, describe_left_out, find_sums, read_sums
from cypher.views.view import Material, View
from ledger.amounts import format_interval
from ledger.deals import RUNGS, Stage
from ledger.glossary import spell_term
from ledger.totals import GroupKey, GroupTotal, Totals
from ledger.units import CURRENCY

COLUMNS = (
    "ladder", "rung", "comes_to", "of_which_paid_out", "deals", "note", "unit", "side", "floor", "ceiling", "in_ladder",
)  # fmt: skip
LEADING = 3
BESIDE = "beside"
NO_RUNG = "no step on the way to payment"


@dataclass(frozen=True)
class Rung:
    """One stage of a ladder: its sum, and the deals that it was made of.

    `is_step`: False for a stage that is no step on the way to payment, such as one that is not stated.
    """

    group: GroupTotal
    is_step: bool

    @property
    def stage(self) -> Stage:
        """How far its deals have come; what is paid out is a part of what is committed."""
        return self.group.key.stage

    @property
    def deals(self) -> tuple[str, ...]:
        """Every deal that it holds: those that were added, then those inside them."""
        return (*(c.deal for c in self.group.added), *(x.deal for x in self.group.inside))


@dataclass(frozen=True)
class Ladder:
    """Rungs of one unit, side and measure, from intended to paid out; `key`: that of its first rung."""

    key: GroupKey
    rungs: tuple[Rung, ...]


def build_ladders(totals: Totals) -> tuple[Ladder, ...]:
    """Every sum on one ladder, money before quantities, the ladder with most rungs of a unit first."""
    found: dict[GroupKey, list[Rung]] = {}
    for group in totals.groups:
        found.setdefault(_without_stage(group.key), []).append(Rung(group, group.key.stage in RUNGS))
    order = list(Stage)
    ladders = [Ladder(key, tuple(sorted(rungs, key=lambda r: order.index(r.stage)))) for key, rungs in found.items()]
    return tuple(sorted(ladders, key=_read_first))


def _read_first(ladder: Ladder) -> tuple[bool, str, int, GroupKey]:
    """Money before quantities, and of a unit the ladder with most steps."""
    key, steps = ladder.key, sum(rung.is_step for rung in ladder.rungs)
    return not CURRENCY.fullmatch(key.unit), key.unit, -steps, key


def name_ladder(ladder: Ladder, book: DealBook) -> str:
    """What all of its rungs share, in words: the unit, whose money it is, and how it was measured."""
    key = ladder.key
    said = (spell_term(key.unit), describe_side(key, book), describe_measure(key), describe_minerals(key, book))
    return ", ".join(filter(None, said))


def describe_rung(rung: Rung, book: DealBook) -> str:
    """What else must be known of a rung: lower sums where figures may be one, open lists, and that it is no step."""
    return "; ".join(filter(None, ("" if rung.is_step else NO_RUNG, describe_doubts(rung.group, book))))


def as_rows(material: Material) -> Table:
    """A row a rung, then a row a deal that stands beside."""
    sums = find_sums(material)
    rows = [*_list_rungs(sums), *_list_beside(sums)]
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def as_json(material: Material) -> dict[str, Any]:
    """The ladders, and the totals that they are made of."""
    sums = find_sums(material)
    ladders = [
        {
            "name": name_ladder(ladder, sums.book),
            "key": asdict(_without_stage(ladder.key)) | {"stage": None},
            "rungs": [
                {
                    "stage": rung.stage,
                    "is_step": rung.is_step,
                    "sum": asdict(rung.group.interval),
                    "of_which_paid_out": asdict(paid) if (paid := rung.group.of_which_funded) else None,
                    "deals": list(rung.deals),
                }
                for rung in ladder.rungs
            ],
        }
        for ladder in build_ladders(sums.totals)
    ]
    return {"ladders": ladders, "beside": [asdict(x) for x in sums.totals.left_out], "names": sums.book.names}


def _list_rungs(sums: Sums) -> Iterator[dict[str, Value]]:
    for number, ladder in enumerate(build_ladders(sums.totals), start=1):
        for rung in ladder.rungs:
            unit, interval, paid = ladder.key.unit, rung.group.interval, rung.group.of_which_funded
            yield {
                "ladder": name_ladder(ladder, sums.book),
                "rung": spell_term(rung.stage),
                "comes_to": format_interval(interval, unit),
                "of_which_paid_out": format_interval(paid, unit) if paid else None,
                "deals": "; ".join(sums.book.name(deal) for deal in rung.deals),
                "note": describe_rung(rung, sums.book) or None,
                "unit": unit,
                "side": describe_side(ladder.key, sums.book),
                "floor": interval.floor,
                "ceiling": interval.ceiling,
                "in_ladder": number,
            }


def _list_beside(sums: Sums) -> Iterator[dict[str, Value]]:
    for x in sums.totals.left_out:
        deal = sums.book.by_id.get(x.deal)
        yield {
            "ladder": BESIDE,
            "rung": spell_term(deal.stage) if deal else None,
            "comes_to": str(deal.amount) if deal and deal.amount else None,
            "deals": sums.book.name(x.deal),
            "note": describe_left_out(x, sums.book),
            "unit": deal.amount.unit if deal and deal.amount else None,
            "side": describe_side(deal, sums.book) if deal else None,
        }


def _without_stage(key: GroupKey) -> GroupKey:
    """What a ladder's rungs share; the stage is the one thing in which they differ."""
    return replace(key, stage=Stage.NOT_STATED)


LADDER = View(
    "ladder", as_rows, as_json, needs_all_rows=True, read_more=read_sums, title="Ladder of commitment", takes_deals=True
)
