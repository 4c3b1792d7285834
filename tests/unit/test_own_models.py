"""A model that a set extends: what is refused and where, what follows from it, and how the graph keeps it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import BadExtension, Extension, Family, PropertyKind, Shape, built_in_model, extend, model_of
from cypher.saved import read_catalog
from cypher.schema import constraints
from cypher.text.quoting import PLAIN
from cypher.text.reserved import is_reserved
from loader.check import check
from loader.digest import digest
from tests.unit.small_records import deal, folder_of, only, problems

MODEL = built_in_model()
LABEL = "label: Permit, plural: Permits, meaning: a permit, family: deal"
GRANTS = "name: GRANTS, reads: grants, from: [Agency], to: [Permit], roles: [granter], meaning: who gives it"
PERMIT = f"labels: [{{{LABEL}}}]\n"
RECORDS = """\
- id: permit/pit
  name: Permit of the pit
  says: It is given.
  evidence: [paper:1]
  links:
    - {type: GRANTS, from: agency/bank}
"""


def wrong(folder: Path, model: str) -> str:
    """The one problem that a model has."""
    found = [p for p in check(folder_of(folder, model=model)).problems if p.where.file == "model.yaml"]
    assert len(found) == 1, "\n".join(map(str, found))
    return str(found[0])


def label(**changed: str) -> str:
    fields = {"label": "Permit", "plural": "Permits", "meaning": "a permit", "family": "deal"} | changed
    return "labels:\n  - {" + ", ".join(f"{k}: {v}" for k, v in fields.items()) + "}\n"


def having(property_: str) -> str:
    return label(properties=f"[{{{property_}, meaning: m}}]")


def type_(**changed: str) -> str:
    fields = dict(part.split(": ", 1) for part in GRANTS.replace(", ", "\n").split("\n")) | changed
    return PERMIT + "relationship_types:\n  - {" + ", ".join(f"{k}: {v}" for k, v in fields.items()) + "}\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("'Per`mit'", "labels.0.label: 'Per`mit' is no name of a label; write letters alone"),
        ("permit", "'permit' is no name of a label"),
        ("PERMIT", "'PERMIT' is no name of a label"),
        ("Permit2", "'Permit2' is no name of a label"),
        ("'Permit) DETACH DELETE (n'", "is no name of a label"),
        ("Match", "'Match' is a word of Cypher itself; add a word to it"),
        ("Company", "'Company' is a label that is built in; write another, such as CompanyRecord"),
        ("DataSet", "'DataSet' is a label that is built in"),
        ("DataseT", "'DataseT' is a label that is built in, DataSet"),
        ("PartOf", "'PartOf' is a relationship type that is built in, PART_OF"),
        ("Gathered", "'Gathered' is a word of the program's own"),
    ],
)  # fmt: skip
def test_a_label_that_clashes_or_is_not_safe_is_refused(tmp_path: Path, name: str, said: str) -> None:
    assert said in wrong(tmp_path, label(label=name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("grants", "relationship_types.0.name: 'grants' is no name of a relationship type; write capitals"),
        ("'GRANTS|FUNDS'", "is no name of a relationship type"),
        ("SET", "'SET' is a word of Cypher itself"),
        ("OWNS", "'OWNS' is a relationship type that is built in; write another, or extend what is there"),
        ("COMPANY", "'COMPANY' is a label that is built in, Company"),
        ("PERMIT", "'PERMIT' is too much like 'Permit' above"),
    ],
)
def test_a_type_that_clashes_or_is_not_safe_is_refused(tmp_path: Path, name: str, said: str) -> None:
    assert said in wrong(tmp_path, type_(name=name))


@pytest.mark.parametrize(
    ("property_", "said"),
    [
        ("name: 'a`b'", "labels.0.properties.0.name: 'a`b' is no name of a property; write small letters"),
        ("name: Number", "'Number' is no name of a property"),
        ("name: order", "'order' is a word of Cypher itself; add a word to it, such as order_given"),
        ("name: says", "every record has 'says' already"),
        ("name: data_set", "every record has 'data_set' already, or it is written by the loader"),
        ("name: also_named", "every record has 'also_named' already"),
        ("name: rung", "'rung' is what stage was called before"),
        ("name: status_evidence", "'status_evidence' would name passages for a property"),
        ("name: amount_value", "'amount_value' is of a deal's figure, by which sums go; write the figure as a deal"),
        ("name: whose_money", "'whose_money' is of a deal's figure"),
        ("name: iso_alpha2", "'iso_alpha2' is read by checks of what is built in"),
        ("name: date", "'date' holds a date elsewhere in the model; write `kind: date`, or call it otherwise"),
        ("name: status, terms: []",
         "labels.0.properties.0.terms: 'status' lists no terms; write `terms: [valid, lapsed]`"),
        ("name: status, kind: term", "labels.0.properties.0.kind: 'status' lists no terms"),
        ("name: status, kind: text, terms: [valid]", "stands beside `kind: text`; write `kind: term`"),
        ("name: status, terms: [In force]", "terms.0: 'In force' is no term; write in_force"),
        ("name: status, terms: [valid, valid]", "terms.1: 'valid' is there already"),
        ("name: status, kind: txt",
         "kind: 'txt' is none of its values in model.yaml; use one of text, integer, decimal"),
        ("name: status, required: maybe",
         "required: 'maybe' is neither true nor false in model.yaml; write true or false"),
    ],
)  # fmt: skip
def test_a_property_that_clashes_or_cannot_be_is_refused(tmp_path: Path, property_: str, said: str) -> None:
    assert said in wrong(tmp_path, having(property_))


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (label(family="evidence"),
         "labels.0.family: 'evidence' is none of its values in model.yaml; use one of party, "),
        (label(kind="permits"), "labels.0.kind: ids of Permit start with permit/, not permits/; write permit"),
        (label(colour="brown"), "labels.0.colour: 'brown' is no colour; write six digits in quotes, such as"),
        (label(shape="cube"), "labels.0.shape: 'cube' is none of its values in model.yaml; use one of dot, square"),
        (label(kinds="[mine]", properties="[{name: kind, meaning: m, terms: [a]}]"), "'kind' is declared already"),
        (f"labels: [{{{LABEL}}}, {{{LABEL}}}]", "labels.1.label: 'Permit' stands twice; make the two one entry"),
        ("labels: [{label: Permit, family: deal, plural: Permits}]", "labels.0.meaning: is missing in model.yaml"),
        (type_(**{"from": "[Agencies]"}),
         "relationship_types.0.from.0: there is no label 'Agencies'; did you mean Agency?"),
        (type_(to="[Source]"), "relationship_types.0.to.0: Source is of the evidence"),
        (type_(roles="[]"), "relationship_types.0.roles: is empty; say how the start stands to the end"),
        ("lables: []", "lables: is no field in model.yaml; did you mean labels?"),
        ("terms: {topic: [fee]}",
         "terms: stands in the wrong place in model.yaml; write it in the entry that it is of"),
        ("extend: [{kinds: [trader]}]",
         "extend.0: does not name what it extends; write `label:` or `relationship_type:`"),
        ("extend: [{label: Compny, kinds: [trader]}]",
         "extend.0.label: there is no 'Compny' to extend; did you mean Company?"),
        (PERMIT + "extend: [{label: Permit, kinds: [a]}]",
         "'Permit' is declared in this file; write what it has where"),
        ("extend: [{label: Company, kinds: [a, a]}]", "extend.0.kinds.1: 'a' is there already"),
        ("extend: [{label: Country, kinds: [land]}]", "extend.0.kinds: Country has no terms of 'kind'"),
        ("extend: [{label: Company, roles: [a]}]", "extend.0.roles: is nothing that a label has (Company)"),
        ("extend: [{label: Deal, terms: {stage: [talked]}}]",
         "stage takes no terms of a set, since sums are kept apart by stage"),
        ("extend: [{label: Deal, instruments: [sukuk]}]",
         "a set adds no instrument of its own, since sums are kept apart by it"),
        ("extend: [{label: Deal, whose_money: [crowd]}]", "a set adds no whose_money of its own"),
        ("extend: [{label: Claim, terms: {rank: [best]}}]", "checks depend on the terms of rank"),
        ("extend: [{label: DataSet, properties: [{name: a, meaning: m}]}]", "DataSet is written in a form of its own"),
        ("extend: [{label: Passage, properties: [{name: a, meaning: m}]}]", "Passage is written in a form of its own"),
        ("extend: [{label: Company, properties: [{name: kind, meaning: m}]}]", "'kind' is declared already"),
        ("extend: [{relationship_type: RESTS_ON, roles: [a]}]", "RESTS_ON is of the evidence itself"),
        ("extend: [{relationship_type: PART_OF, roles: [bit]}]", "sums follow PART_OF, which stays as it is there"),
        (PERMIT + "extend: [{relationship_type: FUNDS, to: [Permit]}]",
         "sums follow FUNDS, which stays as it is there"),
        (PERMIT + "extend: [{relationship_type: FUNDS, from: [Permit]}]",
         "Permit cannot fund a deal; name a label with `family: party`"),
        ("extend: [{relationship_type: OWNS, from: [Permit, Permit]}]\n" + PERMIT,
         "extend.0.from.1: Permit is there already"),
        ("extend: [{relationship_type: OWNS, properties: [{name: share, meaning: m}]}]", "'share' is declared already"),
        ("extend: [{label: Deal, properties: [{name: tenor, meaning: m, kind: integer}]}]",
         "'tenor' is declared already"),
        ("extend: [{relationship_type: OWNS, kinds: [a]}]", "OWNS has no terms that a set adds to"),
        ("extend: [{label: Company, kinds: [a]}, {label: Company, kinds: [b]}]", "extend.1: 'Company' stands twice"),
    ],
)  # fmt: skip
def test_what_a_set_cannot_add_is_told_with_its_field_and_a_remedy(tmp_path: Path, model: str, said: str) -> None:
    assert said in wrong(tmp_path, model)


def test_a_problem_stands_at_its_own_line_and_records_wait(tmp_path: Path) -> None:
    text = (
        "labels:\n  - label: Permit\n    plural: Permits\n    meaning: a permit\n    family: deal\n    colour: brown\n"
    )
    checked = check(folder_of(tmp_path, RECORDS, model=text))
    assert [str(p.where) for p in checked.problems] == ["model.yaml:6"]
    assert [p.what for p in checked.warnings] == ["records are not checked as long as this file has problems"]


def test_records_of_own_labels_and_types_are_held_against_the_model(tmp_path: Path) -> None:
    whole = PERMIT + f"relationship_types: [{{{GRANTS}}}]\n"
    assert problems(tmp_path, RECORDS, model=whole) == ()
    wrong_end = RECORDS.replace("agency/bank", "country/AA")
    assert "country/AA is a Country, and GRANTS does not go from one" in only(tmp_path, wrong_end, model=whole)
    unknown = RECORDS.replace("  links:", "  number: 7\n  links:")
    assert "a Permit has no property 'number'" in only(tmp_path, unknown, model=whole)
    expected = "counts: {Permit: {exactly: 2}}"
    assert "counts.Permit: there are 1, expected exactly 2" in only(tmp_path, RECORDS, model=whole, expected=expected)
    (tmp_path / "expected.yaml").unlink()
    figure = RECORDS.replace("  links:", "  amount: USD 5\n  links:")
    assert "permit/pit has no amount" in only(tmp_path, figure, model=whole)


def test_without_a_model_file_nothing_is_other_than_before(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path))
    assert checked.model is MODEL
    assert (checked.extension, checked.extension.to_text()) == (Extension(), "{}")
    assert "'permit/pit' starts with no known kind" in str(problems(tmp_path, RECORDS)[0])


def test_the_digest_of_a_set_changes_with_its_model(tmp_path: Path) -> None:
    before = digest(folder_of(tmp_path, model=PERMIT))
    after = digest(folder_of(tmp_path, model=label(colour='"#123456"')))
    assert before != after
    assert check(tmp_path).digest == after


def test_a_model_file_further_down_is_told(tmp_path: Path) -> None:
    assert "more/model.yaml:1: file: is read only at the top of the folder" in only(tmp_path, more__model=PERMIT)


def test_own_types_join_paths_and_own_labels_are_offered(tmp_path: Path) -> None:
    text = f"labels: [{{{LABEL}}}, {{label: Fund, plural: Funds, meaning: m, family: party}}]\n"
    text += f"relationship_types: [{{{GRANTS}, walkable: 'true'}}]\n"
    text += "extend: [{relationship_type: FUNDS, from: [Fund]}]\n"
    model = check(folder_of(tmp_path, model=text)).model
    catalog = read_catalog(model)
    assert "|GRANTS*" in catalog.get("connections").text
    assert "GRANTS" not in read_catalog(MODEL).get("connections").text
    for query in ("connections", "connections-in-any-way", "around", "neighbours", "what-is-said"):
        assert {"Permit", "Fund"} <= set(catalog.get(query).parameters[0].labels), query
    assert catalog.get("money-by-funder").parameters[0].labels == ("Agency", "Country", "Company", "Person", "Fund")
    (_, covers) = catalog.get("money-by-funder").leaves_out
    assert covers.fill({"funder": "Fund"}, catalog.model).startswith("MATCH (:Fund {id: $funder")
    assert {"Permit", "Fund"} <= set(model.relationship_type("ABOUT").ends) & set(
        model.relationship_type("CONCERNS").ends
    )
    assert "Fund" in model.relationship_type("SAID_BY").ends
    assert "Permit" not in model.relationship_type("SAID_BY").ends
    assert (model.label("Fund").family, model.parties[-1]) == (Family.PARTY, "Fund")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("colour: red", "former_names, iso_alpha2, says, basis, evidence, or declare it in model.yaml"),
        ("kind: kingdom", "basis, evidence, or declare it in model.yaml with its terms"),
        ("date: 2024", "basis, evidence, or declare it in model.yaml as `kind: date`"),
        ("stage: signed", "former_names, iso_alpha2, says, basis, evidence"),
        ("links: [{type: VISITS, to: event/talks}]", "use one of them (docs/model.md), or declare it in model.yaml"),
        ("links: [{type: visits, to: event/talks}]", "use one of them (docs/model.md)"),
        ("links: [{type: HOSTS, role: host, to: ship/one}]", "correct the id, or declare the label Ship in model.yaml"),
        ("links: [{type: HOSTS, role: host, to: set/one}]", "correct the id"),
    ],
)
def test_what_the_model_lacks_is_told_with_model_yaml_only_where_that_helps(
    tmp_path: Path, field: str, said: str
) -> None:
    record = f"- {{id: country/CC, name: C, says: Sits., evidence: [paper:1], {field}}}\n"
    assert str(problems(tmp_path, record)[0]).endswith(said)


def test_a_term_that_is_not_there_may_be_added_where_no_sum_rests_on_it(tmp_path: Path) -> None:
    record = "- {id: agency/c, name: Archive, kind: archive, says: Sits., evidence: [paper:1]}\n"
    assert only(tmp_path, record).endswith("working_group, or add it in model.yaml")
    assert problems(tmp_path, record, model="extend: [{label: Agency, kinds: [archive]}]") == ()
    (tmp_path / "model.yaml").unlink()
    assert "add it in model.yaml" not in only(tmp_path, deal("x", stage="talked"))


def test_claims_and_disputes_are_of_own_labels_and_own_parties_give_their_own_money(tmp_path: Path) -> None:
    text = f"labels: [{{{LABEL}}}, {{label: Fund, plural: Funds, meaning: m, family: party}}]\n"
    text += "extend: [{relationship_type: FUNDS, from: [Fund]}]\n"
    records = """
        - {id: fund/one, name: One, says: It lends., evidence: [paper:1]}
        - id: permit/pit
          name: Permit
          says: It is given.
          evidence: [paper:1]
          claims: [{key: plan, topic: plan, says: The permit grows., by: [fund/one], evidence: [paper:1]}]
        - {id: deal/loan, name: Loan, amount: USD 5, instrument: loan, stage: signed, whose_money: private,
           says: Lent., evidence: [paper:1], links: [{type: FUNDS, from: fund/one}]}
        """
    dispute = """
        id: dispute/permit
        question: Does the permit hold?
        kind: wording
        concerns: [permit/pit]
        readings:
          - {key: yes, says: It holds., rank: preferred, reason: Closest., evidence: [paper:1], by: [fund/one]}
          - {key: no, says: It does not., rank: normal, reason: Later., evidence: [paper:2.10]}
        """
    assert problems(tmp_path, records, model=text, disputes__permit=dispute) == ()


def test_a_role_that_is_added_does_not_take_the_single_ones_place(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path, "- {id: company/a, name: A, kind: company, says: Owned., evidence: [paper:1], "
                              "links: [{type: OWNS, from: agency/bank}]}\n",
                              model="extend: [{relationship_type: OWNS, roles: [nominee]}]"))  # fmt: skip
    assert not checked.problems
    assert "agency/bank|OWNS|company/a|owner" in checked.index.links


def test_constraints_of_own_labels_and_types_have_names_of_their_own() -> None:
    both = extend(MODEL, Extension.model_validate({
        "labels": [{"label": "Holding", "plural": "Holdings", "meaning": "m", "family": "party"}],
        "relationship_types": [{"name": "GRANTS", "reads": "g", "from": ["Agency"], "to": ["Holding"], "roles": ["a"],
                                "meaning": "m"}],
    }))  # fmt: skip
    made = set(constraints(both)) - set(constraints(MODEL))
    assert {text.split()[2] for text in made} == {"lodegraph_holding_identity", "lodegraph_grants__type_identity"}


NAMES = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"[A-Za-z_`|: ]{1,12}", fullmatch=True),
    st.from_regex(r"[A-Z][A-Za-z]{1,6}", fullmatch=True),
    st.from_regex(r"[A-Z][A-Z_]{1,6}", fullmatch=True),
    st.from_regex(r"[a-z][a-z0-9_]{1,6}", fullmatch=True),
    st.sampled_from(["match", "MATCH", "Match", "set", "SET", "CALL", "Call", "claim", "CLAIM", "Claims"]),
)


@given(st.sampled_from(["label", "type", "property", "term"]), NAMES)
def test_whatever_is_taken_can_stand_in_cypher_and_in_saved_queries(which: str, name: str) -> None:
    named = {"label": "Permit", "type": "GRANTS", "property": "number", "term": "valid"} | {which: name}
    label_ = {
        "label": named["label"], "plural": "p", "meaning": "m", "family": "deal", "kinds": [named["term"]],
        "properties": [{"name": named["property"], "meaning": "m"}],
    }  # fmt: skip
    type_ = {
        "name": named["type"], "reads": "r", "from": ["Deal"], "to": [named["label"]], "roles": [named["term"]],
        "meaning": "m", "walkable": True,
    }  # fmt: skip
    try:
        model = extend(MODEL, Extension.model_validate({"labels": [label_], "relationship_types": [type_]}))
    except ValueError:
        return
    for taken in (*model.added, model.labels[-1].kind, *(p.name for p in model.labels[-1].properties)):
        assert PLAIN.fullmatch(taken) and not is_reserved(taken)
    if which in ("label", "type"):
        read_catalog(model)


def test_an_extension_is_the_same_after_the_graph_has_kept_it(tmp_path: Path) -> None:
    text = label(kinds="[mine, plant]", colour='"#8a5a00"', shape="star",
                 properties="[{name: status, meaning: m, terms: [valid], required: 'true'}, "
                            "{name: size, meaning: m, kind: decimal}]")  # fmt: skip
    checked = check(folder_of(tmp_path, model=text + "extend: [{relationship_type: OWNS, to: [Permit]}]\n"))
    again = model_of(checked.extension.to_text())
    assert again.labels == checked.model.labels
    assert again.relationship_types == checked.model.relationship_types
    permit = again.label("Permit")
    assert (permit.shape, permit.colour) == (Shape.STAR, "#8a5a00")
    kinds = {p.name: (p.kind, p.required, p.terms) for p in permit.properties}
    assert kinds["kind"] == (PropertyKind.TERM, True, ("mine", "plant"))
    assert kinds["status"] == (PropertyKind.TERM, True, ("valid",))
    assert kinds["size"] == (PropertyKind.DECIMAL, False, ())


@pytest.mark.parametrize("text", ["", "{}", "no JSON", "[]", '{"labels": [{"label": "Match"}]}', '{"more": 1}', "null"])
def test_a_text_that_is_no_extension_is_the_built_in_model(text: str) -> None:
    assert model_of(text) is MODEL


def test_extending_with_what_clashes_raises_what_is_wrong() -> None:
    bad = Extension.model_validate({"extend": [{"label": "Deal", "terms": {"stage": ["x"]}}]})
    with pytest.raises(BadExtension, match="stage takes no terms of a set"):
        extend(MODEL, bad)


def test_labels_of_two_sets_that_differ_in_case_alone_have_constraints_of_their_own(tmp_path: Path) -> None:
    named = []
    for label in ("Orebody", "OREBody", "OreBody"):
        text = f"labels: [{{label: {label}, plural: Bodies, meaning: m, family: context}}]\n"
        (tmp_path / label).mkdir()
        model = check(folder_of(tmp_path / label, model=text)).model
        named += [made.split()[2] for made in constraints(model) if f":{label})" in made]
    assert named == ["lodegraph_orebody_identity", "lodegraph_OREBody_identity", "lodegraph_ore_body_identity"]


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("label: Company, kinds: [trust, court_of_trade]",
         "kinds.0: 'trust' is built in; take it out: nothing needs it"),
        ("relationship_type: PARTY_TO, roles: [guarantor, court]", "roles.0: 'guarantor' is built in"),
        ("relationship_type: OWNS, from: [Company], roles: [court]", "from.0: Company is built in"),
        ("label: Source, properties: [{name: licence, meaning: m}, {name: court, meaning: m}]",
         "properties.0.name: 'licence' is built in"),
    ],
)  # fmt: skip
def test_what_a_set_added_before_it_was_built_in_may_stand_and_is_told(tmp_path: Path, model: str, said: str) -> None:
    checked = check(folder_of(tmp_path, model=f"extend: [{{{model}}}]\n"))
    assert checked.problems == ()
    (warning,) = (w for w in checked.warnings if w.where.file == "model.yaml")
    assert said in str(warning)
    kept = model_of(checked.extension.to_text())
    for label, ours in zip(kept.labels, MODEL.labels, strict=True):
        assert len({p.name for p in label.properties}) == len(label.properties) >= len(ours.properties)
        assert all(len(set(p.terms)) == len(p.terms) for p in label.properties)
    for type_ in kept.relationship_types:
        for many in (type_.roles, type_.starts, type_.ends):
            assert len(set(many)) == len(many)
    assert "court" in str((kept.labels, kept.relationship_types)), "what else it adds is there"
