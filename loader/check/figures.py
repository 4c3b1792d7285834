"""The figure of a checked deal, or of a funder's share in one."""

from ledger.amounts import Amount, Qualifier
from loader.records import Link, Node


def amount_in(item: Node | Link) -> Amount | None:
    """The figure of a checked deal, or a funder's share in one; None where it has none."""
    p = item.properties
    if not p.get("amount_qualifier"):
        return None
    qualifier = Qualifier(p["amount_qualifier"])
    return Amount(p.get("amount_value"), p["amount_unit"], qualifier, p.get("amount_ceiling"))
