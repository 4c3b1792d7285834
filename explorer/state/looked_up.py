"""What a picture is drawn by beside the properties of its nodes and lines, read from the graph."""

from cypher.deals import read_deals
from cypher.disagreements.on_items import read_disputes_on
from cypher.disagreements.other_sides import read_other_sides
from cypher.results import Subgraph
from explorer.render.picture_facts import PictureFacts
from explorer.shown_graph import ShownGraph


def read_picture_facts(here: ShownGraph, shown: Subgraph) -> PictureFacts:
    """The disputes about each thing, the deals with their figures and funders, and what other readings say of lines.

    Raises what the graph raises.
    """
    name = here.data_set.name
    return PictureFacts(
        read_disputes_on(here.graph, shown, name),
        read_deals(here.graph, shown.nodes, name),
        read_other_sides(here.graph, shown, name),
    )
