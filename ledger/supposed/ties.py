"""Relationships of deals that a reading adds or takes away, as far as a sum looks at them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ledger.alterations import Addition
from ledger.changes import ENDS
from ledger.deals import Deal, Stage
from ledger.supposed.fields import CannotSuppose
from ledger.wholes import find_wholes

PART_OF, MAY_BE_SAME_AS, FUNDS = "PART_OF", "MAY_BE_SAME_AS", "FUNDS"
TAGS = {("COVERS", "mineral"): "minerals", ("LOCATED_IN", "location"): "places", ("GOES_TO", "recipient"): "recipients"}
"""By type and role of what leads from a deal, the field that holds what it leads to."""


@dataclass(frozen=True)
class Tie:
    """A relationship by what its id is made of."""

    type: str
    start: str
    end: str
    role: str
    key: str = ""

    @classmethod
    def parse(cls, relationship: str) -> "Tie":
        """`start|TYPE|end|role`, perhaps with a key."""
        start, type_, end, role, *key = relationship.split("|")
        return cls(type_, start, end, role, *key)

    @classmethod
    def of(cls, added: Addition) -> "Tie":
        """The relationship that a reading would add."""
        return cls(*(added.text(name) for name in ("type", "from", "to", "role", "key")))

    def __str__(self) -> str:
        return f"{self.type} from {self.start} to {self.end}"


@dataclass
class World:
    """Deals by id, and what each lies directly inside of: changed step by step while a reading is worked out."""

    deals: dict[str, Deal]
    lies_in: dict[str, set[str]]

    def find(self, deal: str) -> Deal:
        """A deal that is to be changed; raises CannotSuppose where it is not among those at hand."""
        if deal not in self.deals:
            raise CannotSuppose(f"{deal} is not among the deals")
        return self.deals[deal]

    def within(self, deal: str) -> list[Deal]:
        """The deals that lie inside one, at any depth."""
        return [d for d in self.deals.values() if deal in find_wholes(d.id, self.lies_in)]


def tie(world: World, added: Tie) -> None:
    """Add a relationship."""
    _refuse_what_is_not_worked_out(added)
    if added.type == PART_OF:
        _nest(world, added)
    elif added.type == MAY_BE_SAME_AS and _is_deal(added.start):
        for one, other in ((added.start, added.end), (added.end, added.start)):
            _hold(world, one, "may_be_same_as", world.find(one).may_be_same_as | {other})
    elif holder := _find_holder(added):
        deal, field, named = holder
        _hold(world, deal, field, getattr(world.find(deal), field) | {named})


def untie(world: World, removed: Tie) -> None:
    """Take a relationship away; raises CannotSuppose where there is none."""
    _refuse_what_is_not_worked_out(removed)
    if removed.type == PART_OF:
        _unnest(world, removed)
    elif removed.type == MAY_BE_SAME_AS and _is_deal(removed.start):
        for one, other in ((removed.start, removed.end), (removed.end, removed.start)):
            _take_out(world, removed, one, "may_be_same_as", other)
    elif holder := _find_holder(removed):
        _take_out(world, removed, *holder)


def refuse_ended(world: World, deals: Iterable[str], doing: str) -> None:
    """Raise where one of some deals was superseded or cancelled: what ends with it is not worked out here."""
    for deal in sorted(deals):
        found = world.deals.get(deal)
        if found and (found.changes or found.stage is Stage.CANCELLED):
            raise CannotSuppose(f"{doing}: {deal} was superseded or cancelled, and what would end with it is not told")


def _refuse_what_is_not_worked_out(link: Tie) -> None:
    if link.type in ENDS:
        raise CannotSuppose(f"{link}: whether it {link.type.lower()} another deal is not worked out here")
    if link.key and (link.type in (PART_OF, MAY_BE_SAME_AS) or _find_holder(link)):
        raise CannotSuppose(f"{link} has the key {link.key}: whether another such link is left is not told")


def _nest(world: World, part: Tie) -> None:
    world.find(part.start)
    _refuse_ended_around(world, part)
    world.lies_in.setdefault(part.start, set()).add(part.end)
    if part.start in find_wholes(part.start, world.lies_in):
        raise CannotSuppose(f"{part}: it would lie inside itself")


def _unnest(world: World, part: Tie) -> None:
    world.find(part.start)
    if part.end not in world.lies_in.get(part.start, ()):
        raise CannotSuppose(f"{part} is not there")
    _refuse_ended_around(world, part)
    world.lies_in[part.start].discard(part.end)


def _refuse_ended_around(world: World, part: Tie) -> None:
    around = {part.start, part.end, *find_wholes(part.start, world.lies_in), *find_wholes(part.end, world.lies_in)}
    refuse_ended(world, around | {d.id for d in world.within(part.start)}, str(part))


def _find_holder(link: Tie) -> tuple[str, str, str] | None:
    """The deal that knows of a relationship, in which field, and what stands there."""
    if link.type == FUNDS:
        return link.end, "funders", link.start
    field = TAGS.get((link.type, link.role))
    return (link.start, field, link.end) if field and _is_deal(link.start) else None


def _take_out(world: World, link: Tie, deal: str, field: str, named: str) -> None:
    known: frozenset[str] = getattr(world.find(deal), field)
    if named not in known:
        raise CannotSuppose(f"{link} is not there")
    _hold(world, deal, field, known - {named})


def _hold(world: World, deal: str, field: str, named: frozenset[str]) -> None:
    changed: dict[str, Any] = {field: named}
    world.deals[deal] = replace(world.deals[deal], **changed)


def _is_deal(node: str) -> bool:
    return node.startswith("deal/")
