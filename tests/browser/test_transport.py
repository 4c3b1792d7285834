"""What goes to the browser, and how much of it: the picture once, a click in a few kilobytes, to each their own."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.browser.canvas import Canvas, settle

MEMORANDUM = "deal/glencore-orion-memorandum"
MOST_BYTES, MOST_UNPACKED, MOST_FRAMES = 20_000, 60_000, 150


@dataclass
class Traffic:
    """What one page was sent: the sizes of its messages, unpacked and as they travel, and the pictures it fetched."""

    frames: list[int] = field(default_factory=list)
    packed: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @contextmanager
    def of(self, page: Page) -> Iterator["Traffic"]:
        """Only what comes within, until the page's script has run to its end."""
        settle(page)
        self.frames.clear()
        self.packed.clear()
        self.pictures.clear()
        yield self
        settle(page)


@pytest.fixture
def traffic(page: Page) -> Traffic:
    told = Traffic()

    def listen(socket: WebSocket) -> None:
        deflating = zlib.compressobj(wbits=-zlib.MAX_WBITS)  # as permessage-deflate packs one message after another

        def note(payload: str | bytes) -> None:
            data = payload.encode() if isinstance(payload, str) else payload
            told.frames.append(len(data))
            told.packed.append(len(deflating.compress(data) + deflating.flush(zlib.Z_SYNC_FLUSH)))

        socket.on("framereceived", note)

    page.on("websocket", listen)
    page.on("request", lambda request: told.pictures.append(request.url) if "/pictures/" in request.url else None)
    return told


@pytest.fixture
def canvas(page: Page, app: str, traffic: Traffic) -> Canvas:
    """The opening picture, with its traffic told."""
    page.goto(app)
    return Canvas(page).wait()


def test_a_click_sends_a_few_kilobytes_and_no_picture(canvas: Canvas, traffic: Traffic) -> None:
    assert len(traffic.pictures) == 1
    for item in ("agency/exim", "company/glencore", "agency/dfc", MEMORANDUM):
        with traffic.of(canvas.page):
            canvas.click(item)
        assert 0 < sum(traffic.packed) < MOST_BYTES
        assert sum(traffic.frames) < MOST_UNPACKED
        assert len(traffic.frames) < MOST_FRAMES
        assert traffic.pictures == []


def test_messages_travel_packed(page: Page, app: str) -> None:
    agreed: list[str] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.webSocketHandshakeResponseReceived",
        lambda told: agreed.append(
            {k.lower(): v for k, v in told["response"]["headers"].items()}.get("sec-websocket-extensions", "")
        ),
    )
    page.goto(app)
    Canvas(page).wait()
    assert [extension.split(";")[0] for extension in agreed] == ["permessage-deflate"]


def test_a_step_sends_the_picture_once_and_an_undo_none(canvas: Canvas, traffic: Traffic) -> None:
    before = canvas.nodes
    with traffic.of(canvas.page):
        canvas.double_click("agency/exim")
    assert len(traffic.pictures) == 1
    with traffic.of(canvas.page):
        canvas.tool("undo")
        expect(canvas.root).to_have_attribute("data-nodes", str(before), timeout=15_000)
    assert traffic.pictures == []
    with traffic.of(canvas.page):
        canvas.click("company/glencore")
        canvas.tool("hide")
        expect(canvas.root).to_have_attribute("data-nodes", str(before - 1), timeout=15_000)
    assert traffic.pictures == []


def test_a_click_on_an_answer_sends_little_and_a_hide_reaches_its_tables(
    page: Page, app: str, traffic: Traffic
) -> None:
    page.goto(f"{app}/queries?query=connections&p.from=agency/exim&p.to=country/US")
    canvas = Canvas(page).wait()
    assert len(traffic.pictures) == 1
    before = canvas.nodes
    with traffic.of(page):
        canvas.click("agency/exim")
    assert 0 < sum(traffic.packed) < MOST_BYTES
    canvas.tool("hide")
    expect(canvas.root).to_have_attribute("data-nodes", str(before - 1), timeout=15_000)
    expect(page.get_by_role("tab", name=f"Nodes ({before - 1}")).to_be_visible(timeout=15_000)
    assert traffic.pictures == []
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_reader_says_up_to_how_many_nodes_a_picture_is_filled(canvas: Canvas) -> None:
    page = canvas.page
    before = canvas.nodes
    page.get_by_role("button", name="Up to 1,000 nodes").click()
    page.get_by_role("button", name="2,000 nodes", exact=True).click()
    expect(page.get_by_role("button", name="Up to 2,000 nodes")).to_be_visible(timeout=15_000)
    page.wait_for_url("**log=1~~d2000**", timeout=10_000)
    assert canvas.nodes == before
    page.reload()
    again = Canvas(page).wait()
    expect(page.get_by_role("button", name="Up to 2,000 nodes")).to_be_visible(timeout=15_000)
    again.tool("undo")
    expect(page.get_by_role("button", name="Up to 1,000 nodes")).to_be_visible(timeout=15_000)


def test_a_reload_loses_nothing_and_fetches_no_picture_anew(canvas: Canvas, traffic: Traffic) -> None:
    canvas.double_click("agency/exim")
    canvas.click("company/glencore")
    canvas.tool("hide")
    canvas.click(MEMORANDUM)
    canvas.tool("pin")
    settle(canvas.page)
    before, address = look(canvas), canvas.page.url
    pictures = set(traffic.pictures)

    canvas.page.reload()

    again = Canvas(canvas.page).wait()
    settle(again.page)
    assert_same(look(again), before)
    assert again.page.url == address
    assert set(traffic.pictures) == pictures  # by the names that the browser's own cache knows them by
    assert "~~hcompany%2Fglencore" in address
    expect(again.page.get_by_text("UNI's report, 5 February 2026, line 11, sentence 2")).to_have_count(
        1, timeout=15_000
    )
    again.tool("undo")
    again.tool("undo")
    shown = int(str(before["data-nodes"])) + 1
    expect(again.root).to_have_attribute("data-nodes", str(shown), timeout=15_000)


def look(canvas: Canvas) -> dict[str, Any]:
    """What is to be seen: how much, what is selected, and how the nodes stand to one another.

    A wide frame stretches a picture sideways, as far as it is wider than the picture that came first.
    """
    names = ("data-nodes", "data-edges", "data-selected", "data-revision")
    places = canvas.root.evaluate("e => e.positions()")
    left, right = (end(p["x"] for p in places.values()) for end in (min, max))
    return {name: canvas.root.get_attribute(name) for name in names} | {
        "nodes": sorted(places),
        "across": [(places[n]["x"] - left) / (right - left) for n in sorted(places)],
        "down": [places[n]["y"] for n in sorted(places)],
    }


def assert_same(now: dict[str, Any], before: dict[str, Any]) -> None:
    """To the pixel, and the hundredth of the width, to which a browser rounds."""
    assert now.pop("across") == pytest.approx(before["across"], abs=0.01)
    assert now.pop("down") == pytest.approx(before["down"], abs=1)
    assert now == {key: value for key, value in before.items() if key not in ("across", "down")}


def test_two_visitors_do_not_see_what_the_other_does(canvas: Canvas, app: str, open_page: Callable[[], Page]) -> None:
    other = open_page()
    other.goto(app)
    theirs = Canvas(other).wait()
    before, address = look(theirs), other.url

    canvas.double_click("agency/exim")
    canvas.click("company/glencore")
    canvas.tool("hide")
    theirs.click("country/PE")
    canvas.click(MEMORANDUM)
    settle(other)

    now = look(theirs)
    assert_same(now, before | {"data-selected": "country/PE"})
    assert "log=" in canvas.page.url
    assert "log=" not in other.url
    assert other.url != address
    expect(canvas.root).to_have_attribute("data-selected", MEMORANDUM)
