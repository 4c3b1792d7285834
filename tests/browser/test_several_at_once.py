"""Several selected, parallel lines and leaves as one, another layout: seen in picture and address, and taken back."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, expect_log, log_of, settle

EXIM, US, PERU = "agency/exim", "country/US", "country/PE"
OVERLAPS = """e => {
  const { captions, words, marks, scale } = e.boxes();
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const texts = [...captions, ...words];
  const over = texts.flatMap((a, i) => texts.slice(i + 1).filter((b) => meet(a, b)).map((b) => [a, b]));
  const free = texts.filter(({ id }) => id === undefined || id !== e.dataset.selected);
  const onMarks = free.flatMap((a) => marks.filter((b) => b.id !== a.id && meet(a, b)).map((b) => [a, b]));
  const letters = Math.min(...captions.map(({ top, bottom, lines }) => (scale * (bottom - top)) / lines.length));
  return { captions: captions.length, words: words.length, over: over.length, onMarks: onMarks.length, letters };
}"""


@pytest.fixture
def canvas(page: Page, app: str) -> Canvas:
    """The opening picture, as wide as a small screen shows it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(app)
    return Canvas(page).wait()


def address(canvas: Canvas) -> dict[str, str]:
    settle(canvas.page)
    return dict(parse_qsl(urlsplit(canvas.page.url).query))


def press(canvas: Canvas, key: str) -> None:
    canvas.page.keyboard.press(key)
    settle(canvas.page)


def expect_chosen(canvas: Canvas, count: int) -> None:
    expect(canvas.root).to_have_attribute("data-chosen", str(count), timeout=10_000)


def expect_nodes(canvas: Canvas, count: int) -> None:
    expect(canvas.root).to_have_attribute("data-nodes", str(count), timeout=15_000)


def count(canvas: Canvas, what: str) -> int:
    return int(canvas.root.get_attribute(f"data-{what}") or 0)


def add(canvas: Canvas, item: str, key: str = "Control") -> None:
    canvas.page.keyboard.down(key)
    canvas.page.mouse.click(*canvas.place(item))
    canvas.page.keyboard.up(key)


def draw_box(canvas: Canvas, first: str, second: str) -> None:
    (x0, y0), (x1, y1) = canvas.place(first), canvas.place(second)
    canvas.page.mouse.move(min(x0, x1) - 12, min(y0, y1) - 12)
    canvas.page.mouse.down()
    canvas.page.mouse.move(max(x0, x1) + 12, max(y0, y1) + 12, steps=6)
    canvas.page.mouse.up()


def test_several_are_selected_one_by_one_and_hidden_as_one_entry(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.click(EXIM)
    add(canvas, PERU)
    add(canvas, "company/glencore", "Shift")
    expect_chosen(canvas, 3)
    expect(canvas.page.get_by_role("heading", name="3 selected")).to_be_visible(timeout=10_000)
    assert address(canvas) == {"node": "company/glencore", "also": f"{EXIM}~{PERU}"}
    press(canvas, "Delete")
    expect_nodes(canvas, begin - 3)
    expect_log(canvas, f"1~~h{EXIM}~{PERU}~company/glencore")
    canvas.page.get_by_role("button", name="History (1)").click()
    told = canvas.page.locator("[class*=st-key-point-] button p").first
    expect(told).to_have_text("Hid Export-Import Bank of the United States, Peru and Glencore (here)")
    canvas.page.keyboard.press("Escape")
    canvas.tool("undo")
    expect_nodes(canvas, begin)
    expect_log(canvas, "")


def test_a_box_selects_what_is_in_it_with_shift_and_by_the_toolbar_and_the_selection_outlives_a_reload(
    canvas: Canvas,
) -> None:
    settle(canvas.page)
    before = canvas.root.evaluate("e => e.positions()")
    canvas.page.keyboard.down("Shift")
    draw_box(canvas, "company/glencore", "deal/glencore-orion-memorandum")
    canvas.page.keyboard.up("Shift")
    chosen = count(canvas, "chosen")
    assert chosen >= 2
    assert canvas.root.evaluate("e => e.positions()") == before
    settle(canvas.page)
    canvas.page.reload()
    canvas.wait()
    expect_chosen(canvas, chosen)

    press(canvas, "Escape")
    canvas.root.locator(".lg-surface").press("Escape")
    expect_chosen(canvas, 0)
    canvas.tool("box")
    draw_box(canvas, "company/glencore", "deal/glencore-orion-memorandum")
    expect_chosen(canvas, chosen)
    canvas.page.mouse.click(*canvas.place(PERU))
    expect_chosen(canvas, chosen + 1)
    canvas.page.mouse.click(*canvas.place(PERU))
    expect_chosen(canvas, chosen)
    canvas.tool("box")
    canvas.click(PERU)
    expect_chosen(canvas, 1)


def test_neighbours_kinds_all_and_the_others_are_selected_by_key_and_menu(canvas: Canvas) -> None:
    canvas.click(PERU)
    canvas.page.keyboard.press("N")
    expect_chosen(canvas, 2)
    canvas.page.keyboard.press("K")
    kinds = int(canvas.root.locator('[data-filter="label:Country"] .lg-count').inner_text())
    assert count(canvas, "chosen") > kinds
    canvas.click(PERU)
    canvas.page.mouse.click(*canvas.place(PERU), button="right")
    canvas.page.get_by_role("menuitem", name="Select all of its kind").click()
    expect_chosen(canvas, kinds)
    canvas.page.keyboard.press("I")
    expect_chosen(canvas, canvas.nodes - kinds)
    expect_log(canvas, "")


def test_several_are_pinned_shown_alone_and_expanded_as_one_entry_each_by_the_panel_too(canvas: Canvas) -> None:
    begin = canvas.nodes
    canvas.click(EXIM)
    add(canvas, US)
    expect_chosen(canvas, 2)
    canvas.page.get_by_role("button", name="Pin", exact=True).click()
    expect_log(canvas, f"1~~p{EXIM}~{US}")
    canvas.page.get_by_role("button", name="Show only these").click()
    expect_nodes(canvas, 2)
    canvas.tool("undo")
    expect_nodes(canvas, begin)
    canvas.root.locator(".lg-surface").focus()
    before = canvas.root.evaluate("e => e.positions()")
    canvas.page.keyboard.press("Enter")
    expect(canvas.root).not_to_have_attribute("data-nodes", str(begin), timeout=20_000)
    expect_log(canvas, f"1~~p{EXIM}~{US}~~e{EXIM}~%~%~{US}")
    now = canvas.root.evaluate("e => e.positions()")
    assert {n: now[n] for n in before} == before
    canvas.tool("undo")
    expect_nodes(canvas, begin)


def test_several_are_dragged_together_and_put_back_by_one_undo(canvas: Canvas) -> None:
    canvas.click(EXIM)
    add(canvas, PERU)
    expect_chosen(canvas, 2)
    settle(canvas.page)
    (x, y), (px, py) = canvas.place(EXIM), canvas.place(PERU)
    canvas.page.mouse.move(x, y)
    canvas.page.mouse.down()
    canvas.page.mouse.move(x + 30, y - 20, steps=5)
    canvas.page.mouse.up()
    settle(canvas.page)
    assert canvas.place(PERU) == pytest.approx((px + 30, py - 20), abs=3)
    assert log_of(canvas).count("~~m") == 1
    canvas.tool("undo")
    settle(canvas.page)
    assert canvas.place(PERU) == pytest.approx((px, py), abs=1)
    expect_log(canvas, "")


def test_parallel_relationships_are_one_line_that_is_opened_and_closed_again(page: Page, app: str) -> None:
    page.goto(f"{app}/?log=1~~e{US}")
    canvas = Canvas(page).wait()
    edges, lines = count(canvas, "edges"), count(canvas, "lines")
    assert lines < edges
    said = canvas.root.locator(".lg-counts").inner_text()
    assert re.search(r"relationships \(\d+ in \d+ lines?\)", said), said
    group = canvas.root.evaluate("e => e.standIns().find((id) => id.endsWith('|lines'))")
    canvas.click(US)
    canvas.tool("lines")
    expect(canvas.root).to_have_attribute("data-lines", str(edges), timeout=10_000)
    expect_log(canvas, f"1~~e{US}~~g{group}")
    canvas.tool("undo")
    expect(canvas.root).to_have_attribute("data-lines", str(lines), timeout=10_000)
    page.goto(f"{app}/?{urlencode({'log': f'1~~e{US}', 'node': group})}")
    canvas.wait()
    heading = page.get_by_role("heading", name=re.compile(r"^\d+ relationships between"))
    expect(heading).to_be_visible(timeout=10_000)
    canvas.root.locator(".lg-surface").focus()
    press(canvas, "g")
    expect(canvas.root).to_have_attribute("data-lines", str(edges), timeout=10_000)
    page.reload()
    canvas.wait()
    expect(canvas.root).to_have_attribute("data-lines", str(edges), timeout=10_000)
    canvas.click(US)
    canvas.page.mouse.click(*canvas.place(US), button="right")
    page.get_by_role("menuitem", name="Draw its parallel relationships as one line").click()
    expect(canvas.root).to_have_attribute("data-lines", str(lines), timeout=10_000)
    expect_log(canvas, f"1~~e{US}~~g{group}~~G{group}")


def test_leaves_of_one_kind_are_one_mark_that_lists_each_and_is_opened_again(page: Page, app: str) -> None:
    ministerial = "event/critical-minerals-ministerial"
    page.goto(f"{app}/?log=1~~egathered/critical-minerals-ministerial")
    canvas = Canvas(page).wait()
    nodes = canvas.nodes
    assert count(canvas, "marks") == nodes
    before = canvas.root.evaluate("e => e.positions()")
    canvas.click(ministerial)
    canvas.tool("bundle")
    bundle = f"{ministerial}|ATTENDS.in|{ministerial}|leaves.Country"
    expect_log(canvas, f"1~~egathered/critical-minerals-ministerial~~B{bundle}")
    marks = count(canvas, "marks")
    leaves = nodes - marks + 1
    assert leaves > 20
    expect_nodes(canvas, nodes)
    assert f"nodes ({leaves} in 1 mark)" in canvas.root.locator(".lg-counts").inner_text()
    expect(canvas.root.locator(".lg-mark", has_text="leaves in one mark")).to_be_visible()
    page.reload()
    canvas.wait()
    assert count(canvas, "marks") == marks
    canvas.click(bundle)
    expect(page.get_by_role("heading", name=f"{leaves} countries", exact=True)).to_be_visible(timeout=10_000)
    expect(page.get_by_text(re.compile("^each attends .*Ministerial, and nothing else"))).to_be_visible()
    listed = page.locator("[data-testid=stMarkdownContainer] li")
    expect(listed).to_have_count(leaves)
    press(canvas, "b")
    expect(canvas.root).to_have_attribute("data-marks", str(nodes), timeout=10_000)
    now = canvas.root.evaluate("e => e.positions()")
    assert {n: p["y"] for n, p in now.items() if n in before} == {n: p["y"] for n, p in before.items()}
    canvas.tool("undo")
    expect(canvas.root).to_have_attribute("data-marks", str(marks), timeout=10_000)
    page.mouse.dblclick(*canvas.place(bundle))
    expect(canvas.root).to_have_attribute("data-marks", str(nodes), timeout=10_000)
    assert log_of(canvas).endswith(f"~~B{bundle}~~b{bundle}")


def test_the_layout_by_who_funds_whom_keeps_pins_and_selection_and_is_taken_back(canvas: Canvas) -> None:
    canvas.click(EXIM)
    press(canvas, "p")
    before = canvas.root.evaluate("e => e.positions()")
    canvas.tool("lay_out")
    expect(canvas.root.locator("[data-tool=lay_out]")).to_have_attribute("aria-pressed", "true", timeout=10_000)
    expect_log(canvas, f"1~~p{EXIM}~~yhierarchy")
    laid_out = canvas.root.evaluate("e => e.positions()")
    assert laid_out[EXIM] == before[EXIM]
    assert sum(laid_out[n] != before[n] for n in before) > len(before) / 2
    assert canvas.root.get_attribute("data-selected") == EXIM
    assert canvas.root.evaluate(OVERLAPS)["over"] == 0
    canvas.tool("undo")
    settle(canvas.page)
    assert canvas.root.evaluate("e => e.positions()") == before
    press(canvas, "Control+Shift+Z")
    canvas.page.reload()
    canvas.wait()
    again = canvas.root.evaluate("e => e.positions()")
    assert {n: again[n]["y"] for n in again} == {n: laid_out[n]["y"] for n in laid_out}
    assert sorted(again, key=lambda n: (again[n]["x"], n)) == sorted(laid_out, key=lambda n: (laid_out[n]["x"], n))
    canvas.page.get_by_role("button", name="History (2)").click()
    told = canvas.page.locator("[class*=st-key-point-] button p").first
    expect(told).to_have_text("Laid out by who funds whom (here)")


@pytest.mark.parametrize(
    ("scene", "captions"),
    [
        ("", 50),
        (f"?node={EXIM}&log=1~~e{EXIM}", 55),
        ("?log=1~~yhierarchy", 50),
        ("?node=initiative/project-vault&log=1~~einitiative/project-vault", 50),
    ],
)
def test_no_caption_and_no_words_lie_on_others_nor_on_a_mark(page: Page, app: str, scene: str, captions: int) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{app}/{scene}")
    canvas = Canvas(page).wait()
    settle(page)
    found = canvas.root.evaluate(OVERLAPS)
    assert (found["over"], found["onMarks"]) == (0, 0)
    assert found["captions"] >= captions
    assert found["captions"] >= count(canvas, "marks") - 1
    assert found["letters"] >= 10
    for _ in range(4):
        canvas.tool("zoomOut")
    far = canvas.root.evaluate(OVERLAPS)
    assert (far["over"], far["onMarks"]) == (0, 0)
    assert 0 < far["captions"] < found["captions"]
    assert far["letters"] >= 10
