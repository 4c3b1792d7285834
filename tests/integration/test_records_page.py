"""The sets of the page about records go into one graph as the page says, also beside somebody's own nodes."""

import re
from pathlib import Path

import pytest

from cypher.model import built_in_model
from cypher.saved import read_catalog, run
from cypher.status import data_sets
from ledger.amounts import Interval
from ledger.deals import Stage
from loader.drop import drop
from loader.load import HoldsOthers, load
from tests.integration.graphs import opened
from tests.integration.page_sets import write_page_set
from tests.integration.servers import Server

pytestmark = pytest.mark.one_line


def test_two_sets_of_the_page_stand_side_by_side_until_one_is_dropped(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_page_set("my-minerals", tmp_path / "my-minerals"))
        load(graph, write_page_set("my-copper", tmp_path / "my-copper"))
        assert {d.name for d in data_sets(graph)} == {"my-minerals", "my-copper"}
        assert len(graph.rows("MATCH (m:Mineral {id: 'mineral/tin'}) RETURN m.data_set AS s ORDER BY s", {})) == 2
        drop(graph, "my-copper")
        assert {d.name for d in data_sets(graph)} == {"my-minerals"}


def test_beside_somebodys_own_nodes_a_set_goes_only_where_it_is_told(clean_graph: Server, tmp_path: Path) -> None:
    folder = write_page_set("my-minerals", tmp_path / "my-minerals")
    with opened(clean_graph) as graph:
        graph.write("CREATE (:Note {text: $text}) RETURN 1 AS one", {"text": "theirs"})
        with pytest.raises(HoldsOthers, match=re.escape("--into-existing")):
            load(graph, folder)
        load(graph, folder, into_existing=True)
        assert graph.rows("MATCH (n:Note) RETURN n.text AS text ORDER BY text", {}) == (("theirs",),)


def test_what_is_only_a_warning_is_loaded_and_said(clean_graph: Server, tmp_path: Path) -> None:
    folder = write_page_set("my-minerals", tmp_path / "my-minerals")
    loose = "- {id: company/acmee, name: Acmee Tin, kind: company, says: Named., evidence: [paper:2]}\n"
    (folder / "more.yaml").write_text(loose, encoding="utf-8")
    said: list[str] = []
    with opened(clean_graph) as graph:
        load(graph, folder, tell=said.append)
        assert graph.rows("MATCH (c:Company {id: 'company/acmee'}) RETURN c.name AS name ORDER BY name", {})
    assert "1 warning, which `lodegraph check` shows" in said


def test_the_sums_of_the_set_about_changes_are_those_that_the_page_tells(clean_graph: Server, tmp_path: Path) -> None:
    query = read_catalog(built_in_model()).get("all-money")
    with opened(clean_graph) as graph:
        load(graph, write_page_set("my-changes", tmp_path / "my-changes"))
        for day, millions in (("2024-12", 10), ("2025-05", 47), ("2025-12", 57), ("", 57)):
            totals = run(graph, query, {"as_of": day}, "my-changes").totals
            assert totals is not None
            (committed,) = (g.interval for g in totals.groups if g.key.stage is Stage.COMMITTED)
            assert committed == Interval(millions * 1_000_000, millions * 1_000_000), day
