"""Addresses, products and the driver's errors, in our words."""

import pytest
from neo4j.exceptions import ConfigurationError, Neo4jError

from cypher.diagnosis.address import Address, read_address
from cypher.diagnosis.product import product_of
from cypher.driver_errors import translate_errors
from cypher.engines.choose import configured_server
from cypher.errors import (
    BadAddress,
    BadSettings,
    GraphError,
    LoginRefused,
    NotAllowed,
    ReadOnlyDatabase,
    ServerUnreachable,
    UnknownDatabase,
)
from cypher.settings import GraphSettings

HERE = "bolt://here:7687"


@pytest.mark.parametrize(
    ("uri", "address", "encrypted", "checked", "routed"),
    [
        ("bolt://127.0.0.1", Address("bolt://127.0.0.1", "bolt", "127.0.0.1", 7687), False, False, False),
        ("neo4j://h:1/", Address("neo4j://h:1/", "neo4j", "h", 1), False, False, True),
        ("neo4j+s://h?region=eu", Address("neo4j+s://h?region=eu", "neo4j+s", "h", 7687), True, True, True),
        ("BOLT+SSC://[::1]:7", Address("BOLT+SSC://[::1]:7", "bolt+ssc", "::1", 7), True, False, False),
    ],
)
def test_an_address_tells_how_to_speak_to_whom(
    uri: str, address: Address, encrypted: bool, checked: bool, routed: bool
) -> None:
    read = read_address(uri)
    assert read == address
    assert (read.encrypted, read.checked, read.routed) == (encrypted, checked, routed)


def test_the_same_place_is_named_by_other_schemes() -> None:
    address = read_address("neo4j+s://h:1")
    assert [address.by(how) for how in ("", "+s", "+ssc")] == ["neo4j://h:1", "neo4j+s://h:1", "neo4j+ssc://h:1"]
    assert address.direct == "bolt+s://h:1"


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("nonsense", "starts with one of neo4j://, neo4j+s://"),
        ("127.0.0.1:7687", "starts with one of neo4j://"),
        ("https://h:7473", "set NEO4J_URI to bolt://h:7687"),
        ("bolt://", "names no host"),
        ("bolt://h:99999", "Port out of range"),
        ("bolt://h:x", "is not the address of a Bolt server"),
        ("neo4j://h:1/minerals", "leave 'minerals' out of NEO4J_URI; the name of a database goes into NEO4J_DATABASE"),
        ("neo4j://h#minerals", "goes on after the port"),
    ],
)
def test_an_address_that_cannot_be_is_refused_with_what_to_write(uri: str, says: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read_address(uri)
    assert says in str(refused.value)
    assert "NEO4J_URI" in refused.value.remedy


@pytest.mark.parametrize("uri", ["bolt://neo4j:hidden@h", "http://neo4j:hidden@h", "neo4j:hidden@h"])
def test_a_password_in_an_address_is_never_repeated(uri: str) -> None:
    with pytest.raises(BadAddress) as refused:
        read_address(uri)
    assert "hidden" not in str(refused.value)
    assert "NEO4J_PASSWORD" in str(refused.value)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Neo4j/5.26.30", "Neo4j 5.26.30"),
        ("Neo4j/5.27-aura", "Neo4j 5.27-aura"),
        ("Neo4j/2026.08.1", "Neo4j 2026.08.1"),
        ("Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)", "ArcadeDB 26.10.2"),
    ],
)
def test_a_server_that_we_know_is_no_problem(agent: str, name: str) -> None:
    assert (product_of(agent).name, product_of(agent).problem) == (name, "")


@pytest.mark.parametrize(
    "agent",
    [
        "Neo4j/4.4.44",
        "Neo4j/5.25.0",
        "Neo4j/dev",
        "",
        "Neo4j/v5.11.0 compatible graph database server - Memgraph",
        "Neo4j/5.26.0 compatible (ArcadeDB 25.1.1)",
        "Neo4j/5.26.0 compatible (ArcadeDB)",
    ],
)
def test_a_server_that_we_do_not_know_is_a_problem(agent: str) -> None:
    assert product_of(agent).problem


@pytest.mark.parametrize(
    ("code", "message", "kind", "says"),
    [
        ("ClientError.Security.Unauthorized", "no", LoginRefused, "of 'ann': check NEO4J_USERNAME and NEO4J_PASSWORD"),
        ("ClientError.Security.AuthenticationRateLimit", "no", LoginRefused, "wait half a minute"),
        ("ClientError.Security.CredentialsExpired", "no", LoginRefused, "ALTER CURRENT USER SET PASSWORD"),
        ("ClientError.Security.AuthProviderFailed", "no", LoginRefused, "refuses the log-in of 'ann' (no)"),
        # as Neo4j Enterprise says it of a right, of a database, and as the embedded engine does
        (
            "ClientError.Security.Forbidden",
            "Create node with labels 'Country' on database 'neo4j' is not allowed for user 'ann' with roles [reader].",
            NotAllowed,
            "the user ann may not do that",
        ),
        (
            "ClientError.Security.Forbidden",
            "Database access is not allowed for user 'ann' with roles [PUBLIC].",
            UnknownDatabase,
            "no database 'neo4j' for this user",
        ),
        ("ClientError.Security.Forbidden", "Access to database 'neo4j' is not allowed", UnknownDatabase, "NEO4J_DATA"),
        ("ClientError.Database.DatabaseNotFound", "no", UnknownDatabase, "correct NEO4J_DATABASE"),
        ("TransientError.General.DatabaseUnavailable", "no", ServerUnreachable, "wait until it has started"),
        ("ClientError.General.WriteOnReadOnlyAccessDatabase", "no", ReadOnlyDatabase, "takes no writes"),
        ("ClientError.Statement.AccessMode", "no", NotAllowed, "reading statement"),
    ],
)
def test_what_a_server_refuses_is_explained(code: str, message: str, kind: type[GraphError], says: str) -> None:
    with pytest.raises(kind) as refused, translate_errors(HERE, "neo4j", "ann"):
        raise Neo4jError._hydrate_neo4j(code=f"Neo.{code}", message=message)
    assert says in str(refused.value)


def test_a_server_that_lacks_what_we_ask_for_is_no_bad_address() -> None:
    with pytest.raises(ServerUnreachable) as refused, translate_errors(HERE, "neo4j"):
        raise ConfigurationError("Notification filtering is not supported for the Bolt Protocol 4.4.")
    assert "no version of Bolt that this program can use" in str(refused.value)
    assert not isinstance(refused.value, BadAddress)


def test_who_reads_gets_the_reading_account_where_there_is_one() -> None:
    settings = GraphSettings(
        neo4j_uri=HERE,
        neo4j_username="ann",
        neo4j_password="one",
        neo4j_reader_username="bob",
        neo4j_reader_password="two",
    )
    writer, reader = configured_server(settings, HERE, writing=True), configured_server(settings, HERE)
    assert (writer.username, writer.password, writer.account) == ("ann", "one", "NEO4J_USERNAME and NEO4J_PASSWORD")
    assert (reader.username, reader.password) == ("bob", "two")
    assert reader.account == "NEO4J_READER_USERNAME and NEO4J_READER_PASSWORD"


def test_without_a_reading_account_one_does_all_and_half_of_one_is_refused() -> None:
    one = GraphSettings(neo4j_uri=HERE, neo4j_username="ann", neo4j_password="one")
    assert configured_server(one, HERE, writing=True) == configured_server(one, HERE)
    with pytest.raises(BadSettings, match="NEO4J_READER_PASSWORD is set and NEO4J_READER_USERNAME is not"):
        configured_server(GraphSettings(neo4j_uri=HERE, neo4j_reader_password="two"), HERE)
