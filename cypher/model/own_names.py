"""Names that a data set gives to labels, relationship types and terms: whether they may stand beside ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cypher.model.built_in import LABEL, TYPE
from cypher.model.extension import OwnLabel
from cypher.model.model import Model
from cypher.model.narrower import kind_of_label
from cypher.text.reserved import is_reserved

TERM = re.compile(r"[a-z][a-z0-9_]*")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
OF_PICTURES = ("gathered",)
"""Kinds that nodes of a picture have which are in no graph."""
LONGEST = 60
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value inside `model.yaml`."""


@dataclass(frozen=True)
class Clash:
    """Where in an extension something is wrong, what, and what to do.

    `is_harmless`: the model has it too by now, and means the same, so that it may stand.
    """

    path: Path
    what: str
    remedy: str
    is_harmless: bool = False


def built_in_too(what: str, path: Path) -> Clash:
    """That the model itself has what a set added when it had not."""
    return Clash(path, f"{what} is built in", "take it out: nothing needs it", is_harmless=True)


def squeeze(name: str) -> str:
    """A name without what two names of one database should not differ in alone: case and low lines."""
    return name.replace("_", "").casefold()


def wrong_label(name: str, path: Path, model: Model) -> Iterator[Clash]:
    """What keeps a name from being a label of the set."""
    if not LABEL.fullmatch(name) or name.isupper() or len(name) > LONGEST:
        yield Clash(path, f"'{name}' is no name of a label", "write letters alone, words with capitals, such as Permit")
        return
    yield from _taken(name, path, model, "write another, such as " + name + "Record")
    if kind_of_label(name) in OF_PICTURES:
        yield Clash(path, f"'{name}' is a word of the program's own", "write another")


def wrong_type(name: str, path: Path, model: Model) -> Iterator[Clash]:
    """What keeps a name from being a relationship type of the set."""
    if not TYPE.fullmatch(name) or len(name) > LONGEST:
        remedy = "write capitals and low lines, such as GRANTS or APPLIES_FOR"
        yield Clash(path, f"'{name}' is no name of a relationship type", remedy)
        return
    yield from _taken(name, path, model, f"write another, or extend what is there: `- relationship_type: {name}`")


def _taken(name: str, path: Path, model: Model, remedy: str) -> Iterator[Clash]:
    there = {squeeze(taken): taken for taken in sorted(model.names)}
    if is_reserved(name):
        yield Clash(path, f"'{name}' is a word of Cypher itself", "add a word to it, or take another")
    elif taken := there.get(squeeze(name)):
        what = "a label" if model.find_label(taken) else "a relationship type"
        yield Clash(path, f"'{name}' is {what} that is built in{'' if taken == name else f', {taken}'}", remedy)


def wrong_kind(own: OwnLabel, path: Path) -> Iterator[Clash]:
    """What is wrong with how the ids of a label begin, and with its colour."""
    kind = kind_of_label(own.label)
    if own.kind is not None and own.kind != kind:
        what = f"ids of {own.label} start with {kind}/, not {own.kind}/"
        yield Clash((*path, "kind"), what, f"write {kind}, leave it out, or call the label otherwise")
    if own.colour is not None and not COLOUR.fullmatch(own.colour):
        remedy = 'write six digits in quotes, such as "#8a5a00"'
        yield Clash((*path, "colour"), f"'{own.colour}' is no colour", remedy)


def wrong_terms(terms: tuple[str, ...], path: Path, there: tuple[str, ...] = ()) -> Iterator[Clash]:
    """Terms that are not written as ours are, stand there twice, or are built in."""
    for at, term in enumerate(terms):
        if not TERM.fullmatch(term) or len(term) > LONGEST:
            remedy = f"write {_mend(term)}" if _mend(term) else "write small letters and low lines, such as in_force"
            yield Clash((*path, at), f"'{term}' is no term", remedy)
        elif term in terms[:at]:
            yield Clash((*path, at), f"'{term}' is there already", "take it out")
        elif term in there:
            yield built_in_too(f"'{term}'", (*path, at))


def _mend(term: str) -> str:
    """The term that a text may stand for; empty where it is none."""
    mended = re.sub(r"[^a-z0-9]+", "_", term[:LONGEST].lower()).strip("_")
    return mended if TERM.fullmatch(mended) else ""
