"""A commit that went through and whose answer was lost: the batch comes again, without an error and without a twin."""

from dataclasses import replace
from pathlib import Path

from cypher.connection import Graph
from cypher.results import GraphEdge, GraphNode
from loader.drop import drop
from loader.load import load
from tests.integration.cut_connections import cutter
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server, wipe


def everything(graph: Graph) -> list[str]:
    """Every node and relationship with its properties, twins counted, but for when they were loaded."""
    nodes: list[GraphNode] = [row[0] for row in graph.rows("MATCH (n) RETURN n", {})]
    links: list[GraphEdge] = [row[0] for row in graph.rows("MATCH (a)-[r]->(b) RETURN r, a, b", {})]
    kept = [{k: v for k, v in x.properties.items() if k not in ("loaded_at", "beat")} for x in (*nodes, *links)]
    return sorted(repr(sorted(properties.items())) for properties in kept)


def step(server: Server) -> int:
    """Each commit on the embedded engine, every third on a Neo4j, which starts its transactions much more slowly."""
    return 1 if server.name == "embedded" else 3


def first(server: Server) -> int:
    """The two lines of Neo4j begin with different commits, so that between them most are cut."""
    return 2 if server.name == "neo4j-2026.08" else 1


def cut_commits(server: Server, folder: Path, before: Path | None) -> int:
    """Load again and again, with another commit cut off each time, and compare with a load that nothing disturbed."""
    with opened(server) as graph:
        _begin(server, graph, before)
        undisturbed = load(graph, folder, yes=True)
        whole = everything(graph)
        number = first(server)
        while True:
            _begin(server, graph, before)
            with cutter(server.uri) as between, opened(replace(server, uri=between.uri)) as cut_graph:
                between.commits, between.cut = 0, number
                report = load(cut_graph, folder, yes=True)
            assert everything(graph) == whole, f"commit {number}"
            assert (report.nodes, report.relationships) == (undisturbed.nodes, undisturbed.relationships)
            assert load(graph, folder).nothing_done
            if not between.cuts:
                return number
            number += step(server)


def _begin(server: Server, graph: Graph, before: Path | None) -> None:
    wipe(server)
    if before:
        load(graph, before)


def test_a_first_load_of_which_any_commit_is_unheard_is_whole(clean_graph: Server, tmp_path: Path) -> None:
    assert cut_commits(clean_graph, write_records(tmp_path), None) > 8


def test_a_renewal_of_which_any_commit_is_unheard_is_whole(clean_graph: Server, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    write_records(old)
    other = SMALL["countries.yaml"].replace("Borduria", "Syldavia")
    other += "- {id: country/CC, name: Carpania, says: there, evidence: [paper:1]}\n"
    deals = SMALL["deals.yaml"].replace("country/BB]", "country/CC]").replace("They signed", "They did")
    assert cut_commits(clean_graph, write_records(new, countries=other, deals=deals), old) > 8


def test_a_drop_of_which_any_commit_is_unheard_takes_all(clean_graph: Server, tmp_path: Path) -> None:
    folder = write_records(tmp_path)
    with opened(clean_graph) as graph:
        number, cuts = first(clean_graph), 1
        while cuts:
            load(graph, folder)
            with cutter(clean_graph.uri) as between, opened(replace(clean_graph, uri=between.uri)) as cut_graph:
                between.commits, between.cut = 0, number
                drop(cut_graph, "small")
            assert everything(graph) == []
            number, cuts = number + step(clean_graph), between.cuts
        assert number > 8
