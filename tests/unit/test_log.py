"""The log of what a reader did: what it comes to, undo and redo, and what does not fit into it."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.state.action import Action, Walk
from explorer.state.actions import (
    ACTIONS,
    BY_LETTER,
    BY_NAME,
    Add,
    Collapse,
    Expand,
    Hide,
    HideLabel,
    HideType,
    Move,
    Pin,
    ShowAgain,
    ShowLabel,
    ShowOnly,
    ShowType,
    Unpin,
    Way,
    list_actions,
)
from explorer.state.log import MOST_ENTRIES, Log, write_down
from explorer.state.scene import MOST_STEPS, Scene, fold
from tests.unit.reader_actions import ACTION, LOGS


def test_a_log_comes_to_what_was_done_in_order() -> None:
    done = (
        Add("company/glencore"), Expand("agency/exim", "FUNDS", Way.OUT), Hide("country/PE"), Hide("deal/loan"),
        ShowAgain("country/PE"), HideLabel("Event"), HideLabel("Deal"), ShowLabel("Deal"), HideType("FUNDS"),
        HideType("LEADS"), ShowType("LEADS"), Pin("agency/exim"), Pin("country/AR"), Unpin("agency/exim"),
        Move("agency/exim", 1, 2), Move("agency/exim", 3, 4), Collapse("agency/exim"),
    )  # fmt: skip
    assert fold(done) == Scene(
        steps=(Add("company/glencore"), Expand("agency/exim", "FUNDS", Way.OUT), Collapse("agency/exim")),
        hidden=("deal/loan",),
        hidden_labels=("Event",),
        hidden_types=("FUNDS",),
        pinned=("country/AR",),
        moved={"agency/exim": (3, 4)},
    )


def test_showing_all_again_takes_every_filter_away_and_leaves_pins_and_places() -> None:
    hidden = fold((Hide("a/b"), HideLabel("Deal"), HideType("FUNDS"), Pin("a/b"), Move("a/b", 1, 2)))
    assert hidden.after(ShowAgain()) == Scene(pinned=("a/b",), moved={"a/b": (1, 2)})


def test_showing_again_is_worked_out_with_the_graph_only_where_others_were_left_undrawn() -> None:
    assert fold((Hide("a/b"), ShowAgain())).steps == ()
    assert fold((ShowOnly("a/b"), ShowAgain())).steps == (ShowOnly("a/b"), ShowAgain())


def test_what_is_added_by_name_is_drawn_though_it_was_hidden() -> None:
    assert fold((Hide("a/b"), Add("a/b"))).hidden == ()


@given(LOGS)
def test_redo_does_again_what_undo_took_back(log: Log) -> None:
    if log.at:
        assert log.walk(Walk.UNDO).walk(Walk.REDO) == log
    if log.at < len(log.entries):
        assert log.walk(Walk.REDO).walk(Walk.UNDO) == log


@given(LOGS, ACTION)
def test_an_action_is_taken_back_to_the_scene_before_it(log: Log, action: Action) -> None:
    after = log.then(action)
    if after is not log:
        assert after.scene == log.scene.after(action)
        assert after.walk(Walk.UNDO).scene == log.scene
        assert after.next_redo is None


@given(LOGS)
def test_undone_to_the_beginning_a_log_comes_to_the_opening_picture_and_redone_to_the_end_to_itself(log: Log) -> None:
    beginning = log
    for _ in log.entries:
        beginning = beginning.walk(Walk.UNDO)
    assert (beginning.scene, beginning.walk(Walk.UNDO)) == (Scene(), beginning)
    end = beginning
    for _ in log.entries:
        end = end.walk(Walk.REDO)
    assert (end, end.walk(Walk.REDO)) == (log.go_to(len(log.entries)), end)


@given(LOGS, st.integers(-3, 30))
def test_any_point_can_be_gone_to_and_come_back_from(log: Log, at: int) -> None:
    there = log.go_to(at)
    assert there.scene == fold(log.entries[: max(at, 0)])
    assert there.go_to(log.at) == log


@given(LOGS)
def test_a_log_that_is_written_down_anew_is_the_same(log: Log) -> None:
    assert write_down(log.done).entries == log.done


def test_what_changes_nothing_is_not_written_down() -> None:
    log = Log().then(Hide("a/b"))
    for idle in (Hide("a/b"), ShowAgain("c/d"), ShowLabel("Deal"), ShowType("FUNDS"), Unpin("a/b")):
        assert log.then(idle) is log
    assert log.then(Move("a/b", 1, 2)).then(Move("a/b", 1, 2)).at == 2


def test_a_new_action_after_an_undo_forgets_what_was_taken_back() -> None:
    log = Log().then(Hide("a/b")).then(Hide("c/d")).walk(Walk.UNDO).then(Pin("a/b"))
    assert log.entries == (Hide("a/b"), Pin("a/b"))


def test_an_address_that_is_a_point_of_the_log_keeps_what_comes_after_it() -> None:
    log = write_down((Hide("a/b"), Hide("c/d"), Pin("a/b")))
    assert log.open(write_down((Hide("a/b"),))) == log.go_to(1)
    other = write_down((Hide("c/d"),))
    assert log.open(other) == other


def test_there_are_no_more_steps_than_a_shared_server_bears_and_no_more_entries() -> None:
    full = write_down(Add(f"deal/{n}") for n in range(10 * MOST_STEPS))
    assert (full.at, full.scene.is_full) == (MOST_STEPS, True)
    assert full.then(Add("deal/one-more")) is full
    assert full.then(Hide("deal/1")).scene.hidden == ("deal/1",)
    assert not full.walk(Walk.UNDO).scene.is_full
    hiding = write_down(Hide(f"deal/{n}") for n in range(2 * MOST_ENTRIES))
    assert hiding.at == MOST_ENTRIES
    assert hiding.then(Hide("deal/one-more")) is hiding


def test_every_action_is_declared_once_and_told_to_the_canvas() -> None:
    assert set(ACTIONS) == set(Action.__subclasses__())
    assert len(BY_NAME) == len(BY_LETTER) == len(ACTIONS)
    offered = {a["name"]: a for a in list_actions()}
    assert offered["expand"]["fields"] == ["item", "type", "way", "also"]
    menus = [a for a in offered.values() if a["on"]]
    assert all(a["title"] and a["key"] for a in menus)
    assert {a["name"] for a in menus} >= {"expand", "collapse", "hide", "only", "show", "pin"}
