"""Relationships of deals that a reading adds or takes away, as far as a sum looks at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ledger.alterations import Addition
from ledger.changes import ENDS, Change, ChangeKind, find_successors, gather_changes
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

    def is_as(self, other: "Tie") -> bool:
        """Whether two relationships say the same to a sum: their keys, and roles that no sum looks at, aside."""
        if self.type == MAY_BE_SAME_AS:
            return other.type == self.type and {self.start, self.end} == {other.start, other.end}
        same = (self.type, self.start, self.end) == (other.type, other.start, other.end)
        return same and ((self.type, self.role) in TAGS) is ((other.type, other.role) in TAGS)

    def __str__(self) -> str:
        return f"{self.type} from {self.start} to {self.end}"


@dataclass
class World:
    """Deals by id, and what each lies directly inside of: changed step by step while a reading is worked out."""

    deals: dict[str, Deal]
    lies_in: dict[str, set[str]]
    ends: dict[str, tuple[Change, ...]] = field(default_factory=dict)
    """By deal, what superseded or cancelled it itself."""

    def find(self, deal: str) -> Deal:
        """A deal that is to be changed; raises CannotSuppose where it is not among those at hand."""
        if deal not in self.deals:
            raise CannotSuppose(f"{deal} is not among the deals")
        return self.deals[deal]

    def list_minerals(self) -> dict[str, frozenset[str]]:
        """By deal, the minerals that it names itself."""
        return {deal.id: deal.minerals for deal in self.deals.values()}

    def work_out_ends(self) -> dict[str, tuple[Change, ...]]:
        """By deal, what takes it out of every sum: its own end, or that of a whole if no successor keeps it."""
        called_off = {d.id: call_off(d) for d in self.deals.values() if d.stage is Stage.CANCELLED}
        return {
            deal: gather_changes(deal, find_wholes(deal, self.lies_in) - {deal}, self.ends, called_off)
            for deal in self.deals
        }


def tie(world: World, added: Tie, date: str | None = None) -> None:
    """Add a relationship; `date`: the day from which it ends another deal, where it does."""
    if added.type in ENDS:
        _end(world, added, date)
    elif added.type == PART_OF:
        _nest(world, added)
    elif added.type == MAY_BE_SAME_AS and _is_deal(added.start):
        for one, other in ((added.start, added.end), (added.end, added.start)):
            _hold(world, one, "may_be_same_as", world.find(one).may_be_same_as | {other})
    elif holder := _find_holder(added):
        deal, field, named = holder
        _hold(world, deal, field, getattr(world.find(deal), field) | {named})


def untie(world: World, removed: Tie) -> None:
    """Take a relationship away; raises CannotSuppose where there is none."""
    if removed.type in ENDS:
        _give_back(world, removed)
    elif removed.type == PART_OF:
        _unnest(world, removed)
    elif removed.type == MAY_BE_SAME_AS and _is_deal(removed.start):
        for one, other in ((removed.start, removed.end), (removed.end, removed.start)):
            _take_out(world, removed, one, "may_be_same_as", other)
    elif holder := _find_holder(removed):
        _take_out(world, removed, *holder)


def date_end(world: World, link: Tie, fields: Mapping[str, Any]) -> None:
    """Let a relationship end its deal from another day on; whatever else is set of one, no sum looks at."""
    if link.type in ENDS and "date" in fields:
        date = fields["date"]
        _end(world, link, None if date is None else str(date))


def call_off(deal: Deal) -> Change:
    """That a deal is cancelled by its stage: from its last step on, else from its own date, or always without one."""
    last = deal.history[-1] if deal.history else None
    date = last.date if last and last.stage is Stage.CANCELLED else deal.date
    return Change(ChangeKind.CANCELLED, deal.id, date=date)


def _end(world: World, added: Tie, date: str | None) -> None:
    world.find(added.end)
    others = [c for c in world.ends.get(added.end, ()) if (c.kind, c.by) != (ENDS[added.type], added.start)]
    world.ends[added.end] = (*others, Change(ENDS[added.type], added.end, added.start, date))
    if added.type == "SUPERSEDES" and added.end in find_successors(added.end, world.ends):
        raise CannotSuppose(f"{added}: it would take its own place")


def _give_back(world: World, removed: Tie) -> None:
    world.find(removed.end)
    held = world.ends.get(removed.end, ())
    left = tuple(c for c in held if (c.kind, c.by) != (ENDS[removed.type], removed.start))
    if left == held:
        raise CannotSuppose(f"{removed} is not there")
    world.ends[removed.end] = left


def _nest(world: World, part: Tie) -> None:
    world.find(part.start)
    world.lies_in.setdefault(part.start, set()).add(part.end)
    if part.start in find_wholes(part.start, world.lies_in):
        raise CannotSuppose(f"{part}: it would lie inside itself")


def _unnest(world: World, part: Tie) -> None:
    world.find(part.start)
    if part.end not in world.lies_in.get(part.start, ()):
        raise CannotSuppose(f"{part} is not there")
    world.lies_in[part.start].discard(part.end)


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
