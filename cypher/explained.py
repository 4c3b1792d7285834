"""The driver's exceptions as our own errors.

Engines report the same trouble under different codes; this is the one place that maps them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    TransientError,
)

from cypher.errors import (
    GraphError,
    LoginRefused,
    NotAllowed,
    QueryFailed,
    ServerUnreachable,
    TakenId,
    UnknownDatabase,
)
from cypher.interrupted import interruption_first


@contextmanager
def explained(uri: str, database: str) -> Iterator[None]:
    """Turn what the driver raises into our errors, each with what to do; `uri` and `database` name where."""
    try:
        with interruption_first():
            yield
    except AuthError as error:
        raise LoginRefused(
            f"{uri} refuses the user name or password: check NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from error
    except ServiceUnavailable as error:
        raise ServerUnreachable(
            f"no graph answers at {uri}: start the server, wait until it is up, or correct NEO4J_URI"
        ) from error
    except ConfigurationError as error:
        raise ServerUnreachable(
            f"'{uri}' is not the address of a Bolt server: {_plain(error)}; correct NEO4J_URI"
        ) from error
    except ConstraintError as error:
        raise TakenId(f"an id that a record needs is taken at {uri}: {_plain(error)}") from error
    except Neo4jError as error:
        raise _from_code(error, uri, database) from error
    except (DriverError, OSError, ValueError) as error:
        raise ServerUnreachable(f"the connection to {uri} failed: {_plain(error)}") from error


def _from_code(error: Neo4jError, uri: str, database: str) -> GraphError:
    code = error.code or ""
    text = _plain(error)
    if "DatabaseNotFound" in code or ("Forbidden" in code and "atabase" in text and database in text):
        return UnknownDatabase(f"{uri} has no database '{database}' for this user: check NEO4J_DATABASE")
    if "Forbidden" in code or "AccessMode" in code:
        return NotAllowed(f"the user may not do that at {uri}: {text}")
    if "TransactionTimedOut" in code or "Terminated" in code or "TimeoutException" in text:
        return QueryFailed("the query took too long and was stopped: narrow it or lower the depth")
    if isinstance(error, TransientError):
        return QueryFailed(f"{uri} is busy: {text}; try again")
    if isinstance(error, ClientError):
        return QueryFailed(f"the query was refused: {text}")
    return QueryFailed(f"{uri} failed on the query: {text}")


def _plain(error: BaseException) -> str:
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(message).split())
