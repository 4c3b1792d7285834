"""The way through a graph: connection, log-in, database, version, rights, schema, data."""

from collections.abc import Callable, Iterator

from cypher.connection import Graph, Server, open_graph
from cypher.diagnosis.address import read_address
from cypher.diagnosis.product import REMEDY, Product
from cypher.doctor.finding import Check, Finding, State, from_error, not_tried, note, ok, wrong
from cypher.doctor.records import Expected, check_others, check_records
from cypher.doctor.rights import check_reader, check_rights
from cypher.doctor.schema import check_constraints, check_indexes
from cypher.errors import GraphError, LoginRefused, NotAllowed
from cypher.model import Model, built_in_model, read_model_of
from cypher.status import DataSetState, data_sets

GRAPH_CHECKS = (
    Check.CONNECTION,
    Check.LOGIN,
    Check.DATABASE,
    Check.SERVER_VERSION,
    Check.RIGHTS,
    Check.READER,
    Check.CONSTRAINTS,
    Check.INDEXES,
    Check.RECORDS,
    Check.OTHERS,
)
BECAUSE = "needs what is wrong above"


def examine(server: Server, reader: Server | None, expected: Expected) -> Iterator[Finding]:
    """Every finding about a graph, in the order of GRAPH_CHECKS; leaves it as it is.

    `reader` is the second account where there is one. Up to the server's version, what is wrong makes all that
    follows impossible; after that each check is tried by itself.
    """
    try:
        graph = open_graph(server)
    except GraphError as error:
        yield from no_graph(error)
        return
    try:
        yield from _examine(graph, reader, expected)
    finally:
        graph.close()


def no_graph(error: GraphError) -> Iterator[Finding]:
    """The findings where there is nothing to connect to."""
    yield from_error(Check.CONNECTION, error)
    yield from not_tried(GRAPH_CHECKS[1:], BECAUSE)


def _examine(graph: Graph, reader: Server | None, expected: Expected) -> Iterator[Finding]:
    for at, arrived in enumerate(_arrive(graph), start=1):
        yield arrived
        if arrived.state is State.WRONG:
            yield from not_tried(GRAPH_CHECKS[at:], BECAUSE)
            return
    try:
        there = data_sets(graph)
    except GraphError as error:
        yield from_error(Check.RIGHTS, error)
        yield from not_tried(GRAPH_CHECKS[at + 1 :], BECAUSE)
        return
    for check, look in _looks(graph, reader, expected, there):
        yield _try_check(check, look)


def _try_check(check: Check, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except NotAllowed as error:
        return note(check, f"cannot be looked at: {error.what}", error.remedy)
    except GraphError as error:
        return from_error(check, error)


def _arrive(graph: Graph) -> Iterator[Finding]:
    """Connect, log in, use the database, and hear what serves it; ends where something is wrong."""
    server = graph.server
    try:
        bolt = graph.hello()
    except LoginRefused as error:
        yield ok(Check.CONNECTION, f"{server.uri} answers")
        yield from_error(Check.LOGIN, error)
        return
    except GraphError as error:
        yield from_error(Check.CONNECTION, error)
        return
    yield ok(Check.CONNECTION, f"{server.uri} answers by Bolt {bolt}, {_encryption(server)}")
    yield ok(Check.LOGIN, f"as '{server.username}'")
    try:
        product = graph.greet()
    except GraphError as error:
        yield from_error(Check.DATABASE, error)
        return
    yield ok(Check.DATABASE, f"'{server.database}' is there")
    yield _version(product)


def _encryption(server: Server) -> str:
    address = read_address(server.uri)
    if not address.encrypted:
        return "not encrypted"
    return "encrypted, its certificate checked" if address.checked else "encrypted, its certificate not checked"


def _version(product: Product) -> Finding:
    if product.problem:
        return wrong(Check.SERVER_VERSION, f"{product.problem}: nothing is written to it", REMEDY)
    return ok(Check.SERVER_VERSION, product.name)


def _looks(
    graph: Graph, reader: Server | None, expected: Expected, there: list[DataSetState]
) -> list[tuple[Check, Callable[[], Finding]]]:
    return [
        (Check.RIGHTS, lambda: check_rights(graph, bool(there))),
        (Check.READER, lambda: check_reader(reader, bool(there))),
        (Check.CONSTRAINTS, lambda: check_constraints(graph, _read_models(graph, there), bool(there))),
        (Check.INDEXES, lambda: check_indexes(graph, _read_models(graph, there))),
        (Check.RECORDS, lambda: check_records(graph, there, expected)),
        (Check.OTHERS, lambda: check_others(graph, there, expected)),
    ]


def _read_models(graph: Graph, there: list[DataSetState]) -> tuple[Model, ...]:
    """Those that the data sets are in; the built-in one where there are none, since the first load is to be in it."""
    return tuple(dict.fromkeys(read_model_of(graph, d.name) for d in there)) or (built_in_model(),)
