"""What became of deals, read from a graph that others may have changed: histories, successors, parts of what ended."""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from cypher.deal_changes import read_changes
from cypher.deals import read_deals
from cypher.history import read_history
from cypher.internal import statement
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.saved.notes import tell_day
from cypher.views.totals import Sums, describe_reason, read_sums
from cypher.views.view import Asked
from explorer.own_articles import OwnArticles
from explorer.panels import history
from explorer.panels.history import format_moment
from ledger.changes import Change, ChangeKind
from ledger.deals import Stage, Step
from ledger.totals import Reason
from tests.unit.test_answers_from_the_graph import Canned, loan

Row = tuple[object, ...]


def link(start: str, type_: str, end: str, **more: object) -> Row:
    edge = GraphEdge(f"{start}|{type_}|{end}|x", type_, start, end, more)
    return (end, edge, start.rpartition("/")[2].upper())


def step(deal: str, stage: object, date: object, **more: object) -> Row:
    claim = GraphNode(f"claim/{deal}/history/{date}-{stage}", "Claim", {"stage": stage, "date": date} | more)
    return (deal, claim)


class OfIds(Canned):
    """Answers with the rows of the ids that are asked for."""

    def rows(self, text: str, parameters: Mapping[str, object], limit: int | None = None) -> tuple[Any, ...]:
        ids = parameters.get("ids", ())
        assert isinstance(ids, list | tuple)
        return tuple(row for row in super().rows(text, parameters, limit) if row[0] in ids)


def graph(links: Iterable[Row] = (), steps: Iterable[Row] = (), **more: list[Row]) -> Canned:
    """A graph of these changes and claims, and of the rows of other statements by name."""
    rows = {statement(name.replace("_", "-")): found for name, found in more.items()}
    return OfIds(rows | {statement("changes-of-deals"): list(links), statement("steps-of-deals"): list(steps)})


def test_a_deal_has_its_date_its_history_by_time_and_what_ended_it() -> None:
    found = graph(
        [link("deal/b", "SUPERSEDES", "deal/a", date="2025-06"), link("deal/c", "AMENDS", "deal/a", date="2025")],
        [step("deal/a", "signed", "2025-01"), step("deal/a", "announced", "2024")],
    )
    nodes = [loan("a", date="2024"), loan("d", since="2020"), loan("e", date="2021", since="2020")]
    a, d, e = read_deals(found, nodes, "set").deals  # type: ignore[arg-type]
    assert a.history == (Step(Stage.ANNOUNCED, "2024"), Step(Stage.SIGNED, "2025-01"))
    assert a.changes == (Change(ChangeKind.SUPERSEDED, "deal/a", "deal/b", "2025-06"),)
    assert (d.date, d.history, d.changes, e.date) == ("2020", (), (), "2021")


def test_what_somebody_made_unreadable_leaves_the_plain_sum_and_has_no_day() -> None:
    found = graph([link("deal/b", "CANCELS", "deal/c", date="soon")], [step("deal/a", "sgined", "2025")])
    nodes = [loan("a", date="2024"), loan("b", date="last week"), loan("c", date="2024-01-01"), loan("d", date=5)]
    deals = read_deals(found, nodes, "set").deals  # type: ignore[arg-type]
    assert [(d.date, d.history) for d in deals] == [(None, ()), (None, ()), ("2024-01-01", ()), (None, ())]
    assert [c.date for d in deals for c in d.changes] == [None]


WHOLES = {"deal/part": {"deal/old", "deal/newest"}, "deal/left": {"deal/old"}, "deal/lost": {"deal/gone"}}


def test_a_part_ends_with_its_whole_unless_it_lies_inside_what_stands_in_its_place_at_any_remove() -> None:
    found = read_changes(
        graph(  # type: ignore[arg-type]
            [link("deal/new", "SUPERSEDES", "deal/old", date="2025"), link("deal/newest", "SUPERSEDES", "deal/new")],
            [step("deal/gone", "signed", "2024"), step("deal/gone", "cancelled", "2025-02")],
            stages_of_deals=[
                ("deal/gone", "cancelled", "2023"),
                ("deal/old", "signed", None),
                ("deal/newest", "signed", None),
            ],
        ),
        WHOLES,
        WHOLES,
        "set",
    )
    assert found.changes_of("deal/part") == ()
    assert found.changes_of("deal/left") == (Change(ChangeKind.SUPERSEDED, "deal/old", "deal/new", "2025"),)
    assert found.changes_of("deal/lost") == (Change(ChangeKind.CANCELLED, "deal/gone", date="2025-02"),)
    assert found.names == {"deal/new": "NEW", "deal/newest": "NEWEST"}


def sums(as_of: str | None, found: Canned, *nodes: GraphNode) -> Sums:
    return read_sums(found, Asked(Table(("d",), tuple((n,) for n in nodes)), Subgraph(), "set", as_of=as_of))  # type: ignore[arg-type]


def test_a_sum_says_what_took_the_place_of_what_in_words() -> None:
    found = graph(
        [link("deal/b", "SUPERSEDES", "deal/a", date="2025-06"), link("event/e", "CANCELS", "deal/c")],
        wholes_of_deals=[("deal/p", "deal/a")],
    )
    told = sums(None, found, *(loan(name, date="2024-01-01") for name in "abcp"))
    said = {x.deal: describe_reason(x, told.book) for x in told.totals.left_out}
    assert said == {
        "deal/a": "superseded by B, June 2025",
        "deal/c": "cancelled by E",
        "deal/p": "lies in A, which is superseded by B, June 2025",
    }
    assert {x.deal: x.inside for x in told.totals.left_out}["deal/a"] == ("deal/b",)
    assert list(tell_day(told)) == []


def test_a_whole_without_a_figure_is_named_and_what_ended_both_is_told_once() -> None:
    found = graph(
        [link("event/e", "CANCELS", whole, date="2025-07") for whole in ("deal/paper", "deal/p")],
        wholes_of_deals=[("deal/p", "deal/paper"), ("deal/q", "deal/paper")],
    )
    named = {statement("names-of-nodes-by-id", label="Deal"): [("deal/paper", "The paper")]}
    found.answers = {**found.answers, **named}
    told = sums(None, found, *(loan(name, date="2024-01-01") for name in "pq"))
    assert {x.deal: describe_reason(x, told.book) for x in told.totals.left_out} == {
        "deal/p": "cancelled by E, July 2025",
        "deal/q": "lies in The paper, which is cancelled by E, July 2025",
    }


def test_a_day_is_told_with_what_is_left_out_for_it_and_what_has_no_date() -> None:
    found = graph([link("event/e", "CANCELS", "deal/c")])
    told = sums("2025", found, loan("a", date="2026"), loan("b"), loan("c", date="2024"))
    assert list(tell_day(told)) == [
        "As of 2025: each deal with the stage that it had by then. Left out for that: 1 first dated later, 1 without a "
        "date.",
        "Superseded or cancelled without a date, so on any day: C (deal/c).",
    ]
    assert {x.deal: x.reason for x in told.totals.left_out} == {
        "deal/a": Reason.LATER, "deal/b": Reason.UNDATED, "deal/c": Reason.CANCELLED,
    }  # fmt: skip
    assert told.totals.as_of == "2025"


def test_rows_show_the_stage_of_the_day() -> None:
    found = graph(steps=[step("deal/a", "announced", "2024"), step("deal/a", "approved", "2025-05-01")])
    then, now = (sums(day, found, loan("a")) for day in ("2024", None))
    assert [d.stage for s in (then, now) for d in s.book.deals] == [Stage.ANNOUNCED, Stage.APPROVED]


def test_a_history_is_told_by_time_with_changes_among_the_stages_and_the_undated_last() -> None:
    found = graph(
        [
            link("deal/z", "CANCELS", "deal/a"),
            link("deal/b", "AMENDS", "deal/a", date="2024-06", paraphrase="*Bold*", evidence=["p"]),
            link("deal/c", "EXTENDS", "deal/a", date="2026", until="2030-03-06"),
        ],
        [
            step("deal/a", "signed", "2025", paraphrase="Signed."),
            step("deal/a", "announced", "2024-01"),
            step("deal/a", "??", "2020"),
        ],
    )
    moments = read_history(found, "deal/a", "set")  # type: ignore[arg-type]
    assert [(m.what, m.date, m.by) for m in moments] == [
        ("announced", "2024-01", ""), ("AMENDS", "2024-06", "B"), ("signed", "2025", ""), ("EXTENDS", "2026", "C"),
        ("CANCELS", None, "Z"),
    ]  # fmt: skip
    shown = [format_moment(m) for m in moments]
    assert shown[1] == ":gray[June 2024] :orange[amended by B] \\*Bold\\*"
    assert shown[2] == ":gray[2025] :blue[signed] Signed\\."
    assert shown[3].startswith(":gray[2026] :orange[extended by C to 6 March 2030]")
    assert shown[4].startswith(":gray[no date told] :orange[cancelled by Z]")


def test_the_panel_of_a_deal_shows_each_moment_with_where_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    place = ("passage/paper/1", "The <Paper>", None, None, 1, 2, "The Paper", "article", "ours")
    passage = (*place, "source/paper", None, "a" * 64)
    told = step("deal/a", "signed", "2025-01-14", paraphrase="Signed.", evidence=["passage/paper/1"])
    here = SimpleNamespace(
        graph=graph(steps=[told], passages_by_id=[passage]), data_set=SimpleNamespace(name="set"), data_sets=(),
        articles=OwnArticles(),
    )  # fmt: skip
    shown: list[str] = []
    for name in ("markdown", "caption"):
        monkeypatch.setattr(history.st, name, lambda text, **_: shown.append(text))
    alone = GraphNode("deal/b", "Deal", {"stage": "signed", "date": "2025-01", "date_of": "signature"})
    history.show_history(here, alone)  # type: ignore[arg-type]
    assert shown == ["**Stage** :blue[signed] :gray[January 2025 (signature); no other stage is told]"]
    shown.clear()
    history.show_history(here, GraphNode("deal/a", "Deal", {}))  # type: ignore[arg-type]
    assert shown == [
        "**What became of it**",
        ":gray[14 January 2025] :blue[signed] Signed\\.",
        "[The \\<Paper\\>, line 1, sentence 2](/about?article=source%2Fpaper&line=1)",
    ]


def test_a_whole_that_is_cancelled_by_its_stage_ends_its_parts_from_its_own_date_on() -> None:
    found = read_changes(
        graph([], [], stages_of_deals=[("deal/gone", "cancelled", "2026-03-01")]),  # type: ignore[arg-type]
        {"deal/lost": {"deal/gone"}},
        {"deal/lost": {"deal/gone"}},
        "set",
    )
    assert found.changes_of("deal/lost") == (Change(ChangeKind.CANCELLED, "deal/gone", date="2026-03-01"),)


def test_disputes_about_what_sums_go_by_are_those_of_the_total() -> None:
    found = graph(
        [
            link("deal/b", "SUPERSEDES", "deal/a", disputes=["dispute/succeeds"]),
            link("deal/b", "AMENDS", "deal/a", disputes=["dispute/amends"]),
            link("event/e", "CANCELS", "deal/w", disputes=["dispute/called-off"]),
        ],
        [step("deal/b", "signed", "2025", disputes=["dispute/signed"])],
        wholes_of_deals=[("deal/a", "deal/w"), ("deal/w", "deal/v")],
        disputes_of_ties_of_deals=[
            ("deal/a", "FUNDS", "dispute/share"),
            ("deal/a", "PART_OF", "dispute/part"),
            ("deal/w", "FUNDS", "dispute/of-another"),
            ("deal/w", "PART_OF", "dispute/higher"),
        ],
    )
    found.answers = {**found.answers, statement("names-of-nodes-by-id", label="Dispute"): [("dispute/share", "Whose?")]}
    told = sums(None, found, loan("a", disputes=["dispute/own"]), loan("b"))
    assert [d.removeprefix("dispute/") for d in told.totals.disputes] == [
        "called-off", "higher", "own", "part", "share", "signed", "succeeds",
    ]  # fmt: skip
    assert told.book.name("dispute/share") == "Whose?"
