"""What a running engine leaves in its folder, so that the next command finds it."""

import json
from dataclasses import asdict, dataclass

from cypher.engines.accounts import Accounts
from cypher.engines.folder import EngineFolder
from cypher.engines.private_file import write_private


@dataclass(frozen=True, repr=False)
class EngineState:
    """One run of the engine: its process, where it listens and how to log in.

    `given_up`: why it ended and is not started again by those who use it, in words that follow its name.
    """

    pid: int
    bolt_port: int
    http_port: int
    version: str
    accounts: Accounts
    given_up: str = ""


def write_state(folder: EngineFolder, state: EngineState) -> None:
    """Leave `state` for others, readable for the user alone."""
    write_private(folder.state, json.dumps(asdict(state), indent=2))


def read_state(folder: EngineFolder) -> EngineState | None:
    """The state that was left, or None when there is none that can be read (a half-restored backup, say)."""
    try:
        fields = json.loads(folder.state.read_text(encoding="utf-8"))
        return EngineState(**{**fields, "accounts": Accounts(**fields["accounts"])})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None


def remove_state(folder: EngineFolder) -> None:
    """Forget the engine that was."""
    folder.state.unlink(missing_ok=True)
