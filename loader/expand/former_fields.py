"""Fields that records had under another name before, which are still read."""

from dataclasses import replace
from typing import Any

from cypher.model import Model
from loader.expand.own_words import names_as_written
from loader.records import FieldPath, Problem, RawRecord, Spot

FORMER_FIELDS = {"rung": "stage", "funder_type": "whose_money"}


def use_present_names(record: RawRecord) -> RawRecord | Problem:
    """The record with the present names of its fields, or a problem where it has a field under both names."""
    narrowed = record.fields.get("evidence_for")
    holders: list[tuple[FieldPath, dict[str, Any]]] = [((), record.fields)]
    if isinstance(narrowed, dict):
        holders.append((("evidence_for",), narrowed))
    renamed: dict[FieldPath, dict[str, Any]] = {}
    for path, fields in holders:
        for former, present in FORMER_FIELDS.items():
            if former in fields and present in fields:
                where = Spot(record.where, record.lines).at(*path, former).where
                return Problem(where, former, f"is written beside {present}, its name today", f"keep {present} alone")
        if FORMER_FIELDS.keys() & fields.keys():
            renamed[path] = {FORMER_FIELDS.get(name, name): value for name, value in fields.items()}
    if not renamed:
        return record
    fields = dict(renamed.get((), record.fields))
    if ("evidence_for",) in renamed:
        fields["evidence_for"] = renamed["evidence_for",]
    lines = {_present(path): line for path, line in record.lines.items()}
    return replace(record, fields=fields, lines=lines)


def name_as_written(problem: Problem, record: RawRecord | Problem, model: Model) -> Problem:
    """A problem of a record's node, by the name of the field that stands in the record."""
    if isinstance(record, Problem):
        return problem
    for former, present in (*FORMER_FIELDS.items(), *names_as_written(record, model)):
        narrowed = record.fields.get("evidence_for")
        if isinstance(narrowed, dict) and former in narrowed:
            for field in (f"evidence_for.{present}", f"{present}_evidence"):
                if problem.field == field or problem.field.startswith(f"{field}."):
                    return replace(problem, field=f"evidence_for.{former}{problem.field.removeprefix(field)}")
        if former in record.fields and problem.field.split(".")[0] == present:
            return replace(problem, field=former + problem.field.removeprefix(present))
    return problem


def _present(path: FieldPath) -> FieldPath:
    if len(path) > 1 and path[0] == "evidence_for":
        return (path[0], FORMER_FIELDS.get(str(path[1]), path[1]), *path[2:])
    return (FORMER_FIELDS.get(str(path[0]), path[0]), *path[1:]) if path else path
