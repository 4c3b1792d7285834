"""What the page that brings files in shows of one: questions, settings, problems, and what the first rows come to."""

import json
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from cypher.model import built_in_model
from explorer.import_port import ROWS_SHOWN, Asked, LinkMade, NodeMade, Told
from loader import imports
from loader.records import Severity

MOST_TOLD = 300
"""Problems and warnings that are shown of one file."""
SETTINGS = (
    ("data_set", "name"), ("data_set", "title"), ("source", "name"), ("source", "publisher"), ("source", "licence"),
    ("source", "retrieved"), ("reading", "dates", "order"), ("reading", "numbers", "decimal"),
)  # fmt: skip
"""Places of a mapping that a form asks for whatever the sheet is."""


def list_asked(mapping: str) -> tuple[Asked, ...]:
    """The questions of a mapping, as the form asks them."""
    found = imports.list_questions(mapping, built_in_model())
    return tuple(Asked(q.path, q.about, q.text, q.answer, q.offered, q.is_open) for q in found)


def read_settings(mapping: str) -> dict[str, str]:
    """By place in a mapping, what is said there of the settings that a form asks for."""
    raw = yaml.load(mapping, yaml.BaseLoader)
    return {".".join(place): _at(raw, place) for place in SETTINGS}


def _at(raw: Any, place: tuple[str, ...]) -> str:
    for step in place:
        raw = raw.get(step, "") if isinstance(raw, dict) else ""
    return raw if isinstance(raw, str) else ""


def tell_problems(problems: "list[imports.CellProblem]", warnings: "list[imports.CellProblem]") -> dict[str, Any]:
    """The first problems and warnings, and how many there are; parts of a `Trial`."""
    told = tuple(
        Told(
            p.sheet, p.row, p.column, p.what, p.remedy, p.severity is Severity.PROBLEM,
            (p.alike.name, p.alike.id, p.alike.first_id) if p.alike else None,
        )
        for p in [*problems, *warnings][:MOST_TOLD]
    )  # fmt: skip
    return {"told": told, "problems": len(problems), "warnings": len(warnings)}


def preview_rows(brought: "imports.Brought") -> dict[str, Any]:
    """What the first rows that can be brought in come to; parts of a `Trial`."""
    gathered = brought.gathered
    first = frozenset(list(gathered.passages)[:ROWS_SHOWN])
    nodes = tuple(
        NodeMade(n.id, n.label, n.name, n.says, places, n.fields)
        for n in gathered.nodes.values()
        if (places := tuple(place for place in n.rows if place in first))
    )
    links = tuple(
        LinkMade(*link.id[:4], places)
        for link in gathered.links.values()
        if (places := tuple(place for place in link.rows if place in first))
    )
    return {"nodes": nodes, "links": links}


def preview_entities(folder: Path) -> tuple[tuple[NodeMade, ...], tuple[LinkMade, ...]]:
    """The first records that entities became, and what stands between them."""
    model, nodes, links = built_in_model(), dict[str, NodeMade](), list[dict[str, Any]]()
    for file in sorted(folder.glob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            for line in islice(lines, ROWS_SHOWN * 10):
                record = json.loads(line)
                label = model.find_label_of_id(str(record.get("id", "")))
                if label is not None and label.label in model.fact_labels and len(nodes) < ROWS_SHOWN:
                    about = (record["id"], label.label, record["name"], record["says"])
                    nodes[record["id"]] = NodeMade(*about, _places(record), {})
                links += [{"from": record["id"], "to": record["id"], **k} for k in record.get("links", ())]
                links += [record] if "type" in record else []
    made = [
        LinkMade(k["type"], k["from"], k["to"], k.get("role", ""), _places(k))
        for k in links
        if k["from"] in nodes and k["to"] in nodes
    ]
    return tuple(nodes.values()), tuple(made)


def _places(record: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple(("", int(str(cited).rpartition(":")[2])) for cited in record.get("evidence", ()))


def write_bad_rows_as_text(brought: "imports.Brought") -> str:
    """The rows that were not brought in, as a sheet to be mended; empty where there are none."""
    if not brought.bad_rows:
        return ""
    with tempfile.TemporaryDirectory(prefix="lodegraph-") as folder:
        path = Path(folder, "bad.csv")
        imports.write_bad_rows(path, brought.bad_rows, brought.problems)
        return path.read_text(encoding="utf-8")
