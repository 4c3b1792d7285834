"""Who is listed, by whom and when: the saved query about measures against rows that were worked out by hand."""

from collections.abc import Callable, Iterator

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import BadParameter, QueryAnswer, choices, read_catalog, run
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.worked_set import WORKED

CATALOG = read_catalog(built_in_model()).offered("worked", Guide())
Ask = Callable[..., QueryAnswer]

BAN = ("Elbonia", "Ban on antimony", ["Freedonia"], ["Antimony"], "P3M/2025-03", "P1Y/2026-06")
QUOTA = (None, "Quota of antimony", ["The Council", "The Court"], ["Antimony"], "2025-01-01", "2025-12-31")
GILDERS, HOUSE, FIRST, SECOND, UNDATED = (
    (name, "The gold list", ["The Council"], [], since, until)
    for name, since, until in (
        ("Gilders", "2024-05", "2025-09"),
        ("Gold House", "2024-05-14", None),
        ("Pilar Gold", "2024-05-14", "2026-02-11"),
        ("Pilar Gold", "2026-02-25", None),
        ("Undated Ltd", None, None),
    )
)
LIST = [GILDERS, HOUSE, FIRST, SECOND, UNDATED]


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A saved query's answer from the worked set, which alone is in the graph."""
    folder = tmp_path_factory.mktemp("worked")
    for name, text in WORKED.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder)
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "worked")
    wipe(engine)


def rows(answer: QueryAnswer, *columns: str) -> list[tuple[Value, ...]]:
    if not answer.table.rows:
        return []
    places = [answer.table.columns.index(c) for c in columns]
    return [tuple(row[p] for p in places) for row in answer.table.rows]


def listings(answer: QueryAnswer) -> list[tuple[Value, ...]]:
    return rows(answer, "target", "measure", "by_whom", "covers", "listed", "delisted")


def listed_on(ask: Ask, day: str, **given: str) -> dict[tuple[Value, Value], Value]:
    answer = ask("measures", as_of=day, **given)
    return {(target, since): then for target, since, then in rows(answer, "target", "listed", "listed_then")}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("", [BAN, QUOTA, *LIST]),
        ("measure/list", LIST),
        ("person/pilar", [FIRST, SECOND]),
        ("agency/council", [QUOTA, *LIST]),
        ("agency/court", [QUOTA]),
        ("country/FF", [BAN]),
        ("country/EE", [BAN]),
        ("mineral/antimony", [BAN, QUOTA]),
    ],
)
def test_every_listing_of_a_node(ask: Ask, node: str, expected: list[tuple[Value, ...]]) -> None:
    assert listings(ask("measures", node=node)) == expected


def test_a_listing_says_who_ended_it_why_and_on_what_evidence(ask: Ask) -> None:
    answer = ask("measures", node="person/pilar")
    shown = answer.as_rows()
    assert [row[shown.columns.index("ended_by")] for row in shown.rows] == ["The Court", None]
    told = rows(answer, "ended_by", "ended_because", "grounds", "reference", "evidence")
    assert told == [
        ("agency/court", "annulled", "bought gold", "No. 7", ["passage/paper/1"]),
        (None, None, None, "No. 7", ["passage/paper/1"]),
    ]
    (house,) = rows(ask("measures", node="company/gold-house"), "reference", "says", "evidence", "listed_then")
    assert house == ("12", "Gold House is listed.", ["passage/paper/2"], None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-04-30", {}),
        ("2024-05-13", {("Gilders", "2024-05"): "not certain"}),
        ("2024-05-14", {("Gilders", "2024-05"): "not certain", ("Gold House", "2024-05-14"): "yes",
                        ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2024-06-01", {("Gilders", "2024-05"): "yes", ("Gold House", "2024-05-14"): "yes",
                        ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2025-09-01", {("Gilders", "2024-05"): "not certain", ("Gold House", "2024-05-14"): "yes",
                        ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2025-09-30", {("Gold House", "2024-05-14"): "yes", ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2025-10-01", {("Gold House", "2024-05-14"): "yes", ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2026-02-10", {("Gold House", "2024-05-14"): "yes", ("Pilar Gold", "2024-05-14"): "yes"}),
        ("2026-02-11", {("Gold House", "2024-05-14"): "yes"}),
        ("2026-02-15", {("Gold House", "2024-05-14"): "yes"}),
        ("2026-02-25", {("Gold House", "2024-05-14"): "yes", ("Pilar Gold", "2026-02-25"): "yes"}),
    ],
)  # fmt: skip
def test_who_is_on_a_list_on_a_day(ask: Ask, day: str, expected: dict[tuple[str, str], str]) -> None:
    """Not on the day of the delisting; where a month alone is told, before its last day it is not certain."""
    undated = {("Undated Ltd", None): "not certain"} if day >= "2024-05-14" else {}
    assert listed_on(ask, day, node="measure/list") == expected | undated


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", {}),
        ("2025-01-01", {("Elbonia", "P3M/2025-03"): "not certain", (None, "2025-01-01"): "yes"}),
        ("2025-03-15", {("Elbonia", "P3M/2025-03"): "not certain", (None, "2025-01-01"): "yes"}),
        ("2025-12-31", {("Elbonia", "P3M/2025-03"): "not certain"}),
        ("2026-07-01", {}),
    ],
)
def test_a_measure_without_a_target_has_its_own_days_and_a_window_is_open_from_its_first(
    ask: Ask, day: str, expected: dict[tuple[str | None, str], str]
) -> None:
    assert listed_on(ask, day, node="mineral/antimony") == expected


@pytest.mark.parametrize("wrong", ["1 March 2026", "P3M/2026-03", "2026-02-30", "20260301"])
def test_what_is_no_day_is_refused_with_one_that_is(ask: Ask, wrong: str) -> None:
    with pytest.raises(BadParameter, match="such as 2025-06-30, or a month or year by its end"):
        ask("measures", as_of=wrong)


def test_a_month_is_asked_for_by_its_end(ask: Ask) -> None:
    assert listed_on(ask, "2026-02") == listed_on(ask, "2026-02-28") != listed_on(ask, "2026-01")


def test_an_unknown_node_is_refused_and_nothing_listed_says_what_to_try(ask: Ask) -> None:
    with pytest.raises(BadParameter, match="did you mean company/gilders"):
        ask("measures", node="company/gilder")
    (note,) = ask("measures", node="company/mines").notes
    assert "without a day every listing is shown" in note
    assert "Border Mines (company/mines)" in note


def test_only_who_lists_is_listed_or_covered_is_offered(engine: Server, ask: Ask) -> None:
    node, *_ = CATALOG.get("measures").parameters
    assert ask("measures").table.rows
    with opened(engine) as graph:
        offered = {c.value for c in choices(graph, node, "worked")}
    assert offered == {
        "country/EE", "country/FF", "agency/council", "agency/court", "company/gold-house", "company/gilders",
        "company/undated", "person/pilar", "mineral/antimony", "measure/list", "measure/ban", "measure/quota",
    }  # fmt: skip


def test_no_walk_leads_through_a_list_of_targets_and_neighbours_show_it(ask: Ask) -> None:
    ends = {"from": "person/pilar", "to": "company/gold-house"}
    assert not ask("connections", **ends).subgraph.edges
    assert {e.type for e in ask("connections-in-any-way", **ends).subgraph.edges} == {"TARGETS"}
    beside = {e.end for e in ask("neighbours", node="measure/list").subgraph.edges if e.type == "TARGETS"}
    assert beside == {"person/pilar", "company/gold-house", "company/gilders", "company/undated"}
    imposed = ask("connections", **{"from": "agency/council", "to": "agency/court"}).subgraph.edges
    assert {e.id for e in imposed} == {
        "agency/council|IMPOSES|measure/quota|imposer", "agency/court|IMPOSES|measure/quota|imposer",
    }  # fmt: skip
