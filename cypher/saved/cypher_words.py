"""Reading Cypher just far enough: its words without strings and comments, its parameters, labels and types."""

import re

NOISE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
NAME = r"(?:[^\W\d]\w*|\$)"
PARAMETER = re.compile(r"\$([^\W\d]\w*)")
LABELS = re.compile(rf":[\s!(]*({NAME}(?![\w.])(?:[\s)]*[|&:][\s:!(]*{NAME}(?![\w.]))*)")
FUNCTION = re.compile(r"\b([A-Za-z_][\w.]*)\s*\(")
WORD = re.compile(r"\b[A-Za-z_]+\b")
MAP_KEY = re.compile(r"[{,]\s*\w+\s*$")
BRACES_AROUND_CLAUSES = re.compile(r"\b(?:EXISTS|COUNT|COLLECT)\s*$", re.IGNORECASE)

WRITING = {
    "CREATE", "INSERT", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "LOAD", "CALL", "FOREACH",
    "GRANT", "REVOKE", "DENY", "ALTER",
}  # fmt: skip
AGGREGATES = {"sum", "avg", "min", "max", "reduce", "stdev", "stdevp", "percentilecont", "percentiledisc"}


def bare(text: str) -> str:
    """The text with strings blanked, comments gone, and names in backticks as plain words."""
    return NOISE.sub(lambda m: _bare(m.group()), text)


def parameters_in(text: str) -> set[str]:
    """The names after a dollar sign."""
    return set(PARAMETER.findall(bare(text)))


def labels_and_types(text: str) -> set[str]:
    """Whatever stands behind a colon that is not a map's: labels and types, and `$` for one from a parameter."""
    found = LABELS.findall(_without_map_colons(bare(text)))
    return {name for group in found for name in re.findall(NAME, group)}


def writing_words(text: str) -> set[str]:
    """Clauses that would change a graph or leave the query language's reading part."""
    unquoted = NOISE.sub(lambda m: "''" if m.group()[0] in "'\"`" else " ", text)
    return {w.upper() for w in WORD.findall(unquoted)} & WRITING


def aggregates(text: str) -> set[str]:
    """Functions that add or choose among numbers."""
    return {f.lower() for f in FUNCTION.findall(bare(text))} & AGGREGATES


def _bare(noise: str) -> str:
    match noise[0]:
        case "`":
            return re.sub(r"\W", "_", noise[1:-1]) or "_"
        case "/":
            return " "
        case _:
            return "''"


def _without_map_colons(text: str) -> str:
    """The text in which only labels and types follow colons: those behind a map's keys are blanked."""
    found, in_map = [], [False]
    for at, sign in enumerate(text):
        if sign in "([{":
            in_map.append(sign == "{" and not BRACES_AROUND_CLAUSES.search(text, 0, at))
        elif sign in ")]}" and len(in_map) > 1:
            in_map.pop()
        is_key = sign == ":" and in_map[-1] and MAP_KEY.search(text, 0, at)
        found.append(" " if is_key else sign)
    return "".join(found)
