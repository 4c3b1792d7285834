"""Opening the tests' servers the way the program does, and small record sets to load."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.connection import Graph, connect
from cypher.connection import Server as OurServer
from tests.integration.servers import Server

SHA = "a" * 64

SMALL = {
    "data_set.yaml": "name: small\ntitle: A small set\n",
    "sources.yaml": (
        "- {id: source/paper, name: The Paper, kind: article, says: an article, basis: ours}\n"
        "- {id: source/desk, name: The desk, kind: publisher, says: its own words, basis: ours}\n"
    ),
    "passages.yaml": f"source: source/paper\npassages:\n- {{cite: 1, origin: source/desk, sha256: {SHA}}}\n",
    "countries.yaml": (
        "- {id: country/AA, name: Atlantis, says: took part, evidence: [paper:1]}\n"
        "- {id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}\n"
    ),
    "deals.yaml": (
        "- id: deal/pact\n  name: Pact\n  instrument: framework\n  stage: signed\n  whose_money: not_stated\n"
        "  says: They signed.\n  evidence: [paper:1]\n  links:\n"
        "  - {type: PARTY_TO, from: [country/AA, country/BB], role: signatory}\n"
    ),
}


@contextmanager
def opened(server: Server) -> Iterator[Graph]:
    """The server as the loader opens it."""
    with connect(as_ours(server)) as graph:
        yield graph


def as_ours(server: Server) -> OurServer:
    """The server as our own type."""
    return OurServer(server.uri, server.user, server.password, server.database, server.name, sql=server.sql)


def write_records(folder: Path, **changed: str) -> Path:
    """The small set as files; a file given as `countries="…"` takes the place of its own."""
    for name, text in SMALL.items():
        (folder / name).write_text(changed.get(name.removesuffix(".yaml"), text), encoding="utf-8")
    return folder


def snapshot(graph: Graph) -> set[tuple[object, ...]]:
    """Every node and relationship with its properties, to compare two states of a graph."""
    nodes = graph.table("MATCH (n) RETURN n", {}, 10_000).rows
    links = graph.table("MATCH (a)-[r]->(b) RETURN r", {}, 10_000).rows
    return {(x.id, repr(sorted(x.properties.items()))) for (x,) in (*nodes, *links)}
