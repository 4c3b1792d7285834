"""The search by keys alone: a key goes to it, Enter takes what fits best, and the picture has the keys then."""

from playwright.sync_api import expect

from tests.browser.canvas import Canvas, expect_log, log_of, settle

COBALT = "mineral/cobalt"


def test_slash_type_enter_brings_a_node_into_the_picture_which_has_the_keys_then(canvas: Canvas) -> None:
    page = canvas.page
    before = canvas.root.evaluate("e => e.positions()")
    assert COBALT not in before
    canvas.click("agency/exim")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("cobalt", delay=20)
    page.keyboard.press("Enter")  # while the answer to the last letters is on its way
    expect(canvas.root).to_have_attribute("data-selected", COBALT, timeout=15_000)
    expect_log(canvas, f"1~~a{COBALT}")
    expect(canvas.root.locator(".lg-node:focus")).to_have_count(1)
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("")
    now = canvas.root.evaluate("e => e.positions()")
    assert {node for node in before if now[node] != before[node]} == set(), "what was there moved"
    page.keyboard.press("Control+z")
    settle(page)
    expect_log(canvas, "")
    assert COBALT not in canvas.root.evaluate("e => e.positions()")


def test_enter_takes_nothing_where_nothing_fits_and_nothing_that_was_typed_over(canvas: Canvas) -> None:
    page = canvas.page
    page.keyboard.press("/")
    page.keyboard.type("qqzzxx", delay=10)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing in these records is called")).to_be_visible(timeout=15_000)
    settle(page)
    expect_log(canvas, "")
    page.keyboard.press("Control+a")
    page.keyboard.type("a/b", delay=10)  # a slash in the field is a letter
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("a/b")
    settle(page)
    assert (log_of(canvas), canvas.root.get_attribute("data-selected")) == ("", "")


def test_what_was_found_is_in_sight_also_for_who_looks_elsewhere(canvas: Canvas) -> None:
    page = canvas.page
    for _ in range(8):
        canvas.tool("zoomIn")
    page.keyboard.press("/")
    page.keyboard.type("peru", delay=20)
    page.keyboard.press("Enter")
    expect(canvas.root).to_have_attribute("data-selected", "country/PE", timeout=15_000)
    settle(page)
    page.wait_for_timeout(700)
    frame, (x, y) = canvas.root.locator(".lg-net").bounding_box(), canvas.place("country/PE")
    assert frame is not None
    assert frame["x"] < x < frame["x"] + frame["width"]
    assert frame["y"] < y < frame["y"] + frame["height"]
