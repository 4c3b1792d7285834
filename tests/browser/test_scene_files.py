"""A scene as a file: saved, opened by somebody else, with what has changed since; a hostile file runs nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas, download, settle
from tests.browser.test_where_one_looks import far, place, turn_wheel, view_of

EXIM, LOAN, PERU = "agency/exim", "deal/exim-vault-loan", "country/PE"


def open_file(page: Page, file: Path) -> None:
    """Give a file to the page's ways to open a scene."""
    page.get_by_role("button", name="Scene", exact=False).first.click()
    page.locator(".lg-file input").set_input_files(file)
    page.keyboard.press("Escape")
    settle(page)


def save(page: Page, file: Path) -> dict[str, object]:
    page.get_by_role("button", name="Scene", exact=False).first.click()
    made: dict[str, object] = json.loads(download(page, "Save this scene", file).read_text(encoding="utf-8"))
    page.keyboard.press("Escape")
    return made


def test_a_saved_scene_opens_elsewhere_as_it_was_and_says_what_changed_since(
    open_page: Callable[[], Page], app: str, tmp_path: Path
) -> None:
    page = open_page()
    page.goto(app)
    canvas = Canvas(page).wait()
    canvas.click(PERU)
    page.keyboard.press("Delete")
    canvas.double_click(EXIM)
    settle(page)
    scene = save(page, tmp_path / "a.scene.json")
    at, nodes = page.url.partition("log=")[2], canvas.nodes
    seen = scene["seen"]
    assert isinstance(seen, dict) and "text" not in json.dumps(scene)
    deal = next(
        item for item, told in seen.items() if item.startswith("deal/") and told.get("stage") and told.get("amount")
    )
    stage, amount = seen[deal]["stage"], seen[deal]["amount"]
    seen[deal] |= {"stage": "paid_out", "amount": "USD 1"}
    seen["deal/of-yesterday"] = {"name": "<b>Old</b> deal"}
    (tmp_path / "changed.json").write_text(json.dumps(scene), encoding="utf-8")

    other = open_page()
    other.goto(app)
    there = Canvas(other).wait()
    before = there.nodes
    open_file(other, tmp_path / "changed.json")

    expect(there.root).to_have_attribute("data-nodes", str(nodes), timeout=20_000)
    assert other.url.partition("log=")[2] == at
    told = other.locator("[data-testid=stAlert]").filter(has_text="Told otherwise since")
    expect(told).to_contain_text("<b>Old</b> deal is no longer in the records")
    expect(told).to_contain_text(f"USD 1 before, {amount} now")
    expect(told).to_contain_text(f"stage “paid out” before, “{str(stage).replace('_', ' ')}” now")
    there.tool("undo")
    expect(there.root).not_to_have_attribute("data-nodes", str(nodes))
    other.get_by_role("button", name="Put this away").click()
    expect(told).to_have_count(0)
    other.go_back()
    other.go_back()
    expect(there.root).to_have_attribute("data-nodes", str(before), timeout=20_000)


def test_a_saved_scene_opens_where_its_writer_looked_and_an_older_file_shows_all(
    open_page: Callable[[], Page], app: str, tmp_path: Path
) -> None:
    page = open_page()
    page.goto(app)
    canvas = Canvas(page).wait()
    settle(page)
    turn_wheel(canvas)
    looked = view_of(canvas)
    assert looked
    seen = place(canvas, LOAN)
    scene = save(page, tmp_path / "near.json")
    assert scene["view"] == looked

    other = open_page()
    other.goto(app)
    there = Canvas(other).wait()
    settle(other)
    open_file(other, tmp_path / "near.json")
    expect(other).to_have_url(re.compile(rf"view={re.escape(looked)}(&|$)"), timeout=20_000)
    assert far(place(there, LOAN), seen) <= 2

    (tmp_path / "older.json").write_text(json.dumps({k: v for k, v in scene.items() if k != "view"}), encoding="utf-8")
    open_file(other, tmp_path / "older.json")
    expect(other).not_to_have_url(re.compile(r"view="), timeout=20_000)
    (tmp_path / "odd.json").write_text(json.dumps(scene | {"view": "1~0~<b>x</b>"}), encoding="utf-8")
    open_file(other, tmp_path / "odd.json")
    told = other.locator("[data-testid=stAlert]").filter(has_text="Not all that the scene asks for")
    expect(told).to_contain_text("“1~0~<b>x</b>” is no place to look at of this version")


def test_a_file_that_is_no_scene_is_told_as_text_and_the_picture_stays(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(app)
    canvas = Canvas(page).wait()
    nodes = canvas.nodes
    hostile = "<img src=x onerror=alert(1)>[a](javascript:alert(1))"
    (tmp_path / "bad.json").write_text(
        json.dumps({"form": hostile, "version": 1, "data_set": "x", "log": "1~~a<script>"}), encoding="utf-8"
    )
    open_file(page, tmp_path / "bad.json")
    told = page.locator("[data-testid=stAlert]").filter(has_text="cannot be opened as a scene")
    expect(told).to_contain_text("<img src=x onerror=alert(1)>")
    assert told.locator("img, a").count() == 0
    assert canvas.nodes == nodes
    (tmp_path / "cut.json").write_text('{"form": ', encoding="utf-8")
    open_file(page, tmp_path / "cut.json")
    expect(told).to_contain_text("it is not JSON")


def test_what_a_hostile_log_names_is_told_and_the_rest_opens(page: Page, app: str, tmp_path: Path) -> None:
    page.goto(app)
    canvas = Canvas(page).wait()
    scene = save(page, tmp_path / "a.json")
    scene["log"] = f"1~~h{PERU}~~adeal/<script>alert(1)</script>~~?what"
    (tmp_path / "b.json").write_text(json.dumps(scene), encoding="utf-8")
    nodes = canvas.nodes
    open_file(page, tmp_path / "b.json")
    expect(canvas.root).to_have_attribute("data-nodes", str(nodes - 1), timeout=20_000)
    told = page.locator("[data-testid=stAlert]").filter(has_text="Not all that the scene asks for")
    expect(told).to_contain_text("<script>alert(1)</script>")
    expect(told).to_contain_text("?what")
