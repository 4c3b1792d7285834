"""How a picture is drawn is part of the log: in the address, in words, and taken back like all else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import Subgraph
from explorer.render.picture_style import CHOICES, Aspect, Marked, Style
from explorer.state.action import Action
from explorer.state.action_values import read_action, read_values
from explorer.state.actions import (
    HideClaims,
    MarkDisputes,
    Restyle,
    ShowClaims,
)
from explorer.state.claims_as_nodes import list_claimed
from explorer.state.composed_steps import Composition
from explorer.state.log import Log, write_down
from explorer.state.log_text import read_log, write_log
from explorer.state.log_words import describe_action
from explorer.state.scene import fold

ASPECTS_AND_CHOICES = [(a, c) for a in Aspect for c in CHOICES[a]] + [
    (Aspect.SIZE, "money:committed:USD"), (Aspect.WIDTH, "money:letter_issued:EUR"),
]  # fmt: skip
STYLING = st.one_of(
    st.sampled_from(ASPECTS_AND_CHOICES).map(lambda pair: Restyle(*pair)), st.sampled_from(Marked).map(MarkDisputes)
)


@given(st.lists(STYLING, max_size=12))
def test_any_drawing_is_told_by_its_address_and_taken_back_to_the_first(actions: list[Action]) -> None:
    log = write_down(actions)
    read = write_down(read_log(write_log(log)).actions)
    assert read.scene.style == log.scene.style
    assert log.go_to(0).scene.style == Style()
    assert fold(log.go_to(log.at).done) == log.scene


def test_what_is_chosen_already_is_no_entry_and_nothing_else_of_the_scene_changes() -> None:
    log = Log().then(MarkDisputes(Marked.DECIDES)).then(Restyle("colour", "kind"))
    assert log.entries == ()
    styled = log.then(Restyle("colour", "stage"))
    assert styled.scene.steps == ()
    assert styled.next_undo == Restyle("colour", "stage")


def test_the_address_is_short() -> None:
    log = write_down(
        [Restyle("size", "money:committed:USD"), MarkDisputes(Marked.ALL), ShowClaims("deal/x"), HideClaims()]
    )
    assert write_log(log) == "1~~rsize~money:committed:USD~~uall~~vdeal/x~~V"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Restyle, {"aspect": "size", "choice": "<script>"}),
        (Restyle, {"aspect": "nothing", "choice": "kind"}),
        (Restyle, {"aspect": "colour", "choice": "money:committed:USD"}),
        (Restyle, {"aspect": "size"}),
        (MarkDisputes, {"which": "some"}),
        (ShowClaims, {"item": ""}),
    ],
)
def test_a_strange_choice_is_none(kind: type[Action], values: dict[str, object]) -> None:
    assert read_action(kind, values) is None
    assert read_values(kind, [str(value) for value in values.values()]) is None


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Restyle("size", "money:committed:USD"), "drew: size of nodes by USD, committed"),
        (Restyle("sides", "drawn"), "drew: other readings of disputed lines drawn"),
        (MarkDisputes(Marked.WEIGHTY), "marked of the disagreements: those that decide or matter"),
        (HideClaims(), "took claims and readings of all out: 2 nodes"),
    ],
)
def test_the_history_says_it_in_words(action: Action, told: str) -> None:
    composed = Composition(Subgraph(), {}, change=2)
    assert describe_action(action, {}, built_in_model(), composed) == told


def test_whose_claims_are_shown_follows_from_the_steps() -> None:
    steps = (ShowClaims("deal/a"), ShowClaims("deal/b"), HideClaims("deal/a"))
    assert list_claimed(steps) == ("deal/b",)
    assert list_claimed((*steps, HideClaims())) == ()
