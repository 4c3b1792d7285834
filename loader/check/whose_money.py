"""Whose money a deal is, held against who funds it and the whole inside which it lies."""

from collections.abc import Iterator

from ledger.deals import WhoseMoney
from ledger.ids import split_kind
from ledger.totals import EXPOSURES
from loader.check.index import Index
from loader.records import Link, Node, Problem, Severity

US_GOVERNMENT, PRIVATE = WhoseMoney.US_GOVERNMENT, WhoseMoney.PRIVATE
FOREIGN = (WhoseMoney.FOREIGN_PUBLIC, WhoseMoney.OTHER_THAN_US_GOVERNMENT, WhoseMoney.FOREIGN_AND_PRIVATE)
ALL_PUBLIC = (WhoseMoney.PUBLIC, WhoseMoney.FOREIGN_PUBLIC, WhoseMoney.MULTILATERAL)
OF_ALL_SIDES = (WhoseMoney.MIXED, WhoseMoney.BLENDED, WhoseMoney.NOT_STATED)
"""Money inside which any other may lie."""
COVERS = {"guarantor": "guarantees", "insurer": "insures"}
"""By the role of whoever stands behind a guarantee or insurance, what it does: it would pay with its own money."""
US = "US"
"""The country whose government's money is told apart, by its ISO code."""


def contradictory_money(index: Index) -> Iterator[Problem]:
    """Every funder that cannot give the money that its deal is said to be, or whose own money it is not."""
    for link in index.deal_links:
        deal = index.deals.get(link.end)
        if link.type == "FUNDS" and deal is not None:
            whose = deal.properties.get("whose_money")
            if what := _tell_wrong(deal, link.start, "funds", index):
                remedy = "correct whose money it is, or who funds it"
                yield Problem(link.place_of(link.start), "FUNDS", what, remedy)
            elif whose == PRIVATE:
                yield from _owned_by_a_state(link, index)


def contradictory_covers(index: Index) -> Iterator[Problem]:
    """Every guarantor or insurer by itself whose own money that cannot be which its cover is said to be."""
    for link in index.deal_links:
        deal, does = index.deals.get(link.end), COVERS.get(str(link.properties.get("role")))
        if link.type != "PARTY_TO" or deal is None or not does:
            continue
        is_cover = deal.properties.get("instrument") in EXPOSURES
        if is_cover and (what := _tell_wrong(deal, link.start, does, index)):
            remedy = f"correct whose money it is, or who {does} it; who only passes it on is an `intermediary`"
            yield Problem(link.place_of(link.start), "PARTY_TO", what, remedy, Severity.WARNING)


def mixed_sides(index: Index) -> Iterator[Problem]:
    """Every part that is money of another side than the whole inside which it lies."""
    for link in index.deal_links:
        part, whole = index.deals.get(link.start), index.deals.get(link.end)
        if link.type == "PART_OF" and part and whole and (what := _other_side(part, whole, index)):
            remedy = "correct whose money one of them is, write `mixed` at the whole, or take the link out"
            yield Problem(link.where, "PART_OF", what, remedy)


def country_of(party: str, index: Index) -> str:
    """The country of which somebody is a public body, by way of the bodies whose office it is.

    Where the records name no country, the last of these bodies; itself where it is of none.
    """
    seen = {party}
    while (above := index.agencies_of.get(party, party)) not in seen:
        seen.add(above)
        party = above
    return party


def _are_of_one(mine: str, its: str, index: Index) -> bool:
    """Whether two names of public money are one government's: itself, or its public body."""
    return mine == its or country_of(mine, index) == its or country_of(its, index) == mine


def _other_side(part: Node, whole: Node, index: Index) -> str | None:
    mine, its = (str(deal.properties.get("whose_money")) for deal in (part, whole))
    of_mine, of_its = (deal.properties.get("money_of") for deal in (part, whole))
    if of_mine and of_its and not _are_of_one(str(of_mine), str(of_its), index):
        return f"{part.id} is money of {of_mine}, and {whole.id}, inside which it lies, of {of_its}"
    if mine in OF_ALL_SIDES or its in OF_ALL_SIDES or not _never_within(mine, its):
        return None
    return f"{part.id} is {mine} money, and {whole.id}, inside which it lies, {its}"


def _never_within(mine: str, its: str) -> bool:
    """Whether money of one side can be no part of money of another."""
    of_one_government = (mine == US_GOVERNMENT) != (its == US_GOVERNMENT)
    return of_one_government or (mine == PRIVATE and its in ALL_PUBLIC) or (its == PRIVATE and mine in ALL_PUBLIC)


def _tell_wrong(deal: Node, party: str, does: str, index: Index) -> str:
    """That it cannot be a party's own money; empty where it can. `does`: what makes it that, such as funds."""
    whose = deal.properties.get("whose_money")
    what = _contradiction(whose, party, does, index) or _other_than_named(deal, party, does, index)
    return f"{deal.id} is {whose} money, and {what}" if what else ""


def _contradiction(whose: str | None, funder: str, does: str, index: Index) -> str | None:
    kind = split_kind(funder)
    if whose in (US_GOVERNMENT, WhoseMoney.MULTILATERAL) and kind in ("company", "person"):
        return f"{funder}, which {does} it, is a {kind}"
    if whose == PRIVATE and kind in ("country", "agency"):
        return f"{funder}, which {does} it, is no private company"
    country = country_of(funder, index)
    if whose == WhoseMoney.MULTILATERAL and split_kind(country) == "country":
        return f"{funder}, which {does} it, is of one country"
    code = index.iso_codes.get(country)
    is_other = code != US if code else split_kind(country) == "country" and US in index.iso_codes.values()
    if whose == US_GOVERNMENT and is_other:
        return f"{funder}, which {does} it, is of {country}"
    if code == US and whose in FOREIGN:
        return f"{funder}, which {does} it, is of {country}"
    return None


def _other_than_named(deal: Node, funder: str, does: str, index: Index) -> str | None:
    """That it is of one government or bank by name, and another one funds it."""
    named = deal.properties.get("money_of")
    if named is None or split_kind(funder) == "company":
        return None
    countries = country_of(str(named), index), country_of(funder, index)
    if funder in (named, countries[0]) or named == countries[1]:
        return None
    are_known = all(split_kind(country) == "country" for country in countries)
    are_agencies = split_kind(funder) == split_kind(str(named)) == "agency"
    return f"of {named}, and {funder}, which {does} it, is another" if are_known or are_agencies else None


def _owned_by_a_state(link: Link, index: Index) -> Iterator[Problem]:
    """That a company which gives private money belongs to a state, by the records' own word."""
    for stake in (stake for stake in index.stakes if "until" not in stake.properties):
        owner, share = stake.start, stake.properties.get("share")
        if stake.end == link.start and split_kind(owner) in ("country", "agency") and (share is None or share > 50):
            what = f"{link.end} is private money, and {link.start}, which funds it, belongs to {owner}"
            remedy = f"write `public` and `money_of: {owner}` where a source takes it for that; else let it stand"
            yield Problem(link.place_of(link.start), "FUNDS", what, remedy, Severity.WARNING)
