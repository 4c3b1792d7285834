"""A dispute as the panel heads it: who is at odds with whom, how much hangs on it, and what would change."""

from dataclasses import replace

import pytest

from cypher.evidence import DisputeView, ReadingView
from explorer.panels.evidence import format_dispute
from ledger.disputes import Disagreement, Weight

DISPUTE = DisputeView(
    "dispute/x", "How large is it?", "number", (), Weight.DECIDES, "The sum.", Disagreement.SOURCES_DIFFER
)


@pytest.mark.parametrize(
    ("disagreement", "said"),
    [
        (Disagreement.SOURCES_DIFFER, "**Sources differ**"),
        (Disagreement.SOURCE_AT_ODDS, "**One source at odds with itself**"),
        (Disagreement.DOUBTFUL_READING, "**A doubtful reading**"),
        (Disagreement.MAY_ALL_HOLD, "**All may hold**"),
        (None, "**A disagreement**"),
    ],
)
def test_sources_are_said_to_differ_only_where_they_do(disagreement: Disagreement | None, said: str) -> None:
    assert said in format_dispute(replace(DISPUTE, disagreement=disagreement))


def test_what_hangs_on_it_is_told_and_that_nobody_weighed_it() -> None:
    assert "-badge[decides]" in format_dispute(DISPUTE)
    assert "Would change: The sum" in format_dispute(DISPUTE)
    bare = format_dispute(replace(DISPUTE, weight=None, would_change=""))
    assert "-badge[not weighed]" in bare
    assert "Would change" not in bare


def test_that_nobody_has_decided_is_told_before_the_readings_are_unfolded() -> None:
    normal = ReadingView("claim/x", "Ten.", "normal", "affirms", "A word.", ())
    assert "none preferred" not in format_dispute(DISPUTE), "a dispute without readings is not undecided"
    assert "-badge[none preferred]" in format_dispute(replace(DISPUTE, readings=(normal, normal)))
    decided = (replace(normal, rank="preferred"), normal)
    assert "none preferred" not in format_dispute(replace(DISPUTE, readings=decided))


def test_text_of_a_record_is_no_markup() -> None:
    hostile = "**bold** <b> :red[x] $y$"
    shown = format_dispute(replace(DISPUTE, question=hostile, would_change=hostile, kind=hostile))
    assert hostile not in shown
    assert "<b>" not in shown
    assert ":red[" not in shown.replace("\\:", "")
