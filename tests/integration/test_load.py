"""Loading: complete, repeatable, careful with what belongs to others, and safe to break off."""

import time
from pathlib import Path
from typing import Any

import pytest

import loader.load
from benchmarks.records import write_hub
from cypher.errors import GraphError
from cypher.status import current_data_set
from loader.load import HoldsOthers, is_loaded, load
from loader.records import BadRecords
from loader.report import Counts
from loader.turn import Turn
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import SMALL, opened, snapshot, write_records
from tests.integration.servers import Server


def test_loading_the_shipped_records_twice_changes_nothing_the_second_time(clean_graph: Server) -> None:
    with opened(clean_graph) as graph:
        first = load(graph, find_shipped_records())
        before = snapshot(graph)
        second = load(graph, find_shipped_records())
        assert (first.nodes.changed, first.nodes.left, first.nodes.removed) == (0, 0, 0)
        assert second.nodes == Counts(0, 0, first.nodes.created, 0)
        assert second.relationships == Counts(0, 0, first.relationships.created, 0)
        assert snapshot(graph) == before


def test_a_changed_a_new_and_a_dropped_record_are_told_apart(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        changed = SMALL["countries.yaml"].replace("Borduria", "Syldavia")
        changed += "- {id: country/CC, name: Carpania, says: took part, evidence: [paper:1]}\n"
        fewer = SMALL["deals.yaml"].replace("[country/AA, country/BB]", "[country/AA]")
        report = load(graph, write_records(tmp_path, countries=changed, deals=fewer))
        assert (report.nodes.created, report.nodes.changed, report.nodes.removed) == (1, 1, 0)
        assert (report.relationships.created, report.relationships.removed) == (0, 1)
        names = graph.table("MATCH (c:Country) RETURN c.name ORDER BY c.name", {}, 10).rows
        assert [n for (n,) in names] == ["Atlantis", "Carpania", "Syldavia"]


def test_a_property_that_a_record_no_longer_has_is_gone(clean_graph: Server, tmp_path: Path) -> None:
    with_code = SMALL["countries.yaml"].replace("name: Atlantis", "name: Atlantis, iso_alpha2: AA")
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, countries=with_code))
        load(graph, write_records(tmp_path))
        assert graph.table("MATCH (c:Country) WHERE c.iso_alpha2 IS NOT NULL RETURN c", {}, 10).rows == ()


def test_bad_records_leave_the_graph_as_it_was(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        before = snapshot(graph)
        with pytest.raises(BadRecords):
            load(graph, write_records(tmp_path, deals=SMALL["deals.yaml"].replace("country/BB", "country/ZZ")))
        assert snapshot(graph) == before


def test_a_load_that_fails_half_way_is_completed_by_the_next(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        more = SMALL["countries.yaml"] + "- {id: country/CC, name: Carpania, says: there, evidence: [paper:1]}\n"
        wider = SMALL["deals.yaml"].replace("country/BB]", "country/BB, country/CC]")
        write_records(tmp_path, countries=more, deals=wider)
        _fail_on(monkeypatch, "PARTY_TO")
        with pytest.raises(GraphError, match="the server went away"):
            load(graph, tmp_path)
        signed = graph.table("MATCH (c:Country)-[:PARTY_TO]->(:Deal) RETURN c.name ORDER BY c.name", {}, 10).rows
        assert [n for (n,) in signed] == ["Atlantis", "Borduria"]
        assert current_data_set(graph).state == "renewing"
        monkeypatch.undo()
        assert load(graph, tmp_path).relationships.created == 1
        assert current_data_set(graph).state == "complete"


def test_a_server_with_other_peoples_nodes_is_refused(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        graph.write("CREATE (:Country {name: 'Theirs'})", {})
        with pytest.raises(HoldsOthers, match=r"1 Country.*--into-existing"):
            load(graph, write_records(tmp_path))
        assert len(snapshot(graph)) == 1


def test_foreign_nodes_of_the_same_label_and_type_are_never_touched(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        graph.write(
            "CREATE (:Country {id: 'theirs/1', name: 'Theirs'})"
            "-[:PARTY_TO {id: 'x'}]->(:Deal {id: 'theirs/2', name: 'D'})",
            {},
        )
        theirs = snapshot(graph)
        load(graph, write_records(tmp_path), into_existing=True)
        load(
            graph,
            write_records(tmp_path, countries=SMALL["countries.yaml"].replace("Borduria", "B")),
            into_existing=True,
        )
        assert theirs <= snapshot(graph)
        assert load(graph, tmp_path, into_existing=True).nothing_done


def test_an_id_that_somebody_else_uses_too_is_theirs_and_ours(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        graph.write("CREATE (:Country {id: 'country/AA', name: 'Theirs'})", {})
        theirs = snapshot(graph)
        load(graph, write_records(tmp_path), into_existing=True)
        assert theirs < snapshot(graph)
        names = graph.rows("MATCH (n:Country {id: 'country/AA'}) RETURN n.name AS name ORDER BY name", {})
        assert names == (("Atlantis",), ("Theirs",))


def test_a_node_on_which_others_hang_is_kept_and_named(clean_graph: Server, tmp_path: Path) -> None:
    alone = SMALL["countries.yaml"] + "- {id: country/CC, name: Carpania, says: there, evidence: [paper:1]}\n"
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, countries=alone))
        graph.write("MATCH (c:Country {id: 'country/CC'}) CREATE (:Note {text: 'mine'})-[:ON]->(c)", {})
        report = load(graph, write_records(tmp_path), into_existing=True)
        assert report.kept == ("country/CC",)
        assert graph.table("MATCH (:Note)-[:ON]->(c) RETURN c.name", {}, 10).rows == (("Carpania",),)


def _fail_on(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    real = Turn.write

    def write(self: Turn, text: str, parameters: dict[str, object]) -> object:
        if word in text:
            raise GraphError("the server went away")
        return real(self, text, parameters)

    monkeypatch.setattr(Turn, "write", write)


def test_files_that_change_after_the_check_do_not_matter(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = loader.load.wait_for_turn

    def change_files_first(*arguments: Any) -> Turn:
        write_records(tmp_path, countries=SMALL["countries.yaml"].replace("Borduria", "Syldavia"), deals="")
        return real(*arguments)

    with opened(clean_graph) as graph:
        write_records(tmp_path)
        monkeypatch.setattr(loader.load, "wait_for_turn", change_files_first)
        assert load(graph, tmp_path).relationships.created == 4
        names = graph.rows("MATCH (c:Country) RETURN c.name ORDER BY c.name", {})
        assert names == (("Atlantis",), ("Borduria",))
        assert not is_loaded(graph, tmp_path), "the digest is of what was read"
        monkeypatch.undo()
        assert load(graph, tmp_path, yes=True).nodes.changed == 1


@pytest.mark.one_line
def test_a_hub_is_loaded_renewed_and_emptied_at_its_lighter_ends(clean_graph: Server, tmp_path: Path) -> None:
    number = 20_000
    folders = [write_hub(tmp_path / word, number, word) for word in ("signed", "agreed")]
    few = write_hub(tmp_path / "few", 10)
    with opened(clean_graph) as graph:
        assert load(graph, folders[0]).relationships.created >= number
        began = time.monotonic()
        assert load(graph, folders[1]).relationships.changed == number
        assert load(graph, few, yes=True).relationships.removed == number - 10
        assert time.monotonic() - began < 90, "at 25 ms a row it would take a quarter of an hour"
        assert len(graph.rows("MATCH (:Country {id: 'country/C0'})-[r:PARTY_TO]->() RETURN r.id", {})) == 10
