"""What a data set says for the pages: read from its own file, checked, and absent without harm."""

import ast
import re
from pathlib import Path

import pytest

from cypher.guide import Beginning, Guide, SuggestedScene, guide_of
from cypher.model import built_in_model
from cypher.saved import UnknownQuery, read_catalog
from explorer.state.actions import Filter, Surround
from explorer.state.actions import Path as Path_
from explorer.state.suggested import list_actions_of
from loader.check import check
from loader.read.folder import read_data_set
from lodegraph.shipped_records import find_shipped_records
from tests.shipped import CATALOG, SHIPPED
from tests.unit.small_records import folder_of, only, problems

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ledger", "cypher", "loader", "explorer", "lodegraph")
WORLD = ROOT / "ledger" / "countries.py"
"""Names of all the world's countries, which are no records."""
SOURCES = sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py") if p != WORLD) + sorted(
    (ROOT / "frontend" / "src").rglob("*.js")
)


def guided(text: str) -> str:
    return f"name: test-set\ntitle: A set\nguide:\n{text}\n"


def test_a_set_without_a_guide_has_an_empty_one(tmp_path: Path) -> None:
    assert read_data_set(folder_of(tmp_path)).guide == Guide()
    assert problems(tmp_path) == ()


def test_a_guide_is_read_and_survives_the_graph(tmp_path: Path) -> None:
    text = "  beginnings: [{node: country/AA, title: Here}]\n  first_query: overview\n  occasions: [event/talks]\n"
    text += "  defaults: {neighbours: {node: country/BB}, connections: {hops: 3}}"
    guide = read_data_set(folder_of(tmp_path, data_set=guided(text))).guide
    assert guide.beginnings == (Beginning(node="country/AA", title="Here"),)
    assert guide_of(guide.to_text()) == guide
    assert problems(tmp_path, data_set=guided(text)) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  beginnings: [{node: country/ZZ, title: X}]", "guide.beginnings: there is no country/ZZ in the records"),
        ("  occasions: [event/none]", "guide.occasions: there is no event/none in the records"),
        ("  occasions: [country/AA]", "guide.occasions: country/AA is a Country; name an event"),
        ("  scenes: [{title: X, around: country/ZZ}]", "guide.scenes: there is no country/ZZ in the records"),
        ("  scenes: [{title: X}]", "guide.scenes: 'X' shows nothing; give between, around or only"),
        ("  scenes: [{title: X, between: [country/AA]}]", "guide.scenes.between: 'X' has 1 node to join; name 2 to 5"),
        (
            "  scenes: [{title: X, around: country/AA, along: [monney]}]",
            "guide.scenes.along: nothing is walked as 'monney' (did you mean money?)",
        ),
        ("  scenes: [{title: X, only: {stage: ''}}]", "guide.scenes.only: 'stage: ' is no filter"),
        ("  first_query: nothing", "guide.first_query: there is no saved query 'nothing'"),
        (
            "  first_query: project-vault",
            "guide.first_query: the saved query 'project-vault' is for the data set 'critical-minerals-2026' only",
        ),
        ("  defaults: {nothing: {node: country/AA}}", "guide.defaults.nothing: there is no saved query 'nothing'"),
        ("  defaults: {neighbours: {nod: country/AA}}", "guide.defaults.neighbours: there is no parameter 'nod'"),
        ("  defaults: {neighbours: {node: country/ZZ}}", "guide.defaults.neighbours.node: there is no country/ZZ"),
        ("  defaults: {mineral-deals: {mineral: country/AA}}", "mineral: country/AA is a Country; it takes the id"),
        ("  defaults: {relationships-of-a-type: {type: OWN}}", "there is no OWN (did you mean OWNS?)"),
        ("  defaults: {connections: {hops: 99}}", "guide.defaults.connections: hops: 99 is not between 1 and 8"),
    ],
)
def test_a_guide_that_names_what_is_not_there_is_a_problem(tmp_path: Path, text: str, said: str) -> None:
    found = only(tmp_path, data_set=guided(text))
    assert found.startswith("data_set.yaml:1: ")
    assert said in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  begin: [x]", "guide.begin: is no field in the guide; leave it out or correct its name"),
        ("  begginings: [x]", "guide.begginings: is no field in the guide; did you mean beginnings?"),
        ("  beginnings: [country/AA]", "guide.beginnings.0: "),
        ("  occasions: event/talks", "guide.occasions: "),
    ],
)
def test_a_guide_of_another_shape_is_refused_by_its_field(tmp_path: Path, text: str, said: str) -> None:
    assert read_data_set(folder_of(tmp_path, data_set=guided(text))).guide == Guide()
    assert only(tmp_path, data_set=guided(text)).startswith(f"data_set.yaml:4: {said}")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"beginnings": 3}', '{"unknown": 1}', "null"])
def test_a_guide_that_others_wrote_into_the_graph_is_an_empty_one(text: str) -> None:
    assert guide_of(text) == Guide()


def test_a_query_for_one_set_is_offered_there_only_and_starts_from_the_sets_own_values() -> None:
    other = read_catalog(built_in_model()).offered("another-set", Guide())
    assert {q.id for q in CATALOG.queries} - {q.id for q in other.queries} == {"project-vault", "signed-on-4-february"}
    with pytest.raises(UnknownQuery):
        other.get("project-vault")
    (there, *_), (here, *_) = (c.get("money-by-funder").parameters for c in (other, CATALOG))
    assert (there.default, here.default) == (None, SHIPPED.guide.defaults["money-by-funder"]["funder"])


def test_a_query_for_all_sets_has_no_default_that_is_a_node() -> None:
    for query in read_catalog(built_in_model()).queries:
        if query.data_set is None:
            assert [p.name for p in query.parameters if p.default and p.type == "node"] == []


def test_no_id_or_name_of_the_shipped_records_stands_in_the_code() -> None:
    found = [f"{path.relative_to(ROOT)}: {told}" for path in SOURCES for told in proper_names_in(path)]
    assert found == []


def proper_names_in(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    texts = string_constants(text) if path.suffix == ".py" else [text]
    return [name for one in texts for name in NAMES.findall(one)]


def string_constants(text: str) -> list[str]:
    """Every text of the code but its docstrings."""
    tree = ast.parse(text)
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        if isinstance(node.body[0], ast.Expr)
    }
    documented |= {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}  # below a constant
    constants = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in documented)
    return [n.value for n in constants if isinstance(n.value, str)]


def shipped_names() -> list[str]:
    index = check(find_shipped_records()).index
    named = [name for label, pairs in index.names.items() if label != "Mineral" for _, name in pairs]
    ids = [i for i in index.nodes if not i.startswith(("passage/", "claim/"))]
    return sorted({n for n in (*ids, *named) if len(n) > 3}, key=len, reverse=True)


NAMES = re.compile(r"(?<![\w/])(?:" + "|".join(map(re.escape, shipped_names())) + r")(?![\w/])")


def test_a_suggested_scene_is_read_and_comes_to_what_a_reader_would_do(tmp_path: Path) -> None:
    text = (
        "  scenes:\n"
        "    - {title: Tied, between: [country/AA, country/BB], along: [money]}\n"
        "    - {title: Near, around: country/AA, depth: 1, only: {stage: approved}}\n"
    )
    guide = read_data_set(folder_of(tmp_path, data_set=guided(text))).guide
    assert problems(tmp_path, data_set=guided(text)) == ()
    assert guide_of(guide.to_text()) == guide
    tied, near = guide.scenes
    assert list_actions_of(tied) == (Path_("country/AA,country/BB", "money"),)
    assert list_actions_of(near) == (Surround("country/AA", 1), Filter("stage", "approved"))


def test_of_a_scene_that_others_wrote_only_what_can_be_done_is_done() -> None:
    strange = SuggestedScene(title="x", between=("a/b",), around="a/b", along=("nowhere",), only={"colour": "red"})
    assert list_actions_of(strange) == ()
