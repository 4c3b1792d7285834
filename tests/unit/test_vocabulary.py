"""The vocabulary holds together, and what is derived from it says what it says."""

from collections import Counter

import pytest

from cypher import statements
from cypher.schema import constraints
from cypher.vocabulary import (
    MANAGED,
    NODE_TYPES,
    RELATIONSHIP_TYPES,
    SHARED,
    Family,
    NodeType,
    Property,
    PropertyKind,
    RelationshipType,
    UnknownTerm,
    node_type,
    node_type_of,
    relationship_type,
    walkable_types,
)

LABELS = {n.label for n in NODE_TYPES}
EVIDENCE = {n.label for n in NODE_TYPES if n.family is Family.EVIDENCE}
STATEMENTS = {name: text for name, text in vars(statements).items() if name.isupper() and isinstance(text, str)}


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
    names = [p.name for p in (*declared.properties, *SHARED, *MANAGED)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("declared", RELATIONSHIP_TYPES)
def test_relationships_run_between_declared_labels_in_named_roles(declared: RelationshipType) -> None:
    assert declared.starts
    assert declared.ends
    assert declared.roles
    assert {*declared.starts, *declared.ends} <= LABELS


def test_labels_that_a_picture_shows_together_differ_in_colour_or_shape() -> None:
    looks = Counter(n.appearance for n in NODE_TYPES if n.family not in (Family.EVIDENCE, Family.BOOKKEEPING))
    assert max(looks.values()) == 1


def test_paths_walk_no_mineral_place_attendance_claim_or_source() -> None:
    walkable = [relationship_type(name) for name in walkable_types()]
    met = {label for r in walkable for label in (*r.starts, *r.ends)}
    assert not met & (EVIDENCE | {"Mineral", "Place", "DataSet"})
    assert not {"ATTENDS", "HOSTS", "COVERS", "LOCATED_IN", "MAY_BE_SAME_AS"} & set(walkable_types())
    assert {"FUNDS", "GOES_TO", "PARTY_TO", "PART_OF", "JOINS"} <= set(walkable_types())


def test_facts_need_evidence_and_evidence_itself_needs_none() -> None:
    for declared in RELATIONSHIP_TYPES:
        from_evidence = set(declared.starts) <= EVIDENCE - {"Source"}
        assert declared.needs_evidence != from_evidence, declared.name


def test_every_label_and_type_has_one_constraint_on_its_id() -> None:
    made = constraints()
    assert len({text.split()[2] for text in made}) == len(made) == len(NODE_TYPES) + len(RELATIONSHIP_TYPES)
    for n in NODE_TYPES:
        assert sum(f"FOR (n:{n.label}) REQUIRE (n.data_set, n.id) IS UNIQUE" in text for text in made) == 1
    for r in RELATIONSHIP_TYPES:
        assert sum(f"-[r:{r.name}]-() REQUIRE (r.data_set, r.id) IS UNIQUE" in text for text in made) == 1


@pytest.mark.parametrize("text", STATEMENTS.values(), ids=STATEMENTS)
def test_no_load_statement_takes_a_label_from_a_parameter(text: str) -> None:
    assert "$(" not in text
    assert ":$" not in text
    assert "data_set" in text


def test_load_statements_are_filled_with_labels_and_types() -> None:
    text = statements.merge_relationships("FUNDS", "Agency", "Deal")
    assert "(a:Agency {id: row.start, data_set: $data_set})" in text
    assert "(b:Deal {id: row.end, data_set: $data_set})" in text
    assert "[r:FUNDS {id: row.id, data_set: $data_set}]" in text
    assert "MERGE (n:Deal {id: row.id, data_set: $data_set})" in statements.merge_nodes("Deal")


def test_unknown_terms_are_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownTerm, match="there is no label 'Land': the vocabulary has Country, "):
        node_type("Land")
    with pytest.raises(UnknownTerm, match="no relationship type 'SIGNS': the vocabulary has FUNDS, "):
        relationship_type("SIGNS")
    with pytest.raises(UnknownTerm, match="'land/GN' starts with no known kind: use one of country, "):
        node_type_of("land/GN")


def test_declarations_in_another_style_are_refused() -> None:
    with pytest.raises(ValueError, match="use snake_case"):
        Property("isoCode", "a code")
    with pytest.raises(ValueError, match="a term lists its values"):
        Property("rung", "how far", PropertyKind.TERM)
    with pytest.raises(ValueError, match="a term lists its values"):
        Property("name", "its name", terms=("a", "b"))
