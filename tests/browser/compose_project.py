"""Our compose file, brought up for real under a name, ports and a password of its own."""

import json
import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.running_app import CONFIGURES_A_GRAPH, free_port
from tests.machine import compose, image

ROOT = Path(__file__).parents[2]
OURS = (*CONFIGURES_A_GRAPH, "COMPOSE_", "BASE_IMAGE")
WITHIN = 600.0
KINDS = (("container", ("ps", "-aq")), ("network", ("network", "ls", "-q")), ("volume", ("volume", "ls", "-q")))


@dataclass(frozen=True)
class Project:
    """A compose project. `took` gathers the seconds that each step took."""

    compose: tuple[str, ...]
    name: str
    environment: dict[str, str] = field(repr=False)
    took: dict[str, float]

    @property
    def url(self) -> str:
        """The explorer's address."""
        return f"http://127.0.0.1:{self.environment['LODEGRAPH_PORT']}"

    @property
    def bolt(self) -> str:
        """Neo4j's address."""
        return f"bolt://127.0.0.1:{self.environment['NEO4J_BOLT_PORT']}"

    @property
    def password(self) -> str:
        """The password that both sides were given."""
        return self.environment["NEO4J_PASSWORD"]

    def try_to(self, *words: str, **changed: str) -> "subprocess.CompletedProcess[str]":
        """Call Compose, with other variables where they are given, and see how it ends."""
        command = [*self.compose, "--project-directory", str(ROOT), "--env-file", os.devnull, "-p", self.name, *words]
        return subprocess.run(
            command, env=self.environment | changed, check=False, capture_output=True, text=True, timeout=WITHIN
        )

    def do(self, step: str, *words: str) -> str:
        """Call Compose as a step of the round, which must end well; what it wrote to standard output."""
        began = time.monotonic()
        done = self.try_to(*words)
        self.took[step] = time.monotonic() - began
        assert done.returncode == 0, f"`docker compose {' '.join(words)}`:\n{done.stdout}\n{done.stderr}\n{self.logs()}"
        return done.stdout

    def logs(self, *services: str) -> str:
        """What the services' present containers said."""
        return self.try_to("logs", "--no-color", "--no-log-prefix", *services).stdout

    def container(self, service: str) -> dict[str, Any]:
        """What Docker knows of a service's container."""
        number = self.try_to("ps", "-aq", service).stdout.strip()
        return dict(json.loads(docker("inspect", number).stdout)[0])

    def inside(self, service: str, *words: str, user: str = "") -> "subprocess.CompletedProcess[str]":
        """Run a command in a service's container."""
        return self.try_to("exec", "-T", *(("--user", user) if user else ()), service, *words)

    def remains(self) -> list[str]:
        """Which containers, networks and volumes of this project there are."""
        label = f"label=com.docker.compose.project={self.name}"
        return [f"{kind} {i}" for kind, words in KINDS for i in docker(*words, "--filter", label).stdout.split()]


@contextmanager
def project(neo4j_image: str, took: dict[str, float]) -> Iterator[Project]:
    """A project of our own, taken away at the end with its data and its image. Raises Unavailable."""
    base = image("BASE_IMAGE", "BASE_MISSING", "")
    name = f"lodegraph-test-{secrets.token_hex(4)}"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    own = {
        "NEO4J_IMAGE": neo4j_image,
        "NEO4J_PASSWORD": secrets.token_hex(16),
        "LODEGRAPH_IMAGE": name,
        **{port: str(free_port()) for port in ("LODEGRAPH_PORT", "NEO4J_HTTP_PORT", "NEO4J_BOLT_PORT")},
        **({"BASE_IMAGE": base} if base else {}),
    }
    ours = Project(compose(), name, kept | own, took)
    try:
        yield ours
    finally:
        ours.try_to("down", "-v", "--timeout", "5")
        docker("image", "rm", "--force", name)


def docker(*words: str) -> "subprocess.CompletedProcess[str]":
    """Call Docker."""
    return subprocess.run(["docker", *words], check=False, capture_output=True, text=True)
