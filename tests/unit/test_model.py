"""The built-in model holds together, and what is derived from it says what it says."""

from collections import Counter

import pytest

from cypher.internal import statement
from cypher.model import (
    Family,
    Model,
    NodeType,
    Property,
    PropertyKind,
    RelationshipType,
    UnknownTerm,
    built_in_model,
    in_style,
)
from cypher.results import GraphNode
from cypher.schema import constraints

MODEL = built_in_model()
NODE_TYPES, RELATIONSHIP_TYPES = MODEL.labels, MODEL.relationship_types
LABELS = {n.label for n in NODE_TYPES}
EVIDENCE = {n.label for n in NODE_TYPES if n.family is Family.EVIDENCE}


@pytest.mark.parametrize(
    "names",
    [
        [n.label for n in NODE_TYPES],
        [n.kind for n in NODE_TYPES],
        [n.plural for n in NODE_TYPES],
        [r.name for r in RELATIONSHIP_TYPES],
        [r.reads for r in RELATIONSHIP_TYPES],
    ],
)
def test_nothing_is_declared_twice(names: list[str]) -> None:
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("declared", [*NODE_TYPES, *RELATIONSHIP_TYPES])
def test_no_property_is_declared_twice_or_shadows_a_shared_one(declared: NodeType | RelationshipType) -> None:
    names = [p.name for p in (*declared.properties, *MODEL.shared, *MODEL.managed)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("declared", RELATIONSHIP_TYPES)
def test_relationships_run_between_declared_labels_in_named_roles(declared: RelationshipType) -> None:
    assert declared.starts
    assert declared.ends
    assert declared.roles
    assert {*declared.starts, *declared.ends} <= LABELS


def test_paths_walk_no_mineral_place_attendance_claim_or_source() -> None:
    walkable = [MODEL.relationship_type(name) for name in MODEL.walkable_types]
    met = {label for r in walkable for label in (*r.starts, *r.ends)}
    assert not met & (EVIDENCE | {"Mineral", "Place", "DataSet"})
    assert not {"ATTENDS", "HOSTS", "COVERS", "LOCATED_IN", "MAY_BE_SAME_AS"} & set(MODEL.walkable_types)
    assert {"FUNDS", "GOES_TO", "PARTY_TO", "PART_OF", "JOINS"} <= set(MODEL.walkable_types)


def test_facts_need_evidence_and_evidence_itself_needs_none() -> None:
    for declared in RELATIONSHIP_TYPES:
        from_evidence = set(declared.starts) <= EVIDENCE - {"Source"}
        assert declared.needs_evidence != from_evidence, declared.name


def test_every_label_and_type_has_one_constraint_on_its_id() -> None:
    made = constraints(MODEL)
    assert len({text.split()[2] for text in made}) == len(made) == len(NODE_TYPES) + len(RELATIONSHIP_TYPES)
    for n in NODE_TYPES:
        assert sum(f"FOR (n:{n.label}) REQUIRE (n.data_set, n.id) IS UNIQUE" in text for text in made) == 1
    for r in RELATIONSHIP_TYPES:
        assert sum(f"-[r:{r.name}]-() REQUIRE (r.data_set, r.id) IS UNIQUE" in text for text in made) == 1


def test_load_statements_are_filled_with_labels_and_types() -> None:
    text = statement("merge-relationships-of-a-type", type="FUNDS", start="Agency", end="Deal")
    assert "(a:Agency {id: row.start, data_set: $data_set})" in text
    assert "(b:Deal {id: row.end, data_set: $data_set})" in text
    assert "[r:FUNDS {id: row.id, data_set: $data_set}]" in text
    assert "MERGE (n:Deal {id: row.id, data_set: $data_set})" in statement("merge-nodes-of-a-label", label="Deal")


def test_unknown_terms_are_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownTerm, match="there is no label 'Land': the model has Country, "):
        MODEL.label("Land")
    with pytest.raises(UnknownTerm, match="no relationship type 'BUYS': the model has FUNDS, "):
        MODEL.relationship_type("BUYS")
    with pytest.raises(UnknownTerm, match="'land/GN' starts with no known kind: use one of country, "):
        MODEL.label_of_id("land/GN")


def label(name: str, *properties: Property, kind: str = "", caption: str | None = "name") -> NodeType:
    return NodeType(name, kind or name.lower(), f"{name}s", Family.FOREIGN, "", properties, caption)


@pytest.mark.parametrize(
    ("labels", "types", "said"),
    [
        ((label("odd name"),), (), "'odd name' is not a label: use PascalCase"),
        ((label("Odd", Property("isoCode", "a code")),), (), "'isoCode' is not a property name: use snake_case"),
        ((), (RelationshipType("knows", "knows", (), (), (), ""),), "'knows' is not a relationship type"),
    ],
)
def test_declarations_in_another_style_are_refused_among_ours_and_nowhere_else(
    labels: tuple[NodeType, ...], types: tuple[RelationshipType, ...], said: str
) -> None:
    foreign = Model(labels, types)
    with pytest.raises(ValueError, match=said):
        in_style(foreign)


def test_a_term_lists_its_values_and_nothing_else_does() -> None:
    with pytest.raises(ValueError, match="a term lists its values"):
        Property("stage", "how far", PropertyKind.TERM)
    with pytest.raises(ValueError, match="a term lists its values"):
        Property("name", "its name", terms=("a", "b"))


def test_a_model_in_which_a_name_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'Mine' is declared twice"):
        Model((label("Mine", kind="a"), label("Mine", kind="b")), ())
    with pytest.raises(ValueError, match="'mine' is declared twice"):
        Model((label("Mine"), label("Pit", kind="mine")), ())


def test_what_a_model_does_not_know_has_words_and_a_name() -> None:
    assert MODEL.find_label("Ship") is None
    assert (MODEL.plural("Ship"), MODEL.reads("SAILS_TO")) == ("Ship", "sails to")
    assert MODEL.name_of(GraphNode("4:x:1", "Ship", {})) == "4:x:1"
    assert MODEL.find_label_of_id("ship/1") is None


def test_a_node_is_called_by_the_caption_of_its_label() -> None:
    ships = Model((label("Ship", caption="call sign"), label("Port", caption=None)), ())
    assert ships.name_of(GraphNode("1", "Ship", {"call sign": "ZULU", "name": "The Zulu"})) == "ZULU"
    assert ships.name_of(GraphNode("1", "Ship", {"call sign": "", "name": "The Zulu"})) == "The Zulu"
    assert ships.name_of(GraphNode("1", "Port", {"name": "Aden"})) == "Aden"


def test_families_name_what_a_statement_may_stand_for() -> None:
    families = MODEL.families
    assert set(families["walkable"]) == {r.name for r in RELATIONSHIP_TYPES if r.walkable}
    assert families["parties"] == ("Country", "Agency", "Company", "Person")
    assert set(families["facts"]) | set(families["evidence"]) == LABELS
    assert not set(families["facts"]) & set(families["evidence"])
    assert "CONCERNS" not in families["fact_types"]
