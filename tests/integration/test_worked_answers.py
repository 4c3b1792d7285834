"""Each saved query against rows that were worked out by hand from a small set of records."""

import pytest

from cypher.errors import BadParameter
from cypher.results import Value
from cypher.saved import choices
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from tests.integration import test_worked_over_time
from tests.integration.by_hand import read_all
from tests.integration.graphs import opened
from tests.integration.servers import Server
from tests.integration.worked_asks import CATALOG, Ask, dicts, links, nodes, rows, sums

MILLION = 1_000_000
PACT = {"country/AA|PARTY_TO|deal/pact|signatory", "country/BB|PARTY_TO|deal/pact|signatory"}
FOR_THE_RESERVE = {"agency/bank|LEADS|initiative/reserve|leader", "deal/pact|ADVANCES|initiative/reserve|purpose"}
OF_THE_LOAN = {"agency/bank|FUNDS|deal/loan|funder", "deal/loan|GOES_TO|company/mines|recipient"}
TIN = {"deal/loan|COVERS|mineral/tin|mineral", "deal/pact|COVERS|mineral/tin|mineral"}


BY_THE_BANK = {
    ("USD", Stage.APPROVED, Side.OUTSIDE): Interval(12 * MILLION, None),
    ("USD", Stage.LETTER_ISSUED, Side.OUTSIDE): Interval(0, 5 * MILLION),
}


def test_all_money(ask: Ask) -> None:
    answer = ask("all-money")
    mobilised = {("USD", Stage.MOBILISED, Side.OUTSIDE): Interval(3 * MILLION, 3 * MILLION)}
    assert sums(answer) == BY_THE_BANK | mobilised
    assert answer.totals is not None
    (approved,) = (g for g in answer.totals.groups if g.key.stage is Stage.APPROVED)
    assert ([x.deal for x in approved.added], [x.deal for x in approved.inside]) == (["deal/total"], ["deal/loan"])


def test_money_by_funder(ask: Ask) -> None:
    assert sums(ask("money-by-funder", funder="agency/bank")) == BY_THE_BANK


def test_money_by_mineral(ask: Ask) -> None:
    lent = Interval(10 * MILLION, 10 * MILLION)
    assert sums(ask("money-by-mineral", mineral="mineral/tin")) == {("USD", Stage.APPROVED, Side.OUTSIDE): lent}


def test_money_by_place(ask: Ask) -> None:
    alone = ask("money-by-place", place="country/AA")
    assert sums(alone) == {}
    (left_out,) = (n for n in alone.notes if n.startswith("Not included"))
    assert left_out.endswith(": Bank of Atlantis (agency/bank).")
    with_the_bank = ask("money-by-place", place="country/AA", agencies="yes")
    assert sums(with_the_bank) == BY_THE_BANK
    assert with_the_bank.notes == ("Included: what was found by Bank of Atlantis (agency/bank).",)


def test_money_of_a_country_and_its_agencies(ask: Ask) -> None:
    assert sums(ask("money-by-funder", funder="country/AA", agencies="yes")) == BY_THE_BANK
    told = {r["id"]: r["note"] for r in dicts(ask("money-by-funder", funder="country/AA", agencies="yes")) if r["id"]}
    assert told["deal/letter"] == "found by Bank of Atlantis"


def test_mineral_deals(ask: Ask) -> None:
    assert links(ask("mineral-deals", mineral="mineral/tin")) == TIN | OF_THE_LOAN | PACT


def test_neighbours(ask: Ask) -> None:
    answer = ask("neighbours", node="deal/loan")
    beside = {"deal/outside|ALONGSIDE|deal/loan|outside_money", "deal/loan|PART_OF|deal/total|part"}
    assert links(answer) == OF_THE_LOAN | beside | {"deal/loan|COVERS|mineral/tin|mineral"}


def test_around(ask: Ask) -> None:
    answer = ask("around", node="initiative/reserve")
    claim = "claim/initiative/reserve/hard-times"
    assert links(answer) == FOR_THE_RESERVE | {f"{claim}|ABOUT|initiative/reserve|subject"}


def test_around_reaches_disputes_and_their_readings(ask: Ask) -> None:
    found = nodes(ask("around", node="deal/loan")) - nodes(ask("neighbours", node="deal/loan"))
    assert found == {"dispute/loan-size", "claim/dispute/loan-size/nine", "claim/dispute/loan-size/ten"}


def test_country_partners(ask: Ask) -> None:
    assert links(ask("country-partners", country="country/AA")) == PACT


def test_connections(ask: Ask) -> None:
    answer = ask("connections", **{"from": "agency/bank", "to": "country/BB"})
    assert links(answer) == PACT | FOR_THE_RESERVE | {"agency/bank|AGENCY_OF|country/AA|public_body"}
    assert len(answer.table.rows) == 2


def test_connections_in_any_way(ask: Ask) -> None:
    ends = {"from": "company/mines", "to": "country/CC"}
    answer = ask("connections-in-any-way", **ends)
    assert {"country/CC|ATTENDS|event/talks|participant", "deal/pact|HAPPENS_AT|event/talks|occasion"} <= links(answer)
    assert answer.notes == ()


def test_connections_that_are_not_found_say_what_was_looked_for_and_what_else_to_try(ask: Ask) -> None:
    (note,) = ask("connections", **{"from": "company/mines", "to": "country/CC"}).notes
    assert "Border Mines (company/mines)" in note
    assert "Cimmeria (country/CC)" in note
    assert "along: funds, goes to" in note
    assert "Not followed: " in note
    assert "`connections-in-any-way`" in note


@pytest.mark.parametrize("query", ["connections", "connections-in-any-way"])
def test_a_walk_from_a_node_to_itself_asks_for_two(ask: Ask, query: str) -> None:
    answer = ask(query, **{"from": "country/AA", "to": "country/AA"})
    assert answer.table.rows == ()
    assert answer.notes == ("Both ends are Atlantis (country/AA): name two nodes.",)


@pytest.mark.parametrize(
    ("query", "given", "told"),
    [
        ("coverage", {"article": "source/desk"}, "No passage is taken from it; the saved query `sources`"),
        ("one-origin", {"origin": "source/paper"}, "No fact rests on it alone; the saved query `sources`"),
    ],
)
def test_an_empty_answer_about_a_source_says_which_query_knows_more(
    ask: Ask, query: str, given: dict[str, str], told: str
) -> None:
    (note,) = ask(query, **given).notes
    assert told in note
    assert "`around`" not in note


@pytest.mark.parametrize(
    ("query", "given", "named"),
    [
        ("mineral-deals", {"mineral": "mineral/tin"}, None),
        ("what-is-said", {"node": "country/CC"}, "Cimmeria (country/CC)"),
        ("neighbours", {"node": "mineral/tin"}, None),
        ("money-by-funder", {"funder": "country/BB"}, "Borduria (country/BB)"),
        ("one-origin", {"origin": "source/paper"}, "The Paper (source/paper)"),
        ("country-partners", {"country": "country/CC"}, "Cimmeria (country/CC)"),
    ],
)
def test_an_empty_answer_and_no_other_says_that_nothing_was_found(
    ask: Ask, query: str, given: dict[str, str], named: str | None
) -> None:
    found = [note for note in ask(query, **given).notes if note.startswith("Nothing was found")]
    assert len(found) == (named is not None)
    assert all(str(named) in note for note in found)


def test_what_an_answer_leaves_out_is_named_with_ids_only_where_there_is_such(ask: Ask) -> None:
    (partners,) = ask("country-partners", country="country/AA").notes
    assert "Bank of Atlantis (agency/bank)" in partners
    assert ask("country-partners", country="country/BB").notes == ()
    (money,) = (n for n in ask("money-by-funder", funder="country/AA").notes if n.startswith("Not included"))
    assert "Bank of Atlantis (agency/bank)" in money
    assert ask("money-by-funder", funder="agency/bank").notes == ()


def test_overview(ask: Ask) -> None:
    answer = ask("overview")
    assert links(answer) == OF_THE_LOAN | PACT | FOR_THE_RESERVE
    assert nodes(answer).isdisjoint({"country/CC", "deal/letter", "deal/total", "mineral/tin"})


def test_sources(ask: Ask) -> None:
    assert rows(ask("sources"), "article", "publisher", "date", "repeats") == [
        ("The Journal", None, None, ["Journal desk (1)", "The notice (1)"]),
        ("The Paper", "A House", "2026-01-10", ["Its desk (1)", "The notice (1)"]),
    ]


def test_coverage(ask: Ask) -> None:
    ids = ["country/AA", "country/CC", "deal/letter", "deal/pact", "event/talks", "measure/list"]
    more = [
        "agency/bank", "claim/dispute/loan-size/ten", "claim/initiative/reserve/hard-times", "country/BB", "deal/loan",
        "dispute/loan-size", "initiative/reserve", "mineral/tin",
    ]  # fmt: skip
    of_the_letter, of_the_pact, of_attending, of_the_bank, of_the_loan, of_listing, of_a_house = 2, 5, 1, 2, 4, 5, 1
    answer = ask("coverage", article="source/paper")
    assert rows(answer, "line", "record_ids", "relationships", "origins") == [
        (1, ids, of_the_letter + of_the_pact + of_attending + of_listing, ["Its desk"]),
        (2, more, of_the_bank + of_the_loan + of_a_house, ["The notice"]),
    ]
    names = ["Atlantis", "Cimmeria", "Letter for the mine", "Tin pact", "The talks", "The gold list"]
    assert rows(answer, "records")[0] == (names,)


def test_one_origin(ask: Ask) -> None:
    gone_to, beside = "deal/outside|GOES_TO|company/mines|recipient", "deal/outside|ALONGSIDE|deal/loan|outside_money"
    facts = rows(ask("one-origin", origin="source/journal-desk"), "kind", "fact", "articles", "id")
    assert facts == [
        ("Company", "Border Mines", ["The Journal"], "company/mines"),
        ("Deal", "Private money for the mine", ["The Journal"], "deal/outside"),
        ("ALONGSIDE", "Private money for the mine – Loan for the mine", ["The Journal"], beside),
        ("GOES_TO", "Private money for the mine – Border Mines", ["The Journal"], gone_to),
    ]  # fmt: skip


def test_one_origin_counts_two_articles_that_repeat_one_document_once(ask: Ask) -> None:
    facts = rows(ask("one-origin", origin="source/notice"), "id", "articles")
    both = ["The Journal", "The Paper"]
    assert all(row in facts for row in [("deal/loan", both), ("country/BB", both), ("agency/bank", ["The Paper"])])


def test_open_disputes(ask: Ask) -> None:
    assert rows(ask("open-disputes"), "question", "rank", "reading", "said_by", "reason", "articles") == [
        (
            "How large is the loan?",
            "preferred",
            "Ten million.",
            ["Bank of Atlantis"],
            "The notice has it.",
            ["The Paper"],
        ),
        ("How large is the loan?", "normal", "Nine million.", [], "Its own count.", ["The Journal"]),
    ]
    told = set(rows(ask("open-disputes"), "weight", "would_change", "disagreement"))
    assert told == {("not weighed", None, "sources differ")}


def test_what_is_said(ask: Ask) -> None:
    answer = ask("what-is-said", node="initiative/reserve")
    keeps = ("purpose", "Keeps tin for hard times.", "Bank of Atlantis", ["The Paper"])
    assert rows(answer, "topic", "says", "said_by", "articles") == [keeps]


def test_connections_follow_stakes(ask: Ask) -> None:
    found = ask("connections", **{"from": "person/ada", "to": "company/side"})
    start = "person/ada|OWNS|company/middle|owner"
    assert links(found) == {f"{start}|early", f"{start}|late", "company/middle|OWNS|company/side|owner"}


def test_measures(ask: Ask) -> None:
    told = rows(ask("measures", node="country/EE"), "target", "measure", "by_whom", "covers", "listed", "delisted")
    assert told == [("Elbonia", "Ban on antimony", ["Freedonia"], ["Antimony"], "P3M/2025-03", "P1Y/2026-06")]


def test_on_a_day(ask: Ask) -> None:
    def held(node: str, as_of: str) -> list[tuple[Value, ...]]:
        return rows(ask("on-a-day", node=node, as_of=as_of), "who", "what", "of", "share", "held_then")

    middle = held("company/middle", "2021-05-31")
    assert sorted(middle, key=str) == [
        ("Ada Ames", "owns", "Middle Holding", 30, "yes"),
        ("Middle Holding", "owns", "Side Works", None, "not certain"),
        ("Middle Holding", "owns", "The shaft", 100, "not certain"),
        ("Top Holding", "owns", "Middle Holding", 60, "yes"),
    ]
    assert {row[3:] for row in held("person/ada", "2021-06-15")} == {(30, "not certain"), (12.5, "not certain")}
    assert held("person/ada", "2021-07-01") == [("Ada Ames", "owns", "Middle Holding", 12.5, "yes")]
    assert not ask("on-a-day", node="person/ada", as_of="2017-12-31").table.rows
    assert not ask("on-a-day", node="country/EE", as_of="2024-12-31").table.rows
    assert [row[4] for row in held("country/EE", "2025-02-28")] == ["not certain"], "in the first quarter, as told"
    assert [row[1:3] for row in held("country/EE", "2025-04")] == [("targets", "Elbonia")]


def test_properties(ask: Ask) -> None:
    shaft = ask("properties", node="project/shaft")
    assert rows(shaft, "property", "value") == [("kind", ["mine"]), ("since", ["1990"])]
    touching = ask("properties", touching="mineral/tin", property="stage")
    assert rows(touching, "name", "value") == [("Loan for the mine", ["approved"]), ("Tin pact", ["signed"])]
    banks = ask("properties", property="kind", value="bank")
    assert rows(banks, "id", "disputes") == [("agency/bank", None)]
    assert not ask("properties", property="amount_value").table.rows


def test_properties_are_offered_for_what_has_some(engine: Server, ask: Ask) -> None:
    assert ask("properties").table.rows
    node, touching, *_ = CATALOG.get("properties").parameters
    with opened(engine) as graph:
        offered = {c.value for c in choices(graph, node, "worked")}
        near = {c.value for c in choices(graph, touching, "worked")}
    assert {"project/shaft", "agency/bank"} <= offered
    assert not {"person/ada", "country/AA"} & offered
    assert {"person/ada", "mineral/tin"} <= near


def test_agreements(ask: Ask) -> None:
    told = rows(ask("agreements", node="country/AA"), "paper", "stage", "parties", "paper_id")
    assert told == [("Tin pact", "signed", ["Atlantis", "Borduria"], "deal/pact")]


def test_relationships_of_a_type(ask: Ask) -> None:
    assert links(ask("relationships-of-a-type", type="PARTY_TO")) == PACT
    assert not ask("relationships-of-a-type", type="SECURES").table.rows
    with pytest.raises(BadParameter, match=r"there is no PARTY \(did you mean PARTY_TO\?\)"):
        ask("relationships-of-a-type", type="PARTY")


def test_neighbours_has_the_figures_articles_and_disputes_of_a_deal_in_its_rows(ask: Ask) -> None:
    (row,) = (r for r in dicts(ask("neighbours", node="deal/loan")) if r["from"] == "Bank of Atlantis")
    assert (row["to"], row["amount"], row["qualifier"], row["stage"]) == (
        "Loan for the mine", "USD 10 million", "exact", "approved",
    )  # fmt: skip
    assert (row["articles"], row["disputes"], row["disputed"]) == (
        "The Journal; The Paper",
        1,
        "How large is the loan?",
    )


def test_all_money_in_rows_has_parts_breakdowns_and_disputes(ask: Ask) -> None:
    told = dicts(ask("all-money"))
    (inside,) = (r for r in told if r["row"] == "inside")
    assert (inside["name"], inside["as_written"], inside["floor"]) == (
        "Loan for the mine", "USD 10 million", 10 * MILLION,
    )  # fmt: skip
    assert ("by mineral", "Tin", "USD 10 million") in [(r["row"], r["name"], r["comes_to"]) for r in told]
    assert [r["name"] for r in told if r["row"] == "disputed"] == ["How large is the loan?"]


def test_no_query_is_left_out() -> None:
    names = (*globals(), *vars(test_worked_over_time))
    tested = {name.removeprefix("test_").replace("_", "-") for name in names if name.startswith("test_")}
    by_hand = {b.query for b in read_all() if any(a.of in ("worked", "changed") for a in b.answers)}
    assert {q.id for q in CATALOG.queries} <= tested | by_hand
