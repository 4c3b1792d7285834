"""py2neo's exceptions as our own errors."""

from collections.abc import Iterator
from contextlib import contextmanager

from py2neo import errors

from cypher.errors import NotAllowed, QueryFailed, ServerUnreachable

LOST = (errors.ConnectionUnavailable, errors.ConnectionBroken, errors.ConnectionLimit, errors.ServiceUnavailable)


@contextmanager
def explained(uri: str) -> Iterator[None]:
    """Turn what py2neo raises into our errors; `uri` names where."""
    try:
        yield
    except errors.Neo4jError as error:
        kind = NotAllowed if error.title in ("Forbidden", "AccessMode") else QueryFailed
        raise kind(f"{uri} refused what py2neo asked: {error}") from error
    except (*LOST, errors.ProtocolError) as error:
        raise ServerUnreachable(
            f"py2neo lost or did not get its connection to {uri} ({error})", "try again, or use open_graph()"
        ) from error
