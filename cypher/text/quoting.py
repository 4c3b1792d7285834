"""Names of labels, types and properties in the text of a statement: the one way in for a name that is not ours."""

import re

PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ESCAPE = re.compile(r"\\u", re.IGNORECASE)


class UnquotableName(ValueError):
    """A name that cannot stand in a statement, on some engine at least."""


def quote(name: str) -> str:
    """A label, relationship type or property key as it may stand in Cypher: in backticks unless it is a plain word.

    Raises UnquotableName for an empty name, one with a zero byte, and one that holds a backslash before a `u`: some
    servers turn that into another character before they look for backticks.
    """
    if PLAIN.fullmatch(name):
        return name
    if not name or "\0" in name or ESCAPE.search(name):
        raise UnquotableName(f"{name!r} cannot stand in a statement")
    return "`" + name.replace("`", "``") + "`"
