"""Coverage: each line of an article is cited or has a reason; never both, never neither, nowhere beyond its end."""

from pathlib import Path

import pytest

from ledger.evidence import hash_passage
from loader.check import check
from loader.verify import verify
from lodegraph.docs.coverage_page import make_coverage_page
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import folder_of, only, problems

HEAD = "source: source/paper\n"
HERE = "coverage/paper.yaml:"
"""The small set cites line 1 and the tenth sentence of line 2 of its one article."""


def reason(lines: str, text: str = "A heading.") -> str:
    return f"  - {{reason: {text}, lines: [{lines}]}}\n"


def coverage(lines: int, *reasons: str) -> str:
    return f"{HEAD}lines: {lines}\nwithout_records:\n" + "".join(reasons or ("  []\n",))


def test_a_set_whose_every_line_is_cited_or_excused_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, coverage__paper=coverage(6, reason("3, 5-6"), reason("4, 2.9", "Empty."))) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (coverage(9, reason("4")), f"{HERE}1: without_records: no record rests on line 3, 5-9 of source/paper, and no "
         "reason is given; cite the line in a record, or give the reason"),
        (coverage(3, reason("1, 3")), f"{HERE}4: lines: a record rests on 1 of source/paper, which has this reason "
         "(see parties.yaml:1); take the place out here, or out of the record's evidence"),
        (coverage(3, reason("2-3")), f"{HERE}4: lines: a record rests on 2 of source/paper"),
        (coverage(3, reason("2.10, 3")), f"{HERE}4: lines: a record rests on 2.10 of source/paper"),
        (coverage(3, reason("1.2, 3")), f"{HERE}4: lines: a record rests on 1.2 of source/paper"),
        (coverage(3, reason("3"), reason("3", "Empty.")), f"{HERE}5: lines: 3 of source/paper has a reason already"),
        (coverage(2, reason("3")), f"{HERE}2: lines: line 3 of source/paper is cited or excused, but it ends with line "
         "2; correct the number of lines, or the place"),
        (coverage(3, reason("3, x")), f"{HERE}4: lines: 'x' is no place in an article; write a line, 7, lines, 7-10"),
        (f"{HEAD}lines: two\n", f"{HERE}2: lines: 'two' is no number that it can be"),
        (f"{HEAD}lines: 2\ncolour: red\n", f"{HERE}3: colour: is no field in coverage/paper.yaml; leave it out or"),
        (f"{HEAD}lines: [", f"{HERE}3: file: is not YAML"),
    ],
)  # fmt: skip
def test_a_problem_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, problem: str) -> None:
    found = [str(p) for p in problems(tmp_path, coverage__paper=text)]
    assert len(found) == 1, found
    assert found[0].startswith(problem)


def test_the_record_that_rests_on_a_place_is_named_and_none_of_its_neighbours(tmp_path: Path) -> None:
    shas = {place: f"{place.replace('.', ''):0>64}" for place in ("2.1", "2.2", "3")}
    passages = "\n".join(f"  - {{cite: {p}, origin: source/desk, sha256: {sha}}}" for p, sha in shas.items())
    sheet = (
        "- {id: source/sheet, name: Sheet, kind: article, says: A sheet., basis: ours}\n"
        "- {id: country/CC, name: Ceeland, says: Sits., evidence: [sheet:2.2],"
        " links: [{type: ATTENDS, to: event/talks, role: participant}]}\n"
        "- {id: country/DD, name: Deeland, says: Sits., evidence: [sheet:2.1],"
        " links: [{type: ATTENDS, to: event/talks, role: participant}]}\n"
        "- {id: country/EE, name: Eeland, says: Sits., evidence: [sheet:3],"
        " links: [{type: ATTENDS, to: event/talks, role: participant}]}\n"
    )
    (only_one,) = problems(
        tmp_path, more=sheet, passages__sheet=f"source: source/sheet\npassages:\n{passages}\n",
        coverage__paper=coverage(2), coverage__sheet="source: source/sheet\nlines: 3\nwithout_records:\n"
        "  - {reason: A heading., lines: [1, 2.1]}\n",
    )  # fmt: skip
    assert "a record rests on 2.1 of source/sheet, which has this reason (see more.yaml:3);" in str(only_one)


def test_an_article_without_a_file_is_told_where_others_have_one(tmp_path: Path) -> None:
    sources = "- {id: source/sheet, name: Sheet, kind: article, says: A sheet., basis: ours}"
    found = only(tmp_path, more=sources, coverage__paper=coverage(2))
    assert found.startswith(
        "more.yaml:1: id: source/sheet has no coverage file; write coverage/sheet.yaml with `source`"
    )


def test_coverage_of_what_is_no_article_is_told(tmp_path: Path) -> None:
    found = only(tmp_path, coverage__desk="source: source/desk\nlines: 0\n", coverage__paper=coverage(2))
    assert found.startswith("coverage/desk.yaml:1: source: source/desk is no article; declare it in sources.yaml with")


def test_two_files_for_one_article_are_told(tmp_path: Path) -> None:
    found = only(tmp_path, coverage__a=coverage(2), coverage__b=coverage(2))
    assert found == "coverage/b.yaml:1: source: source/paper has two coverage files; put their reasons into one"


def test_verifying_finds_sentences_and_lines_that_the_file_leaves_out(tmp_path: Path) -> None:
    passage = "{{cite: {}, origin: source/paper, sha256: {}}}"
    cited = [passage.format("1.1", hash_passage("One is cited.")), passage.format("1.3", hash_passage("So is three."))]
    folder = folder_of(
        tmp_path / "set",
        sources="- {id: source/paper, name: Paper, kind: article, article: paper, says: A paper., basis: ours}",
        passages__paper=f"source: source/paper\npassages: [{', '.join(cited)}]",
        coverage__paper=coverage(1),
    )
    (tmp_path / "paper.txt").write_text("One is cited. Two is left out. So is three.\nA second line\n")
    assert [str(p).partition(";")[0] for p in verify(folder, tmp_path).problems] == [
        f"{HERE}1: without_records: source/paper has sentences without passage or reason: 1.2",
        f"{HERE}2: lines: paper.txt has 2 lines, not 1",
    ]


def test_the_page_has_a_row_for_every_line_and_says_what_rests_on_it(tmp_path: Path) -> None:
    records = (
        "- {id: country/CC, name: Ceeland, says: Sits., evidence: [paper:1],"
        " links: [{type: ATTENDS, to: event/talks, role: participant}],"
        " claims: [{key: a, topic: plan, says: Plans., evidence: [paper:1]}]}"
    )
    page = make_coverage_page(folder_of(tmp_path, records, coverage__paper=coverage(4, reason("3-4"))))
    assert page.rstrip().splitlines()[-3:] == [
        "| 1 | country/ AA, BB, CC; event/talks; mineral/tin; claims on country/CC; 1 relationship |",
        "| 2.10 | agency/bank |",
        "| 3-4 | *A heading.* |",
    ]


def test_the_shipped_page_accounts_for_all_229_lines() -> None:
    assert not [p for p in check(find_shipped_records()).problems if p.where.file.startswith("coverage/")]
    page = make_coverage_page(find_shipped_records())
    assert sum(int(line.split(" lines; ")[0]) for line in page.splitlines() if " lines; " in line) == 229
