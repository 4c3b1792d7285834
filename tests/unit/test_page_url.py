"""The address of the network page: it can be shared, edited by hand, mangled, and still opens; old ones as ever."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.state.action import Action
from explorer.state.actions import (
    Add,
    Expand,
    Hide,
    HideLabel,
    HideType,
    Move,
    Pin,
    ShowOnly,
    Way,
)
from explorer.state.log import MOST_ENTRIES, Log, write_down
from explorer.state.log_text import read_log, write_log
from explorer.state.page_url import (
    KEYS,
    LONGEST,
    MOST,
    bound_url,
    cut_lists,
    is_cut,
    read_length,
    read_log_of,
    read_selected,
    unread_parts,
    write_url,
)
from explorer.state.scene import MOST_STEPS, Scene
from explorer.state.viewport import without_viewport
from tests.unit.reader_actions import ITEMS, LOGS

PIECES = st.sampled_from(
    ["expand:", "a/b", ",", "@", ":", "-", "9" * 400, "nan", "1e9", "1~~", "~~", "~", "h", "m", "%"]
)
MANGLED = st.text() | st.lists(PIECES).map("".join)


@given(LOGS, st.none() | ITEMS)
def test_an_address_opens_the_log_that_it_was_copied_from(log: Log, selected: str | None) -> None:
    copied = urlencode(write_url(log, selected))
    opened = dict(parse_qsl(copied, strict_parsing=bool(copied)))
    assert read_log_of(opened).done == log.done
    assert read_log_of(opened).scene == log.scene
    assert read_selected(opened) == selected
    assert list(unread_parts(opened)) == []


@given(st.dictionaries(st.sampled_from([*KEYS, "query", "cypher"]), MANGLED))
def test_a_mangled_address_opens_and_what_it_opens_has_an_address(address: dict[str, str]) -> None:
    log = read_log_of(address)
    list(unread_parts(address))
    assert read_log_of(write_url(log, None)) == log


@given(
    st.lists(st.builds(Hide, ITEMS), max_size=60),
    st.none() | ITEMS,
    st.lists(ITEMS, max_size=70, unique=True),
    st.integers(1, 80),
)
@example([], "a/b", [f"{i}/{'%' * 60}" for i in range(60)], 1)
@example([Hide(f"a/{i}") for i in range(60)], "a/b", [f"{i}/{'%' * 15}" for i in range(60)], 25)
def test_an_address_is_never_too_long_and_one_that_is_cut_says_of_how_much(
    hidden: list[Hide], selected: str | None, chosen: list[str], longer: int
) -> None:
    log = write_down(Hide(action.item * longer) for action in hidden)
    address = bound_url(log, selected, [*chosen, *([selected] if selected else [])])
    assert is_cut(address) == is_cut(bound_url(log, selected)), "what is selected besides costs no action"
    assert len(urlencode(address)) <= LONGEST
    held = read_log_of(address).done
    assert held == log.done[: len(held)]
    assert is_cut(address) == (len(held) < log.at)
    if is_cut(address):
        assert read_length(address) == log.at
        one_more = write_url(log.go_to(len(held) + 1), None)
        assert len(urlencode(one_more)) > LONGEST // 2 - 10, "more of it would have fitted"
    elif "also" not in address:
        assert address == write_url(log, address.get("node"))
    assert list(unread_parts(address)) == []


def test_a_log_that_was_cut_is_taken_up_where_the_session_has_the_rest() -> None:
    log = write_down(Hide(f"a/{i}") for i in range(9))
    first = log.go_to(4)
    assert log.open(Log(first.done, 4)).reach(7) == (log.go_to(7), True)
    assert Log(first.done, 4).reach(7) == (Log(first.done, 4), False)
    assert log.reach(2) == (log, True), "a mangled number takes nothing back"


@pytest.mark.parametrize("bad", [{"of": "x"}, {"of": "-1"}, {"view": "1~0~0~0"}, {"view": "2~1~1~1"}, {"view": ""}])
def test_what_an_address_says_of_its_length_and_place_is_told_where_it_cannot_be_read(bad: dict[str, str]) -> None:
    assert [part for _, part in unread_parts(bad)] == list(bad.values())
    assert list(unread_parts({"of": "12", "view": "1~850~-120~44"})) == []
    assert without_viewport(bad) == bad
    assert without_viewport({"node": "a/b", "view": "1~850~-120~44"}) == {"node": "a/b"}


def test_the_opening_picture_has_an_empty_address() -> None:
    assert write_url(Log(), None) == {}
    assert (read_log_of({}), read_selected({})) == (Log(), None)


def test_what_was_taken_back_is_not_in_the_address() -> None:
    log = write_down((Hide("a/b"), Hide("c/d"))).go_to(1)
    assert write_url(log, None) == {"log": "1~~ha/b"}


def test_an_address_is_short_and_can_be_read() -> None:
    done = (
        Expand("agency/exim", "FUNDS", Way.OUT),
        Hide("country/PE"),
        ShowOnly("agency/exim"),
        Move("country/CD", 12, -8),
    )
    assert write_url(write_down(done), "company/glencore") == {
        "node": "company/glencore",
        "log": "1~~eagency/exim~FUNDS~out~~hcountry/PE~~oagency/exim~~mcountry/CD~12~-8",
    }


def test_an_empty_field_before_another_does_not_end_the_action() -> None:
    log = write_down((Expand("a/b", "", Way.IN),))
    assert write_log(log) == "1~~ea/b~%~in"
    assert read_log("1~~ea/b~%~in").actions == log.done


@pytest.mark.parametrize(
    ("address", "done"),
    [
        (
            {"steps": "add:company/glencore,expand:company/glencore", "node": "company/glencore"},
            (Add("company/glencore"), Expand("company/glencore")),
        ),
        ({"hide": "country/PE,a/b|FUNDS|c/d|funder"}, (Hide("country/PE"), Hide("a/b|FUNDS|c/d|funder"))),
        ({"no": "Person,Deal", "without": "FUNDS"}, (HideLabel("Person"), HideLabel("Deal"), HideType("FUNDS"))),
        ({"pin": "agency/exim", "at": "country/CD@12@-8"}, (Pin("agency/exim"), Move("country/CD", 12, -8))),
        ({"steps": "expand:gathered/participants"}, (Expand("gathered/participants"),)),
    ],
)
def test_an_address_of_an_earlier_version_opens_as_ever(address: dict[str, str], done: tuple[Action, ...]) -> None:
    log = read_log_of(address)
    assert log.done == done
    assert read_log_of(write_url(log, None)) == log


def test_unknown_steps_and_points_of_an_old_address_are_passed_over_told_and_the_others_kept() -> None:
    address = {"steps": "run:MATCH (n) DELETE n,add:,expand:a/b,drop", "at": "a/b@1,c/d@1@x,e/f@1@2@3,@1@2,g/h@3@4"}
    assert read_log_of(address).done == (Expand("a/b"), Move("g/h", 3, 4))
    assert [part for _, part in unread_parts(address)] == [
        "run:MATCH (n) DELETE n", "add:", "drop", "a/b@1", "c/d@1@x", "e/f@1@2@3", "@1@2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "part",
    [
        "",
        "h",
        "xa/b",
        "lDeal~more",
        "ma/b~1",
        "ma/b~1~x",
        "ma/b~nan~1",
        "ma/b~1~1e9",
        "ea/b~FUNDS~up",
    ],
)
def test_what_is_no_action_is_left_out_told_and_the_others_kept(part: str) -> None:
    read = read_log(f"1~~ha/b~~{part}~~pc/d")
    assert (read.actions, read.unread) == ((Hide("a/b"), Pin("c/d")), (part,))


def test_a_log_of_another_version_is_not_guessed_at() -> None:
    assert read_log("2~~ha/b").actions == ()
    assert list(unread_parts({"log": "2~~ha/b"})) == [("action of a log of this version", "2~~ha/b")]


def test_an_endless_address_is_cut_and_says_so() -> None:
    old = {"hide": ",".join(f"a/{n}" for n in range(5 * MOST))}
    assert len(read_log_of(old).scene.hidden) == MOST
    assert list(cut_lists(old)) == [("hide", MOST)]
    new = {"log": "~~".join(("1", *(f"ha/{n}" for n in range(3 * MOST_ENTRIES))))}
    assert len(read_log_of(new).scene.hidden) == MOST_ENTRIES
    assert list(cut_lists(new)) == [("log", MOST_ENTRIES)]
    assert list(cut_lists({"log": "1~~ha/b", "no": "Deal"})) == []


def test_an_address_asks_for_no_more_steps_than_a_reader_can_take() -> None:
    asked = read_log_of({"steps": ",".join(f"add:deal/{n}" for n in range(MOST))})
    assert asked.scene.is_full
    assert asked.scene.steps == tuple(Add(f"deal/{n}") for n in range(MOST_STEPS))


def test_nothing_selected_and_nothing_done_is_the_opening_scene() -> None:
    assert read_log_of({"log": "", "steps": ","}).scene == Scene()
