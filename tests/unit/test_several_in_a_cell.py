"""Cells that hold several names, countries by three letters, minerals by their symbols: drafted and brought in."""

from pathlib import Path

import pytest

from ledger.alpha3 import BY_THREE
from ledger.countries import NAMES
from loader.imports import Brought, bring_in, draft_mapping, read_mapping
from loader.imports.values.countries import read_country
from loader.imports.values.unreadable import Unreadable

SHEET = """\
Ref,Lenders,Countries,Mineral,Amount (USD m)
1,Lake Bank; Hill Fund,CHL,Co; Cu,5
2,Ministry of Mines; Lake Bank,ZMB;COD,Cu,7
3,Hill Fund,Chile,Cobalt; Rare earths,9
"""


@pytest.fixture
def brought(tmp_path: Path) -> Brought:
    """The sheet, brought in by its draft as it is."""
    sheet, mapping = tmp_path / "desk.csv", tmp_path / "desk.yaml"
    sheet.write_text(SHEET, encoding="utf-8")
    mapping.write_text(draft_mapping(sheet), encoding="utf-8")
    return bring_in(sheet, read_mapping(mapping))


def kinds(brought: Brought, label: str) -> dict[str, str]:
    """By name, the kind of each node of a label."""
    return {n.name: str(n.fields.get("kind", "")) for n in brought.gathered.nodes.values() if n.label == label}


def test_each_name_in_a_cell_has_its_own_label_and_kind(brought: Brought) -> None:
    assert brought.problems == []
    assert kinds(brought, "Company") == {"Lake Bank": "bank", "Hill Fund": "fund"}
    assert kinds(brought, "Agency") == {"Ministry of Mines": "department"}
    assert kinds(brought, "Mineral") == {
        "Cobalt": "mineral", "Copper": "mineral", "Rare earths": "group",
    }  # fmt: skip


def test_a_deal_is_tied_to_each_of_them_and_told_once(brought: Brought) -> None:
    deals = [n for n in brought.gathered.nodes.values() if n.label == "Deal"]
    assert [str(d.fields["amount"]) for d in deals] == ["USD 5 million", "USD 7 million", "USD 9 million"]
    ties = {link.id[:3] for link in brought.gathered.links.values()}
    second = deals[1].id
    assert {start for type_, start, end in ties if type_ == "FUNDS" and end == second} == {
        "agency/ministry-of-mines", "company/lake-bank",
    }  # fmt: skip
    assert {end for type_, start, end in ties if type_ == "LOCATED_IN" and start == second} == {
        "country/ZM", "country/CD",
    }  # fmt: skip


def test_a_cell_that_the_table_of_values_has_as_a_whole_is_taken_by_the_table(tmp_path: Path) -> None:
    sheet, mapping = tmp_path / "desk.csv", tmp_path / "desk.yaml"
    sheet.write_text("Ref,Mineral\n1,Tin; other\n", encoding="utf-8")
    mapping.write_text(
        "data_set: {name: desk}\nsource: {id: source/desk, name: the list, retrieved: 2026-01-15}\n"
        "nodes:\n  mineral: {label: Mineral, kind: mineral,\n"
        "    name: {column: Mineral, split: ';', values: {'Tin; other': Tin}}}\n",
        encoding="utf-8",
    )
    assert kinds(bring_in(sheet, read_mapping(mapping)), "Mineral") == {"Tin": "mineral"}


def test_three_letters_are_those_of_every_country_and_of_nobody_else() -> None:
    assert sorted(BY_THREE.values()) == sorted(NAMES.keys() - {"XK"})
    assert (read_country("COD"), read_country("ZAF"), read_country("DEU")) == ("CD", "ZA", "DE")
    for text in ("XYZ", "cod", "EUR"):
        with pytest.raises(Unreadable):
            read_country(text)
