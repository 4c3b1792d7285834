"""A Neo4j as strict owners run theirs: TLS only, by a private authority's certificate, with its own database name."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import trustme

from cypher.connection import Server as OurServer
from cypher.connection import connect
from cypher.errors import GraphError
from tests.integration.servers import SETTINGS, _tell_testcontainers, environment_name
from tests.neo4j_lines import Line, image_of

STRICT = {
    "initial.dbms.default_database": "minerals",
    "server.bolt.tls_level": "REQUIRED",
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.base_directory": "/ssl",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
}
STARTS_WITHIN = 120.0


@dataclass(frozen=True)
class StrictServer:
    """Where it listens, by the name that its certificate has; `while_starting` is what its first callers were told."""

    port: int
    web_port: int
    password: str = field(repr=False)
    authority: Path
    while_starting: tuple[str, ...]

    def uri(self, scheme: str, host: str = "localhost") -> str:
        """Its address by a scheme."""
        return f"{scheme}://{host}:{self.port}"

    def by(self, scheme: str, **changed: str) -> OurServer:
        """The server as the program opens it; `changed` are fields to differ."""
        fields = {"username": "neo4j", "password": self.password, "database": "minerals", "engine": "neo4j"}
        return OurServer(**{"uri": self.uri(scheme), **fields, **changed})


@contextmanager
def strict_container(line: Line, folder: Path) -> Iterator[StrictServer]:
    """Neo4j of a line, set up strictly. Raises Unavailable."""
    image = image_of(line)
    _tell_testcontainers(image)
    from testcontainers.core.container import DockerContainer  # reads its environment when it is imported

    authority, password = trustme.CA(), secrets.token_hex(16)
    authority.cert_pem.write_to_path(folder / "authority.pem")
    certificate = authority.issue_cert("localhost")
    container = DockerContainer(image).with_env("NEO4J_AUTH", f"neo4j/{password}")
    container.ports = {7687: ("127.0.0.1", None), 7474: ("127.0.0.1", None)}  # any port of loopback
    for name, value in {**SETTINGS, **line.settings, **STRICT}.items():
        container.with_env(environment_name(name), value)
    chain = b"".join(pem.bytes() for pem in certificate.cert_chain_pems)
    container.with_copy_into_container(chain, "/ssl/public.crt")
    container.with_copy_into_container(certificate.private_key_pem.bytes(), "/ssl/private.key")
    with container:
        port, web_port = container.get_exposed_port(7687), container.get_exposed_port(7474)
        server = StrictServer(port, web_port, password, folder / "authority.pem", ())
        yield StrictServer(port, web_port, password, server.authority, tuple(_wait(server)))


def _wait(server: StrictServer) -> list[str]:
    """Call until it answers, from its first moment; every message that was met on the way, once."""
    met: dict[str, None] = {}
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            with connect(server.by("bolt+ssc")):
                return list(met)
        except GraphError as error:
            met[str(error)] = None
            time.sleep(0.1)
    raise TimeoutError(f"it did not start within {STARTS_WITHIN:.0f} s: {list(met)}")
