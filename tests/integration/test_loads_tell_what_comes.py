"""A load into a graph says what an article brings that the graph did not have, and nothing where none came."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from loader.check import check
from loader.load import load
from loader.rows import make_rows
from lodegraph.cli.newcomers import Newcomers
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.unit.small_records import folder_of
from tests.unit.test_what_an_article_brings import AFTER, BEFORE, GAZETTE, SOURCES


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    old = folder_of(tmp_path / "old", BEFORE)
    return old, folder_of(tmp_path / "new", AFTER, passages__gazette=GAZETTE, more_sources=SOURCES)


@pytest.fixture
def loaded(clean_graph: Server, folders: tuple[Path, Path]) -> Iterator[Graph]:
    with opened(clean_graph) as graph:
        load(graph, folders[0])
        yield graph


def test_a_load_says_what_a_new_article_confirms_contradicts_and_adds(
    clean_graph: Server, folders: tuple[Path, Path]
) -> None:
    old, new = map(str, folders)
    first = lodegraph(clean_graph, "load", old)
    assert (first.returncode, "brings" in first.stdout) == (0, False)  # all of it is new
    second = lodegraph(clean_graph, "load", new)
    assert second.returncode == 0, second.stderr
    told = second.stdout[second.stdout.index("what The Gazette") :].splitlines()
    assert told[:7] == [
        "what The Gazette (source/gazette) brings:",
        "  confirms 1 fact, by an origin of its own:",
        "    agency/bank|FUNDS|deal/loan|funder",
        "  repeats 1 fact, whose origin was there already:",
        "    company/mine",
        "  contradicts: 1 new dispute:",
        "    dispute/grant: When was the grant given?",
    ]
    assert "    deal/loan: stage announced → signed" in told
    again = lodegraph(clean_graph, "load", new, "--format", "json")
    assert json.loads(again.stdout)["brought"] == []


def test_as_a_document_it_holds_all_of_it(clean_graph: Server, folders: tuple[Path, Path], loaded: Graph) -> None:
    ended = lodegraph(clean_graph, "load", str(folders[1]), "--format", "json")
    assert ended.returncode == 0, ended.stderr
    document = json.loads(ended.stdout)
    assert document["nodes"]["created"] > 0
    (one,) = document["brought"]
    assert (one["article"], one["figures"], one["claims"]) == (
        "source/gazette", ["deal/grant"], ["claim/deal/grant/aim"],
    )  # fmt: skip
    assert one["new_readings"] == {"claim/dispute/kind/equity": "It is equity."}


def test_sets_that_are_too_large_to_be_compared_are_not_read(loaded: Graph, folders: tuple[Path, Path]) -> None:
    checked = check(folders[1])
    newcomers = Newcomers(most=3)
    newcomers.look(loaded, checked, make_rows(checked))
    assert newcomers.brought is None
    unchanged = check(folders[0])
    newcomers.look(loaded, unchanged, make_rows(unchanged))
    assert newcomers.brought == ()
