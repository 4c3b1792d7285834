"""Reading Cypher just far enough: nothing hides in quotes, comments or backticks, and nothing harmless is mistaken."""

import pytest

from cypher.saved.cypher_words import aggregates, bare, labels_and_types, parameters_in, writing_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MATCH (n:Deal)-[r:FUNDS|PARTY_TO*1..3 {role: 'x'}]->(:Country {id: $id})", "Country Deal FUNDS PARTY_TO"),
        ("MATCH (n : Secret)", "Secret"),
        ("MATCH (n:`Secret`)", "Secret"),
        ("MATCH (n:`Two Words`|`B`)", "B Two_Words"),
        ("MATCH (n:A:B)-[:C|:D]-(:!E&(F|G))", "A B C D E F G"),
        ("MATCH (n) WHERE n:Deal AND NOT n:Event OR n.kind = 'x:Y'", "Deal Event"),
        ("RETURN [x IN xs WHERE x:Deal | x.name]", "Deal"),
        ("WHERE EXISTS { (n)--(m:Deal) WHERE m:Event }", "Deal Event"),
        ("RETURN {key:value, inner: {a:b}, is_deal: n:Deal}", "Deal"),
        ("RETURN n {.id, role:other}", ""),
        ("MATCH (n:$($label))", "$"),
        ("RETURN 'a:B', \"(c:D)\" // (e:F)\n/* (g:H) */", ""),
    ],
)
def test_labels_and_types_are_found_wherever_they_stand(text: str, found: str) -> None:
    assert labels_and_types(text) == set(found.split())


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "match (n) delete n",
        "MATCH (n:`it's`) DELETE n RETURN 'x'",
        'MATCH (n:`say "hi`) DELETE n RETURN "x"',
        "RETURN `/*` DELETE n /* */",
        "RETURN `//` DELETE n",
        "RETURN 'it\\'s' DELETE n RETURN 'x'",
        'RETURN "\\\\" DELETE n RETURN "x"',
        "RETURN '//' DELETE n",
        "// it's\nMATCH (n) DELETE n // isn't it",
        "RETURN 'never closed DELETE n",
    ],
)
def test_no_quote_comment_or_backtick_hides_a_writing_clause(text: str) -> None:
    assert "DELETE" in writing_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 'CREATE, MERGE and SET'",
        'RETURN "DELETE it\'s"',
        "// CREATE nothing\nRETURN 1 /* nor\nMERGE */",
        "RETURN n.name AS `set`",
        "MATCH (n) WHERE n.data_set = $data_set RETURN n.offset, n.created",
    ],
)
def test_writing_words_in_strings_comments_and_names_are_harmless(text: str) -> None:
    assert writing_words(text) == set()


@pytest.mark.parametrize(
    "clause",
    ["CREATE (n)", "INSERT (n)", "MERGE (n)", "SET n.a = 1", "REMOVE n.a", "CALL db.labels()", "DROP INDEX i",
     "LOAD CSV FROM 'x' AS l", "FOREACH (x IN y | SET x.a = 1)"],
)  # fmt: skip
def test_each_clause_that_does_not_only_read_is_found(clause: str) -> None:
    assert writing_words(f"MATCH (n) {clause} RETURN n")


def test_parameters_are_found_outside_of_strings_and_comments_only() -> None:
    text = "MATCH (n {id: $node}) WHERE n.a = $`other` AND n.b = '$quoted' // $noted\nRETURN '$5', n.c = $node"
    assert parameters_in(text) == {"node", "other"}


def test_aggregates_are_functions_and_not_names_that_look_like_them() -> None:
    text = "RETURN SUM (d.amount_value), `max`(d.a), reduce(s = 0, x IN xs | s + x)"
    assert aggregates(text) == {"sum", "max", "reduce"}
    assert aggregates("RETURN d.sum, 'sum(x)', checksum(d), count(d), collect(d) // avg(x)") == set()


def test_a_string_leaves_a_gap_so_that_its_neighbours_stay_apart() -> None:
    assert bare("RETURN'a'AS b/**/AS c") == "RETURN''AS b AS c"
