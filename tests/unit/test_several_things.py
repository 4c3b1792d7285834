"""One action done to several things: one entry, read from browser and address, less what is gone, and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import Subgraph
from explorer.state.action import Action
from explorer.state.action_values import MOST_AT_ONCE, read_action, read_values, write_values
from explorer.state.actions import (
    ACTIONS,
    BY_NAME,
    CloseBundle,
    CloseLines,
    Collapse,
    Expand,
    Hide,
    LayOut,
    Layout,
    Move,
    OpenBundle,
    OpenLines,
    Path,
    Pin,
    ShowOnly,
    Unpin,
    about,
    items_of,
)
from explorer.state.canvas_news import read_selection
from explorer.state.composed_steps import Composition
from explorer.state.log import Log, write_down
from explorer.state.log_text import read_log, write_log
from explorer.state.log_words import describe_action
from explorer.state.page_url import MOST_ALSO, read_chosen, write_url
from explorer.state.scene import Scene, fold
from tests.unit.reader_actions import ACTION, ITEMS

NAMES = {"a/1": "Alpha", "a/2": "Beta", "a/3": "Gamma", "a/4": "Delta"}


def tell(action: Action, change: int = 0) -> str:
    return describe_action(action, NAMES, built_in_model(), Composition(Subgraph(), {}, change=change))


def test_several_are_one_entry_that_one_undo_takes_back() -> None:
    log = Log().then(Hide("a/1", ("a/2", "a/3"))).then(Pin("a/4", ("a/5",)))
    assert (log.at, log.scene.hidden, log.scene.pinned) == (2, ("a/1", "a/2", "a/3"), ("a/4", "a/5"))
    assert log.go_to(1).scene.pinned == ()
    assert log.then(Unpin("a/5", ("a/4",))).scene.pinned == ()


def test_they_stand_in_the_address_after_the_other_fields() -> None:
    log = write_down((Expand("a/1", also=("a/2",)), Hide("a/1", ("a~2",)), Move.to([("a/1", 1, -2), ("a/2", 3, 4)])))
    assert write_log(log) == "1~~ea/1~%~%~a/2~~ha/1~a%7E2~~ma/1~1~-2~a/2~3~4"
    assert read_log(write_log(log)).actions == log.done


@given(ACTION)
def test_what_is_written_is_read(action: Action) -> None:
    assert read_values(type(action), write_values(action)) == action
    assert items_of(action) == () or items_of(action)[0] == getattr(action, "item", items_of(action)[0])


@pytest.mark.parametrize(
    "also", ["a/2", [""], ["x" * 2_001], [5], [None], [["a/2"]], ["a/2"] * (MOST_AT_ONCE + 1), {"a": "b"}]
)
def test_further_things_that_are_none_make_the_whole_unread(also: object) -> None:
    assert read_action(Hide, {"item": "a/1", "also": also}) is None
    assert read_action(Hide, {"item": "a/1", "also": ["a/2"]}) == Hide("a/1", ("a/2",))


@pytest.mark.parametrize("also", [["a/2"], ["a/2", "1"], ["a/2", "x", "1"], ["", "1", "2"], ["a/2", "1", "1e9"]])
def test_places_that_are_none_make_the_whole_unread(also: object) -> None:
    assert read_action(Move, {"item": "a/1", "x": 1, "y": 2, "also": also}) is None


def test_a_layout_that_is_none_is_unread() -> None:
    assert read_action(LayOut, {"kind": "circle"}) is None
    assert read_values(LayOut, ["hierarchy"]) == LayOut(Layout.HIERARCHY)


@given(ACTION, st.sets(ITEMS))
def test_of_what_is_gone_nothing_is_left_and_of_the_rest_all(action: Action, gone: set[str]) -> None:
    left = about(action, lambda item: item not in gone)
    kept = tuple(item for item in items_of(action) if item not in gone)
    if isinstance(action, Path) and kept != items_of(action):
        kept = ()  # a path between fewer is another one
    assert (items_of(left) if left else ()) == kept
    assert left is None or type(left) is type(action)


def test_a_layout_keeps_the_places_of_what_is_pinned_and_forgets_those_of_the_others() -> None:
    done = (Pin("a/1"), Move("a/1", 1, 2), Move("a/2", 3, 4), LayOut(Layout.HIERARCHY))
    scene = fold(done)
    assert (scene.moved, scene.pinned, scene.layout) == ({"a/1": (1, 2)}, ("a/1",), Layout.HIERARCHY)
    assert scene.steps == (LayOut(Layout.HIERARCHY, ("a/1",)),)
    assert scene.after(LayOut(Layout.HIERARCHY)) == scene
    assert Scene().after(LayOut(Layout.FORCE)) == Scene()
    assert write_log(write_down(done)).endswith("~~yhierarchy")


def test_lines_are_opened_and_closed_one_by_one_and_all() -> None:
    opened = fold((OpenLines("l/1"), OpenLines("l/2", ("l/3",)), CloseLines("l/2")))
    assert (opened.all_lines, opened.opened_lines) == (False, ("l/1", "l/3"))
    everything = fold((OpenLines("l/1"), OpenLines(), CloseLines("l/2")))
    assert (everything.all_lines, everything.opened_lines) == (True, ("l/2",))
    assert everything.after(OpenLines("l/2")).opened_lines == ()
    assert everything.after(CloseLines()) == Scene()


def test_a_bundle_is_what_was_said_of_it_last() -> None:
    scene = fold((OpenBundle("b/1", ("b/2",)), CloseBundle("b/1")))
    assert (scene.opened_bundles, scene.closed_bundles) == (("b/2",), ("b/1",))
    again = scene.after(OpenBundle("b/1"))
    assert (again.opened_bundles, again.closed_bundles) == (("b/2", "b/1"), ())


def test_the_history_names_two_and_counts_the_rest() -> None:
    assert tell(Hide("a/1", ("a/2",))) == "hid Alpha and Beta"
    assert tell(Hide("a/1", ("a/2", "a/3"))) == "hid Alpha, Beta and Gamma"
    assert tell(Pin("a/1", ("a/2", "a/3", "a/4"))) == "pinned Alpha, Beta and 2 more"
    assert tell(ShowOnly("a/1"), 3) == "showed only Alpha and its neighbours: 3 nodes hidden"
    assert tell(ShowOnly("a/1", ("a/2",)), 1) == "showed only Alpha and Beta: 1 node hidden"
    assert tell(Collapse("a/1", ("a/2",)), 2) == "collapsed Alpha and Beta: 2 nodes taken out"
    assert tell(LayOut(Layout.HIERARCHY)) == "laid out by who funds whom"
    assert tell(OpenLines()) == "drew the parallel relationships of all one by one"


@given(ACTION)
def test_every_action_has_words(action: Action) -> None:
    assert tell(action)


def test_what_is_selected_stands_in_the_address_the_leading_one_apart() -> None:
    address = write_url(Log(), "a/2", ("a/1", "a/2", "a~3"))
    assert address == {"node": "a/2", "also": "a/1~a%7E3"}
    assert read_chosen(address) == ("a/1", "a~3", "a/2")
    assert write_url(Log(), "a/9", ("a/1", "a/2")) == {"node": "a/9"}
    assert read_chosen({"also": "a/1"}) == ()
    many = tuple(f"a/{n}" for n in range(2 * MOST_ALSO))
    assert len(read_chosen(write_url(Log(), "a/0", many))) == MOST_ALSO + 1


@pytest.mark.parametrize("chosen", [None, "a/1", ["a/2"], ["a/1"], [5, ""], {"a/1": 1}])
def test_a_selection_of_several_has_the_leading_one_in_it(chosen: object) -> None:
    assert read_selection("a/1", chosen) == ("a/1", ())
    assert read_selection("a/1", ["a/2", "a/1", "a/2", 5]) == ("a/1", ("a/2", "a/1"))


def test_actions_of_several_are_offered_with_their_number() -> None:
    several = {a.name for a in ACTIONS if a.several}
    assert {"hide", "only", "pin", "unpin", "expand", "collapse"} <= several
    assert all("{n}" in BY_NAME[name].several for name in several)
