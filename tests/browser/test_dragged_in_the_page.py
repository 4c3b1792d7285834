"""A node that was dragged stands in the page of the button below the tables where it stands on the screen."""

import json
import re
from pathlib import Path

from tests.browser.canvas import Canvas, download, log_of, settle

PERU = "country/PE"
NODES = re.compile(r"nodes = new vis\.DataSet\((\[.*?\])\);")


def place_in(file: Path) -> tuple[float, float]:
    found = NODES.search(file.read_text(encoding="utf-8"))
    assert found is not None
    node = next(n for n in json.loads(found[1]) if n["id"] == PERU)
    return node["x"], node["y"]


def test_where_a_node_was_dragged_is_in_the_page(canvas: Canvas, tmp_path: Path) -> None:
    page = canvas.page
    before = place_in(download(page, "Picture as one HTML file", tmp_path / "before.html"))
    canvas.root.scroll_into_view_if_needed()
    settle(page)
    x, y = canvas.place(PERU)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=6)
    page.mouse.up()
    log = re.search(PERU + r"~(-?\d+)~(-?\d+)", log_of(canvas))
    assert log is not None
    moved = float(log[1]), float(log[2])
    assert moved != before
    assert place_in(download(page, "Picture as one HTML file", tmp_path / "after.html")) == moved
