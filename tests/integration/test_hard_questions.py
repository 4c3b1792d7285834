"""Hard questions about who, what and on whose word; the answers were worked out by hand from the articles."""

from cypher.connection import Graph
from cypher.results import GraphEdge
from cypher.saved import run
from cypher.status import current_data_set
from tests.shipped import CATALOG

BRIEF, REPORT, PAGE, PAKISTAN, UNI = "ani-brief", "ani-report", "middle-asian", "pakistan-report", "uni"
EVERY = {BRIEF, REPORT, PAGE, PAKISTAN, UNI}


def rows(graph: Graph, text: str) -> set[tuple[object, ...]]:
    """The answer with ids cut to their last part, and lists as sets of them."""
    return {tuple(_short(cell) for cell in row) for row in graph.table(text, {}, 1_000).rows}


def _short(cell: object) -> object:
    if isinstance(cell, list):
        return frozenset(_short(c) for c in cell)
    return cell.rpartition("/")[2] if isinstance(cell, str) else cell


def test_who_is_named_as_a_signatory_by_which_articles(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (c:Country)-[r:PARTY_TO {role: 'signatory'}]->(d:Deal)-[:PART_OF]->"
        "(:Deal {id: 'deal/us-frameworks-eleven'}) WHERE c.id <> 'country/US' RETURN c.id AS c, r.articles AS articles",
    )
    by_all = {(c, frozenset(EVERY)) for c in ("AR", "EC", "GN", "MA", "PE", "PH", "AE", "UZ")}
    but_one = {(c, frozenset(EVERY - {PAKISTAN})) for c in ("CK", "PY")}
    assert found == by_all | but_one | {("GB", frozenset({PAGE}))}


def test_which_deals_rest_on_more_than_one_origin(graph: Graph) -> None:
    found = rows(graph, "MATCH (d:Deal) WHERE size(d.origins) > 1 RETURN d.id AS deal, d.origins AS origins")
    assert found == {
        ("doe-loans", frozenset({"ani", "pakistan-report-desk"})),
        ("doe-opportunities", frozenset({"state-fact-sheet", "pakistan-report-desk"})),
    }


def test_how_many_articles_carry_the_memorandum_and_on_whose_word(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (d:Deal {id: 'deal/glencore-orion-memorandum'}) RETURN d.articles AS articles, d.origins AS origins",
    )
    assert found == {(frozenset(EVERY - {REPORT}), frozenset({"state-fact-sheet"}))}


def test_what_stands_alongside_what(graph: Graph) -> None:
    assert rows(graph, "MATCH (a:Deal)-[:ALONGSIDE]->(b:Deal) RETURN a.id AS a, b.id AS b") == {
        ("alcoa-sojitz-outside-equity", "defense-alcoa-sojitz-equity"),
        ("vulcan-outside-equity", "defense-vulcan-debt"),
        ("reelement-outside-equity", "defense-reelement-debt"),
        ("korea-zinc-outside-debt", "defense-korea-zinc-debt"),
        ("korea-zinc-outside-debt", "defense-korea-zinc-conditional-debt"),
        ("korea-zinc-outside-money", "defense-korea-zinc-financing"),
        ("atalco-outside-money", "defense-atalco-financing"),
        ("dfc-ukraine-outside", "dfc-ukraine"),
        ("dfc-orion-outside", "dfc-orion"),
    }


def test_which_figures_lie_inside_others(graph: Graph) -> None:
    found = rows(graph, "MATCH (a:Deal)-[:PART_OF]->(b:Deal) RETURN b.id AS whole, count(a) AS parts")
    assert found == {("us-frameworks-eleven", 11), ("doe-opportunities", 7), ("dfc-total", 6), ("exim-letters", 4)}


def test_which_disputes_concern_the_vault_loan(graph: Graph) -> None:
    found = rows(
        graph, "MATCH (d:Dispute)-[:CONCERNS]->(:Deal {id: 'deal/exim-vault-loan'}) RETURN d.id AS d, d.kind AS k"
    )
    assert found == {
        ("vault-loan-ceiling", "qualifier"),
        ("vault-loan-direct", "instrument"),
        ("vault-loan-approver", "actor"),
        ("vault-loan-protects", "wording"),
        ("vault-largest-financing", "number"),
        ("vault-ten-billion-of-what", "instrument"),
        ("us-support-parts", "doubtful_reading"),
    }


def test_how_are_glencore_and_dfc_connected(graph: Graph) -> None:
    given = {"from": "company/glencore", "to": "agency/dfc"}
    found = run(graph, CATALOG.get("connections"), given, current_data_set(graph).name)
    ids = {n.id for n in found.subgraph.nodes}
    assert {"deal/glencore-orion-memorandum", "company/orion-consortium", "deal/dfc-orion"} <= ids
    assert {sum(isinstance(part, GraphEdge) for part in path) for (path,) in found.table.rows} == {4}


def test_who_took_part_and_how_many_of_them_are_in_both_lists(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (c:Country)-[r:ATTENDS {role: 'participant'}]->(:Event {id: 'event/critical-minerals-ministerial'}) "
        "RETURN size(r.articles) AS articles, count(c) AS countries",
    )
    assert found == {(1, 54 - 14), (2, 14)}


def test_which_participants_are_no_country_and_by_whom_named(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (a)-[r:ATTENDS]->(:Event {id: 'event/critical-minerals-ministerial'}) "
        "WHERE (a:Agency OR a:Person) RETURN a.id AS who, r.articles AS articles",
    )
    joined, departments = frozenset({REPORT, UNI}), frozenset({PAGE})
    assert found == {
        ("european-commission", frozenset(EVERY)),
        ("jd-vance", frozenset(EVERY)),
        ("marco-rubio", departments),
        *((p, joined) for p in ("scott-bessent", "doug-burgum", "chris-wright", "jamieson-greer")),
        *((f"department-of-{d}", departments) for d in ("commerce", "energy", "the-interior", "the-treasury")),
        ("s-jaishankar", frozenset({REPORT})),
    }


def test_who_chairs_forge_and_who_gives_the_end_of_the_term(graph: Graph) -> None:
    text = "MATCH (c)-[r:LEADS]->(:Initiative {id: 'initiative/forge'}) RETURN c.id AS c, r.until AS u, r.articles AS a"
    assert rows(graph, text) == {("KR", "2026-06", frozenset(EVERY))}
    readings = rows(
        graph,
        "MATCH (c:Claim)-[:READING_OF]->(:Dispute {id: 'dispute/forge-chair-term'}) "
        "RETURN c.rank AS r, c.articles AS a",
    )
    assert readings == {
        ("preferred", frozenset({BRIEF, REPORT, UNI})),
        ("normal", frozenset({PAGE})),
        ("normal", frozenset({PAKISTAN})),
    }


def test_who_convened_the_task_force_by_which_articles(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (a)-[r:HOSTS]->(:Event {id: 'event/mining-leaders-task-force'}) "
        "RETURN a.id AS who, r.articles AS articles",
    )
    by_name = frozenset({PAGE})
    assert found == {
        ("christopher-landau", by_name), ("helberg", by_name), ("US", frozenset({PAKISTAN, UNI})),
    }  # fmt: skip


def test_which_deals_name_cobalt_copper_or_lithium(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (d:Deal)-[:COVERS]->(m:Mineral) WHERE m.name IN ['Cobalt', 'Copper', 'Lithium'] "
        "RETURN m.name AS mineral, d.id AS deal",
    )
    assert found == {
        ("Cobalt", "exim-letter-cobalt-nickel"), ("Cobalt", "glencore-orion-memorandum"),
        ("Copper", "glencore-orion-memorandum"), ("Copper", "exim-reko-diq"),
        ("Copper", "dfc-copper-us"), ("Copper", "dfc-copper-allies"),
        ("Lithium", "exim-letter-lithium"), ("Lithium", "doe-loans"),
    }  # fmt: skip


def test_what_is_dated_to_december_2025(graph: Graph) -> None:
    found = rows(graph, "MATCH (d:Deal) WHERE d.date STARTS WITH '2025-12' RETURN d.id AS deal, d.date AS date")
    rows_of_the_month = ("korea-zinc-debt", "korea-zinc-conditional-debt", "korea-zinc-financing", "atalco-financing")
    assert found == {("doe-rare-earth-center", "2025-12-01"), *((f"defense-{r}", "2025-12") for r in rows_of_the_month)}


def test_who_intends_action_plans_and_who_has_one(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (d:Deal {instrument: 'action_plan'})<-[r:PARTY_TO]-(p) "
        "RETURN d.stage AS stage, p.id AS party, r.role AS role, r.articles AS articles",
    )
    both, all_three = frozenset({REPORT, PAKISTAN}), frozenset({REPORT, PAKISTAN, PAGE})
    assert found == {
        ("intended", "US", "intending_party", both),
        ("intended", "JP", "intending_party", both),
        ("intended", "european-commission", "intending_party", both),
        ("announced", "MX", "counterpart", all_three),
        ("announced", "ustr", "announcing_party", all_three),
    }


def test_on_whose_word_does_india_support_forge(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (c)-[r:JOINS]->(:Initiative {id: 'initiative/forge'}) RETURN c.id AS c, r.role AS role, r.origins AS o",
    )
    assert found == {("IN", "supporter", frozenset({"jaishankar-post"}))}


def test_what_do_the_articles_repeat(graph: Graph) -> None:
    found = rows(
        graph,
        "MATCH (s:Source)<-[:FROM_SOURCE]-(:Passage)-[:REPEATS]->(o:Source) "
        "RETURN DISTINCT s.id AS article, o.id AS origin",
    )
    assert found == {(article, "state-fact-sheet") for article in EVERY} | {
        (BRIEF, "ani"), (BRIEF, "state-department-post"), (REPORT, "ani"), (REPORT, "ani-report-page"),
        (REPORT, "jaishankar-post"),
        (PAGE, "middle-asian-news"), (PAKISTAN, "pakistan-report-desk"), (PAKISTAN, "state-statement"),
        (UNI, "uni-desk"),
    }  # fmt: skip
