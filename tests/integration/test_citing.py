"""What rests on the lines of an article, read back from the graph: the same as the records say."""

from pathlib import Path

import pytest

from cypher.citing import read_articles, read_citing
from cypher.connection import Graph
from cypher.evidence import read_passages, read_passages_of
from cypher.model import built_in_model
from loader.check import check
from loader.expand.claims import passage_id
from loader.records import Link
from lodegraph.cli.own_articles import report_articles
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import as_ours
from tests.integration.servers import Server

MODEL = built_in_model()
DATA_SET = "critical-minerals-2026"


def test_all_that_cites_an_article_is_found_and_nothing_else(graph: Graph) -> None:
    checked = check(find_shipped_records())
    wanted = {
        (passage_id(cited), item.id)
        for item in checked.items
        for cited in item.citations
        if not isinstance(item, Link) or item.type in MODEL.fact_types
    }
    found = {
        (record.passage, record.id)
        for article in read_articles(graph, DATA_SET)
        for record in read_citing(graph, (p.id for p in read_passages_of(graph, article.id, DATA_SET)), DATA_SET, MODEL)
    }
    assert found == wanted


def test_an_articles_passages_are_those_that_are_read_by_their_ids(graph: Graph) -> None:
    articles = read_articles(graph, DATA_SET)
    assert len(articles) == 5
    for article in articles:
        passages = read_passages_of(graph, article.id, DATA_SET)
        assert len(passages) == article.passages
        assert {p.source for p in passages} == {article.id}
        assert {p.file for p in passages} == {article.file}
        assert set(passages) == set(read_passages(graph, (p.id for p in passages), DATA_SET))


def test_what_is_wrong_with_a_readers_files_is_told_at_the_start(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LODEGRAPH_ARTICLES", str(tmp_path))
    (tmp_path / "004_dc2d9af608c9701a.txt").write_text("Another article.\n")
    report_articles(as_ours(server), DATA_SET)
    said = capsys.readouterr().err
    assert said.count("are not shown: there is no 00") == 4
    assert "004_dc2d9af608c9701a.txt differs from what was cited of UNI's report at 18 passages: line 1" in said
