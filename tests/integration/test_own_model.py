"""A set with a model of its own: loaded, read back without its files, asked, drawn, renewed and dropped."""

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.internal import statement
from cypher.model import Model, built_in_model, read_model_of
from cypher.network import among
from cypher.results import Value
from cypher.saved import BadParameter, choices, read_offered, run
from cypher.schema import missing_constraints, own_terms
from cypher.search import find
from cypher.status import count_contents, current_data_set
from explorer.render.exports import EXPORT_FORMATS
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Expand
from explorer.state.composition import compose
from explorer.state.scene import Scene
from loader.drop import drop
from loader.load import load
from loader.records import BadRecords
from lodegraph.library.graph import ReadingGraph
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.unit.test_export_formats import as_text
from tests.unit.test_records_page import EXAMPLE, PAGE

pytestmark = pytest.mark.one_line

PERMIT = "permit/long-pit"
SHOW = statement("constraints-of-a-database")
OTHER_MODEL = """\
labels:
  - {label: Permit, plural: Papers, meaning: another thing, family: context}
relationship_types:
  - {name: GRANTS, reads: hands out, from: [Country], to: [Permit], roles: [hand], meaning: another thing}
"""


def write_permits(folder: Path, **changed: str) -> Path:
    """The set of the page about records; files given by name take the place of its own, empty ones are left out."""
    folder.mkdir(exist_ok=True)
    for file, text in ((file, text) for which, file, text in EXAMPLE.findall(PAGE) if which == "my-permits"):
        written = changed.get(file.removesuffix(".yaml"), text)
        (folder / file).unlink(missing_ok=True)
        if written:
            (folder / file).write_text(written, encoding="utf-8")
    return folder


def rows(graph: object, query: str, data_set: str = "my-permits", **given: str) -> list[dict[str, Value]]:
    catalog = read_offered(graph, data_set)  # type: ignore[arg-type]
    shown = run(graph, catalog.get(query), given, data_set).as_rows()  # type: ignore[arg-type]
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def test_the_graph_keeps_the_model_and_answers_in_it(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path))
        model = read_model_of(graph, "my-permits")
        assert model.added == {"Permit", "Fund", "GRANTS", "HOLDS"}
        assert count_contents(graph, "my-permits")[0] == {
            "Agency": 1, "Company": 1, "Country": 1, "Deal": 1, "Fund": 1, "Permit": 1,
        }  # fmt: skip
        assert not missing_constraints(graph.table(SHOW, {}, 1_000), model)
        assert [f.id for f in find(graph, "long pit permit", "my-permits", model)] == [PERMIT]
        assert find(graph, "Green Pits", "my-permits", model)[0].id == "fund/green-pits"
        _asked_as_the_built_in_ones(graph)
        _drawn_in_its_own_look(graph, model)


def _asked_as_the_built_in_ones(graph: object) -> None:
    (grants,) = (r for r in rows(graph, "neighbours", node=PERMIT) if r["relationship"] == "grants")
    assert (grants["from"], grants["to"]) == ("Mines Office", "Permit of the Long Pit")
    path = rows(graph, "connections", **{"from": "agency/mines-office", "to": "fund/green-pits"})
    assert {r["relationship"] for r in path} == {"grants", "holds", "goes to", "funds"}
    offered = choices(graph, read_offered(graph, "my-permits").get("money-by-funder").parameters[0], "my-permits")  # type: ignore[arg-type]
    assert [c.value for c in offered] == ["fund/green-pits"]
    (total,) = (r for r in rows(graph, "money-by-funder", funder="fund/green-pits") if r["row"] == "sum")
    assert (total["floor"], total["ceiling"]) == (3_000_000, 3_000_000)
    found = run(graph, read_offered(graph, "my-permits").get("around"), {"node": PERMIT}, "my-permits")  # type: ignore[arg-type]
    for form in EXPORT_FORMATS:
        written = form.write_from(graph, found)  # type: ignore[arg-type]
        assert "long-pit" in (written if isinstance(written, str) else as_text(written)), form.name


def _drawn_in_its_own_look(graph: object, model: Model) -> None:
    shown = among(graph, [PERMIT, "agency/mines-office", "company/pit-trading"], "my-permits", model)  # type: ignore[arg-type]
    payload = draw_picture(shown, lay_out(shown), model).payload()
    (permit,) = (n for n in payload["nodes"] if n["id"] == PERMIT)
    assert (permit["shape"], permit["color"]["background"]) == ("hexagon", "#8a5a00")
    legend = {e["label"]: (e["plural"], e["colour"], e["shape"]) for e in payload["legend"]["labels"]}
    assert legend["Permit"] == ("Permits", "#8a5a00", "hexagon")
    assert {e["reads"] for e in payload["legend"]["types"]} == {"grants", "holds"}


def test_two_sets_are_each_read_in_their_own_model(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path / "permits"))
        other = tmp_path / "other"
        other.mkdir()
        (write_records(other) / "model.yaml").write_text(OTHER_MODEL, encoding="utf-8")
        record = "- {id: permit/x, name: X, says: X, evidence: [paper:1], links: [{type: GRANTS, from: country/AA}]}\n"
        (other / "permits.yaml").write_text(record, encoding="utf-8")
        load(graph, other)
        assert read_model_of(graph, "small").plural("Permit") == "Papers"
        assert read_model_of(graph, "my-permits").plural("Permit") == "Permits"
        assert rows(graph, "neighbours", "small", node="permit/x")[0]["relationship"] == "hands out"
        with pytest.raises(BadParameter):
            rows(graph, "around", "small", node="fund/green-pits")
        drop(graph, "small")
        assert sum(count_contents(graph, "my-permits")[0].values()) == 6
        assert count_contents(graph, "small") == ({}, {})


def test_a_label_that_the_model_has_lost_is_removed_with_its_nodes(clean_graph: Server, tmp_path: Path) -> None:
    plain = "- {id: country/XA, name: Exampland, says: Exampland stands in notes of ours., basis: ours}\n"
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path))
        report = load(graph, write_permits(tmp_path, model="", records=plain), yes=True)
        assert (report.nodes.removed, report.relationships.removed) == (5, 5)
        assert count_contents(graph, "my-permits") == ({"Country": 1}, {})
        assert read_model_of(graph, "my-permits") is built_in_model()
        assert {"Permit", "Fund"} <= set(own_terms(graph.table(SHOW, {}, 1_000))[0])


def test_a_model_that_is_missing_is_told_before_the_records_that_need_it(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path / "permits"))
        with pytest.raises(BadRecords) as found:
            load(graph, write_permits(tmp_path / "permits", model=""))
        first, *others = found.value.problems
        assert str(first) == (
            "model.yaml:1: model: 'my-permits' was loaded with a model of its own (Fund, GRANTS, HOLDS, Permit), and "
            "this file is missing; put model.yaml back; where it went on purpose, no record may need what it added"
        )
        assert others
        plain = "- {id: country/XA, name: Exampland, says: Exampland stands in notes of ours., basis: ours}\n"
        told: list[str] = []
        load(graph, write_permits(tmp_path / "permits", model="", records=plain), yes=True, tell=told.append)
        assert any("was loaded with a model of its own" in line for line in told)
        told.clear()
        load(graph, tmp_path / "permits", tell=told.append)
        assert not any("model of its own" in line for line in told)


def test_a_changed_look_is_brought_in_though_no_record_has_changed(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        folder = write_permits(tmp_path)
        load(graph, folder)
        text = (folder / "model.yaml").read_text(encoding="utf-8").replace("#8a5a00", "#123456")
        report = load(graph, write_permits(tmp_path, model=text))
        assert (report.nodes.created, report.nodes.changed, report.nodes.removed) == (0, 0, 0)
        permit = read_model_of(graph, "my-permits").find_label("Permit")
        assert permit is not None and permit.colour == "#123456"


def test_a_model_that_others_spoilt_gives_the_built_in_one(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path))
        for spoilt in ("no JSON", '{"labels": [{"label": "A`B"}]}', '{"extend": [{"label": "Land"}]}', "[]"):
            graph.write("MATCH (d:DataSet) SET d.model = $text", {"text": spoilt})
            assert read_model_of(graph, "my-permits") is built_in_model(), spoilt


def test_dropping_a_set_removes_the_nodes_of_its_own_labels(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path))
        dropped = drop(graph, "my-permits")
        assert (dropped.nodes, dropped.kept) == (6, ())
        assert graph.rows("MATCH (n) RETURN count(n)", {}) == ((0,),)


def test_the_opening_picture_shows_what_own_types_tie(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_permits(tmp_path))
        catalog = read_offered(graph, "my-permits")
        here = ShownGraph(graph, current_data_set(graph), catalog, catalog.model, Guide())
        shown = compose(here, Scene()).subgraph
        assert {"permit/long-pit", "agency/mines-office", "company/pit-trading"} <= {n.id for n in shown.nodes}
        assert {"GRANTS", "HOLDS"} <= {e.type for e in shown.edges}
        around = compose(here, Scene().after(Expand(PERMIT))).subgraph
        assert "country/XA" in {n.id for n in around.nodes}


def test_commands_and_library_know_the_model_without_the_files(clean_graph: Server, tmp_path: Path) -> None:
    assert lodegraph(clean_graph, "load", str(write_permits(tmp_path / "set"))).returncode == 0
    told = json.loads(lodegraph(clean_graph, "model", "--data-set", "my-permits", "--format", "json").stdout)
    assert [n["label"] for n in told["labels"] if n["own"]] == ["Permit", "Fund"]
    missing = lodegraph(clean_graph, "model", "--data-set", "nowhere")
    assert (missing.returncode, "does not hold nowhere" in missing.stderr) == (1, True)
    assert "permit/long-pit" in lodegraph(clean_graph, "find", "long", "pit").stdout
    ends = ("--param", "from=agency/mines-office", "--param", "to=fund/green-pits")
    path = lodegraph(clean_graph, "query", "run", "connections", *ends, "--format", "csv").stdout
    assert "Mines Office,grants,Permit of the Long Pit" in path
    offered = json.loads(lodegraph(clean_graph, "query", "choices", "around", "--format", "json").stdout)
    assert PERMIT in {c["value"] for c in offered["choices"]}
    with ExitStack() as stack:
        graph = stack.enter_context(opened(clean_graph))
        library = ReadingGraph(graph, "my-permits", read_offered(graph, "my-permits"), ExitStack())
        assert [(p.id, p.properties["status"]) for p in library.nodes("Permit")] == [(PERMIT, "valid")]
        assert [r.role for r in library.relationships("HOLDS")] == ["holder"]
        assert 'fill="#8a5a00"' in library.network("around", node=PERMIT).to_html()
