"""What a reader chooses of how a picture is drawn: sizes and widths by money that may be compared, colours, dashes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.deals import DealBook
from cypher.disagreements.other_sides import OtherSide
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.money_scale import LARGEST_NODE, SMALLEST_NODE, THINNEST_LINE, WIDEST_LINE, list_measures
from explorer.render.node_colours import OTHER
from explorer.render.picture import Picture, draw_picture
from explorer.render.picture_facts import PictureFacts
from explorer.render.picture_style import CHOICES, Aspect, Marked, Measure, Style, is_choice
from explorer.render.style_choices import TITLES, WORDS, describe_choice, list_choices
from ledger.amounts import Amount
from ledger.deals import AmountOf, Deal, Instrument, Stage, WhoseMoney

MODEL = built_in_model()
BANK, MINE = "agency/bank", "company/mine"
STATED = {
    "deal/large": ("USD 100 million", Stage.APPROVED),
    "deal/small": ("USD 25 million", Stage.APPROVED),
    "deal/limit": ("up to USD 50 million", Stage.APPROVED),
    "deal/tiny": ("USD 10", Stage.APPROVED),
    "deal/letter": ("USD 900 million", Stage.LETTER_ISSUED),
    "deal/euro": ("EUR 700 million", Stage.APPROVED),
    "deal/tons": ("900,000 tons", Stage.APPROVED),
    "deal/unquantified": ("unquantified USD", Stage.APPROVED),
    "deal/mixed": ("USD 800 million", Stage.MIXED),
}
BY_USD = "money:approved:USD"


def deal(id_: str, amount: str, stage: Stage, **more: Any) -> Deal:
    return Deal(id_, id_, Instrument.LOAN, stage, WhoseMoney.PUBLIC, Amount.parse(amount), **more)


DEALS = tuple(deal(i, *stated) for i, stated in STATED.items())


def node_of(one: Deal) -> GraphNode:
    assert one.amount is not None
    figure = {
        "amount_value": one.amount.value,
        "amount_unit": one.amount.unit,
        "amount_qualifier": one.amount.qualifier,
    }
    own = {"name": one.id, "stage": str(one.stage), "whose_money": str(one.whose_money), "origins": ["source/a"]}
    return GraphNode(one.id, "Deal", own | {k: v for k, v in figure.items() if v is not None})


def drawn(style: Style, deals: tuple[Deal, ...] = DEALS, edges: tuple[GraphEdge, ...] = (), **book: Any) -> Picture:
    nodes = (
        *map(node_of, deals),
        GraphNode(BANK, "Agency", {"name": "The Bank", "origins": ["source/a", "source/b"]}),
        GraphNode(MINE, "Company", {"name": "The Mine"}),
    )
    facts = PictureFacts(book=DealBook(deals, {}, **book))
    return draw_picture(Subgraph(nodes, edges), {n.id: (0.0, 0.0) for n in nodes}, MODEL, style=style, facts=facts)


def by_id(picture: Picture) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in (*picture.network.nodes, *picture.network.edges)}


def texts(picture: Picture, sign: str) -> list[str]:
    return [key["text"] for key in picture.legend.keys if key["sign"] == sign]


def test_the_area_goes_with_the_figure_and_whatever_cannot_be_compared_is_the_smallest() -> None:
    size = {i: item["size"] for i, item in by_id(drawn(Style(size=BY_USD))).items()}
    assert size["deal/large"] == LARGEST_NODE
    assert size["deal/small"] == LARGEST_NODE / 2  # a quarter of the area
    others = ("letter", "euro", "tons", "unquantified", "mixed", "tiny")
    assert {size[f"deal/{other}"] for other in others} | {size[BANK], size[MINE]} == {SMALLEST_NODE}


def test_a_limit_is_drawn_another_way_than_a_firm_figure_and_the_legend_says_so() -> None:
    picture = drawn(Style(size=BY_USD))
    look = by_id(picture)
    assert look["deal/limit"]["color"]["background"] != look["deal/large"]["color"]["background"]
    assert look["deal/unquantified"]["color"]["background"] == look["deal/large"]["color"]["background"]
    assert texts(picture, "hollow") == ["up to, at least, a range"]
    assert texts(picture, "size") == ["size: USD, approved, at most USD 100 million"]
    (meaning,) = (key["meaning"] for key in picture.legend.keys if key["sign"] == "size")
    assert "of 4 here" in meaning
    assert "nothing is to be added by eye" in meaning


def test_only_figures_of_one_unit_and_stage_that_two_deals_have_are_offered() -> None:
    assert list_measures(DealBook(DEALS, {})) == (Measure(Stage.APPROVED, "USD"),)
    offered = {a["title"]: [c["words"] for c in a["choices"]] for a in drawn(Style()).choices}
    assert offered["Size of nodes"] == ["by relationships", "by independent origins", "by USD, approved"]


def test_costs_demands_guarantees_and_figures_of_a_year_are_not_compared() -> None:
    others = (
        deal("deal/cost", "USD 1 million", Stage.APPROVED, amount_of=AmountOf.COST),
        deal("deal/year", "USD 2 million", Stage.APPROVED, amount_period="2025"),
        Deal("deal/cover", "x", Instrument.GUARANTEE, Stage.APPROVED, WhoseMoney.PUBLIC, Amount.parse("USD 3 million")),
    )
    assert list_measures(DealBook(others, {})) == ()


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=8))
def test_a_larger_figure_is_never_drawn_smaller(values: list[int]) -> None:
    deals = tuple(deal(f"deal/{n}", f"USD {value}", Stage.APPROVED) for n, value in enumerate(values))
    look = by_id(drawn(Style(size=BY_USD), deals))
    sizes = [look[d.id]["size"] for d in sorted(deals, key=lambda d: d.amount.value if d.amount else 0)]
    assert sizes == sorted(sizes)
    assert all(SMALLEST_NODE <= size <= LARGEST_NODE for size in sizes)


def line(type_: str, start: str, end: str, **properties: Any) -> GraphEdge:
    return GraphEdge(f"{start}|{type_}|{end}", type_, start, end, {"role": "funder", **properties})


def test_the_width_is_what_goes_along_a_line_and_a_joint_figure_is_nobodys_own() -> None:
    alone = line("FUNDS", BANK, "deal/large")
    joint = line("FUNDS", BANK, "deal/small")
    share = line("FUNDS", MINE, "deal/small", share=50.0)
    only = line("GOES_TO", "deal/large", MINE)
    deals = (deal("deal/large", "USD 100 million", Stage.APPROVED, recipients=frozenset({MINE})), DEALS[1])
    funders = {"deal/large": {BANK: "The Bank"}, "deal/small": {BANK: "The Bank", MINE: "The Mine"}}
    look = by_id(drawn(Style(width=BY_USD), deals, (alone, joint, share, only), funders=funders))
    assert look[alone.id]["width"] == look[only.id]["width"] == WIDEST_LINE
    assert look[joint.id]["width"] == THINNEST_LINE
    assert look[share.id]["width"] == WIDEST_LINE * 0.125


def test_a_limit_along_a_line_is_a_faint_band() -> None:
    funds = line("FUNDS", BANK, "deal/limit")
    look = by_id(drawn(Style(width=BY_USD), edges=(funds,), funders={"deal/limit": {BANK: "The Bank"}}))
    assert look[funds.id]["width"] < 2
    assert look[funds.id]["background"]["size"] > WIDEST_LINE


def test_what_binds_no_money_is_dashed_with_its_lines_and_what_is_not_told_is_dotted() -> None:
    letter, loan = line("FUNDS", BANK, "deal/letter"), line("FUNDS", BANK, "deal/large")
    picture = drawn(Style(), edges=(letter, loan))
    look = by_id(picture)
    dashes = {i: look[f"deal/{i}"]["shapeProperties"]["borderDashes"] for i in ("letter", "large", "mixed")}
    assert dashes["large"] is False
    assert dashes["letter"] != dashes["mixed"]
    assert look[loan.id]["dashes"] is False
    assert look[letter.id]["dashes"]
    assert texts(picture, "dashed") == ["binds no money"]
    assert texts(picture, "dotted") == ["not told if it binds"]
    plain = drawn(Style(binding="plain"), edges=(letter,))
    assert not by_id(plain)[letter.id]["dashes"]
    assert not texts(plain, "dashed")


@pytest.mark.parametrize(
    ("colour", "told"),
    [
        ("stage", ["letter issued, announced, offered (1)", "conditional, approved (7)", "mixed (1)", "all else"]),
        ("whose_money", ["foreign public, public (9)", "all else"]),
        ("agency", ["The Bank (3)", "all else"]),
    ],
)
def test_each_colour_is_said_in_words_with_how_many_have_it(colour: str, told: list[str]) -> None:
    edges = (line("FUNDS", BANK, "deal/large"), line("FUNDS", BANK, "deal/small"))
    picture = drawn(Style(colour=colour), edges=edges)
    assert texts(picture, "colour") == told
    look = by_id(picture)
    assert look[MINE]["color"]["background"] == OTHER
    assert {entry.colour for entry in picture.legend.labels} == {OTHER}


def test_what_rests_on_one_origin_is_marked_when_asked_for() -> None:
    assert not any("origin" in item for item in by_id(drawn(Style())).values())
    marked = [i for i, item in by_id(drawn(Style(origins="marked"))).items() if "origin" in item]
    assert marked == [d.id for d in DEALS]  # the bank rests on two, and of the mine none is told


def test_size_by_origins_is_larger_where_there_are_more() -> None:
    look = by_id(drawn(Style(size="origins")))
    assert look[BANK]["size"] > look["deal/large"]["size"] > look[MINE]["size"]


def test_a_deal_has_its_figure_with_its_qualifier_under_its_name() -> None:
    label = {i: item["label"].split("\n")[-1] for i, item in by_id(drawn(Style())).items()}
    assert label["deal/limit"] == "up to USD 50 million"
    assert label["deal/unquantified"] == "unquantified USD"
    assert label[BANK] == "The Bank"


def test_the_other_side_of_a_line_is_drawn_only_when_asked_for_and_is_no_relationship() -> None:
    funds = line("FUNDS", BANK, "deal/large")
    sides = (
        OtherSide("side/1", "dispute/x", "Who?", "The mine pays.", MINE, "deal/large", "FUNDS", "funder"),
        OtherSide("side/2", "dispute/x", "Who?", "Not the bank.", BANK, "deal/large", "FUNDS", edge=funds.id,
                  is_denied=True),
    )  # fmt: skip
    nodes = (node_of(DEALS[0]), GraphNode(BANK, "Agency", {"name": "B"}), GraphNode(MINE, "Company", {"name": "M"}))
    places = {n.id: (0.0, 0.0) for n in nodes}

    def look(style: Style) -> Picture:
        return draw_picture(Subgraph(nodes, (funds,)), places, MODEL, style=style, facts=PictureFacts(sides=sides))

    assert [e["id"] for e in look(Style()).network.edges] == [funds.id]
    shown = by_id(look(Style(sides="drawn")))
    assert shown["side/1"]["words"] == "or: funds"
    assert shown["side/1"]["side"]
    assert "The mine pays" in shown["side/1"]["tooltip"][0]
    assert shown[funds.id]["words"] == "funds (or not)"
    assert look(Style(sides="drawn")).legend.types[0].count == 1


def test_every_choice_is_offered_in_words_and_a_strange_one_is_none() -> None:
    for aspect in Aspect:
        assert aspect in TITLES
        assert all((aspect, choice) in WORDS for choice in CHOICES[aspect])
    assert describe_choice(Aspect.SIZE, "money:letter_issued:USD") == "by USD, letter issued"
    for aspect, choice in [
        ("size", "money:nowhere:USD"),
        ("size", "money:approved:<b>"),
        ("colour", BY_USD),
        ("x", "y"),
    ]:
        assert not is_choice(aspect, choice)
    assert Style().with_(Aspect.SIZE, "money:approved:<b>") == Style()


def test_what_holds_is_told_of_each_aspect_also_a_measure_that_the_picture_no_longer_has() -> None:
    chosen = [
        [c["words"] for c in aspect["choices"] if c["chosen"]]
        for aspect in list_choices(Style(size="money:funded:EUR", marks=Marked.ALL), ())
    ]
    assert chosen == [
        ["all, details too"], ["by EUR, funded"], ["all alike"], ["by kind"], ["dashed"], ["not marked"], ["not drawn"],
    ]  # fmt: skip
