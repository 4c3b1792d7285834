"""How figures are measured: of what it can be said, and parts that are measured otherwise than their whole."""

from collections.abc import Iterator

from ledger.deals import NOT_GIVEN, MeasuredAs
from ledger.glossary import spell_term
from ledger.units import CURRENCY
from loader.check.index import Index
from loader.check.units import parts_in_wholes
from loader.records import Node, Problem

FIELDS = ("measured_as", "amount_of", "amount_period")
"""What keeps figures of one unit apart."""


PERIOD = "amount_period"


def wrongly_measured(index: Index) -> Iterator[Problem]:
    """Every way of measuring that its deal's figure cannot have; money may be of a time too."""
    for deal in index.deals.values():
        for field in FIELDS:
            unit = deal.properties.get("amount_unit")
            if field in deal.properties and unit is None:
                what = f"{deal.id} says how its figure is measured, and has none"
                yield Problem(deal.place_of(field), field, what, "write its `amount`, or take this out")
            elif field in deal.properties and CURRENCY.fullmatch(str(unit)):
                if field != "amount_period" and deal.properties[field] not in NOT_GIVEN:
                    yield _wrong_of_money(deal, field, str(unit))
            elif field in deal.properties and field == "measured_as":
                yield from _wrong_basis(deal, str(unit), str(deal.properties[field]))


def _wrong_of_money(deal: Node, field: str, unit: str) -> Problem:
    term, is_basis = spell_term(str(deal.properties[field])), field == "measured_as"
    what = f"{deal.id} is in {unit}, and only a quantity is {'measured as' if is_basis else 'a'} {term}"
    remedy = "take it out" + ("; `basis` says how a fact follows from its evidence" if is_basis else "")
    return Problem(deal.place_of(field), field, what, remedy)


def _wrong_basis(deal: Node, unit: str, basis: str) -> Iterator[Problem]:
    if unit == "tons_lce" and basis != MeasuredAs.CARBONATE_EQUIVALENT:
        what = f"{deal.id} is in tons_lce, which is lithium carbonate, and measured as {spell_term(basis)}"
        yield Problem(deal.place_of("measured_as"), "measured_as", what, "correct the unit to tons, or take this out")


def measured_otherwise(index: Index) -> Iterator[Problem]:
    """Every figure that lies inside one that is measured otherwise."""
    for link, part, whole in parts_in_wholes(index, "amount_value"):
        for field in FIELDS:
            mine, its = (index.deals[deal].properties.get(field) for deal in (part, whole))
            if mine != its:
                what = f"{part} has {_say(field, mine)}, and {whole}, inside which it lies, {_say(field, its)}"
                remedy = f"write one `{field}` at both where the source means one, or take the link out"
                if field == PERIOD and not its:
                    remedy = f"write `since` and `until` at {part}, the time in which it holds, or take the link out"
                yield Problem(link.where, "PART_OF", what, remedy)


def _say(field: str, value: str | None) -> str:
    return f"{field} {value}" if value else f"no {field}"
