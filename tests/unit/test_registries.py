"""What will be added later is a module, listed once: an invented one of each kind touches nothing else."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from streamlit.testing.v1 import AppTest

import cypher.views
import explorer.app_pages
import explorer.render.exports
import explorer.views
import loader.read.formats
from cypher.exports import ExportFormat
from cypher.exports.json_text import to_json
from cypher.model import built_in_model
from cypher.results import GraphNode, Subgraph, Table
from cypher.saved import QueryAnswer, SavedQuery, run
from cypher.views import Material, View
from explorer.app_pages.app_page import AppPage
from explorer.views.page_view import PageView
from loader.check import check
from loader.read.formats import RecordFormat
from loader.records import RawRecord, Where
from tests.unit.small_records import folder_of
from tests.unit.test_export_formats import as_text

APP = Path(explorer.app_pages.__file__).parents[1] / "app.py"
MODEL = built_in_model()


class ThreeRows:
    """A graph that answers everything with three numbers, and notes up to how many rows it was asked for."""

    limits: list[int | None]

    def __init__(self) -> None:
        self.limits = []

    def table(self, text: str, parameters: object, limit: int | None) -> Table:
        self.limits.append(limit)
        return Table(("n",), ((1,), (2,), (3,)))

    def rows(self, text: str, parameters: object) -> tuple[()]:
        return ()


def question(view: str) -> SavedQuery:
    return SavedQuery(
        id="q", title="Q", question="Q?", category="c", view=view, text="MATCH (n) RETURN n.id AS n", model=MODEL
    )


def answer(view: str) -> QueryAnswer:
    node = GraphNode("country/XX", "Country", {"name": "Exland"})
    return QueryAnswer(
        table=Table(("n",), ((node,),)), subgraph=Subgraph((node,)), model=MODEL, query=question(view), parameters={},
        data_set="mine",
    )  # fmt: skip


def count_rows(material: Material) -> Table:
    return Table(("how many", "largest"), ((len(material.table.rows), material.content),))


def count_json(material: Material) -> dict[str, Any]:
    return {"how_many": len(material.table.rows)}


COUNT = View(
    "count", count_rows, count_json, needs_all_rows=True, read_more=lambda graph, asked: asked.table.rows[-1][0]
)


def test_an_invented_view_is_asked_for_read_and_written(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="there is no view 'count': there are network, table, totals"):
        question("count")
    monkeypatch.setattr(cypher.views, "VIEWS", (*cypher.views.VIEWS, COUNT))
    graph = ThreeRows()

    found = run(graph, question("count"), {}, "mine")  # type: ignore[arg-type]

    assert graph.limits == [None]
    assert found.as_rows().rows == ((3, 3),)
    assert to_json(found)["how_many"] == 3


def test_an_invented_view_is_shown_on_the_page_as_its_rows_or_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cypher.views, "VIEWS", (*cypher.views.VIEWS, COUNT))

    def show() -> None:
        from explorer.views import show_answer
        from tests.unit.test_registries import answer

        show_answer(None, answer("count"), {}, lambda _: None)  # type: ignore[arg-type]

    shown = AppTest.from_function(show, default_timeout=30).run()
    assert list(shown.dataframe[0].value.columns) == ["how many", "largest"]

    def say(here: object, found: QueryAnswer, address: object, write: Callable[[str | None], None]) -> None:
        import streamlit as st

        st.markdown(f"There are {len(found.table.rows)}.")
        write(None)

    monkeypatch.setattr(explorer.views, "PAGE_VIEWS", (*explorer.views.PAGE_VIEWS, PageView("count", say)))
    shown = AppTest.from_function(show, default_timeout=30).run()
    assert [m.value for m in shown.markdown] == ["There are 1."]


def test_an_invented_format_is_offered_by_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    import lodegraph.cli.query

    shouted = ExportFormat("shout", "Loud", "text/plain", lambda found: found.query.title.upper() + "!")
    formats = (*explorer.render.exports.EXPORT_FORMATS, shouted)
    monkeypatch.setattr(explorer.render.exports, "EXPORT_FORMATS", formats)

    assert "shout" in lodegraph.cli.query.list_answer_formats()
    assert lodegraph.cli.query.find_export("shout") is shouted
    assert shouted.write(answer("table")) == "Q!"


def test_every_format_writes_an_answer_of_every_view_that_fits_it() -> None:
    for form in explorer.render.exports.EXPORT_FORMATS:
        written = form.write(answer("network"))
        told = as_text(written) if isinstance(written, bytes) else written
        assert "Exland" in told or not form.asks_graph
    assert json.loads(explorer.render.exports.EXPORT_FORMATS[0].write(answer("network")))["nodes"]


def test_an_invented_page_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    import streamlit as st

    here = [page for page in explorer.app_pages.PAGES if not page.default]
    page = AppPage("Invented", ":material/star:", "invented", lambda: st.markdown("I am new."), default=True)
    monkeypatch.setattr(explorer.app_pages, "PAGES", (*here, page))

    shown = AppTest.from_file(str(APP), default_timeout=30).run()

    assert not shown.exception
    assert "I am new." in [m.value for m in shown.markdown]


def test_an_invented_record_format_is_read_and_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "more.ini").write_text("country/ZZ\n")
    assert any(w.where.file == "more.ini" for w in check(folder).warnings)

    def read(file: BinaryIO, name: str) -> Iterable[RawRecord]:
        yield RawRecord(Where(name, 1), {"id": file.read().decode().strip(), "name": 5})

    ini = RecordFormat((".ini",), read)
    monkeypatch.setattr(loader.read.formats, "RECORD_FORMATS", (*loader.read.formats.RECORD_FORMATS, ini))

    checked = check(folder)
    assert not any(w.where.file == "more.ini" for w in checked.warnings)
    assert any(p.where.file == "more.ini" for p in checked.problems)
