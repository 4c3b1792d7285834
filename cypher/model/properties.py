"""Properties that every node or relationship has, beside those of its own type."""

from cypher.model.declarations import Property, PropertyKind
from ledger.amounts import Qualifier
from ledger.disputes import Weight
from ledger.evidence import Basis

SHARED = (
    Property("id", "readable and stable; never an engine's own", required=True),
    Property("paraphrase", "what the evidence says, in our own words"),
    Property("basis", "how the fact follows from its evidence", PropertyKind.TERM, terms=tuple(Basis)),
    Property("evidence", "ids of the passages that speak for it", PropertyKind.TEXT_LIST),
)

MANAGED = (
    Property("articles", "ids of the articles that carry the evidence", PropertyKind.TEXT_LIST),
    Property("origins", "ids of the independent origins that the evidence repeats", PropertyKind.TEXT_LIST),
    Property(
        "disputes",
        "ids of the disputes that concern it, or a relationship at whose end it stands",
        PropertyKind.TEXT_LIST,
    ),
    Property(
        "disputes_weigh",
        "the greatest weight of the disputes about it itself; one that is not weighed matters",
        PropertyKind.TERM,
        terms=tuple(Weight),
    ),
    Property("search_text", "the words by which the search finds it, in plain form"),
    Property("data_set", "the data set that wrote it; nothing else of a server is ever touched", required=True),
    Property("record_hash", "a hash of the record, so that an unchanged one is left alone", required=True),
)
"""Written by the loader, never by the author of a record."""

NAME = Property("name", "what it is called", required=True)
ALSO_NAMED = Property("also_named", "other names that sources use", PropertyKind.TEXT_LIST)
FORMER_NAMES = (
    Property("former_names", "names that it had for a time", PropertyKind.TEXT_LIST),
    Property("former_names_since", "by former name, the beginning of its time; empty where not told",
             PropertyKind.TEXT_LIST),
    Property("former_names_until", "by former name, the end of its time; empty where not told",
             PropertyKind.TEXT_LIST),
)  # fmt: skip
"""Former names, which a record writes as one list of names with `since` and `until`."""
NAMES = (NAME, ALSO_NAMED, *FORMER_NAMES)
DATE = Property("date", "ISO text as precise as stated, or a window by its end", PropertyKind.DATE)
DATE_OF = Property("date_of", "what the date dates")
SINCE = Property("since", "the beginning, as precise as stated", PropertyKind.DATE)
HELD_ON = Property("held_on", "a day on which it was held, where no source tells its beginning", PropertyKind.DATE)
UNTIL = Property("until", "the end, as precise as stated", PropertyKind.DATE)

AMOUNT = (
    Property("amount_value", "whole units, of a range its floor; absent when there is no figure", PropertyKind.INTEGER),
    Property("amount_ceiling", "whole units, the upper end of a range; absent from all else", PropertyKind.INTEGER),
    Property("amount_unit", "a currency code, or what is counted"),
    Property("amount_qualifier", "how firm the figure is", PropertyKind.TERM, terms=tuple(Qualifier)),
)
"""A figure, which a record writes as one `amount`."""

BESIDE = (
    Property("equivalent", "the same figure as told in another currency, as text; never added"),
    Property("paid_out", "what of the figure was paid out so far, as text"),
    Property("undisbursed", "what of the figure was not paid out yet, as text; never added"),
    Property("repaid", "what of the figure was paid back, as text; never added, and no new money"),
    Property("outstanding", "what of the figure is still owed, as text; never added"),
)
"""Figures that stand beside a deal's own, in words."""
TOLD_AS_OF = Property("told_as_of", "the day for which the figures beside its own are told", PropertyKind.DATE)

INTEREST = Property("interest", "what it bears, as text: 7.25 per_cent_per_year, or a benchmark with its margin")
TENOR = Property("tenor", "how long it runs, as a duration such as P12Y")
MATURITY = Property("maturity", "the day on which it falls due, as precise as stated", PropertyKind.DATE)
TERMS = (INTEREST, TENOR, MATURITY)
"""On what terms a deal is made; shown beside its figure and never added."""


def kinds(*terms: str) -> Property:
    """The property `kind`, with the kinds that a label has."""
    return Property("kind", "which sort of it", PropertyKind.TERM, required=True, terms=terms)
