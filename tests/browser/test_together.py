"""Several at once: visitors of one explorer, commands beside it, a second one, and what a killed one leaves behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import psutil
import pytest
from playwright.sync_api import Page, expect

from cypher.connection import Server, connect
from cypher.engines.embedded import RunningEngine
from loader.load import load
from lodegraph.runtime.listen_address import is_port_free
from tests.browser.canvas import Canvas, search, settle
from tests.browser.running_app import environment, free_port, running_app, stop, wait_for_health
from tests.browser.serving_app import serving
from tests.integration.graphs import write_records

MORE = """\
- {id: country/AA, name: Atlantis, says: took part, evidence: [paper:1]}
- {id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}
- {id: country/CC, name: Cimmeria, says: came later, evidence: [paper:1]}
"""
COMMAND = Path(sys.executable).with_name("lodegraph")


def lodegraph(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command on the data of a home."""
    return subprocess.run(
        [str(COMMAND), *words], env=environment(home), capture_output=True, text=True, timeout=120, check=False
    )


def engines(home: Path) -> list[int]:
    """The processes of embedded engines whose data is in a home."""
    lines = ((p.pid, " ".join(p.info["cmdline"] or [])) for p in psutil.process_iter(["cmdline"]))
    return [pid for pid, line in lines if "ArcadeDBServer" in line and str(home) in line]


@pytest.mark.timeout(300)
def test_a_query_and_a_second_run_attach_to_the_engine_that_is_up(tmp_path: Path) -> None:
    with running_app(tmp_path) as first:
        (engine,) = engines(tmp_path)
        found = lodegraph(tmp_path, "query", "run", "signed-on-4-february", "--format", "json")
        assert len(json.loads(found.stdout)["table"]) == 11
        assert "Starting" not in found.stderr
        with running_app(tmp_path) as second:
            assert engines(tmp_path) == [engine]
            assert first.port != second.port
        assert engines(tmp_path) == [engine]
        assert lodegraph(tmp_path, "status").returncode == 0
    assert engines(tmp_path) == []


@pytest.mark.timeout(300)
def test_a_run_after_a_killed_one_takes_over_its_port_and_engine(tmp_path: Path) -> None:
    port = free_port()
    with (tmp_path / "killed.log").open("w") as log:
        killed = subprocess.Popen(
            [str(COMMAND), "run", "--no-browser", "--port", str(port)],
            env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip
    wait_for_health(port, killed)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert len(engines(tmp_path)) == 1
    with running_app(tmp_path, port=port):
        assert len(engines(tmp_path)) == 1
    assert engines(tmp_path) == []


def test_stopping_while_it_still_starts_leaves_nothing(tmp_path: Path) -> None:
    with (tmp_path / "early.log").open("w") as log:
        process = subprocess.Popen(
            [str(COMMAND), "run", "--no-browser", "--port", str(free_port())],
            env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)
    left = stop(process)
    assert left == []
    assert engines(tmp_path) == []
    assert process.returncode == 0, (tmp_path / "early.log").read_text()


@pytest.mark.timeout(300)
def test_make_run_passes_options_on_and_one_ctrl_c_stops_it_all(tmp_path: Path) -> None:
    port = free_port()
    said = tmp_path / "make.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            ["make", "run", f"ARGS=--port {port} --no-browser"],
            cwd=Path(__file__).parents[2], env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            text=True, start_new_session=True,
        )  # fmt: skip
    try:
        wait_for_health(port, process)
        assert len(engines(tmp_path)) == 1
    finally:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: make and the program both hear it
        process.wait(30)
    assert engines(tmp_path) == []
    assert is_port_free(port)


def test_what_one_visitor_does_never_shows_with_another(
    loaded: Server, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    with serving(loaded, tmp_path) as one:
        ann, bob = open_page(), open_page()
        for page in (ann, bob):
            page.goto(one.url)
        hers, his = Canvas(ann).wait(), Canvas(bob).wait()
        opening = his.nodes
        hers.click("agency/exim")
        hers.double_click("agency/exim")
        his.click("country/PE")
        settle(ann)
        settle(bob)
        assert hers.nodes > opening == his.nodes
        assert hers.root.get_attribute("data-selected") == "agency/exim"
        assert his.root.get_attribute("data-selected") == "country/PE"
        assert "log=1~~eagency/exim" in unquote(ann.url)
        assert "agency/exim" not in unquote(bob.url)
        expect(bob.get_by_role("heading", name="Peru")).to_be_visible()
        expect(ann.get_by_role("heading", name="Peru")).to_have_count(0)

        second = ann.context.new_page()  # another window of the same browser is a visit of its own too
        second.goto(one.url)
        assert Canvas(second).wait().nodes == opening
        assert Canvas(second).root.get_attribute("data-selected") == ""
        for page in (second, ann, bob):
            page.close()


def test_two_visitors_ask_the_same_query_with_their_own_parameters(
    loaded: Server, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    funders = {"agency/exim": "USD 1.3779 billion to USD 11.3779 billion", "agency/dfc": "DFC"}
    with serving(loaded, tmp_path) as one:
        pages = {funder: open_page() for funder in funders}
        for funder, page in pages.items():
            page.goto(f"{one.url}/queries?query=money-by-funder&p.funder={funder}", wait_until="commit")
        for funder, page in pages.items():
            expect(page.get_by_text("not cut.")).to_be_visible(timeout=30_000)
            settle(page)
            assert f"p.funder={funder}" in unquote(page.url)
        expect(pages["agency/exim"].get_by_text(funders["agency/exim"])).to_be_visible()
        expect(pages["agency/dfc"].get_by_text(funders["agency/exim"])).to_have_count(0)
        for page in pages.values():
            page.close()


def test_a_new_load_shows_for_every_visitor(
    engine: RunningEngine, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    (tmp_path / "records").mkdir()
    writer = Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded")
    reader = Server(engine.bolt_uri, engine.reader_user, engine.reader_password, "neo4j", "embedded")
    with connect(writer) as graph, serving(reader, tmp_path) as one:
        load(graph, write_records(tmp_path / "records"))
        ann, bob = open_page(), open_page()
        for page in (ann, bob):
            page.goto(one.url)
            Canvas(page).wait()
            expect(page.get_by_text("Cimmeria")).to_have_count(0)
        load(graph, write_records(tmp_path / "records", countries=MORE))
        for page in (ann, bob):
            page.reload()
            canvas = Canvas(page).wait()
            search(page, "Cimm")
            expect(canvas.root).to_have_attribute("data-selected", "country/CC", timeout=15_000)
            page.close()
