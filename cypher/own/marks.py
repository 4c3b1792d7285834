"""What is wrong with a statement while it is written, each at its line and column, with the name that may be meant."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cypher.guard.check import check_typed
from cypher.guard.refusal import Refused
from cypher.guard.tokens import Kind, Token, read_tokens, unquote
from cypher.model import Model
from cypher.saved.cypher_words import labels_and_types
from ledger.nearest import did_you_mean, nearest, shown

BEFORE_NAMES = (":", "|", "&", "!")
"""What stands before a label or type."""
GIVEN = ("data_set", "most")
"""Parameters that the program gives."""
MOST_MARKS = 20


@dataclass(frozen=True)
class Mark:
    """Something at a place of a statement, line and column from 1; `refuses`: it cannot be run so."""

    line: int
    column: int
    length: int
    says: str
    refuses: bool = False

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.says}"


def find_marks(text: str, model: Model, given: Collection[str] | None = None) -> tuple[Mark, ...]:
    """What the guard refuses, labels and types that the model has not, and properties that are like ones that it has.

    `given`: the parameters that have values; None: that is not known.

    A name that is like none is left alone: a graph may hold more than its model.
    """
    if not text.strip():
        return ()
    marks = []
    try:
        check_typed(text)
    except Refused as refused:
        what = f"{refused.because}{f': {refused.remedy}' if refused.remedy else ''} (rule: {refused.rule})"
        marks.append(Mark(max(1, refused.line), max(1, refused.column), 1, what, refuses=True))
    try:
        tokens = read_tokens(text)
    except Refused:
        return tuple(marks)
    marks += [*_mark_names(text, tokens, model), *_mark_properties(tokens, model), *_mark_parameters(tokens, given)]
    return tuple(sorted(marks, key=lambda mark: (mark.line, mark.column))[:MOST_MARKS])


def property_names(model: Model) -> frozenset[str]:
    """The properties that nodes and relationships of a model have."""
    of_nodes = (p for label in model.labels for p in label.properties)
    of_types = (p for type_ in model.relationship_types for p in type_.properties)
    return frozenset(p.name for p in (*of_nodes, *of_types, *model.shared, *model.managed))


def _mark_names(text: str, tokens: tuple[Token, ...], model: Model) -> Iterator[Mark]:
    unknown = labels_and_types(text) - model.names
    for before, token in pairwise(tokens):
        name = unquote(token)
        if token.kind in (Kind.WORD, Kind.QUOTED) and before.upper in BEFORE_NAMES and name in unknown:
            meant = did_you_mean(nearest(name, model.names))
            yield _mark(token, f"there is no label or relationship type {shown(name)}{meant}")


def _mark_properties(tokens: tuple[Token, ...], model: Model) -> Iterator[Mark]:
    known = property_names(model) | _keys_of_maps(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in (Kind.WORD, Kind.QUOTED) or not _is_property(tokens, at):
            continue
        name = unquote(token)
        meant = None if name in known else nearest(name, known)
        if meant is not None:
            yield _mark(token, f"no label or type has a property {shown(name)}{did_you_mean(meant)}")


def _keys_of_maps(tokens: tuple[Token, ...]) -> set[str]:
    """What maps that the statement makes itself are asked for later."""
    return {
        unquote(token)
        for at, token in enumerate(tokens[:-1])
        if at and tokens[at + 1].upper == ":" and tokens[at - 1].upper in ("{", ",") and not _is_property(tokens, at)
    }


def _is_property(tokens: tuple[Token, ...], at: int) -> bool:
    """Behind the point of a name, where no function is called, or the first key in the braces of a pattern."""
    before = tokens[at - 1].upper if at else ""
    after = tokens[at + 1].upper if at + 1 < len(tokens) else ""
    if before == "." and at > 1:
        return tokens[at - 2].kind in (Kind.WORD, Kind.QUOTED) and after not in ("(", ".")
    in_pattern = before == "{" and at > 2 and tokens[at - 3].upper in BEFORE_NAMES
    return in_pattern and after == ":"


def _mark_parameters(tokens: tuple[Token, ...], given: Collection[str] | None) -> Iterator[Mark]:
    if given is None:
        return
    for token in tokens:
        name = token.text[1:].strip("`")
        if token.kind is Kind.PARAMETER and name not in {*given, *GIVEN}:
            meant = did_you_mean(nearest(name, [*given, *GIVEN]))
            yield _mark(token, f"${shown(name)} has no value{meant}")


def _mark(token: Token, says: str) -> Mark:
    return Mark(token.line, token.column, len(token.text), says)
