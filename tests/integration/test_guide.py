"""What a data set says for the pages, through a graph and back; and graphs that have none of it."""

from pathlib import Path

from cypher.guide import Beginning, Guide, read_guide
from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server
from tests.shipped import SHIPPED


def test_the_shipped_guide_is_read_back_from_the_graph(clean_graph: Server) -> None:
    with opened(clean_graph) as graph:
        load(graph, find_shipped_records())
        assert read_guide(graph, SHIPPED.name) == SHIPPED.guide
        assert SHIPPED.guide.beginnings


def test_a_changed_guide_is_renewed_though_no_record_has_changed(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        assert read_guide(graph, "small") == Guide()
        guided = SMALL["data_set.yaml"] + "guide: {beginnings: [{node: country/AA, title: Here}]}\n"
        report = load(graph, write_records(tmp_path, data_set=guided))
        assert (report.nodes.created, report.nodes.changed, report.relationships.created) == (0, 0, 0)
        assert read_guide(graph, "small").beginnings == (Beginning(node="country/AA", title="Here"),)


def test_a_guide_that_others_spoilt_or_a_set_that_is_not_there_gives_an_empty_one(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        graph.write("MATCH (d:DataSet) SET d.guide = 'no JSON'", {})
        assert read_guide(graph, "small") == Guide()
        assert read_guide(graph, "nowhere") == Guide()
