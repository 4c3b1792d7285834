"""Whose money a deal is, held against who funds it."""

from collections.abc import Iterator

from ledger.deals import WhoseMoney
from loader.check.index import Index
from loader.records import Problem

OURS, FOREIGN, PRIVATE = WhoseMoney.US_GOVERNMENT, WhoseMoney.FOREIGN_PUBLIC, WhoseMoney.PRIVATE
US = "US"
"""The country whose government's money is told apart, by its ISO code."""


def contradictory_money(index: Index) -> Iterator[Problem]:
    """Every funder that cannot give the money that its deal is said to be."""
    for link in index.deal_links:
        deal = index.deals.get(link.end)
        if link.type == "FUNDS" and deal is not None:
            whose = deal.properties.get("whose_money")
            what = _contradiction(whose, link.start, index)
            if what:
                remedy = "correct whose money it is, or who funds it"
                yield Problem(link.place_of(link.start), "FUNDS", f"{deal.id} is {whose} money, and {what}", remedy)


def _contradiction(whose: str | None, funder: str, index: Index) -> str | None:
    if whose == OURS and funder.startswith("company/"):
        return f"{funder}, which funds it, is a company"
    if whose == PRIVATE and funder.startswith(("country/", "agency/")):
        return f"{funder}, which funds it, is no private company"
    country = index.agencies_of.get(funder, funder)
    code = index.iso_codes.get(country)
    if code and whose == OURS and code != US:
        return f"{funder}, which funds it, is of {country}"
    if code == US and whose in (FOREIGN, WhoseMoney.OTHER_THAN_US_GOVERNMENT, WhoseMoney.FOREIGN_AND_PRIVATE):
        return f"{funder}, which funds it, is of {country}"
    return None
