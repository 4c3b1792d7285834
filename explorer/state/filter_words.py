"""What is asked of facets in words, as history, chips and notices say it. Plain text: a page escapes it."""

from cypher.facets import NONE, Asked, Facet, Facets
from explorer.state.offered_filters import name_value
from ledger.amounts import format_amount
from ledger.dates import format_date
from ledger.text import list_some, shorten

NAMES: dict[Facet, str] = {
    Facet.MINERAL: "Mineral",
    Facet.AGENCY: "Agency",
    Facet.STAGE: "Stage",
    Facet.INSTRUMENT: "Instrument",
    Facet.WHOSE_MONEY: "Whose money",
    Facet.AMOUNT: "Amount",
    Facet.DATE: "Date",
    Facet.SOURCE: "Source",
    Facet.ORIGINS: "Independent origins",
    Facet.DISPUTED: "Disputed",
}
HELP: dict[Facet, str] = {
    Facet.MINERAL: "Of deals, initiatives, measures, projects and minerals: with all that are a kind of it.",
    Facet.AGENCY: "Of deals: whose money it is, or who is party to it. Agencies with a deal in common stay.",
    Facet.STAGE: "Of deals.",
    Facet.INSTRUMENT: "Of deals.",
    Facet.WHOSE_MONEY: "Of deals.",
    Facet.AMOUNT: "Of deals, in one unit: others and those without a figure are left out. Up to, more than and ranges "
    "pass where they may lie.",
    Facet.DATE: "Of nodes and relationships that have a date: a month or a window of time passes in every month in "
    "which it may lie. Relationships without a date stay, as long as both their ends do.",
    Facet.SOURCE: "The articles that carry the evidence, of nodes and relationships.",
    Facet.ORIGINS: "Of nodes and relationships: articles that repeat one origin do not confirm one another.",
    Facet.DISPUTED: "Of nodes and relationships; a relationship has the disputes of the deals that it ties, too.",
}
"""Of what each is asked, and what passes."""
MOST_NAMED = 3


def describe_asked(asked: Asked, facets: Facets) -> str:
    """One filter: `stage: approved or committed`, `amount: at least USD 5 million`."""
    return f"{NAMES[asked.facet].lower()}: {describe_values(asked, facets)}"


def describe_values(asked: Asked, facets: Facets) -> str:
    """What of the facet passes."""
    told = [shorten(name_value(facets, asked.facet, value)) for value in sorted(asked.values)]
    if asked.unit:
        told.append(_describe_range(asked))
    if asked.first or asked.last:
        told.append(_describe_months(asked))
    if asked.with_none:
        told.append(name_value(facets, asked.facet, NONE))
    return list_some(told, MOST_NAMED, " or ")


def _describe_range(asked: Asked) -> str:
    low, high = (None if end is None else format_amount(end, asked.unit) for end in (asked.low, asked.high))
    if low and high:
        return f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}" if high else f"any figure in {asked.unit}"


def _describe_months(asked: Asked) -> str:
    first, last = (format_date(month) if month else "" for month in (asked.first, asked.last))
    if first == last:
        return first
    return f"{first} to {last}" if first and last else f"from {first}" if first else f"until {last}"
