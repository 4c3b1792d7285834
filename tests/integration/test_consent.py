"""What a load removes is said, and asked where it is much or came from somewhere else."""

from pathlib import Path

import pytest

from cypher.status import EmptyGraph, current_data_set, data_sets
from loader.consent import NeedsConsent
from loader.drop import drop
from loader.load import load
from loader.origin import PACKAGE, origin_of
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import SMALL, opened, snapshot, write_records
from tests.integration.servers import Server

pytestmark = pytest.mark.one_line

MANY = SMALL["countries.yaml"] + "".join(
    f"- {{id: country/X{n}, name: Land {n}, says: there, evidence: [paper:1]}}\n" for n in range(30)
)


def folder(path: Path, **changed: str) -> Path:
    path.mkdir(exist_ok=True)
    return write_records(path, **changed)


def test_a_set_says_whether_it_came_from_the_package_or_a_folder(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "mine"))
        assert current_data_set(graph).origin == origin_of(tmp_path / "mine")
        load(graph, find_shipped_records(), into_existing=True)
        assert sorted(d.origin.startswith(PACKAGE) for d in data_sets(graph)) == [False, True]


def test_more_than_a_tenth_is_removed_only_with_consent(clean_graph: Server, tmp_path: Path) -> None:
    told: list[str] = []
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path, countries=MANY))
        before = snapshot(graph)
        with pytest.raises(NeedsConsent, match="this would remove 30 nodes that ") as asked:
            load(graph, folder(tmp_path), tell=told.append)
        assert not any("removing" in line for line in told)
        assert (asked.value.removed, asked.value.of_total) == (30, len(before) - 1)
        assert snapshot(graph) == before
        assert load(graph, tmp_path, yes=True).nodes.removed == 30


def test_a_little_is_removed_without_a_question_and_said(clean_graph: Server, tmp_path: Path) -> None:
    fewer = "".join(MANY.splitlines(keepends=True)[:-1])
    told: list[str] = []
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path, countries=MANY))
        load(graph, folder(tmp_path, countries=fewer), tell=told.append)
        assert any("removing 1 node that" in line for line in told)


def test_another_folder_removes_nothing_without_consent(clean_graph: Server, tmp_path: Path) -> None:
    fewer = "".join(MANY.splitlines(keepends=True)[:-1])
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path / "mine", countries=MANY))
        with pytest.raises(NeedsConsent, match=r"loaded from another place \(folder mine\)"):
            load(graph, folder(tmp_path / "other", countries=fewer))
        load(graph, folder(tmp_path / "other", countries=fewer), yes=True)
        assert current_data_set(graph).origin == origin_of(tmp_path / "other")


def test_a_dropped_set_is_gone_and_nothing_else(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        graph.write("CREATE (:Note {text: 'mine'})", {})
        theirs = snapshot(graph)
        report = load(graph, folder(tmp_path), into_existing=True)
        dropped = drop(graph, "small")
        assert (dropped.nodes, dropped.relationships) == (report.nodes.created, report.relationships.created)
        assert snapshot(graph) == theirs
        with pytest.raises(EmptyGraph, match="does not hold small"):
            drop(graph, "small")


def test_a_node_on_which_others_hang_is_kept_by_a_drop_and_named(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, folder(tmp_path))
        graph.write("MATCH (c:Country {id: 'country/AA'}) CREATE (:Note {text: 'mine'})-[:ON]->(c)", {})
        assert drop(graph, "small").kept == ("country/AA",)
