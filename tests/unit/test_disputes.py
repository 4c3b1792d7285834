"""A dispute that nobody could follow is refused in words for the person who wrote it."""

from dataclasses import replace

import pytest

from ledger.disputes import (
    Disagreement,
    Dispute,
    DisputeKind,
    Rank,
    Reading,
    Stance,
    Weight,
    find_disagreement,
    find_heaviest,
)


def reading(key: str, rank: Rank = Rank.NORMAL) -> Reading:
    return Reading(f"claim/{key}", "Ten countries.", Stance.AFFIRMS, rank, "closest to the origin", ("uni:9",))


SOUND = Dispute(
    "dispute/number", "How many signed?", DisputeKind.NUMBER, ("event/ministerial",),
    (reading("ten", Rank.PREFERRED), reading("eleven")),
)  # fmt: skip


def test_a_question_with_a_preferred_reading_and_a_rival_is_sound() -> None:
    assert SOUND.problems() == SOUND.doubts() == []


def test_compatible_readings_may_both_be_preferred() -> None:
    both = (reading("ten", Rank.PREFERRED), reading("eleven", Rank.PREFERRED))
    assert replace(SOUND, readings=both).doubts() == []


def test_a_single_reading_is_a_dispute_only_as_a_doubt() -> None:
    single = replace(SOUND, readings=(reading("ten", Rank.PREFERRED),))
    (doubt,) = single.doubts()
    assert "doubtful_reading" in doubt
    assert single.problems() == replace(single, kind=DisputeKind.DOUBTFUL_READING).doubts() == []


def test_a_dispute_that_nobody_has_decided_is_one_and_its_writer_is_asked() -> None:
    undecided = replace(SOUND, readings=(reading("ten"), reading("eleven", Rank.DEPRECATED)))
    (doubt,) = undecided.doubts()
    assert "so that readers are told that nobody has decided" in doubt
    assert undecided.problems() == []


@pytest.mark.parametrize(
    ("change", "remedy"),
    [
        ({"readings": ()}, "give at least one"),
        ({"concerns": ()}, "name the nodes or relationships"),
    ],
)
def test_each_gap_is_named_with_its_remedy(change: dict[str, object], remedy: str) -> None:
    (problem,) = replace(SOUND, **change).problems()  # type: ignore[arg-type]
    assert remedy in problem


DIFFER, AT_ODDS = Disagreement.SOURCES_DIFFER, Disagreement.SOURCE_AT_ODDS
DOUBTFUL, ALL_HOLD = Disagreement.DOUBTFUL_READING, Disagreement.MAY_ALL_HOLD


@pytest.mark.parametrize(
    ("evidence", "who"),
    [
        ([["uni:9"]], DOUBTFUL),
        ([["uni:9"], ["uni:9"]], DOUBTFUL),
        ([["uni:9"], ["uni:9.2"]], DOUBTFUL),
        ([["uni:9", "ani:4"], ["uni:9"]], DOUBTFUL),
        ([["uni:9.1"], ["uni:9.2"]], AT_ODDS),
        ([["uni:9"], ["uni:91"]], AT_ODDS),
        ([["uni:9", "ani:4"], ["uni:12", "ani:4"]], AT_ODDS),
        ([["uni:9"], ["ani:4"]], DIFFER),
        ([["uni:9", "ani:4"], ["uni:12"]], DIFFER),
        ([["uni:9"], ["uni:9"], ["ani:4"]], DIFFER),
        ([["uni:9"], ["uni:12"], ["uni:9"]], AT_ODDS),
    ],
)
def test_sources_differ_only_where_two_of_them_do(evidence: list[list[str]], who: Disagreement) -> None:
    assert find_disagreement(evidence) is who
    assert find_disagreement(evidence[::-1]) is who
    assert find_disagreement(evidence, may_all_hold=True) is ALL_HOLD


def test_a_dispute_tells_who_is_at_odds_by_its_readings() -> None:
    other = replace(reading("eleven"), evidence=("ani:4",))
    assert replace(SOUND, readings=(reading("ten"), other)).disagreement is DIFFER
    assert replace(SOUND, may_all_hold=True).disagreement is ALL_HOLD


def test_the_heaviest_of_some_weights_counts_and_one_that_is_not_told_matters() -> None:
    assert find_heaviest([Weight.DETAIL, Weight.DECIDES, None]) is Weight.DECIDES
    assert find_heaviest([Weight.DETAIL, None]) is Weight.MATTERS
    assert find_heaviest([Weight.DETAIL]) is Weight.DETAIL
    assert find_heaviest([]) is None
