"""What the accounts may do, tried with a node that is taken back before anybody sees it."""

from cypher.connection import Graph, connect
from cypher.doctor.finding import Check, Finding, from_error, note, ok, wrong
from cypher.errors import GraphError, NotAllowed, ReadOnlyDatabase
from cypher.internal import statement
from cypher.server import Server


def refusal(graph: Graph, holds_records: bool) -> NotAllowed | None:
    """Why the user of a graph may not write to it; None when all is allowed. Leaves nothing behind."""
    try:
        graph.take_back(statement("create-a-node-like-ours" if holds_records else "create-a-bare-node"))
    except NotAllowed as error:
        return error
    return None


def check_rights(graph: Graph, holds_records: bool) -> Finding:
    """Whether the account that loads may write."""
    user = graph.server.username
    refused = refusal(graph, holds_records)
    if refused is None:
        return ok(Check.RIGHTS, f"'{user}' may write (tried, and taken back)")
    seen, remedy = f"'{user}' may only read", f"for loads, name a user who may write by {graph.server.account}"
    if isinstance(refused, ReadOnlyDatabase):
        seen, remedy = refused.what, refused.remedy
    if holds_records:
        return note(Check.RIGHTS, f"{seen}: pages and queries work, loads do not", remedy)
    return wrong(Check.RIGHTS, f"{seen}, and no records are loaded yet", remedy)


def check_reader(reader: Server | None, holds_records: bool) -> Finding:
    """Whether the account that reads may log in, and may do no more than that."""
    if reader is None:
        return ok(Check.READER, "none is set: pages and queries use the same account, in reading transactions")
    try:
        with connect(reader) as graph:
            writes = refusal(graph, holds_records) is None
    except GraphError as error:
        return from_error(Check.READER, error)
    if not writes:
        return ok(Check.READER, f"'{reader.username}' may read and not write (tried, and taken back)")
    return note(
        Check.READER,
        f"'{reader.username}' may write too; pages and queries still use reading transactions only",
        f"name a user who may only read by {reader.account}; Neo4j Community has none",
    )
