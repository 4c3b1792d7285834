"""What an answer rests on, and its card, against what was worked out by hand from a small set of records."""

import re
from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.rests_on import read_what_it_rests_on
from explorer.render.exports import CARD
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.integration.worked_asks import Ask

SUMS_OF_THE_BANK = {
    "agency/bank|FUNDS|deal/loan|funder", "agency/bank|FUNDS|deal/letter|funder", "agency/bank|FUNDS|deal/total|funder",
    "deal/loan|GOES_TO|company/mines|recipient", "deal/letter|GOES_TO|company/mines|recipient",
    "deal/loan|COVERS|mineral/tin|mineral", "deal/loan|PART_OF|deal/total|part",
}  # fmt: skip


@pytest.fixture(scope="module")
def worked(engine: Server, ask: Ask) -> Iterator[Graph]:
    assert ask
    with opened(engine) as graph:
        yield graph


def test_sums_rest_on_their_deals_and_on_what_they_go_by(worked: Graph, ask: Ask) -> None:
    known = read_what_it_rests_on(worked, ask("money-by-funder", funder="agency/bank"))
    assert {n.id for n in known.things.nodes} - known.ends == {"deal/loan", "deal/letter", "deal/total"}
    assert known.ends == {"agency/bank", "company/mines", "mineral/tin"}
    assert {e.id for e in known.things.edges} == SUMS_OF_THE_BANK
    assert {(p.article, p.line) for found in known.passages.values() for p in found} == {
        ("The Paper", 1), ("The Paper", 2), ("The Journal", 1), ("The Journal", 2),
    }  # fmt: skip
    assert [d.id for d in known.disputes] == ["dispute/loan-size"]
    assert known.asked[0].endswith("Bank of Atlantis (agency/bank)")
    assert (known.data_set.title if known.data_set else "", known.untraced) == ("A set worked out by hand", 0)


def test_the_card_has_both_readings_of_the_disputed_loan(worked: Graph, ask: Ask) -> None:
    page = str(CARD.write_from(worked, ask("money-by-funder", funder="agency/bank")))
    words = re.sub(r"<[^>]+>", "|", page)
    assert "How large is the loan?" in words
    assert "|normal|: Nine million. |Its own count.| ||[2]|" in words
    assert "|preferred|: Ten million. |The notice has it.| ||[4]|" in words
    assert re.search(r"\[4\]\|+line 2\|+repeats the document The notice\|+b{64}", words)
    assert "more than USD 12 million" in words and "up to USD 5 million" in words


def test_rows_of_a_table_are_traced_by_the_ids_in_their_cells(worked: Graph, ask: Ask) -> None:
    known = read_what_it_rests_on(worked, ask("one-origin", origin="source/desk"))
    named = {n.id for n in known.things.nodes} - known.ends
    assert {"deal/letter", "deal/pact", "country/AA", "event/talks"} <= named
    assert "country/AA|PARTY_TO|deal/pact|signatory" in {e.id for e in known.things.edges}
    assert known.untraced == 0
    assert all(i.startswith("passage/paper/1") for i in known.passages)
