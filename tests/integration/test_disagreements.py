"""Disagreements as they are asked for on a graph: what touches what, and the sums under a reading."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cypher.connection import Graph
from cypher.disagreements import (
    DisputeFilter,
    find_strange,
    pick_disputes,
    read_dispute,
    read_list,
)
from cypher.disagreements.words import describe_outcome
from cypher.model import built_in_model
from ledger.disputes import Disagreement, Weight
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.test_commands import lodegraph
from tests.unit.small_records import deal, folder_of

MODEL = built_in_model()
SMALL = "test-set"
COVERS_TIN, BANK = "{type: COVERS, to: mineral/tin}", "{type: FUNDS, from: agency/bank}"
DEALS = deal("loan", "up to USD 10", f"{BANK}, {COVERS_TIN}") + deal("mine", "USD 3", BANK) + deal("far", "USD 7")
READINGS = """\
    readings:
      - {key: up-to, says: Up to ten., rank: preferred, reason: Closest., evidence: [paper:1], by: [source/desk]}
      - key: flat
        says: Exactly ten, tonnes of it.
        rank: normal
        reason: Shorter.
        evidence: [paper:2.10]
        changes: [{set: deal/loan, to: {amount: USD 10}}]
"""
SIZE = f"""\
    id: dispute/size
    question: Is the loan ten or up to that?
    kind: qualifier
    weight: decides
    would_change: The sum of approved loans.
    concerns: [deal/loan]
{READINGS}"""
FUNDER = """\
    id: dispute/funder
    question: Does the bank fund the mine?
    kind: doubtful_reading
    weight: matters
    concerns: [agency/bank|FUNDS|deal/mine|funder]
    readings: [{key: "yes", says: It does., rank: preferred, reason: Stated., evidence: [paper:1]}]
"""
ATTENDED = """\
    id: dispute/attended
    question: Who came?
    kind: list
    concerns: [country/AA]
    readings:
      - {key: all, says: All., rank: preferred, reason: Stated., evidence: [paper:1]}
      - {key: some, says: Some., rank: normal, reason: Shorter., evidence: [paper:1]}
"""


@pytest.fixture(scope="module")
def small(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    folder = folder_of(
        Path(tmp_path_factory.mktemp("small")), DEALS,
        disputes__size=SIZE, disputes__funder=FUNDER, disputes__attended=ATTENDED,
    )  # fmt: skip
    with opened(engine) as graph:
        load(graph, folder)
        yield graph
    wipe(engine)


def pick(graph: Graph, **asked: Any) -> list[str]:
    return [d.id.partition("/")[2] for d in pick_disputes(read_list(graph, SMALL, MODEL), DisputeFilter(**asked))]


def test_what_decides_comes_first_and_what_nobody_weighed_last(small: Graph) -> None:
    listed = read_list(small, SMALL, MODEL)
    assert [(d.id, d.weight) for d in listed] == [
        ("dispute/size", Weight.DECIDES), ("dispute/funder", Weight.MATTERS), ("dispute/attended", None),
    ]  # fmt: skip
    assert [d.disagreement for d in listed] == [
        Disagreement.SOURCE_AT_ODDS, Disagreement.DOUBTFUL_READING, Disagreement.DOUBTFUL_READING,
    ]  # fmt: skip
    assert listed[0].sources == (("source/paper", "The Paper"),)
    assert listed[0].origins == ("source/desk",)
    assert listed[0].would_change == "The sum of approved loans."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"about": "deal/loan"}, ["size"]),
        ({"about": "deal/mine"}, ["funder"]),
        ({"about": "agency/bank"}, ["funder"]),
        ({"about": "deal/far"}, []),
        ({"mineral": "mineral/tin"}, ["size"]),
        ({"agency": "agency/bank"}, ["size", "funder"]),
        ({"source": "source/paper"}, ["size", "funder", "attended"]),
        ({"weights": ("matters", "not_weighed")}, ["funder", "attended"]),
        ({"kind": "doubtful_reading"}, ["funder"]),
        ({"words": "TONNES exactly"}, ["size"]),
        ({"agency": "agency/bank", "kind": "qualifier"}, ["size"]),
    ],
)
def test_disputes_are_found_by_what_they_touch_themselves_by_a_relationship_or_by_a_deal(
    small: Graph, asked: Mapping[str, Any], found: list[str]
) -> None:
    assert pick(small, **asked) == found
    assert find_strange(small, DisputeFilter(**asked), read_list(small, SMALL, MODEL), SMALL, MODEL) == ()


def test_one_in_full_has_its_passages_who_says_it_and_the_sums_under_each_reading(small: Graph) -> None:
    found = read_dispute(small, "dispute/size", SMALL, MODEL)
    assert found is not None
    up_to, flat = found.readings
    assert ([p.place for p in up_to.passages], up_to.said_by) == (["line 1"], ("The desk",))
    assert (flat.passages[0].place, flat.origins) == ("line 2, sentence 10", ("The desk",))
    assert describe_outcome(found, up_to) == ""
    assert describe_outcome(found, flat) == "approved · US government · USD, sum: up to USD 10 → USD 10"
    assert read_dispute(small, "dispute/none", SMALL, MODEL) is None


def test_the_command_lists_shows_and_writes_them(small: Graph, engine: Server) -> None:
    listed = lodegraph(engine, "disputes", "--weight", "decides", "--weight", "matters", COLUMNS="200").stdout
    assert listed.index("dispute/size") < listed.index("dispute/funder")
    assert "dispute/attended" not in listed
    shown = lodegraph(engine, "disputes", "dispute/size").stdout
    assert "What would change: The sum of approved loans." in shown
    assert "USD, sum: up to USD 10 → USD 10" in " ".join(shown.split())
    rows = list(csv.DictReader(io.StringIO(lodegraph(engine, "disputes", "--format", "csv").stdout)))
    assert [r["reading_id"].rpartition("/")[2] for r in rows] == ["up-to", "flat", "yes", "all", "some"]
    made = json.loads(lodegraph(engine, "disputes", "--about", "agency/bank", "--format", "json").stdout)
    assert (made["asked"], [d["id"] for d in made["disputes"]]) == ({"about": "agency/bank"}, ["dispute/funder"])
    text = lodegraph(engine, "disputes", "--words", "TONNES", "--format", "md").stdout
    assert text.startswith("# 1 disagreement in test-set\n")


def test_the_command_works_out_the_totals_as_of_a_day(small: Graph, engine: Server) -> None:
    shown = " ".join(lodegraph(engine, "disputes", "dispute/size", "--as-of", "2025").stdout.split())
    assert "if it held: as of 31 December 2025: changes no sum" in shown, "the loan has no date"
    made = json.loads(lodegraph(engine, "disputes", "--as-of", "2025", "--format", "json").stdout)
    assert made["as_of"] == "2025-12-31"
    assert {tuple(r["totals"]) for d in made["disputes"] for r in d["readings"]} == {()}
    text = lodegraph(engine, "disputes", "--words", "loan", "--as-of", "2025", "--format", "md").stdout
    assert "If it held, as of 31 December 2025: changes no sum" in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("dispute/sizes",), "there is no disagreement dispute/sizes in 'test-set' (did you mean dispute/size?)"),
        (("--about", "deal/laon"), "--about: there is no deal/laon in these records (did you mean deal/loan?)"),
        (("--weight", "decide"), "--weight: there is no weight decide (did you mean decides?)"),
        (("--mineral", "agency/bank"), "--mineral: agency/bank is no mineral"),
        (("dispute/size", "--kind", "list"), "an ID and filters exclude one another"),
        (("--as-of", "2025"), "--as-of is for totals, which the list does not have: name an ID, or a --format"),
        (("dispute/size", "--as-of", "May"), "--as-of: 'May' is not a date"),
    ],
)
def test_what_a_command_names_in_vain_is_told_with_the_nearest(
    small: Graph, engine: Server, words: tuple[str, ...], says: str
) -> None:
    done = lodegraph(engine, "disputes", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


def test_nothing_that_fits_is_said_and_is_no_error(small: Graph, engine: Server) -> None:
    done = lodegraph(engine, "disputes", "--words", "gold")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no disagreement in 'test-set' fits all of that" in done.stderr
