"""What this machine has for the tests in containers, as `make setup` found it."""

import os
import shlex
import shutil
import subprocess
import time
from pathlib import Path

SETUP = Path(__file__).parents[1] / ".test-setup"
BUILT_WITHIN = 900.0
"""Seconds that Docker Compose may take to be built where nothing else has anything to do."""


class Unavailable(Exception):
    """This machine cannot run that; the message says why and how to enable it."""


def image(variable: str, missing: str, official: str) -> str:
    """The image that the environment names, else the one that was found, else the official one. Raises Unavailable."""
    if not docker_answers():
        raise Unavailable(
            "no Docker daemon answers: install and start Docker, or set GRAPH_TEST_URI to an empty server"
        )
    if named := os.environ.get(variable):
        return named
    found = _found()
    if reason := found.get(missing):
        raise Unavailable(reason)
    return found.get(variable) or official


def compose() -> tuple[str, ...]:
    """The words that call Docker Compose; waits for it where it is being built. Raises Unavailable."""
    found = _found()
    if reason := found.get("COMPOSE_MISSING"):
        raise Unavailable(reason)
    command = tuple(shlex.split(found.get("COMPOSE") or "docker compose"))
    _wait_until_built()
    if subprocess.run([*command, "version"], check=False, capture_output=True).returncode != 0:
        raise Unavailable(
            "Docker Compose does not answer: install it; where it was to be built, see .test-setup/compose.log"
        )
    return command


def docker_answers() -> bool:
    """Whether a Docker daemon can be used here."""
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], check=False, capture_output=True).returncode == 0


def _found() -> dict[str, str]:
    env = SETUP / "env"
    return dict(line.split("=", 1) for line in env.read_text().splitlines()) if env.exists() else {}


def _wait_until_built() -> None:
    """The build, if there is one, holds a lock until it ends."""
    lock = SETUP / "compose.lock"
    if not lock.exists():
        return None
    import fcntl

    deadline = time.monotonic() + BUILT_WITHIN
    with lock.open("w") as file:
        while time.monotonic() < deadline:
            try:
                return fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(1)
    raise Unavailable(f"Docker Compose was not built within {BUILT_WITHIN:.0f} s: see .test-setup/compose.log")
