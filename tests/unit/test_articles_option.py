"""`run --articles` and what refuses it: a folder that is not there, pages that others can reach, and `serve`."""

import io
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import explorer.serve
from explorer.access.page_limit import get_access
from explorer.own_articles import OwnArticles
from lodegraph.cli.main import app
from lodegraph.cli.own_articles import _compare
from tests.unit.articles import CITED, TWICE, passage, write_article

NAMES = ("LODEGRAPH_ARTICLES", "LODEGRAPH_ALLOW_HOSTS", "LODEGRAPH_SHARED", "LODEGRAPH_DATA_SET")


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("NEO4J_URI", "neo4j://127.0.0.1:9")


def refused(*arguments: str) -> str:
    ended = CliRunner().invoke(app, [*arguments])
    assert ended.exit_code == 2, ended.output
    return " ".join(ended.stderr.split())


def test_run_names_a_folder_that_is_not_there(tmp_path: Path) -> None:
    said = refused("run", "--articles", str(tmp_path / "none"))
    assert (
        f"--articles {tmp_path / 'none'}: there is no such folder: name the one that holds the articles' files" in said
    )


def test_run_refuses_the_words_under_a_name_for_others(tmp_path: Path) -> None:
    said = refused("run", "--articles", str(tmp_path), "--allow-host", "tunnel.example.org")
    assert "the articles' words are shown on this machine alone: leave out tunnel.example.org" in said


def test_serve_refuses_them_as_an_option_and_as_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says = "the articles' words are for one reader at their own machine: leave it out, and see them with `lodegraph run"
    assert f"--articles {tmp_path}: {says}" in refused("serve", "--articles", str(tmp_path))
    monkeypatch.setenv("LODEGRAPH_ARTICLES", str(tmp_path))
    assert f"LODEGRAPH_ARTICLES is '{tmp_path}': {says}" in refused("serve")


@pytest.mark.parametrize(("host", "settings"), [("0.0.0.0", {}), ("127.0.0.1", {"LODEGRAPH_SHARED": "yes"})])
def test_the_pages_do_not_start_where_others_could_see_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, settings: dict[str, str]
) -> None:
    told = {"LODEGRAPH_ARTICLES": str(tmp_path), "LODEGRAPH_SHARED": "", **settings}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(told) + "\n"))
    monkeypatch.setattr(explorer.serve, "_leave_out_settings_for_others", lambda: None)
    get_access.cache_clear()
    with pytest.raises(SystemExit, match="are for one reader at their own machine"):
        explorer.serve.main("1", host)
    get_access.cache_clear()


def page() -> None:
    import streamlit as st

    from explorer.panels.open_graph import _open_articles

    st.text(str(bool(_open_articles())))


@pytest.mark.parametrize(("bound", "shows"), [("127.0.0.1", True), ("0.0.0.0", False), (None, False)])
def test_a_page_that_others_can_reach_shows_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str | None, shows: bool
) -> None:
    monkeypatch.setenv("LODEGRAPH_ARTICLES", str(tmp_path))
    monkeypatch.setattr("explorer.panels.open_graph.st.get_option", lambda _: bound)
    get_access.cache_clear()
    test = AppTest.from_function(page, default_timeout=30).run()
    get_access.cache_clear()
    assert test.text[0].value == str(shows)
    assert [("Other machines can reach these pages" in e.value) for e in test.error] == [True] * (not shows)


def test_what_does_not_fit_is_named_at_the_start_without_its_words(tmp_path: Path) -> None:
    own = OwnArticles(write_article(tmp_path))
    assert list(_compare(own, "The Paper", CITED)) == []
    assert list(_compare(own, "The Paper", (*CITED, passage(3, 1, TWICE)))) == [
        "the-paper.txt differs from what was cited of The Paper at 1 passage: line 3, sentence 1"
    ]
    assert list(_compare(own, "The Paper", (passage(1, None, TWICE, "no-paper"),))) == [
        "The words of The Paper are not shown: there is no no-paper.txt in the folder of your articles"
    ]
