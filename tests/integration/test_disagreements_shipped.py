"""The disagreements of the records that come with the program, held against their files."""

import pytest
import yaml

from cypher.connection import Graph
from cypher.disagreements import DisputeFilter, ListedDispute, pick_disputes, read_list
from cypher.model import built_in_model
from lodegraph.shipped_records import find_shipped_records

SHIPPED = "critical-minerals-2026"


@pytest.fixture(scope="module")
def shipped(graph: Graph) -> tuple[ListedDispute, ...]:
    return read_list(graph, SHIPPED, built_in_model())


def written() -> dict[str, list[str]]:
    """What each dispute's file says that it concerns, read without the loader."""
    files = sorted((find_shipped_records() / "disputes").glob("*.yaml"))
    records = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    every = [record for found in records for record in (found if isinstance(found, list) else [found])]
    return {record["id"]: record["concerns"] for record in every}


def touches(concerned: str, node: str) -> bool:
    """Whether something that is concerned is the node, or a relationship at one end of which it stands."""
    start, _, rest = concerned.partition("|")
    return node in (start, rest.split("|")[1] if rest else start)


@pytest.mark.parametrize("node", ["deal/exim-vault-loan", "country/PK", "company/orion-consortium", "agency/dfc"])
def test_all_disputes_about_a_node_are_found_and_no_others(shipped: tuple[ListedDispute, ...], node: str) -> None:
    by_hand = {i for i, concerns in written().items() if any(touches(c, node) for c in concerns)}
    assert {d.id for d in pick_disputes(shipped, DisputeFilter(about=node))} == by_hand


def test_the_disputes_about_the_vault_loan_are_found_by_its_agency_too(shipped: tuple[ListedDispute, ...]) -> None:
    about = {d.id for d in pick_disputes(shipped, DisputeFilter(about="deal/exim-vault-loan"))}
    by_agency = {d.id for d in pick_disputes(shipped, DisputeFilter(agency="agency/exim"))}
    assert {"dispute/vault-loan-ceiling", "dispute/vault-loan-approver"} <= about <= by_agency
    assert "dispute/landau-title" not in by_agency


def test_every_dispute_is_listed_with_readings_articles_and_what_it_touches(
    shipped: tuple[ListedDispute, ...],
) -> None:
    assert {d.id for d in shipped} == written().keys()
    assert [d.id for d in shipped if not (d.readings and d.sources and d.origins and d.touches)] == []
