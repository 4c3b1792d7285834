"""A set whose records have words of its own: loaded and asked, each thing is what its word is read as."""

from pathlib import Path

from cypher.model import read_model_of
from cypher.results import Value
from cypher.saved import read_offered, run
from cypher.search import find
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.unit.test_records_page import EXAMPLE, PAGE

SET = "my-registry"


def write_registry(folder: Path) -> Path:
    """The set of the page about records."""
    for file, text in ((file, text) for which, file, text in EXAMPLE.findall(PAGE) if which == SET):
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def rows(graph: object, query: str, **given: str) -> list[dict[str, Value]]:
    shown = run(graph, read_offered(graph, SET).get(query), given, SET).as_rows()  # type: ignore[arg-type]
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def test_words_of_a_set_stand_in_sums_stakes_and_measures_as_what_they_are(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_registry(tmp_path))
        stakes = {
            (r["from"], r["to"]): (r["share"], r["holding"]) for r in rows(graph, "owners", node="company/tin-sales")
        }
        assert stakes == {("Owners of Pits", "Shaft"): (60.0, "direct"), ("Shaft", "Tin Sales"): (100.0, None)}
        sums = [(r["name"], r["comes_to"]) for r in rows(graph, "all-money") if r["row"] == "sum"]
        assert sums == [("all exploring, whose money is not stated", "EUR 40 million")]
        (order,) = rows(graph, "measures", node="company/shaft")
        assert (order["measure"], order["by_whom"]) == ("The tin order", "Exampland")
        kept = {(r["id"], r["property"]): r["value"] for r in rows(graph, "properties", node="deal/shaft-loan")}
        assert kept["deal/shaft-loan", "own_stage"] == "appraisal"
        assert kept["deal/shaft-loan", "fees"] == "kind: arrangement, amount: 1 per_cent"
        model = read_model_of(graph, SET)
        (found, *_) = find(graph, "tin order", SET, model)
        assert (found.id, found.label) == ("restriction/tin-order", "Measure")
        # Loading what is there already changes nothing: what is read as ours has the same hash each time.
        again = load(graph, tmp_path)
        assert (again.nodes.changed, again.relationships.changed) == (0, 0)
