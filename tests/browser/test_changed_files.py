"""Files of the shown folder that change while the pages are open: told, and loaded where that can be done."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cypher.connection import Server, connect
from cypher.engines.embedded import RunningEngine
from loader.load import load
from tests.browser.canvas import Canvas
from tests.browser.running_app import running_app
from tests.browser.serving_app import serving
from tests.integration.graphs import SMALL, write_records

RENAMED = SMALL["countries.yaml"].replace("Atlantis", "Lemuria")
FAULTY = RENAMED + "- {id: country/CC, nmae: Cimmeria, says: came, evidence: [paper:1]}\n"


@pytest.mark.timeout(300)
def test_run_offers_to_load_changed_files_and_shows_their_problems(page: Page, tmp_path: Path) -> None:
    records = tmp_path / "records"
    records.mkdir()
    write_records(records)
    with running_app(tmp_path / "home", records=records) as app:
        page.goto(f"{app.url}/?node=country/AA")
        Canvas(page).wait()
        expect(page.get_by_role("heading", name="Atlantis")).to_be_visible(timeout=15_000)
        expect(page.get_by_text("differ from what the graph holds")).to_have_count(0)

        write_records(records, countries=FAULTY)
        expect(page.get_by_text("differ from what the graph holds")).to_be_visible(timeout=20_000)
        page.get_by_role("button", name="Load them").click()
        expect(page.get_by_text("countries.yaml:3")).to_be_visible(timeout=30_000)
        expect(page.get_by_role("heading", name="Atlantis")).to_be_visible()

        write_records(records, countries=RENAMED)
        page.get_by_role("button", name="Load them").click()
        expect(page.get_by_role("heading", name="Lemuria")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("differ from what the graph holds")).to_have_count(0, timeout=20_000)
        page.goto("about:blank")


@pytest.mark.timeout(300)
def test_serve_names_the_command_that_loads_changed_files(page: Page, engine: RunningEngine, tmp_path: Path) -> None:
    writer = Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded")
    reader = Server(engine.bolt_uri, engine.reader_user, engine.reader_password, "neo4j", "embedded")
    records = tmp_path / "records"
    records.mkdir()
    with connect(writer) as graph:
        load(graph, write_records(records))
        with serving(reader, tmp_path, str(records)) as one:
            page.goto(one.url)
            Canvas(page).wait()
            write_records(records, countries=RENAMED)
            expect(page.get_by_text("differ from what the graph holds")).to_be_visible(timeout=20_000)
            expect(page.get_by_text(f"lodegraph load {records}")).to_be_visible()
            expect(page.get_by_role("button", name="Load them")).to_have_count(0)
            load(graph, records)
            expect(page.get_by_text("differ from what the graph holds")).to_have_count(0, timeout=20_000)
            page.goto("about:blank")
