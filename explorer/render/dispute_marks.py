"""How it is marked that something is disputed: by a badge at the node or on the line, and by colour and width.

What decides has a filled badge, what matters a hollow one, a detail a small grey one; the number in it is that of the
disagreements of that weight about the thing itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cypher.disagreements.on_items import Disputes, WeighedDispute
from cypher.results import GraphEdge, GraphNode
from explorer.render.picture_style import Marked
from explorer.render.picture_types import BadgePayload
from ledger.disputes import Weight, describe_disagreement

DISPUTED = "#C24E00"
"""Vermilion, dark enough for white letters on it."""
DETAIL = "#767676"
NONE: Disputes = {}


@dataclass(frozen=True)
class DisputeMark:
    """What is marked of a thing: the greatest weight of disputes about it, and those of that weight.

    `disputes` is empty where the picture was drawn without asking for them.
    """

    weight: Weight
    disputes: tuple[WeighedDispute, ...] = ()

    @property
    def border_width(self) -> float:
        """Of a node, in pixels."""
        return {Weight.DECIDES: 3.2, Weight.MATTERS: 2.0}.get(self.weight, 1.2)

    @property
    def line_width(self) -> float:
        """Of an edge, in pixels."""
        return {Weight.DECIDES: 2.8, Weight.MATTERS: 1.8}.get(self.weight, 1.3)

    @property
    def colour(self) -> str:
        """Of border, line and badge."""
        return DETAIL if self.weight is Weight.DETAIL else DISPUTED

    @property
    def text(self) -> str:
        """What stands in the badge: how many; an exclamation mark where that is not known."""
        return "!" if not self.disputes else str(len(self.disputes)) if len(self.disputes) < 10 else "9+"

    def badge(self) -> BadgePayload:
        """For whoever draws it."""
        return {"text": self.text, "colour": self.colour, "filled": self.weight is Weight.DECIDES}

    def tell(self) -> str:
        """In one line: `3 disagreements decide (sources differ)`."""
        verb = {Weight.DECIDES: ("decides", "decide"), Weight.MATTERS: ("matters", "matter")}
        one, many = verb.get(self.weight, ("is a detail", "are details"))
        who = dict.fromkeys(describe_disagreement(d.disagreement).lower() for d in self.disputes)
        if len(self.disputes) < 2:
            told = f" ({', '.join(who)})" if who else ""
            return f"a disagreement about it {one}{told}"
        return f"{len(self.disputes)} disagreements about it {many} ({', '.join(who)})"


def find_mark(
    thing: GraphNode | GraphEdge, marked: Marked = Marked.DECIDES, disputes: Disputes = NONE
) -> DisputeMark | None:
    """What is marked of a node or relationship; None where nothing about itself has such a weight."""
    weight = _weigh(thing.properties)
    if weight not in marked.weights:
        return None
    return DisputeMark(weight, tuple(d for d in disputes.get(thing.id, ()) if d.weighs is weight))


def _weigh(properties: Mapping[str, object]) -> Weight | None:
    """The greatest weight of the disputes about it, whatever somebody left there."""
    weight = properties.get("disputes_weigh")
    return Weight(weight) if isinstance(weight, str) and weight in tuple(Weight) else None
