"""Five sheets, as different trades keep them, come to just what a careful person read in them beforehand."""

from pathlib import Path
from typing import Any

import pytest

from loader.check import check
from tests.unit.imported import Imported, facts_of, import_sheet

SHEETS = ("1-bank-pipeline", "2-journalist", "3-closings", "4-offtakes", "5-registry")


@pytest.mark.parametrize("name", SHEETS)
def test_its_records_check_without_a_problem(name: str, tmp_path: Path) -> None:
    imported = import_sheet(name, tmp_path)
    checked = check(imported.folder)
    assert [str(p) for p in checked.problems] == []
    assert set(checked.index.passages) >= set(checked.index.cited)


def test_the_pipeline_of_a_bank(tmp_path: Path) -> None:
    facts, imported = facts_of("1-bank-pipeline"), import_sheet("1-bank-pipeline", tmp_path)
    found = {
        str(row): [
            r["instrument"], r["amount"], r["stage"], r["date"],
            imported.name(imported.end(r, "GOES_TO", "recipient") or imported.end(r, "PARTY_TO", "borrower") or ""),
            (imported.end(r, "LOCATED_IN") or "").removeprefix("country/"),
            imported.name(imported.end(r, "COVERS") or ""),
        ]
        for (_, row), r in imported.deals_by_row()
    }  # fmt: skip
    assert found == facts["deals"]
    assert imported.brought.problems == []
    assert imported.brought.bad_rows == []
    funders = {imported.end(r, "FUNDS") or imported.end(r, "PARTY_TO", "guarantor") for _, r in imported.deals_by_row()}
    assert {imported.name(f or "") for f in funders} == {facts["funder"]}
    assert_sums(imported, facts)


def test_the_tracker_of_a_journalist(tmp_path: Path) -> None:
    facts, imported = facts_of("2-journalist"), import_sheet("2-journalist", tmp_path)
    found = {
        str(row): [
            imported.name(imported.end(r, "FUNDS") or ""), imported.name(imported.end(r, "GOES_TO") or ""),
            (imported.end(r, "LOCATED_IN") or "").removeprefix("country/"), r.get("amount", "null"), r["stage"],
            r["date"],
        ]
        for (_, row), r in imported.deals_by_row()
    }  # fmt: skip
    assert found == facts["deals"]
    assert {str(row.number) for row in imported.brought.bad_rows} == set(facts["doubtful"])
    notes = {claim["key"]: claim["says"] for r in imported.records("deals") for claim in r.get("claims", ())}
    assert "étude seulement" in notes["amount-note"]
    assert_sums(imported, facts)


def test_the_closings_of_a_law_firm(tmp_path: Path) -> None:
    facts, imported = facts_of("3-closings"), import_sheet("3-closings", tmp_path)
    found = {
        str(row): [
            imported.name(imported.end(r, "FUNDS") or ""), imported.name(imported.end(r, "GOES_TO") or ""), r["amount"],
            r["stage"], r["date"],
        ]
        for (_, row), r in imported.deals_by_row()
    }  # fmt: skip
    assert found == facts["deals"]
    assert imported.brought.problems == []
    assert_sums(imported, facts)


def test_the_offtakes_of_a_trading_desk(tmp_path: Path) -> None:
    facts, imported = facts_of("4-offtakes"), import_sheet("4-offtakes", tmp_path)
    found: dict[str, dict[str, list[str]]] = {}
    for (source, row), r in imported.deals_by_row():
        buyer, seller = (imported.name(imported.end(r, "PARTY_TO", role) or "") for role in ("buyer", "seller"))
        told = [buyer, seller, r["amount"], r["stage"], r["date"]]
        found.setdefault(source.removeprefix("offtakes."), {})[str(row)] = told
    assert found == facts["deals"]
    assert {r["tenor"] for r in imported.records("deals") if "tenor" in r} == {"P3Y", "P4Y", "P5Y", "P6Y", "P7Y"}


def test_the_register_of_owners(tmp_path: Path) -> None:
    facts, imported = facts_of("5-registry"), import_sheet("5-registry", tmp_path)
    stakes = [link for link in imported.records("links") if link["type"] == "OWNS" and "share" in link]
    kinds = {"company": "Company", "country": "Country", "person": "Person"}
    found = {
        link["evidence"][0].partition(":")[2]: [
            imported.name(link["from"]), kinds[link["from"].partition("/")[0]], imported.name(link["to"]),
            link["share"], link["since"],
        ]
        for link in stakes
    }  # fmt: skip
    assert found == facts["stakes"]
    assert {str(row.number) for row in imported.brought.bad_rows} == set(facts["doubtful"])
    (doubt,) = imported.brought.problems
    assert doubt.column == "Shareholder" and "same_as" in doubt.remedy and "another" in doubt.remedy


def assert_sums(imported: Imported, facts: dict[str, Any]) -> None:
    """Hold the totals of what was brought in to those that were worked out by hand: nothing more, nothing less."""
    found: dict[str, dict[str, Any]] = {}
    for group in imported.totals().groups:
        stage = found.setdefault(group.key.stage, {})
        floor, ceiling = group.interval.floor, group.interval.ceiling
        stage[group.key.unit] = str(floor) if floor == ceiling else [str(floor), str(ceiling) if ceiling else "null"]
        if group.of_which_funded and group.key.stage == "committed" and "of_which_funded" in facts["sums"]:
            found.setdefault("of_which_funded", {})[group.key.unit] = str(group.of_which_funded.floor)
    expected = dict(facts["sums"])
    if "committed" not in expected and "funded" in expected:  # what is funded stands in the committed sums
        expected["committed"] = expected.pop("funded")
    assert found == expected
