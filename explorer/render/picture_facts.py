"""What a picture is told of its nodes and lines beside their own properties; all of it may be left out."""

from dataclasses import dataclass, field

from cypher.deals import DealBook
from cypher.disagreements.on_items import Disputes
from cypher.disagreements.other_sides import OtherSide


@dataclass(frozen=True)
class PictureFacts:
    """`disputes`: those about each thing itself. `book`: the deals of the picture with their figures and funders.
    `sides`: what other readings say of its lines."""

    disputes: Disputes = field(default_factory=dict)
    book: DealBook = field(default_factory=lambda: DealBook((), {}))
    sides: tuple[OtherSide, ...] = ()
