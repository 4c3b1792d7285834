"""What choosers offer: what has an answer and nothing else, with its number of rows, under a name of its own."""

import json
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.errors import BadParameter
from cypher.model import built_in_model
from cypher.saved import Parameter, SavedQuery, choices, read_catalog, run
from cypher.status import current_data_set
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.shipped import CATALOG

OFFERING = [(q, p) for q in CATALOG.queries for p in q.parameters if p.labels]
OF_OTHER_SETS = {"history-of-a-deal", "measures", "owners"}
"""Queries about what the shipped records do not tell."""
TWINS = """\
- {id: country/AA, name: Atlantis, says: took part, evidence: [paper:1]}
- {id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}
- {id: company/pact, name: Pact, kind: company, says: funds it, evidence: [paper:1]}
- {id: company/pact-2, name: Pact, kind: company, says: funds it, evidence: [paper:1]}
- {id: agency/pact, name: Pact, kind: bank, says: funds it, evidence: [paper:1]}
"""
PAID = """\
- id: deal/pact
  name: Pact
  instrument: framework
  stage: signed
  whose_money: not_stated
  says: They signed.
  evidence: [paper:1]
  links:
  - {type: PARTY_TO, from: [country/AA, country/BB], role: signatory}
  - {type: FUNDS, from: [company/pact, company/pact-2, agency/pact], role: funder}
"""


def write_twins(folder: Path) -> Path:
    """Records of four things of one name, which somebody has looked at."""
    pair = "- pair: [company/pact, company/pact-2]\n  because: Two companies of one name.\n"
    (folder / "accepted_pairs.yaml").write_text(pair, encoding="utf-8")
    return write_records(folder, countries=TWINS, deals=PAID)


@pytest.fixture
def twins(clean_graph: Server, tmp_path: Path) -> Server:
    with opened(clean_graph) as graph:
        load(graph, write_twins(tmp_path))
    return clean_graph


@pytest.mark.parametrize(("query", "parameter"), OFFERING, ids=lambda x: x.id if isinstance(x, SavedQuery) else x.name)
def test_each_choice_has_an_answer_of_as_many_rows_as_it_says(
    graph: Graph, query: SavedQuery, parameter: Parameter
) -> None:
    data_set = current_data_set(graph).name
    offered = choices(graph, parameter, data_set)
    assert offered or query.id in OF_OTHER_SETS
    assert len({c.unique_caption for c in offered}) == len(offered)
    for choice in offered[:: max(1, len(offered) // 12)]:
        if choice.rows is not None:
            rows = run(graph, query, {parameter.name: choice.value}, data_set, 100_000).table.rows
            assert len(rows) == choice.rows > 0, choice.value


@pytest.mark.parametrize("query_id", ["money-by-funder", "country-partners", "coverage", "one-origin", "what-is-said"])
def test_what_is_not_offered_has_no_answer(graph: Graph, query_id: str) -> None:
    data_set, query = current_data_set(graph).name, CATALOG.get(query_id)
    parameter = query.parameters[0]
    every = choices(graph, parameter.model_copy(update={"offers": None}), data_set)
    offered = {c.value for c in choices(graph, parameter, data_set)}
    others = [c.value for c in every if c.value not in offered]
    assert others
    for value in others[:: max(1, len(others) // 12)]:
        assert not run(graph, query, {parameter.name: value}, data_set).table.rows, value


def test_two_of_one_name_are_told_apart_by_kind_and_then_by_id(twins: Server) -> None:
    funder, *_ = read_catalog(built_in_model()).get("money-by-funder").parameters
    with opened(twins) as graph:
        assert {c.unique_caption: c.value for c in choices(graph, funder, "small")} == {
            "Pact  ·  Agency": "agency/pact",
            "Pact  ·  Company  ·  company/pact": "company/pact",
            "Pact  ·  Company  ·  company/pact-2": "company/pact-2",
        }


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("agency/patc", "funder: there is no agency/patc (did you mean agency/pact?)"),
        ("company/pact-3", "funder: there is no company/pact-3 (did you mean company/pact"),
        ("Pact", "funder: there is no Pact (did you mean agency/pact, company/pact or company/pact-2?)"),
        ("Borduria", "funder: there is no Borduria (did you mean country/BB?)"),
        ("agnecy/pact", "funder: there is no agnecy/pact (did you mean "),
        ("deal/pact", "funder: deal/pact is a Deal: it takes the id of a node of Agency, Country, Company"),
        ("zzz", "funder: there is no zzz: it takes the id of a node of Agency, Country, Company"),
        ("", "funder: there is no : it takes the id of a node of"),
    ],
)
def test_a_value_that_names_nothing_is_refused_everywhere_with_the_nearest(
    twins: Server, given: str, says: str
) -> None:
    query = read_catalog(built_in_model()).get("money-by-funder")
    with opened(twins) as graph, pytest.raises(BadParameter) as refused:
        run(graph, query, {"funder": given}, "small")
    assert str(refused.value).startswith(says)
    for form in ("table", "cypher"):
        done = lodegraph(twins, "query", "run", query.id, "--param", f"funder={given}", "--format", form)
        assert (done.returncode, done.stdout) == (2, "")
        assert says in " ".join(done.stderr.split())


def test_the_command_lists_all_choices_with_their_rows(twins: Server) -> None:
    listed = lodegraph(twins, "query", "choices", "money-by-funder", "--format", "json")
    found = json.loads(listed.stdout)["choices"]
    assert [(c["value"], c["rows"]) for c in found] == [("agency/pact", 1), ("company/pact", 1), ("company/pact-2", 1)]
    table = lodegraph(twins, "query", "choices", "connections", COLUMNS="80")
    assert all(len(line) <= 80 for line in table.stdout.splitlines())
    assert "hops: any whole number from 1 to 8" in " ".join(table.stderr.split())
    wrong = lodegraph(twins, "query", "choices", "money-by-funder", "founder")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "did you mean funder?" in wrong.stderr
