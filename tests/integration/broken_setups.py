"""Broken set-ups, each made for real: `docs/doctor.md` lists them by the same names, with what doctor says of them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import psutil

from cypher.connection import Graph
from cypher.engines.embedded import embedded_engine
from cypher.engines.folder import engine_folder_in
from cypher.engines.state import read_state
from cypher.status import data_sets
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import opened
from tests.integration.scripted_bolt import Script, listening, without_a_common_version
from tests.integration.servers import Server
from tests.integration.special_servers import StrictServer

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("lodegraph")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Setup:
    """What doctor is called with: variables of the environment, and arguments."""

    environment: dict[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Here:
    """What set-ups are made of: a server with the program's records, a strict one, and an empty folder."""

    server: Server
    strict: Callable[[], StrictServer]
    folder: Path

    def configured(self, **changed: str) -> dict[str, str]:
        """The settings for the server, some of them changed."""
        graph = {"NEO4J_URI": self.server.uri, "NEO4J_USERNAME": self.server.user}
        graph |= {"NEO4J_PASSWORD": self.server.password, "NEO4J_DATABASE": self.server.database}
        return {**graph, "XDG_DATA_HOME": str(self.folder), **changed}

    def embedded(self) -> dict[str, str]:
        """The settings for the embedded engine with its data in the folder."""
        return {"XDG_DATA_HOME": str(self.folder)}

    @property
    def data(self) -> Path:
        """Where the program keeps its data with these settings."""
        return self.folder / "lodegraph"


Make = Callable[[Here], AbstractContextManager[Setup]]
SETUPS: dict[str, Make] = {}


def setup(name: str) -> Callable[[Callable[[Here], Iterator[Setup]]], Make]:
    """Enter a set-up under the name that the page has."""

    def enter(make: Callable[[Here], Iterator[Setup]]) -> Make:
        SETUPS[name] = contextmanager(make)
        return SETUPS[name]

    return enter


@setup("Nothing listens at the address")
def nothing_listens(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_URI=f"bolt://127.0.0.1:{_unused_port()}"))


@setup("The name of the host is not known")
def unknown_host(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_URI="neo4j://graph.invalid:7687"))


@setup("The address is the one of the web pages")
def web_address(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_URI="http://127.0.0.1:7474"))


@setup("The address holds the password")
def password_in_address(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_URI=here.server.uri.replace("//", f"//neo4j:{here.server.password}@")))


@setup("`SSL_CERT_FILE` names no file")
def no_authority_file(here: Here) -> Iterator[Setup]:
    address = here.server.uri.replace("bolt", "bolt+s")
    yield Setup(here.configured(NEO4J_URI=address, SSL_CERT_FILE=str(here.folder / "authority.pem")))


@setup("The certificate is of a private authority")
def private_authority(here: Here) -> Iterator[Setup]:
    yield _strict(here.strict(), "bolt+s", here)


@setup("The server encrypts, and the scheme does not")
def plain_scheme(here: Here) -> Iterator[Setup]:
    yield _strict(here.strict(), "bolt", here)


@setup("The database has another name")
def other_database(here: Here) -> Iterator[Setup]:
    yield _strict(here.strict(), "bolt+ssc", here)


@setup("The password is wrong")
def wrong_password(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_PASSWORD="not-the-password"))


@setup("Half of the reading account is set")
def half_a_reader(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_READER_USERNAME=here.server.reader_user))


@setup("The reading account is wrong")
def wrong_reader(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_READER_USERNAME="nobody", NEO4J_READER_PASSWORD="not-the-password"))


@setup("The reading account may write")
def writing_reader(here: Here) -> Iterator[Setup]:
    both = {"NEO4J_READER_USERNAME": here.server.user, "NEO4J_READER_PASSWORD": here.server.password}
    yield Setup(here.configured(**both))


@setup("The account that loads may only read")
def reading_writer(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(NEO4J_USERNAME=here.server.reader_user, NEO4J_PASSWORD=here.server.reader_password))


@setup("The server is too old")
def old_server(here: Here) -> Iterator[Setup]:
    with listening(Script(agent="Neo4j/5.13.0")) as port:
        yield Setup(here.configured(NEO4J_URI=f"bolt://127.0.0.1:{port}"))


@setup("The server shares no version of Bolt with us")
def no_bolt(here: Here) -> Iterator[Setup]:
    with listening(without_a_common_version) as port:
        yield Setup(here.configured(NEO4J_URI=f"bolt://127.0.0.1:{port}"))


@setup("Somebody dropped a constraint")
def dropped_constraint(here: Here) -> Iterator[Setup]:
    with opened(here.server) as graph:
        graph.change_schema(["DROP CONSTRAINT lodegraph_deal_identity"])
        yield Setup(here.configured())
    _lodegraph(here, "load")


@setup("A load was killed half-way")
def killed_load(here: Here) -> Iterator[Setup]:
    with opened(here.server) as graph:
        graph.write("MATCH (d:Deal) DETACH DELETE d", {})
        loading = _start(here, "load")
        _wait_for(lambda: _loads(graph))
        loading.kill()
        loading.wait()
        yield Setup(here.configured())
    _lodegraph(here, "load")


@setup("The graph holds older records")
def older_records(here: Here) -> Iterator[Setup]:
    older = here.folder / "older"
    shutil.copytree(find_shipped_records(), older)
    with (older / "data_set.yaml").open("a", encoding="utf-8") as file:
        file.write("\n# as it was a year ago\n")
    _lodegraph(here, "load", str(older))
    yield Setup(here.configured())
    _lodegraph(here, "load")


@setup("`LODEGRAPH_DATA_SET` names one that is not there")
def absent_data_set(here: Here) -> Iterator[Setup]:
    yield Setup(here.configured(LODEGRAPH_DATA_SET="last-years"))


@setup("The database holds other data too")
def other_data(here: Here) -> Iterator[Setup]:
    with opened(here.server) as graph:
        graph.write("CREATE (:Country {name: 'Theirs'}) CREATE (:Note {text: 'Theirs too'})", {})
        yield Setup(here.configured())
        graph.write("MATCH (n) WHERE n.data_set IS NULL DELETE n", {})


@setup("Another program has the port")
def taken_port(here: Here) -> Iterator[Setup]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield Setup(here.configured(), ("--port", str(listener.getsockname()[1])))


@setup("A killed `lodegraph run` left its explorer behind")
def leftover_explorer(here: Here) -> Iterator[Setup]:
    port = _unused_port()
    running = _start(here, "run", "--no-browser", "--port", str(port))
    explorer = _wait_for(lambda: _listener(running.pid, port))
    running.kill()
    running.wait()
    try:
        yield Setup(here.configured(), ("--port", str(port)))
    finally:
        explorer.terminate()


@setup("A file is where the data folder should be")
def file_for_folder(here: Here) -> Iterator[Setup]:
    here.data.write_text("not a folder")
    yield Setup(here.configured())


@setup("The embedded engine was killed")
def killed_engine(here: Here) -> Iterator[Setup]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    running = subprocess.Popen(
        [sys.executable, "-c", ENGINE_USER, str(here.data)], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    running.stdout.readline()
    state = read_state(engine_folder_in(here.data))
    assert state is not None
    running.kill()
    os.kill(state.pid, signal.SIGKILL)
    running.communicate()
    yield Setup(here.embedded())


@setup("The embedded engine's data is damaged")
def damaged_engine(here: Here) -> Iterator[Setup]:
    with embedded_engine(here.data, lambda _: None):
        pass
    databases = engine_folder_in(here.data).path / "databases"
    shutil.rmtree(databases)
    databases.write_text("a file where the folder should be")
    yield Setup(here.embedded())


@setup("A package of another version comes first on Python's path")
def shadowed_package(here: Here) -> Iterator[Setup]:
    there = here.folder / "elsewhere" / "neo4j-4.4.11.dist-info"
    there.mkdir(parents=True)
    (there / "METADATA").write_text("Metadata-Version: 2.1\nName: neo4j\nVersion: 4.4.11\n")
    yield Setup(here.configured(PYTHONPATH=str(there.parent)))


ENGINE_USER = """
import sys
from pathlib import Path
from cypher.engines.embedded import embedded_engine
with embedded_engine(Path(sys.argv[1]), lambda text: None):
    print("ready", flush=True)
    sys.stdin.read()
"""


def _strict(server: StrictServer, scheme: str, here: Here) -> Setup:
    account = {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": server.password}
    return Setup({"NEO4J_URI": server.uri(scheme), "XDG_DATA_HOME": str(here.folder), **account})


def _start(here: Here, *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [str(COMMAND), *words],
        env={**os.environ, **here.configured()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )


def _lodegraph(here: Here, *words: str) -> None:
    assert _start(here, *words).wait(120) == 0


def _loads(graph: Graph) -> bool:
    return any(not d.is_complete for d in data_sets(graph))


def _listener(parent: int, port: int) -> psutil.Process | None:
    """The child of a process that listens on a port."""
    for child in psutil.Process(parent).children():
        if any(c.status == psutil.CONN_LISTEN and c.laddr.port == port for c in child.net_connections("tcp")):
            return child
    return None


def _wait_for(look: Callable[[], Found | None]) -> Found:
    deadline = time.monotonic() + 60
    while not (found := look()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
