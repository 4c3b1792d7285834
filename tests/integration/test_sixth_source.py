"""A sixth article comes in by files alone: it confirms one fact, contradicts another and withdraws a third."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.saved import QueryAnswer, run
from cypher.status import current_data_set
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from ledger.totals import LeftOut, Reason
from loader.check import check
from loader.load import load
from loader.verify import verify
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.sixth_source import LINES, with_the_gazette
from tests.shipped import CATALOG

STAKE = "deal/defense-ambler-equity"
MILLION = 1_000_000
ROWS = (93 + 620 + 80 + 1_250 + 150 + 150) * MILLION
"""The department's other committed figures, row by row: the article's lines 31 to 36 without the conditional debt."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_the_gazette(tmp_path_factory.mktemp("sixth") / "seeds")


@pytest.fixture(scope="module")
def before_and_after(engine: Server, records: Path) -> Iterator[tuple[dict[str, QueryAnswer], Graph]]:
    """The department's money as it was, then the graph with the sixth article loaded over it."""
    wipe(engine)
    with opened(engine) as graph:
        load(graph, find_shipped_records())
        before = {"defense": _defense(graph)}
        load(graph, records)
        yield before, graph


def test_the_records_are_sound_and_its_passages_are_borne_out(records: Path, tmp_path: Path) -> None:
    assert [str(p) for p in check(records).problems] == []
    (tmp_path / "gazette.txt").write_text("\n".join(LINES), encoding="utf-8")
    assert not [p for p in verify(records, tmp_path).problems if "gazette" in p.where.file or "gazette" in p.what]


def test_what_it_confirms_rests_on_more_articles_and_origins(
    before_and_after: tuple[dict[str, QueryAnswer], Graph],
) -> None:
    _, graph = before_and_after
    text = "MATCH (d:Deal {id: 'deal/us-united-kingdom-framework'}) RETURN d.articles AS articles, d.origins AS origins"
    assert graph.table(text, {}, 10).rows == (
        (["source/gazette", "source/middle-asian"], ["source/gazette-desk", "source/state-fact-sheet"]),
    )
    signed = run(graph, CATALOG.get("signed-on-4-february"), {}, current_data_set(graph).name).table.rows
    assert [row[3] for row in signed if row[0] == "United Kingdom"] == [
        ["Page crediting MiddleAsianNews", "The Gazette"]
    ]


def test_what_it_contradicts_has_one_more_reading_and_keeps_its_preferred_one(
    before_and_after: tuple[dict[str, QueryAnswer], Graph],
) -> None:
    _, graph = before_and_after
    text = """\
        MATCH (c:Claim)-[:READING_OF]->(:Dispute {id: 'dispute/vault-loan-ceiling'})
        OPTIONAL MATCH (c)-[:RESTS_ON]->(p:Passage {source: 'source/gazette'})
        RETURN c.id AS id, c.rank AS rank, p.id AS passage ORDER BY id"""
    claim = "claim/dispute/vault-loan-ceiling/"
    assert set(graph.table(text, {}, 10).rows) == {
        (f"{claim}flat", "normal", None),
        (f"{claim}twelve", "normal", "passage/gazette/2.1"),
        (f"{claim}up-to", "preferred", None),
    }
    loan = "MATCH (d:Deal {id: 'deal/exim-vault-loan'}) RETURN d.amount_value AS v, d.amount_qualifier AS q"
    assert graph.table(loan, {}, 10).rows == ((10_000 * MILLION, "up_to"),)


def test_what_it_withdraws_leaves_the_sums_with_its_reason(
    before_and_after: tuple[dict[str, QueryAnswer], Graph],
) -> None:
    before, graph = before_and_after
    after = _defense(graph)
    assert _committed(before["defense"]) == Interval(ROWS + 35 * MILLION, ROWS + 35 * MILLION)
    assert _committed(after) == Interval(ROWS, ROWS)
    assert after.totals is not None
    assert LeftOut(STAKE, Reason.WITHDRAWN) in after.totals.left_out
    assert "dispute/ambler-stake" in after.totals.disputes


def test_loading_it_again_changes_nothing(
    before_and_after: tuple[dict[str, QueryAnswer], Graph], records: Path
) -> None:
    _, graph = before_and_after
    assert load(graph, records).nothing_done


def _defense(graph: Graph) -> QueryAnswer:
    query = CATALOG.get("money-by-funder")
    return run(graph, query, {"funder": "agency/department-of-defense"}, current_data_set(graph).name)


def _committed(answer: QueryAnswer) -> Interval:
    assert answer.totals is not None
    (group,) = (g for g in answer.totals.groups if (g.key.stage, g.key.side) == (Stage.COMMITTED, Side.US_GOVERNMENT))
    return group.interval
