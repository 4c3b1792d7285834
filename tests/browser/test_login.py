"""Log-in by OpenID Connect, with a service of this machine: who gets in, and that nobody else sees a thing."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from cypher.connection import Server
from tests.browser.bare_page import bare_page
from tests.browser.canvas import Canvas, download
from tests.browser.log_in_service import ANN, BOB, Service, log_in_service
from tests.browser.running_app import free_port
from tests.browser.serving_app import Served, serving
from tests.browser.watched_page import Watch

DEEP = "queries?query=money-by-funder&p.funder=agency/exim"
SUM = "USD 1.3779 billion to USD 11.3779 billion"
DATA = (b"Glencore", b"agency/exim", b"MATCH (")
FAILED = "You were not logged in."


@dataclass(frozen=True)
class Closed:
    """An explorer with log-in, the service that logs in, and the cookies' secret."""

    served: Served
    service: Service
    cookie_secret: str

    @property
    def url(self) -> str:
        """Where the explorer is."""
        return self.served.url


@contextmanager
def closed(loaded: Server, home: Path, *, allowed: str = "", client_secret: str | None = None) -> Iterator[Closed]:
    """Serve with log-in."""
    port, cookie_secret = free_port(), secrets.token_urlsafe(32)
    with log_in_service(port) as service:
        file = service.auth_file(home / "auth.toml", cookie_secret, port, client_secret)
        settings = {"LODEGRAPH_AUTH": str(file), "LODEGRAPH_ALLOWED": allowed}
        with serving(loaded, home, port=port, **settings) as served:
            yield Closed(served, service, cookie_secret)


@pytest.fixture(scope="module")
def explorer(loaded: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closed]:
    """An explorer that lets in Ann and whoever is of a house that nobody is of."""
    with closed(loaded, tmp_path_factory.mktemp("home"), allowed="ann@example.org, @example.com") as one:
        yield one


def refusal_of(address: str) -> re.Pattern[str]:
    """What somebody reads who may not see the graph; an invisible joiner keeps the address from becoming a link."""
    return re.compile(re.escape(address).replace("@", "\u2060?@") + " may not see this graph")


def log_in(page: Page, person: str) -> None:
    """From the log-in page over the service's page and back."""
    page.get_by_role("button", name="Log in", exact=True).click()
    page.get_by_role("button", name=person, exact=True).click()


def test_the_way_in_leads_back_to_the_page_that_was_asked_for_and_the_way_out_closes_all(
    explorer: Closed, chromium: Browser, tmp_path: Path
) -> None:
    watch = Watch()
    with chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True) as browser:
        page = watch.over(browser.new_page())
        page.goto(f"{explorer.url}/{DEEP}")
        expect(page.get_by_text("Who wants to see the graph logs in first.")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("Saved quer")).to_have_count(0)
        log_in(page, ANN)
        expect(page.get_by_text(SUM)).to_be_visible(timeout=30_000)
        assert page.url.startswith(f"{explorer.url}/queries?query=money-by-funder")
        expect(page.get_by_text("Ann *Archer*")).to_be_visible()

        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        page.get_by_role("tab", name="Rows").click()
        assert download(page, "CSV", tmp_path / "a.csv").stat().st_size > 100
        (file,) = {url for url in fetched if "/media/" in url}
        assert page.request.get(file).status == 200

        other = watch.over(browser.new_page())
        other.goto(explorer.url)
        Canvas(other).wait()

        page.get_by_role("button", name="Log out").click()
        page.get_by_role("button", name="End session").click()
        expect(page.get_by_text("Who wants to see the graph logs in first.")).to_be_visible(timeout=30_000)
        expect(page.get_by_text(FAILED)).to_have_count(0)
        assert page.request.get(file).status == 403
        other.get_by_role("link", name="About the data").click()
        expect(other.get_by_text("Who wants to see the graph logs in first.")).to_be_visible(timeout=30_000)
        expect(other.get_by_role("heading", name="Sources")).to_have_count(0)
        for one in (page, other):
            one.close()
    assert not watch.complaints, "\n".join(watch.complaints)


@pytest.mark.parametrize("cookie", ["", "_streamlit_user=eyJpc19sb2dnZWRfaW4iOiB0cnVlfQ.forged.forged"])
@pytest.mark.parametrize("path", ["", "disagreements", "queries", "about", "network"])
def test_before_log_in_nothing_of_the_graph_is_sent(explorer: Closed, path: str, cookie: str) -> None:
    headers = {"Cookie": cookie, "X_Lodegraph_Page": "1"} if cookie else {}
    with bare_page(explorer.served.port, Origin=explorer.url, **headers) as page:
        for came in (page.run(path), page.run("")):
            assert b"Who wants to see the graph logs in first." in came
            assert [found for found in DATA if found in came] == []


def test_who_is_not_named_gets_a_plain_page_and_no_data(explorer: Closed, chromium: Browser) -> None:
    with chromium.new_context() as browser:
        page = browser.new_page()
        page.goto(explorer.url)
        log_in(page, BOB)
        expect(page.get_by_text(refusal_of("bob@elsewhere.example"))).to_be_visible(timeout=30_000)
        page.wait_for_timeout(1_000)
        expect(page.locator(".lg")).to_have_count(0)
        expect(page.get_by_text("About the data")).to_have_count(0)
        cookies = {c.get("name", ""): c.get("value", "") for c in browser.cookies()}
        shown = "; ".join(f"{name}={value}" for name, value in cookies.items())
        words = ("streamlit", cookies["_streamlit_xsrf"])
        with bare_page(explorer.served.port, words, Origin=explorer.url, Cookie=shown) as bare:
            came = bare.run("about")
        assert b"may not see this graph" in came
        assert [found for found in DATA if found in came] == []
        page.get_by_role("button", name="Log out").click()
        page.get_by_role("button", name="End session").click()
        expect(page.get_by_role("button", name="Log in", exact=True)).to_be_visible(timeout=30_000)
    assert "log-in not allowed" in explorer.served.log.read_text()


def test_an_address_that_nobody_verified_is_nobodys(explorer: Closed, chromium: Browser) -> None:
    with chromium.new_context() as browser:
        page = browser.new_page()
        page.goto(explorer.url)
        log_in(page, "eve")
        expect(page.get_by_text(refusal_of("ann@example.org"))).to_be_visible(timeout=30_000)


def test_who_declines_at_the_service_is_told_so_and_may_try_again(explorer: Closed, chromium: Browser) -> None:
    with chromium.new_context() as browser:
        page = browser.new_page()
        page.goto(explorer.url)
        page.get_by_role("button", name="Log in", exact=True).click()
        page.get_by_role("button", name="Deny").click()
        expect(page.get_by_text(FAILED)).to_be_visible(timeout=30_000)
        log_in(page, ANN)
        Canvas(page).wait()
        assert "login=failed" not in page.url


def test_a_wrong_secret_is_told_to_the_visitor_in_words_and_to_nobody_else(
    loaded: Server, chromium: Browser, tmp_path: Path
) -> None:
    wrong = secrets.token_urlsafe(24)
    with closed(loaded, tmp_path, client_secret=wrong) as one, chromium.new_context() as browser:
        page = browser.new_page()
        page.goto(one.url)
        log_in(page, ANN)
        expect(page.get_by_text(FAILED)).to_be_visible(timeout=30_000)
        log = one.served.log.read_text()
        assert "log-in failed" in log
        assert wrong not in log + page.content()


def test_a_service_that_is_down_is_told_in_words(loaded: Server, chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    service = Service("http://127.0.0.1:1", "lodegraph", secrets.token_urlsafe(24))
    file = service.auth_file(tmp_path / "auth.toml", secrets.token_urlsafe(32), port)
    with serving(loaded, tmp_path, port=port, LODEGRAPH_AUTH=str(file)) as one, chromium.new_context() as browser:
        page = browser.new_page()
        page.goto(f"{one.url}/about")
        page.get_by_role("button", name="Log in", exact=True).click()
        expect(page.get_by_text(FAILED)).to_be_visible(timeout=30_000)
        assert "log-in failed" in one.log.read_text()


def test_no_secret_stands_in_a_process_list_a_log_or_a_page(explorer: Closed, page: Page, loaded: Server) -> None:
    page.goto(explorer.url)
    log_in(page, ANN)
    Canvas(page).wait()
    family = [psutil.Process(explorer.served.process.pid)]
    family += family[0].children(recursive=True)
    shown = [" ".join(process.cmdline()) for process in family]
    shown += [str(process.environ()) for process in family[1:]]
    shown += [explorer.served.log.read_text(), explorer.served.answer.read_text(), page.content()]
    for secret in (explorer.cookie_secret, explorer.service.client_secret):
        assert not any(secret in text for text in shown)
    page.close()


def test_pages_are_counted_by_log_in_and_not_by_address(
    loaded: Server, open_page: Callable[[], Page], tmp_path: Path
) -> None:
    port = free_port()
    with log_in_service(port) as service:
        file = service.auth_file(tmp_path / "auth.toml", secrets.token_urlsafe(32), port)
        settings = {"LODEGRAPH_AUTH": str(file), "LODEGRAPH_PAGES_PER_VISITOR": "1"}
        with serving(loaded, tmp_path, port=port, **settings) as one:
            first, second, third = open_page(), open_page(), open_page()
            for page, person in ((first, ANN), (second, BOB)):
                page.goto(one.url)
                log_in(page, person)
                Canvas(page).wait()
            third.goto(one.url)
            log_in(third, ANN)
            expect(third.get_by_text("You have 1 page open here already")).to_be_visible(timeout=30_000)
            for page in (first, second, third):
                page.close()
