"""The check tells every problem of a set with file, line, field and what to do, all in one run, each once."""

from pathlib import Path

import pytest

from loader.check import check
from loader.read import BadFolder
from lodegraph.cli.check import as_text
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import deal, folder_of, only, problems

AGENCY = "id: agency/a, name: A, says: Lends., "
COUNTRY = "id: country/CC, name: C, says: Sits., "
CITED = "evidence: [paper:1], "
TALKS = "type: ATTENDS, to: event/talks, "


def test_a_key_that_would_break_its_relationships_id_is_refused(tmp_path: Path) -> None:
    link = "{type: PARTY_TO, from: country/AA, role: signatory, key: 'a|b'}"
    assert "'a|b' is no key of PARTY_TO; write one word" in only(tmp_path, deal("a", links=link))


def test_the_records_that_come_with_the_program_are_sound_and_give_no_warning() -> None:
    checked = check(find_shipped_records())
    assert [str(p) for p in (*checked.problems, *checked.warnings)] == []


def test_the_small_set_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (f"{COUNTRY}{CITED} colour: red", "colour: a Country has no property 'colour'; it has name, also_named, "),
        (f"{AGENCY}{CITED}", "kind: is missing in agency/a; an Agency needs it: which sort of it"),
        (f"{AGENCY}{CITED} kind: shop", "kind: 'shop' is none of its terms in agency/a; use one of department, agency"),
        (f"{COUNTRY}{CITED} also_named: Cee", "also_named: is not a list of texts in country/CC; write [a, b]"),
        ("id: event/e, name: E, says: Met., kind: forum, evidence: [paper:1], date: 4 May 2026",
         "date: '4 May 2026' is not a date in event/e; write 2026-02-04, 2025-12, "),
        (f"{COUNTRY}{CITED} amount: USD 10", "amount: country/CC has no amount: only a deal has one; see docs/"),
        (f"{COUNTRY}{CITED} amount_value: 5", "amount_value: is written as `amount` in country/CC; write it as"),
        ("id: country/CC, says: Sits., evidence: [paper:1]", "name: is missing in country/CC; write what it is called"),
        (f"{COUNTRY}evidence: paper:1", "evidence: is a text, not a list in country/CC; write it in brackets"),
        (COUNTRY, "evidence: country/CC cites no passage; cite source:line, or mark it `basis: ours`"),
        (f"{COUNTRY}evidence: [paper:9]", "evidence: country/CC cites paper:9, which is no passage; add the passage"),
        (f"{COUNTRY}{CITED} basis: rumour", "basis: 'rumour' is none of its terms in country/CC; use one of stated, "),
        ("id: land/CC, name: C, says: Sits., evidence: [paper:1]", "id: 'land/CC' starts with no known kind: use one"),
        ("id: country/C C, name: C, says: Sits., evidence: [paper:1]", "id: 'country/C C' is not an id: write kind"),
        ("id: data_set/x, name: X, says: Mine., basis: ours, version: x, state: complete",
         "id: a DataSet is written by the loader; leave the record out"),
        ("name: C, says: Sits.", "record: has neither id, question, passages nor type; see docs/records.md"),
        ("id: country/AA, name: A, says: Sits., evidence: [paper:1]",
         "id: country/AA stands already at parties.yaml:1; keep one of the two"),
    ],
)  # fmt: skip
def test_a_problem_of_a_node_is_told_once_with_its_place_and_remedy(tmp_path: Path, record: str, problem: str) -> None:
    assert only(tmp_path, f"# a comment\n- {{{record}}}\n").startswith(f"records.yaml:2: {problem}")


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("type: VISITS, to: event/talks", "type: there is no relationship type 'VISITS': the model has FUNDS, "),
        (f"{TALKS}role: cook", "ATTENDS.role: 'cook' is no role of ATTENDS; use one of participant, "),
        (TALKS, "ATTENDS.role: ATTENDS names no role; use one of participant, "),
        ("type: ATTENDS, from: event/talks, role: speaker",
         "ATTENDS.from: event/talks is an Event, and ATTENDS does not go from one; use one of Country, "),
        ("type: ATTENDS, to: event/talk, role: speaker", "ATTENDS.to: there is no event/talk; did you mean event/talk"),
        ("type: ATTENDS, to: event/zzzzzz, role: speaker", "ATTENDS.to: there is no event/zzzzzz; write its record"),
        (f"{TALKS}role: speaker, colour: red", "colour: ATTENDS has no property 'colour'; it has role, "),
        (f"{TALKS}role: speaker, says: Spoke.", "links.ATTENDS: has says without evidence"),
        (f"{TALKS}role: speaker, says: Spoke., evidence: []",
         "evidence: country/CC|ATTENDS|event/talks|speaker cites no passage; cite source:line"),
        (f"{TALKS}role: speaker, says: Spoke., evidence: [paper:7]",
         "evidence: country/CC|ATTENDS|event/talks|speaker cites paper:7, which is no passage"),
    ],
)  # fmt: skip
def test_a_problem_of_a_link_is_told_with_its_place_and_remedy(tmp_path: Path, link: str, problem: str) -> None:
    told = [str(p) for p in problems(tmp_path, f"\n- {{{COUNTRY}{CITED} links: [{{{link}}}]}}\n")]
    assert told
    assert told[0].startswith(f"records.yaml:2: {problem}")


@pytest.mark.parametrize(
    ("says", "remedy"),
    [("says: Sits., paraphrase: Stands.", "keep `says` alone"), ("paraphrase: S.", "call it `says`")],
)
def test_a_paraphrase_is_told_to_be_written_as_says_and_never_dropped(tmp_path: Path, says: str, remedy: str) -> None:
    told = f"records.yaml:1: paraphrase: is written as `says`; {remedy}"
    assert only(tmp_path, f"- {{id: country/CC, name: C, {CITED} {says}}}") == told
    link = f"{{{TALKS}role: speaker, evidence: [paper:1], {says}}}"
    assert only(tmp_path, f"- {{{COUNTRY}{CITED} links: [{link}]}}") == told
    claim = f"{{key: k, topic: plan, evidence: [paper:1], {says}}}"
    told_of_claim = [str(p) for p in problems(tmp_path, f"- {{{COUNTRY}{CITED} claims: [{claim}]}}")]
    assert any("claims.0.paraphrase: is written as `says` in country/CC; call it `says`" in t for t in told_of_claim)


def test_an_id_of_a_link_is_refused_since_its_ends_make_it(tmp_path: Path) -> None:
    link = f"{{{TALKS}role: speaker, id: mine}}"
    told = only(tmp_path, f"- {{{COUNTRY}{CITED} links: [{link}]}}")
    assert told.startswith("records.yaml:1: links.id: is made of what the link connects; take it out")


def test_passages_for_one_property_of_a_node_stand_under_evidence_for(tmp_path: Path) -> None:
    told = only(tmp_path, f"- {{{COUNTRY}{CITED} iso_alpha2_evidence: [paper:77]}}")
    assert told.endswith(
        "is written under `evidence_for` in country/CC; write `evidence_for: {iso_alpha2: [paper:77]}`"
    )


def test_only_names_that_can_be_written_are_offered(tmp_path: Path) -> None:
    told = only(tmp_path, deal("d", colour="red"))
    offered = told.split("; it has ")[1].split(", ")
    assert {"name", "amount", "whose_money", "equivalent", "says", "basis", "evidence"} <= set(offered)
    assert not [name for name in offered if name.startswith("amount_") and name not in ("amount_of", "amount_period")]
    assert not {"id", "paraphrase", "record_hash", "data_set"} & set(offered)
    assert "did you mean `amount`?" in only(tmp_path, deal("d", amount_val="5"))


def test_a_second_mapping_of_a_file_of_the_set_is_refused(tmp_path: Path) -> None:
    twice = "- {name: test-set}\n- {title: Another}\n"
    with pytest.raises(BadFolder, match=r"data_set.yaml:2: data_set.yaml says twice what the set is"):
        problems(tmp_path, data_set=twice)


def test_what_is_ours_needs_no_evidence(tmp_path: Path) -> None:
    assert problems(tmp_path, f"- {{{COUNTRY} basis: ours, iso_alpha2: CC}}") == ()


def test_a_link_that_stands_with_both_of_its_ends_is_told_once(tmp_path: Path) -> None:
    records = f"""\
        - {{{COUNTRY}{CITED} links: [{{type: HOSTS, to: event/e, role: host}}]}}
        - {{id: event/e, name: E, says: Met., kind: forum, {CITED}
           links: [{{type: HOSTS, from: country/CC, role: host}}]}}
        """
    assert only(tmp_path, records).startswith(
        "records.yaml:3: id: country/CC|HOSTS|event/e|host stands already at records.yaml:1; keep one"
    )


def test_problems_of_several_files_and_kinds_are_told_in_one_run_in_order(tmp_path: Path) -> None:
    records = f"- {{{COUNTRY}{CITED} colour: red}}\n- {{id: country/DD}}\n- [text]\n"
    found = problems(tmp_path, records, another=f"- {{{AGENCY} kind: bank, evidence: [paper:5]}}\n")
    assert [(p.where.file, p.where.line, p.field) for p in found] == [
        ("another.yaml", 1, "evidence"),
        ("records.yaml", 1, "colour"),
        ("records.yaml", 2, "name"),
        ("records.yaml", 2, "says"),
        ("records.yaml", 3, "record"),
    ]


def test_a_field_under_a_former_name_is_told_by_the_name_that_stands_there(tmp_path: Path) -> None:
    former = "- id: deal/d\n  name: D\n  says: Lent.\n  evidence: [paper:1]\n  instrument: loan\n"
    whose = "  whose_money: private\n"
    assert only(tmp_path, f"{former}{whose}  rung: done\n").startswith(
        "records.yaml:7: rung: 'done' is none of its terms in deal/d; use one of "
    )
    assert only(tmp_path, f"{former}{whose}  rung: [done]\n").startswith(
        "records.yaml:7: rung: is not a text in deal/d"
    )
    cited = f"{former}{whose}  rung: signed\n  evidence_for:\n    rung: paper:1\n"
    assert only(tmp_path, cited).startswith("records.yaml:9: evidence_for.rung: is a text, not a list in deal/d")
    assert only(tmp_path, f"{former}{whose}  stage: done\n").startswith("records.yaml:7: stage: 'done' is none of")


def test_a_bad_date_of_a_link_is_told_at_its_line_with_what_it_belongs_to(tmp_path: Path) -> None:
    fields = "  says: Lent.\n  evidence: [paper:1]\n  instrument: loan\n  stage: signed\n  whose_money: private\n"
    links = "  links:\n    - type: HAPPENS_AT\n      to: event/talks\n      date: 2025-13-01\n"
    assert only(tmp_path, f"- id: deal/r\n  name: R\n{fields}{links}") == (
        "records.yaml:11: date: '2025-13-01' is not a date in deal/r|HAPPENS_AT|event/talks|occasion; "
        "write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"
    )


@pytest.mark.parametrize(
    "part",
    [
        "links: [{}]".format(
            ", ".join(f"{{type: ATTENDS, to: event/talks, key: k{n}, role: cook}}" for n in range(150))
        ),
        "claims: [{}]".format(", ".join("{}" for _ in range(150))),
        ", ".join(f"field{n}: x" for n in range(150)),
    ],
)
def test_a_record_in_which_everything_is_wrong_is_told_by_its_first_problems(tmp_path: Path, part: str) -> None:
    other = f"- {{id: country/DD, name: D, says: Sits., {CITED} colour: red}}\n"
    found = problems(tmp_path, f"- {{{COUNTRY}{CITED} {part}}}\n{other}")
    of_record = [p for p in found if p.where.line == 1]
    assert len(of_record) == 101
    assert sum(p.number for p in of_record) >= 150
    assert f"has {sum(p.number for p in of_record) - 100} more problems from here on" in str(of_record[-1])
    assert [p.field for p in found if p.where.line == 2] == ["colour"]


def test_the_last_line_counts_what_is_not_listed(tmp_path: Path) -> None:
    fields = ", ".join(f"field{n}: x" for n in range(150))
    checked = check(folder_of(tmp_path, f"- {{{COUNTRY}{CITED} {fields}}}\n"))
    assert as_text(checked).endswith("150 problems: nothing would be loaded")


def test_a_record_that_yaml_cannot_mean_in_many_places_ends_its_file(tmp_path: Path) -> None:
    names = "".join(f"   - !x n{n}\n" for n in range(150))
    found = problems(tmp_path, f"- id: country/CC\n  also_named:\n{names}- {{id: country/DD}}\n")
    assert [p.field for p in found] == ["also_named"] * 100 + ["file"]
    assert str(found[-1]).startswith("records.yaml:102: file: has 100 problems down to this line; mend those first")
