"""A server of one's own, with all that may be wrong on the way to it: each time a message that says what to do."""

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.connection import Server as OurServer
from cypher.connection import connect
from cypher.errors import GraphError, LoginRefused, ServerUnreachable, UnknownDatabase, UnsupportedServer
from tests.integration.graphs import SMALL, opened, snapshot, write_records
from tests.integration.scripted_bolt import Script, hanging_up, listening, silent, without_a_common_version
from tests.integration.servers import Server, embedded
from tests.integration.special_servers import StrictServer
from tests.integration.test_commands import lodegraph

pytest_plugins = ["tests.integration.special_fixtures"]

EXPLORER = Path(__file__).parents[2] / "explorer" / "app.py"
TIMEOUT = 25.0
"""Seconds within which every failing attempt must have ended."""


def at(uri: str) -> OurServer:
    """A server by its address alone."""
    return OurServer(uri, "neo4j", "not-the-password", "neo4j", "neo4j")


def refusal(server: OurServer, kind: type[GraphError], *, writing: bool = False) -> str:
    """What a caller is told, in good time."""
    began = time.monotonic()
    with pytest.raises(kind) as refused, connect(server, writing=writing):
        pass
    assert time.monotonic() - began < TIMEOUT
    assert refused.value.remedy
    return str(refused.value)


def test_while_a_server_starts_callers_are_told_to_wait(strict_server: StrictServer) -> None:
    assert strict_server.while_starting
    for told in strict_server.while_starting:
        assert told.startswith(f"no graph answers at {strict_server.uri('bolt+ssc')} (")
        assert "wait" in told


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_a_certificate_is_taken_as_it_is_where_the_scheme_says_so(strict_server: StrictServer, scheme: str) -> None:
    with connect(strict_server.by(scheme)) as graph:
        assert graph.table("RETURN 1", {}, 1).rows == ((1,),)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_authority_that_is_not_trusted_is_named_with_both_ways_out(
    strict_server: StrictServer, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = refusal(strict_server.by(f"{scheme}+s"), ServerUnreachable)
    assert "is not signed by an authority that this machine trusts" in told
    assert "SSL_CERT_FILE" in told
    assert strict_server.uri(f"{scheme}+ssc") in told
    monkeypatch.setenv("SSL_CERT_FILE", str(strict_server.authority))
    with connect(strict_server.by(f"{scheme}+s")) as graph:
        assert graph.table("RETURN 1", {}, 1).rows == ((1,),)


def test_a_certificate_of_another_name_is_told_from_one_of_another_authority(
    strict_server: StrictServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(strict_server.authority))
    told = refusal(strict_server.by("bolt+s", uri=strict_server.uri("bolt+s", "127.0.0.1")), ServerUnreachable)
    assert "is not for '127.0.0.1'" in told


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_encrypts_only_says_which_schemes_it_takes(strict_server: StrictServer, scheme: str) -> None:
    told = refusal(strict_server.by(scheme), ServerUnreachable)
    assert "takes encrypted connections only" in told
    assert strict_server.uri(f"{scheme}+s") in told
    assert strict_server.uri(f"{scheme}+ssc") in told


def test_a_database_of_another_name_is_used_and_a_wrong_name_is_answered_with_the_right_one(
    strict_server: StrictServer,
) -> None:
    settings = {"NEO4J_URI": strict_server.uri("bolt+ssc"), "NEO4J_PASSWORD": strict_server.password}
    server = Server("strict", "", "neo4j", "", "minerals", "neo4j", "")
    assert "database minerals" in lodegraph(server, "status", **settings).stdout
    for scheme in ("bolt+ssc", "neo4j+ssc"):
        told = refusal(strict_server.by(scheme, database="neo4j"), UnknownDatabase)
        assert "has no database 'neo4j' for this user (it has minerals)" in told
        assert "NEO4J_DATABASE" in told


def test_a_locked_account_and_a_password_to_be_changed_are_told_from_a_wrong_one(strict_server: StrictServer) -> None:
    with connect(strict_server.by("bolt+ssc")) as graph:
        graph.change_schema(["CREATE USER fresh SET PASSWORD 'to-be-changed' CHANGE REQUIRED"])
        graph.change_schema(["CREATE USER second SET PASSWORD 'a-long-password' CHANGE NOT REQUIRED"])
    told = refusal(strict_server.by("bolt+ssc", username="fresh", password="to-be-changed"), LoginRefused)
    assert "wants the password of 'fresh' to be changed first" in told
    wrong = strict_server.by("bolt+ssc", username="second", password="not-the-password")
    said = [refusal(wrong, LoginRefused) for _ in range(5)]
    assert "refuses the user name or password of 'second'" in said[0]
    assert "check NEO4J_USERNAME and NEO4J_PASSWORD" in said[0]
    right = refusal(strict_server.by("bolt+ssc", username="second", password="a-long-password"), LoginRefused)
    assert "refuses every log-in of 'second' for a while" in right == said[-1]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
def test_the_port_for_web_pages_is_told_from_the_one_for_bolt(strict_server: StrictServer, scheme: str) -> None:
    told = refusal(at(f"{scheme}://localhost:{strict_server.web_port}"), ServerUnreachable)
    assert "names a port for web pages" in told
    assert "7687" in told


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("http://127.0.0.1:7474", "set NEO4J_URI to bolt://127.0.0.1:7687"),
        ("bolt://graph.invalid", "the name 'graph.invalid' is not known"),
        ("neo4j://graph.invalid", "the name 'graph.invalid' is not known"),
        ("bolt://127.0.0.1:1", "nothing listens on port 1"),
        ("neo4j://127.0.0.1:1", "nothing listens on port 1"),
    ],
)
def test_an_address_where_nobody_can_be_says_so(uri: str, says: str) -> None:
    assert says in refusal(at(uri), ServerUnreachable)


@pytest.mark.parametrize(
    ("scheme", "conversation", "says"),
    [
        ("bolt", silent, "the connection is taken, and nothing is said"),
        ("bolt+s", silent, "the connection is taken, and nothing is said"),
        ("neo4j", silent, "the connection is taken, and nothing is said"),
        ("bolt", hanging_up, "hangs up at once"),
        ("bolt+s", hanging_up, "hangs up at once"),
        ("bolt", without_a_common_version, "speaks no version of Bolt that this program can use"),
        ("neo4j", without_a_common_version, "speaks no version of Bolt that this program can use"),
        ("bolt+ssc", Script(), "asks for encryption, and the server has none"),
        ("bolt", Script(bolt=(4, 4)), "speaks no version of Bolt that this program can use"),
        ("bolt", Script(failure="Neo.TransientError.Database.DatabaseUnavailable"), "wait until it has started"),
    ],
)
def test_a_server_of_a_strange_mood_is_described(
    scheme: str, conversation: Script, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cypher.server.ANSWER", 1.0)
    monkeypatch.setattr("cypher.diagnosis.probe.TIMEOUT", 0.5)
    with listening(conversation) as port:
        assert says in refusal(at(f"{scheme}://127.0.0.1:{port}"), ServerUnreachable)


def test_a_server_that_names_others_which_do_not_answer_is_told_from_one_that_does_not() -> None:
    with listening(Script(route=f"127.0.0.1:{_unused_port()}")) as port:
        told = refusal(at(f"neo4j://127.0.0.1:{port}"), ServerUnreachable)
    assert "the servers that it names for the database do not" in told
    assert f"use bolt://127.0.0.1:{port}" in told


@pytest.mark.parametrize(
    ("agent", "says"),
    [
        ("Neo4j/5.13.0", "Neo4j 5.13.0 is older than 5.26"),
        ("Neo4j/5.25.1", "Neo4j 5.25.1 is older than 5.26"),
        ("Elsewhere/1.0", "'Elsewhere/1.0' is no version of Neo4j that this program knows"),
        ("Neo4j/dev", "'Neo4j/dev' is no version of Neo4j that this program knows"),
        ("Neo4j/v5.11.0 compatible graph database server - Memgraph", "is another product than Neo4j"),
    ],
)
def test_nothing_is_written_to_an_old_or_unknown_server(agent: str, says: str) -> None:
    with listening(Script(agent=agent)) as port:
        server = at(f"bolt://127.0.0.1:{port}")
        with connect(server):
            pass  # who only reads may try
        told = refusal(server, UnsupportedServer, writing=True)
    assert says in told
    assert "use Neo4j 5.26 LTS or newer" in told


def test_load_says_what_it_says_to_an_old_server_as_a_refusal(tmp_path: Path) -> None:
    with listening(Script(agent="Neo4j/5.13.0")) as port:
        server = Server("old", f"bolt://127.0.0.1:{port}", "neo4j", "x", "neo4j", "neo4j", "x")
        done = lodegraph(server, "load", str(write_records(tmp_path)))
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing was written" in done.stderr
    assert "Neo4j 5.13.0 is older than 5.26" in done.stderr


@pytest.fixture(scope="module")
def two_accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a writing and a reading account: the embedded engine's, at its Bolt port, as a configured one."""
    with embedded(tmp_path_factory.mktemp("accounts")) as server:
        yield server


def test_commands_that_read_use_the_reading_account_and_load_the_other(two_accounts: Server, tmp_path: Path) -> None:
    reader = _reader_settings(two_accounts)
    loaded = lodegraph(two_accounts, "load", str(write_records(tmp_path)), **reader)
    assert loaded.returncode == 0, loaded.stderr
    assert "A small set" in lodegraph(two_accounts, "status", **reader).stdout
    asked = lodegraph(two_accounts, "query", "run", "around", "--param", "node=country/AA", **reader)
    assert asked.returncode == 0, asked.stderr
    only_for_reading = reader | {"NEO4J_PASSWORD": "not-the-password"}
    assert lodegraph(two_accounts, "status", **only_for_reading).returncode == 0
    refused = lodegraph(two_accounts, "status", **(reader | {"NEO4J_READER_PASSWORD": "not-the-password"}))
    assert refused.returncode == 3
    assert "check NEO4J_READER_USERNAME and NEO4J_READER_PASSWORD" in refused.stderr


def test_the_explorer_uses_the_reading_account(
    two_accounts: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lodegraph(two_accounts, "load", str(write_records(tmp_path)))
    monkeypatch.setenv("NEO4J_URI", two_accounts.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    told = []
    for password in (two_accounts.reader_password, "not-the-password"):
        st.cache_resource.clear()
        monkeypatch.setenv("NEO4J_READER_USERNAME", two_accounts.reader_user)
        monkeypatch.setenv("NEO4J_READER_PASSWORD", password)
        page = AppTest.from_file(str(EXPLORER), default_timeout=60).run()
        assert not page.exception
        told.append([error.value.split("**")[1] for error in page.error])
    st.cache_resource.clear()
    assert told == [[], ["The graph does not answer."]]


@pytest.mark.parametrize("there", [True, False])
def test_loading_as_the_reader_is_refused_and_changes_nothing(
    two_accounts: Server, tmp_path: Path, there: bool
) -> None:
    lodegraph(two_accounts, "load", str(write_records(tmp_path)))
    with opened(two_accounts) as graph:
        if not there:
            graph.write("MATCH (n) DETACH DELETE n", {})
        before = snapshot(graph)
        changed = SMALL["countries.yaml"].replace("Borduria", "Syldavia")
        environment = {"NEO4J_USERNAME": two_accounts.reader_user, "NEO4J_PASSWORD": two_accounts.reader_password}
        refused = lodegraph(two_accounts, "load", str(write_records(tmp_path, countries=changed)), **environment)
        assert refused.returncode == 1
        assert re.search(
            rf"the user reader may not do that at {two_accounts.uri} \(.*\): name a user who", refused.stderr
        )
        assert snapshot(graph) == before


@pytest.mark.parametrize("half", ["NEO4J_READER_USERNAME", "NEO4J_READER_PASSWORD"])
def test_half_a_reading_account_is_refused(two_accounts: Server, half: str) -> None:
    refused = lodegraph(two_accounts, "status", **{half: "reader"})
    assert refused.returncode == 3
    assert f"{half} is set and NEO4J_READER_" in refused.stderr
    assert "set both" in refused.stderr


def _reader_settings(server: Server) -> dict[str, str]:
    return {"NEO4J_READER_USERNAME": server.reader_user, "NEO4J_READER_PASSWORD": server.reader_password}


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
