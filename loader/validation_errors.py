"""What is wrong with the shape of a record, told to the person who wrote it."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from ledger.text import shorten
from loader.records import Problem, Spot
from loader.written_names import WRITTEN_AS

DOCS = "write it as docs/records.md shows"
MISSING = {
    "id": "write kind/name, such as deal/a-loan",
    "name": "write what it is called",
    "says": "write what the evidence says, in your own words",
    "evidence": "cite passages, such as [uni:11.2]",
    "type": "write what it is, such as FUNDS",
    "stage": "write how far it had come, such as signed",
    "date": "write when it had, as precisely as a source does",
    "key": "give it a word of its own, which becomes the end of its id",
    "sha256": "write 64 zeros, and `lodegraph verify --articles DIR` names the right one",
}
ONE_TEXT = {
    "amount": "write one figure, such as USD 10 billion: several figures are several deals",
    "evidence": "write a citation without a blank, such as uni:11.2",
    "evidence_for": "write a citation without a blank, such as uni:11.2",
    "id": "write one id: each thing has a record of its own",
    "name": "write one name, and the others under `also_named`",
}
OF_A_STEP = {
    "amount": "a new figure is a deal of its own that AMENDS or SUPERSEDES this one; what was drawn is `paid_out`",
    "until": "a new end stands in a deal of its own that EXTENDS this one, as the `until` of that link",
}
A_LIST = {
    "evidence": "write it in brackets, such as [uni:11.2]",
    "evidence_for": "write it in brackets, such as [uni:11.2]",
    "links": "write each link after a dash, such as `- {type: FUNDS, from: agency/a-bank}`",
    "claims": "write each claim after a dash",
    "former_names": "write them in brackets, such as `[{name: Old Name Ltd, since: 1998, until: 2012}]`",
}

A_MAPPING = {
    "former_names": "write each with its time, such as `{name: Old Name Ltd, since: 1998, until: 2012}`",
}


def explain_validation_error(
    error: ValidationError, spot: Spot, shape: type[BaseModel], subject: str
) -> Iterator[Problem]:
    """A problem a field, at the line of that field."""
    told: set[tuple[str | int, ...]] = set()
    for detail in error.errors(include_url=False):
        path = tuple(p for p in detail["loc"] if not str(p).startswith(("list[", "str", "constrained", "function")))
        if path in told:
            continue
        told.add(path)
        field = ".".join(map(str, path)) or "record"
        what, remedy = _told(detail, path, shape)
        yield Problem(spot.at(*path).where, field, f"{what} in {subject}", remedy)


def _told(detail: Mapping[str, Any], path: tuple[str | int, ...], shape: type[BaseModel]) -> tuple[str, str]:
    """What and remedy."""
    words = [part for part in path if isinstance(part, str)]
    last = words[-1] if words else ""
    top = words[0] if words else ""
    kind, found = detail["type"], _sort_of(detail.get("input"))
    if kind == "missing":
        return "is missing", MISSING.get(last, DOCS)
    if kind == "extra_forbidden":
        return _tell_unknown_field(last, top, shape)
    if kind in ("string_too_short", "too_short"):
        return "is empty", "write a value, or take the line out"
    if kind == "string_type":
        if "list[" in str(detail["loc"]) or not isinstance(path[-1], str):
            return f"lists {found} where a text belongs", ONE_TEXT.get(top, "write a text")
        return f"is {found}, not a text", ONE_TEXT.get(last, "write one text")
    if kind in ("list_type", "tuple_type"):
        return f"is {found}, not a list", A_LIST.get(last, "write it in brackets, such as [a, b]")
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return f"is {found}, not a mapping", A_MAPPING.get(top, "write it with fields, such as {field: value}")
    if kind in ("literal_error", "enum"):
        values = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        return f"'{shorten(str(detail.get('input')))}' is none of its values", f"use one of {', '.join(values)}"
    if kind.startswith("bool_"):
        return f"'{shorten(str(detail.get('input')))}' is neither true nor false", "write true or false"
    if kind.startswith(("int_", "less_than", "greater_than")):
        return f"'{detail.get('input')}' is no number that it can be", "write a whole number"
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"{message[:1].lower()}{message[1:]}", DOCS


def _tell_unknown_field(name: str, top: str, shape: type[BaseModel]) -> tuple[str, str]:
    """What and remedy of a field that is not known where it stands; `top` is the field of the record that it is in."""
    written, fields = WRITTEN_AS.get(name), _fields_of(shape)
    if written in fields:
        return f"is written as `{written}`", f"call it `{written}`, and take it out where that stands already"
    if top == "history" and name in OF_A_STEP:
        return "is no field of a step", OF_A_STEP[name]
    if name in fields:
        return "stands in the wrong place", "write it in the entry that it is of, as docs/records.md shows"
    near = get_close_matches(name, fields, n=1, cutoff=0.7)
    return "is no field", f"did you mean {near[0]}?" if near else "leave it out or correct its name"


def _sort_of(value: Any) -> str:
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "a text"


def _fields_of(shape: type[BaseModel], within: tuple[type[BaseModel], ...] = ()) -> list[str]:
    """The fields of a shape and of the shapes inside it, which may hold themselves again."""
    found: list[str] = []
    for name, declared in shape.model_fields.items():
        found.append(declared.alias or name)
        for part in getattr(declared.annotation, "__args__", ()):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in (shape, *within):
                found += _fields_of(part, (shape, *within))
    return found
