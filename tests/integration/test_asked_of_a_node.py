"""What can be asked of a node: what finds something of it, with as many rows as the answer has, and what is silent."""

import json

import pytest

from cypher.connection import Graph
from cypher.errors import BadParameter
from cypher.saved import find_about_node, run
from cypher.status import current_data_set
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.shipped import CATALOG

NODES = ("company/glencore", "country/US", "agency/exim", "mineral/copper", "deal/dfc-orion")


@pytest.mark.parametrize("node", NODES)
def test_each_question_about_a_node_is_answered_with_the_rows_that_were_told(graph: Graph, node: str) -> None:
    found = find_about_node(graph, CATALOG.queries, node, current_data_set(graph).name, CATALOG.model)
    assert found.asked
    for one in found.asked:
        needs = [p for p in one.query.parameters if p.default is None and p.name != one.parameter]
        if needs or one.rows is None:
            continue
        answer = run(graph, one.query, {one.parameter: node}, current_data_set(graph).name)
        assert len(answer.table.rows) == one.rows, one.query.id
    assert not {q.id for q in found.silent} & {one.query.id for one in found.asked}


def test_what_takes_such_a_node_and_finds_nothing_of_it_is_not_offered(graph: Graph) -> None:
    found = find_about_node(graph, CATALOG.queries, "company/glencore", current_data_set(graph).name, CATALOG.model)
    assert "agreements" in {one.query.id for one in found.asked}
    assert "money-by-funder" in {q.id for q in found.silent}
    of_mineral = find_about_node(graph, CATALOG.queries, "mineral/copper", current_data_set(graph).name, CATALOG.model)
    assert {"mineral-deals", "money-by-mineral"} <= {one.query.id for one in of_mineral.asked}
    assert "money-by-funder" not in {q.id for q in of_mineral.silent}


def test_a_node_that_is_not_there_is_told_with_the_nearest(graph: Graph) -> None:
    with pytest.raises(
        BadParameter, match=r"there is no company/glencor in these records \(did you mean company/glenc"
    ):
        find_about_node(graph, CATALOG.queries, "company/glencor", current_data_set(graph).name, CATALOG.model)


def test_the_command_writes_them_with_the_blank_filled(server: Server) -> None:
    told = lodegraph(server, "query", "search", "--about", "company/glencore", "money", "--format", "json")
    found = {one["id"]: one["parameters"] for one in json.loads(told.stdout)}
    assert found["ceilings-and-floors"] == {"node": "company/glencore"}
    assert "mineral-deals" not in found
    assert "money-by-funder" in told.stderr
    unknown = lodegraph(server, "query", "search", "--about", "company/glencor")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "did you mean company/glencore" in unknown.stderr
    assert lodegraph(server, "query", "search").returncode == 2
