"""What a sum goes by and is doubted or disputed stands beside it: twins of other funders, and disputes about links."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import read_catalog, run
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server, wipe
from tests.integration.worked_asks import Ask

CATALOG = read_catalog(built_in_model()).offered("small", Guide())
LOAN = """
- id: deal/{name}
  name: The {name} loan
  amount: USD {amount}
  instrument: loan
  stage: committed
  whose_money: foreign_public
  says: The {name} loan is committed.
  evidence: [paper:1]
  links:
  - {{type: FUNDS, from: {funder}}}
"""
LOANS = (
    LOAN.format(name="first", amount=7, funder="country/AA") + "  - {type: MAY_BE_SAME_AS, to: deal/other}\n",
    LOAN.format(name="other", amount=7, funder="country/BB"),
    LOAN.format(name="old", amount=5, funder="country/AA") + "  - {type: MAY_BE_SAME_AS, to: deal/twin}\n",
    LOAN.format(name="twin", amount=5, funder="country/AA"),
    LOAN.format(name="new", amount=6, funder="country/AA") + "  - {type: SUPERSEDES, to: deal/old}\n",
)
DISPUTE = """
id: dispute/{name}
question: {question}
kind: actor
concerns: [{concerns}]
readings:
- {{key: yes, says: "{question} Yes.", rank: preferred, reason: Said so., evidence: ["paper:1"]}}
- {{key: no, says: "{question} No.", rank: normal, reason: Denied., stance: denies, evidence: ["paper:1"]}}
"""
DISPUTES = {
    "succeeds": ("Does the new loan succeed the old one?", "deal/new|SUPERSEDES|deal/old|successor"),
    "lender": ("Is the first loan Atlantis' own?", "country/AA|FUNDS|deal/first|funder"),
    "elsewhere": ("Is the other loan Borduria's own?", "country/BB|FUNDS|deal/other|funder"),
}


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = write_records(tmp_path_factory.mktemp("doubts"), deals="".join(LOANS))
    (folder / "disputes").mkdir()
    for name, (question, concerns) in DISPUTES.items():
        text = DISPUTE.format(name=name, question=question, concerns=concerns)
        (folder / "disputes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder)
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "small")
    wipe(engine)


def told(ask: Ask, row: str, column: str, **given: str) -> list[Value]:
    shown = ask("money-by-funder", **given).as_rows()
    return [r[shown.columns.index(column)] for r in shown.rows if r[0] == row]


def test_a_funders_sum_names_the_pair_whose_other_half_is_another_funders(ask: Ask) -> None:
    assert told(ask, "may be one", "name", funder="country/AA") == [
        "The old loan / The twin loan", "The first loan / The other loan",
    ]  # fmt: skip
    assert told(ask, "may be one", "note", funder="country/AA") == [
        "The old loan: superseded by The new loan",
        "The other loan is not among these figures: funded by Borduria",
    ]
    assert told(ask, "sum", "floor", funder="country/AA") == [7 + 5 + 6]
    assert told(ask, "sum without what may be gone", "floor", funder="country/AA") == [7 + 6]


def test_disputes_about_the_links_by_which_a_sum_goes_are_those_of_the_sum(ask: Ask) -> None:
    of_one = told(ask, "disputed", "name", funder="country/AA")
    assert of_one == [DISPUTES["lender"][0], DISPUTES["succeeds"][0]]
    assert told(ask, "disputed", "name", funder="country/BB") == [DISPUTES["elsewhere"][0]]
