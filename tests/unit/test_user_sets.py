"""Sets of records that people of other trades wrote: whatever stands in them is told with its place and a remedy."""

from pathlib import Path

import pytest

from loader.check import check

FOLDER = Path(__file__).parents[1] / "user_sets"
SETS = sorted(path for path in FOLDER.iterdir() if path.is_dir())
LONGEST = 1_000
"""Characters of a message that somebody will still read."""


def test_there_are_twenty_of_five_questions_each() -> None:
    assert len(SETS) == 20
    assert all((path / "questions.md").read_text(encoding="utf-8").count("?") >= 5 for path in SETS)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.name)
def test_every_fault_of_a_set_has_its_place_and_a_remedy(path: Path) -> None:
    checked = check(path)
    assert checked.index.nodes
    for problem in checked.problems:
        assert problem.where.file, problem
        assert problem.remedy, problem
        assert len(str(problem)) < LONGEST, problem
