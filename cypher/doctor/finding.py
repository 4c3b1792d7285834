"""What a check found, and what to do about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cypher.errors import EngineError, GraphError


class Check(StrEnum):
    """What is looked at, in the order in which it is told."""

    VERSIONS = "Versions"
    CONFIGURATION = "Configuration"
    CONNECTION = "Connection"
    LOGIN = "Log-in"
    DATABASE = "Database"
    SERVER_VERSION = "Server version"
    RIGHTS = "Rights"
    READER = "Reading account"
    CONSTRAINTS = "Constraints"
    INDEXES = "Indexes"
    RECORDS = "Records"
    OTHERS = "Other data"
    PORT = "Port"
    DISK = "Disk"
    ENGINE = "Embedded engine"


class State(StrEnum):
    """How a check ended. A note is worth knowing and nothing need be done about it."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"
    NOT_TRIED = "not tried"


@dataclass(frozen=True)
class Finding:
    """One check: how it ended, what was seen, and how to mend it."""

    check: Check
    state: State
    seen: str
    remedy: str = ""


def ok(check: Check, seen: str) -> Finding:
    """All is well."""
    return Finding(check, State.OK, seen)


def note(check: Check, seen: str, remedy: str) -> Finding:
    """Something to know."""
    return Finding(check, State.NOTE, seen, remedy)


def wrong(check: Check, seen: str, remedy: str) -> Finding:
    """Something to mend."""
    return Finding(check, State.WRONG, seen, remedy)


def not_tried(checks: Iterable[Check], because: str) -> Iterator[Finding]:
    """Checks that something made impossible."""
    return (Finding(check, State.NOT_TRIED, because) for check in checks)


def from_error(check: Check, error: GraphError) -> Finding:
    """What an error says, as a finding."""
    if error.remedy or not isinstance(error, EngineError):
        return wrong(check, error.what, error.remedy)
    first, more, _ = error.what.partition("\n")
    if more:  # the first line ends with the name of the log, whose end follows
        seen, _, log = first.rpartition("; ")
        return wrong(check, seen, f"read {log.rstrip(':')}")
    seen, _, remedy = first.rpartition(": ")
    return wrong(check, seen, remedy)
