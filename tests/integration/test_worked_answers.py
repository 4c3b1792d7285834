"""Each saved query against rows that were worked out by hand from a small set of records."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import QueryAnswer, choices, read_catalog, run
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from loader.load import load
from tests.integration.changed_set import CHANGED
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.worked_set import WORKED

MILLION = 1_000_000
CATALOG = read_catalog(built_in_model()).offered("worked", Guide())
PACT = {"country/AA|PARTY_TO|deal/pact|signatory", "country/BB|PARTY_TO|deal/pact|signatory"}
FOR_THE_RESERVE = {"agency/bank|LEADS|initiative/reserve|leader", "deal/pact|ADVANCES|initiative/reserve|purpose"}
OF_THE_LOAN = {"agency/bank|FUNDS|deal/loan|funder", "deal/loan|GOES_TO|company/mines|recipient"}
TIN = {"deal/loan|COVERS|mineral/tin|mineral", "deal/pact|COVERS|mineral/tin|mineral"}

Ask = Callable[..., QueryAnswer]


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A saved query's answer from the worked set, beside which the one of changes is in the graph."""
    wipe(engine)
    with opened(engine) as graph:
        for files in (WORKED, CHANGED):
            load(graph, write(files, tmp_path_factory.mktemp("worked")))
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "worked")
    wipe(engine)


@pytest.fixture(scope="module")
def ask_changed(engine: Server, ask: Ask) -> Iterator[Ask]:
    """A saved query's answer from the set of changes."""
    assert ask
    with opened(engine) as graph:
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "changed")


def write(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(answer: QueryAnswer, *columns: str) -> list[tuple[Value, ...]]:
    """The rows in their order, by these columns."""
    places = [answer.table.columns.index(c) for c in columns]
    return [tuple(row[p] for p in places) for row in answer.table.rows]


def dicts(answer: QueryAnswer) -> list[dict[str, Value]]:
    """The rows as every format has them."""
    shown = answer.as_rows()
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def links(answer: QueryAnswer) -> set[str]:
    return {e.id for e in answer.subgraph.edges}


def nodes(answer: QueryAnswer) -> set[str]:
    return {n.id for n in answer.subgraph.nodes}


def sums(answer: QueryAnswer) -> dict[tuple[str, Stage, Side], Interval]:
    assert answer.totals is not None
    assert not answer.totals.left_out
    return {(g.key.unit, g.key.stage, g.key.side): g.interval for g in answer.totals.groups}


BY_THE_BANK = {
    ("USD", Stage.APPROVED, Side.OUTSIDE): Interval(12 * MILLION, None),
    ("USD", Stage.LETTER_ISSUED, Side.OUTSIDE): Interval(0, 5 * MILLION),
}


def test_all_money(ask: Ask) -> None:
    answer = ask("all-money")
    mobilised = {("USD", Stage.MOBILISED, Side.OUTSIDE): Interval(3 * MILLION, 3 * MILLION)}
    assert sums(answer) == BY_THE_BANK | mobilised
    assert answer.totals is not None
    (approved,) = (g for g in answer.totals.groups if g.key.stage is Stage.APPROVED)
    assert ([x.deal for x in approved.added], [x.deal for x in approved.inside]) == (["deal/total"], ["deal/loan"])


def test_money_by_funder(ask: Ask) -> None:
    assert sums(ask("money-by-funder", funder="agency/bank")) == BY_THE_BANK


def test_mineral_deals(ask: Ask) -> None:
    assert links(ask("mineral-deals", mineral="mineral/tin")) == TIN | OF_THE_LOAN | PACT


def test_neighbours(ask: Ask) -> None:
    answer = ask("neighbours", node="deal/loan")
    beside = {"deal/outside|ALONGSIDE|deal/loan|outside_money", "deal/loan|PART_OF|deal/total|part"}
    assert links(answer) == OF_THE_LOAN | beside | {"deal/loan|COVERS|mineral/tin|mineral"}


def test_around(ask: Ask) -> None:
    answer = ask("around", node="initiative/reserve")
    claim = "claim/initiative/reserve/hard-times"
    assert links(answer) == FOR_THE_RESERVE | {f"{claim}|ABOUT|initiative/reserve|subject"}


def test_around_reaches_disputes_and_their_readings(ask: Ask) -> None:
    found = nodes(ask("around", node="deal/loan")) - nodes(ask("neighbours", node="deal/loan"))
    assert found == {"dispute/loan-size", "claim/dispute/loan-size/nine", "claim/dispute/loan-size/ten"}


def test_country_partners(ask: Ask) -> None:
    assert links(ask("country-partners", country="country/AA")) == PACT


def test_connections(ask: Ask) -> None:
    answer = ask("connections", **{"from": "agency/bank", "to": "country/BB"})
    assert links(answer) == PACT | FOR_THE_RESERVE | {"agency/bank|AGENCY_OF|country/AA|public_body"}
    assert len(answer.table.rows) == 2


def test_connections_in_any_way(ask: Ask) -> None:
    ends = {"from": "company/mines", "to": "country/CC"}
    answer = ask("connections-in-any-way", **ends)
    assert {"country/CC|ATTENDS|event/talks|participant", "deal/pact|HAPPENS_AT|event/talks|occasion"} <= links(answer)
    assert answer.notes == ()


def test_connections_that_are_not_found_say_what_was_looked_for_and_what_else_to_try(ask: Ask) -> None:
    (note,) = ask("connections", **{"from": "company/mines", "to": "country/CC"}).notes
    assert "Border Mines (company/mines)" in note
    assert "Cimmeria (country/CC)" in note
    assert "along: funds, goes to" in note
    assert "Not followed: " in note
    assert "`connections-in-any-way`" in note


@pytest.mark.parametrize("query", ["connections", "connections-in-any-way"])
def test_a_walk_from_a_node_to_itself_asks_for_two(ask: Ask, query: str) -> None:
    answer = ask(query, **{"from": "country/AA", "to": "country/AA"})
    assert answer.table.rows == ()
    assert answer.notes == ("Both ends are Atlantis (country/AA): name two nodes.",)


@pytest.mark.parametrize(
    ("query", "given", "told"),
    [
        ("coverage", {"article": "source/desk"}, "No passage is taken from it; the saved query `sources`"),
        ("one-origin", {"origin": "source/paper"}, "No fact rests on it alone; the saved query `sources`"),
    ],
)
def test_an_empty_answer_about_a_source_says_which_query_knows_more(
    ask: Ask, query: str, given: dict[str, str], told: str
) -> None:
    (note,) = ask(query, **given).notes
    assert told in note
    assert "`around`" not in note


@pytest.mark.parametrize(
    ("query", "given", "named"),
    [
        ("mineral-deals", {"mineral": "mineral/tin"}, None),
        ("what-is-said", {"node": "country/CC"}, "Cimmeria (country/CC)"),
        ("neighbours", {"node": "mineral/tin"}, None),
        ("money-by-funder", {"funder": "country/BB"}, "Borduria (country/BB)"),
        ("one-origin", {"origin": "source/paper"}, "The Paper (source/paper)"),
        ("country-partners", {"country": "country/CC"}, "Cimmeria (country/CC)"),
    ],
)
def test_an_empty_answer_and_no_other_says_that_nothing_was_found(
    ask: Ask, query: str, given: dict[str, str], named: str | None
) -> None:
    found = [note for note in ask(query, **given).notes if note.startswith("Nothing was found")]
    assert len(found) == (named is not None)
    assert all(str(named) in note for note in found)


def test_what_an_answer_leaves_out_is_named_with_ids_only_where_there_is_such(ask: Ask) -> None:
    (partners,) = ask("country-partners", country="country/AA").notes
    assert "Bank of Atlantis (agency/bank)" in partners
    assert ask("country-partners", country="country/BB").notes == ()
    (money,) = (n for n in ask("money-by-funder", funder="country/AA").notes if n.startswith("Not included"))
    assert "Bank of Atlantis (agency/bank)" in money
    assert ask("money-by-funder", funder="agency/bank").notes == ()


def test_overview(ask: Ask) -> None:
    answer = ask("overview")
    assert links(answer) == OF_THE_LOAN | PACT | FOR_THE_RESERVE
    assert nodes(answer).isdisjoint({"country/CC", "deal/letter", "deal/total", "mineral/tin"})


def test_sources(ask: Ask) -> None:
    assert rows(ask("sources"), "article", "publisher", "date", "repeats") == [
        ("The Journal", None, None, ["Journal desk (1)", "The notice (1)"]),
        ("The Paper", "A House", "2026-01-10", ["Its desk (1)", "The notice (1)"]),
    ]


def test_coverage(ask: Ask) -> None:
    ids = ["country/AA", "country/CC", "deal/letter", "deal/pact", "event/talks", "measure/list"]
    more = [
        "agency/bank", "claim/dispute/loan-size/ten", "claim/initiative/reserve/hard-times", "country/BB", "deal/loan",
        "dispute/loan-size", "initiative/reserve", "mineral/tin",
    ]  # fmt: skip
    of_the_letter, of_the_pact, of_attending, of_the_bank, of_the_loan, of_listing, of_a_house = 2, 5, 1, 2, 4, 5, 1
    answer = ask("coverage", article="source/paper")
    assert rows(answer, "line", "record_ids", "relationships", "origins") == [
        (1, ids, of_the_letter + of_the_pact + of_attending + of_listing, ["Its desk"]),
        (2, more, of_the_bank + of_the_loan + of_a_house, ["The notice"]),
    ]
    names = ["Atlantis", "Cimmeria", "Letter for the mine", "Tin pact", "The talks", "The gold list"]
    assert rows(answer, "records")[0] == (names,)


def test_one_origin(ask: Ask) -> None:
    gone_to, beside = "deal/outside|GOES_TO|company/mines|recipient", "deal/outside|ALONGSIDE|deal/loan|outside_money"
    facts = rows(ask("one-origin", origin="source/journal-desk"), "kind", "fact", "articles", "id")
    assert facts == [
        ("Company", "Border Mines", ["The Journal"], "company/mines"),
        ("Deal", "Private money for the mine", ["The Journal"], "deal/outside"),
        ("ALONGSIDE", "Private money for the mine – Loan for the mine", ["The Journal"], beside),
        ("GOES_TO", "Private money for the mine – Border Mines", ["The Journal"], gone_to),
    ]  # fmt: skip


def test_one_origin_counts_two_articles_that_repeat_one_document_once(ask: Ask) -> None:
    facts = rows(ask("one-origin", origin="source/notice"), "id", "articles")
    both = ["The Journal", "The Paper"]
    assert all(row in facts for row in [("deal/loan", both), ("country/BB", both), ("agency/bank", ["The Paper"])])


def test_open_disputes(ask: Ask) -> None:
    assert rows(ask("open-disputes"), "question", "rank", "reading", "said_by", "reason", "articles") == [
        (
            "How large is the loan?",
            "preferred",
            "Ten million.",
            ["Bank of Atlantis"],
            "The notice has it.",
            ["The Paper"],
        ),
        ("How large is the loan?", "normal", "Nine million.", [], "Its own count.", ["The Journal"]),
    ]


def test_what_is_said(ask: Ask) -> None:
    answer = ask("what-is-said", node="initiative/reserve")
    keeps = ("purpose", "Keeps tin for hard times.", "Bank of Atlantis", ["The Paper"])
    assert rows(answer, "topic", "says", "said_by", "articles") == [keeps]


def test_history_of_a_deal(ask_changed: Ask) -> None:
    told = ("date", "what", "other", "articles")
    assert rows(ask_changed("history-of-a-deal", deal="deal/charter"), *told) == [
        ("P6M/2023-06", "announced", None, ["The Paper"]),
        ("2024", "signed", None, ["The Journal"]),
        ("2024-05", "amended by", "First change of the charter", ["The Journal"]),
        ("2025-03-01", "in default", None, ["The Journal", "The Paper"]),
        ("2025-07", "superseded by", "New charter of the port", ["The Paper"]),
    ]
    assert rows(ask_changed("history-of-a-deal", deal="deal/new-charter"), *told) == [
        ("2025-06-30", "signed", None, ["The Paper"]),
        ("2025-07", "supersedes", "Charter of the port", ["The Paper"]),
        ("2025-08-01", "extended by", "More time for the new charter", ["The Paper"]),
        (None, "cancelled by", "The closing", ["The Journal"]),
    ]
    ends = rows(ask_changed("history-of-a-deal", deal="deal/new-charter"), "until")
    assert ends == [(None,), (None,), ("2031",), (None,)]
    ends = rows(ask_changed("history-of-a-deal", deal="deal/charter"), "until")
    assert ends == [("2040",), ("2040",), (None,), ("2040",), (None,)]
    undated = ask_changed("history-of-a-deal", deal="deal/undated-loan")
    assert rows(undated, *told) == [(None, "committed", None, ["The Paper"])]


def test_histories_are_offered_where_something_is_told(engine: Server, ask_changed: Ask) -> None:
    assert ask_changed
    (deal,) = CATALOG.get("history-of-a-deal").parameters
    with opened(engine) as graph:
        offered = {c.value.removeprefix("deal/") for c in choices(graph, deal, "changed")}
    changed = {
        "charter",
        "charter-paper",
        "new-charter",
        "pier-loan",
        "top-up",
        "crane-loan",
        "two-cranes-loan",
        "longer-charter",
    }
    assert offered == changed | {"tug-loan"}


def test_progress_is_no_dispute_and_no_claim_of_another_topic(ask_changed: Ask) -> None:
    assert ask_changed("open-disputes").table.rows == ()
    assert ask_changed("what-is-said", node="deal/charter").table.rows == ()


def committed(answer: QueryAnswer) -> dict[str, int]:
    """By stage, what a day's groups come to in whole millions."""
    assert answer.totals is not None
    return {g.key.stage.value: g.interval.floor // MILLION for g in answer.totals.groups}


AS_OF = {
    "": {"committed": 40 + 5 + 12 + 1},
    "2024-01-31": {},
    "2024-06": {"announced": 40, "committed": 3},
    "2024": {"announced": 40, "committed": 3 + 7},
    "2025-01-14": {"committed": 40 + 3 + 7},
    "2025-05": {"committed": 40 + 7},
    "2025-06": {"committed": 40 + 12},
    "2025-12-31": {"committed": 40 + 5 + 12},
}


def test_sums_as_of_a_day(ask_changed: Ask) -> None:
    for day, expected in AS_OF.items():
        for answer in (
            ask_changed("all-money", as_of=day),
            ask_changed("money-by-funder", funder="agency/port-bank", as_of=day),
        ):
            assert committed(answer) == expected, day


def test_a_sum_as_of_a_day_says_so_and_why_each_deal_is_left_out(ask_changed: Ask) -> None:
    answer = ask_changed("all-money", as_of="2025-06-15")
    assert answer.notes == (
        "As of 15 June 2025: each deal with the stage that it had by then. "
        "Left out for that: 1 first dated later, 1 without a date, 2 dated too roughly for it.",
    )
    told = {r["name"]: r["note"] for r in dicts(answer) if r["row"] == "left out"}
    assert told == {
        "More for the pier": "first dated after that day",
        "A loan of no day": "no date says how far it had come on that day",
        "Loan for two cranes": "its dates are too rough to tell how it stood on that day: committed 2025-06",
        "Loan for the crane": "its dates are too rough to tell how it stood on that day: superseded 2025-06",
        "Loan for a tug": "cancelled",
    }
    (named,) = (r["name"] for r in dicts(answer) if r["row"] == "sum")
    assert named == "all committed, outside money, as of 15 June 2025"
    now = {r["name"]: r["note"] for r in dicts(ask_changed("all-money")) if r["row"] == "left out"}
    assert now == {"Loan for the crane": "superseded by Loan for two cranes, June 2025", "Loan for a tug": "cancelled"}


OWNED = [
    ("Ada Ames", "Middle Holding", 30.0, "direct", "2018", "2021-06"),
    ("Ada Ames", "Middle Holding", 12.5, "direct", "2021-06", None),
    ("Middle Holding", "Side Works", None, None, None, None),
    ("Middle Holding", "The shaft", 100.0, "direct", None, None),
    ("Top Holding", "Middle Holding", 60.0, "direct", "2020", None),
    ("Top Holding", "The shaft", 60.0, "ultimate", None, None),
]
TERMS = ("from", "to", "share", "holding", "since", "until")


def stakes(answer: QueryAnswer) -> list[tuple[Value, ...]]:
    return sorted((tuple(row[name] for name in TERMS) for row in dicts(answer)), key=str)


def test_owners(ask: Ask) -> None:
    expected = {
        "company/middle": OWNED[:5],
        "project/shaft": [OWNED[n] for n in (0, 1, 3, 4, 5)],
        "company/side": [OWNED[n] for n in (0, 1, 2, 4)],
        "company/top": [OWNED[n] for n in (2, 3, 4, 5)],
        "person/ada": OWNED[:4],
    }
    for node, found in expected.items():
        assert stakes(ask("owners", node=node)) == sorted(found, key=str), node


def test_owners_are_offered_for_what_owns_or_is_owned(engine: Server, ask: Ask) -> None:
    node, _ = CATALOG.get("owners").parameters
    assert ask("owners", node="company/top").table.rows
    with opened(engine) as graph:
        offered = [c.value for c in choices(graph, node, "worked")]
    chained = {"company/ring", "company/loop", *(f"company/step-{n}" for n in range(9))}
    owned = ["company/middle", "company/side", "company/top", "project/shaft", "person/ada"]
    assert [i for i in offered if i not in chained] == owned
    assert chained < set(offered)


def test_owners_are_followed_for_six_steps_each_way_and_round_a_circle(ask: Ask) -> None:
    def chained(first: int, last: int) -> set[str]:
        return {f"company/step-{n}|OWNS|company/step-{n + 1}|owner" for n in range(first, last)}

    assert links(ask("owners", node="company/step-0")) == chained(0, 6)
    assert links(ask("owners", node="company/step-8")) == chained(2, 8)
    assert links(ask("owners", node="company/step-4")) == chained(0, 8)
    both = {"company/ring|OWNS|company/loop|owner", "company/loop|OWNS|company/ring|owner"}
    assert links(ask("owners", node="company/ring")) == both


def test_owners_of_what_nobody_is_said_to_own_say_so(ask: Ask) -> None:
    answer = ask("owners", node="company/mines")
    assert nodes(answer) == {"company/mines"}
    assert any("No owner and no stake of it is told" in note for note in answer.notes)


ON_A_DAY = ("from", "to", "held_then", "effective_share", "effective_note")
ADA, MIDDLE, TOP, SHAFT = "Ada Ames", "Middle Holding", "Top Holding", "The shaft"
LASTING = [(MIDDLE, SHAFT, "not certain", None, None), (TOP, SHAFT, "not certain", None, None)]
OPEN_THEN = "not certain on that day"
ONE_OF_TWO = "by this chain alone, of 2"
TOO_MUCH = "the shares of Middle Holding come to more than the whole, so not all can be so"


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2017", []),
        ("2018-06-01", [(ADA, MIDDLE, "not certain", 30.0, f"derived: 30 % of 100 %; {OPEN_THEN}")]),
        (
            "2020",
            [
                (ADA, MIDDLE, "yes", 30.0, f"derived: 30 % of 100 %; {OPEN_THEN}"),
                (TOP, MIDDLE, "yes", 60.0, f"derived: 60 % of 100 %; {OPEN_THEN}"),
            ],
        ),
        (
            "2021-06-15",
            [
                (
                    ADA,
                    MIDDLE,
                    "not certain",
                    12.5,
                    f"derived: 12.5 % of 100 %; {OPEN_THEN}; {ONE_OF_TWO}; {TOO_MUCH}",
                ),
                (
                    ADA,
                    MIDDLE,
                    "not certain",
                    30.0,
                    f"derived: 30 % of 100 %; {OPEN_THEN}; {ONE_OF_TWO}; {TOO_MUCH}",
                ),
                (TOP, MIDDLE, "yes", 60.0, f"derived: 60 % of 100 %; {OPEN_THEN}; {TOO_MUCH}"),
            ],
        ),
        (
            "2022-01-01",
            [
                (ADA, MIDDLE, "yes", 12.5, f"derived: 12.5 % of 100 %; {OPEN_THEN}"),
                (TOP, MIDDLE, "yes", 60.0, f"derived: 60 % of 100 %; {OPEN_THEN}"),
            ],
        ),
    ],
)
def test_owners_on_a_day(ask: Ask, day: str, found: list[tuple[Value, ...]]) -> None:
    answer = ask("owners", node="project/shaft", as_of=day)
    assert sorted((tuple(row[name] for name in ON_A_DAY) for row in dicts(answer)), key=str) == sorted(
        [*found, *LASTING], key=str
    )
    assert any("what was held then, or may have been" in note for note in answer.notes)


def test_owners_without_a_day_have_every_time_and_shares_of_what_has_no_end(ask: Ask) -> None:
    told = {
        (r["from"], r["share"], r["holding"]): r["effective_note"] for r in dicts(ask("owners", node="project/shaft"))
    }
    assert told == {
        (ADA, 30.0, "direct"): None,
        (ADA, 12.5, "direct"): "derived: 12.5 % of 100 %",
        (TOP, 60.0, "direct"): "derived: 60 % of 100 %",
        (TOP, 60.0, "ultimate"): None,
        (MIDDLE, 100.0, "direct"): None,
    }


JUDGE, HEAD, DEE = (
    ("Bo Clerk", "judge", "2010-03", "2012-06", None),
    ("Bo Clerk", "president", "2012-07-01", "2019-12-31", None),
    ("Dee Scribe", "president", None, None, "2021-05-03"),
)


def test_offices(ask: Ask) -> None:
    told = ("who", "office", "since", "until", "held_on")
    for node, found in {"agency/court": [JUDGE, HEAD, DEE], "person/bo": [JUDGE, HEAD]}.items():
        shown = dicts(ask("on-a-day", node=node))
        assert [tuple(r[name] for name in told) for r in shown if r["what"] == "serves"] == found, node
    assert any("Nothing of it is told" in note for note in ask("on-a-day", node="company/mines").notes)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2009", {"Dee Scribe": "not certain"}),
        ("2012-05-31", {"Bo Clerk": "yes", "Dee Scribe": "not certain"}),
        ("2012-06-15", {"Bo Clerk": "not certain", "Dee Scribe": "not certain"}),
        ("2019-12-30", {"Bo Clerk": "yes", "Dee Scribe": "not certain"}),
        ("2020-01-01", {"Dee Scribe": "not certain"}),
        ("2021-05-03", {"Dee Scribe": "yes"}),
    ],
)
def test_offices_on_a_day(ask: Ask, day: str, found: dict[str, str]) -> None:
    answer = dicts(ask("on-a-day", node="agency/court", as_of=day))
    assert {r["who"]: r["held_then"] for r in answer if r["what"] == "serves"} == found


def test_connections_follow_stakes(ask: Ask) -> None:
    found = ask("connections", **{"from": "person/ada", "to": "company/side"})
    start = "person/ada|OWNS|company/middle|owner"
    assert links(found) == {f"{start}|early", f"{start}|late", "company/middle|OWNS|company/side|owner"}


def test_measures(ask: Ask) -> None:
    told = rows(ask("measures", node="country/EE"), "target", "measure", "by_whom", "covers", "listed", "delisted")
    assert told == [("Elbonia", "Ban on antimony", ["Freedonia"], ["Antimony"], "P3M/2025-03", "P1Y/2026-06")]


def test_on_a_day(ask: Ask) -> None:
    def held(node: str, as_of: str) -> list[tuple[Value, ...]]:
        return rows(ask("on-a-day", node=node, as_of=as_of), "who", "what", "of", "share", "held_then")

    middle = held("company/middle", "2021-05-31")
    assert sorted(middle, key=str) == [
        ("Ada Ames", "owns", "Middle Holding", 30, "yes"),
        ("Middle Holding", "owns", "Side Works", None, "not certain"),
        ("Middle Holding", "owns", "The shaft", 100, "not certain"),
        ("Top Holding", "owns", "Middle Holding", 60, "yes"),
    ]
    assert {row[3:] for row in held("person/ada", "2021-06-15")} == {(30, "not certain"), (12.5, "not certain")}
    assert held("person/ada", "2021-07-01") == [("Ada Ames", "owns", "Middle Holding", 12.5, "yes")]
    assert not ask("on-a-day", node="person/ada", as_of="2017-12-31").table.rows
    assert not ask("on-a-day", node="country/EE", as_of="2025-02-28").table.rows
    assert [row[1:3] for row in held("country/EE", "2025-04")] == [("targets", "Elbonia")]


def test_properties(ask: Ask) -> None:
    shaft = ask("properties", node="project/shaft")
    assert rows(shaft, "property", "value") == [("kind", ["mine"]), ("since", ["1990"])]
    touching = ask("properties", touching="mineral/tin", property="stage")
    assert rows(touching, "name", "value") == [("Loan for the mine", ["approved"]), ("Tin pact", ["signed"])]
    banks = ask("properties", property="kind", value="bank")
    assert rows(banks, "id", "disputes") == [("agency/bank", None)]
    assert not ask("properties", property="amount_value").table.rows


def test_properties_are_offered_for_what_has_some(engine: Server, ask: Ask) -> None:
    assert ask("properties").table.rows
    node, touching, *_ = CATALOG.get("properties").parameters
    with opened(engine) as graph:
        offered = {c.value for c in choices(graph, node, "worked")}
        near = {c.value for c in choices(graph, touching, "worked")}
    assert {"project/shaft", "agency/bank"} <= offered
    assert not {"person/ada", "country/AA"} & offered
    assert {"person/ada", "mineral/tin"} <= near


def test_agreements(ask: Ask) -> None:
    told = rows(ask("agreements", node="country/AA"), "paper", "stage", "parties", "paper_id")
    assert told == [("Tin pact", "signed", ["Atlantis", "Borduria"], "deal/pact")]


def test_relationships_of_a_type(ask: Ask) -> None:
    assert links(ask("relationships-of-a-type", type="PARTY_TO")) == PACT
    assert not ask("relationships-of-a-type", type="PARTY").table.rows


def test_neighbours_has_the_figures_articles_and_disputes_of_a_deal_in_its_rows(ask: Ask) -> None:
    (row,) = (r for r in dicts(ask("neighbours", node="deal/loan")) if r["from"] == "Bank of Atlantis")
    assert (row["to"], row["amount"], row["qualifier"], row["stage"]) == (
        "Loan for the mine", "USD 10 million", "exact", "approved",
    )  # fmt: skip
    assert (row["articles"], row["disputes"], row["disputed"]) == (
        "The Journal; The Paper",
        1,
        "How large is the loan?",
    )


def test_all_money_in_rows_has_parts_breakdowns_and_disputes(ask: Ask) -> None:
    told = dicts(ask("all-money"))
    (inside,) = (r for r in told if r["row"] == "inside")
    assert (inside["name"], inside["as_written"], inside["floor"]) == (
        "Loan for the mine", "USD 10 million", 10 * MILLION,
    )  # fmt: skip
    assert ("by mineral", "Tin", "USD 10 million") in [(r["row"], r["name"], r["comes_to"]) for r in told]
    assert [r["name"] for r in told if r["row"] == "disputed"] == ["How large is the loan?"]


def test_no_query_is_left_out() -> None:
    tested = {name.removeprefix("test_").replace("_", "-") for name in globals() if name.startswith("test_")}
    assert {q.id for q in CATALOG.queries} <= tested
