"""Two data sets with the same ids in one graph: each is loaded, renewed, shown and dropped without the other."""

from pathlib import Path

import pytest

from cypher.internal import statement
from cypher.status import choose, current_data_set, data_sets, read_status
from loader.drop import drop
from loader.load import is_as_loaded_from_package, load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import SMALL, opened, snapshot, write_records
from tests.integration.servers import Server


def folder(path: Path, name: str, **changed: str) -> Path:
    path.mkdir(exist_ok=True)
    write_records(path, **changed)
    (path / "data_set.yaml").write_text(f"name: {name}\ntitle: The set {name}\n")
    return path


def of(name: str, everything: set[tuple[object, ...]]) -> set[tuple[object, ...]]:
    return {x for x in everything if f"'{name}'" in repr(x)}


def test_the_same_ids_stand_side_by_side(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        first = load(graph, folder(tmp_path / "a", "first"))
        before = snapshot(graph)
        second = load(graph, folder(tmp_path / "b", "second"))
        assert second.nodes.created == first.nodes.created
        assert second.relationships.created == first.relationships.created
        assert {d.name for d in data_sets(graph)} == {"first", "second"}
        assert {x for x in snapshot(graph) if x in before} == set(before)
        twice = graph.rows("MATCH (n:Country {id: 'country/AA'}) RETURN n.data_set AS s ORDER BY s", {})
        assert twice == (("first",), ("second",))


def test_one_is_renewed_and_dropped_without_touching_the_other(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "a", "first"))
        alone = snapshot(graph)
        load(graph, folder(tmp_path / "b", "second"))
        changed = SMALL["countries.yaml"].replace("name: ", "name: New ", 1)
        assert load(graph, folder(tmp_path / "b", "second", countries=changed)).nodes.changed == 1
        assert read_status(graph, "first").nodes == read_status(graph, "second").nodes
        drop(graph, "second")
        assert snapshot(graph) == alone


def test_a_graph_of_an_older_version_gets_the_present_constraints_and_keeps_its_data(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "a", "first"))
        before = snapshot(graph)
        graph.change_schema(
            [
                "DROP CONSTRAINT lodegraph_country_identity",
                "CREATE CONSTRAINT lodegraph_country_id FOR (n:Country) REQUIRE n.id IS UNIQUE",
                "DROP CONSTRAINT lodegraph_attends_identity",
                "CREATE CONSTRAINT lodegraph_attends_id FOR ()-[r:ATTENDS]-() REQUIRE r.id IS UNIQUE",
            ]
        )
        assert load(graph, tmp_path / "a").nothing_done
        assert snapshot(graph) == before
        shown = graph.rows(statement("constraints-of-a-database"), {})
        assert not [row for row in shown if list(row[4]) == ["id"]]
        load(graph, folder(tmp_path / "b", "second"))


def test_a_first_load_that_broke_is_not_shown_while_there_is_a_whole_one(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "a", "first"))
        load(graph, folder(tmp_path / "b", "second"))
        later = "SET d.loaded_at = '2099-01-01T00:00:00+00:00', d.state"
        graph.write(f"MATCH (d:DataSet {{id: 'data_set/second'}}) {later} = 'loading'", {})
        assert current_data_set(graph).name == "first"
        assert current_data_set(graph, "second").state == "loading"
        graph.write(f"MATCH (d:DataSet {{id: 'data_set/second'}}) {later} = 'renewing'", {})
        assert current_data_set(graph).name == "second"


def test_a_load_that_only_removes_marks_the_set_before_it_removes(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def break_off(*_: object) -> None:
        raise Killed

    extra = SMALL["countries.yaml"] + "- {id: country/XX, name: Land, says: there, evidence: [paper:1]}\n"
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "a", "first", countries=extra))
        monkeypatch.setattr("loader.load.remove_nodes", break_off)
        with pytest.raises(Killed):
            load(graph, folder(tmp_path / "a", "first"))
        state = choose(data_sets(graph), "first")
        assert state is not None
        assert (state.state, state.is_complete) == ("renewing", False)


def test_shipped_records_count_as_unchanged_until_somebody_adds_to_them(clean_graph: Server) -> None:
    with opened(clean_graph) as graph:
        load(graph, find_shipped_records())
        name = current_data_set(graph).name
        assert is_as_loaded_from_package(graph, name)
        graph.write(
            "CREATE (:Source {id: 'source/mine', name: 'Mine', data_set: $set, record_hash: 'x'})", {"set": name}
        )
        assert not is_as_loaded_from_package(graph, name)
