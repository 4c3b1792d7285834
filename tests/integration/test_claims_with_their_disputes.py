"""A claim is tied to the disputes that rest on its passages, both ways; claims come into a picture when asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.disagreements import read_dispute
from cypher.disagreements.on_items import read_disputes_of_claims, read_disputes_on
from cypher.model import built_in_model
from cypher.network import among
from explorer.state.actions import Add, Collapse, Expand, HideClaims, ShowClaims
from explorer.state.composition import compose
from explorer.state.exploring import IDLE, follow
from explorer.state.log import Log, write_down
from explorer.state.log_words import describe_log
from ledger.disputes import Weight
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.test_disagreements import DEALS, FUNDER, SIZE, SMALL
from tests.integration.test_scene_actions import ids, look_at
from tests.unit.small_records import folder_of

MODEL = built_in_model()
CLAIMS = """\
- id: deal/claimed
  name: Claimed
  instrument: loan
  stage: approved
  whose_money: us_government
  says: Lent.
  evidence: [paper:1]
  claims:
    - {key: for-tin, topic: purpose, says: It is for tin., by: [agency/bank], evidence: [paper:1]}
    - {key: quiet, topic: description, says: It was quiet., evidence: [paper:2.10]}
"""
DISPUTE = """\
    id: dispute/claimed
    question: Is it lent?
    kind: doubtful_reading
    weight: decides
    concerns: [deal/claimed]
    readings: [{key: "yes", says: It is., rank: preferred, reason: Stated., evidence: [paper:1]}]
"""
FOR_TIN, QUIET = "claim/deal/claimed/for-tin", "claim/deal/claimed/quiet"
OF_IT = {FOR_TIN, QUIET, "dispute/claimed", "claim/dispute/claimed/yes"}


@pytest.fixture(scope="module")
def small(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    folder = folder_of(
        Path(tmp_path_factory.mktemp("claims")), DEALS + CLAIMS,
        disputes__size=SIZE, disputes__funder=FUNDER, disputes__claimed=DISPUTE,
    )  # fmt: skip
    with opened(engine) as graph:
        load(graph, folder)
        yield graph
    wipe(engine)


def test_a_claim_names_the_disputes_that_share_a_passage_with_it_and_no_other_claim_does(small: Graph) -> None:
    found = read_disputes_of_claims(small, "deal/claimed", SMALL, MODEL)
    assert {claim: [(d.id, d.weight) for d in disputes] for claim, disputes in found.items()} == {
        FOR_TIN: [("dispute/claimed", Weight.DECIDES)]
    }
    assert read_disputes_of_claims(small, "deal/loan", SMALL, MODEL) == {}


def test_a_dispute_names_the_claims_that_rest_on_its_passages(small: Graph) -> None:
    found = read_dispute(small, "dispute/claimed", SMALL, MODEL)
    assert found is not None
    assert [(c.id, c.says, c.name) for c in found.claims] == [(FOR_TIN, "It is for tin.", "Claimed")]
    other = read_dispute(small, "dispute/size", SMALL, MODEL)
    assert other is not None
    assert other.claims == ()


def test_disputes_are_told_of_what_they_are_about_itself(small: Graph) -> None:
    shown = among(small, ["deal/loan", "deal/mine", "agency/bank"], SMALL, MODEL)
    found = read_disputes_on(small, shown, SMALL)
    assert {item: [d.id for d in disputes] for item, disputes in found.items()} == {
        "deal/loan": ["dispute/size"],
        "agency/bank|FUNDS|deal/mine|funder": ["dispute/funder"],
    }


def test_claims_and_readings_come_in_when_asked_for_and_nobody_moves(small: Graph) -> None:
    here = look_at(small, SMALL)
    begin = write_down([Add("deal/claimed"), Add("agency/bank")])
    before = compose(here, begin.scene)
    followed = follow(here, begin, [ShowClaims("deal/claimed")])
    shown = compose(here, followed.log.scene)
    assert ids(shown) - ids(before) == OF_IT
    assert shown.most == before.most
    assert {e.type for e in shown.subgraph.edges} >= {"ABOUT", "READING_OF", "CONCERNS"}
    assert all(shown.positions[node] == place for node, place in before.positions.items())
    assert describe_log(here, followed.log)[-1] == "showed claims and readings of Claimed: 4 nodes"
    assert ids(compose(here, followed.log.go_to(begin.at).scene)) == ids(before)


def test_they_stay_tied_through_other_steps_and_go_out_again(small: Graph) -> None:
    here = look_at(small, SMALL)
    log = write_down([Add("deal/claimed"), ShowClaims("deal/claimed"), Expand("agency/bank"), Collapse("agency/bank")])
    shown = compose(here, log.scene)
    assert ids(shown) >= OF_IT
    assert any(e.type == "ABOUT" for e in shown.subgraph.edges)
    without = compose(here, log.then(HideClaims("deal/claimed")).scene)
    assert not ids(without) & OF_IT
    assert not ids(compose(here, log.then(HideClaims()).scene)) & OF_IT


def test_where_there_are_none_that_is_told_and_not_logged(small: Graph) -> None:
    here = look_at(small, SMALL)
    log = write_down([Add("deal/far")])
    followed = follow(here, log, [ShowClaims("deal/far"), HideClaims("deal/far")])
    assert followed.log == log
    assert followed.told == (IDLE[ShowClaims], IDLE[HideClaims])
    assert isinstance(followed.log, Log)
