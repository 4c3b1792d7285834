"""What a typed statement calls: procedures by a list, functions of a namespace by a list of prefixes."""

from collections.abc import Sequence

from cypher.guard.clauses import is_name
from cypher.guard.refusal import Refused, Rule
from cypher.guard.tokens import Kind, Token

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.visualization",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "dbms.components",
    }
)
"""Procedures that tell what a database holds, in small letters."""
NAMESPACES = ("date.", "datetime.", "duration.", "localdatetime.", "localtime.", "time.", "point.", "vector.")
"""What names of functions with a point in them begin with."""
WRITTEN = (Kind.WORD, Kind.QUOTED)


def check_calls(tokens: Sequence[Token]) -> None:
    """Raises Refused for a procedure or a function that is not on the lists."""
    name_ends = -1
    for at, token in enumerate(tokens):
        if token.upper == "CALL" and not is_name(tokens, at):
            name_ends = _check_procedure(tokens, at)
        elif at != name_ends and _is_dotted_call(tokens, at):
            _check_function(tokens, at - 1)


def _is_dotted_call(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket opens after a name with a point in it."""
    return at > 1 and tokens[at].upper == "(" and tokens[at - 1].kind in WRITTEN and tokens[at - 2].upper == "."


def _check_procedure(tokens: Sequence[Token], at: int) -> int:
    """Returns where the procedure's name has ended."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.upper in ("{", "("):
        return at  # a part of the statement in braces, read like the rest of it
    name, end = _read_name(tokens, at + 1)
    if name.lower() not in PROCEDURES:
        what = f"the procedure {name[:80] or '?'} is not on the list of those that only tell what is there"
        raise tokens[at].refuse(Rule.PROCEDURES, what, f"these are: {', '.join(sorted(PROCEDURES))}")
    return end


def _read_name(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """A name with points in it, from its first word on, backticks taken off, and where it has ended."""
    parts: list[str] = []
    while at < len(tokens) and tokens[at].kind in WRITTEN:
        parts.append(unquote(tokens[at]))
        at += 1
        if at >= len(tokens) or tokens[at].upper != ".":
            break
        at += 1
    return ".".join(parts), at


def _check_function(tokens: Sequence[Token], last: int) -> None:
    """`last`: the word before the bracket; the name goes back from there over points."""
    at = last
    while at > 1 and tokens[at - 1].upper == "." and tokens[at - 2].kind in WRITTEN:
        at -= 2
    name = ".".join(unquote(t) for t in tokens[at : last + 1] if t.kind in WRITTEN).lower()
    whole = not (at > 0 and tokens[at - 1].upper == ".")  # else it follows an expression such as `f(x).name(`
    if not whole or not name.startswith(NAMESPACES):
        refused: Refused = tokens[at].refuse(
            Rule.FUNCTIONS, f"the function {name[:80]} is none of Cypher's own", "functions of plugins are not taken"
        )
        raise refused


def unquote(token: Token) -> str:
    """A name without its backticks."""
    return token.text[1:-1].replace("``", "`") if token.kind is Kind.QUOTED else token.text
