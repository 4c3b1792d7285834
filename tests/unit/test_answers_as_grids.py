"""Answers as rows: each relationship and lonely node once, each deal in one place of its sum, and Cypher to paste."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from cypher.deals import DealBook
from cypher.exports.cypher_text import to_cypher
from cypher.exports.json_text import dumps, to_json
from cypher.mentions import Mentions
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table
from cypher.saved import QueryAnswer, SavedQuery, read_catalog
from cypher.views.figures import SIDES
from cypher.views.network import network_rows, node_rows, relationship_rows
from cypher.views.table import plain_cell
from cypher.views.totals import totals_rows
from explorer.views.totals import _beside_row
from ledger.amounts import Amount, Interval
from ledger.changes import Change, ChangeKind
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.glossary import spell_term
from ledger.totals import total
from lodegraph.cli.table_layout import is_id
from tests.unit.money_worlds import any_records, loan

MODEL = built_in_model()

CD = GraphNode("country/CD", "Country", {"name": "DRC"})
ORION = GraphNode("company/orion", "Company", {"name": "Orion", "articles": ["source/uni"], "disputes": ["dispute/x"]})
DEAL = GraphNode(
    "deal/x", "Deal",
    {
        "name": "Memorandum", "date": "2026-02-04", "date_of": "signing", "until": "2030", "stage": "letter_issued",
        "amount_value": 10_000_000_000, "amount_unit": "USD", "amount_qualifier": "up_to",
        "disputes": ["dispute/x", "dispute/y"],
    },
)  # fmt: skip
MENTIONS = Mentions(
    {"deal/x": {"company/orion": "Orion", "company/zeta": "Zeta"}},
    {"source/a": "The Paper", "source/b": "The Post", "source/uni": "UNI", "dispute/x": "Who?", "dispute/y": "What?"},
)
SIGNS = GraphEdge(
    "company/orion|PARTY_TO|deal/x|signatory", "PARTY_TO", ORION.id, DEAL.id,
    {"role": "signatory", "paraphrase": "Signs it.", "articles": ["source/a", "source/b"], "origins": ["source/o"]},
)  # fmt: skip
PICTURE = Subgraph((ORION, DEAL, CD), (SIGNS,), truncated=True)


def answer(view: str, table: Table, subgraph: Subgraph = PICTURE) -> QueryAnswer:
    query = SavedQuery(
        id="q", title="Q", question="Q?", category="c", view=view, text="MATCH (n) RETURN n", model=MODEL
    )
    return QueryAnswer(table=table, subgraph=subgraph, model=MODEL, query=query, parameters={}, data_set="mine")


def as_dicts(table: Table) -> list[dict[str, Any]]:
    """Each row by its columns, what is empty left out."""
    return [{c: x for c, x in zip(table.columns, row, strict=True) if x is not None} for row in table.rows]


def test_a_network_is_a_row_for_each_relationship_and_for_each_node_without_one() -> None:
    table = network_rows(PICTURE, MODEL, MENTIONS)
    assert table.truncated
    assert as_dicts(table) == [
        {
            "from": "Orion", "relationship": "is party to", "to": "Memorandum", "role": "signatory",
            "amount": "up to USD 10 billion", "qualifier": "up to", "value": 10_000_000_000, "ceiling": 10_000_000_000,
            "unit": "USD",
            "stage": "letter issued", "date": "2026-02-04", "until": "2030", "date_of": "signing",
            "joint_with": "Orion; Zeta", "says": "Signs it.", "articles": "The Paper; The Post", "origins": 1,
            "disputes": 2, "disputed": "Who? / What?",
            "from_id": "company/orion", "to_id": "deal/x", "id": SIGNS.id,
        },
        {"from": "DRC", "origins": 0, "disputes": 0, "from_id": "country/CD", "id": "country/CD"},
    ]  # fmt: skip


def test_a_row_between_two_deals_has_no_date_of_the_one_whose_figure_it_does_not_show() -> None:
    part = GraphNode("deal/part", "Deal", {"name": "Part", "amount_value": 5, "amount_unit": "USD",
                                           "amount_qualifier": "exact"})  # fmt: skip
    inside = GraphEdge("deal/part|PART_OF|deal/x|part", "PART_OF", part.id, DEAL.id, {"role": "part"})
    (row,) = as_dicts(network_rows(Subgraph((part, DEAL), (inside,)), MODEL))
    assert (row["from"], row["amount"]) == ("Part", "USD 5")
    assert not {"date", "until", "date_of"} & row.keys()


def test_names_stand_first_and_ids_last() -> None:
    for table in (network_rows(PICTURE, MODEL, MENTIONS), node_rows(PICTURE, MODEL, MENTIONS)):
        ids = [is_id(column) for column in table.columns]
        assert ids == sorted(ids)
        assert not ids[0]


def test_a_funder_is_told_with_whom_it_funds_and_never_with_itself() -> None:
    funds = GraphEdge("company/orion|FUNDS|deal/x|funder", "FUNDS", ORION.id, DEAL.id, {"role": "funder"})
    (row,) = as_dicts(relationship_rows(Subgraph((ORION, DEAL), (funds,)), MODEL, MENTIONS))
    assert row["joint_with"] == "Zeta"
    alone = Mentions({"deal/x": {"company/orion": "Orion"}})
    (row,) = as_dicts(relationship_rows(Subgraph((ORION, DEAL), (funds,)), MODEL, alone))
    assert "joint_with" not in row


def test_money_of_a_bank_of_many_states_is_called_multilateral() -> None:
    bank = {"whose_money": "multilateral", "money_of": "agency/bank"}
    loan = GraphNode("deal/l", "Deal", dict(DEAL.properties) | bank)
    mentions = Mentions(names={"agency/bank": "The Bank"})
    (row,) = as_dicts(node_rows(Subgraph((loan,)), MODEL, mentions))
    assert row["amount_note"] == "multilateral money of The Bank"


def test_an_undated_deal_beside_a_dated_one_has_no_date_in_its_row() -> None:
    talks = GraphNode("deal/talks", "Deal", {"name": "Talks", "stage": "negotiating"})
    beside = GraphEdge("deal/talks|ALONGSIDE|deal/x|outside_money", "ALONGSIDE", talks.id, DEAL.id, {})
    (row,) = as_dicts(relationship_rows(Subgraph((talks, DEAL), (beside,)), MODEL, MENTIONS))
    assert row["stage"] == "negotiating"
    assert {"date", "date_of", "until"}.isdisjoint(row)


def test_a_claim_on_a_deal_has_neither_its_figure_nor_its_date() -> None:
    claim = GraphNode("claim/c", "Claim", {"name": "A landmark."})
    about = GraphEdge("claim/c|ABOUT|deal/x|subject", "ABOUT", claim.id, DEAL.id, {"role": "subject"})
    (row,) = as_dicts(relationship_rows(Subgraph((claim, DEAL), (about,)), MODEL, MENTIONS))
    assert {"amount", "date", "stage"}.isdisjoint(row)


def test_a_figure_that_somebody_else_wrote_wrongly_leaves_the_other_cells_standing() -> None:
    broken = GraphNode("deal/x", "Deal", {"name": "Odd", "amount_qualifier": "roughly", "stage": "signed"})
    (row,) = as_dicts(node_rows(Subgraph((broken,)), MODEL, Mentions()))
    assert (row["name"], row["stage"], row.get("amount")) == ("Odd", "signed", None)


def test_cells_are_plain_whatever_a_query_returns() -> None:
    assert plain_cell([CD, SIGNS, 3], MODEL) == "DRC; is party to; 3"
    assert plain_cell({"who": CD, "how many": None}, MODEL) == "who: DRC, how many: None"
    table = answer("table", Table(("a", "b"), ((CD, 5), (None, [ORION, DEAL])))).as_rows()
    assert table.rows == (("DRC", 5), (None, "Orion; Memorandum"))


@settings(max_examples=60)
@given(any_records())
def test_a_deal_stands_once_in_the_rows_of_totals(deals: list[Deal]) -> None:
    table = totals_rows(total(deals), DealBook(tuple(deals), {d.id: d.name.upper() for d in deals}))
    assert {len(row) for row in table.rows} == {len(table.columns)}
    placed = Counter(row["id"] for row in as_dicts(table) if row["row"] in ("added", "inside", "left out"))
    assert placed == dict.fromkeys((d.id for d in deals), 1)


def test_what_one_sum_adds_and_another_counts_inside_a_whole_says_so() -> None:
    whole, middle, part, other = (
        Deal(f"deal/{name}", name, Instrument.LOAN, Stage.COMMITTED, whose, Amount.parse(figure), frozenset(wholes))
        for name, whose, figure, wholes in (
            ("whole", WhoseMoney.BLENDED, "EUR 9", ()),
            ("middle", WhoseMoney.BLENDED, "EUR 8", ("deal/whole",)),
            ("part", WhoseMoney.PRIVATE, "EUR 5", ("deal/middle", "deal/whole")),
            ("other", WhoseMoney.PRIVATE, "EUR 1", ("deal/part",)),
        )
    )
    middle, part = replace(middle, stage=Stage.IN_DEFAULT), replace(part, stage=Stage.FUNDED)
    deals = (whole, middle, part, other)
    rows = as_dicts(totals_rows(total(deals), DealBook(deals, {d.id: d.name.upper() for d in deals})))
    notes = {r["id"]: r.get("note") for r in rows if r["row"] in ("added", "inside")}
    assert notes == {
        "deal/whole": None,
        "deal/middle": "in default; not added again: counted in WHOLE",
        "deal/part": "funded; lies inside MIDDLE, which another sum counts",
        "deal/other": "not added again: counted in PART",
    }


def test_a_pair_says_why_one_of_it_counts_nowhere_and_whose_one_is_that_is_not_at_hand() -> None:
    a, old, mine = (loan(name, Amount.parse("USD 7"), stage=Stage.FUNDED) for name in ("a", "old", "mine"))
    deals = (
        replace(a, may_be_same_as=frozenset({"old"})),
        replace(old, changes=(Change(ChangeKind.SUPERSEDED, "old", "new"),)),
        replace(mine, may_be_same_as=frozenset({"theirs"})),
    )
    book = DealBook(deals, {"old": "The old loan", "theirs": "Their loan"}, funders={"theirs": {"x": "X Bank"}})
    rows = as_dicts(totals_rows(total(deals), book))
    assert [(r["name"], r["note"]) for r in rows if r["row"] == "may be one"] == [
        ("a / The old loan", "The old loan: superseded by new"),
        ("mine / Their loan", "Their loan is not among these figures: funded by X Bank"),
    ]
    assert [(r["row"], r["floor"]) for r in rows[:4]] == [
        ("sum", 14), ("of which funded", 14), ("of which funded without what may be gone", 7),
        ("sum without what may be gone", 7),
    ]  # fmt: skip


def test_what_is_not_itemised_says_which_part_is_told_in_another_currency_and_not_taken_off() -> None:
    whole = loan("whole", Amount.parse("USD 10"), places=frozenset({"country/AA"}))
    here = loan("here", Amount.parse("USD 2"), ["whole"], places=frozenset({"country/AA"}))
    euros = loan("euros", Amount.parse("EUR 5"), ["whole"])
    deeper = loan("deeper", Amount.parse("EUR 1"), ["whole", "euros"])
    later = loan("later", Amount.parse("USD 1"), ["whole"], stage=Stage.COMMITTED)
    deals = (whole, here, euros, deeper, later)
    book = DealBook(deals, {}, beside={"euros": "told also as USD 6, which is not added"})
    rows = as_dicts(totals_rows(total(deals), book))
    (rest,) = (r for r in rows if r["name"] == "not itemised" and r["row"] == "by place")
    assert (rest["floor"], rest["note"].partition("; ")[2]) == (
        8,
        "not taken off, since another sum counts it: "
        "euros (told in EUR; told also as USD 6, which is not added); later",
    )


def test_a_whole_whose_parts_tell_minerals_apart_stands_beside_with_its_figure() -> None:
    both, apart = frozenset({"copper", "nickel"}), frozenset({"copper", "nickel"})
    whole = loan("whole", Amount.parse("USD 10"), minerals=both, told_apart=apart)
    order = loan("order", Amount.parse("USD 4"), ["whole"], minerals=frozenset({"nickel"}))
    year = loan("year", Amount.parse("USD 1"), ["order", "whole"], whole_minerals=frozenset({"nickel"}))
    book = DealBook((whole, order, year), {"nickel": "Nickel"})
    rows = as_dicts(totals_rows(total(book.deals, of_mineral="nickel"), book))
    assert [(r["name"], r["as_written"], r["note"]) for r in rows if r["row"] == "left out"] == [
        ("whole", "USD 10", "of several minerals: a part of it is of others, so that the parts count, each by its own")
    ]
    assert [r["note"] for r in rows if r["row"] == "inside"] == [
        "not added again: counted in order; of Nickel, as its whole is"
    ]
    rest = [r for r in as_dicts(totals_rows(total(book.deals), book)) if r["name"] == "not itemised"]
    assert [(r["floor"], r["note"].partition("; ")[2]) for r in rest if r["row"] == "by mineral"] == [
        (6, "in it whole, whose parts tell minerals apart")
    ]


class Searched(tuple[Deal, ...]):
    """Deals that know how often somebody went through them."""

    times = 0

    def __iter__(self) -> Iterator[Deal]:
        self.times += 1
        return super().__iter__()


def test_rows_of_deals_that_are_left_out_find_each_without_going_through_all() -> None:
    deals = Searched(loan(f"d{i}", Amount.parse("USD 7"), stage=Stage.CANCELLED) for i in range(20))
    totals, book = total(deals), DealBook(deals, {})
    deals.times = 0
    assert len(totals_rows(totals, book).rows) == len([_beside_row(x, book) for x in totals.left_out]) == 20
    assert deals.times == 1


@settings(max_examples=60)
@given(any_records())
def test_each_sum_stands_above_the_deals_that_it_adds(deals: list[Deal]) -> None:
    totals = total(deals)
    rows = as_dicts(totals_rows(totals, DealBook(tuple(deals), {})))
    for group in totals.groups:
        key = (group.key.unit, spell_term(group.key.stage), SIDES[group.key.side])
        mine = [r for r in rows if (r.get("unit"), r.get("stage"), r.get("side")) == key and r["row"] != "left out"]
        first = mine[0]
        assert (first["row"], first["floor"], first.get("ceiling")) == ("sum", *_ends(group.interval))
        assert {row["id"] for row in mine if row["row"] == "added"} == {c.deal for c in group.added}


@settings(max_examples=60)
@given(any_records())
def test_rows_of_totals_hold_parts_breakdowns_and_the_questions_of_disputes(deals: list[Deal]) -> None:
    totals = total(deals)
    rows = as_dicts(totals_rows(totals, DealBook(tuple(deals), {})))
    told = Counter(
        (r["row"], r.get("id"), r.get("floor"), r.get("ceiling")) for r in rows if r["row"].startswith("by ")
    )
    slices = Counter(
        (f"by {b.dimension}", s.value, *_ends(s.interval))
        for group in totals.groups for b in group.breakdowns if any(x.value for x in b.slices) for s in b.slices
    )  # fmt: skip
    assert slices <= told
    written = {d.id: str(d.amount) for d in deals}
    assert all(r["as_written"] == written[r["id"]] for r in rows if r["row"] in ("added", "inside"))
    assert [r["id"] for r in rows if r["row"] == "disputed"] == list(totals.disputes)


def _ends(interval: Interval) -> tuple[int, int | None]:
    return interval.floor, interval.ceiling


def test_json_of_a_network_holds_its_nodes_and_relationships_and_says_that_it_was_cut() -> None:
    document = to_json(answer("network", Table(("r",), ((SIGNS,),), truncated=True)))
    assert (document["rows"], document["truncated"]) == (1, True)
    assert document["data_set"] == "mine"
    assert {n["id"] for n in document["nodes"]} == {"country/CD", "company/orion", "deal/x"}
    assert [(r["start"], r["type"], r["end"]) for r in document["relationships"]] == [(ORION.id, "PARTY_TO", DEAL.id)]
    assert '"Signs it."' in dumps(document)


def test_cypher_to_paste_sets_every_parameter_that_the_text_uses_and_quotes_it() -> None:
    query = read_catalog(MODEL).get("connections")
    text = to_cypher(query, {"from": 'company/a "b" \\', "to": "country/CD", "hops": 3}, "my-set")
    assert text.splitlines()[:4] == [
        ':param from => "company/a \\"b\\" \\\\";',
        ':param to => "country/CD";',
        ":param hops => 3;",
        ':param data_set => "my-set";',
    ]
    assert "(a:Company {id: $from" in text
    assert "(b:Country {id: $to" in text
    assert "{{" not in text


def test_a_figure_says_whose_money_it_is_and_a_share_whose_share() -> None:
    deal = replace(DEAL, properties=DEAL.properties | {"whose_money": "foreign_and_private"})
    funds = GraphEdge("f", "FUNDS", ORION.id, deal.id, {"role": "funder"})
    part = replace(funds, id="p", properties={"amount_value": 5, "amount_unit": "USD", "amount_qualifier": "exact"})
    shown = Subgraph((ORION, deal), (funds, part))
    whole, share = as_dicts(relationship_rows(shown, MODEL, Mentions()))
    assert (whole["amount"], whole["whose_money"]) == ("up to USD 10 billion", "foreign and private")
    assert (share["amount"], share["whose_money"]) == ("USD 5", "of Orion alone")
    assert as_dicts(node_rows(shown, MODEL, Mentions()))[1]["whose_money"] == "foreign and private"


def test_a_stake_an_office_and_a_signature_say_their_terms_in_a_row() -> None:
    ada, pit = (
        GraphNode("person/ada", "Person", {"name": "Ada"}),
        GraphNode("project/pit", "Project", {"since": "1990"}),
    )
    owns = GraphEdge("o", "OWNS", ada.id, pit.id, {"role": "owner", "share": 12.5, "holding": "ultimate"})
    serves = GraphEdge("s", "SERVES", ada.id, CD.id, {"role": "office_holder", "office": "minister", "since": "2021"})
    signs = GraphEdge("z", "SIGNS", ada.id, DEAL.id, {"role": "signatory", "on_behalf_of": "agency/bank"})
    named = Mentions(names={"agency/bank": "The Bank"})
    stake, office, signature = as_dicts(
        relationship_rows(Subgraph((ada, pit, CD, DEAL), (owns, serves, signs)), MODEL, named)
    )
    assert (stake["share"], stake["holding"], stake.get("since")) == (12.5, "ultimate", None)
    assert (office["office"], office["since"]) == ("minister", "2021")
    assert signature["on_behalf_of"] == "The Bank"


def test_a_listing_without_a_day_does_not_take_the_first_day_of_its_measure() -> None:
    listed = GraphNode("measure/list", "Measure", {"name": "List", "since": "2024", "until": "2026"})
    ada, council = GraphNode("person/ada", "Person", {"name": "Ada"}), GraphNode("agency/c", "Agency", {"name": "C"})
    targets = [
        GraphEdge(f"t{day}", "TARGETS", listed.id, ada.id, {"role": "target"} | ({"since": day} if day else {}))
        for day in ("", "2025-03-01")
    ]
    imposes = GraphEdge("i", "IMPOSES", council.id, listed.id, {"role": "imposer"})
    found = as_dicts(relationship_rows(Subgraph((listed, ada, council), (*targets, imposes)), MODEL, Mentions()))
    assert [(row.get("since"), row.get("until")) for row in found] == [
        (None, None),
        ("2025-03-01", None),
        ("2024", "2026"),
    ]
