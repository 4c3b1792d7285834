"""A data set out of the graph again: the records and the script that are written of it give the graph that was
there, whatever its texts hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.status import EmptyGraph, current_data_set
from loader.check import check
from loader.difference import compare_rows
from loader.exports import SET_FORMATS, export_set, read_back, take_folder, take_from_graph
from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import opened, snapshot
from tests.integration.servers import Server, wipe
from tests.integration.test_commands import lodegraph
from tests.unit.small_records import folder_of
from tests.unit.taken import deal_with, set_of
from tests.unit.test_exporting_sets import DISPUTED
from tests.unit.test_what_an_article_brings import AFTER, BEFORE, GAZETTE, SOURCES

JSONL, _, _, CYPHER, _ = SET_FORMATS
HOSTILE = (
    "\"'`\\", "\\u0041 \\\\u0041 \\n", "a\nb\r\nc\td", "x\u2028y\u2029z\u0085", "'; MATCH (n) DETACH DELETE n; //",
    "$x {y} */", "ends with \\", "=1+1", "é ß 漢 🜨",
)  # fmt: skip


@pytest.fixture
def empty(clean_graph: Server) -> Iterator[Graph]:
    with opened(clean_graph) as graph:
        yield graph


def paste(graph: Graph, script: Path) -> None:
    """Run a script as cypher-shell does: statement by statement, each in a transaction of its own."""
    lines = script.read_text(encoding="utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("//"))
    for part in text.split(";\n"):
        if part.startswith("CREATE CONSTRAINT"):
            graph.change_schema([part])
        elif part.strip():
            graph.write(part, {})


def test_the_shipped_set_comes_out_as_it_went_in(graph: Graph, tmp_path: Path) -> None:
    shipped = take_folder(check(find_shipped_records()))
    taken = take_from_graph(graph, shipped.data_set.name)
    assert taken.rows.version == shipped.rows.version
    assert compare_rows(taken.rows, shipped.rows).differs == ()
    assert (taken.data_set.title, taken.data_set.guide) == (shipped.data_set.title, shipped.data_set.guide)
    export_set(taken, JSONL, tmp_path / "out")
    assert read_back(tmp_path / "out", taken).is_same


def test_a_set_that_is_not_there_is_told(graph: Graph) -> None:
    with pytest.raises(EmptyGraph, match="does not hold nothing-of-that-name"):
        take_from_graph(graph, "nothing-of-that-name")


def test_a_pasted_script_gives_the_same_graph_and_again_nothing_more(
    engine: Server, empty: Graph, tmp_path: Path
) -> None:
    load(empty, folder_of(tmp_path / "a", DISPUTED))
    before = snapshot(empty)
    taken = take_from_graph(empty, "test-set")
    (script,) = export_set(taken, CYPHER, tmp_path / "script")
    wipe(engine)
    for _ in range(2):
        paste(empty, script)
        assert snapshot(empty) == before
    assert current_data_set(empty).is_complete
    assert load(empty, tmp_path / "a").nothing_done


def test_a_script_keeps_hostile_texts_numbers_and_lists(empty: Graph, tmp_path: Path) -> None:
    held = {
        "amount_value": 2**62,
        "share": 0.1,
        "is_new": True,
        "a `b` c": "x",
        "several": list(HOSTILE),
        "numbers": [1, 2],
    }
    rows = [deal_with({**held, "name": text}, number) for number, text in enumerate(HOSTILE)]
    (script,) = export_set(set_of(rows), CYPHER, tmp_path / "script")
    paste(empty, script)
    found = empty.rows("MATCH (n:Deal {data_set: $set}) RETURN n ORDER BY n.id", {"set": "odd"})
    assert [node.properties["name"] for (node,) in found] == list(HOSTILE)
    for (node,) in found:
        assert {name: node.properties[name] for name in held} == held
        assert type(node.properties["is_new"]) is bool


def test_the_commands_take_a_set_of_the_graph_where_a_folder_may_stand(clean_graph: Server, tmp_path: Path) -> None:
    old = folder_of(tmp_path / "old", BEFORE)
    new = folder_of(tmp_path / "new", AFTER, passages__gazette=GAZETTE, more_sources=SOURCES)
    assert lodegraph(clean_graph, "load", str(old)).returncode == 0
    out = lodegraph(clean_graph, "export", "graph:test-set", "--into", str(tmp_path / "out"))
    assert (out.returncode, "they give the same graph" in out.stderr) == (0, True), out.stderr
    same = lodegraph(clean_graph, "diff", "graph:", str(tmp_path / "out"))
    assert "0 created       0 changed       0 removed" in same.stdout
    for words in (("diff", "graph:", str(new)), ("diff", str(new)), ("load", "--dry-run", str(new))):
        told = lodegraph(clean_graph, *words).stdout
        assert "  tells 1 fact otherwise than before:\n    deal/loan: stage announced → signed\n" in told, told
    there = lodegraph(clean_graph, "export", "graph:elsewhere", "--into", str(tmp_path / "no"))
    assert (there.returncode, "it holds test-set" in there.stderr) == (1, True), there.stderr
