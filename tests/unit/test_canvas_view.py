"""The reader's state as it comes back from the browser, which may send anything."""

import json

import pytest

from explorer.canvas.component import Expand, read_expand
from explorer.state.canvas_view import CanvasView, read_canvas_view

VIEW = CanvasView(
    selected="deal/loan",
    hidden=("country/PE",),
    hidden_labels=("Event",),
    hidden_types=("ATTENDS",),
    pinned=("agency/exim",),
    moved={"agency/exim": (1.5, -2.0)},
)


def test_a_view_survives_the_way_to_the_browser_and_back() -> None:
    assert read_canvas_view(json.loads(json.dumps(VIEW.payload(7)))) == (7, VIEW)


@pytest.mark.parametrize("state", [None, "x", 3, [], {}, {"n": "x", "selected": 4, "hidden": "abc", "moved": [1]}])
def test_what_does_not_fit_is_left_out(state: object) -> None:
    assert read_canvas_view(state) == (0, CanvasView())


def test_positions_that_are_no_positions_are_left_out() -> None:
    moved = {"a": [1, 2], "b": [1], "c": ["x", 2], "d": [float("nan"), 0], "e": None}

    assert read_canvas_view({"n": 1, "moved": moved})[1].moved == {"a": (1.0, 2.0)}


def test_a_double_click_carries_its_node_and_number() -> None:
    assert read_expand({"node": "deal/loan", "n": 12}) == Expand("deal/loan", 12)
    assert read_expand({"node": 5, "n": 12}) is None
    assert read_expand(None) is None
