"""The facets by which a picture is filtered, each declared once."""

from enum import StrEnum


class Facet(StrEnum):
    """What is asked of the things of a picture. Its words are what readers see."""

    MINERAL = "mineral"
    """Covered, or is one, or one that is a kind of it."""
    AGENCY = "agency"
    """Whose money a deal is, or who is party to it."""
    STAGE = "stage"
    INSTRUMENT = "instrument"
    WHOSE_MONEY = "whose_money"
    AMOUNT = "amount"
    """A figure of one unit, where it may lie."""
    DATE = "date"
    """Months, where the date may lie; of relationships too, where they have one."""
    SOURCE = "source"
    """The articles that carry the evidence."""
    ORIGINS = "origins"
    """How many independent origins the evidence goes back to."""
    DISPUTED = "disputed"
    """The greatest weight of the disputes about it."""


TERMS = (Facet.STAGE, Facet.INSTRUMENT, Facet.WHOSE_MONEY)
"""What is a property of a deal."""
OF_EVIDENCE = frozenset({Facet.SOURCE, Facet.ORIGINS, Facet.DISPUTED})
"""What is asked of relationships too: a node stays as the end of one that stays."""
RANGES = frozenset({Facet.AMOUNT, Facet.DATE})
"""What is asked for by its ends instead of by values."""
