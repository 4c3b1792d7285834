"""The changes of a reading applied to deals, so that the one totals function can add them as they would be."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.changes import Change
from ledger.deals import Deal
from ledger.ids import is_relationship_id
from ledger.minerals import find_told_minerals
from ledger.supposed.fields import CannotSuppose, make_deal, set_fields
from ledger.supposed.ties import Tie, World, date_end, tie, untie
from ledger.wholes import find_wholes

OF_OTHERS = ("may_be_same_as", "funders", "recipients", "places", "minerals")
"""Fields of a deal that name other nodes."""


def suppose(
    deals: Sequence[Deal],
    changes: Iterable[Alteration],
    lies_in: Mapping[str, Collection[str]],
    told_twice: Collection[str] = (),
) -> tuple[Deal, ...]:
    """The deals as they would be under some changes, in their order, those that are added at the end by id.

    `lies_in`: by deal, what it lies directly inside of, also of wholes that are not among the deals. `told_twice`: of
    the relationships that are taken away those beside which another of their type stands between the same two, so that
    nothing else is otherwise. In which order the changes stand is of no account. Changes of what no sum looks at leave
    all as it is. Raises CannotSuppose for what cannot be worked out: a deal that is not there, a value that cannot be
    read, two values for one field, a deal inside itself, and an end of which not all is at hand.
    """
    wanted = tuple(changes)
    refuse_clashes(wanted)
    world = _make_world(deals, lies_in)
    before = {deal: set(wholes) for deal, wholes in lies_in.items()}
    named = world.list_minerals()
    ended = world.work_out_ends()
    for change in sorted(wanted, key=_turn):
        if not (isinstance(change, Removal) and change.of in told_twice):
            _apply(world, change)
    added = sorted(world.deals.keys() - {d.id for d in deals})
    kept = [d.id for d in deals if d.id in world.deals]
    ends, names = world.work_out_ends(), world.list_minerals()
    return tuple(
        _of_wholes(
            _ended(_nested(world.deals[deal], before, world.lies_in), ended.get(deal, ()), ends[deal]),
            find_told_minerals(deal, before, named),
            find_told_minerals(deal, world.lies_in, names),
        )
        for deal in (*kept, *added)
    )


def _make_world(deals: Sequence[Deal], lies_in: Mapping[str, Collection[str]]) -> World:
    ends = {d.id: tuple(c for c in d.changes if c.of == d.id and c.by) for d in deals}
    return World({d.id: d for d in deals}, {deal: set(wholes) for deal, wholes in lies_in.items()}, ends)


def _ended(deal: Deal, before: tuple[Change, ...], after: tuple[Change, ...]) -> Deal:
    """The deal with what takes it out of every sum; `before` and `after` are what the deals at hand tell of it."""
    if before == after:
        return deal
    if before != deal.changes:
        raise CannotSuppose(f"{deal.id} was superseded or cancelled by what is not among the deals at hand")
    return replace(deal, changes=after)


def _turn(change: Alteration) -> tuple[int, str]:
    """What goes away goes first, and a relationship is added when both its ends are there; of one sort, by what they
    say, since a deal lists what ended it as that came."""
    match change:
        case Removal():
            return (0 if is_relationship_id(change.of) else 1), change.of
        case Setting():
            return 3, change.of
    return (4 if change.is_link else 2), repr(sorted(change.record.items()))


def _apply(world: World, change: Alteration) -> None:
    match change:
        case Removal() if is_relationship_id(change.of):
            untie(world, Tie.parse(change.of))
        case Removal():
            _remove(world, change.of)
        case Setting() if change.of.startswith("deal/") and not is_relationship_id(change.of):
            _set(world, change)
        case Setting() if is_relationship_id(change.of):
            date_end(world, Tie.parse(change.of), change.fields)
        case Addition() if change.is_link:
            tie(world, Tie.of(change), change.text("date") or None)
        case Addition() if change.text("id").startswith("deal/"):
            _add(world, change)


def _set(world: World, change: Setting) -> None:
    deal = world.find(change.of)
    changed = set_fields(deal, change.fields)
    world.deals[deal.id] = changed


def _add(world: World, change: Addition) -> None:
    deal = make_deal(change.record)
    if deal.id in world.deals:
        raise CannotSuppose(f"{deal.id} would be added, and is there already")
    world.deals[deal.id] = deal


def _remove(world: World, node: str) -> None:
    """Take a node away, and with it all relationships that it has: what lay inside it lies there no more."""
    if node.startswith("deal/"):
        world.find(node)
        del world.deals[node]
        world.ends.pop(node, None)
        world.lies_in = {deal: wholes - {node} for deal, wholes in world.lies_in.items() if deal != node}
    world.ends = {deal: tuple(c for c in ends if c.by != node) for deal, ends in world.ends.items()}
    for deal in [d for d in world.deals.values() if any(node in getattr(d, field) for field in OF_OTHERS)]:
        left: dict[str, Any] = {field: getattr(deal, field) - {node} for field in OF_OTHERS}
        world.deals[deal.id] = replace(deal, **left)


def _nested(deal: Deal, before: Mapping[str, set[str]], after: Mapping[str, set[str]]) -> Deal:
    wholes = find_wholes(deal.id, after)
    return deal if wholes == find_wholes(deal.id, before) else replace(deal, wholes=frozenset(wholes))


def _of_wholes(deal: Deal, before: frozenset[str], after: frozenset[str]) -> Deal:
    """The deal with what its wholes tell of its minerals, where the deals at hand tell otherwise than they did."""
    return deal if before == after else replace(deal, whole_minerals=after)


def refuse_clashes(changes: Sequence[Alteration]) -> None:
    """Raise CannotSuppose where two changes speak of one thing differently, or take it away twice."""
    told: dict[tuple[str, str], object] = {}
    for change in (c for c in changes if isinstance(c, Setting)):
        for field, value in change.fields.items():
            if told.setdefault((change.of, field), value) != value:
                raise CannotSuppose(f"`{field}` of {change.of} would have two values")
    removed = Counter(change.of for change in changes if isinstance(change, Removal))
    if both := sorted(removed.keys() & {of for of, _ in told}):
        raise CannotSuppose(f"{both[0]} would be changed and taken away")
    for link in (Tie.of(change) for change in changes if isinstance(change, Addition) and change.is_link):
        if gone := next((end for end in (link.start, link.end) if end in removed), None):
            raise CannotSuppose(f"{link} would be there, and {gone} would be taken away")
    if twice := [of for of, times in removed.items() if times > 1]:
        raise CannotSuppose(f"{min(twice)} would be taken away twice")
