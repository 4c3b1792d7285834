"""What records say by other words than somebody may look for: types and fields that there are not."""

import re
from collections.abc import Collection

from cypher.model.properties import TENOR

COVER_IS = (
    "a guarantee or insurance is a deal of its own: it SECURES the deal that it covers, "
    "and whoever gives it is PARTY_TO it with `role: guarantor` or `role: insurer`"
)
TRADE_IS = "who buys and who sells is PARTY_TO the deal with `role: buyer` and `role: seller`"
OPTION_IS = "an option is a deal of `instrument: option`, to which its holder is PARTY_TO with `role: holder`"
OWNERSHIP_IS = "ownership is OWNS with a `share`, from the owner to what it owns"
A_MEASURE_IS = "a measure against somebody is a node, measure/…, with IMPOSES from who imposes it and TARGETS to whom"
OF_MEASURES = re.compile(r"SANCTION|RESTRICT|EMBARGO|DESIGNAT|BLACKLIST|^LISTS|LISTED|^BANS?$|_BAN$", re.IGNORECASE)
"""Types and kinds of ids that somebody writes for what a measure says."""
OTHER_WORDS = (
    (re.compile(r"\bOWN|_OWN|SHAREHOLD|SUBSIDIARY|PARENT|STAKE|HOLDING", re.IGNORECASE), OWNERSHIP_IS),
    (OF_MEASURES, A_MEASURE_IS),
    (re.compile(r"GUARANT|INSUR|UNDERWRIT|SECURED|PROTECTS|BACKSTOP", re.IGNORECASE), COVER_IS),
    (re.compile(r"^BUY|^SELL|OFF_?TAKE|^PURCHAS|SOLD_|BOUGHT_", re.IGNORECASE), TRADE_IS),
    (re.compile(r"OPTION", re.IGNORECASE), OPTION_IS),
)


def find_other_words(type_: str) -> str | None:
    """How that is said which somebody meant by a type; None where nothing is known of it."""
    return next((said for meant, said in OTHER_WORDS if meant.search(type_)), None)


TERM_IS = "the time for which it runs is `since` and `until`, or a duration as `tenor`, such as P5Y"
IN_A_CLAIM = "tell it in a claim on the deal: docs/records.md shows which terms have a field"
COVERED_IS = "write what is covered as the `amount`, and the deal that is covered by a SECURES link"
OTHER_FIELDS = {
    "term": TERM_IS, "duration": TERM_IS, "interest_rate": "write it as `interest`", "rate": "write it as `interest`",
    "coupon": "write it as `interest`", "due": "write it as `maturity`", "matures": "write it as `maturity`",
    "extension_option": OPTION_IS, "share_covered": COVERED_IS, "called": IN_A_CLAIM, "perils": IN_A_CLAIM,
    "fee": IN_A_CLAIM, "fees": IN_A_CLAIM, "premium": IN_A_CLAIM, "price": IN_A_CLAIM, "collateral": IN_A_CLAIM,
    "covenants": IN_A_CLAIM, "grace_period": IN_A_CLAIM, "repayment": IN_A_CLAIM, "take_or_pay": IN_A_CLAIM,
    "contingent": "leave it out: a guarantee or insurance is exposure by its instrument",
}  # fmt: skip
"""Fields of a deal that there are not."""


def find_other_field(name: str, known: Collection[str]) -> str | None:
    """How that is said which somebody meant by a field of a deal; None where nothing is known of it."""
    return OTHER_FIELDS.get(name) if TENOR.name in known else None
