"""Whose money a deal is, by who gives it: the method's table, as far as the records of agencies decide."""

from collections.abc import Mapping, Sequence

from ledger.deals import WhoseMoney
from loader.draft.known import Body
from loader.draft.stubs.cast import Actor

US = "US"
"""The code of a country, which ids of countries end in."""
PUBLIC = (WhoseMoney.PUBLIC, WhoseMoney.MULTILATERAL)
Whose = tuple[WhoseMoney, str | None]
"""The term, and the id of whose money it is where the term needs one."""


def guess_whose(givers: Sequence[Actor], bodies: Mapping[str, Body]) -> Whose:
    """Whose the money of one or several givers is; of two public ones it is neither's alone."""
    sides = {_whose_one(a, bodies) for a in givers}
    if len(sides) == 1:
        return sides.pop()
    if sides and all(whose in PUBLIC for whose, _ in sides):
        return WhoseMoney.FOREIGN_PUBLIC, None
    return WhoseMoney.NOT_STATED, None


def _whose_one(giver: Actor, bodies: Mapping[str, Body]) -> Whose:
    body = bodies.get(giver.id)
    if _is_country(giver.id) or (body and body.of and _is_us(body.of, bodies)):
        return WhoseMoney.US_GOVERNMENT, None
    if body and body.kind == "multilateral_bank":
        return WhoseMoney.MULTILATERAL, giver.id
    if giver.of_kind in ("agency", "country"):
        return WhoseMoney.PUBLIC, giver.id
    return (WhoseMoney.PRIVATE, None) if giver.of_kind == "company" else (WhoseMoney.NOT_STATED, None)


def _is_us(owner: str, bodies: Mapping[str, Body]) -> bool:
    """Whether a country or body is the United States', through whichever bodies it is an office of."""
    seen: set[str] = set()
    while owner not in seen and not _is_country(owner) and (body := bodies.get(owner)) and body.of:
        seen.add(owner)
        owner = body.of
    return _is_country(owner)


def _is_country(node: str) -> bool:
    """Whether a node is that country itself."""
    kind, _, code = node.partition("/")
    return (kind, code) == ("country", US)
