"""A page's address: what one reader sees another sees too, and a mangled address still opens."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.state.canvas_view import CanvasView
from explorer.state.page_url import MOST, read_scene, read_view, write_url
from explorer.state.scene import MOST_STEPS, Scene, Step, StepKind

NODES = st.from_regex(r"[a-z_]{1,8}/[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
EDGES = st.builds("{}|{}|{}|{}".format, NODES, st.sampled_from(["FUNDS", "PART_OF"]), NODES, st.just("part"))
WORDS = st.lists(st.sampled_from(["Country", "Deal", "FUNDS", "PART_OF"]), unique=True).map(tuple)
SOME = st.lists(NODES | EDGES, unique=True, max_size=4).map(tuple)
PLACES = st.integers(-9999, 9999).map(float)
SCENES = st.lists(st.builds(Step, st.sampled_from(StepKind), NODES), max_size=5).map(lambda s: Scene(tuple(s)))
VIEWS = st.builds(
    CanvasView,
    selected=st.none() | NODES | EDGES,
    hidden=SOME,
    hidden_labels=WORDS,
    hidden_types=WORDS,
    pinned=SOME,
    moved=st.dictionaries(NODES, st.tuples(PLACES, PLACES), max_size=4),
)
NAMES = ["steps", "node", "hide", "no", "without", "pin", "at", "query", "cypher"]
PIECES = st.sampled_from(["expand:", "a/b", ",", "@", ":", "-", "9" * 400, "nan", "1e9"])
MANGLED = st.text() | st.lists(PIECES).map("".join)


@given(SCENES, VIEWS)
def test_an_address_opens_the_view_that_it_was_copied_from(scene: Scene, view: CanvasView) -> None:
    copied = urlencode(write_url(scene, view))
    opened = dict(parse_qsl(copied, strict_parsing=bool(copied)))
    assert read_scene(opened) == scene
    assert read_view(opened) == view
    assert read_view(opened).moved == view.moved


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_a_dragged_node_is_put_back_to_within_a_point(x: float, y: float) -> None:
    address = write_url(Scene(), CanvasView(moved={"country/CD": (x, y)}))
    found = read_view(address).moved["country/CD"]
    assert found == pytest.approx((x, y), abs=0.51)


@given(st.dictionaries(st.sampled_from(NAMES), MANGLED))
def test_a_mangled_address_opens_and_what_it_opens_has_an_address(address: dict[str, str]) -> None:
    scene, view = read_scene(address), read_view(address)
    assert all(isinstance(step.kind, StepKind) and step.node for step in scene.steps)
    assert set(write_url(scene, view)) <= set(NAMES)


def test_the_opening_picture_has_an_empty_address() -> None:
    assert write_url(Scene(), CanvasView()) == {}
    assert (read_scene({}), read_view({})) == (Scene(), CanvasView())


def test_an_address_reads_as_people_would_write_it() -> None:
    scene = Scene().then(StepKind.ADD, "company/glencore").then(StepKind.EXPAND, "company/glencore")
    view = CanvasView(selected="company/glencore", hidden_labels=("Person",), moved={"country/CD": (12.4, -7.6)})
    assert write_url(scene, view) == {
        "node": "company/glencore",
        "steps": "add:company/glencore,expand:company/glencore",
        "at": "country/CD@12@-8",
        "no": "Person",
    }


def test_unknown_steps_and_points_are_passed_over_and_the_others_kept() -> None:
    address = {"steps": "run:MATCH (n) DELETE n,add:,expand:a/b,drop", "at": "a/b@1,c/d@1@x,e/f@1@2@3,@1@2,g/h@3@4"}
    assert read_scene(address) == Scene((Step(StepKind.EXPAND, "a/b"),))
    assert read_view(address).moved == {"g/h": (3.0, 4.0)}


def test_an_endless_address_is_cut() -> None:
    assert len(read_view({"hide": "a/b," * 5 * MOST}).hidden) == MOST


def test_a_step_that_was_taken_already_changes_nothing_and_back_takes_the_last_one_away() -> None:
    scene = Scene().then(StepKind.EXPAND, "a/b").then(StepKind.ADD, "c/d")
    assert scene.then(StepKind.EXPAND, "a/b") == scene
    assert scene.back() == Scene().then(StepKind.EXPAND, "a/b")
    assert Scene().back() == Scene()


def test_an_address_asks_for_no_more_steps_than_a_reader_can_take() -> None:
    asked = read_scene({"steps": ",".join(f"add:deal/{n}" for n in range(10 * MOST_STEPS))})
    assert asked.is_full
    assert [step.node for step in asked.steps] == [f"deal/{n}" for n in range(MOST_STEPS)]
    assert asked.then(StepKind.ADD, "deal/one-more") == asked
    assert not asked.back().is_full
