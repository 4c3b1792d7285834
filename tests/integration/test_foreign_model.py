"""A database that others made: its model is read by bounded samples, and what is unknown is drawn and listed."""

from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.internal import statement
from cypher.mentions import Mentions
from cypher.model import Model, PropertyKind, Seen, built_in_model
from cypher.model.from_database import Bounds, read_model
from cypher.results import Subgraph
from cypher.views.network import network_rows
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.theme import FREE, Appearance
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

MADE = (
    "CREATE (:`Odd ``Label` {`full name`: 'Ann', n: 1, share: 1.5, old: true, born: date('2026-01-02'), "
    "tags: ['a', 'b'], codes: [1, 2], code: 'A1'})",
    "CREATE (:`Odd ``Label` {`full name`: 'Bob', n: 2, code: 7})",
    "CREATE (:Ship:Vessel {title: 'Zulu'})",
    "CREATE (:Silent {weight: 3})",
    "MATCH (a:`Odd ``Label` {n: 1}), (b:Ship) CREATE (a)-[:`SAILS ``ON` {since: 2020}]->(b)",
    "UNWIND range(1, 40) AS i CREATE (:Many {callsign: 'call ' + toString(i), about: 'the same'})",
)
BOUNDS = Bounds(sample=10, count=30)


@pytest.fixture(scope="module")
def foreign(engine: Server) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as graph:
        graph.change_schema(["CREATE INDEX many_callsign IF NOT EXISTS FOR (n:Many) ON (n.callsign)"])
        for text in MADE:
            graph.write(text, {})
        yield graph
        graph.change_schema(["DROP INDEX many_callsign IF EXISTS"])
    wipe(engine)


@pytest.fixture(scope="module")
def model(foreign: Graph) -> Model:
    return read_model(foreign, BOUNDS)


@pytest.fixture(scope="module")
def everything(foreign: Graph) -> Subgraph:
    return foreign.subgraph("MATCH (a) WHERE NOT a:Many OPTIONAL MATCH (a)-[r]->(b) RETURN a, r, b", {}, 100)


def test_labels_and_types_are_read_whatever_they_are_called(model: Model) -> None:
    assert {"Odd `Label", "Ship", "Vessel", "Silent", "Many"} <= {n.label for n in model.labels}
    assert [r.name for r in model.relationship_types if r.seen and r.seen.count] == ["SAILS `ON"]
    sails = model.relationship_type("SAILS `ON")
    assert (sails.starts, sails.ends) == (("Odd `Label",), ("Ship", "Vessel"))
    assert [(p.name, p.kind) for p in sails.properties] == [("since", PropertyKind.INTEGER)]


def test_properties_have_the_kind_that_their_values_have(model: Model) -> None:
    kinds = {p.name: p.kind for p in model.label("Odd `Label").properties}
    assert kinds == {
        "full name": PropertyKind.TEXT,
        "n": PropertyKind.INTEGER,
        "share": PropertyKind.DECIMAL,
        "old": PropertyKind.BOOLEAN,
        "born": PropertyKind.DATE,
        "tags": PropertyKind.TEXT_LIST,
        "codes": PropertyKind.LIST,
        "code": PropertyKind.MIXED,
    }
    assert {p.name for p in model.label("Odd `Label").properties if p.required} == {"full name", "n", "code"}


def test_a_caption_is_a_property_named_so_else_a_text_that_tells_them_apart_else_none(model: Model) -> None:
    captions = {name: model.label(name).caption for name in ("Odd `Label", "Ship", "Many", "Silent")}
    assert captions == {"Odd `Label": "full name", "Ship": "title", "Many": "callsign", "Silent": None}


def test_counts_and_samples_stop_at_their_bounds_and_say_so(model: Model) -> None:
    assert model.label("Many").seen == Seen(count=30, exact=False, sampled=10)
    assert model.label("Odd `Label").seen == Seen(count=2, exact=True, sampled=2)


def test_a_count_within_its_bound_is_exact(foreign: Graph) -> None:
    assert read_model(foreign, Bounds(sample=10, count=40)).label("Many").seen == Seen(40, True, 10)


def test_indexes_are_read(model: Model) -> None:
    found = next(index for index in model.indexes if index.name == "many_callsign")
    assert (found.on_nodes, found.names, found.properties) == (True, ("Many",), ("callsign",))


def test_a_property_with_a_backtick_reaches_a_statement(foreign: Graph) -> None:
    foreign.write("CREATE (:Quoted {`a``b`: 'x', data_set: 's'})", {})
    text = statement("terms-of-a-property", label="Quoted", property="a`b")
    assert foreign.rows(text, {"data_set": "s"}) == (("x",),)
    foreign.write("MATCH (n:Quoted) DELETE n", {})


@pytest.mark.parametrize("which", ["its own model", "a model that knows none of it"])
def test_what_is_unknown_is_drawn_and_listed(which: str, model: Model, everything: Subgraph) -> None:
    used = model if which == "its own model" else built_in_model()
    drawn = draw_picture(everything, lay_out(everything), used)
    names = {str(node["name"]) for node in drawn.network.nodes}
    assert ("Ann" in names) == (used is model)
    assert {entry.label for entry in drawn.legend.labels} == {node.label for node in everything.nodes}
    assert all(Appearance(e.colour, e.shape) in FREE for e in drawn.legend.labels)
    assert [entry.reads for entry in drawn.legend.types] == ["sails `on"]
    rows = network_rows(everything, used, Mentions()).rows
    assert [row[1] for row in rows if row[1]] == ["sails `on"]
    assert len(rows) == 1 + len(everything.nodes) - 2


def test_no_more_than_the_bounds_is_read_at_any_size(foreign: Graph) -> None:
    """What is asked for holds a limit in every statement that looks at nodes or relationships."""
    asked: list[tuple[str, object]] = []

    class Listening(Graph):
        def table(self, text: str, parameters, max_rows):  # type: ignore[no-untyped-def]
            asked.append((text, parameters.get("most")))
            return super().table(text, parameters, max_rows)

    read_model(Listening(foreign.server, foreign._driver), BOUNDS)
    looking = [(text, most) for text, most in asked if text.startswith("MATCH")]
    assert looking
    assert all("LIMIT $most" in text and most in (BOUNDS.sample, BOUNDS.count + 1) for text, most in looking)
