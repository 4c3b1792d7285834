"""What is told of histories, and of papers that amend, extend, supersede or cancel others."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.check import check
from tests.unit.small_records import deal, folder_of, only, part_of, problems


def history(*steps: str, **more: str) -> str:
    """A deal with steps, as `stage, date` with whatever else a step says."""
    written = ", ".join(
        "{stage: " + step.replace(",", ", date:", 1) + ", says: So it is., evidence: [paper:1]}" for step in steps
    )
    own = {"instrument": "loan", "whose_money": "us_government", "history": f"[{written}]"} | more
    fields = ", ".join(f"{k}: {v}" for k, v in own.items())
    return f"- {{id: deal/a, name: A, says: Lent., evidence: [paper:1], {fields}}}\n"


def change(type_: str, to: str = "deal/old", **more: str) -> str:
    return "{" + ", ".join(f"{k}: {v}" for k, v in ({"type": type_, "to": to} | more).items()) + "}"


def told(folder: Path, records: str) -> list[str]:
    """Problems and warnings about changes, as people read them."""
    found = check(folder_of(folder, records))
    words = ("history", "AMENDS", "EXTENDS", "SUPERSEDES", "CANCELS", "PART_OF", "stage")
    assert all(p.field.split(".")[0] in words for p in found.problems), [str(p) for p in found.problems]
    return [f"{p.severity}: {p.what}; {p.remedy}" for p in (*found.problems, *found.warnings)
            if p.field.split(".")[0] in words]  # fmt: skip


def test_a_history_is_claims_of_their_own_and_the_last_stage_is_the_deals(tmp_path: Path) -> None:
    records = history("signed, P5M/2025-06-30", "announced, 2024-05", "drawn, 2025-09-01")
    checked = check(folder_of(tmp_path, records))
    assert checked.problems == ()
    assert checked.index.deals["deal/a"].properties["stage"] == "drawn"
    kept = {item.id: item.properties for item in checked.items}
    claims = {i: (p["topic"], p["stage"], p["date"]) for i, p in kept.items() if "topic" in p}
    assert claims == {
        "claim/deal/a/history/P5M-2025-06-30-signed": ("stage", "signed", "P5M/2025-06-30"),
        "claim/deal/a/history/2024-05-announced": ("stage", "announced", "2024-05"),
        "claim/deal/a/history/2025-09-01-drawn": ("stage", "drawn", "2025-09-01"),
    }
    assert "claim/deal/a/history/2024-05-announced|RESTS_ON|passage/paper/1|evidence" in kept
    assert not [i for i in kept if "READING_OF" in i]


def test_a_written_stage_is_the_last_of_the_history(tmp_path: Path) -> None:
    assert problems(tmp_path, history("announced, 2024", "signed, 2025", stage="signed")) == ()
    assert only(tmp_path, history("announced, 2024", "signed, 2025", stage="announced")) == (
        "records.yaml:1: stage: stage announced of deal/a is not the last of its history, signed, 2025; "
        "leave `stage` out, or add the step that is missing"
    )


def test_a_stage_that_goes_back_is_a_warning_until_it_has_a_reason(tmp_path: Path) -> None:
    back = ("funded, 2024-05", "announced, 2025-01")
    assert told(tmp_path, history(*back)) == [
        "warning: deal/a goes back from funded, 2024-05, to announced, 2025-01; correct a stage or a date, or say why "
        "as its `reason`"
    ]
    assert told(tmp_path, history(back[0], f"{back[1]}, reason: The bank took it back")) == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["announced, 2024", "signed, P3M/2024-06", "committed, 2025-01-14", "approved, 2025-02"]))
def test_the_order_of_steps_in_the_file_is_of_no_account(tmp_path: Path, steps: list[str]) -> None:
    checked = check(folder_of(tmp_path, history(*steps)))
    assert checked.index.deals["deal/a"].properties["stage"] == "approved"
    assert len([w for w in checked.warnings if "goes back from committed" in w.what]) == 1
    assert sorted(i.id for i in checked.items if i.id.startswith("claim/") and "|" not in i.id) == [
        "claim/deal/a/history/2024-announced", "claim/deal/a/history/2025-01-14-committed",
        "claim/deal/a/history/2025-02-approved", "claim/deal/a/history/P3M-2024-06-signed",
    ]  # fmt: skip


def test_two_stages_of_one_date_are_a_problem_and_one_told_twice_is_one_too_many(tmp_path: Path) -> None:
    assert "deal/a is announced and signed on one date, 2025-01;" in only(
        tmp_path, history("announced, 2025-01", "signed, 2025-01")
    )
    twice = problems(tmp_path, history("signed, 2025-01", "signed, 2025-01"))
    assert all("stands already" in p.what for p in twice)
    assert twice


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("sgined, 2025-01", "'sgined' is none of its terms"),
        ("signed, Q3 2025", "a quarter is P3M/2025-09"),
        ("signed, 2025-13", "'2025-13' is not a date"),
    ],
)
def test_a_step_that_cannot_be_read_is_told_at_its_field(tmp_path: Path, step: str, said: str) -> None:
    found = problems(tmp_path, history("announced, 2024", step))
    assert said in str(found[0])
    assert len(found) == 1


def test_a_history_of_a_label_of_the_sets_own_is_never_dropped_without_a_word(tmp_path: Path) -> None:
    model = "labels: [{label: Licence, plural: Licences, meaning: A right to dig., family: deal}]\n"
    licence = (
        "- {id: licence/l, name: Licence, says: So., evidence: [paper:1], links: [], "
        "history: [{event: granted, date: 2025, evidence: [paper:1]}]}"
    )
    (told,) = [str(p) for p in check(folder_of(tmp_path, licence, model=model)).problems]
    assert "licence/l has a history of stages; only a deal has one: say what became of it as claims, or " in told
    assert "`{field: history, of: Licence, is: …}` in model.yaml" in told


def test_only_a_deal_has_a_history_and_a_claim_no_topic_of_that_name(tmp_path: Path) -> None:
    step = "{stage: signed, date: 2025, says: So., evidence: [paper:1]}"
    country = f"- {{id: country/CC, name: Cimmeria, says: So., evidence: [paper:1], history: [{step}]}}"
    assert "country/CC has a history of stages; only a deal has one" in only(tmp_path, country)
    assert len(problems(tmp_path, country.replace("stage: signed", "event: granted"))) == 1
    claim = "[{key: k, topic: stage, says: So., evidence: [paper:1]}]"
    written = only(tmp_path, f"- {{id: country/CC, name: Cimmeria, says: So., evidence: [paper:1], claims: {claim}}}")
    assert "write it under `history`" in written


def test_a_step_without_words_or_evidence_takes_those_of_its_record(tmp_path: Path) -> None:
    bare = "[{stage: announced, date: 2024}, {stage: in_default, date: 2025, by: agency/bank, evidence: [paper:2.10]}]"
    records = deal("a", "USD 1", stage="in_default", history=bare)
    checked = check(folder_of(tmp_path, records))
    assert checked.problems == ()
    assert told(tmp_path, records) == []
    kept = {i.id: i for i in checked.items}
    first, last = (kept[f"claim/deal/a/history/{key}"] for key in ("2024-announced", "2025-in_default"))
    assert (first.properties["paraphrase"], first.citations) == ("a: announced", ("paper:1",))
    assert (last.properties["paraphrase"], last.citations) == ("a: in default", ("paper:2.10",))
    assert "claim/deal/a/history/2025-in_default|SAID_BY|agency/bank|speaker" in kept
    several = records.replace("evidence: [paper:1]", "evidence: [paper:1, paper:2.10]")
    assert told(tmp_path, several) == [
        "warning: 1 step rests on all 2 passages of deal/a; give each step the `evidence` that tells it"
    ]
    assert told(tmp_path, several.replace("says: Lent.", "says: Lent., evidence_for: {stage: [paper:1]}")) == []


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("stage: superseded", "say SUPERSEDES from the deal that did so"),
        ("stage: disbursed", "did you mean drawn?"),
        ("stage: terminated", "did you mean cancelled?"),
        (
            "history: [{stage: signed, date: 2025, amount: USD 3}]",
            "a deal of its own that AMENDS or SUPERSEDES this one",
        ),
        ("history: [{stage: signed, date: 2025, until: 2026}]", "a deal of its own that EXTENDS this one"),
    ],
)
def test_a_word_that_is_said_otherwise_is_told_how(tmp_path: Path, written: str, remedy: str) -> None:
    bare = "- {id: deal/a, name: A, says: So., evidence: [paper:1], instrument: loan, whose_money: private, %s}\n"
    assert remedy in str(problems(tmp_path, bare % written)[0])


OLD = deal("old", "USD 10", date="2024-03-01")


def test_changes_are_sound_where_they_follow_one_another(tmp_path: Path) -> None:
    for type_ in ("AMENDS", "EXTENDS", "SUPERSEDES", "CANCELS"):
        assert told(tmp_path, OLD + deal("new", "USD 9", change(type_, date="2025"))) == []


def test_a_circle_of_changes_is_a_problem(tmp_path: Path) -> None:
    records = deal("b", links=change("AMENDS", "deal/c")) + deal("c", links=change("SUPERSEDES", "deal/b"))
    (found,) = told(tmp_path, records)
    assert found.startswith("problem: deal/b changes itself, by way of deal/c; turn a link")
    assert "deal/b changes itself; turn" in told(tmp_path, deal("b", links=change("AMENDS", "deal/b")))[0]


def test_a_change_before_the_deal_itself_is_a_problem_or_a_warning_where_the_date_may_date_something_else(
    tmp_path: Path,
) -> None:
    new = deal("new", links=change("AMENDS", date="2024-02"))
    (sure,) = told(tmp_path, OLD + new)
    assert sure.startswith(
        "problem: 2024-02 of deal/new|AMENDS|deal/old|amendment is before deal/old itself, 2024-03-01"
    )
    (likely,) = told(tmp_path, OLD.replace("date: 2024-03-01", "date: 2024-03-01, date_of: report") + new)
    assert likely.startswith("warning: 2024-02")
    assert told(tmp_path, OLD + deal("new", links=change("AMENDS", date="2024"))) == []
    stepped = history("signed, 2024-03-01") + deal("new", links=change("AMENDS", "deal/a", date="2024-02"))
    assert told(tmp_path, stepped)[0].startswith("problem: 2024-02 of")


def test_an_amendment_whose_figure_may_be_the_new_whole_is_a_warning_that_names_supersedes(tmp_path: Path) -> None:
    (found,) = told(tmp_path, OLD + deal("new", "USD 12", change("AMENDS")))
    assert found.startswith("warning: deal/new AMENDS deal/old with USD 12, which is added to its USD 10;")
    assert "say SUPERSEDES" in found
    for sound in (deal("new", "USD 9", change("AMENDS")), deal("new", "EUR 12", change("EXTENDS"))):
        assert told(tmp_path, OLD + sound) == []
    assert told(tmp_path, OLD + deal("new", "USD 12", change("SUPERSEDES"))) == []


def test_a_part_of_what_was_superseded_is_tied_to_the_successor_or_gone_itself(tmp_path: Path) -> None:
    records = OLD + deal("new", "USD 12", change("SUPERSEDES"))
    (found,) = told(tmp_path, records + deal("part", "USD 4", part_of("old")))
    assert found == (
        "problem: deal/part is part of deal/old, which deal/new supersedes (records.yaml:2); "
        "tie it to deal/new by PART_OF as well, or say what supersedes or cancels it too"
    )
    assert told(tmp_path, records + deal("part", "USD 4", part_of("old", "new"))) == []
    gone = deal("part", "USD 4", part_of("old"), stage="cancelled")
    assert told(tmp_path, records + gone) == []
    after = records + deal("newest", "USD 13", change("SUPERSEDES", "deal/new"))
    assert told(tmp_path, after + deal("part", "USD 4", part_of("old", "newest"))) == []
    among = after + deal("mid", "USD 5", part_of("newest")) + deal("part", "USD 4", part_of("old", "mid"))
    assert told(tmp_path, among) == []


def test_a_part_of_what_is_cancelled_is_a_warning(tmp_path: Path) -> None:
    part = deal("part", "USD 4", part_of("old"))
    (found,) = told(tmp_path, deal("old", "USD 10", stage="cancelled") + part)
    assert found.startswith("warning: deal/part is part of deal/old, which is cancelled, and leaves the sums with it")
    assert len(told(tmp_path, OLD + deal("end", links=change("CANCELS")) + part)) == 1


def test_a_successor_that_is_gone_itself_is_a_warning_unless_it_went_later(tmp_path: Path) -> None:
    link = change("SUPERSEDES", date="2024-06")
    (found,) = told(tmp_path, OLD + deal("new", "USD 12", link, stage="cancelled"))
    assert found.startswith("warning: deal/new is cancelled and supersedes deal/old, so that neither counts")
    later = history("signed, 2024-06-01", "cancelled, 2025", links=f"[{link}]")
    assert [line for line in told(tmp_path, OLD + later) if "has no figure" not in line] == []


def test_papers_that_change_one_another_are_not_asked_about_as_twins(tmp_path: Path) -> None:
    funds = "{type: FUNDS, from: country/AA}, {type: GOES_TO, to: country/BB, role: recipient}"
    twins = deal("old", "USD 10", funds) + deal("new", "USD 10", f"{funds}, {change('SUPERSEDES')}")
    assert check(folder_of(tmp_path, twins)).problems == ()
    apart = deal("old", "USD 10", funds) + deal("new", "USD 10", funds)
    found = check(folder_of(tmp_path, apart))
    assert [p for p in (*found.problems, *found.warnings) if "deal/new" in p.what]


def test_an_event_may_cancel_a_deal(tmp_path: Path) -> None:
    event = "- {id: event/end, name: The end, kind: announcement, says: So., evidence: [paper:1], links: [%s]}\n"
    assert told(tmp_path, OLD + event % change("CANCELS", date="2025-01-02")) == []
    assert "AMENDS does not go from one" in only(tmp_path, OLD + event % change("AMENDS"))


def test_a_successor_that_counts_on_when_its_predecessor_is_called_off_is_a_warning(tmp_path: Path) -> None:
    closing = "- {{id: event/e, name: Closing, kind: announcement, says: Ends it., evidence: [paper:1], links: [{}]}}\n"
    old = deal("old", "USD 220", date="2022-03-07")
    new = deal("new", "USD 260", change("SUPERSEDES", date="2023-09-18"), date="2023-09-18")
    late, early = (closing.format(change("CANCELS", date=day)) for day in ("2025-07-16", "2023-01-31"))
    assert told(tmp_path, old + new + late) == [
        "warning: event/e cancels deal/old, and deal/new, which stands in its place, goes on and counts; "
        "write CANCELS to deal/new as well where it ends with it; if it goes on, let it stand"
    ]
    assert told(tmp_path, old + new + early) == []
    both = closing.format(
        change("CANCELS", date="2025-07-16") + ", " + change("CANCELS", "deal/new", date="2025-07-16")
    )
    assert told(tmp_path, old + new + both) == []
