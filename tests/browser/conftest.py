"""A real Chromium on the real app. A page that asks another machine or reports an error fails its test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cypher.connection import Server, connect
from cypher.engines.embedded import RunningEngine, embedded_engine
from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.browser.canvas import Canvas
from tests.browser.running_app import running_app
from tests.browser.watched_page import Watch
from tests.groups import leave_out

expect.set_options(timeout=20_000)  # milliseconds: other lanes of tests work on the same processors
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
ARGUMENTS = [
    "--no-sandbox",  # tests run as root in CI, and only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # Chromium's own errands would be requests to other machines
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOW = "install Debian's chromium ('make setup' does, as root) or Google Chrome"


def find_chromium() -> str | None:
    """The browser's program, or None."""
    return next(filter(None, map(shutil.which, (*NAMES, ON_MACOS))), None)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running `lodegraph run` with a data folder of its own."""
    with running_app(tmp_path_factory.mktemp("home")) as running:
        yield running.url


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that holds our records, as its reading user knows it."""
    with embedded_engine(tmp_path_factory.mktemp("engine"), lambda _: None) as engine:
        writer = Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded", sql=engine.sql)
        with connect(writer) as graph:
            load(graph, find_shipped_records())
        yield Server(engine.bolt_uri, engine.reader_user, engine.reader_password, "neo4j", "embedded")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[RunningEngine]:
    """An embedded engine with an empty graph, a test's own."""
    with embedded_engine(tmp_path / "engine", lambda _: None) as running:
        yield running


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The browser, without a window."""
    path = find_chromium()
    if path is None:
        leave_out(request.config, "browser", f"no Chromium found: {HOW}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[[], Page]]:
    """Opens pages, each in a browser context of its own, as if by another visitor; all are watched to the end."""
    watch = Watch()
    contexts = []

    def open_one() -> Page:
        contexts.append(chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True))
        return watch.over(contexts[-1].new_page())

    yield open_one
    for context in contexts:
        context.close()
    assert not watch.complaints, "\n".join(watch.complaints)


@pytest.fixture
def page(open_page: Callable[[], Page]) -> Page:
    """One watched page."""
    return open_page()


@pytest.fixture
def canvas(page: Page, app: str) -> Canvas:
    """The opening picture of the network."""
    page.goto(app)
    return Canvas(page).wait()


@pytest.fixture
def artifacts() -> Path:
    """Where a test may leave pictures for people."""
    folder = Path(__file__).parents[1] / "artifacts"
    folder.mkdir(exist_ok=True)
    return folder
