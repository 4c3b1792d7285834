"""The legend's keys: what the marks, lines, sizes and colours of a picture mean, those that occur and no others."""

from collections import Counter
from collections.abc import Iterator

from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.binding_lines import is_dashed, is_dotted
from explorer.render.dispute_marks import DISPUTED, DisputeMark
from explorer.render.money_scale import MoneyScale
from explorer.render.node_colours import OTHER, Tint, order_tints
from explorer.render.pen import ONE_ORIGIN, Pen, rests_on_one
from explorer.render.picture_style import DASHED, DRAWN, KIND, MARKED, ORIGINS
from explorer.render.picture_types import KeyPayload
from explorer.render.style import is_gathered
from ledger.disputes import Weight
from ledger.glossary import GLOSSARY

WEIGHT_KEYS = {
    Weight.DECIDES: ("disagreements that decide", "of money, parties, stage or whether it exists"),
    Weight.MATTERS: ("disagreements that matter", "of date, role, scope, or wording with consequences"),
    Weight.DETAIL: ("disagreements in a detail", "of style or translation"),
}


def list_keys(shown: Subgraph, pen: Pen) -> list[KeyPayload]:
    """All keys of a picture, in the order in which a legend has them."""
    return [
        *_key_disputes(shown, pen),
        *_key_sides(pen),
        *_key_origins(shown, pen),
        *_key_binding(shown, pen),
        *_key_colours(shown, pen),
        *_key_sizes(pen),
        *_key_gathered(shown),
    ]


def _key_disputes(shown: Subgraph, pen: Pen) -> Iterator[KeyPayload]:
    things: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    marks = [mark for thing in things if (mark := pen.mark_of(thing))]
    for weight in Weight:
        counted = sum(mark.weight is weight for mark in marks)
        if counted:
            text, of = WEIGHT_KEYS[weight]
            yield {
                "sign": "badge",
                "text": f"{text} ({counted})",
                "meaning": f"Marked are nodes and lines that disagreements are about: here {counted}, {of}. The number "
                "in the badge is how many; every reading is kept. The menu “Drawing” says which are marked.",
                "colour": DisputeMark(weight).colour,
                "badge": {**DisputeMark(weight).badge(), "text": "n"},
            }


def _key_sides(pen: Pen) -> Iterator[KeyPayload]:
    if pen.style.sides == DRAWN:
        count = len(pen.facts.sides)
        meaning = (
            "Lines as they would be if another reading of a disagreement held, where a reading says so of two nodes of "
            "this picture; “or not”: it would not be there. They are none of the relationships that are counted."
        )
        yield _key("side", f"other readings ({count})", meaning, DISPUTED)


def _key_origins(shown: Subgraph, pen: Pen) -> Iterator[KeyPayload]:
    things: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    if pen.style.origins == MARKED and any(map(rests_on_one, things)):
        yield {
            "sign": "badge",
            "text": f"rests on one origin ({sum(map(rests_on_one, things))})",
            "meaning": GLOSSARY["origins"],
            "colour": ONE_ORIGIN["colour"],
            "badge": ONE_ORIGIN,
        }


def _key_binding(shown: Subgraph, pen: Pen) -> Iterator[KeyPayload]:
    if pen.style.binding != DASHED:
        return
    if any(map(is_dashed, shown.nodes)):
        meaning = (
            "Deals by which no money is bound, with their lines of money and parties: a plan, talks, a letter, an "
            "offer, a signed paper, or what was withdrawn. Solid: conditional, approved, committed, funded, mobilised."
        )
        yield _key("dashed", "binds no money", meaning)
    if any(map(is_dotted, shown.nodes)):
        yield _key(
            "dotted", "not told if it binds", "Deals of which the stage is mixed or not stated, with their lines."
        )


def _key_colours(shown: Subgraph, pen: Pen) -> Iterator[KeyPayload]:
    if pen.style.colour == KIND:
        return
    counts: Counter[Tint] = Counter(pen.tints.values())
    order = order_tints(pen.style.colour)
    for tint in sorted(counts, key=lambda t: (order.index(t.colour) if t.colour in order else len(order), t.text)):
        yield _key("colour", f"{tint.text} ({counts[tint]})", f"Nodes of this colour: {tint.text}.", tint.colour)
    if len(shown.nodes) > len(pen.tints):
        yield _key("colour", "all else", "Nodes of which this colouring says nothing.", OTHER)


def _key_sizes(pen: Pen) -> Iterator[KeyPayload]:
    if pen.sizes is not None:
        yield _key("size", f"size: {_say_scale(pen.sizes)}", _explain_scale(pen.sizes, of_lines=False))
    elif pen.style.size == ORIGINS:
        yield _key("size", "size: independent origins", GLOSSARY["origins"])
    if pen.widths is not None:
        yield _key("width", f"width: {_say_scale(pen.widths)}", _explain_scale(pen.widths, of_lines=True))
    firmless = [s for s in (pen.sizes, pen.widths) if s and not all(f.is_firm for f in s.figures.values())]
    if firmless:
        yield _key(
            "hollow",
            "up to, at least, a range",
            "No firm figure: drawn light inside, a line as a faint band, by the figure that is stated, of a range by "
            "its upper end.",
        )


def _say_scale(scale: MoneyScale) -> str:
    if not scale.figures:
        return f"{scale.measure.words}: no figure here"
    return f"{scale.measure.words}, at most {scale.say_largest()}"


def _explain_scale(scale: MoneyScale, *, of_lines: bool) -> str:
    what = "The width of a line of funding or receipt" if of_lines else "The area of a deal"
    own = " along it: a joint figure is nobody's own, and has none." if of_lines else "."
    count = len(scale.figures)
    return (
        f"{what} goes with the figure in {scale.measure.words}, of {count} here{own} The smallest: no such figure, "
        f"another unit or stage, or less than {scale.say_smallest(of_lines=of_lines)}. Figures inside one another are "
        "both drawn: nothing is to be added by eye."
    )


def _key_gathered(shown: Subgraph) -> Iterator[KeyPayload]:
    if any(is_gathered(node) for node in shown.nodes):
        yield _key("gathered", "gathered into one", GLOSSARY["gathered into one"])


def _key(sign: str, text: str, meaning: str, colour: str = "") -> KeyPayload:
    return {"sign": sign, "text": text, "meaning": meaning, "colour": colour}
