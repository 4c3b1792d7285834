"""Scene files: what is saved opens as it was, what has changed since is told, and a file may come from anybody."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.status import DataSetState
from explorer.canvas.file_button import read_asked
from explorer.state.actions import Expand, Hide, Way
from explorer.state.log import write_down
from explorer.state.scene_changes import compare
from explorer.state.scene_file import (
    MOST_BYTES,
    BadSceneFile,
    describe_seen,
    read_scene_file,
    write_scene_file,
)

SET = DataSetState("minerals", "Minerals", "v1", "complete", "2026-11-01")
LOG = write_down((Expand("agency/exim", "FUNDS", Way.OUT), Hide("country/PE")))
FUNDS = "agency/exim|FUNDS|deal/loan|lender"


def loan(**changed: object) -> GraphNode:
    amount = {"amount_value": 10, "amount_unit": "USD", "amount_qualifier": "up_to"}
    return GraphNode(
        "deal/loan", "Deal", {"name": "Loan", "stage": "announced", "record_hash": "a", **amount, **changed}
    )


def shown(*nodes: GraphNode, ties: bool = True) -> Subgraph:
    group = GraphNode("gathered/meeting", "Country", {"name": "3 countries"})
    bank = GraphNode("agency/exim", "Agency", {"name": "EXIM", "record_hash": "b"})
    edges = (GraphEdge(FUNDS, "FUNDS", "agency/exim", "deal/loan", {"role": "lender"}),) if ties else ()
    return Subgraph((bank, group, *nodes), edges)


def save() -> dict[str, object]:
    text = write_scene_file(SET, LOG, "deal/loan", shown(loan()), datetime(2026, 11, 27, tzinfo=UTC))
    made: dict[str, object] = json.loads(text)
    return made


def test_where_its_writer_looked_is_kept_and_a_file_without_it_opens() -> None:
    text = write_scene_file(SET, LOG, None, shown(loan()), datetime(2026, 11, 27, tzinfo=UTC), "1~850~-120~44")
    assert read_scene_file(text, "minerals").view == "1~850~-120~44"
    assert "view" not in save(), "all of the picture was in the frame"
    assert read_scene_file(json.dumps(save()), "minerals").view == ""


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ({"n": 5, "view": "1~850~-120~44"}, (5, "1~850~-120~44")),
        ({"n": 5, "view": "1~0~<script>"}, (5, "")),
        ({"n": 5, "view": ["1~850~0~0"]}, (5, "")),
        ({"n": True, "view": ""}, (0, "")),
        ({"view": "1~850~0~0"}, (0, "")),
        ("5", (0, "")),
        (None, (0, "")),
    ],
)
def test_a_click_that_saves_is_taken_by_its_form_alone(told: object, read: tuple[int, str]) -> None:
    assert read_asked(told) == read


def read(changed: dict[str, object]) -> object:
    return read_scene_file(json.dumps({**save(), **changed}), "minerals")


def test_what_is_saved_opens_as_it_was() -> None:
    scene = read_scene_file(json.dumps(save()), "minerals")
    assert scene.tell_log().actions == LOG.done
    assert scene.selected == "deal/loan"
    assert scene.records == "v1"
    assert set(scene.seen) == {"agency/exim", "deal/loan", FUNDS}, "a group that only the picture has is no record"
    assert scene.seen["deal/loan"].amount == "up to USD 10"


def test_a_file_holds_ids_and_what_is_compared_and_no_words_of_records() -> None:
    told = GraphNode("deal/loan", "Deal", {"name": "Loan", "paraphrase": "the words", "record_hash": "a"})
    text = write_scene_file(SET, LOG, None, Subgraph((told,)), datetime(2026, 11, 27, tzinfo=UTC))
    assert "the words" not in text and '"deal/loan"' in text


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (shown(loan()), []),
        (shown(loan(stage="signed", record_hash="c")), ["Loan: stage “announced” before, “signed” now"]),
        (shown(loan(amount_value=20)), ["Loan: up to USD 10 before, up to USD 20 now"]),
        (
            shown(loan(amount_value=None, amount_unit=None, amount_qualifier=None)),
            ["Loan: up to USD 10 before, no figure now"],
        ),
        (shown(loan(disputes=["dispute/new"])), ["Loan: a new disagreement, dispute/new"]),
        (shown(loan(record_hash="z")), ["Loan is told otherwise: its words, its evidence or another property"]),
        (shown(loan(), ties=False), ["EXIM – funds – Loan is no longer in the records"]),
        (shown(ties=False), ["Loan is no longer in the records"]),
    ],
)
def test_what_has_changed_since_is_told_in_words(now: Subgraph, words: list[str]) -> None:
    changes = compare(describe_seen(shown(loan())), describe_seen(now), built_in_model())
    assert [change.words for change in changes] == words


def test_a_tie_between_two_that_were_there_is_told_as_new() -> None:
    changes = compare(describe_seen(shown(loan(), ties=False)), describe_seen(shown(loan())), built_in_model())
    assert [change.words for change in changes] == ["EXIM – funds – Loan is new"]


@pytest.mark.parametrize(
    ("given_file", "says"),
    [
        ("{", "not JSON"),
        ("[]", "the whole"),
        ("[" * 100_000, "nested too deeply"),
        ('{"form": "lodegraph-scene", "version": ' + "9" * 5_000 + "}", "too long"),
        (" " * (MOST_BYTES + 1), "characters"),
        (json.dumps({"form": "x", "version": 1, "data_set": "minerals"}), "lodegraph-scene"),
        (json.dumps({"form": "lodegraph-scene", "version": 2, "data_set": "minerals"}), "version 2"),
        (json.dumps({"form": "lodegraph-scene", "version": True, "data_set": "minerals"}), "version"),
        (json.dumps({"form": "lodegraph-scene", "version": 1, "data_set": "others"}), "others"),
        (json.dumps({"form": "lodegraph-scene", "version": 1, "data_set": "x" * 9_999}), "data_set"),
        (json.dumps({"form": "lodegraph-scene", "version": 1}), "data_set"),
    ],
)  # fmt: skip
def test_what_is_no_scene_for_this_page_is_refused_with_what_is_wrong(given_file: str, says: str) -> None:
    with pytest.raises(BadSceneFile, match=says) as refused:
        read_scene_file(given_file, "minerals")
    assert len(str(refused.value)) < 400


def test_seen_things_that_do_not_fit_are_refused_by_their_place() -> None:
    with pytest.raises(BadSceneFile, match=r"seen\.deal/a\.disputes"):
        read({"seen": {"deal/a": {"disputes": "dispute/x"}}})


@given(
    st.text(max_size=200)
    | st.recursive(st.none() | st.booleans() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)).map(
        json.dumps
    )
)
def test_any_file_is_read_or_refused(given_file: str) -> None:
    try:
        read_scene_file(given_file, "minerals")
    except BadSceneFile as refused:
        assert str(refused)
