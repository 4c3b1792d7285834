"""What a query returns with its dates as told, and what an answer has of it: order in time, what held, and how many."""

from datetime import date

import pytest

from cypher.model import built_in_model
from cypher.reckon import check_step, reckon, reckon_between
from cypher.results import GraphNode, Table, Value
from cypher.saved import Parameter, ParameterType, SavedQuery, run
from ledger.periods import Days

SIGNED_LATER = GraphNode("deal/a", "Deal", {"stage": "signed", "date": "P2M/2025-07"})
DAY = Parameter(name="day", type=ParameterType.DAY, meaning="the day", default="")


def listings(*times: dict[str, Value]) -> Table:
    return Table(("name", "listed_then", "target_id"), tuple((str(n), t, "country/XX") for n, t in enumerate(times)))


def told(table: Table, day: str | None) -> list[tuple[Value, ...]]:
    return [row[:2] for row in reckon("periods", table, date.fromisoformat(day) if day else None).rows]


def test_a_history_is_in_order_of_the_first_day_that_a_date_may_mean_then_the_last() -> None:
    dates = (None, "soon", "2025-06-01", "P3M/2025-06", "2025-06", "2025", "2024-12-31", "P5M/2025-06")
    rows = reckon("history", Table(("date", "what"), tuple((d, "x") for d in dates)), None).rows
    assert [d for d, _ in rows] == [
        "2024-12-31", "2025", "P5M/2025-06", "P3M/2025-06", "2025-06-01", "2025-06", None, "soon",
    ]  # fmt: skip


def test_a_row_says_whether_it_held_and_is_left_out_where_it_did_not() -> None:
    table = listings(
        {"since": "2026"},
        {"since": "P3M/2025-06", "gone": "2026"},
        {"since": "2024", "gone": "2025-05-01"},
        {"since": "2024", "paper": SIGNED_LATER, "steps": [], "extended": [], "ends": []},
        {"since": "2024", "until": "2025-12-31"},
        {"since": None, "not_before": "2025-01-01"},
    )
    assert told(table, "2025-05-01") == [("4", "yes"), ("5", "not certain"), ("1", "not certain")]
    assert told(table, "2025-06-30") == [("3", "not certain"), ("4", "yes"), ("5", "not certain"), ("1", "yes")]
    assert {held for _, held in told(table, None)} == {None}
    assert len(told(table, None)) == len(table.rows)


def test_only_rows_of_the_same_are_put_in_order_of_time_and_what_begins_untold_stands_first() -> None:
    rows = [("b", "2025-06-01", 1), ("b", "2025", 1), ("b", None, 1), ("a", "2030", 2), ("b", "2020", 1)]
    table = Table(("name", "held_then", "who_id"), tuple((name, {"since": since}, i) for name, since, i in rows))
    assert [name for name, *_ in reckon("periods", table, None).rows] == ["b", "b", "b", "a", "b"]
    numbered = Table(("n", "held_then"), tuple((n, {"since": s}) for n, (_, s, _) in enumerate(rows)))
    assert [n for n, _ in reckon("periods", numbered, None).rows] == [2, 4, 1, 0, 3]


@pytest.mark.parametrize("broken", [7, ["x"], "tomorrow", {"a": 1}])
def test_a_date_that_somebody_broke_is_one_that_is_not_told(broken: Value) -> None:
    assert told(listings({"since": broken, "until": "2030"}), "2025-01-01") == [("0", "not certain")]
    deal = GraphNode("deal/a", "Deal", {"name": "A", "stage": broken, "date": broken, "until": broken})
    claim = GraphNode("claim/a", "Claim", {"stage": "signed", "date": broken})
    party = {"called": "B", "since": broken, "until": None}
    columns = ("deal", "steps", "extended", "ends", "parties", "disputes")
    paper = Table(columns, ((deal, [claim], [broken], [], [party], []),))
    (row,) = reckon("papers", paper, date(2025, 1, 1)).rows
    shown = dict(zip(reckon("papers", paper, None).columns, row, strict=True))
    assert (shown["held_then"], shown["parties"], shown["since"]) == ("not certain", ["B"], None)


def test_what_fell_between_two_days_is_in_order_and_what_may_have_is_said_to_be_uncertain() -> None:
    told = ("2025-07", "2025-06-30", "P3M/2025-06-30", "2025", "2025-05-31", "2025-07-16", None, "soon", "2025-06-01")
    table = Table(("date", "within", "what"), tuple((d, None, "x") for d in told))
    days = Days(date(2025, 6, 1), date(2025, 7, 15))
    assert [row[:2] for row in reckon_between("days", table, days).rows] == [
        ("2025", "not certain"),
        ("P3M/2025-06-30", "not certain"),
        ("2025-06-01", "yes"),
        ("2025-06-30", "yes"),
        ("2025-07", "not certain"),
    ]
    assert reckon_between("days", Table((), ()), days).rows == ()


def test_an_unknown_step_is_refused_by_name_and_no_rows_stay_none() -> None:
    with pytest.raises(KeyError, match="there is no step 'stars': there are days, figures, history, papers, periods"):
        check_step("stars")
    assert reckon("papers", Table((), ()), None) == Table((), ())


class Pages:
    """A graph with four listings, of which the first began last; it notes up to how many rows it was asked for."""

    def __init__(self) -> None:
        self.limits: list[int | None] = []

    def table(self, text: str, parameters: object, limit: int | None) -> Table:
        self.limits.append(limit)
        rows = listings(*({"since": str(year)} for year in (2030, 2020, 2021, 2022))).rows
        return Table(listings().columns, rows[:limit], limit is not None and limit < len(rows))

    def rows(self, text: str, parameters: object) -> tuple[()]:
        return ()


def test_what_held_on_a_day_is_chosen_of_all_rows_and_then_cut() -> None:
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view="table", parameters=(DAY,), as_of="day",
        reckons="periods", text="MATCH (n) RETURN n.id AS n", model=built_in_model(),
    )  # fmt: skip
    graph = Pages()
    found = run(graph, query, {"day": "2025"}, "mine", max_rows=2)  # type: ignore[arg-type]
    assert ([name for name, *_ in found.table.rows], found.table.truncated) == (["1", "2"], True)
    assert not run(graph, query, {"day": "2025"}, "mine", max_rows=3).table.truncated  # type: ignore[arg-type]
    page = run(graph, query, {}, "mine", max_rows=2)  # type: ignore[arg-type]
    assert (len(page.table.rows), page.table.truncated, graph.limits) == (2, True, [None, None, 2])


def test_figures_are_told_as_people_read_them_and_what_is_none_says_so() -> None:
    def deal(**amount: Value) -> GraphNode:
        return GraphNode("deal/a", "Deal", {f"amount_{name}": value for name, value in amount.items()})

    exact = deal(value=14_800_000_000, unit="USD", qualifier="exact")
    at_most = deal(value=7_000, unit="tons", qualifier="up_to")
    table = Table(("deal", "figure", "other_figures"), (("A", exact, [at_most, deal()]), ("B", deal(value=1), [])))
    (told, broken) = reckon("figures", table, None).rows
    assert told == ("A", "USD 14.8 billion", ["up to 7,000 tons"])
    assert str(broken[1]).startswith("no figure that can be read: ")
    assert reckon("figures", Table(("deal",), (("A",),)), None).rows == (("A",),)
