"""What is marked as disputed: those things alone whose disputes weigh as much as the reader wants to see."""

from typing import Any

import pytest

from cypher.disagreements.on_items import WeighedDispute
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.dispute_marks import DISPUTED
from explorer.render.picture import Picture, draw_picture
from explorer.render.picture_facts import PictureFacts
from explorer.render.picture_style import Marked, Style
from ledger.disputes import Disagreement, Weight

MODEL = built_in_model()
WEIGHED = {
    "deal/decides": {"disputes_weigh": "decides"},
    "deal/matters": {"disputes_weigh": "matters"},
    "deal/detail": {"disputes_weigh": "detail"},
    "deal/by-its-lines": {"disputes": ["dispute/1"]},
    "deal/strange": {"disputes_weigh": ["somebody's"]},
}
DEALS = tuple(GraphNode(i, "Deal", {"name": i, "stage": "committed", **more}) for i, more in WEIGHED.items())
LINE = GraphEdge("line", "PART_OF", DEALS[0].id, DEALS[1].id, {"role": "part", "disputes_weigh": "decides"})
AT_ODDS = Disagreement.SOURCES_DIFFER
ABOUT = {
    "deal/decides": tuple(
        WeighedDispute(f"dispute/{n}", "?", weight, AT_ODDS)
        for n, weight in enumerate((Weight.DECIDES, Weight.DECIDES, None))
    )
}


def drawn(marks: Marked, facts: PictureFacts = PictureFacts(ABOUT)) -> Picture:  # noqa: B008
    positions = {deal.id: (0.0, 0.0) for deal in DEALS}
    return draw_picture(Subgraph(DEALS, (LINE,)), positions, MODEL, style=Style(marks=marks), facts=facts)


def marked(picture: Picture) -> list[str]:
    items: list[dict[str, Any]] = [*picture.network.nodes, *picture.network.edges]
    return [item["id"] for item in items if "badge" in item]


@pytest.mark.parametrize(
    ("marks", "ids"),
    [
        (Marked.NONE, []),
        (Marked.DECIDES, ["deal/decides", "line"]),
        (Marked.WEIGHTY, ["deal/decides", "deal/matters", "line"]),
        (Marked.ALL, ["deal/decides", "deal/matters", "deal/detail", "line"]),
    ],
)
def test_the_reader_chooses_which_weights_are_marked(marks: Marked, ids: list[str]) -> None:
    picture = drawn(marks)
    assert marked(picture) == ids
    coloured = [n["id"] for n in picture.network.nodes if n["color"]["border"] == DISPUTED]
    assert coloured == [i for i in ids if i in ("deal/decides", "deal/matters")]


def test_by_default_only_what_decides_is_marked() -> None:
    assert Style().marks is Marked.DECIDES


def test_what_decides_is_plainly_another_mark_than_what_matters() -> None:
    decides, matters, detail, *_ = drawn(Marked.ALL).network.nodes
    assert (decides["badge"]["filled"], matters["badge"]["filled"], detail["badge"]["filled"]) == (True, False, False)
    assert decides["borderWidth"] > matters["borderWidth"] > detail["borderWidth"]


def test_the_badge_counts_the_disagreements_of_its_weight_and_hovering_tells_who_is_at_odds() -> None:
    node = drawn(Marked.ALL).network.nodes[0]
    assert node["badge"]["text"] == "2"
    assert node["tooltip"][0].endswith("2 disagreements about it decide (sources differ)")


def test_without_the_disputes_themselves_the_badge_counts_nothing() -> None:
    node = drawn(Marked.DECIDES, PictureFacts()).network.nodes[0]
    assert node["badge"]["text"] == "!"
    assert "a disagreement about it decides" in node["tooltip"][0]


def test_the_legend_says_what_each_mark_means_and_how_many_there_are() -> None:
    keys = [key for key in drawn(Marked.WEIGHTY).legend.keys if key["sign"] == "badge"]
    assert [key["text"] for key in keys] == ["disagreements that decide (2)", "disagreements that matter (1)"]
    assert "money, parties, stage" in keys[0]["meaning"]
    assert not drawn(Marked.NONE).legend.keys


def test_a_line_that_decides_is_wider_and_keeps_no_dashes() -> None:
    (line,) = drawn(Marked.DECIDES).network.edges
    (plain,) = drawn(Marked.NONE).network.edges
    assert line["width"] > plain["width"]
    assert line["dashes"] is False
    assert "color" not in plain
