"""Who is admitted: pages are counted, requests are looked at, and log-in leads where it should."""

from collections.abc import Coroutine
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.access.allowed_hosts import AllowedHosts
from explorer.access.login_redirect import FAILED, LoginRedirect
from explorer.access.login_settings import Login
from explorer.access.middleware import ADDRESS_HEADER, PAGE_NUMBER_HEADER, AccessMiddleware
from explorer.access.page_limit import OpenPages
from explorer.access.settings import Serving

HOST = "127.0.0.1:8501"
CLOSED = Serving(shared=True, login=Login({}, ("default",)))


def test_a_visitor_has_so_many_pages_and_a_closed_one_makes_room() -> None:
    pages = OpenPages(2)
    first, second, third, other = (pages.open() for _ in range(4))
    assert pages.admit(first, "ann")
    assert pages.admit(second, "ann")
    assert not pages.admit(third, "ann")
    assert pages.admit(other, "bob")
    assert pages.admit(first, "ann")
    pages.close(first)
    assert pages.admit(third, "ann")


def test_a_page_that_has_gone_takes_no_place() -> None:
    pages = OpenPages(1)
    gone, here = pages.open(), pages.open()
    pages.close(gone)
    pages.close(gone)
    assert not pages.admit(gone, "ann")
    assert pages.admit(here, "ann")
    assert not pages.admit("no number", "ann")


def test_0_is_no_limit() -> None:
    pages = OpenPages(0)
    assert all(pages.admit(pages.open(), "ann") for _ in range(100))


def test_who_logs_out_is_out_in_every_window() -> None:
    pages = OpenPages(0)
    mine, mine_too, hers = pages.open("me"), pages.open("me"), pages.open("her")
    for number in (mine, mine_too, hers):
        pages.admit(number, "somebody")
    pages.leave("me")
    assert [pages.has_log_in(n) for n in (mine, mine_too, hers)] == [False, False, True]
    assert (pages.has_admitted("me"), pages.has_admitted("her"), pages.has_admitted("")) == (False, True, False)


class Behind:
    """What stands behind the middleware: notes what comes, and gives one answer."""

    def __init__(self, status: int = 200, *headers: tuple[str, str], fails: bool = False) -> None:
        self.answer: Message = {
            "type": "http.response.start", "status": status, "headers": [(k.encode(), v.encode()) for k, v in headers]
        }  # fmt: skip
        self.fails = fails
        self.came: list[Scope] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.came.append(scope)
        if self.fails:
            raise OSError("the provider is down")
        if scope["type"] == "http":
            await send(dict(self.answer))
            await send({"type": "http.response.body", "body": b"words of Streamlit's own"})


def ask(
    app: ASGIApp, kind: str, path: str = "/", method: str = "GET", query: str = "", **headers: str
) -> list[Message]:
    """What the app sends in answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = {"Host": HOST} | headers
    scope: Scope = {
        "type": kind, "path": path, "method": method, "query_string": query.encode(), "client": ("192.0.2.7", 1),
        "headers": [(k.replace("_", "-").lower().encode(), v.encode()) for k, v in headers.items()],
    }  # fmt: skip
    finish(app(scope, receive, send))
    return sent


def finish(work: Coroutine[Any, Any, None]) -> None:
    """Run something that waits for nothing; no loop, so no socket."""
    with pytest.raises(StopIteration):
        work.send(None)


def header(message: Message, name: str) -> list[str]:
    """The values of a header."""
    return [value.decode() for key, value in message["headers"] if key.decode() == name]


@pytest.mark.parametrize(
    ("origin", "host", "passes"),
    [
        ("http://graph.example.org", "graph.example.org", True),
        ("https://graph.example.org", "127.0.0.1:8501", True),
        ("http://graph.example.org:81", "graph.example.org", False),
        ("http://localhost:3000", "localhost:8501", False),
        ("https://evil.example", "graph.example.org", False),
        ("null", "graph.example.org", False),
        ("http://evil.localhost:8501", "evil.localhost:8501", False),
    ],
)
def test_a_page_of_another_site_does_not_connect(origin: str, host: str, passes: bool) -> None:
    behind = Behind()
    named = AllowedHosts(frozenset({"graph.example.org"}))
    middleware = AccessMiddleware(
        behind, Serving(shared=True, address="https://graph.example.org", hosts=named), OpenPages(0)
    )
    sent = ask(middleware, "websocket", Origin=origin, Host=host)
    assert bool(behind.came) is passes
    assert sent == ([] if passes else [{"type": "websocket.close", "code": 1008}])


def test_number_and_address_come_from_the_door_alone() -> None:
    behind = Behind()
    ask(
        AccessMiddleware(behind, Serving(), OpenPages(0)),
        "websocket",
        X_Lodegraph_Page="77",
        X_Lodegraph_Address="198.51.100.1",
        Cookie="a=b",
    )
    headers = dict(behind.came[0]["headers"])
    assert headers == {
        b"host": HOST.encode(),
        b"cookie": b"a=b",
        PAGE_NUMBER_HEADER.encode(): b"1",
        ADDRESS_HEADER.encode(): b"192.0.2.7",
    }


def test_a_page_is_open_for_as_long_as_it_is_connected_even_if_it_breaks() -> None:
    pages = OpenPages(0)
    middleware = AccessMiddleware(Behind(fails=True), Serving(), pages)
    with pytest.raises(OSError, match="down"):
        ask(middleware, "websocket")
    assert not pages.admit("1", "ann")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/queries", 200),
        ("HEAD", "/_stcore/health", 200),
        ("GET", "/_stcore/bidi-components/lodegraph.canvas/canvas.js", 200),
        ("GET", "/_stcore/metrics", 404),
        ("GET", "/_stcore/health-of-others", 404),
        ("GET", "/_stcore/script-health-check", 404),
        ("PUT", "/_stcore/upload_file/a/b", 405),
        ("POST", "/", 405),
    ],
)
@pytest.mark.parametrize("serving", [Serving(), CLOSED])
def test_what_the_explorer_does_not_need_is_not_answered(serving: Serving, method: str, path: str, status: int) -> None:
    assert ask(AccessMiddleware(Behind(), serving, OpenPages(0)), "http", path, method)[0]["status"] == status


def test_files_come_only_to_a_browser_with_a_page_that_is_in() -> None:
    pages = OpenPages(0)
    middleware = AccessMiddleware(Behind(), CLOSED, pages)
    cookie = {"Cookie": "_streamlit_user=chunks-1; _streamlit_user_1=abc; _streamlit_user_tokens=t; other=1"}
    same = {"Cookie": "other=2; _streamlit_user_1=abc; _streamlit_user=chunks-1"}
    another = {"Cookie": "_streamlit_user=chunks-1; _streamlit_user_1=xyz"}
    number = pages.open("_streamlit_user=chunks-1; _streamlit_user_1=abc")

    def status(cookies: dict[str, str]) -> int:
        return int(ask(middleware, "http", "/media/a.csv", **cookies)[0]["status"])

    assert status(cookie) == 403
    pages.admit(number, "ann")
    assert [status(c) for c in (cookie, same, another, {})] == [200, 200, 403, 403]
    ask(middleware, "http", "/auth/logout", **cookie)
    assert status(cookie) == 403


@pytest.mark.parametrize(
    ("client", "visitor"),
    [
        (("192.0.2.7", 1), "192.0.2.7"),
        (("2001:db8:1:2:3::4", 1), "2001:db8:1:2::/64"),
        (("unix:", 1), "unix:"),
        (None, "unknown"),
    ],
)
def test_a_connection_with_a_network_of_its_own_is_one_visitor(client: tuple[str, int] | None, visitor: str) -> None:
    from explorer.access.middleware import read_visitor_address

    assert read_visitor_address({"client": client}) == visitor


def log_in(answer: Behind, page: str) -> Message:
    """The answer on the way to the provider, from a page."""
    return ask(LoginRedirect(answer), "http", "/auth/login", Host="graph.example.org", Referer=page)[0]


def come_back(answer: Behind, query: str = "state=1", **headers: str) -> Message:
    """The answer on the way back."""
    return ask(LoginRedirect(answer), "http", "/oauth2callback", query=query, **headers)[0]


LOGGED_IN = ("set-cookie", '_streamlit_user="signed"; HttpOnly; Path=/')
LOGGED_OUT = ("set-cookie", '_streamlit_user=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/')
TOKENS_GONE = ("set-cookie", '_streamlit_user_tokens=""; Max-Age=0')
HOME = ("location", "/")


@pytest.mark.parametrize(
    ("page", "back"),
    [
        ("https://graph.example.org/queries?query=a&p.b=c/d", "/queries?query=a&p.b=c/d"),
        ("https://graph.example.org/", "/"),
        ("https://graph.example.org/?login=failed", "/"),
        ("https://graph.example.org//evil.example/x", "/evil.example/x"),
        ("https://graph.example.org/\\evil.example", "/evil.example"),
        ("https://evil.example/queries", "/"),
        ("https://graph.example.org/" + "x" * 3_000, "/"),
        ("", "/"),
    ],
)
def test_after_log_in_one_is_on_the_page_that_was_asked_for_and_on_no_other_site(page: str, back: str) -> None:
    remembered = header(log_in(Behind(302, ("location", "https://id.example.org")), page), "set-cookie")
    cookie = remembered[0].partition(";")[0] if remembered else ""
    answer = come_back(Behind(302, HOME, LOGGED_IN), Cookie=cookie)
    assert header(answer, "location") == [back]
    assert LOGGED_IN[1] in header(answer, "set-cookie")


@pytest.mark.parametrize("cookie", ["lodegraph_back=//evil.example", "lodegraph_back=https%3A//evil.example/x"])
def test_a_cookie_of_somebody_elses_making_leads_to_no_other_site(cookie: str) -> None:
    (location,) = header(come_back(Behind(302, HOME, LOGGED_IN), Cookie=cookie), "location")
    assert location.startswith("/")
    assert not location.startswith("//")


@pytest.mark.parametrize(
    "answer",
    [Behind(302, HOME), Behind(302, HOME, LOGGED_OUT, TOKENS_GONE), Behind(500), Behind(fails=True)],
)
@pytest.mark.parametrize("query", ["state=1", "error=access_denied"])
def test_a_log_in_that_fails_is_told(answer: Behind, query: str) -> None:
    message = come_back(answer, query)
    assert (message["status"], header(message, "location")) == (302, [FAILED])


def test_who_comes_back_from_logging_out_has_not_failed() -> None:
    assert header(come_back(Behind(302, HOME), query=""), "location") == ["/"]


def test_a_provider_that_does_not_answer_is_told_without_words_of_others() -> None:
    sent = ask(LoginRedirect(Behind(400, ("content-length", "24"))), "http", "/auth/login")
    assert (sent[0]["status"], header(sent[0], "location")) == (302, [FAILED])
    assert header(sent[0], "content-length") == ["0"]
    assert sent[1]["body"] == b""


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_cookies_travel_by_https_alone_where_people_come_by_it(scheme: str) -> None:
    login = Login({"redirect_uri": f"{scheme}://graph.example.org/oauth2callback"}, ("default",))
    answer = Behind(200, LOGGED_IN, ("set-cookie", "other=1; Secure"))
    cookies = header(
        ask(AccessMiddleware(answer, Serving(shared=True, login=login), OpenPages(0)), "http")[0], "set-cookie"
    )
    assert [c.lower().count("secure") for c in cookies] == [1 if scheme == "https" else 0, 1]


def test_other_pages_are_left_alone() -> None:
    assert ask(LoginRedirect(Behind(404)), "http", "/queries")[0]["status"] == 404
