"""Brings files in for the explorer's pages, on a port of this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from pydantic import ValidationError

from explorer.import_port import (
    BROUGHT,
    KEY,
    MOST_BYTES,
    PORT,
    REQUEST,
    TRIAL,
    Brought,
    Decisions,
    GivenFile,
    Trial,
)
from lodegraph.runtime.loopback_service import serve_on_loopback

Try = Callable[[GivenFile, Decisions], Trial]
Load = Callable[[GivenFile, Decisions], Brought]
LONGEST_REQUEST = MOST_BYTES * 2 + 1_000_000
"""The file in Base64, and what was decided."""
TOO_MUCH = f"the file is larger than {MOST_BYTES:,} bytes: bring it in by `lodegraph import`"


@contextmanager
def answer_about_imports(try_: Try, load: Load) -> Iterator[dict[str, str]]:
    """Answer until the block ends; gives the settings by which the explorer asks."""

    def answer(connection: Connection) -> None:
        try:
            request = REQUEST.validate_json(connection.recv_bytes(LONGEST_REQUEST))
        except ValidationError:
            return  # none of ours
        file, is_large = GivenFile(request.name, request.content), len(request.content) > MOST_BYTES
        if request.loads:
            outcome = Brought(is_done=False, lines=(TOO_MUCH,)) if is_large else load(file, request.decisions)
            connection.send_bytes(BROUGHT.dump_json(outcome))
        else:
            trial = Trial(refused=(TOO_MUCH,)) if is_large else try_(file, request.decisions)
            connection.send_bytes(TRIAL.dump_json(trial))

    with serve_on_loopback(answer, "import") as served:
        yield {PORT: str(served.port), KEY: served.key}
