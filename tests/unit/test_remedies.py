"""A problem stands at the line that is wrong, and its remedy can be followed."""

from pathlib import Path

import pytest

from tests.unit.small_records import only, problems

HEAD = "- id: country/CC\n  name: Ceeland\n  says: Sits.\n  evidence: [paper:1]\n"
DEAL = (
    "- id: deal/d\n  name: D\n  instrument: loan\n  stage: approved\n  whose_money: us_government\n"
    "  says: Lent.\n  evidence: [paper:1]\n"
)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (f"{DEAL}  amount: [USD 10, USD 20]\n", "records.yaml:8: amount: is a list, not a text in deal/d; "
         "write one figure, such as USD 10 billion: several figures are several deals"),
        (f"{DEAL}  amount: ten dollars\n", "records.yaml:8: amount: 'ten dollars' is not an amount: write USD 10"),
        (f"{DEAL}  dat: 2026\n", "records.yaml:8: dat: a Deal has no property 'dat'; did you mean `date`?"),
        (f"{DEAL}  link: []\n", "records.yaml:8: link: a Deal has no property 'link'; did you mean `links`?"),
        (f"{DEAL}  links:\n    - {{type: FUNDS, from: agency/bank}}\n    - type: FUND\n      from: agency/bank\n",
         "records.yaml:10: type: there is no relationship type 'FUND': the model has"),
        (f"{HEAD}  links:\n    - type: ATTENDS\n      to: event/talks\n      role: speeker\n",
         "records.yaml:8: ATTENDS.role: 'speeker' is no role of ATTENDS; did you mean speaker? There is participant, "),
        (f"{HEAD}  links:\n    - type: ATTENDS\n      role: speaker\n"
         "      to: [event/talks,\n      event/talk s]\n", "records.yaml:9: ATTENDS.to: 'event/talk s' is not an id"),
        (f"{HEAD}  claims:\n    - key: a b\n      topic: plan\n      says: Plans.\n      evidence: [paper:1]\n",
         "records.yaml:6: id: 'claim/country/CC/a b' is not an id: write kind/name"),
        (f"{HEAD}  evidence_for:\n    name:\n      - paper:1\n      - paper:8\n",
         "records.yaml:8: evidence: country/CC cites paper:8, which is no passage; add the passage to passages/paper"),
        (HEAD.replace("[paper:1]", "[paper: 1]"), "records.yaml:4: evidence.0: lists a mapping where a text belongs in "
         "country/CC; write a citation without a blank, such as uni:11.2"),
        (HEAD.replace("[paper:1]", "['paper: 1']"), "records.yaml:4: evidence: country/CC cites paper: 1, which is no "
         "passage; write paper:1, without the blank"),
        (HEAD.replace("[paper:1]", "[papr:1]"), "records.yaml:4: evidence: country/CC cites papr:1, which is no "
         "passage; did you mean paper:…?"),
        (HEAD.replace("country/CC", "country/Côte d'Ivoire"), "records.yaml:1: id: 'country/Côte d'Ivoire' is not an "
         "id: write kind/name, such as country/XX or deal/a-loan; write country/Cote-d-Ivoire"),
        (HEAD.replace("country/CC", "contry/CC"), "records.yaml:1: id: 'contry/CC' starts with no known kind"),
    ],
)  # fmt: skip
def test_a_problem_is_told_at_its_line_with_what_to_write(tmp_path: Path, more: str, problem: str) -> None:
    told = [str(p) for p in problems(tmp_path, more)]
    assert any(t.startswith(problem) for t in told), told


def test_the_remedy_for_an_unknown_type_names_the_near_one(tmp_path: Path) -> None:
    links = "  links:\n    - {type: attend, to: event/talks, role: speaker}\n"
    assert only(tmp_path, HEAD + links).endswith("; did you mean ATTENDS?")


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("expected", "count: {Country: {exactly: 9}}", "expected.yaml:1: count: is nothing that expected.yaml says; "
         "did you mean `counts`?"),
        ("expected", "counts:\n  Country: {exactly: 2}\n  Contry: {exactly: 9}\n", "expected.yaml:3: counts.Contry: is "
         "nothing that expected.yaml says; did you mean `Country`?"),
        ("expected", "counts:\n  Country: {exactly: 2}\n  Agency:\n    exactly: 9\n", "expected.yaml:4: counts.Agency: "
         "there are 1, expected exactly 9"),
        ("expected", "dates: {not_befor: 2025}", "expected.yaml:1: dates: is no pair of bounds"),
        ("data_set", "name: test-set\ntitel: Mine\n", "data_set.yaml:2: titel: is nothing that data_set.yaml says; did "
         "you mean `title`?"),
        ("data_set", "title: Mine\nname: My set\n", "data_set.yaml:2: name: 'My set' is no name of a set; write one w"),
    ],
)  # fmt: skip
def test_a_slip_in_a_file_of_the_set_does_not_switch_its_check_off(
    tmp_path: Path, file: str, text: str, problem: str
) -> None:
    assert only(tmp_path, **{file: text}).startswith(problem)


def test_a_long_value_and_what_does_not_print_are_not_echoed_whole(tmp_path: Path) -> None:
    long, signs = "x" * 5_000, "\\x1b[31m"
    told = [str(p) for p in problems(tmp_path, f'{HEAD}  {long}: y\n  "a\\te": {long}\n{HEAD}  "b{signs}": y\n')]
    assert told
    assert all(len(t) < 1_600 and t.isprintable() for t in told)


@pytest.mark.parametrize("name", ["…", "--", '"A\\nB"'])
def test_a_name_that_nobody_can_read_out_is_told(tmp_path: Path, name: str) -> None:
    found = only(tmp_path, HEAD.replace("Ceeland", name))
    assert found.startswith("records.yaml:2: name: '")
    assert found.endswith("is no name; write the name that a source uses, on one line")
