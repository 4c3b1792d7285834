"""A file to be brought in, asked of whoever started the pages: tried by what the reader decided, and loaded.

The pages read no records and write none. Who started them for one person at their own machine listens on a port of it,
for whoever knows the key that the explorer's process got on its standard input. Each request carries the file.
"""

import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from typing import TypeVar

from pydantic import Base64Bytes, TypeAdapter, ValidationError

PORT, KEY = "LODEGRAPH_IMPORT_PORT", "LODEGRAPH_IMPORT_KEY"
LOOPBACK = "127.0.0.1"
MOST_BYTES = 1_000_000
"""Of a file that a page takes; larger ones are brought in by the command."""
ROWS_SHOWN = 10
NOBODY = "whoever started these pages does not answer: start `lodegraph run` again"


@dataclass(frozen=True)
class GivenFile:
    """A file as the reader gave it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Answer:
    """What the reader says at a place of the mapping."""

    path: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Decisions:
    """What the reader decided: by heading what a column is, answers in the mapping, and pairs of ids that are two.

    `skips_bad`: rows with problems are left out, else they keep everything back.
    """

    columns: Mapping[str, str]
    answers: tuple[Answer, ...] = ()
    another: tuple[tuple[str, str], ...] = ()
    skips_bad: bool = False


@dataclass(frozen=True)
class Request:
    """What is asked: to try the file, or to load it, too."""

    name: str
    content: Base64Bytes
    decisions: Decisions
    loads: bool


@dataclass(frozen=True)
class ColumnFound:
    """A column: what it is taken for, why, how many cells are filled, some of what stands in it, and all that a column
    may be."""

    heading: str
    is_: str
    why: str
    filled: int
    examples: tuple[str, ...]
    offered: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question of the mapping: its place, what it is about, for which text, the answer now, and what is offered."""

    path: tuple[str, ...]
    about: str
    text: str
    answer: str
    offered: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True)
class Told:
    """A problem, or a warning, by sheet, row and column. `alike`: the name, its id and the first's, where it asks
    whether two names are one."""

    sheet: str
    row: int
    column: str
    what: str
    remedy: str
    is_problem: bool
    alike: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class NodeMade:
    """A node as rows make it; `places`: sheet and number of each of the first rows that names it."""

    id: str
    label: str
    name: str
    says: str
    places: tuple[tuple[str, int], ...]
    fields: Mapping[str, str | list[str]]


@dataclass(frozen=True)
class LinkMade:
    """A relationship as rows make it; `places`: sheet and number of each of the first rows that tells it."""

    type: str
    start: str
    end: str
    role: str
    places: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Trial:
    """What a file comes to by what was decided. `refused`: why it cannot be read, or the mapping not be used.

    `nodes` and `links` are those of the first rows that can be brought in; `counts` by label, of the whole file.
    `told`: the first problems and warnings, of all that `problems` and `warnings` count. `clash`: why no set of this
    name can be made; `may_load`: nothing keeps it from being loaded.
    """

    refused: tuple[str, ...] = ()
    are_entities: bool = False
    found: tuple[str, ...] = ()
    data_set: str = ""
    folder: str = ""
    columns: tuple[ColumnFound, ...] = ()
    questions: tuple[Asked, ...] = ()
    settings: Mapping[str, str] | None = None
    rows: int = 0
    good: int = 0
    counts: Mapping[str, int] | None = None
    problems: int = 0
    warnings: int = 0
    told: tuple[Told, ...] = ()
    nodes: tuple[NodeMade, ...] = ()
    links: tuple[LinkMade, ...] = ()
    mapping: str = ""
    bad_rows: str = ""
    clash: str = ""
    may_load: bool = False


@dataclass(frozen=True)
class Brought:
    """What came of loading: the report's lines or what is wrong, the set, and the folder that holds its records."""

    is_done: bool
    lines: tuple[str, ...]
    data_set: str = ""
    folder: str = ""


T = TypeVar("T")
TRIAL, BROUGHT, REQUEST = TypeAdapter(Trial), TypeAdapter(Brought), TypeAdapter(Request)


def is_import_known(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether somebody brings files in for these pages."""
    return bool(environment.get(PORT))


def ask_trial(file: GivenFile, decisions: Decisions) -> Trial:
    """What the file comes to; nothing is written."""
    answer = _ask(file, decisions, TRIAL, loads=False)
    return answer or Trial(refused=(NOBODY,))


def ask_load(file: GivenFile, decisions: Decisions) -> Brought:
    """Have the file written as a set of one's own, checked and loaded."""
    return _ask(file, decisions, BROUGHT, loads=True) or Brought(is_done=False, lines=(NOBODY,))


def _ask(file: GivenFile, decisions: Decisions, kind: TypeAdapter[T], *, loads: bool) -> T | None:
    request = {"name": file.name, "content": b64encode(file.content), "decisions": decisions, "loads": loads}
    try:
        with Client((LOOPBACK, int(os.environ[PORT])), authkey=bytes.fromhex(os.environ[KEY])) as connection:
            connection.send_bytes(TypeAdapter(dict[str, object]).dump_json(request))
            return kind.validate_json(connection.recv_bytes())
    except (OSError, EOFError, ValueError, KeyError, AuthenticationError, ValidationError):
        return None
