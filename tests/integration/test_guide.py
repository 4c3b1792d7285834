"""What a data set says for the pages, through a graph and back; and graphs that have none of it."""

from pathlib import Path

from cypher.guide import Beginning, Guide, read_guide
from cypher.network import only_took_part
from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server
from tests.shipped import SHIPPED

TALKS = """\
- id: event/talks
  name: Talks
  kind: forum
  says: Took place.
  evidence: [paper:1]
  links: [{type: ATTENDS, from: [country/AA, country/BB], role: participant}]
- id: event/fair
  name: Fair
  kind: forum
  says: Took place.
  evidence: [paper:1]
  links: [{type: ATTENDS, from: [country/BB], role: participant}]
"""


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


def test_only_participants_of_the_named_occasions_are_gathered(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        (tmp_path / "events.yaml").write_text(TALKS, encoding="utf-8")
        load(graph, write_records(tmp_path))

        def gathered(*occasions: str) -> set[tuple[str, str]]:
            found = only_took_part(graph, ["country/ZZ"], occasions, "small")
            return {(edge.start, edge.end) for edge in found.edges}

        assert gathered() == set()
        assert gathered("event/fair") == {("country/BB", "event/fair")}
        assert len(gathered("event/fair", "event/talks")) == 3
        assert only_took_part(graph, ["country/AA", "country/BB"], ["event/talks"], "small").edges == ()
