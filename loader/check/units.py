"""Figures in units that nobody declared, and parts in another unit than their whole."""

from collections.abc import Iterator
from contextlib import suppress

from ledger.amounts import Amount, BadAmount
from ledger.units import CURRENCY, Unit, is_known_unit, suggest_unit
from loader.check.index import Index
from loader.read.files import DATA_SET
from loader.records import Link, Node, Problem

EQUIVALENT = "equivalent"


def strange_units(index: Index, declared: tuple[Unit, ...]) -> Iterator[Problem]:
    """Every figure whose unit is neither a currency by ISO 4217 nor a unit of the program or of the data set."""
    for deal in index.deals.values():
        unit = deal.properties.get("amount_unit")
        if unit is not None and not is_known_unit(unit, declared):
            sort = "currency by ISO 4217" if CURRENCY.fullmatch(unit) else "declared unit"
            remedy = _remedy(unit, deal, declared)
            yield Problem(deal.place_of("amount_unit"), "amount", f"'{unit}' of {deal.id} is no {sort}", remedy)


def mixed_units(index: Index) -> Iterator[Problem]:
    """Every deal that lies inside one with a figure in another unit, of which it can be no part.

    Where one of the two is told in the other's currency too, as its `equivalent`, the part is in a sum of its own.
    """
    for link, part, whole in parts_in_wholes(index, "amount_unit"):
        mine, its = _unit(part, index), _unit(whole, index)
        if its != mine and _told_as(whole, index) != mine and _told_as(part, index) != its:
            what = f"{part} is in {mine}, and {whole}, inside which it lies, in {its}"
            remedy = "correct a unit, or take the link out and say in a claim what belongs together"
            if CURRENCY.fullmatch(str(mine)) and CURRENCY.fullmatch(str(its)):
                remedy = f"where a source says what {part} is in {its}, write that as its `equivalent`; else {remedy}"
            yield Problem(link.where, "PART_OF", what, remedy)


def parts_in_wholes(index: Index, field: str) -> Iterator[tuple[Link, str, str]]:
    """Every part that has such a property, with the nearest wholes that have it, and the link that leads there."""
    links: dict[str, list[Link]] = {}
    for link in index.deal_links:
        if link.type == "PART_OF":
            links.setdefault(link.start, []).append(link)
    for part, its_wholes in links.items():
        for link in its_wholes if _has(part, field, index) else ():
            for whole in _wholes_with(field, link.end, links, index):
                yield link, part, whole


def _wholes_with(field: str, whole: str, links: dict[str, list[Link]], index: Index) -> Iterator[str]:
    """The nearest wholes that have a property; those without it are looked through."""
    seen, waiting = set[str](), [whole]
    while waiting:
        deal = waiting.pop()
        if deal in seen:
            continue
        seen.add(deal)
        if _has(deal, field, index):
            yield deal
        else:
            waiting += (link.end for link in links.get(deal, ()))


def _has(deal: str, field: str, index: Index) -> bool:
    return deal in index.deals and index.deals[deal].properties.get(field) is not None


def _unit(deal: str, index: Index) -> str | None:
    return index.deals[deal].properties.get("amount_unit") if deal in index.deals else None


def _told_as(deal: str, index: Index) -> str | None:
    """The currency of a deal's equivalent; None where it has none that can be read."""
    told = index.deals[deal].properties.get(EQUIVALENT)
    with suppress(BadAmount):
        return None if told is None else Amount.parse(str(told)).unit
    return None


def _remedy(unit: str, deal: Node, declared: tuple[Unit, ...]) -> str:
    instead = suggest_unit(unit, declared)
    declare = f"or declare it under `units` in {DATA_SET}"
    if instead is None:
        return f"write a currency's code, such as USD, a unit of docs/records.md, {declare}"
    if not CURRENCY.fullmatch(instead) and deal.properties.get("amount_value") is not None:
        return f"write {deal.properties['amount_value']:,} {instead}, {declare}"
    return f"write {instead} if that is meant" + ("" if CURRENCY.fullmatch(unit) else f", {declare}")
