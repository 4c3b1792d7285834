"""Where a node leads: the saved queries that can be asked of it, with the parameter filled."""

from dataclasses import dataclass
from urllib.parse import urlencode

from cypher.saved import SavedQuery, takes_label
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set

QUERIES = "queries"
"""The place of the page of saved queries in the address."""


@dataclass(frozen=True)
class WayOn:
    """A saved query that a node can be put into: its title and question, and the address that asks it."""

    query: str
    title: str
    question: str
    address: str


def list_ways_on(here: ShownGraph, node: str) -> tuple[WayOn, ...]:
    """The queries that take a node of this label, in the order of the catalog: as their first parameter that does."""
    known = here.model.find_label_of_id(node)
    if known is None:
        return ()
    found = ((query, _find_parameter(query, known.label)) for query in here.catalog.queries)
    return tuple(
        WayOn(query.id, query.title, query.question, _write_address(here, query, name, node))
        for query, name in found
        if name is not None
    )


def write_about(here: ShownGraph, node: str) -> str:
    """The address at which all that can be asked of a node is looked for, with how much each finds."""
    return f"{QUERIES}?{urlencode(name_data_set(here, {'about': node}))}"


def _find_parameter(query: SavedQuery, label: str) -> str | None:
    return next((p.name for p in query.parameters if takes_label(p, label)), None)


def _write_address(here: ShownGraph, query: SavedQuery, parameter: str, node: str) -> str:
    return f"{QUERIES}?{urlencode(name_data_set(here, {'query': query.id, f'p.{parameter}': node}))}"
