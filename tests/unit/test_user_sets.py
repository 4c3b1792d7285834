"""Sets of records that people of other trades wrote: whatever stands in them is told with its place and a remedy."""

from pathlib import Path

import pytest

from loader.check import check

FOLDER = Path(__file__).parents[1] / "user_sets"
SETS = sorted(path for path in FOLDER.iterdir() if path.is_dir())
LONGEST = 1_000
"""Characters of a message that somebody will still read."""
MOST_PROBLEMS = {
    "01-strategic-projects": 32,
    "02-three-bank-loan": 21,
    "03-offtake": 34,
    "04-guarantee-and-cover": 28,
    "05-registry-of-owners": 28,
    "06-sanctions-list": 11,
    "07-amended-and-cancelled": 20,
    "08-euro-and-dollars": 8,
    "09-offices-and-terms": 12,
    "10-stockpile-budget": 56,
    "11-export-restriction": 27,
    "12-bank-pipeline": 7,
    "13-joint-venture": 8,
    "14-blended-finance": 15,
    "15-mineral-statistics": 57,
    "16-corridor": 34,
    "17-licence-dossier": 15,
    "18-term-sheet": 27,
    "19-ownership-leak": 28,
    "20-memoranda-list": 23,
}
"""As far as the model has come: a number may fall, when it learns to say more, and never rise."""


def test_there_are_twenty_of_five_questions_each() -> None:
    assert [path.name for path in SETS] == sorted(MOST_PROBLEMS)
    assert all((path / "questions.md").read_text(encoding="utf-8").count("?") >= 5 for path in SETS)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.name)
def test_every_fault_of_a_set_has_its_place_and_a_remedy(path: Path) -> None:
    checked = check(path)
    assert checked.index.nodes
    for problem in checked.problems:
        assert problem.where.file, problem
        assert problem.remedy, problem
        assert len(str(problem)) < LONGEST, problem


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.name)
def test_no_set_can_say_less_than_before(path: Path) -> None:
    assert len(check(path).problems) <= MOST_PROBLEMS[path.name]
