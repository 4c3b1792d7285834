"""What the reader did, as it comes from the browser, which may send anything, twice, late, or of another session."""

import json

import pytest

from explorer.canvas.address_bar import Walked, read_walked
from explorer.state.action import Action, Walk
from explorer.state.actions import (
    Expand,
    Hide,
    Move,
    Pin,
    ShowAgain,
    Way,
)
from explorer.state.canvas_news import CanvasNews, describe_view, read_canvas_news
from explorer.state.scene import BUNDLED_FROM, fold

SCENE = fold((Hide("country/PE"), Pin("agency/exim"), Move("agency/exim", 1, -2)))


def message(*asked: object, n: object = 9, selected: object = "deal/loan", epoch: str = "here") -> object:
    return json.loads(json.dumps({"epoch": epoch, "n": n, "selected": selected, "asked": list(asked)}))


def test_a_view_tells_the_canvas_what_is_drawn_and_how_far_it_was_heard() -> None:
    view = describe_view(SCENE, frozenset({"deal/b", "country/PE", "deal/a"}), "deal/loan", epoch="here", number=7)
    assert view == {
        "epoch": "here", "n": 7, "selected": "deal/loan", "hidden": ["country/PE", "deal/a", "deal/b"],
        "hidden_labels": [], "hidden_types": [], "pinned": ["agency/exim"], "moved": {"agency/exim": [1, -2]},
        "chosen": [], "all_lines": False, "opened_lines": [], "opened_bundles": [], "closed_bundles": [],
        "bundled_from": BUNDLED_FROM, "loose": [], "spread": [],
    }  # fmt: skip


def test_what_was_done_since_is_read_in_order_and_what_was_heard_is_not_done_twice() -> None:
    state = message(
        [7, "hide", {"item": "country/PE"}],
        [8, "expand", {"item": "agency/exim", "type": "FUNDS", "way": "out"}],
        [9, "undo", {}],
    )
    assert read_canvas_news(state, "here", 7) == CanvasNews(
        9, "deal/loan", (), (Expand("agency/exim", "FUNDS", Way.OUT), Walk.UNDO), is_new=True
    )
    assert read_canvas_news(state, "here", 9) == CanvasNews(9)


def test_what_another_session_did_is_not_done_in_this_one() -> None:
    state = message([9, "undo", {}], epoch="elsewhere")
    assert read_canvas_news(state, "here", 0) == CanvasNews(0)


@pytest.mark.parametrize("state", [None, "x", 3, [], {}, message(n="9"), message(n=True), message(n=None)])
def test_what_is_no_message_says_nothing(state: object) -> None:
    assert read_canvas_news(state, "here", 0) == CanvasNews(0)


@pytest.mark.parametrize(
    "one",
    [
        "hide",
        [9, "hide"],
        ["9", "hide", {"item": "a/b"}],
        [9, "drop", {"item": "a/b"}],
        [9, 5, {}],
        [9, "hide", ["a/b"]],
        [9, "hide", {}],
        [9, "hide", {"item": 5}],
        [9, "hide", {"item": ""}],
        [9, "hide", {"item": "x" * 2_001}],
        [9, "hide", {"item": "a/b", "query": "MATCH (n) DELETE n"}],
        [9, "move", {"item": "a/b", "x": 1}],
        [9, "move", {"item": "a/b", "x": True, "y": 1}],
        [9, "move", {"item": "a/b", "x": 1e300, "y": 1}],
        [9, "move", {"item": "a/b", "x": None, "y": 1}],
        [9, "expand", {"item": "a/b", "way": "up"}],
    ],
)
def test_what_does_not_fit_is_left_out_and_counted_and_the_rest_is_done(one: object) -> None:
    news = read_canvas_news(message(one, [9, "show", {}]), "here", 0)
    assert (news.asked, news.unread) == ((ShowAgain(),), 1)


@pytest.mark.parametrize(("given", "stored"), [(1.5, 2), (-2.4, -2), (7, 7)])
def test_a_place_is_kept_to_within_a_pixel(given: float, stored: int) -> None:
    asked: Action | Walk = read_canvas_news(message([9, "move", {"item": "a/b", "x": given, "y": 0}]), "here", 0).asked[
        0
    ]
    assert asked == Move("a/b", stored, 0)


@pytest.mark.parametrize("selected", [5, "", "x" * 2_001, ["a/b"]])
def test_a_selection_that_is_none_is_none(selected: object) -> None:
    assert read_canvas_news(message(selected=selected), "here", 0).selected is None


def test_a_walk_of_the_browser_carries_its_address_and_number() -> None:
    assert read_walked({"n": 12, "query": "?node=a%2Fb&log=1~~ha%2Fb"}) == Walked(12, {"node": "a/b", "log": "1~~ha/b"})
    for wrong in (None, "x", {"n": "12", "query": ""}, {"n": 12}, {"n": True, "query": ""}, {"query": "?"}):
        assert read_walked(wrong) is None
