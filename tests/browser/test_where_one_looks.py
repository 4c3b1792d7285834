"""Where the reader looks stands in the address: without the page being drawn anew, and without an entry of the
browser's history for every turn of the wheel; what makes the address too long is told, and kept in a file."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, expect_log, log_of, settle

EXIM, LOAN, PERU = "agency/exim", "deal/exim-vault-loan", "country/PE"


def view_of(canvas: Canvas) -> str:
    """The place to look at in the address, once the reader rests."""
    canvas.page.wait_for_timeout(900)
    return dict(parse_qsl(urlsplit(canvas.page.url).query)).get("view", "")


def turn_wheel(canvas: Canvas, times: int = 5) -> None:
    """Over the middle of the picture, as fast as a hand does."""
    surface = canvas.root.locator(".lg-surface").bounding_box()
    assert surface is not None
    canvas.page.mouse.move(surface["x"] + surface["width"] * 0.4, surface["y"] + surface["height"] * 0.4)
    for _ in range(times):
        canvas.page.mouse.wheel(0, -120)
        canvas.page.wait_for_timeout(60)


def place(canvas: Canvas, node: str) -> tuple[float, float]:
    """Where in the frame of the picture a node is, wherever on the page that is."""
    frame = canvas.root.locator(".lg-net").bounding_box()
    assert frame is not None
    x, y = canvas.place(node)
    return x - frame["x"], y - frame["y"]


def far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_who_opens_the_address_looks_where_its_reader_did(canvas: Canvas, open_page: Callable[[], Page]) -> None:
    page = canvas.page
    settle(page)
    entries, sent = page.evaluate("history.length"), listen_to_what_is_sent(page)
    assert view_of(canvas) == "", "all of the picture is in the frame, and the address says where"
    turn_wheel(canvas)
    assert re.fullmatch(r"1~\d+~-?\d+~-?\d+", view_of(canvas))
    assert page.evaluate("history.length") == entries, "the wheel made entries of the history"
    settle(page)
    assert not sent, "the wheel had the page drawn anew"
    seen = place(canvas, LOAN)

    page.reload()
    canvas.wait()
    assert far(place(canvas, LOAN), seen) <= 2
    other = Canvas(open_page())
    other.page.goto(page.url)
    other.wait()
    assert far(place(other, LOAN), seen) <= 2

    canvas.tool("fit")
    assert view_of(canvas) == ""
    heard = listen_to_what_is_sent(page)
    canvas.click(LOAN)
    settle(page)
    assert heard, "a click is sent, and would be heard"


def test_it_stays_with_what_is_selected_and_done_and_back_returns_to_it(canvas: Canvas) -> None:
    page = canvas.page
    turn_wheel(canvas, 2)
    first, before = view_of(canvas), place(canvas, PERU)
    canvas.click(PERU)
    page.keyboard.press("p")
    settle(page)
    expect_log(canvas, f"1~~p{PERU}")
    assert view_of(canvas) == first, "what was done took the place to look at out of the address"
    turn_wheel(canvas, 3)
    second = view_of(canvas)
    assert second != first
    page.go_back()
    settle(page)
    assert (log_of(canvas), view_of(canvas)) == ("", first)
    assert far(place(canvas, PERU), before) <= 2
    page.go_forward()
    settle(page)
    assert (log_of(canvas), view_of(canvas)) == (f"1~~p{PERU}", second)


def test_a_place_that_cannot_be_read_is_told_and_the_whole_picture_is_shown(page: Page, app: str) -> None:
    page.goto(f"{app}/?view=1~0~<script>")
    canvas = Canvas(page).wait()
    told = page.locator("[data-testid=stAlert]").filter(has_text="Not all that this address asks for is there")
    expect(told).to_contain_text("is no place to look at of this version")
    turn_wheel(canvas, 2)
    assert re.fullmatch(r"1~\d+~-?\d+~-?\d+", view_of(canvas))


def test_an_address_too_long_for_servers_is_cut_and_told_and_the_file_holds_all(
    canvas: Canvas, open_page: Callable[[], Page], app: str, tmp_path: Path
) -> None:
    page = canvas.page
    ids = sorted(canvas.root.evaluate("e => Object.keys(e.positions())"))
    hidden = [n for n in ids if n.startswith("country/")][:12]
    shown = [f"p{n}~~P{n}" for n in ids if not n.startswith("country/")]
    log = "~~".join(("1", *(f"h{n}" for n in hidden), *(shown * 4)[:170]))
    file = tmp_path / "long.scene.json"
    file.write_text(
        json.dumps({"form": "lodegraph-scene", "version": 1, "data_set": "critical-minerals-2026", "log": log})
    )
    page.get_by_role("button", name="Scene", exact=False).first.click()
    page.locator(".lg-file input").set_input_files(file)
    page.keyboard.press("Escape")
    settle(page)
    expect(page.get_by_text("The address no longer holds all of this picture")).to_be_visible(timeout=30_000)
    settle(page)
    short = len(urlsplit(page.url).query)
    assert 5_000 < short <= 7_100
    canvas.wait()
    nodes = canvas.nodes
    canvas.legend("label:Deal")
    expect(canvas.root).not_to_have_attribute("data-nodes", str(nodes), timeout=15_000)
    settle(page)
    page.go_back()
    expect(canvas.root).to_have_attribute("data-nodes", str(nodes), timeout=15_000)
    settle(page)
    page.go_forward()
    expect(canvas.root).not_to_have_attribute("data-nodes", str(nodes), timeout=15_000)
    settle(page)
    saved = json.loads(download(page, "Save the scene file", tmp_path / "all.json").read_text(encoding="utf-8"))
    assert saved["log"] == f"{log}~~lDeal"

    other = open_page()
    other.goto(page.url)
    Canvas(other).wait()
    told = other.locator("[data-testid=stAlert]").filter(has_text="Not all that this address asks for is there")
    expect(told).to_contain_text(re.compile(r"it holds the first \d+ of 333 changes", re.IGNORECASE))


def listen_to_what_is_sent(page: Page) -> list[Any]:
    """From now on, what the page sends to its server: it does for every run of its script."""
    sent: list[Any] = []

    def keep(frame: Any) -> None:
        sent.append(frame)

    browser = page.context.new_cdp_session(page)
    browser.send("Network.enable")
    browser.on("Network.webSocketFrameSent", keep)
    return sent
