"""What `from lodegraph import …` offers: names that are there, typed, and imported only when they are asked for."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import lodegraph

ROOT = Path(lodegraph.__file__).parents[1]
HEAVY = ("neo4j", "pandas", "pydantic", "networkx", "pyvis", "streamlit", "typer", "py2neo")

USER = """\
from networkx import MultiDiGraph
from pandas import DataFrame

from lodegraph import Answer, GraphError, Network, SavedQuery, Totals, open_graph
from lodegraph.notebook import nodes_frame, open_py2neo, query_frame


def main() -> int:
    with open_graph(data_set="mine") as graph:
        first: SavedQuery = graph.queries[0]
        answer: Answer = graph.run(first.id, {"from": "a"}, max_rows=5, to="b")
        totals: Totals = graph.totals("money-by-funder", funder="agency/dfc")
        network: Network = graph.network("around")
        made: MultiDiGraph[str] = network.to_networkx()
        picture: str = network.to_pyvis("300px").generate_html()
        frame: DataFrame = nodes_frame(graph, "Deal")
        other: DataFrame = query_frame(open_py2neo(), "all-money")
        passages = [passage.line + 1 for passage in answer.evidence]
        try:
            graph.nodes("Deal")[0].name.upper()
        except GraphError as error:
            picture += error.remedy
    return len(totals.groups) + made.number_of_nodes() + len(frame) + len(other) + len(passages) + len(picture)
"""
WRONG = {
    "from lodegraph import nonsense": "has no attribute",
    "import lodegraph; lodegraph.open_graph().run('x', max_rows='3')": 'expected "int"',
    "import lodegraph; lodegraph.open_graph().totals('x').grand_total": "has no attribute",
}


def declared() -> dict[str, str]:
    """Each name that a type checker sees, with the module from which it does."""
    tree = ast.parse(Path(lodegraph.__file__).read_text(encoding="utf-8"))
    (block,) = (n for n in tree.body if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING")
    return {a.name: str(n.module) for n in block.body if isinstance(n, ast.ImportFrom) for a in n.names}


@pytest.mark.parametrize("name", lodegraph.__all__)
def test_a_name_is_what_a_type_checker_takes_it_for(name: str) -> None:
    assert getattr(lodegraph, name) is getattr(import_module(declared()[name]), name)


def test_all_names_are_listed() -> None:
    assert sorted(declared()) == lodegraph.__all__
    assert set(lodegraph.__all__) < set(dir(lodegraph))


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'lodegraph' has no attribute 'nonsense'"):
        lodegraph.nonsense  # noqa: B018


def test_nothing_heavy_is_imported_before_it_is_asked_for() -> None:
    program = f"import sys, lodegraph; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_every_package_says_that_it_is_typed() -> None:
    packages = ("ledger", "cypher", "loader", "explorer", "lodegraph")
    assert [p for p in packages if not (ROOT / p / "py.typed").exists()] == []


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_program_that_uses_it_is_checked_strictly(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(USER)
    for number, line in enumerate(WRONG):
        (tmp_path / f"wrong_{number}.py").write_text(f"{line}\n")
    files = sorted(path.name for path in tmp_path.iterdir())

    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", *files], cwd=tmp_path, check=False, capture_output=True, text=True
    )

    told = done.stdout.splitlines()
    assert [line for line in told if line.startswith("user.py")] == []
    for number, says in enumerate(WRONG.values()):
        assert [line for line in told if line.startswith(f"wrong_{number}.py") and says in line]
