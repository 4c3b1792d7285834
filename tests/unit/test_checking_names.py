"""Names so alike that two records may be one thing are told, unless somebody has accepted the pair with a reason."""

from functools import partial
from pathlib import Path
from random import Random

import pytest

from loader.check import check
from loader.check.index import Index
from loader.check.likeness import alike_pairs, likeness
from loader.check.twin_deals import twin_deals
from loader.records import Link, Node
from tests.unit.counted_work import count_calls
from tests.unit.small_records import deal, folder_of, problems

CONSONANTS = ("b", "br", "c", "d", "dr", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "z")
CITED = "says: Digs., evidence: [paper:1]"
TWO = f"- {{id: company/a, name: Vulcan Element, kind: company, {CITED}}}\n" + (
    f"- {{id: company/b, name: Vulcan Elements, kind: company, {CITED}}}\n"
)
ACCEPTED = "accepted_pairs.yaml:1: pair: "


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Orion Critical Mineral Consortium", "Orion Critical Minerals Consortium", True),
        ("ReElement", "Re Element", True),
        ("Consortium of Orion", "Orion Consortium", True),
        ("Rare earths", "Heavy rare earths", True),
        ("Vulcan Elements", "Vulcan-Elements", True),
        ("US–Peru framework", "US–Paraguay framework", False),
        ("Mine 12", "Mine 13", False),
        ("Kazakhstan", "Uzbekistan", False),
        ("Tin", "Zinc", False),
        ("Austria", "Australia", False),
        ("Niger", "Nigeria", False),
        ("Guinea", "Guinea-Bissau", False),
        ("US–Austria framework", "US–Australia framework", False),
        ("Ivory Coast", "Côte d’Ivoire", True),
        ("Turkey", "Türkiye", True),
        ("Co\u0302te Mining", "C\u00f4te Mining", True),
        ("Сhina Moly", "China Moly", True),
        ("Glencore", "Glencore plc", True),
        ("EGPR", "Export Guarantee Programme of Ruritania", True),
        ("Kazatomprom", "Kazatomporm", True),
        ("Siemens", "Siemens Energy", False),
        ("East Japan Railway", "West Japan Railway", False),
        ("…", "?", False),
    ],
)
def test_what_is_alike(one: str, other: str, same: bool) -> None:
    assert bool(likeness(one, other)) is same
    assert bool(likeness(other, one)) is same


def warnings(folder: Path, records: str = "", **more: str) -> list[str]:
    """What is only likely to be wrong; nothing that is only likely refuses a load."""
    checked = check(folder_of(folder, records, **more))
    assert checked.problems == (), checked.problems
    return [str(w) for w in checked.warnings if w.field != "links"]


def test_names_alike_are_a_warning_at_the_later_record(tmp_path: Path) -> None:
    assert warnings(tmp_path, TWO) == [
        "records.yaml:2: name: company/b ('Vulcan Elements') is named almost as company/a ('Vulcan Element'); "
        "make them one record, tie them with MAY_BE_SAME_AS where it is open, "
        "or accept the pair in accepted_pairs.yaml with the reason"
    ]


@pytest.mark.parametrize("change", ["EXTENDS", "SUPERSEDES", "AMENDS", "CANCELS"])
def test_a_paper_and_what_changed_it_bear_one_name_and_nobody_asks(tmp_path: Path, change: str) -> None:
    def asked(*names_and_links: str) -> list[str]:
        told = zip("abc", names_and_links[::2], names_and_links[1::2], strict=True)
        papers = (deal(i, links=link).replace(f"name: {i}", f"name: {name}") for i, name, link in told)
        return [w.split()[2] for w in warnings(tmp_path, "".join(papers)) if ": name: " in w]

    to_a, to_b = (f"{{type: {change}, to: deal/{i}}}" for i in "ab")
    assert asked("Tin charter", "", "Tin charters", "", "Tin charter", "") == ["deal/b", "deal/c"]
    assert asked("Tin charter", "", "Tin charters", to_a, "Tin charter", to_b) == []
    assert asked("Tin charter", "", "Change of it", to_a, "Change of it", to_a) == ["deal/c"], "one may be told twice"


@pytest.mark.parametrize("name", ["Vulcan Element", "VULCAN ELEMENT", "Vulcan-Element", "V\u00fclcan Element"])
def test_one_name_for_two_records_is_a_problem(tmp_path: Path, name: str) -> None:
    found = problems(tmp_path, TWO.replace("Vulcan Elements", name))
    assert [f"{p.where}: {p.what}" for p in found] == [
        f"records.yaml:2: company/b ('{name}') is named as company/a ('Vulcan Element')"
    ]


def test_one_country_under_two_names_is_a_problem(tmp_path: Path) -> None:
    country = "- {{id: country/{0}, name: {1}, says: Sits., evidence: [paper:1]}}\n"
    records = country.format("CC", "Ivory Coast") + country.format("DD", "C\u00f4te d\u2019Ivoire")
    assert "is the same country as country/CC ('Ivory Coast')" in str(problems(tmp_path, records)[0])


def test_another_name_that_a_source_uses_counts_as_a_name(tmp_path: Path) -> None:
    records = TWO.replace("name: Vulcan Element,", "name: Fire Metals, also_named: [Vulcan elementz],")
    assert "'Vulcan elementz'" in warnings(tmp_path, records)[0]


def test_names_of_different_labels_are_not_compared(tmp_path: Path) -> None:
    assert warnings(tmp_path, f"- {{id: company/aland, name: Atlantis, kind: company, {CITED}}}\n") == []


def test_an_accepted_pair_is_not_told(tmp_path: Path) -> None:
    accepted = "- {pair: [company/b, company/a], because: A source names both.}"
    assert warnings(tmp_path, TWO, accepted_pairs=accepted) == []


@pytest.mark.parametrize(
    ("accepted", "problem"),
    [
        ("{pair: [company/a, company/c], because: Two.}", "there is no company/c; correct the id, or take the pair"),
        ("{pair: [company/a], because: Two.}", "is no accepted pair; write {pair: [kind/one, kind/other], because:"),
        ("{pair: [company/a, company/b]}", "is no accepted pair; write"),
        ("{pair: [company/a, company/b], because: Two., colour: red}", "is no accepted pair; write"),
    ],
)
def test_a_pair_that_says_nothing_is_told(tmp_path: Path, accepted: str, problem: str) -> None:
    found = [str(p) for p in problems(tmp_path, TWO, accepted_pairs=f"- {accepted}")]
    assert found[0].startswith(f"{ACCEPTED}{problem}")


def test_an_accepted_pair_that_nobody_asks_about_is_a_warning(tmp_path: Path) -> None:
    found = warnings(tmp_path, accepted_pairs="- {pair: [country/AA, agency/bank], because: Two.}")
    assert found == [
        f"{ACCEPTED}nobody asks whether agency/bank and country/AA are one; take the pair out: nothing needs it"
    ]


def made_up_names(number: int) -> list[str]:
    """Ordinary names of companies: a word of its own, what it does, and its legal form; always the same."""
    chance = Random(7)
    starts = [a + b for a in CONSONANTS for b in "aeiou"]
    proper = ["".join(chance.choice(starts) for _ in range(chance.choice((2, 3, 3, 4)))) for _ in range(number)]
    fields = (
        "Mining",
        "Minerals",
        "Metals",
        "Resources",
        "Lithium",
        "Energy",
        "Materials",
        "Rare Earths",
        "Exploration",
    )
    forms = ("Inc", "Ltd", "Corp", "plc", "Group", "SA", "Holdings", "")
    return [f"{word.title()} {chance.choice(fields)} {chance.choice(forms)}".strip() for word in dict.fromkeys(proper)]


def test_few_needless_questions_are_asked_among_2500_ordinary_names_and_each_real_twin_is_found() -> None:
    names = made_up_names(2_500)
    twins = {
        "Qorvexin Minerals Ltd": "Qorvexin Mineral Ltd",
        "Zandrabel Lithium plc": "Zandrabel Lithium",
        "Wyckhoff Energy Corp": "Wykchoff Energy Corp",
        "T\u00fcrkmaden Metals": "Turkmaden Metals",
    }
    named = [(f"company/{n}", name) for n, name in enumerate([*names, *twins, *twins.values()])]
    found = {frozenset((named[a][1], named[b][1])) for a, b, _ in alike_pairs(named)}
    assert {frozenset(pair) for pair in twins.items()} <= found
    assert len(found) - len(twins) <= 25, sorted(map(sorted, found))


def test_the_work_for_names_grows_with_their_number_only() -> None:
    def ordinary(number: int) -> list[tuple[str, str]]:
        return [(f"company/{n}", name) for n, name in enumerate(made_up_names(number))]

    def of_one_pattern(number: int) -> list[tuple[str, str]]:
        return [(f"company/{n}", f"Mine and Smelter of {chr(97 + n % 26)}{n}") for n in range(number)]

    def alike(named: list[tuple[str, str]]) -> list[object]:
        return list(alike_pairs(named))

    for name_them in (ordinary, of_one_pattern):
        few, many = (count_calls(partial(alike, name_them(number))) for number in (600, 2_400))
        assert many < 8 * few, "sixteen times would be the square"


def test_of_many_weak_likenesses_the_strongest_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    record = "- {{id: company/{0}{1}, name: {2}, kind: company, says: Digs., evidence: [paper:1]}}\n"
    words = [f"{a}{b}{c}ltopia" for a in "bcdfg" for b in "aeiou" for c in "klmnp"]
    records = "".join(record.format(w, n, f"{w} {form}") for w in words for n, form in enumerate(("Inc", "Ltd")))
    found = warnings(tmp_path, records)
    assert len(found) == 101
    assert "more pairs of names are alike, less than those that are listed" in "".join(found)


LOAN = "{type: FUNDS, from: agency/bank, role: funder}"
HERE = "{type: LOCATED_IN, to: country/AA, role: location}"
GIVEN = "{type: GOES_TO, to: country/BB, role: recipient}"
ASKED = "deal/second may be deal/first told again: they have the figure and the funder and the"


@pytest.mark.parametrize(("links", "shared"), [(f"{LOAN}, {HERE}", "place"), (f"{LOAN}, {GIVEN}", "recipient")])
def test_one_deal_under_two_names_is_asked_about(tmp_path: Path, links: str, shared: str) -> None:
    records = deal("first", "USD 5 million", links) + deal("second", "USD 5 million", links, stage="committed")
    (found,) = warnings(tmp_path, records)
    assert f"records.yaml:2: amount: {ASKED} {shared} in common" in found
    assert "make them one record, tie them with MAY_BE_SAME_AS, or accept the pair in accepted_pairs.yaml" in found


def test_a_deal_asked_about_is_answered_by_a_doubt_a_part_or_an_accepted_pair(tmp_path: Path) -> None:
    links = f"{LOAN}, {HERE}"
    first = deal("first", "USD 5 million", LOAN)
    for tie in ("{type: MAY_BE_SAME_AS, to: deal/first}", "{type: PART_OF, to: deal/first}"):
        assert warnings(tmp_path, first + deal("second", "USD 5 million", f"{LOAN}, {tie}")) == []
    records = deal("first", "USD 5 million", links) + deal("second", "USD 5 million", links)
    accepted = "- {pair: [deal/first, deal/second], because: Two lots of one size.}"
    assert warnings(tmp_path, records, accepted_pairs=accepted) == []


@pytest.mark.parametrize(
    "other",
    [
        {"amount": "USD 6 million"},
        {"amount": "EUR 5 million"},
        {"links": LOAN.replace("agency/bank", "agency/other") + f", {GIVEN}"},
        {"links": f"{LOAN}, {HERE.replace('AA', 'BB')}"},
        {"date": "2026-03"},
    ],
)
def test_deals_that_differ_in_figure_funder_place_or_date_are_two(tmp_path: Path, other: dict[str, str]) -> None:
    fields = {"amount": "USD 5 million", "links": f"{LOAN}, {HERE}"}
    records = deal("first", **fields, date="2026-02") + deal("second", **{**fields, "date": "2026-02", **other})
    another = "- {id: agency/other, name: Somebody else, kind: bank, says: Lends., evidence: [paper:1]}\n"
    assert warnings(tmp_path, records, another=another) == []


def test_the_work_for_deals_of_one_figure_and_funder_grows_with_their_number_only() -> None:
    def indexed(number: int) -> Index:
        index = Index()
        for n in range(number):
            index.deals[f"deal/{n}"] = Node(f"deal/{n}", "Deal", {"amount_value": 5, "amount_unit": "USD"})
            index.deal_links.append(Link("FUNDS", "agency/bank", f"deal/{n}", "funder", {}))
            index.deal_links.append(Link("GOES_TO", f"deal/{n}", f"company/{n}", "recipient", {}))
        return index

    assert list(twin_deals(indexed(20_000))) == []
    few, many = indexed(1_000), indexed(4_000)
    assert count_calls(lambda: list(twin_deals(many))) < 8 * count_calls(lambda: list(twin_deals(few)))
