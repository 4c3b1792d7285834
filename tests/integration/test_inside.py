"""What lies in what: twenty questions about kinds, places, agencies and companies, with answers worked out by hand."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from cypher.connection import Graph
from cypher.deals import DealBook
from cypher.saved import QueryAnswer, run
from ledger.totals import Breakdown, GroupTotal, Totals
from tests.shipped import CATALOG, SHIPPED

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "inside" / "questions.yaml").read_text(encoding="utf-8")
)
ASKED = {"question", "worked", "query", "given", "group", "dimension"}
ANSWERED = {"deals", "count_of_deals", "has_deals", "without", "groups", "from_ways", "slices", "listed", "open_lists"}
BESIDE_SLICES = {"holds", "not_itemised"}


def numbered(questions: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(q, id=q["question"].split(".")[0]) for q in questions]


def test_every_question_has_an_answer_and_nothing_that_no_test_reads() -> None:
    for question in QUESTIONS:
        assert question.keys() & ANSWERED, question
        assert question.keys() <= ASKED | ANSWERED | (BESIDE_SLICES if "slices" in question else set()), question


def ask(graph: Graph, query: str, **given: str) -> QueryAnswer:
    return run(graph, CATALOG.get(query), given, SHIPPED.name)


def totals_of(answer: QueryAnswer) -> tuple[Totals, DealBook]:
    assert answer.totals is not None
    assert answer.book is not None
    return answer.totals, answer.book


def deals_in(answer: QueryAnswer) -> list[str]:
    if answer.book is not None:
        return sorted(d.id for d in answer.book.deals)
    return sorted(n.id for n in answer.subgraph.nodes if n.label == "Deal")


def key_of(group: GroupTotal) -> list[str]:
    return [group.key.unit, str(group.key.stage), str(group.key.side)]


def sums(totals: Totals) -> list[list[str | int | None]]:
    return sorted([*key_of(g), g.interval.floor, g.interval.ceiling] for g in totals.groups)


def breakdown_of(totals: Totals, question: dict[str, Any]) -> Breakdown:
    (group,) = (g for g in totals.groups if key_of(g) == question["group"])
    (found,) = (b for b in group.breakdowns if b.dimension == question["dimension"])
    return found


@pytest.mark.parametrize("question", numbered(QUESTIONS))
def test_a_question_has_the_answer_that_was_worked_out_by_hand(graph: Graph, question: dict[str, Any]) -> None:
    answer = ask(graph, question["query"], **question["given"])
    found = deals_in(answer)
    if "deals" in question:
        assert found == question["deals"]
    if "count_of_deals" in question:
        assert len(found) == question["count_of_deals"]
    assert set(question.get("has_deals", [])) <= set(found)
    assert not set(question.get("without", [])) & set(found)
    if "groups" in question:
        assert sums(totals_of(answer)[0]) == sorted(question["groups"])
    if "from_ways" in question:
        ways = totals_of(answer)[1].ways
        told = {d: sorted(filter(None, ways.get(d, ()))) for d in found}
        assert told == question["from_ways"]
    if "slices" in question:
        breakdown = breakdown_of(totals_of(answer)[0], question)
        slices = {s.value: [s.interval.floor, s.interval.ceiling] for s in breakdown.slices if s.value}
        assert slices == question["slices"]
        holds = {s.value: list(s.holds) for s in breakdown.slices if s.value in question.get("holds", {})}
        assert holds == question.get("holds", {})
        if "not_itemised" in question:
            rest = breakdown.not_itemised
            assert rest is not None
            assert [rest.floor, rest.ceiling] == question["not_itemised"]
    if "listed" in question:
        place = answer.table.columns.index("id")
        assert sorted(str(row[place]) for row in answer.table.rows) == question["listed"]
    if "open_lists" in question:
        assert sorted(totals_of(answer)[1].open_lists) == question["open_lists"]


@pytest.mark.parametrize("question", numbered([q for q in QUESTIONS if q["query"].startswith("money-by-")]))
def test_no_deal_is_counted_twice(graph: Graph, question: dict[str, Any]) -> None:
    answer = ask(graph, question["query"], **question["given"])
    totals, _ = totals_of(answer)
    counted = Counter(c.deal for g in totals.groups for c in g.added)
    counted.update(x.deal for g in totals.groups for x in g.inside)
    counted.update(x.deal for x in totals.left_out)
    assert set(counted.values()) == {1}
    assert sorted(counted) == deals_in(answer)


def test_the_country_by_its_agencies_alone_is_not_in_the_default_answer(graph: Graph) -> None:
    assert "deal/us-mexico-action-plan" not in deals_in(ask(graph, "country-partners", country="country/US"))


def test_a_network_shows_the_way_from_a_group_to_its_kind_and_from_a_country_to_what_lies_in_it(graph: Graph) -> None:
    earths = ask(graph, "mineral-deals", mineral="mineral/rare-earths")
    kinds = {e.id for e in earths.subgraph.edges if e.type == "KIND_OF"}
    assert kinds == {f"mineral/{kind}-rare-earths|KIND_OF|mineral/rare-earths|kind" for kind in ("heavy", "light")}
    jamaica = ask(graph, "country-partners", country="country/JM", inside="yes")
    assert "place/st-ann|LIES_IN|country/JM|within" in {e.id for e in jamaica.subgraph.edges}
    assert deals_in(jamaica) == ["deal/defense-atalco-financing"]
    assert deals_in(ask(graph, "country-partners", country="country/JM")) == []


def test_what_was_not_asked_for_is_named_with_every_answer(graph: Graph) -> None:
    alone = ask(graph, "mineral-deals", mineral="mineral/rare-earths", kinds="no").notes
    assert any("Heavy rare earths (mineral/heavy-rare-earths)" in note for note in alone)
    assert ask(graph, "mineral-deals", mineral="mineral/rare-earths").notes == ()
    (left_out,) = (n for n in ask(graph, "money-by-place", place="country/AU").notes if n.startswith("Not included"))
    assert left_out.endswith(": Western Australia (place/western-australia).")
    assert ask(graph, "money-by-place", place="country/AU", inside="yes").notes == (
        "Included: what was found by Western Australia (place/western-australia).",
    )
