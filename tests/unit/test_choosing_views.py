"""A question is seen in any view that suits it, and in no other."""

from pathlib import Path

import pytest

from cypher.errors import BadParameter
from cypher.model import built_in_model
from cypher.results import GraphNode, Table
from cypher.saved import BadQuery, SavedQuery, run
from cypher.saved.command_line import write_command
from cypher.saved.query import read_query
from tests.shipped import CATALOG

MODEL = built_in_model()
DEAL = GraphNode("deal/x", "Deal", {"name": "X", "amount_value": 5, "amount_unit": "USD", "amount_qualifier": "exact"})


def file_of(tmp_path: Path, header: str, text: str = "MATCH (d:Deal) RETURN d AS deal") -> Path:
    folder = tmp_path / "some-queries"
    folder.mkdir()
    path = folder / "q.cypher"
    lines = "".join(f"// {line}\n" for line in ("id: q", "title: Q", "question: Q?", *header.splitlines()))
    path.write_text(f"{lines}{text}\n")
    return path


def test_a_question_is_seen_as_its_header_says_and_in_the_views_beside_on_demand() -> None:
    query = CATALOG.get("money-by-funder")
    assert query.views[0] == "totals"
    seen = query.seen_as("ladder")
    assert (seen.view, seen.text, seen.parameters) == ("ladder", query.text, query.parameters)
    assert seen.seen_as("totals").view == seen.default_view == "totals"


def test_the_command_of_a_question_names_the_view_where_it_is_not_its_own() -> None:
    query = CATALOG.get("all-money")
    assert write_command(query, {}) == "lodegraph query run all-money"
    assert write_command(query.seen_as("bars"), {}) == "lodegraph query run all-money --view bars"
    assert write_command(query.seen_as("bars").seen_as("totals"), {}) == "lodegraph query run all-money"


def test_a_header_does_not_say_what_another_view_was_chosen_instead_of(tmp_path: Path) -> None:
    with pytest.raises(BadQuery, match="own_view"):
        read_query(file_of(tmp_path, "view: totals\nown_view: table"), MODEL)


@pytest.mark.parametrize("view", ["network", "ladderr", "", "<b>"])
def test_a_view_that_does_not_suit_is_refused_with_those_that_do(view: str) -> None:
    with pytest.raises(BadParameter, match="choose totals, number, ladder"):
        CATALOG.get("money-by-funder").seen_as(view)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("view: totals\nother_views: [totals]", "names a view twice"),
        ("view: totals\nother_views: [laddr]", "there is no view 'laddr'"),
        (
            "view: totals\nother_views: [table]\nas_of: a\nparameters: [{name: a, type: day, meaning: a, default: ''}]",
            "would not be those of the day",
        ),
        ("view: table\nother_views: [ladder]\nreckons: history", "history makes other rows of them"),
    ],
)
def test_a_header_that_promises_a_view_it_cannot_keep_is_refused(tmp_path: Path, header: str, message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        read_query(file_of(tmp_path, header), MODEL)


def test_a_query_that_adds_amounts_itself_has_no_view_of_deals(tmp_path: Path) -> None:
    text = "MATCH (d:Deal) RETURN d AS deal, sum(d.x) AS total"
    with pytest.raises(BadQuery, match="aggregates amounts by sum"):
        read_query(file_of(tmp_path, "view: table\nother_views: [ladder]", text), MODEL)


class OneDeal:
    """A graph that holds one deal."""

    def table(self, text: str, parameters: object, limit: int | None) -> Table:
        return Table(("figure",), ((DEAL,),))

    def rows(self, text: str, parameters: object) -> tuple[()]:
        return ()


def test_a_table_of_figures_keeps_its_deals_for_a_view_that_is_made_of_them() -> None:
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view="table", other_views=("ladder",), reckons="figures",
        text="MATCH (d:Deal) RETURN d AS figure", model=MODEL,
    )  # fmt: skip
    assert run(OneDeal(), query, {}, "mine").table.rows == (("USD 5",),)  # type: ignore[arg-type]
    assert run(OneDeal(), query.seen_as("ladder"), {}, "mine").table.rows == ((DEAL,),)  # type: ignore[arg-type]
