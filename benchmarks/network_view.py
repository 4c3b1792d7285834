"""The network view against plain pyvis in the same run: layout, drawing, frames, clicks, bytes, memory.

`python -m benchmarks.network_view` writes `network_view.md` beside this file; numbers after it are sizes to measure.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, WebSocket, sync_playwright
from pyvis.network import Network

from benchmarks.network_view_app import make_network
from benchmarks.timing import measure_time
from explorer.render.layout import lay_out
from tests.browser.canvas import Canvas, settle
from tests.browser.conftest import ARGUMENTS, find_chromium
from tests.browser.running_app import free_port, running_app

SIZES = (100, 1_000, 2_000, 5_000)
CLICKS = 50
PANNING = 2.0
LONGEST = 30.0
"""Seconds after which a page that draws nothing is given up."""
RESULTS = Path(__file__).with_suffix(".md")
FRAMES = (
    "() => { window.frames_seen = 0;"
    " const count = () => { window.frames_seen += 1; requestAnimationFrame(count) }; count() }"
)
FREE_NODES = """e => {
  const at = Object.keys(e.positions()).sort().map((id) => ({ id, ...e.screenPosition(id) }));
  const near = (a, b) => a !== b && Math.abs(a.x - b.x) < 9 && Math.abs(a.y - b.y) < 9;
  const seen = at.filter(({ x, y }) => x > 60 && x < 880 && y > 230 && y < 680);
  return seen.filter((a) => !at.some((b) => near(a, b))).map(({ id }) => id);
}"""
"""Nodes on the screen with nothing beside them, which a pointer can hit."""
HEAP = "() => performance.memory.usedJSHeapSize / 1e6"


@dataclass(frozen=True)
class Measured:
    """One way of drawing one network: seconds, frames a second while panning, megabytes; None: it did not come."""

    what: str
    nodes: int
    layout: float | None
    drawn: float | None
    frames: float | None = None
    heap: float | None = None
    click: tuple[float, float] | None = None
    sent: float | None = None

    def row(self) -> str:
        """A line of the results' table."""
        click = "–" if self.click is None else f"{self.click[0]:.2f} / {self.click[1]:.2f}"
        cells = (_write(self.layout), _write(self.drawn, f"none in {LONGEST:.0f} s"), _write(self.frames, form=".0f"))
        more = (click, _write(self.sent, form=".1f"), _write(self.heap, form=".0f"))
        return f"| {self.nodes:,} | {self.what} | {' | '.join((*cells, *more))} |"


HEADER = (
    "| nodes | what | layout, s | first picture, s | frames a second, panning | click to panel, s: median / 95th of "
    f"{CLICKS} | kB a click | script's heap, MB |\n|---|---|---|---|---|---|---|---|"
)


def measure(sizes: tuple[int, ...]) -> Iterator[str]:
    """Lines of the results' table, one after another."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*ARGUMENTS, "--enable-precise-memory-info"]
        )
        with running_app(Path(folder) / "home") as app:
            yield _measure_ours(browser, app.url, "Lodegraph, its own records and panel", None).row()
        with _serving() as url:
            for nodes in sizes:
                yield _measure_ours(browser, f"{url}/?nodes={nodes}", "Lodegraph's canvas", nodes).row()
                yield _measure_pyvis(browser, Path(folder), nodes).row()
        browser.close()


def _measure_ours(browser: Browser, url: str, what: str, nodes: int | None) -> Measured:
    layout = None
    if nodes is not None:
        network = make_network(nodes)
        lay_out(make_network(10))
        layout = measure_time(lambda: lay_out(network))
        _open(browser, url).close()  # the server has laid it out then: what is measured below is sending and drawing
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    frames: list[int] = []
    page.on("websocket", lambda socket: _count_frames(socket, frames))
    drawn = measure_time(lambda: _wait(page, url))
    canvas = Canvas(page).wait()
    settle(page)
    clicks, sent = _measure_clicks(canvas, frames)
    measured = Measured(
        what, nodes or canvas.nodes, layout, drawn, _pan(page, ".lg-net canvas"), page.evaluate(HEAP), clicks, sent
    )
    page.close()
    return measured


def _count_frames(socket: WebSocket, frames: list[int]) -> None:
    socket.on("framereceived", lambda payload: frames.append(len(payload)))


def _open(browser: Browser, url: str) -> Page:
    page = browser.new_page()
    _wait(page, url)
    return page


def _wait(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".lg[data-ready=true]").wait_for(timeout=120_000)


def _measure_clicks(canvas: Canvas, frames: list[int]) -> tuple[tuple[float, float], float]:
    """Seconds from a click to its name in the panel, median and 95th, and the median of the kilobytes it is sent."""
    page = canvas.page
    inside = canvas.root.evaluate(FREE_NODES)[:CLICKS]
    taken, sent = [], []
    panel = page.locator("[data-testid=stMarkdown] h4").first
    for turn in range(CLICKS):
        item = inside[turn % len(inside)]
        before = panel.inner_text() if panel.count() else ""
        frames.clear()
        began = time.perf_counter()
        page.mouse.click(*canvas.place(item))
        try:
            page.wait_for_function(
                "before => { const h = document.querySelector('[data-testid=stMarkdown] h4');"
                " return h && h.innerText !== before }",
                arg=before,
                timeout=1_000,
            )
        except Error:
            continue  # a node behind another one
        taken.append(time.perf_counter() - began)
        page.wait_for_timeout(250)
        sent.append(sum(frames) / 1e3)
    ordered = sorted(taken)
    return (statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]), statistics.median(sent)


def _measure_pyvis(browser: Browser, folder: Path, nodes: int) -> Measured:
    """As it comes: its own physics, in the page that it writes."""
    network = Network(directed=True, height="700px", width="100%", cdn_resources="in_line")
    made = make_network(nodes)
    for node in made.nodes:
        network.add_node(node.id, label=node.name)
    for edge in made.edges:
        network.add_edge(edge.start, edge.end, id=edge.id)
    file = folder / f"pyvis-{nodes}.html"
    file.write_text(network.generate_html().replace("https://cdn", "http://127.0.0.1:9/cdn"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    try:
        drawn = measure_time(lambda: _wait_for_pyvis(page, file))
        frames, heap = _pan(page, "#mynetwork canvas"), page.evaluate(HEAP)
    except Error:
        return Measured("pyvis as it comes", nodes, None, None)
    finally:
        page.close()
    return Measured("pyvis as it comes", nodes, None, drawn, frames, heap)


def _wait_for_pyvis(page: Page, file: Path) -> None:
    """Until its first picture: it draws once the layout in the browser is steady."""
    page.set_default_timeout(LONGEST * 1e3)
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_function("window.network && network.physics.stabilized", timeout=LONGEST * 1e3)


def _pan(page: Page, canvas: str) -> float:
    """Frames a second while the picture is dragged about."""
    box = page.locator(canvas).first.bounding_box()
    assert box is not None
    page.evaluate(FRAMES)
    page.mouse.move(box["x"] + 12, box["y"] + 12)
    page.mouse.down()
    began, steps = time.perf_counter(), 0
    before = page.evaluate("window.frames_seen")
    while time.perf_counter() - began < PANNING:
        steps += 1
        page.mouse.move(box["x"] + 12 + 4 * (steps % 60), box["y"] + 12 + 3 * (steps % 40))
    seen = page.evaluate("window.frames_seen") - before
    taken = time.perf_counter() - began
    page.mouse.up()
    return float(seen) / taken


@contextmanager
def _serving() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.network_view_app", str(port)])
    try:
        time.sleep(6)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _write(value: float | None, nothing: str = "–", form: str = ".2f") -> str:
    return nothing if value is None else f"{value:{form}}"


PREFACE = """\
# The network view, measured

Made by `python -m benchmarks.network_view`; both sides in one run, in turn, in Chromium without a graphics card.
"Lodegraph's canvas" is the canvas with a small panel on a page of its own, for a made-up scale-free network with two
relationships a node; the first line is the whole page with its own records. The first picture counts sending and
drawing; the layout is the server's, once for everybody. Kilobytes are counted before they are packed for the way. A
page of the network view fills a picture up to 2,000 nodes: 5,000 are measured on the canvas alone. pyvis lays out in
the browser, and has no panel.
"""


def main(sizes: tuple[int, ...]) -> None:
    """Measure, and write the page, line by line."""
    rows: list[str] = []
    for row in measure(sizes):
        rows.append(row)
        RESULTS.write_text("\n".join([PREFACE, HEADER, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
