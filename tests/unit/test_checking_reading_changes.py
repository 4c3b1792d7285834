"""What readings would change is held against the set as its records are: each slip at its own line, with a way out."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of, only, part_of, problems, warnings

BANK = "{type: FUNDS, from: agency/bank}"
DEALS = deal("whole", "USD 10", BANK) + deal("part", "USD 3", part_of("whole")) + deal("other", "USD 5")
PART = "deal/part|PART_OF|deal/whole|part"
AT = "disputes/d.yaml:"
NEW = "{add: {id: deal/new, name: New, instrument: loan, stage: signed, whose_money: private, amount: USD 1}}"


def written(*changes: str) -> str:
    """A dispute whose second reading has these changes, the first of them on line 13."""
    listed = "".join(f"          - {change}\n" for change in changes)
    return f"""\
    id: dispute/d
    question: How is it?
    kind: doubtful_reading
    concerns: [deal/whole]
    readings:
      - {{key: a, says: One way., rank: preferred, reason: Closest., evidence: [paper:1]}}
      - key: b
        says: Another way.
        rank: normal
        reason: Less precise.
        evidence: [paper:2.10]
        changes:
{listed}"""


FIRST = "{set: agency/bank, to: {kind: fund}}"
SOUND = (
    "{set: deal/other, to: {stage: signed, amount: up to 9 million USD, whose_money: private}}",
    f"{{set: {PART}, to: {{says: Lies inside.}}}}",
    "{set: deal/other, to: {paid_out: USD 2}}",
    "{set: deal/other, without: [amount]}",
    "{set: agency/bank|FUNDS|deal/whole|funder, without: [amount]}",
    "{set: deal/other, to: {stage: signed}, without: [amount]}",
    "{set: deal/other, to: {whose_money: public, money_of: country/AA}}",
    FIRST,
    "{add: {type: PART_OF, from: [deal/other], to: deal/whole}}",
    "{add: {type: FUNDS, from: country/AA, to: deal/other, amount: USD 2}}",
    NEW,
    f"{{remove: {PART}}}",
    "{remove: deal/part}",
)


@pytest.mark.parametrize("change", SOUND)
def test_a_change_that_a_record_could_hold_is_sound(tmp_path: Path, change: str) -> None:
    assert problems(tmp_path, DEALS, disputes__d=written(change)) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("{set: deal/othr, to: {stage: signed}}", "changes.set: there is no deal/othr; did you mean deal/other?"),
        (
            "{remove: deal/part|PART_OF|deal/other|part}",
            "changes.remove: there is no deal/part|PART_OF|deal/other|part",
        ),
        (
            "{set: dispute/d, to: {question: Who?}}",
            "changes.set: a change of a reading changes dispute/d, which is evidence",
        ),
        (
            "{remove: claim/dispute/d/a}",
            "changes.remove: a change of a reading changes claim/dispute/d/a, which is evidence",
        ),
        ("{set: deal/other, without: [stage]}", "changes.without: deal/other cannot be without `stage`"),
        ("{set: deal/other, without: [date]}", "changes.without: deal/other is without `date` already"),
        ("{set: deal/other, without: [stag]}", "changes.without: deal/other has no `stag`: its kind has none"),
        (
            "{set: deal/other, without: [links]}",
            "changes.to.links: `links` of deal/other is no value that a reading can set",
        ),
        ("{set: deal/other, without: []}", "changes: a change of a reading `without` lists no fields"),
        ("{set: deal/other, to: {name: X}, without: [name]}", "a change of a reading sets `name` and takes it away"),
        ("{remove: deal/other, without: [name]}", "or one of these without `set`"),
        (
            "{set: deal/other, to: {stag: signed}}",
            "changes.to.stag: a Deal has no property 'stag'; did you mean `stage`?",
        ),
        (
            "{set: deal/other, to: {stage: singed}}",
            "changes.to.stage: 'singed' is none of its terms in deal/other; did you mean",
        ),
        ("{set: deal/other, to: {date: May}}", "changes.to.date: 'May' is not a date"),
        ("{set: deal/other, to: {amount: 5 zorkmid}}", "changes.to.amount: 'zorkmid' is neither a currency"),
        ("{set: deal/other, to: {amount: much}}", "changes.to.amount: 'much' is not an amount"),
        ("{set: deal/other, to: {paid_out: much}}", "changes.to.paid_out: 'much' is not an amount"),
        (
            "{set: agency/bank, to: {amount: USD 5}}",
            "changes.to.amount: agency/bank has no amount: only a deal has one",
        ),
        (
            "{set: deal/other, to: {links: [a]}}",
            "changes.to.links: `links` of deal/other is no value that a reading can set",
        ),
        (
            "{set: deal/other, to: {evidence: [paper:9]}}",
            "changes.to.evidence: `evidence` of deal/other is no value that a reading can set",
        ),
        ("{set: deal/other, to: {stage: approved}}", "changes.to: deal/other is so already"),
        ("{set: deal/other, to: {amount: USD 5}}", "changes.to: deal/other is so already"),
        (f"{{set: {PART}, to: {{share: 5}}}}", "changes.to.share: PART_OF has no property 'share'"),
        (
            "{add: {type: PART_OFF, from: deal/other, to: deal/whole}}",
            "changes.add.type: there is no relationship type",
        ),
        ("{add: {type: PART_OF, from: deal/other, to: agency/bank}}", "changes.add.to: agency/bank is an Agency"),
        ("{add: {type: PART_OF, from: deal/none, to: deal/whole}}", "changes.add.from: there is no deal/none"),
        ("{add: {type: PART_OF, from: deal/part, to: deal/whole}}", f"changes.add: {PART} is there already"),
        ("{add: {type: PARTY_TO, from: country/AA, to: deal/other}}", "changes.add.role: PARTY_TO names no role"),
        ("{add: {type: PARTY_TO, from: country/AA, to: deal/other, role: friend}}", "'friend' is no role of PARTY_TO"),
        ("{add: {type: PART_OF, from: deal/other}}", "changes.add: names no other end"),
        (
            "{add: {id: deal/new, name: New, stage: signed, whose_money: private}}",
            "changes.add.instrument: is missing in deal/new",
        ),
        (
            "{add: {id: deal/other, instrument: loan, stage: signed, whose_money: private}}",
            "deal/other is there already",
        ),
        (
            "{add: {type: [FUNDS, PART_OF], from: deal/other, to: deal/whole}}",
            "changes.add.type: is a list, not a text",
        ),
        ("{add: {name: New}}", "changes.add.id: is missing"),
        (
            "{add: {type: PART_OF, from: [], to: deal/whole}}",
            "changes: a change of a reading adds a relationship with an empty list for an end",
        ),
        ("{add: {type: PART_OF, from: deal/other, to: deal/other}}", "PART_OF leads from deal/other to itself"),
        ("{set: a|b|c|d, to: {says: X.}}", "changes.set: there is no a|b|c|d"),
        ("{set: deal, to: {stage: signed}}", "changes.set: there is no deal"),
        (
            "{set: deal/other, to: {paid_out: USD 100}}",
            "changes.to.paid_out: under this reading, USD 100 is more than deal/other comes to, USD 5",
        ),
        (
            "{set: deal/other, to: {amount: EUR 5, paid_out: USD 3}}",
            "changes.to.paid_out: under this reading, USD 3 of deal/other is in USD, and its amount in EUR",
        ),
        ("{set: deal/other, to: {whose_money: public}}", "under this reading, deal/other is public money, and of whom"),
        (
            NEW.replace("amount: USD 1", "amount: USD 1, paid_out: USD 5"),
            "changes.add.paid_out: under this reading, USD 5 is more than deal/new comes to, USD 1",
        ),
        (
            NEW.replace("private", "public"),
            "changes.add.money_of: under this reading, deal/new is public money, and of",
        ),
        ("{add: {id: dealings/new}}", "changes.add.id: 'dealings/new' starts with no known kind"),
    ],
)
def test_what_no_record_could_hold_is_told_at_its_line(tmp_path: Path, change: str, told: str) -> None:
    found = only(tmp_path, DEALS, disputes__d=written(FIRST, change))
    assert found.startswith(f"{AT}14: ")
    assert told in found


@pytest.mark.parametrize("order", [1, -1])
def test_a_relationship_may_lead_to_what_the_same_reading_adds(tmp_path: Path, order: int) -> None:
    changes = (NEW, "{add: {type: PART_OF, from: deal/new, to: deal/whole}}")[::order]
    assert problems(tmp_path, DEALS, disputes__d=written(*changes)) == ()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            ("{set: deal/other, to: {stage: signed}}", "{set: deal/other, to: {stage: funded}}"),
            "`stage` of deal/other would have two values",
        ),
        (
            ("{remove: deal/other}", "{set: deal/other, to: {stage: signed}}"),
            "deal/other would be changed and taken away",
        ),
        (("{remove: deal/other}", "{remove: deal/other}"), "deal/other would be taken away twice"),
    ],
)
def test_changes_that_cannot_hold_together_are_told(tmp_path: Path, changes: tuple[str, str], told: str) -> None:
    found = only(tmp_path, DEALS, disputes__d=written(*changes))
    assert f"changes: the changes of claim/dispute/d/b cannot hold together: {told}; keep one of them" in found


@pytest.mark.parametrize("order", [1, -1])
def test_several_changes_of_one_deal_must_fit_together(tmp_path: Path, order: int) -> None:
    changes = ("{set: deal/other, to: {amount: USD 2}}", "{set: deal/other, to: {paid_out: USD 4}}")[::order]
    found = only(tmp_path, DEALS, disputes__d=written(*changes))
    assert found.startswith(f"{AT}14: changes.to.paid_out: ")
    assert "under this reading, USD 4 is more than deal/other comes to, USD 2" in found


def test_changes_that_fit_only_together_are_sound(tmp_path: Path) -> None:
    changes = ("{set: deal/other, to: {paid_out: EUR 4}}", "{set: deal/other, to: {amount: EUR 9}}")
    assert problems(tmp_path, DEALS, disputes__d=written(*changes)) == ()


OWNERS = (
    "- {id: company/a, name: A, kind: company, says: A., evidence: [paper:1], links: ["
    "{type: OWNS, to: company/c, share: 60, since: 2020-01-01, holding: direct}, {type: OWNS, to: company/b}]}\n"
    "- {id: company/b, name: B, kind: company, says: B., evidence: [paper:1]}\n"
    "- {id: company/c, name: C, kind: company, says: C., evidence: [paper:1]}\n"
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (("{add: {type: PART_OF, from: deal/whole, to: deal/part}}",), "deal/part"),
        (
            ("{add: {type: OWNS, from: company/b, to: company/c, share: 50, since: 2021-01-01, holding: direct}}",),
            "under this reading, direct shares of company/c come to 110 per cent",
        ),
        (
            ("{add: {type: SUPERSEDES, from: deal/other, to: deal/whole}}",
             "{add: {type: SUPERSEDES, from: deal/whole, to: deal/other}}"),
            "changes itself, by way of",
        ),
    ],
)  # fmt: skip
def test_what_a_reading_ties_must_hold_together_with_the_set(
    tmp_path: Path, changes: tuple[str, ...], told: str
) -> None:
    checked = check(folder_of(tmp_path, DEALS + OWNERS, disputes__d=written(*changes)))
    found = (*checked.problems, *checked.warnings)
    assert any(told in str(p) and "under this reading, " in str(p) for p in found), found


def test_a_circle_of_owners_that_a_reading_closes_is_warned_of(tmp_path: Path) -> None:
    closing = written("{add: {type: OWNS, from: company/b, to: company/a}}")
    found = [str(w) for w in warnings(tmp_path, DEALS + OWNERS, disputes__d=closing)]
    assert any("under this reading, company/a owns itself" in told for told in found), found


def test_what_is_so_without_the_reading_is_not_told_again(tmp_path: Path) -> None:
    above = OWNERS.replace("{type: OWNS, to: company/b}", "{type: OWNS, to: company/b}, {type: OWNS, to: company/a}")
    found = problems(tmp_path, DEALS + above, disputes__d=written("{set: company/a, to: {name: AA}}"))
    assert found == ()


def test_each_part_of_a_change_is_told_at_its_own_line(tmp_path: Path) -> None:
    change = "set: deal/other\n            to:\n              amount: USD 7\n              stage: singed"
    assert only(tmp_path, DEALS, disputes__d=written(change)).startswith(f"{AT}16: changes.to.stage: ")


def test_the_reading_that_the_graph_shows_has_nothing_to_change(tmp_path: Path) -> None:
    shown = (
        written(SOUND[0])
        .replace("rank: preferred", "rank: x")
        .replace("normal", "preferred")
        .replace("rank: x", "rank: normal")
    )
    told = only(tmp_path, DEALS, disputes__d=shown)
    assert "changes: claim/dispute/d/b is the reading that the graph shows, and changes it" in told
    both = written(SOUND[0]).replace("normal", "preferred")
    assert problems(tmp_path, DEALS, disputes__d=both) == ()


def test_a_change_in_a_record_of_a_claim_by_itself_is_held_to_the_same(tmp_path: Path) -> None:
    claim = "id: claim/dispute/e/c, name: C., says: C., rank: normal, stance: affirms, evidence: [paper:1]"
    text = f"- {{{claim}, changes: ['{{']}}\n"
    assert "changes: a change of claim/dispute/e/c is no JSON text" in only(tmp_path, DEALS + text)
    text = f'- {{{claim}, changes: [\'{{"remove": "deal/none"}}\']}}\n'
    assert "changes.remove: there is no deal/none" in only(tmp_path, DEALS + text)
