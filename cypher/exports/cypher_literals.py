"""Values as Cypher writes them, for the `:param` lines that cypher-shell and Neo4j Browser take."""

import json
import re
from collections.abc import Mapping

from cypher.results import Value
from cypher.text.quoting import quote

LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029"}
"""Signs that JSON leaves as they are, and that some editors take for the end of a line."""
LOOKS_CODED = re.compile("(?<=\\\\)(?=[uU\x00-\x1f\x7f\x85\u2028\u2029])")
"""Between a backslash and what would make a code of it: engines read `\\\\u0041` at different moments."""


def write_params(values: Mapping[str, Value]) -> list[str]:
    """A line for each parameter, which sets it whatever its value holds."""
    return [f":param {name} => {write_literal(value)};" for name, value in values.items()]


def write_literal(value: Value) -> str:
    """A text, number, boolean, list, map or nothing as a Cypher expression, on one line.

    Raises UnquotableName for a key of a map that cannot stand there.
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{quote(str(key))}: {write_literal(held)}' for key, held in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(write_literal, value))}]"
    if value is None or isinstance(value, int | float):
        return json.dumps(value)
    return " + ".join(map(_quote, LOOKS_CODED.split(str(value))))


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).translate(LINE_ENDS)
