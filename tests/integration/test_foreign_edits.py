"""Our own nodes, changed by somebody in the database: each change spoils itself, with a word, and nothing else."""

import json
from collections.abc import Iterator

import pytest

from cypher.citing import read_articles, read_citing
from cypher.connection import Graph
from cypher.evidence import read_claims, read_disputes, read_passages_of
from cypher.guide import Guide
from cypher.mentions import read_funders, read_names
from cypher.model import built_in_model
from cypher.network import among
from cypher.saved import read_catalog, run
from cypher.saved.parameters import Parameter, ParameterType, choices
from cypher.search import find
from cypher.status import current_data_set, read_status
from explorer.render.exports import EXPORT_FORMATS
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from ledger.ids import is_node_id
from ledger.totals import Reason
from lodegraph import open_graph
from tests.integration.by_hand import read_all
from tests.integration.foreign_edits import edit, load_worked, spoil
from tests.integration.graphs import opened
from tests.integration.ready import configure, reading
from tests.integration.servers import Server, wipe
from tests.integration.test_commands import lodegraph

MODEL = built_in_model()
CATALOG = read_catalog(MODEL).offered("worked", Guide())
GIVEN = {
    "money-by-funder": {"funder": "agency/bank"},
    "mineral-deals": {"mineral": "mineral/tin"},
    "money-by-mineral": {"mineral": "mineral/tin"},
    "money-by-place": {"place": "country/AA", "agencies": "yes"},
    "connections": {"from": "agency/bank", "to": "country/BB"},
    "connections-in-any-way": {"from": "agency/bank", "to": "country/BB"},
    "country-partners": {"country": "country/AA"},
    "around": {"node": "deal/loan"},
    "neighbours": {"node": "deal/loan"},
    "owners": {"node": "company/middle"},
    "history-of-a-deal": {"deal": "deal/loan"},
    "measures": {"node": "measure/list", "as_of": "2024-06-14"},
    "what-is-said": {"node": "initiative/reserve"},
    "coverage": {"article": "source/paper"},
    "one-origin": {"origin": "source/notice"},
    **{b.query: a.given for b in read_all() for a in b.answers if a.of == "worked"},
}
CHANGES = {"edited": edit, "spoiled": spoil}


@pytest.fixture(scope="module", params=CHANGES)
def change(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def server(change: str, engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The worked set, changed."""
    wipe(engine)
    with opened(engine) as graph:
        load_worked(graph, tmp_path_factory.mktemp("worked"))
        CHANGES[change](graph)
    yield engine
    wipe(engine)


@pytest.fixture(scope="module")
def graph(server: Server) -> Iterator[Graph]:
    with opened(server) as opened_graph:
        yield opened_graph


@pytest.fixture
def edited(change: str) -> None:
    """Leaves a test out where the graph is changed in the other way."""
    if change != "edited":
        pytest.skip("it is about single changes")


@pytest.mark.parametrize("query", [q.id for q in CATALOG.queries])
def test_every_saved_query_answers_in_every_format(graph: Graph, query: str) -> None:
    answer = run(graph, CATALOG.get(query), GIVEN.get(query, {}), "worked")
    for form in EXPORT_FORMATS:
        if not form.needs_nodes or answer.subgraph.nodes:
            assert form.write_from(graph, answer) or form.name == "jsonl"
    json.dumps(answer.as_json(), default=str)


def test_everything_is_drawn_found_and_counted(graph: Graph) -> None:
    rows = graph.rows("MATCH (n) WHERE n.data_set = 'worked' RETURN n.id AS id", {})
    ids = {node_id for (node_id,) in rows if isinstance(node_id, str) and is_node_id(node_id)}
    assert {"country/AA", "country/BB", "country/CC", "agency/bank"} <= ids
    shown = among(graph, ids, "worked", MODEL)
    assert draw_picture(shown, lay_out(shown), MODEL).payload()["nodes"]
    assert {n.label for n in shown.nodes if n.id in ("country/AA", "agency/bank")} == {"Country", "Agency"}
    status = read_status(graph)
    assert {"Annotated", "Aardvark", "Marked"}.isdisjoint(status.nodes)
    assert current_data_set(graph).version


def test_evidence_is_read(graph: Graph) -> None:
    assert read_disputes(graph, ["dispute/loan-size"], "worked")
    assert read_claims(graph, "initiative/reserve", "worked", built_in_model())
    assert "source/paper" in {a.id for a in read_articles(graph, "worked")}
    passages = read_passages_of(graph, "source/paper", "worked")
    assert passages
    assert read_citing(graph, (p.id for p in passages), "worked", MODEL)


def test_totals_count_the_rest_and_say_of_each_why_it_is_left_out(edited: None, graph: Graph) -> None:
    totals = run(graph, CATALOG.get("all-money"), {}, "worked").totals
    assert totals is not None
    assert [[c.deal for c in g.added] for g in totals.groups] == [["deal/loan"]]
    assert {x.deal: x.note for x in totals.left_out if x.reason is Reason.UNREADABLE} == {
        "deal/letter": "stage 'foo' is not one we know",
        "deal/outside": "it has no instrument",
        "deal/total": "unit 'foo' is not one we know",
    }


def test_a_node_without_a_name_is_offered_by_its_id(edited: None, graph: Graph) -> None:
    parameter = Parameter(name="country", type=ParameterType.NODE, meaning="any", labels=("Country",))
    assert {c.value: c.caption for c in choices(graph, parameter, "worked")} == {
        "country/AA": "Atlantis", "country/BB": "12", "country/CC": "country/CC",
        "country/EE": "Elbonia", "country/FF": "Freedonia",
    }  # fmt: skip


@pytest.mark.parametrize("query", [q.id for q in CATALOG.queries])
def test_what_lost_its_name_is_called_by_its_id_in_rows_and_notes(edited: None, graph: Graph, query: str) -> None:
    for given in (GIVEN.get(query, {}), {"funder": "country/AA"} if query == "money-by-funder" else {}):
        if not all(p.default is not None or p.name in given for p in CATALOG.get(query).parameters):
            continue
        answer = run(graph, CATALOG.get(query), given, "worked")
        cells = [str(cell) for row in answer.as_rows().rows for cell in row if cell is not None]
        assert not [cell for cell in (*cells, *answer.notes) if "None" in cell]


def test_whatever_names_a_node_falls_back_to_its_id(edited: None, graph: Graph) -> None:
    assert read_funders(graph, ["deal/loan"], "worked") == {"deal/loan": {"agency/bank": "agency/bank"}}
    assert read_names(graph, "Dispute", ["dispute/loan-size"], "worked") == {"dispute/loan-size": "dispute/loan-size"}
    answer = run(graph, CATALOG.get("money-by-funder"), {"funder": "country/AA"}, "worked")
    assert "what the country's agencies fund in their own name: agency/bank (agency/bank)." in answer.notes[-1]
    repeats = {repeat for *_, cell in run(graph, CATALOG.get("sources"), {}, "worked").table.rows for repeat in cell}
    assert "source/notice (1)" in repeats
    said = run(graph, CATALOG.get("what-is-said"), {"node": "initiative/reserve"}, "worked").table
    assert [row[said.columns.index("said_by")] for row in said.rows] == ["agency/bank"]


def test_a_list_that_somebody_made_one_text_counts_as_a_list_of_one(edited: None, graph: Graph) -> None:
    asked = CATALOG.get("one-origin")
    found = run(graph, asked, {"origin": "source/journal-desk"}, "worked").table
    ids = {row[found.columns.index("id")] for row in found.rows}
    assert {"company/mines", "deal/outside|GOES_TO|company/mines|recipient"} <= ids
    offered = {c.value: c.rows for c in choices(graph, asked.parameters[0], "worked")}
    assert offered["source/journal-desk"] == len(found.rows)
    assert find(graph, "border mines", "worked", MODEL)[0].id == "company/mines"


def test_command_line_and_library_answer_too(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    done = lodegraph(server, "query", "run", "all-money", "--format", "csv")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert "is not one we know" in done.stdout
    assert lodegraph(server, "query", "run", "all-money").returncode == 0
    assert lodegraph(server, "query", "run", "neighbours", "--param", "node=deal/loan").returncode == 0
    assert lodegraph(server, "status").returncode == 0
    configure(monkeypatch, reading(server))
    with open_graph() as library:
        for label in ("Country", "Deal", "Claim"):
            assert library.nodes(label)
        network = library.network("neighbours", node="deal/loan")
        assert network.evidence is not None
        assert network.to_networkx().number_of_nodes() == len(network.nodes)
