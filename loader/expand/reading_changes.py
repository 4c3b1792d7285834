"""What would be otherwise if a reading held, as its record writes it: read, and spelt as the graph keeps it."""

from collections.abc import Iterator

from cypher.model.properties import BESIDE
from cypher.results import Value
from ledger.alterations import Alteration, BadAlteration, make_alteration
from ledger.amounts import Amount, BadAmount
from loader.expand.claims import SINGLE_ROLES
from loader.expand.shapes import ChangeShape
from loader.records import Problem, Spot

FIGURES = ("amount", *(p.name for p in BESIDE))
FIELD = "changes"
HOW = "write `{set: deal/x, to: {stage: signed}}`, `{add: {type: PART_OF, from: …, to: …}}` or `{remove: deal/x}`"


def expand_changes(shapes: list[ChangeShape], spot: Spot) -> Iterator[Alteration | Problem]:
    """Each change of a reading, or what keeps it from being one; `spot` is that of the reading."""
    for number, shape in enumerate(shapes):
        here = spot.at(FIELD, number)
        written = shape.model_dump(by_alias=True, exclude_none=True)
        fields = {name: dict(written[name]) for name in ("to", "add") if name in written}
        for name, held in fields.items():
            yield from _spell_figures(held, here.at(name))
        if "type" in fields.get("add", {}):
            fields["add"].setdefault("role", SINGLE_ROLES.get(fields["add"]["type"], ""))
            fields["add"] = {name: value for name, value in fields["add"].items() if value != ""}
        try:
            yield make_alteration(written | fields)
        except BadAlteration as error:
            yield Problem(here.where, FIELD, f"a change of a reading {error}", HOW)


def _spell_figures(fields: dict[str, Value], spot: Spot) -> Iterator[Problem]:
    """Write figures as we write them; one that cannot be read is told and taken out."""
    for name in [name for name in FIGURES if isinstance(fields.get(name), str)]:
        try:
            fields[name] = str(Amount.parse(fields[name]))
        except BadAmount as error:
            yield Problem(spot.at(name).where, f"{FIELD}.{name}", str(error), error.remedy or "see docs/records.md")


def lines_of_changes(spot: Spot) -> dict[str, int]:
    """Where the parts of a reading's changes stand: `changes.0.to.stage`."""
    start = (*spot.path, FIELD)
    return {
        ".".join(map(str, path[len(spot.path) :])): line
        for path, line in spot.lines.items()
        if path[: len(start)] == start
    }
