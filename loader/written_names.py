"""Properties that a record writes under another name, or not at all: each is told, so that none is dropped unseen."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cypher.model.properties import AMOUNT as DECLARED
from cypher.model.properties import FORMER_NAMES
from loader.records import FieldPath, Problem, RawRecord, Spot

AMOUNT = tuple(p.name for p in DECLARED)
WRITTEN_AS = {"paraphrase": "says", **dict.fromkeys(AMOUNT, "amount"),
              **dict.fromkeys((p.name for p in FORMER_NAMES), "former_names")}  # fmt: skip
"""Properties that a record has under another name."""


def list_written_names(properties: Iterable[str]) -> tuple[str, ...]:
    """The names under which a record writes some properties, each once; its id is no property of its own."""
    return tuple(dict.fromkeys(WRITTEN_AS.get(name, name) for name in properties if name != "id"))


def use_written_names(record: RawRecord) -> tuple[RawRecord, list[Problem]]:
    """The record of a node or link with every property under its written name, and a problem for each that was not."""
    spot = Spot(record.where, record.lines)
    problems = list(_tell_misnamed(record.fields, spot))
    fields = _rename(record.fields)
    links = fields.get("links")
    for number, link in enumerate(links if isinstance(links, list) else ()):
        if isinstance(link, dict):
            problems += _tell_misnamed(link, spot.at("links", number))
            problems += _tell_id(link, spot.at("links", number))
    if not problems:
        return record, []
    if isinstance(links, list):
        fields["links"] = [_rename(link, "id") if isinstance(link, dict) else link for link in links]
    return replace(record, fields=fields, lines=_rename_lines(record)), problems


def _tell_misnamed(fields: dict[str, Any], spot: Spot) -> Iterator[Problem]:
    if "paraphrase" in fields:
        remedy = "keep `says` alone" if "says" in fields else "call it `says`"
        yield Problem(spot.at("paraphrase").where, "paraphrase", "is written as `says`", remedy)


def _tell_id(link: dict[str, Any], spot: Spot) -> Iterator[Problem]:
    if "id" in link:
        remedy = "take it out; where several links stand between the same two, give each a `key`"
        yield Problem(spot.at("id").where, "links.id", "is made of what the link connects", remedy)


def _rename(fields: dict[str, Any], *left_out: str) -> dict[str, Any]:
    kept = {name: value for name, value in fields.items() if name != "paraphrase" and name not in left_out}
    return kept | ({"says": fields["paraphrase"]} if "paraphrase" in fields and "says" not in fields else {})


def _rename_lines(record: RawRecord) -> dict[FieldPath, int]:
    named = {(*path[:-1], "says"): line for path, line in record.lines.items() if path[-1:] == ("paraphrase",)}
    return named | dict(record.lines)
