"""Reading Cypher just far enough: its words without strings and comments, its parameters, labels and types."""

import re

NOISE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|//[^\n]*|/\*.*?\*/", re.DOTALL)
PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
LABELS = re.compile(r"(?<=[\w(\[]):([A-Za-z_]\w*(?:\s*[|&]\s*:?[A-Za-z_]\w*)*)|(?<=[(\[]):([A-Za-z_]\w*(?:[|&]\w+)*)")
FUNCTION = re.compile(r"\b([A-Za-z_][\w.]*)\s*\(")
WORD = re.compile(r"\b[A-Za-z_]+\b")

WRITING = {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "LOAD", "CALL", "FOREACH", "GRANT", "ALTER"}
AGGREGATES = {"sum", "avg", "min", "max", "reduce", "stdev", "stdevp", "percentilecont", "percentiledisc"}


def bare(text: str) -> str:
    """The text with strings blanked and comments gone."""
    return NOISE.sub(lambda m: "''" if m.group()[0] in "'\"" else " ", text)


def parameters_in(text: str) -> set[str]:
    """The names after a dollar sign."""
    return set(PARAMETER.findall(bare(text)))


def labels_and_types(text: str) -> set[str]:
    """Whatever stands directly behind a colon: labels and relationship types. A map's colon is followed by a blank."""
    found = (a or b for a, b in LABELS.findall(bare(text)))
    return {name for group in found for name in re.findall(r"\w+", group)}


def writing_words(text: str) -> set[str]:
    """Clauses that would change a graph or leave the query language's reading part."""
    return {w.upper() for w in WORD.findall(bare(text))} & WRITING


def aggregates(text: str) -> set[str]:
    """Functions that add or choose among numbers."""
    return {f.lower() for f in FUNCTION.findall(bare(text))} & AGGREGATES
