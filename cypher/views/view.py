"""What a kind of view is: what it needs of an answer, and the answer as rows and as JSON."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cypher.model import Model, built_in_model
from cypher.protocols import Reader
from cypher.results import Subgraph, Table


@dataclass(frozen=True)
class Material:
    """What a view is made of: the rows that a query returned, the network in them, and what the view read besides."""

    table: Table
    subgraph: Subgraph
    model: Model
    content: object = None


@dataclass(frozen=True)
class Asked:
    """What a view may need to read more: the rows that came, the network in them, of which data set, and whose money
    alone was asked for (the id of a funder), of whom the stakes, and as of which day, if that was the question, and the
    model that all of it is in. `mineral`: the id of that of which alone figures are added."""

    table: Table
    subgraph: Subgraph
    data_set: str
    funder: str | None = None
    as_of: str | None = None
    stakes_of: str | None = None
    model: Model = field(default_factory=built_in_model)
    mineral: str | None = None


@dataclass(frozen=True)
class View:
    """A way to see an answer, by the name that the header of a saved query gives.

    `as_rows`: cells that are text, numbers, booleans or None. `needs_all_rows`: it is never made of a cut answer.
    `title`: what a page calls it. `takes_deals`: it is made of the deals in the rows, before a step tells their figures
    in words.
    `narrow` leaves what of the network was asked for. `read_more` reads, for that, what the view's `content` is to
    hold.
    """

    name: str
    as_rows: Callable[[Material], Table]
    as_json: Callable[[Material], dict[str, Any]]
    needs_all_rows: bool = False
    read_more: Callable[[Reader, Asked], object] | None = None
    narrow: Callable[[Asked], Subgraph] | None = None
    title: str = ""
    takes_deals: bool = False
