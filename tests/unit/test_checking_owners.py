"""Who owns what: shares, stakes at one time, circles, offices by key, and signatures for a party."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.check import Checked, check
from loader.check.owner_circles import find_circles
from tests.unit.small_records import deal, folder_of, only, problems

PARTIES = "".join(
    f"- {{id: company/{name}, name: {title}, kind: company, says: Digs., evidence: [paper:1], "
    "links: [{type: COVERS, to: mineral/tin}]}\n"
    for name, title in (("acme", "Acme"), ("zenith", "Zenith"), ("orion", "Orion"))
)


def stakes(*links: str) -> str:
    """Companies, and a mine that has these owners, a line each from line 10 on."""
    written = "".join(f"    - {{type: OWNS, {link}}}\n" for link in links)
    mine = "- id: project/pit\n  name: Pit\n  kind: mine\n  says: A mine.\n  evidence: [paper:1]\n  links:\n"
    return PARTIES + mine + written


def checked(folder: Path, records: str) -> Checked:
    return check(folder_of(folder, records))


def warnings(folder: Path, records: str) -> list[str]:
    found = checked(folder, records)
    assert found.problems == ()
    return [str(w) for w in found.warnings if w.field in ("share", "OWNS")]


def test_a_mine_owned_sixty_to_forty_is_sound_and_its_shares_are_numbers(tmp_path: Path) -> None:
    records = stakes(
        "from: company/acme, share: 60, holding: direct, since: 2020", "from: country/AA, share: 40, holding: direct"
    )
    found = checked(tmp_path, records)
    assert (found.problems, warnings(tmp_path, records)) == ((), [])
    shares = {i.id: i.properties["share"] for i in found.items if "|OWNS|" in i.id}
    assert shares == {"company/acme|OWNS|project/pit|owner": 60.0, "country/AA|OWNS|project/pit|owner": 40.0}


@pytest.mark.parametrize("share", ["0", "-5", "100.1"])
def test_a_share_that_is_none_is_told(tmp_path: Path, share: str) -> None:
    told = only(tmp_path, stakes(f"from: company/acme, share: {share}"))
    assert told.startswith(f"records.yaml:10: share: {share} of company/acme|OWNS|project/pit|owner is no share; write")


@pytest.mark.parametrize("share", ["60 %", "60%", "60 per cent", "60 per_cent"])
def test_a_share_may_have_its_sign(tmp_path: Path, share: str) -> None:
    assert problems(tmp_path, stakes(f"from: company/acme, share: {share}")) == ()


def test_a_share_of_which_nobody_knows_the_number_is_told(tmp_path: Path) -> None:
    assert only(tmp_path, stakes("from: company/acme, share: about 60 %")).startswith(
        "records.yaml:10: share: 'about 60 %' is not"
    )


DIRECT = "holding: direct, since: 2020"


def test_direct_shares_above_the_whole_at_one_time_name_the_owners_and_their_lines(tmp_path: Path) -> None:
    told = only(
        tmp_path, stakes(f"from: company/acme, share: 70.5, {DIRECT}", f"from: company/zenith, share: 40, {DIRECT}")
    )
    assert told.startswith(
        "records.yaml:11: share: direct shares of project/pit come to 110.5 per cent: "
        "company/acme 70.5 (records.yaml:10), company/zenith 40 (records.yaml:11); correct a share, write `until`"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("holding: direct", "holding: direct"),
        ("since: 2020", "since: 2021"),
        ("holding: direct, until: 2022", "holding: direct, since: 2021"),
        ("holding: direct, since: 2022, until: 2022-11", "holding: direct, since: 2021"),
    ],
)
def test_shares_that_may_be_above_the_whole_are_a_warning(tmp_path: Path, first: str, second: str) -> None:
    (told,) = warnings(tmp_path, stakes(*(
        f"from: company/{who}, share: 60" + (f", {more}" if more else "")
        for who, more in (("acme", first), ("zenith", second))
    )))  # fmt: skip
    assert "shares of project/pit come to 120 per cent, as far as they are held at one time: company/acme 60" in told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{DIRECT}, until: 2022", "holding: direct, since: 2023"),
        (f"{DIRECT}, until: 2022", "holding: direct, since: 2022"),
        (f"{DIRECT}, until: 2022-05-01", "holding: direct, since: 2022-05-01"),
        ("holding: direct, until: 2022", "holding: direct, since: 2022"),
        (DIRECT, "holding: ultimate, since: 2020"),
    ],
)
def test_shares_that_follow_one_another_or_are_held_by_others_are_not_added(
    tmp_path: Path, first: str, second: str
) -> None:
    records = stakes(f"from: company/acme, share: 60, {first}", f"from: company/zenith, share: 60, {second}")
    assert warnings(tmp_path, records) == []


def test_shares_as_decimals_are_added_as_they_are_written(tmp_path: Path) -> None:
    thirds = (f"from: company/{who}, share: {share}, {DIRECT}" for who, share in (
        ("acme", "33.3"), ("zenith", "33.3"), ("orion", "33.4"),
    ))  # fmt: skip
    assert warnings(tmp_path, stakes(*thirds)) == []


def test_two_stakes_of_one_owner_have_keys_and_count_by_their_time(tmp_path: Path) -> None:
    grown = stakes(
        "from: company/acme, key: first, share: 60, holding: direct, since: 2020, until: 2022",
        "from: company/acme, key: grown, share: 100, holding: direct, since: 2022",
    )
    assert warnings(tmp_path, grown) == []
    both = grown.replace(", until: 2022", "")
    assert "come to 160 per cent: company/acme 60 (records.yaml:10), company/acme 100" in only(tmp_path, both)


def owners(*pairs: str, more: str = "") -> str:
    """Companies that own one another, a line each from line 4 on: `acme zenith` is Acme's stake in Zenith."""
    links = (pair.split() for pair in pairs)
    return PARTIES + "".join(
        f"- {{type: OWNS, from: company/{a}, to: company/{b}, says: It owns it., evidence: [paper:1]{more}}}\n"
        for a, b in links
    )


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (("acme acme",), "records.yaml:4: OWNS: company/acme owns itself; take out"),
        (("acme zenith", "zenith acme"), "company/acme owns itself, by way of others: company/acme owns company/zenith "
         "owns company/acme; take out"),
        (("acme zenith", "zenith orion", "orion zenith"), "company/zenith owns itself, by way of others: "
         "company/zenith owns company/orion owns company/zenith"),
    ],
)  # fmt: skip
def test_a_circle_of_owners_is_a_warning_that_names_it(tmp_path: Path, links: tuple[str, ...], told: str) -> None:
    (warning,) = warnings(tmp_path, owners(*links))
    assert told in warning


def test_chains_that_meet_again_and_ultimate_owners_are_no_circle(tmp_path: Path) -> None:
    assert warnings(tmp_path, owners("acme zenith", "acme orion", "zenith orion")) == []
    assert warnings(tmp_path, owners("acme zenith", "zenith acme", more=", holding: ultimate")) == []


def test_several_offices_of_one_person_in_one_company_have_keys_and_terms(tmp_path: Path) -> None:
    ada = (
        "- id: person/ada\n  name: Ada\n  says: Ada runs Acme.\n  evidence: [paper:1]\n  links:\n"
        "    - {type: SERVES, to: company/acme, key: chair, office: chair, since: 2020, until: 2023}\n"
        "    - {type: SERVES, to: company/acme, key: president, office: president, since: 2021}\n"
        "    - {type: OWNS, to: company/acme, share: 7.5}\n"
    )
    found = checked(tmp_path, PARTIES + ada)
    assert found.problems == ()
    offices = {i.id: i.properties["office"] for i in found.items if "|SERVES|" in i.id}
    start = "person/ada|SERVES|company/acme|office_holder"
    assert offices == {f"{start}|chair": "chair", f"{start}|president": "president"}


def signed(party: str) -> str:
    ada = "- {id: person/ada, name: Ada, says: Ada signs., evidence: [paper:1]}\n"
    return ada + deal("pact", links=f"{{type: SIGNS, from: person/ada, on_behalf_of: {party}}}")


def test_who_signed_for_a_party_is_kept_with_it(tmp_path: Path) -> None:
    assert problems(tmp_path, signed("country/AA")) == ()


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("agency/banc", "there is no agency/banc; did you mean agency/bank?"),
        ("Atlantis", "'Atlantis' is no id of a party; write its id, such as country/XX"),
        ("mineral/tin", "mineral/tin is a Mineral, for which nobody signs; name one of Country, Agency, Company"),
    ],
)
def test_a_party_that_is_not_there_is_told(tmp_path: Path, party: str, told: str) -> None:
    assert only(tmp_path, signed(party)).startswith(f"records.yaml:2: on_behalf_of: {told}")


@pytest.mark.parametrize("type_", ["OWNED_BY", "SUBSIDIARY_OF", "IS_PARENT_OF", "HAS_STAKE_IN"])
def test_ownership_by_another_word_is_told_as_owns_with_a_share(tmp_path: Path, type_: str) -> None:
    told = only(tmp_path, stakes("from: company/acme").replace("type: OWNS", f"type: {type_}"))
    assert told.endswith("; ownership is OWNS with a `share`, from the owner to what it owns")


@pytest.mark.parametrize(("written", "share"), [("12.5", 12.5), ("60", 60.0), ("60.0", 60.0), ('"7.25"', 7.25)])
def test_a_share_in_json_lines_is_the_number_that_is_written(tmp_path: Path, written: str, share: float) -> None:
    folder = folder_of(tmp_path, PARTIES)
    ends = '"from": "company/acme", "to": "company/zenith", "says": "It owns it.", "evidence": ["paper:1"]'
    (folder / "stakes.jsonl").write_text(f'{{"type": "OWNS", {ends}, "share": {written}}}\n', encoding="utf-8")
    found = check(folder)
    assert found.problems == ()
    assert [i.properties["share"] for i in found.items if "|OWNS|" in i.id] == [share]


def test_a_stake_in_which_another_begins_and_ends_counts_beside_it(tmp_path: Path) -> None:
    among = f"from: company/zenith, share: 50, {DIRECT[:-4]}2021-01, until: 2021-03"
    assert "come to 110 per cent" in only(tmp_path, stakes(f"from: company/acme, share: 60, {DIRECT}", among))


def reach(owned: dict[int, set[int]], start: int) -> set[int]:
    found, waiting = set[int](), list(owned[start])
    while waiting:
        if (step := waiting.pop()) not in found:
            found.add(step)
            waiting += owned[step]
    return found


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_just_the_groups_that_own_themselves_have_a_circle_and_each_is_one(pairs: set[tuple[int, int]]) -> None:
    owned = {n: {b for a, b in pairs if a == n} for n in range(7)}
    circles = list(find_circles({str(a): tuple(map(str, sorted(found))) for a, found in owned.items()}))
    for circle in circles:
        assert len(circle) == len(set(circle))
        assert all(int(b) in owned[int(a)] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
    for n in owned:
        group = {m for m in reach(owned, n) if n in reach(owned, m)}
        assert bool(group) == any(int(m) in group for circle in circles for m in circle)


def test_a_long_chain_and_a_long_circle_are_walked_once() -> None:
    chain = {str(n): (str(n + 1), str(n + 2)) for n in range(50_000)}
    assert list(find_circles(chain)) == []
    (circle,) = find_circles(chain | {"50000": ("0",)})
    assert circle[0] == "0"


@pytest.mark.parametrize("shares", [("66.7", "33.4"), ("34", "33", "34")])
def test_rounded_shares_a_little_above_the_whole_are_a_warning(tmp_path: Path, shares: tuple[str, ...]) -> None:
    held = zip(("acme", "zenith", "orion"), shares, strict=False)
    (told,) = warnings(tmp_path, stakes(*(f"from: company/{who}, share: {share}, {DIRECT}" for who, share in held)))
    assert "let it stand where the shares are rounded" in told


def test_who_owned_one_another_at_different_times_are_no_circle(tmp_path: Path) -> None:
    def owned(by: str, what: str, when: str) -> str:
        return (
            f"- {{id: company/{by}, name: {by.title()}, kind: company, says: Digs., evidence: [paper:1], "
            f"links: [{{type: OWNS, to: company/{what}, {when}}}]}}\n"
        )

    apart = owned("acme", "zenith", "since: 2000, until: 2005") + owned("zenith", "acme", "since: 2010")
    assert warnings(tmp_path, apart) == []
    (told,) = warnings(tmp_path, apart.replace("2005", "2015"))
    assert "owns itself, by way of others" in told


def test_two_stakes_without_a_key_are_told_of_it(tmp_path: Path) -> None:
    told = only(tmp_path, stakes("from: company/acme, share: 10", "from: company/acme, share: 20"))
    assert "stands already at records.yaml:10; keep one of the two, or give each a `key`" in told


def test_indirect_is_not_taken_for_direct(tmp_path: Path) -> None:
    assert "did you mean ultimate?" in only(tmp_path, stakes("from: company/acme, holding: indirect"))
