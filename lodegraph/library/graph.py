"""A graph that is only read: what the library offers is asked here."""

import keyword
import weakref
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import TypeAlias

from cypher.asking import Readings, ask, open_asking
from cypher.connection import Graph
from cypher.deadlines import Limits
from cypher.disagreements import DisputeFilter, DisputeInFull, ListedDispute
from cypher.errors import TooManyRows
from cypher.guard import run_typed
from cypher.internal import statement
from cypher.model import Model, UnknownTerm
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Table, Value
from cypher.saved import BadParameter, Catalog, Choice, SavedQuery, choices, find_about_node, find_parameter, run
from cypher.saved.find_queries import find_queries
from cypher.search import MOST as MOST_FOUND
from cypher.search import Findings, find
from cypher.status import Status, read_status
from cypher.views import NETWORK, TOTALS
from ledger.totals import Totals
from lodegraph.library.answer import Answer
from lodegraph.library.disputes import find_disputes, get_dispute, list_weights
from lodegraph.library.errors import GraphClosed, NotTyped, TooMuch, UnknownName, WrongView
from lodegraph.library.formats import export_answer, find_format
from lodegraph.library.network import Network, read_cited

MAX_ROWS = 1_000
MOST_ITEMS = 1_000_000
"""More nodes of a label than this do not fit into a program's memory with ease."""

Given: TypeAlias = str | int
Parameters: TypeAlias = Mapping[str, Given] | None


class ReadingGraph:
    """An open graph with one data set of it; `open_graph` makes it. Every method raises GraphError, nothing else.

    >>> [query.id for query in graph.queries if query.category == "minerals"]
    ['mineral-deals', 'money-by-mineral', 'money-without-a-mineral', 'quantities', 'who-deals-in-a-mineral']
    """

    def __init__(self, graph: Reader, data_set: str, catalog: Catalog, resources: ExitStack) -> None:
        """`resources` holds whatever has to be closed when this is."""
        self.data_set = data_set
        self.queries: tuple[SavedQuery, ...] = catalog.queries
        self.model: Model = catalog.model
        self._graph = graph
        self._catalog = catalog
        self._closing = weakref.finalize(self, resources.close)

    def status(self) -> Status:
        """Engine and version, and how many nodes and relationships of which kind there are.

        >>> graph.status().nodes["Country"]
        56
        """
        return read_status(self._open(), self.data_set)

    def find(self, words: str, *, max_rows: int = MOST_FOUND) -> Findings:
        """What is called so, the best first; the `id` of each is what queries take.

        Found by name, other name, former name, initials and id, by parts of these, whatever the case, accents and
        Unicode form, and with a typing error; `matched` and `how` say by which. `truncated`: there are more than
        `max_rows`.

        >>> [found.id for found in graph.find("glencore")]
        ['company/glencore', 'deal/glencore-orion-memorandum']
        >>> ustr = graph.find("USTR")[0]
        >>> ustr.id, ustr.label, ustr.how.value
        ('agency/ustr', 'Agency', 'other name')
        """
        return find(self._open(), words, self.data_set, self.model, max_rows)

    def run(
        self,
        query_id: str,
        parameters: Parameters = None,
        /,
        *,
        max_rows: int = MAX_ROWS,
        view: str | None = None,
        **more: Given,
    ) -> Answer:
        """The answer of a saved query; parameters that are not given have their defaults.

        A parameter with a name that Python keeps for itself takes an underscore, `from_=…`, or goes into `parameters`.
        Beyond `max_rows` the answer is cut, and says so in `truncated`; totals are always made of everything.
        `view`: one of the query's `views`, in which its rows are seen, as with `--view`; its own unless given. Raises
        BadParameter, which names those that suit, for another.

        >>> answer = graph.run("signed-on-4-february")
        >>> answer.columns
        ('country', 'deal', 'date', 'named_by', 'origins', 'disputes')
        >>> len(answer.rows), answer.truncated
        (11, False)
        >>> graph.run("money-by-funder", view="number").columns[:2]
        ('what', 'comes_to')
        """
        query = self._catalog.get(query_id)
        seen = query if view is None else query.seen_as(view)
        found = run(self._open(), seen, merge_parameters(parameters, more), self.data_set, max_rows)
        return Answer.of(found, read_cited(self._graph, found.subgraph, self.data_set))

    def find_queries(self, words: str = "", about: str | None = None) -> tuple[SavedQuery, ...]:
        """The saved queries that have every word in title, question, parameters or Cypher, the best first.

        `about`: the id of a node; only queries that say something of it, each with the node as the default of the
        parameter that takes it. Raises BadParameter, which names the nearest, where there is no such node.

        >>> graph.find_queries("mineral money")[0].id
        'money-by-mineral'
        >>> [query.parameters[0].default for query in graph.find_queries("neighbours", about="company/glencore")][:1]
        ['company/glencore']
        """
        fitting = tuple(found.query for found in find_queries(self.queries, words)) if words else self.queries
        if about is None:
            return fitting if words else ()
        found = find_about_node(self._graph, fitting, about, self.data_set, self.model)
        return tuple(one.query.with_defaults({one.parameter: about}) for one in found.asked)

    def ask(self, words: str) -> Readings:
        """What a question in plain words may mean: saved queries with their values, none of them run.

        `best` is None where no saved query is like it. Its `said` tells what would run; run it with
        `graph.run(best.query.id, best.values)`. Of a longer text the first 500 characters are read.

        >>> readings = graph.ask("How much has EXIM committed?")
        >>> print(readings.best.said)
        Money by agency and stage — whose money: Export-Import Bank of the United States (agency/exim)
        >>> readings.best.query.id, dict(readings.best.values)
        ('money-by-funder', {'funder': 'agency/exim'})
        >>> print(graph.ask("What is the price of copper today?").best)
        None
        """
        return ask(open_asking(self._open(), self._catalog, self.data_set), words)

    def export(
        self,
        query_id: str,
        format_name: str,
        parameters: Parameters = None,
        /,
        *,
        max_rows: int = MAX_ROWS,
        **more: Given,
    ) -> str | bytes:
        """The answer of a saved query in a format: what `lodegraph query run --format` writes, as text, or as bytes.

        `json`, `jsonl`, `csv`, `xlsx` (bytes), `graphml`, `cypher`, `html` (a picture) or `card`, a page with all that
        the answer rests on. Raises UnknownName that lists the formats, and WrongView where the answer holds no nodes
        and the format shows nothing else.

        >>> graph.export("signed-on-4-february", "csv").splitlines()[0]
        'country,deal,date,named_by,origins,disputes'
        >>> card = graph.export("signed-on-4-february", "card")
        >>> card.startswith("<!DOCTYPE html>"), "<script" in card
        (True, False)
        """
        query, form = self._catalog.get(query_id), find_format(format_name)
        given = merge_parameters(parameters, more)
        return export_answer(self._open(), query, form, given, self.data_set, max_rows)

    def choices(self, query_id: str, parameter: str) -> tuple[Choice, ...]:
        """The values that a parameter of a saved query may take and get an answer; `rows` says how large that is.

        Empty for a number or a text. Raises BadParameter, which names the query's parameters.

        >>> [(choice.value, choice.rows) for choice in graph.choices("money-by-funder", "funder")][:2]
        [('agency/department-of-defense', 9), ('agency/department-of-energy', 9)]
        """
        found = find_parameter(self._catalog.get(query_id).parameters, parameter)
        return tuple(choices(self._open(), found, self.data_set))

    def totals(self, query_id: str, parameters: Parameters = None, /, **more: Given) -> Totals:
        """What a saved query comes to: sums that may be added, each with its floor and ceiling, and what stands beside.

        Raises WrongView when the query gives no totals.

        >>> for group in graph.totals("money-by-funder", funder="agency/exim").groups:
        ...     print(group.key.unit, group.key.stage, group.interval.floor, group.interval.ceiling)
        USD approved 1377900000 11377900000
        USD letter_issued 14800000000 14800000000
        """
        totals = self.run(query_id, merge_parameters(parameters, more)).totals
        if totals is None:
            raise self._wrong_view(query_id, TOTALS.name, "totals")
        return totals

    def network(
        self, query_id: str, parameters: Parameters = None, /, *, max_rows: int = MAX_ROWS, **more: Given
    ) -> Network:
        """The nodes and relationships that a saved query returns, each with its evidence.

        Raises WrongView when the query gives no network.

        >>> graph.network("neighbours", node="deal/glencore-orion-memorandum")
        Network('Direct neighbours', 8 nodes, 7 relationships)
        """
        if self._catalog.get(query_id).view != NETWORK.name:
            raise self._wrong_view(query_id, NETWORK.name, "a network")
        return self.run(query_id, merge_parameters(parameters, more), max_rows=max_rows).network

    def disputes(
        self,
        *,
        weight: str | Iterable[str] = (),
        kind: str = "",
        about: str = "",
        mineral: str = "",
        agency: str = "",
        source: str = "",
        words: str = "",
    ) -> tuple[ListedDispute, ...]:
        """Where the sources disagree, the weightiest first: all, or those that have everything that is asked for.

        `weight`: `decides`, `matters`, `detail` or `not_weighed`, or several of these. `about`: id of a node that they
        touch, themselves or by a relationship; `mineral`, `agency`: the same, also by a deal. `source`: id of an
        article that a reading rests on. `words`: in the question or a reading. Raises BadParameter, which names the
        nearest, for what the records do not have.

        >>> [dispute.id for dispute in graph.disputes(about="deal/exim-vault-loan", kind="qualifier")]
        ['dispute/vault-loan-ceiling']
        """
        asked = DisputeFilter(list_weights(weight), kind, about, mineral, agency, source, words)
        return find_disputes(self._open(), asked, self.data_set, self.model)

    def dispute(self, dispute_id: str, *, as_of: str = "") -> DisputeInFull:
        """A disagreement with its readings, their passages, and the totals under each.

        `as_of`: a day, month or year, at whose end the totals are; how far all has come if left out. Raises
        UnknownName, and BadParameter for what is no day.

        >>> ceiling = graph.dispute("dispute/vault-loan-ceiling")
        >>> ceiling.readings[0].view.rank, ceiling.readings[0].view.says
        ('preferred', 'The Vault loan is up to 10 billion dollars.')
        """
        return get_dispute(self._open(), dispute_id, self.data_set, self.model, as_of)

    def cypher(self, text: str, parameters: Mapping[str, Value] | None = None, /, *, max_rows: int = MAX_ROWS) -> Table:
        """The rows of a statement of your own, which may only read: docs/cypher.md has the rules.

        It sees the whole database, also other data sets: name yours, as the saved queries do. Raises Refused, which
        says which rule forbids the statement, where and why; `truncated` when there were more than `max_rows` rows.

        >>> text = "MATCH (m:Mineral {data_set: $set}) RETURN m.name AS name ORDER BY name LIMIT 2"
        >>> graph.cypher(text, {"set": graph.data_set}).rows
        (('Advanced materials',), ('Advanced metal powders',))
        """
        graph = self._open()
        if not isinstance(graph, Graph):
            raise NotTyped("this graph takes no statements of your own", "open it with open_graph()")
        return run_typed(graph, text, parameters, Limits(rows=max_rows)).table

    def nodes(self, label: str) -> tuple[GraphNode, ...]:
        """All nodes of a label, by id; docs/model.md lists the labels.

        >>> [project.name for project in graph.nodes("Project")]
        ['Empire State Mines', 'Rare earth demonstration centre', 'Reko Diq']
        """
        return read_nodes(self._open(), label, self.data_set, self.model)

    def relationships(self, type_: str) -> tuple[GraphEdge, ...]:
        """All relationships of a type, by id; docs/model.md lists the types.

        >>> [(witnessed.start, witnessed.end) for witnessed in graph.relationships("WITNESSES")]
        [('person/christopher-landau', 'deal/glencore-orion-memorandum')]
        """
        return read_relationships(self._open(), type_, self.data_set, self.model)

    def close(self) -> None:
        """Give the connections back, and stop the embedded graph if nobody else uses it. Closing twice is no error."""
        self._closing()

    def __enter__(self) -> "ReadingGraph":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        where = self._graph.server
        return (
            f"ReadingGraph({self.data_set} in {where.engine} at {where.uri}{'' if self._closing.alive else ', closed'})"
        )

    def _open(self) -> Reader:
        if not self._closing.alive:
            raise GraphClosed("this graph has been closed", "open it again with open_graph()")
        return self._graph

    def _wrong_view(self, query_id: str, wanted: str, words: str) -> WrongView:
        fitting = ", ".join(q.id for q in self.queries if q.view == wanted)
        return WrongView(f"the saved query '{query_id}' does not give {words}", f"ask it with run(), or ask {fitting}")


def merge_parameters(parameters: Parameters, more: Mapping[str, Given]) -> dict[str, Given]:
    """Both together, `from_` as `from`. Raises BadParameter when one is given twice."""
    values = dict(parameters or {})
    for written, value in more.items():
        name = written.removesuffix("_") if keyword.iskeyword(written.removesuffix("_")) else written
        if name in values:
            raise BadParameter(f"the parameter '{name}' is given twice", "give it once")
        values[name] = value
    return values


def read_nodes(graph: Reader, label: str, data_set: str, model: Model) -> tuple[GraphNode, ...]:
    """All nodes of a label, by id. Raises UnknownName that lists the labels."""
    try:
        text = statement("nodes-of-a-label", label=model.label(label).label)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(node for (node,) in _read_all(graph, text, data_set, label))


def read_relationships(graph: Reader, type_: str, data_set: str, model: Model) -> tuple[GraphEdge, ...]:
    """All relationships of a type, by id. Raises UnknownName that lists the types."""
    try:
        text = statement("relationships-of-a-type", type=model.relationship_type(type_).name)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(edge for (edge,) in _read_all(graph, text, data_set, type_))


def _read_all(graph: Reader, text: str, data_set: str, name: str) -> tuple[tuple[Value, ...], ...]:
    try:
        return graph.rows(text, {"data_set": data_set}, MOST_ITEMS)
    except TooManyRows:
        raise TooMuch(
            f"there are more than {MOST_ITEMS:,} of {name}", "ask for a part of them with a saved query"
        ) from None
