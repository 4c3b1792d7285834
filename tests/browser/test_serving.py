"""`lodegraph serve`: how it starts and ends, what it lets in, and how many pages a visitor may have."""

import http.client
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect
from websockets.exceptions import InvalidStatus

from cypher.connection import Server
from tests.browser.bare_page import bare_page
from tests.browser.canvas import Canvas, settle
from tests.browser.running_app import COMMAND, environment, free_port
from tests.browser.serving_app import Served, end, names, serving

REFUSED = b"and that is the most"
DATA = b"Glencore"


@pytest.fixture(scope="module")
def served(loaded: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The explorer for several people, as it is without any setting."""
    with serving(loaded, tmp_path_factory.mktemp("home")) as one:
        yield one


def ask(served: Served, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    """What the server answers to a plain request."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_it_answers_with_its_address_alone_and_writes_no_file(served: Served, page: Page) -> None:
    page.goto(served.url)
    Canvas(page).wait()
    page.close()
    assert served.answer.read_text() == f"Explorer: {served.url}\n"
    assert "Traceback" not in served.log.read_text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_0_while_a_page_is_open(
    loaded: Server, chromium: Browser, tmp_path: Path, how: signal.Signals
) -> None:
    with serving(loaded, tmp_path) as one, chromium.new_context() as context:
        page = context.new_page()
        page.goto(one.url)
        Canvas(page).wait()
        assert end(one.process, how) == []
        assert one.process.returncode == 0
        assert "Traceback" not in one.log.read_text()


def test_without_a_server_it_says_which_variable_names_one(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "NEO4J_URI is not set" in done.stderr
    assert "`lodegraph run` is the command" in done.stderr


@pytest.mark.parametrize(
    ("words", "changed", "status", "says"),
    [
        ((), {"LODEGRAPH_PAGES_PER_VISITOR": "many"}, 2, "LODEGRAPH_PAGES_PER_VISITOR is 'many': write how many"),
        ((), {"LODEGRAPH_AUTH": "/no/such.toml"}, 2, "LODEGRAPH_AUTH is '/no/such.toml': the file cannot be read"),
        (("--host", "203.0.113.7"), {}, 1, "cannot listen on 203.0.113.7"),
        (("--host", "no such host"), {}, 1, "--host no such host is no address"),
        ((), {"NEO4J_URI": "nonsense"}, 3, "correct NEO4J_URI"),
    ],
)
def test_what_it_cannot_start_with_is_named(
    tmp_path: Path, words: tuple[str, ...], changed: dict[str, str], status: int, says: str
) -> None:
    done = start(tmp_path, *words, **{"NEO4J_URI": "bolt://127.0.0.1:1"} | changed)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_named(served: Served, tmp_path: Path) -> None:
    done = start(tmp_path, "--port", str(served.port), NEO4J_URI="bolt://127.0.0.1:1")
    assert done.returncode == 1
    assert f"port {served.port} of this machine is taken" in done.stderr


def start(home: Path, *words: str, **changed: str) -> "subprocess.CompletedProcess[str]":
    """Start it where it cannot serve."""
    port = () if "--port" in words else ("--port", str(free_port()))
    return subprocess.run(
        [str(COMMAND), "serve", *port, *words], env=environment(home) | changed,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_a_graph_that_is_not_there_yet_is_waited_for(page: Page, tmp_path: Path) -> None:
    with serving(Server("bolt://127.0.0.1:1", "neo4j", "x", "neo4j", "neo4j"), tmp_path) as one:
        page.goto(one.url)
        expect(page.get_by_text("The graph does not answer.")).to_be_visible(timeout=60_000)
        page.close()


def test_a_page_works_under_another_name_of_the_host(served: Served, page: Page) -> None:
    page.goto(f"http://localhost:{served.port}/about")
    expect(page.get_by_role("heading", name="Sources")).to_be_visible(timeout=60_000)


def test_a_page_of_another_site_is_refused(served: Served) -> None:
    for origin in ("http://192.0.2.1", "http://localhost:1", "null"):
        with pytest.raises(InvalidStatus), bare_page(served.port, Origin=origin):
            pass


def test_a_proxy_that_changes_the_host_is_told_of(loaded: Server, tmp_path: Path) -> None:
    with serving(loaded, tmp_path, LODEGRAPH_ADDRESS="https://graph.example.org/") as one:
        assert one.answer.read_text() == "Explorer: https://graph.example.org\n"
        with bare_page(one.port, Origin="https://graph.example.org") as page:
            assert DATA in page.run()
        with pytest.raises(InvalidStatus), bare_page(one.port, Origin="http://graph.example.org"):
            pass


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/_stcore/health", 200),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/agent/openapi.json", 404),
        ("POST", "/_stcore/agent/interact", 405),
        ("PUT", "/_stcore/upload_file/a/b", 405),
        ("DELETE", "/_stcore/upload_file/a/b", 405),
        ("GET", "/media/" + "0" * 56 + ".csv", 404),
    ],
)
def test_only_what_the_explorer_needs_is_answered(served: Served, method: str, path: str, status: int) -> None:
    assert ask(served, method, path).status == status


def test_pages_may_not_be_put_into_a_frame_of_another_site(served: Served) -> None:
    assert ask(served, "GET", "/").headers["Content-Security-Policy"] == "frame-ancestors 'self'"


def test_one_page_too_many_is_told_what_to_do_and_a_closed_one_makes_room(
    loaded: Server, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    with serving(loaded, tmp_path, LODEGRAPH_PAGES_PER_VISITOR="2") as one:
        first, second, third = (open_page() for _ in range(3))
        for page in (first, second):
            page.goto(one.url)
            Canvas(page).wait()
        third.goto(f"{one.url}/queries?query=money-by-funder&p.funder=agency/exim")
        expect(third.get_by_text("You have 2 pages open here already")).to_be_visible(timeout=30_000)
        expect(third.get_by_text("money", exact=False)).to_have_count(0)
        third.get_by_role("button", name="Try again").click()
        expect(third.get_by_text("You have 2 pages open here already")).to_be_visible(timeout=30_000)
        first.close()
        try_again(third, "You have 2 pages open here already")
        expect(third.get_by_text("USD 1.3779 billion to USD 11.3779 billion")).to_be_visible(timeout=30_000)
        second.reload()
        Canvas(second).wait()
        for page in (second, third):
            page.close()
        assert "page refused" in one.log.read_text()


def try_again(page: Page, refusal: str) -> None:
    """As a person does, until the server has noticed that the other page went."""
    for _ in range(10):
        with suppress(Error):  # it goes while it is pressed where the page comes just then
            page.get_by_role("button", name="Try again").click(timeout=5_000)
        settle(page)
        if page.get_by_text(refusal).count() == 0:
            return
    pytest.fail("the closed page keeps its place")


@contextmanager
def two_pages(one: Served, **headers: str) -> Iterator[list[bool]]:
    """Two pages of one visitor; whether each came in."""
    with ExitStack() as stack:
        pages = [stack.enter_context(bare_page(one.port, **headers)) for _ in range(2)]
        yield [REFUSED not in page.run() for page in pages]


def test_nobody_names_their_own_address(loaded: Server, tmp_path: Path) -> None:
    forged = {"X_Forwarded_For": "198.51.100.1", "X_Lodegraph_Address": "198.51.100.2", "X_Lodegraph_Page": "1"}
    with serving(loaded, tmp_path, LODEGRAPH_PAGES_PER_VISITOR="1") as one, two_pages(one) as came_in:
        assert came_in == [True, False]
        with two_pages(one, **forged) as others:
            assert others == [False, False]


def test_a_proxy_that_is_named_is_believed(loaded: Server, tmp_path: Path) -> None:
    settings = {"LODEGRAPH_PAGES_PER_VISITOR": "1", "LODEGRAPH_PROXIES": "127.0.0.1"}
    with serving(loaded, tmp_path, **settings) as one:
        with two_pages(one, X_Forwarded_For="198.51.100.1") as some:
            assert some == [True, False]
            with two_pages(one, X_Forwarded_For="198.51.100.2") as others:
                assert others == [True, False]
        deadline = time.monotonic() + 10
        came_in = [False]
        while not any(came_in) and time.monotonic() < deadline:  # until the server has noticed that they went
            with two_pages(one, X_Forwarded_For="198.51.100.1") as later:
                came_in = later
        assert came_in == [True, False]


def test_0_is_no_limit(loaded: Server, tmp_path: Path) -> None:
    with serving(loaded, tmp_path, LODEGRAPH_PAGES_PER_VISITOR="0") as one, ExitStack() as stack:
        pages = [stack.enter_context(bare_page(one.port)) for _ in range(25)]
        assert all(REFUSED not in page.run() for page in pages)


def test_the_usual_limit_is_20(served: Served) -> None:
    with ExitStack() as stack:
        pages = [stack.enter_context(bare_page(served.port)) for _ in range(21)]
        assert [REFUSED in page.run("about") for page in pages] == [False] * 20 + [True]


def test_a_password_stands_in_no_command_line(served: Served, loaded: Server) -> None:
    import psutil

    family = [psutil.Process(served.process.pid), *psutil.Process(served.process.pid).children(recursive=True)]
    assert not any(loaded.password in " ".join(process.cmdline()) for process in family)
    assert names(loaded)["NEO4J_PASSWORD"] not in served.log.read_text()
