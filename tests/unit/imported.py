"""The sheets of tests/sheets brought in by their mappings, and what was worked out of them by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from ledger.amounts import Amount
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.totals import Totals, total
from loader.imports import Brought, bring_in, read_mapping, write_set

SHEETS = Path(__file__).parents[1] / "sheets"


@dataclass(frozen=True)
class Imported:
    """A sheet after it was brought in: what is told of it, and the records that were written."""

    brought: Brought
    folder: Path

    def records(self, stem: str) -> list[dict[str, Any]]:
        """The records of one file, every value as text."""
        path = self.folder / f"{stem}.yaml"
        return yaml.load(path.read_text("utf-8"), yaml.BaseLoader) if path.is_file() else []

    @cached_property
    def parties(self) -> dict[str, dict[str, Any]]:
        """The nodes that are no deals, by id."""
        return {record["id"]: record for record in self.records("parties")}

    def name(self, node_id: str) -> str:
        """What a node is called."""
        return str(self.parties[node_id]["name"])

    def end(self, record: dict[str, Any], type_: str, role: str | None = None) -> str | None:
        """The other end of a deal's link of a type."""
        links = (link for link in record["links"] if link["type"] == type_ and role in (None, link.get("role")))
        return next((str(link.get("from") or link.get("to")) for link in links), None)

    def deals_by_row(self) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
        """Each deal with the source and the row on which it rests."""
        for record in self.records("deals"):
            (cited,) = record["evidence"]
            source, _, row = cited.partition(":")
            yield (source, int(row)), record

    def totals(self) -> Totals:
        """What may be added of its deals."""
        return total(
            Deal(
                r["id"], r["name"], Instrument(r["instrument"]), Stage(r["stage"]), WhoseMoney(r["whose_money"]),
                amount=Amount.parse(r["amount"]) if "amount" in r else None, money_of=r.get("money_of"),
            )
            for r in self.records("deals")
        )  # fmt: skip


def import_sheet(name: str, folder: Path, sheet: Path | None = None) -> Imported:
    """Bring in a sheet of tests/sheets by its mapping, without its bad rows."""
    path = sheet or next(p for p in SHEETS.glob(f"{name}.*") if p.suffix in (".csv", ".tsv", ".xlsx"))
    mapping = read_mapping(SHEETS / f"{name}.mapping.yaml")
    brought = bring_in(path, mapping)
    write_set(folder, mapping.data_set, brought.sources, brought.gathered, mapping.answers)
    return Imported(brought, folder)


def facts_of(name: str) -> dict[str, Any]:
    """What was worked out by hand, every value as text; a null is empty."""
    facts: dict[str, Any] = yaml.load((SHEETS / f"{name}.facts.yaml").read_text("utf-8"), yaml.BaseLoader)
    return facts
