"""What readings would change, held against the set and its model as the records themselves are.

Each change becomes the node or relationship that it speaks of, and passes what a record of it would pass.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from cypher.model import Model
from ledger.alterations import OF_SET, Addition, Alteration, BadAlteration, Removal, Setting, read_alteration
from ledger.ids import is_relationship_id
from ledger.supposed import CannotSuppose, Tie, refuse_clashes
from ledger.units import Unit, is_known_unit
from loader.check.changed_records import list_settings, make_set, make_supposed, type_added, without_stand_ins
from loader.check.index import Index
from loader.check.supposed_deals import list_properties_of, misfitting_deal, misfitting_fields
from loader.check.supposed_set import Neighbours, misfitting_set
from loader.check.typed import typed_fields
from loader.expand.reading_changes import FIELD
from loader.read.files import DATA_SET
from loader.records import FieldPath, Link, Node, Problem, Spot

NOT_TO_BE_SET = ("id", "type", "from", "to", "role", "key", "links", "claims", "history", "evidence", "evidence_for")
"""Fields of a record that are more than a value."""


def wrong_reading_changes(index: Index, model: Model, declared: tuple[Unit, ...]) -> Iterator[Problem]:
    """Every change that names what is not there, has no such field, cannot hold its value, or changes nothing."""
    neighbours = Neighbours(index) if any(FIELD in reading.properties for reading in index.readings) else None
    for reading in index.readings:
        changes: list[tuple[Alteration, Spot]] = []
        for number, text in enumerate(reading.properties.get(FIELD, ())):
            spot = _find_spot(reading, number)
            try:
                changes.append((read_alteration(text), spot))
            except BadAlteration as error:
                remedy = "write it in the dispute's own record, under its reading: docs/records.md, Disputes"
                yield Problem(spot.where, FIELD, f"a change of {reading.id} {error}", remedy)
        added = frozenset(c.text("id") for c, _ in changes if isinstance(c, Addition) and not c.is_link)
        found = [
            replace(problem, field=_name_field(change, problem.field))
            for change, spot in changes
            for problem in _wrong(change, spot, index, model, declared, added)
        ]
        found = found or list(_clashing(reading, [change for change, _ in changes]))
        found = found or list(_misfitting(changes, index, model))
        if not found and changes and neighbours:
            found = list(misfitting_set(make_supposed(reading, changes, index, model), neighbours))
        yield from found


def _clashing(reading: Node, changes: list[Alteration]) -> Iterator[Problem]:
    """What one reading says twice, and differently."""
    try:
        refuse_clashes(changes)
    except CannotSuppose as error:
        what = f"the changes of {reading.id} cannot hold together: {error}"
        yield Problem(reading.place_of(FIELD), FIELD, what, "keep one of them, or write two readings")


def _misfitting(changes: list[tuple[Alteration, Spot]], index: Index, model: Model) -> Iterator[Problem]:
    """What does not fit in a deal when all changes of it are made; told at the last of them."""
    typed: dict[str, dict[str, Any]] = {}
    without: dict[str, list[str]] = {}
    last: dict[str, tuple[Setting, Spot]] = {}
    for change, fields, spot in list_settings(changes, index, model):
        if change.of not in index.deals:
            continue
        last[change.of] = change, spot.at("to" if change.to else "without")
        without.setdefault(change.of, []).extend(change.without)
        typed.setdefault(change.of, {}).update(fields)
    for deal, fields in typed.items():
        change, spot = last[deal]
        for problem in misfitting_fields(deal, fields, spot, index, without[deal]):
            yield replace(problem, field=_name_field(change, problem.field))


def _name_field(change: Alteration, field: str) -> str:
    """A field of what a change makes by its way through the change as it is written: `changes.add.role`."""
    name = field.rpartition(".")[2]
    sort = next(iter(change.written()))
    is_inside = name != sort and not (isinstance(change, Setting) and name in OF_SET) and not name.isupper()
    inside = "to" if isinstance(change, Setting) else sort
    return f"{FIELD}.{inside}.{name}" if is_inside else f"{FIELD}.{sort if name.isupper() else name}"


def _wrong(
    change: Alteration,
    spot: Spot,
    index: Index,
    model: Model,
    declared: tuple[Unit, ...],
    added: frozenset[str],
) -> Iterator[Problem]:
    """What is wrong with a change; `added`: the nodes that its reading adds, which its relationships may name."""
    if evidence := next((node for node in _name_nodes(change) if _is_evidence(node, model)), None):
        what, remedy = f"changes {evidence}, which is evidence and no fact", "say what would be otherwise of the facts"
        sort = next(iter(change.written()))
        yield Problem(spot.where, sort, f"a change of a reading {what}", remedy)
        return
    match change:
        case Removal():
            yield from _missing(change.of, spot.at("remove"), index)
        case Setting():
            yield from _wrong_setting(change, spot, index, model, declared)
        case Addition():
            yield from _wrong_addition(change, spot.at("add"), index, model, declared, added)


def _name_nodes(change: Alteration) -> tuple[str, ...]:
    """The nodes that a change is of: those of a relationship are its ends."""
    if isinstance(change, Addition):
        return tuple(filter(None, (change.text(name) for name in ("id", "from", "to"))))
    if is_relationship_id(change.of):
        link = Tie.parse(change.of)
        return link.start, link.end
    return (change.of,)


def _is_evidence(node: str, model: Model) -> bool:
    """Whether a node says what others rest on, or how they are disputed."""
    found = model.find_label_of_id(node)
    return found is not None and found.label in model.evidence_labels


def _wrong_setting(
    change: Setting, spot: Spot, index: Index, model: Model, declared: tuple[Unit, ...]
) -> Iterator[Problem]:
    missing = list(_missing(change.of, spot.at("set"), index))
    yield from missing
    here = spot.at("to")
    for name in [name for name in change.fields if name in NOT_TO_BE_SET]:
        what, remedy = f"`{name}` of {change.of} is no value that a reading can set", "add or remove what is otherwise"
        yield Problem((here.at(name) if name in change.to else spot.at("without")).where, name, what, remedy)
    if missing or any(name in change.fields for name in NOT_TO_BE_SET):
        return
    yield from _wrong_without(change, spot.at("without"), index, model)
    if not change.to:
        return
    made = list(make_set(change.of, change.to, here, model))
    found = [item for item in made if isinstance(item, Problem)]
    for item in (item for item in made if not isinstance(item, Problem)):
        typed, problems = typed_fields(without_stand_ins(item, change.to), model)
        found += problems or _strange_unit(typed, here, declared)
        if not found and _is_so(change.of, typed, index):
            what, remedy = f"{change.of} is so already", "take the change out, or write what would be otherwise"
            found.append(Problem(here.where, "to", what, remedy))
    yield from found


def _wrong_without(change: Setting, spot: Spot, index: Index, model: Model) -> Iterator[Problem]:
    """Fields that would not be there and are not there now, that a model does not know, or that are always needed."""
    is_link = is_relationship_id(change.of)
    declared = model.relationship_type(Tie.parse(change.of).type) if is_link else model.label_of_id(change.of)
    known = {p.name: p.required for p in declared.properties}
    for name in change.without:
        kept = list_properties_of(name)
        if any(known.get(held) for held in kept):
            what, remedy = f"{change.of} cannot be without `{name}`", "say what it would be, by `to`"
        elif not kept & known.keys():
            what, remedy = f"{change.of} has no `{name}`: its kind has none", "take the name out, or correct it"
        elif change.of in index.deals and not kept & index.deals[change.of].properties.keys():
            what, remedy = (
                f"{change.of} is without `{name}` already",
                "take the name out, or write what would be otherwise",
            )
        else:
            continue
        yield Problem(spot.where, "without", what, remedy)


def _wrong_addition(
    change: Addition,
    spot: Spot,
    index: Index,
    model: Model,
    declared: tuple[Unit, ...],
    added: frozenset[str],
) -> Iterator[Problem]:
    for item in type_added(change, spot, model):
        if isinstance(item, Problem):
            yield item
            continue
        yield from _strange_unit(item.properties, spot, declared)
        if item.id in index.nodes or item.id in index.links:
            remedy = "take the change out, or `set` what would be otherwise"
            yield Problem(spot.where, "add", f"{item.id} is there already", remedy)
        elif isinstance(item, Node) and item.label == "Deal":
            yield from misfitting_deal(item, spot, index)
        if isinstance(item, Link):
            for end, side in ((item.start, "from"), (item.end, "to")):
                yield from _missing(end, spot.at(side), index) if end not in added else ()
            if item.start == item.end:
                what, remedy = f"{item.type} leads from {item.start} to itself", "correct one of its ends"
                yield Problem(spot.where, "add", what, remedy)


def _missing(thing: str, spot: Spot, index: Index) -> Iterator[Problem]:
    known = index.links if is_relationship_id(thing) else index.nodes
    if thing in known or index.may_be_unread(thing):
        return
    near = get_close_matches(thing, list(known), n=1, cutoff=0.7)
    remedy = f"did you mean {near[0]}?" if near else "correct the id"
    yield Problem(spot.where, str(spot.path[-1]), f"there is no {thing}", remedy)


def _strange_unit(properties: Mapping[str, Any], spot: Spot, declared: tuple[Unit, ...]) -> Iterator[Problem]:
    unit = properties.get("amount_unit")
    if unit is not None and not is_known_unit(str(unit), declared):
        what = f"'{unit}' is neither a currency by ISO 4217 nor a declared unit"
        declare = f"or declare it under `units` in {DATA_SET}"
        remedy = f"write a currency's code, such as USD, a unit of docs/records.md, {declare}"
        yield Problem(spot.at("amount").where, "amount", what, remedy)


def _is_so(of: str, typed: Mapping[str, Any], index: Index) -> bool:
    """Whether a deal holds all these values."""
    deal = index.deals.get(of)
    return deal is not None and all(deal.properties.get(name) == value for name, value in typed.items())


def _find_spot(reading: Node, number: int) -> Spot:
    """Where a change of a reading stands, with the lines of its parts."""
    start = f"{FIELD}.{number}"
    lines: dict[FieldPath, int] = {
        tuple(name.removeprefix(f"{start}.").split(".")): line
        for name, line in reading.lines.items()
        if name.startswith(f"{start}.")
    }
    return Spot(reading.place_of(start if start in reading.lines else FIELD), lines)
