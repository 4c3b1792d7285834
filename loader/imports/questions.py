"""What a mapping leaves for a person to say, each by its place in it, and a mapping with the answers put in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from cypher.model import Model
from ledger.deals import Instrument, Stage, WhoseMoney
from loader.imports.build import DEAL
from loader.imports.mapping import NOTHING, UNDECIDED

Path = tuple[str, ...]
"""Keys from the top of a mapping down; an entry of a list by its number."""
OF_DEALS = {"stage": tuple(Stage), "instrument": tuple(Instrument), "whose_money": tuple(WhoseMoney)}


@dataclass(frozen=True)
class Question:
    """One answer that a mapping needs or has: `about` what, for which `text` of the sheet (empty: for all rows), what
    it is now, and what may be answered (empty: any text)."""

    path: Path
    about: str
    text: str
    answer: str
    offered: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.answer == UNDECIDED


def list_questions(mapping: str, model: Model) -> list[Question]:
    """All that can be answered value by value, in the order of the mapping."""
    raw = _read(mapping)
    return [*_of_reading(raw), *_of_nodes(raw, model)]


def answer_questions(mapping: str, answers: Iterable[tuple[Path, str]], another: Iterable[tuple[str, str]] = ()) -> str:
    """The mapping with answers at their places; an empty answer takes the place away. Comments are not kept.

    A place whose table the mapping no longer has is passed over: the column is something else by now.
    `another`: pairs of ids that are two things all the same.
    """
    answers, pairs = list(answers), [list(pair) for pair in another]
    if not answers and not pairs:
        return mapping
    raw = _read(mapping)
    for path, text in answers:
        _put(raw, path, text)
    if pairs:
        raw.setdefault("answers", {})["another"] = pairs
    return yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=110)


def _read(mapping: str) -> dict[str, Any]:
    raw: dict[str, Any] = yaml.load(mapping, yaml.BaseLoader)
    return raw


def _of_reading(raw: dict[str, Any]) -> Iterator[Question]:
    signs = raw.get("reading", {}).get("numbers", {}).get("currencies", {})
    for sign, unit in signs.items():
        yield Question(("reading", "numbers", "currencies", sign), "Whose currency the sign is", sign, unit)


def _of_nodes(raw: dict[str, Any], model: Model) -> Iterator[Question]:
    for alias, rule in raw.get("nodes", {}).items():
        label = rule.get("label")
        for key, value in rule.items():
            offered = _offered(key, str(label) if isinstance(label, str) else "", model)
            path = ("nodes", alias, key)
            if isinstance(value, str) and key in OF_DEALS and label == DEAL:
                yield Question(path, f"The deals' {key.replace('_', ' ')}", "", value, offered)
            for number, entry in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(entry, dict):
                    yield from _of_column((*path, str(number)) if isinstance(value, list) else path, entry, offered)


def _of_column(path: Path, value: dict[str, Any], offered: tuple[str, ...]) -> Iterator[Question]:
    column, (_, alias, key, *_) = value.get("column", ""), path
    for text, answer in value.get("values", {}).items():
        about = f"{column}: the {key.replace('_', ' ')} of the {alias.replace('_', ' ')}"
        yield Question((*path, "values", text), about, text, answer, (*offered, NOTHING) if offered else ())
    unit = value.get("unit")
    if isinstance(unit, str):
        yield Question((*path, "unit"), f"{column}: the unit of its figures", "", unit)
    elif isinstance(unit, dict):
        yield from _of_column((*path, "unit"), unit, ())


def _offered(key: str, label: str, model: Model) -> tuple[str, ...]:
    if key == "label":
        return model.fact_labels
    if label == DEAL and key in OF_DEALS:
        return tuple(map(str, OF_DEALS[key]))
    found = model.find_label(label)
    labels = [found] if found else [model.label(name) for name in model.fact_labels] if key == "kind" else []
    return tuple(dict.fromkeys(term for one in labels for p in one.properties if p.name == key for term in p.terms))


def _put(raw: dict[str, Any], path: Path, text: str) -> None:
    place: Any = raw
    may_begin = path[0] in ("data_set", "source", "reading", "answers")
    for step in path[:-1]:
        if isinstance(place, list) and step.isdecimal() and int(step) < len(place):
            place = place[int(step)]
        elif isinstance(place, dict) and (step in place or may_begin):
            place = place.setdefault(step, {})
        else:
            return
    if not isinstance(place, dict) or (not may_begin and path[-1] not in place):
        return
    if text:
        place[path[-1]] = text
    else:
        place.pop(path[-1], None)
