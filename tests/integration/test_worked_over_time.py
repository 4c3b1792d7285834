"""Saved queries about what changes with time, compared with rows worked out by hand: histories, owners, offices."""

import pytest

from cypher.results import Value
from cypher.saved import QueryAnswer, choices
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.integration.worked_asks import CATALOG, Ask, dicts, links, nodes, rows

MILLION = 1_000_000
PACT = {"country/AA|PARTY_TO|deal/pact|signatory", "country/BB|PARTY_TO|deal/pact|signatory"}
FOR_THE_RESERVE = {"agency/bank|LEADS|initiative/reserve|leader", "deal/pact|ADVANCES|initiative/reserve|purpose"}
OF_THE_LOAN = {"agency/bank|FUNDS|deal/loan|funder", "deal/loan|GOES_TO|company/mines|recipient"}
TIN = {"deal/loan|COVERS|mineral/tin|mineral", "deal/pact|COVERS|mineral/tin|mineral"}


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
