"""Who may log in to the embedded engine: one who writes, one who only reads.

Each start makes new random passwords and hands the engine only their hashes,
in the file where it keeps its users. So no password stands on a command line,
in an environment or in a log, and an old one is worth nothing after a restart.
"""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass

from cypher.engines.folder import EngineFolder
from cypher.engines.java import DATABASE
from cypher.engines.private_file import write_private
from cypher.time_limits import QUESTION

ROUNDS = 1000
"""Few, because our passwords are random and long: stretching them gains nothing and costs each log-in time."""


@dataclass(frozen=True, repr=False)
class Accounts:
    """The passwords of one run of the engine."""

    user: str
    password: str
    reader_user: str
    reader_password: str


def new_accounts() -> Accounts:
    """Accounts with random passwords."""
    return Accounts("neo4j", secrets.token_urlsafe(24), "reader", secrets.token_urlsafe(24))


def write_accounts(folder: EngineFolder, accounts: Accounts) -> None:
    """Put users and groups where the engine reads them; it must not be running."""
    users = [
        _user("root", secrets.token_urlsafe(24), "*", "admin"),  # the engine wants one; nobody ever uses it
        _user(accounts.user, accounts.password, DATABASE, "admin"),
        _user(accounts.reader_user, accounts.reader_password, DATABASE, "readonly"),
    ]
    write_private(folder.config / "server-users.jsonl", "".join(f"{json.dumps(user)}\n" for user in users))
    write_private(folder.config / "server-groups.json", json.dumps(_groups(), indent=2))


def _user(name: str, password: str, database: str, group: str) -> dict[str, object]:
    return {"name": name, "password": _hash(password), "databases": {database: [group]}}


def _hash(password: str) -> str:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    # the engine feeds the salt's text, not the bytes that it encodes, to the hash
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), ROUNDS)
    return f"PBKDF2WithHmacSHA256${ROUNDS}${salt}${base64.b64encode(digest).decode()}"


def _groups() -> dict[str, object]:
    everything = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], everything, -1),
        "readonly": _group([], ["readRecord"], int(QUESTION * 1000)),
        "*": _group([], [], -1),
    }
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _group(access: list[str], records: list[str], read_timeout: int) -> dict[str, object]:
    types = {"*": {"access": records}}
    return {"resultSetLimit": -1, "readTimeout": read_timeout, "access": access, "types": types}
