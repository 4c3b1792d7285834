"""What a visitor sees when something is wrong: no graph, an empty graph, and records full of markup."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from cypher.connection import Server, connect
from cypher.engines.embedded import RunningEngine
from loader.load import load
from tests.browser.canvas import Canvas, download
from tests.browser.running_app import environment, free_port, wait_for_health
from tests.integration.graphs import SMALL, write_records

HOSTILE = "<img src=x onerror=alert(1)> [click](javascript:alert(2)) <script>alert(3)</script> href= :red[x] $x$ `y`"

COUNTRIES = f"""\
- id: country/AA
  name: {json.dumps(HOSTILE)}
  says: {json.dumps(HOSTILE)}
  evidence: [paper:1]
- {{id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}}
"""


@contextmanager
def explorer(home: Path, server: Server) -> Iterator[str]:
    """The explorer alone, told to show some server."""
    port = free_port()
    graph = {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.username,
        "NEO4J_PASSWORD": server.password,
        "NEO4J_DATABASE": server.database,
    }
    quiet = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer.serve", str(port)],
        env=environment(home) | quiet | {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=home,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(graph) + "\n")
    process.stdin.close()
    try:
        wait_for_health(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def as_server(engine: RunningEngine) -> Server:
    """The engine as the explorer and the loader know it."""
    return Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded")


def test_a_graph_that_is_down_is_explained_on_every_page(open_page: Callable[[], Page], tmp_path: Path) -> None:
    with explorer(tmp_path, Server("bolt://127.0.0.1:1", "neo4j", "x", "neo4j", "neo4j")) as url:
        for path in ("", "queries", "about"):
            page = open_page()
            page.goto(f"{url}/{path}")
            expect(page.get_by_text("The graph does not answer.")).to_be_visible(timeout=60_000)
            expect(page.get_by_text("no graph answers at bolt://127.0.0.1:1")).to_be_visible()
            page.wait_for_timeout(3_000)  # it has looked again by then
            expect(page.get_by_test_id("stException")).to_have_count(0)
            page.close()  # before the explorer ends, so that it is not missed


def test_an_empty_graph_says_what_to_do_and_the_page_comes_by_itself_once_loaded(
    page: Page, engine: RunningEngine, tmp_path: Path
) -> None:
    (tmp_path / "records").mkdir()
    with explorer(tmp_path, as_server(engine)) as url:
        page.goto(url)
        expect(page.get_by_text("There is nothing to show yet.")).to_be_visible(timeout=60_000)
        with connect(as_server(engine)) as graph:
            load(graph, write_records(tmp_path / "records"))
        Canvas(page).wait()
        expect(page.get_by_text("There is nothing to show yet.")).to_have_count(0)
        page.close()


def test_text_full_of_markup_is_shown_as_text_and_runs_nowhere(
    page: Page, open_page: Callable[[], Page], engine: RunningEngine, tmp_path: Path
) -> None:
    fired: list[str] = []
    (tmp_path / "records").mkdir()
    with connect(as_server(engine)) as graph:
        load(graph, write_records(tmp_path / "records", countries=COUNTRIES))
    with explorer(tmp_path, as_server(engine)) as url:
        page.on("dialog", lambda dialog: (fired.append(dialog.message), dialog.dismiss()))
        page.goto(f"{url}/?node=country/AA&steps=add:country/AA")
        canvas = Canvas(page).wait()
        expect(page.get_by_role("heading", name="<img src=x onerror=alert(1)>")).to_be_visible(timeout=20_000)
        page.mouse.move(*canvas.place("country/AA"))
        page.wait_for_timeout(1_500)
        canvas.click("deal/pact")
        canvas.click("country/AA")
        file = download(page, "Picture as one HTML file", tmp_path / "picture.html")
        page.goto(f"{url}/queries?query=neighbours&p.node=country/AA")
        Canvas(page).wait()
        page.close()
        alone = open_page()
        alone.on("dialog", lambda dialog: (fired.append(dialog.message), dialog.dismiss()))
        alone.goto(file.as_uri())
        box = alone.locator("canvas").bounding_box()
        assert box is not None
        for part in (0.1, 0.3, 0.5, 0.7, 0.9):
            alone.mouse.move(box["x"] + box["width"] * part, box["y"] + box["height"] / 2)
            alone.wait_for_timeout(400)
        alone.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert fired == []


def test_the_watch_for_dialogs_sees_one(page: Page) -> None:
    fired: list[str] = []
    page.on("dialog", lambda dialog: (fired.append(dialog.message), dialog.dismiss()))
    page.set_content("<script>alert('seen')</script>")
    assert fired == ["seen"]


def test_a_taken_port_is_named(app: str, tmp_path: Path) -> None:
    port = app.rpartition(":")[2]
    command = [str(Path(sys.executable).with_name("lodegraph")), "run", "--no-browser", "--port", port]
    done = subprocess.run(
        command, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False, cwd=os.sep
    )
    assert done.returncode == 1
    assert f"port {port} of this machine is taken" in done.stderr
    assert "--port" in done.stderr


def test_an_id_with_two_underscores_works_on_every_page(page: Page, engine: RunningEngine, tmp_path: Path) -> None:
    """Streamlit keeps two underscores in a component's key for itself."""
    (tmp_path / "records").mkdir()
    countries = COUNTRIES.replace("country/AA", "country/A__A")
    deals = SMALL["deals.yaml"].replace("country/AA", "country/A__A")
    with connect(as_server(engine)) as graph:
        load(graph, write_records(tmp_path / "records", countries=countries, deals=deals))
    with explorer(tmp_path, as_server(engine)) as url:
        for address in ("?node=country/A__A", "queries?query=neighbours&p.node=country/A__A&node=country/A__A"):
            page.goto(f"{url}/{address}")
            canvas = Canvas(page).wait()
            canvas.click("deal/pact")
            canvas.click("country/A__A")
            expect(page.get_by_text("id: country/A__A")).to_be_visible(timeout=20_000)
            expect(page.get_by_test_id("stException")).to_have_count(0)
        page.close()
