"""A set's own words that are narrower than ours: as what they are read, what is kept of them, and what is refused."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cypher.model import Extension, Model, built_in_model, extend, model_of
from cypher.model.extension import Narrower
from cypher.model.narrower import Words
from ledger.deals import Stage
from loader.check import Checked, check
from loader.editor_schema import make_schema
from loader.expand.own_words import use_own_words
from loader.records import Link, Node, RawRecord, Where
from tests.unit.small_records import deal, folder_of

BASE = "- {id: company/a, name: Alpha, kind: company, says: Alpha digs., evidence: [paper:1]}\n"
COMPANY = "- {id: company/b, name: Beta, kind: company, says: Beta digs., evidence: [paper:1], links: [%s]}\n"


def narrower(*entries: str, more: str = "") -> str:
    return more + "narrower:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def checked(folder: Path, model: str, records: str) -> Checked:
    found = check(folder_of(folder, records, model=model))
    assert found.problems == (), "\n".join(map(str, found.problems))
    return found


def node(found: Checked, node_id: str) -> Node:
    return next(item for item in found.items if isinstance(item, Node) and item.id == node_id)


def link(found: Checked, type_: str) -> Link:
    return next(item for item in found.items if isinstance(item, Link) and item.type == type_)


def told(folder: Path, model: str, records: str = BASE) -> list[str]:
    return [str(p) for p in check(folder_of(folder, records, model=model)).problems]


SHAREHOLDER = "term: shareholder, of: OWNS.role, is: owner"


def test_a_narrower_role_is_read_as_ours_and_its_word_is_kept(tmp_path: Path) -> None:
    records = BASE + COMPANY % "{type: OWNS, from: company/a, role: shareholder, share: 60 %}"
    owns = link(checked(tmp_path, narrower(SHAREHOLDER), records), "OWNS")
    assert owns.id == "company/a|OWNS|company/b|owner"
    assert owns.properties["own_role"] == "shareholder"


def test_shares_of_narrower_owners_count_in_what_is_above_the_whole(tmp_path: Path) -> None:
    direct = f"{SHAREHOLDER}, fills: {{holding: direct}}"
    stakes = (
        "{type: OWNS, from: company/a, role: shareholder, share: 60, since: 2020}, "
        "{type: OWNS, from: company/c, share: 60, holding: direct, since: 2020}"
    )
    third = BASE.replace("company/a", "company/c").replace("Alpha", "Gamma")
    found = told(tmp_path, narrower(direct), BASE + third + COMPANY % stakes)
    assert len(found) == 1
    assert "direct shares of company/b come to 120 per cent" in found[0]


def test_a_narrower_type_may_go_the_other_way_and_fill_what_it_says(tmp_path: Path) -> None:
    model = narrower("relationship_type: OWNED_BY, is: OWNS, turned: true, fills: {holding: ultimate}")
    owns = link(checked(tmp_path, model, BASE + COMPANY % "{type: OWNED_BY, to: company/a, share: 5}"), "OWNS")
    assert (owns.start, owns.end, owns.role) == ("company/a", "company/b", "owner")
    assert (owns.properties["holding"], owns.properties["own_type"]) == ("ultimate", "OWNED_BY")


def test_a_narrower_stage_counts_as_ours_also_in_a_history(tmp_path: Path) -> None:
    model = narrower("term: disbursed, of: Deal.stage, is: drawn")
    steps = "[{stage: signed, date: 2024, evidence: [paper:1]}, {stage: disbursed, date: 2025, evidence: [paper:1]}]"
    record = deal("d", "USD 9", history=steps, stage="disbursed")
    found = checked(tmp_path, model, record)
    assert found.index.deals["deal/d"].properties["stage"] == Stage.DRAWN
    assert found.index.deals["deal/d"].properties["own_stage"] == "disbursed"
    assert [step.stage for step in found.index.steps["deal/d"]] == [Stage.SIGNED, Stage.DRAWN]
    assert node(found, "claim/deal/d/history/2025-drawn").properties["own_stage"] == "disbursed"


def test_a_figure_that_is_no_new_money_is_kept_as_a_text_and_leaves_the_sums(tmp_path: Path) -> None:
    own = "extend: [{label: Deal, properties: [{name: paid_back, meaning: what is paid back}]}]\n"
    model = narrower("term: repayment, of: Deal.instrument, is: unspecified, fields: {amount: paid_back}", more=own)
    properties = checked(tmp_path, model, deal("d", "USD 9", instrument="repayment")).index.deals["deal/d"].properties
    assert properties["paid_back"] == "USD 9"
    assert "amount_value" not in properties


def test_a_fields_own_name_takes_its_evidence_along_and_its_problems_name_it(tmp_path: Path) -> None:
    model = narrower("field: undrawn, of: Deal, is: undisbursed")
    record = deal("d", "USD 9", undrawn="USD 4", evidence_for="{undrawn: [paper:2.10]}")
    properties = checked(tmp_path / "a", model, record).index.deals["deal/d"].properties
    assert (properties["undisbursed"], properties["undisbursed_evidence"]) == ("USD 4", ["paper:2.10"])
    found = told(tmp_path / "b", model, deal("d", "USD 9", undrawn="four"))
    assert len(found) == 1
    assert found[0].split(": ")[1] == "undrawn"


def test_a_narrower_label_keeps_its_ids_and_stands_where_ours_does(tmp_path: Path) -> None:
    model = narrower("label: Restriction, is: Measure, fields: {from: since}")
    records = (
        "- {id: restriction/one, name: One, kind: export_ban, from: 2025-03, says: One bars it., evidence: [paper:1], "
        "links: [{type: TARGETS, to: company/a}]}\n"
    )
    found = checked(tmp_path, model, BASE + records)
    one = node(found, "restriction/one")
    assert (one.label, one.properties["since"], one.properties["own_label"]) == ("Measure", "2025-03", "Restriction")


def test_one_word_is_two_types_by_the_label_that_it_goes_from(tmp_path: Path) -> None:
    model = narrower(
        "relationship_type: GUARANTEES, from: [Company], is: PARTY_TO, role: guarantor",
        "relationship_type: GUARANTEES, from: [Deal], is: SECURES",
    )
    cover = deal("c", "USD 5", instrument="guarantee", links=(
        "{type: GUARANTEES, from: company/a}, {type: GUARANTEES, to: deal/d}"
    ))  # fmt: skip
    found = checked(tmp_path, model, BASE + deal("d", "USD 9") + cover)
    assert link(found, "PARTY_TO").role == "guarantor"
    assert (link(found, "SECURES").start, link(found, "SECURES").end) == ("deal/c", "deal/d")


def test_a_dispute_about_a_narrower_relationship_is_about_ours(tmp_path: Path) -> None:
    model = narrower(SHAREHOLDER, "relationship_type: OWNED_BY, is: OWNS, turned: true")
    dispute = (
        "- {id: dispute/who, question: Does Alpha own Beta?, kind: verb, "
        "concerns: [company/b|OWNED_BY|company/a|shareholder], readings: ["
        "{key: yes, says: Alpha owns Beta., rank: preferred, reason: A register., evidence: [paper:1]}, "
        "{key: no, says: Alpha has no part of Beta., rank: normal, stance: denies, reason: A word., "
        "evidence: [paper:2.10]}]}\n"
    )
    records = BASE + COMPANY % "{type: OWNED_BY, to: company/a, role: shareholder}" + dispute
    found = checked(tmp_path, model, records)
    concerned = node(found, "dispute/who").properties["concerned_relationships"]
    assert concerned == ["company/a|OWNS|company/b|owner"]


def test_what_a_set_declares_of_claims_stands_on_steps_and_readings(tmp_path: Path) -> None:
    own = "extend: [{label: Claim, properties: [{name: amount_then, meaning: a figure as text}]}]\n"
    model = narrower("field: amount, of: Claim, is: amount_then", more=own)
    steps = "[{stage: signed, date: 2024, amount: USD 7, evidence: [paper:1]}]"
    found = checked(tmp_path, model, deal("d", "USD 9", history=steps, stage="signed"))
    step = node(found, "claim/deal/d/history/2024-signed")
    assert step.properties["amount_then"] == "USD 7"
    assert "amount_value" not in step.properties


def test_entries_are_told_as_texts_and_what_they_cite_is_their_evidence(tmp_path: Path) -> None:
    model = "extend: [{label: Company, properties: [{name: stocks, meaning: what was counted, kind: entries}]}]\n"
    record = BASE.replace("says:", "stocks: [{amount: 5 tons, day: 2025, evidence: [paper:2.10]}, none], says:")
    company = node(checked(tmp_path, model, record), "company/a")
    assert company.properties["stocks"] == ["amount: 5 tons, day: 2025", "none"]
    assert company.properties["stocks_evidence"] == ["paper:2.10"]
    assert set(company.citations) == {"paper:1", "paper:2.10"}


LICENCES = """\
labels:
  - {label: Licence, plural: Licences, meaning: A right to dig., family: deal, properties: [
      {name: standings, meaning: what became of it, kind: entries}]}
relationship_types:
  - {name: HELD_FOR, reads: is held for, from: [Licence], to: [Company], roles: [holder], meaning: For whom.,
      properties: [
      {name: share, meaning: of how much, kind: decimal}]}
"""


def test_what_has_no_stages_may_call_something_else_its_history(tmp_path: Path) -> None:
    model = narrower("field: history, of: Licence, is: standings", more=LICENCES)
    licence = (
        "- {id: licence/l, name: Licence, says: So., evidence: [paper:1], history: [{event: granted, date: 2025-01, "
        "evidence: [paper:2.10]}], links: [{type: HELD_FOR, to: company/a, share: 30 per_cent}]}\n"
    )
    found = checked(tmp_path, model, BASE + licence)
    kept = node(found, "licence/l")
    assert kept.properties["standings"] == ["event: granted, date: 2025-01"]
    assert kept.properties["standings_evidence"] == ["paper:2.10"]
    assert link(found, "HELD_FOR").properties["share"] == 30.0, "a share is per cent wherever it stands"
    schema = json.loads(make_schema(extend(built_in_model(), Extension.model_validate(yaml.safe_load(model)))))
    written = yaml.load(BASE + licence, yaml.BaseLoader)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(written)] == []


def test_a_record_does_not_write_what_the_loader_keeps(tmp_path: Path) -> None:
    found = told(tmp_path, narrower(SHAREHOLDER), BASE + COMPANY % "{type: OWNS, from: company/a, own_role: king}")
    assert len(found) == 1
    assert "own_role: is written by the loader" in found[0]


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (deal("d", "USD 9", undrawn="USD 4", undisbursed="USD 5"), "undrawn: is undisbursed in other words"),
        (
            deal("d", "USD 9", instrument="damages", amount_of="cost"),
            "amount_of: 'damages' says amount_of: claim, and the record cost",
        ),
    ],
)
def test_what_says_two_things_is_told_and_neither_is_guessed(tmp_path: Path, records: str, said: str) -> None:
    model = narrower(
        "field: undrawn, of: Deal, is: undisbursed",
        "term: damages, of: Deal.instrument, is: unspecified, fills: {amount_of: claim}",
    )
    found = told(tmp_path, model, records)
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("is: OWNS", "does not name the word of the set"),
        ("label: A, term: b, is: OWNS", "names label and term"),
        ("term: x, of: OWNS.role, is: nobody", "there is no term of OWNS.role 'nobody'"),
        ("term: owner, of: OWNS.role, is: owner", "'owner' is a term of OWNS.role already"),
        ("term: x, of: OWNS, is: owner", "does not say whose word it is"),
        ("term: x, of: OWN.role, is: owner", "did you mean OWNS?"),
        ("term: x, of: Claim.rank, is: preferred", "there is no label or relationship type 'Claim'"),
        ("term: x, of: Deal.name, is: y", "there is no property with terms of Deal 'name'"),
        ("term: x, of: Deal.stage, is: signed, fills: {stage: drawn}", "is what the word itself says"),
        (
            "term: x, of: Deal.stage, is: signed, fills: {amount_value: '9'}",
            "there is no property of Deal 'amount_value'",
        ),
        (
            "term: x, of: Deal.stage, is: signed, fills: {instrument: gift}",
            "there is no term of Deal.instrument 'gift'",
        ),
        ("term: x, of: Deal.instrument, is: loan, fields: {amount: equivalent}", "a figure that is none of a deal's"),
        ("label: Loan, is: Deal", "ids of a Deal start with its own kind"),
        ("label: Country, is: Place", "'Country' is a label that is built in"),
        ("label: Word, is: Passage", "there is no label 'Passage'"),
        ("relationship_type: OWNS, is: FUNDS", "'OWNS' is a relationship type that is built in"),
        (
            "relationship_type: PART_OF, from: [Deal], is: ALONGSIDE",
            "'PART_OF' is a relationship type that is built in",
        ),
        ("relationship_type: A_B, is: RESTS_ON", "there is no relationship type 'RESTS_ON'"),
        ("relationship_type: A_B, is: OWNS, role: king", "'king' is no role of OWNS"),
        ("relationship_type: A_B, is: OWNS, from: [Deal]", "OWNS does not go from 'Deal'"),
        ("relationship_type: a b, is: OWNS", "'a b' is no name of a relationship type"),
        ("field: stage, of: Deal, is: notice", "Deal has a property 'stage'"),
        ("field: says, of: Deal, is: notice", "every record has 'says' already"),
        ("field: history, of: Deal, is: notice", "every record has 'history' already"),
        ("field: by, of: Claim, is: reason", "claims, steps or readings have 'by' already"),
        ("field: value, of: Deal, is: amount_value", "there is no property of Deal 'amount_value'"),
        ("field: amount, of: Company, is: kind", "a figure that is none of a deal's is no kind"),
        ("field: x, of: Deal, is: notice, role: y", "is nothing that a field has"),
    ],
)
def test_a_word_that_cannot_be_is_told_with_its_field_and_a_remedy(tmp_path: Path, entry: str, said: str) -> None:
    found = told(tmp_path, narrower(entry))
    assert any(said in problem and problem.startswith("model.yaml:2: narrower.0") for problem in found), found


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((SHAREHOLDER, SHAREHOLDER), "'shareholder' stands twice for OWNS.role"),
        (("relationship_type: A_B, is: OWNS", "relationship_type: A_B, is: FUNDS"), "'A_B' stands twice"),
    ],
)
def test_a_word_of_two_meanings_is_refused(tmp_path: Path, entries: tuple[str, ...], said: str) -> None:
    found = told(tmp_path, narrower(*entries))
    assert len(found) == 1
    assert said in found[0]


def test_the_graph_keeps_the_words_and_gives_them_back() -> None:
    extension = Extension.model_validate(yaml.safe_load(narrower(SHAREHOLDER, "label: Restriction, is: Measure")))
    found = model_of(extension.to_text())
    assert found.words == extend(built_in_model(), extension).words
    restriction = found.find_label_of_id("restriction/one")
    assert restriction is not None and restriction.label == "Measure"
    own_role = found.relationship_type("OWNS").property("own_role")
    assert own_role is not None and "shareholder (owner)" in own_role.meaning


def test_an_editor_takes_what_the_check_takes(tmp_path: Path) -> None:
    own = "extend: [{label: Claim, properties: [{name: amount_then, meaning: a figure as text}]}]\n"
    words = narrower(
        SHAREHOLDER, "label: Restriction, is: Measure, fields: {from: since}",
        "field: amount, of: Claim, is: amount_then",
        "relationship_type: OWNED_BY, is: OWNS, turned: true", "field: undrawn, of: Deal, is: undisbursed", more=own,
    )  # fmt: skip
    schema = json.loads(make_schema(extend(built_in_model(), Extension.model_validate(yaml.safe_load(words)))))
    steps = "[{stage: signed, date: 2024-01, amount: USD 7, evidence: [paper:1]}]"
    records = (
        BASE + COMPANY % "{type: OWNED_BY, to: company/a, role: shareholder, share: 60 %}"
        + "- {id: restriction/one, name: One, kind: export_ban, from: 2025-03, says: One bars it., "
        + "evidence: [paper:1]}\n"
        + deal("d", "USD 9", undrawn="USD 4", stage="signed", history=steps)
    )  # fmt: skip
    checked(tmp_path, words, records.replace("says: One", "links: [{type: TARGETS, to: company/a}], says: One"))
    validator = Draft202012Validator(schema)
    assert [e.message for e in validator.iter_errors(yaml.load(records, yaml.BaseLoader))] == []
    for wrong in ("undrown: 5, says", "own: {x: y}, says", "own_label: x, says"):
        assert list(validator.iter_errors(yaml.load(records.replace("says", wrong, 1), yaml.BaseLoader)))


STAGES = st.sampled_from([str(stage) for stage in Stage])


@given(STAGES, st.sampled_from(["loan", "grant"]), st.booleans())
def test_a_word_is_read_as_what_it_is_and_what_was_written_stays(stage: str, instrument: str, is_own: bool) -> None:
    entry = Narrower.model_validate({"term": "mine", "of": "Deal.stage", "is": stage})
    model: Model = extend(built_in_model(), Extension(narrower=(entry,)))
    fields = {"id": "deal/d", "name": "D", "stage": "mine" if is_own else stage, "instrument": instrument}
    record = RawRecord(Where("records.yaml", 1), dict(fields))
    once, problems = use_own_words(record, model)
    assert (problems, record.fields) == ([], fields)
    assert once.fields["stage"] == stage
    assert ("own_stage" in once.fields) == is_own
    assert Words.of([entry]).terms["Deal"]["stage"]["mine"].broader == stage
