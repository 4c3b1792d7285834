"""Whether two companies, people, projects or places are one may stay open; things of two kinds cannot be one."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import folder_of, only

FIRM = "- {id: company/firm, name: The Firm, kind: company, says: Named., evidence: [paper:1]%s}\n"
OTHER = "- {id: company/firm-2, name: The  firm, kind: company, says: Named., evidence: [paper:1]}\n"


def tied(to: str) -> str:
    return FIRM % f", links: [{{type: MAY_BE_SAME_AS, to: {to}}}]"


def test_two_of_one_name_may_be_left_in_doubt(tmp_path: Path) -> None:
    assert "tie them with MAY_BE_SAME_AS where it is open" in only(tmp_path, FIRM % "" + OTHER)
    checked = check(folder_of(tmp_path, tied("company/firm-2") + OTHER))
    assert not checked.problems
    assert not [w for w in checked.warnings if w.field == "name"]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("agency/bank", "company/firm may be the same as agency/bank, which is of another kind; name one of its own "
         "kind, or say in a claim what is in doubt"),
        ("company/firm", "company/firm may be the same as itself; name the other one"),
    ],
)  # fmt: skip
def test_a_doubt_that_cannot_be_is_told(tmp_path: Path, other: str, said: str) -> None:
    assert only(tmp_path, tied(other)).endswith(f"MAY_BE_SAME_AS: {said}")
