"""A dispute that nobody could follow is refused in words for the person who wrote it."""

from dataclasses import replace

import pytest

from ledger.disputes import Dispute, DisputeKind, Rank, Reading, Stance


def reading(key: str, rank: Rank = Rank.NORMAL) -> Reading:
    return Reading(f"claim/{key}", "Ten countries.", Stance.AFFIRMS, rank, "closest to the origin", ("uni:9",))


SOUND = Dispute(
    "dispute/number", "How many signed?", DisputeKind.NUMBER, ("event/ministerial",),
    (reading("ten", Rank.PREFERRED), reading("eleven")),
)  # fmt: skip


def test_a_question_with_a_preferred_reading_and_a_rival_is_sound() -> None:
    assert SOUND.problems() == []


def test_compatible_readings_may_both_be_preferred() -> None:
    both = (reading("ten", Rank.PREFERRED), reading("eleven", Rank.PREFERRED))
    assert replace(SOUND, readings=both).problems() == []


def test_a_single_reading_is_a_dispute_only_as_a_doubt() -> None:
    single = replace(SOUND, readings=(reading("ten", Rank.PREFERRED),))
    (problem,) = single.problems()
    assert "doubtful_reading" in problem
    assert replace(single, kind=DisputeKind.DOUBTFUL_READING).problems() == []


@pytest.mark.parametrize(
    ("change", "remedy"),
    [
        ({"readings": ()}, "give at least one"),
        ({"concerns": ()}, "name the nodes or relationships"),
        ({"readings": (reading("ten"), reading("eleven", Rank.DEPRECATED))}, "so mark it"),
    ],
)
def test_each_gap_is_named_with_its_remedy(change: dict[str, object], remedy: str) -> None:
    (problem,) = replace(SOUND, **change).problems()  # type: ignore[arg-type]
    assert remedy in problem
