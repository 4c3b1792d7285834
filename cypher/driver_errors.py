"""The driver's exceptions as our own errors.

Engines report the same problem under different codes; this is the one place that maps them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionPoolError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
    UnsupportedServerProduct,
)

from cypher.diagnosis.unreachable import unknown_bolt
from cypher.errors import (
    BadAddress,
    CommitUnheard,
    DiskFull,
    GraphError,
    LoginRefused,
    NoAnswer,
    NotAllowed,
    QueryFailed,
    ReadOnlyDatabase,
    ServerUnreachable,
    TakenId,
    UnknownDatabase,
)
from cypher.interrupts import raise_interrupt_first

WRITER = "NEO4J_USERNAME and NEO4J_PASSWORD"
"""The settings that name the account by which a server is used, if no others do."""
NO_SPACE = re.compile("no space left|disk (is )?full|out of disk|(not enough|insufficient) disk", re.IGNORECASE)


@contextmanager
def translate_errors(uri: str, database: str, username: str = "", account: str = WRITER) -> Iterator[None]:
    """Turn what the driver raises into our errors, each with what to do.

    The arguments name where, who, and the settings that say who.
    """
    try:
        with raise_interrupt_first():
            yield
    except AuthError as error:
        raise LoginRefused(f"{uri} refuses the user name or password{_of(username)}", f"check {account}") from error
    except UnsupportedServerProduct as error:
        raise ServerUnreachable(*unknown_bolt(uri)) from error
    except IncompleteCommit as error:
        raise CommitUnheard(
            f"the connection to {uri} broke off before the server said that it had written",
            "run the command again: it finds out what is there",
        ) from error
    except (ServiceUnavailable, SessionExpired, ConnectionPoolError) as error:
        raise NoAnswer(
            f"no graph answers at {uri}", "start the server, wait until it is up, or correct NEO4J_URI"
        ) from error
    except ConfigurationError as error:
        if "Bolt Protocol" in str(error):  # it lacks what we ask of every server
            raise ServerUnreachable(*unknown_bolt(uri)) from error
        raise BadAddress(
            f"'{uri}' is not the address of a Bolt server ({_plain(error)})", "correct NEO4J_URI"
        ) from error
    except ConstraintError as error:
        raise TakenId(f"an id that a record needs is taken at {uri}: {_plain(error)}") from error
    except Neo4jError as error:
        raise _from_code(error, uri, database, username, account) from error
    except (DriverError, OSError, ValueError) as error:
        raise NoAnswer(f"the connection to {uri} failed: {_plain(error)}") from error


def _from_code(error: Neo4jError, uri: str, database: str, username: str, account: str) -> GraphError:
    code = error.code or ""
    text = _plain(error)
    if NO_SPACE.search(text):
        return DiskFull(
            f"the disk on which {uri} keeps its data is full, and nothing more was written ({text})",
            "free some space there, restart the server if it stays unavailable, then call the command again: "
            "what was written before is kept",
        )
    if ".Security." in code:
        return _from_security(code.rpartition(".")[2], text, (uri, database, username, account))
    if "DatabaseNotFound" in code:
        return _no_database(uri, database)
    if "DatabaseUnavailable" in code:
        return ServerUnreachable(
            f"the database '{database}' at {uri} is not available",
            "wait until it has started; if it does not, the server's log says why",
        )
    if "ReadOnly" in code:
        return ReadOnlyDatabase(
            f"the database '{database}' at {uri} takes no writes",
            "make it writable at the server (server.databases.read_only), use neo4j:// where it is a cluster, "
            "or name another by NEO4J_DATABASE",
        )
    if "AccessMode" in code:
        return NotAllowed(f"nothing may be written to {uri} by a reading statement: {text}")
    if "TransactionTimedOut" in code or "Terminated" in code or "TimeoutException" in text:
        return QueryFailed("the query took too long and was stopped", "narrow it or lower the depth")
    if isinstance(error, TransientError):
        return QueryFailed(f"{uri} is busy: {text}; try again")
    if isinstance(error, ClientError):
        return QueryFailed(f"the query was refused: {text}")
    return QueryFailed(f"{uri} failed on the query: {text}")


def _from_security(kind: str, text: str, where: tuple[str, str, str, str]) -> GraphError:
    """Log-in and rights; `kind` is the last part of the code."""
    uri, database, username, account = where
    match kind:
        case "AuthenticationRateLimit":
            return LoginRefused(
                f"{uri} refuses every log-in{_of(username)} for a while, after several with a wrong password",
                f"wait half a minute, check {account}, then try once",
            )
        case "CredentialsExpired":
            return LoginRefused(
                f"{uri} wants the password{_of(username)} to be changed first",
                "run ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new' in cypher-shell or Neo4j Browser, "
                f"then renew it in {account}",
            )
        case "Forbidden" if _is_about_access(text):
            return _no_database(uri, database)
        case "Forbidden":
            return NotAllowed(
                f"the user {username or 'of this connection'} may not do that at {uri} ({text})",
                f"name a user who may by {account}",
            )
        case _:
            return LoginRefused(f"{uri} refuses the log-in{_of(username)} ({text})", f"check {account}")


def _is_about_access(text: str) -> bool:
    """Whether a refusal speaks of the database as a whole; one that speaks of a part names the database too."""
    return text.startswith(("Access to database", "Database access"))


def _no_database(uri: str, database: str) -> UnknownDatabase:
    return UnknownDatabase(f"{uri} has no database '{database}' for this user", "correct NEO4J_DATABASE")


def _of(username: str) -> str:
    return f" of '{username}'" if username else ""


def _plain(error: BaseException) -> str:
    message = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    return " ".join(str(message).split())
