"""The folder of records that the pages show, asked of whoever started them.

The pages only read the graph, and read no records. Who started them listens on a port of this machine, says whether the
files changed, and loads them, for whoever knows the key that the explorer's process got on its standard input.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from typing import Any

PORT, KEY = "LODEGRAPH_RECORDS_PORT", "LODEGRAPH_RECORDS_KEY"
LOOPBACK = "127.0.0.1"
LOOK, LOAD, LOAD_AND_REMOVE = "look", "load", "load and remove"


@dataclass(frozen=True)
class FolderState:
    """A folder beside the graph: `differs` where its files say something else; `problem` keeps it from being read.

    `command` loads it. `can_load`: whoever started the pages does so when asked.
    """

    folder: str
    command: str
    differs: bool = False
    can_load: bool = False
    problem: str = ""


@dataclass(frozen=True)
class LoadOutcome:
    """What came of a load: `lines` are the report or the problems, `asks` what it would do only when told to."""

    is_done: bool
    lines: tuple[str, ...] = ()
    asks: str = ""


def is_folder_known(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether these pages show a folder that somebody may be asked about."""
    return bool(environment.get(PORT))


def ask_state() -> FolderState | None:
    """The folder as it is now; None where nobody answers."""
    answer = _ask(LOOK)
    return FolderState(**answer) if answer else None


def ask_load(*, remove: bool) -> LoadOutcome:
    """Have the folder loaded; `remove`: also where much is removed by that."""
    answer = _ask(LOAD_AND_REMOVE if remove else LOAD)
    if answer is None:
        return LoadOutcome(is_done=False, lines=("whoever started these pages does not answer",))
    return LoadOutcome(**{**answer, "lines": tuple(answer["lines"])})


def write_answer(answer: FolderState | LoadOutcome) -> bytes:
    """An answer on its way."""
    return json.dumps(asdict(answer)).encode()


def _ask(request: str) -> dict[str, Any] | None:
    try:
        with Client((LOOPBACK, int(os.environ[PORT])), authkey=bytes.fromhex(os.environ[KEY])) as connection:
            connection.send_bytes(request.encode())
            answer: dict[str, Any] = json.loads(connection.recv_bytes())
            return answer
    except (OSError, EOFError, ValueError, KeyError, AuthenticationError):
        return None
