"""What would be otherwise if a reading held, as its record writes it: read, and spelt as the graph keeps it.

Whether it fits the set and its model is asked when all records are known.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import Any

from cypher.model.properties import BESIDE
from ledger.alterations import Alteration, BadAlteration, make_alteration
from ledger.amounts import Amount, BadAmount
from loader.expand.claims import SINGLE_ROLES
from loader.expand.shapes import ChangeShape
from loader.records import Problem, Spot

FIGURES = ("amount", *(p.name for p in BESIDE))
FIELD = "changes"
HOW = (
    "write `{set: deal/x, to: {stage: signed}}`, `{set: deal/x, without: [date]}`, "
    "`{add: {type: PART_OF, from: …, to: …}}` or `{remove: deal/x}`"
)


@dataclass(frozen=True)
class Written:
    """A change, and the number of the entry that it was written as: one entry may add several relationships."""

    change: Alteration
    number: int


def expand_changes(shapes: list[ChangeShape], spot: Spot) -> Iterator[Written | Problem]:
    """Each change of a reading, or what keeps it from being one; `spot` is that of the reading."""
    for number, shape in enumerate(shapes):
        here = spot.at(FIELD, number)
        written = shape.model_dump(by_alias=True, exclude_none=True)
        fields = {name: dict(written[name]) for name in ("to", "add") if name in written}
        for held in fields.values():
            _spell_figures(held)
        try:
            for added in _write_out(fields["add"]) if "add" in fields else (None,):
                more = fields if added is None else fields | {"add": added}
                yield Written(make_alteration(written | more), number)
        except BadAlteration as error:
            yield Problem(here.where, FIELD, f"a change of a reading {error}", HOW)


def _write_out(added: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What an entry adds: of a relationship one for each pair of its ends, with the role that its type has alone."""
    type_ = added.get("type")
    if not isinstance(type_, str):
        yield added
        return
    role = {"role": SINGLE_ROLES[type_]} if type_ in SINGLE_ROLES and "role" not in added else {}
    starts, ends = (added.get(side) for side in ("from", "to"))
    if [] in (starts, ends):
        raise BadAlteration("adds a relationship with an empty list for an end, so that nothing would be added")
    for start, end in product(*(several if isinstance(several, list) else [several] for several in (starts, ends))):
        named = {side: node for side, node in (("from", start), ("to", end)) if node is not None}
        yield added | named | role


def _spell_figures(fields: dict[str, Any]) -> None:
    """Write figures as we write them; one that cannot be read stays, and is told with all that does not fit."""
    for name in [name for name in FIGURES if isinstance(fields.get(name), str)]:
        with suppress(BadAmount):
            fields[name] = str(Amount.parse(fields[name]))


def lines_of_changes(spot: Spot, written: list[Written]) -> dict[str, int]:
    """Where the parts of a reading's changes stand, by their place among these: `changes.0.to.stage`."""
    found: dict[str, int] = {}
    for place, change in enumerate(written):
        start = (*spot.path, FIELD, change.number)
        for path, line in spot.lines.items():
            if path[: len(start)] == start:
                found[".".join(map(str, (FIELD, place, *path[len(start) :])))] = line
    return found
