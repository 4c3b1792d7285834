"""Wholes, parts and minerals in many combinations, asked of an engine: what is found and added is as the rules say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from cypher.connection import Graph
from cypher.deals import read_deals
from cypher.results import GraphNode
from cypher.saved import QueryAnswer, read_offered, run
from ledger.totals import Reason
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.unit.small_records import deal, folder_of

NAME = "test-set"
KINDS: Mapping[str, frozenset[str]] = {"heavy": frozenset({"earths"}), "light": frozenset({"earths"})}
MINERALS = ("tin", "lead", "earths", "heavy", "light")
MORE = "".join(
    f"- {{id: mineral/{m}, name: {m}, kind: {k}, says: Named., evidence: [paper:1]}}\n"
    for m, k in (("lead", "mineral"), ("earths", "group"), ("heavy", "group"), ("light", "group"))
) + "".join(
    f"- {{type: KIND_OF, from: mineral/{m}, to: mineral/earths, says: It is one., evidence: [paper:1]}}\n"
    for m in KINDS
)  # fmt: skip
STAGES = ("announced", "approved")


@dataclass(frozen=True)
class Made:
    """A deal: of what it is by itself beyond its parts, and in which deals it lies, the nearest first."""

    own: int
    holders: tuple[int, ...]
    names: frozenset[str]
    stage: str


def make_deals(seed: int, how_many: int = 70) -> list[Made]:
    drawn, made = Random(seed), list[Made]()
    for number in range(how_many):
        near = drawn.choice([None, *range(max(0, number - 4), number)]) if number % 9 else None
        names = frozenset(drawn.sample(MINERALS, drawn.choice((0, 0, 1, 2))))
        holders = () if near is None else (near, *made[near].holders)
        made.append(Made(drawn.randint(1, 9), holders, names, drawn.choice(STAGES)))
    return made


MADE = make_deals(7)


def widen(names: frozenset[str]) -> frozenset[str]:
    return names.union(*(KINDS.get(name, frozenset()) for name in names))


def find_names(number: int) -> frozenset[str]:
    """What a deal names, else what the nearest that holds it and names some does."""
    return next((MADE[n].names for n in (number, *MADE[number].holders) if MADE[n].names), frozenset())


def list_parts(number: int) -> list[int]:
    return [n for n, made in enumerate(MADE) if number in made.holders]


def is_told_apart(number: int, mineral: str) -> bool:
    named = [MADE[part].names for part in list_parts(number) if MADE[part].names]
    return any(mineral not in widen(names) for names in named)


def add_by_stage(found: list[int]) -> dict[str, int]:
    """What some deals come to by hand: every dollar that lies in one of a stage, once."""
    sums = {}
    for stage in STAGES:
        held = {part for n in found if MADE[n].stage == stage for part in (n, *list_parts(n))}
        sums[stage] = sum(MADE[n].own for n in held)
    return {stage: held for stage, held in sums.items() if held}


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    lines = []
    for n, made in enumerate(MADE):
        inside = f"{{type: PART_OF, to: deal/d{made.holders[0]}}}" if made.holders else ""
        tags = [f"{{type: COVERS, to: mineral/{m}}}" for m in sorted(made.names)]
        total = made.own + sum(MADE[part].own for part in list_parts(n))
        lines.append(deal(f"d{n}", f"USD {total}", ", ".join(filter(None, (inside, *tags))), stage=made.stage))
    with opened(engine) as opened_graph:
        load(opened_graph, folder_of(Path(tmp_path_factory.mktemp("nested")), MORE + "".join(lines)))
        yield opened_graph
    wipe(engine)


def ask(graph: Graph, query: str, **given: str) -> QueryAnswer:
    return run(graph, read_offered(graph, NAME).get(query), given, NAME)


def list_found(answer: QueryAnswer) -> set[int]:
    return {int(row[0].id.removeprefix("deal/d")) for row in answer.table.rows if isinstance(row[0], GraphNode)}


def sums_of(answer: QueryAnswer) -> dict[str, int]:
    assert answer.totals is not None
    return {str(g.key.stage): g.interval.floor for g in answer.totals.groups}


@pytest.mark.parametrize("mineral", MINERALS)
def test_the_sum_of_a_mineral_is_what_was_added_by_hand(graph: Graph, mineral: str) -> None:
    of_it = {n for n in range(len(MADE)) if mineral in widen(find_names(n))}
    answer = ask(graph, "money-by-mineral", mineral=f"mineral/{mineral}")
    assert list_found(answer) == of_it
    assert sums_of(answer) == add_by_stage([n for n in of_it if not is_told_apart(n, mineral)])
    assert answer.totals is not None
    left = {x.deal for x in answer.totals.left_out if x.reason is Reason.TOLD_APART}
    assert left == {f"deal/d{n}" for n in of_it if is_told_apart(n, mineral)}
    only = ask(graph, "money-by-mineral", mineral=f"mineral/{mineral}", kinds="no")
    assert list_found(only) == {n for n in of_it if mineral in find_names(n)}


def test_every_deal_is_of_a_mineral_or_of_none(graph: Graph) -> None:
    of_some = {n for m in MINERALS for n in list_found(ask(graph, "money-by-mineral", mineral=f"mineral/{m}"))}
    of_none = list_found(ask(graph, "money-without-a-mineral"))
    assert of_some | of_none == set(range(len(MADE)))
    assert not of_some & of_none
    assert len(of_none) > 1


@pytest.mark.parametrize("mineral", MINERALS)
def test_talk_of_a_mineral_is_what_was_added_by_hand(graph: Graph, mineral: str) -> None:
    of_it = {n for n in range(len(MADE)) if mineral in widen(find_names(n)) and MADE[n].stage == "announced"}
    answer = ask(graph, "only-talk", node=f"mineral/{mineral}")
    assert list_found(answer) == of_it
    assert sums_of(answer) == add_by_stage([n for n in of_it if not is_told_apart(n, mineral)])


@pytest.mark.parametrize("mineral", MINERALS)
def test_parts_that_lists_of_a_mineral_do_not_have_are_named(graph: Graph, mineral: str) -> None:
    told = [n for n in range(len(MADE)) if not MADE[n].names and mineral in widen(find_names(n))]
    (note,) = (n for n in ask(graph, "mineral-deals", mineral=f"mineral/{mineral}").notes if "parts that name no" in n)
    assert all(f"(deal/d{n})" in note for n in told) or f"and {len(told) - 6} more" in note


def test_disputes_about_what_a_whole_is_of_are_those_of_what_it_tells(graph: Graph) -> None:
    part = next(n for n, made in enumerate(MADE) if not made.names and find_names(n))
    whole = next(h for h in MADE[part].holders if MADE[h].names)
    text = "MATCH (:Deal {id: $id, data_set: $set})-[r:COVERS]->() SET r.disputes = ['dispute/doubt']"
    graph.write(text, {"id": f"deal/d{whole}", "set": NAME})
    (found,) = read_deals(graph, [n for (n,) in _nodes(graph, part)], NAME).deals
    assert found.disputes == {"dispute/doubt"}


def _nodes(graph: Graph, number: int) -> list[tuple[GraphNode]]:
    asked = {"id": f"deal/d{number}", "set": NAME}
    rows = graph.rows("MATCH (d:Deal {id: $id, data_set: $set}) RETURN d", asked)
    return [(row[0],) for row in rows if isinstance(row[0], GraphNode)]
