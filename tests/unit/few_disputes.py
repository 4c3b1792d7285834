"""A few disputes as the graph gives them, one of which would change sums: for lists, pages and exports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from cypher.deals import DealBook
from cypher.disagreements import DisputeInFull, FullReading, ListedDispute, Touched
from cypher.disagreements.in_full import add_outcomes
from cypher.evidence import CitedPassage, DisputeView, ReadingView
from cypher.internal import statement
from cypher.model import built_in_model
from cypher.outcomes import Outcome, Outcomes
from cypher.results import GraphNode
from ledger.alterations import Addition, Alteration, Setting
from ledger.amounts import Amount
from ledger.disputes import Disagreement, Weight
from ledger.supposed import CannotSuppose, suppose
from ledger.totals import compare_totals, total
from tests.unit.money_worlds import loan

LOAN, MINE = loan("deal/loan", Amount.parse("up to USD 10 million")), loan("deal/mine", Amount.parse("USD 3 million"))
DEALS = (LOAN, MINE)
NAMES = {"deal/loan": "The loan", "deal/mine": "The mine", "mineral/tin": "Tin", "agency/bank": "The Bank"}
PAPER = CitedPassage(
    "passage/paper/1", "The Paper", None, "2026-02-05", 1, 2, "Fact sheet", "document", "derived", "source/paper"
)
NOTE = CitedPassage("passage/note/4", "A Note", None, None, 4, None, "A Note", "article", "stated")
PASSAGES = {p.id: p for p in (PAPER, NOTE)}


def reading(key: str, says: str, rank: str = "preferred", *cited: str, stance: str = "affirms") -> ReadingView:
    return ReadingView(f"claim/dispute/{key}", says, rank, stance, f"Why {key}.", cited or (PAPER.id,))


SIZE = ListedDispute(
    DisputeView(
        "dispute/size", "Is the loan ten million or up to that?", "qualifier",
        (reading("size/up-to", "Up to ten million."), reading("size/flat", "Ten million.", "normal", NOTE.id)),
        Weight.DECIDES, "The sum of approved loans.", Disagreement.SOURCES_DIFFER,
    ),
    (Touched("deal/loan", "The loan", "Deal"),),
    sources=(("source/paper", "The Paper"), ("source/note", "A Note")),
    origins=("source/sheet",),
    minerals=(("mineral/tin", "Tin"),),
    agencies=(("agency/bank", "The Bank"),),
)  # fmt: skip
NAME = ListedDispute(
    DisputeView(
        "dispute/name", "What is the Société Générale called?", "name",
        (reading("name/long", "By its whole name."), reading("name/short", "SocGen.", "deprecated", stance="denies")),
        Weight.DETAIL, "", Disagreement.SOURCE_AT_ODDS,
    ),
    (Touched("company/sg", "Société Générale", "Company"),),
    sources=(("source/paper", "The Paper"),),
)  # fmt: skip
OPERATOR = ListedDispute(
    DisputeView(
        "dispute/operator", "Does the company run the mine?", "doubtful_reading",
        (reading("operator/yes", "It runs it."),), None, "", Disagreement.DOUBTFUL_READING,
    ),
    (Touched("company/sg", "Société Générale", "Company", True), Touched("project/mine", "The mine", "Project", True)),
    relationships=("company/sg|OPERATES|project/mine|operator",),
)  # fmt: skip
LISTED = (SIZE, NAME, OPERATOR)


def outcome(view: ReadingView, *changes: Alteration) -> Outcome:
    """What a reading would make of the two deals."""
    try:
        deals = suppose(DEALS, changes, {})
    except CannotSuppose as error:
        return Outcome(view, changes, problem=str(error))
    return Outcome(view, changes, deals, total(deals), compare_totals(total(DEALS), total(deals)))


def in_full(listed: ListedDispute, **changes: Sequence[Alteration]) -> DisputeInFull:
    """A dispute with its passages; by the last part of a reading's id, what it would change."""
    readings, outcomes = [], []
    for view in listed.readings:
        cited = tuple(PASSAGES[e] for e in view.evidence if e in PASSAGES)
        readings.append(FullReading(view, cited, ("A speaker",)))
        if would := changes.get(view.claim.rpartition("/")[2].replace("-", "_")):
            outcomes.append(outcome(view, *would))
    worked = Outcomes(listed.view, DealBook(DEALS, NAMES), total(DEALS), tuple(outcomes))
    return add_outcomes(DisputeInFull(listed, tuple(readings)), worked, {}, MODEL)


FLAT = Setting("deal/loan", {"amount": "USD 10 million"})
PRIVATE = Setting("deal/mine", {"whose_money": "private"})
LINK = Addition({"type": "PART_OF", "from": "deal/mine", "to": "deal/loan", "role": "part"})
NOWHERE = Setting("deal/none", {"stage": "funded"})


def retold(listed: ListedDispute, text: str) -> ListedDispute:
    """A dispute all of whose texts are another one."""
    told = tuple(replace(r, says=text, reason=text, rank=text) for r in listed.readings)
    view = replace(listed.view, question=text, kind=text, would_change=text, readings=told)
    touches = tuple(replace(t, name=text) for t in listed.touches)
    return replace(listed, view=view, touches=touches, sources=tuple((i, text) for i, _ in listed.sources))


class DisputedGraph:
    """A graph with one data set that holds these disputes; `asked` are the statements that it was put."""

    server = SimpleNamespace(uri="bolt://disputed", engine="canned", sql=None)

    def __init__(self, listed: Sequence[ListedDispute] = LISTED) -> None:
        self.listed = listed
        self.names = {"data-sets", "nodes-of-a-label", "nodes-by-id", "readings-of-disputes", "what-disputes-touch",
                      "passages-by-id", "speakers-of-claims"}  # fmt: skip

    def rows(self, text: str, parameters: Mapping[str, Any], _limit: int | None = None) -> tuple[tuple[Any, ...], ...]:
        asked = {
            "data-sets": self._data_sets,
            "nodes-of-a-label": self._nodes,
            "nodes-by-id": self._nodes,
            "readings-of-disputes": self._readings,
            "what-disputes-touch": self._touched,
            "passages-by-id": self._passages,
        }
        for name, answer in asked.items():
            labels = ("Dispute", "Deal", "Source", "Company", "Mineral") if "{{label}}" in _text_of(name) else (None,)
            for label in labels:
                made = statement(name, **({"label": label} if label else {}))
                if text == made:
                    return tuple(answer(label, parameters))
        return ()

    def _data_sets(self, _label: object, _asked: object) -> list[tuple[Any, ...]]:
        return [("test-set", "A test set", "v1", "complete", "then", "")]

    def _nodes(self, label: str | None, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        ids = asked.get("ids")
        if label != "Dispute":
            there = {t.id: t.name for d in self.listed for t in d.touches}
            there |= {i: name for d in self.listed for i, name in (*d.sources, *d.minerals, *d.agencies)}
            return [(GraphNode(i, str(label), {"name": there[i]}),) for i in ids or () if i in there]
        return [(_node(d),) for d in self.listed if ids is None or d.id in ids]

    def _readings(self, _label: object, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return [
            (d.id, d.question, d.kind, d.weight and str(d.weight), d.would_change, d.disagreement, r.claim, r.says,
             r.rank, r.stance, r.reason, list(r.evidence), list(r.changes))
            for d in self.listed if d.id in asked["ids"] for r in d.readings
        ]  # fmt: skip

    def _touched(self, _label: object, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return [
            (d.id, t.id, t.name, "end" if t.is_end else "subject")
            for d in self.listed if d.id in asked["ids"] for t in d.touches
        ]  # fmt: skip

    def _passages(self, _label: object, asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        return [
            (p.id, p.article, p.publisher, p.date, p.line, p.sentence, p.origin, p.origin_kind, p.origin_basis,
             p.source, p.file, p.sha256)
            for p in PASSAGES.values() if p.id in asked["ids"]
        ]  # fmt: skip


def _node(listed: ListedDispute) -> GraphNode:
    properties = {"name": listed.question, "kind": listed.kind, "articles": [i for i, _ in listed.sources],
                  "origins": list(listed.origins), "concerned_relationships": list(listed.relationships)}  # fmt: skip
    return GraphNode(listed.id, "Dispute", properties)


def _text_of(name: str) -> str:
    from cypher.internal import FOLDER

    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")


MODEL = built_in_model()
