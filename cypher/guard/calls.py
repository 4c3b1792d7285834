"""What a typed statement calls: procedures and functions, by lists.

The embedded engine takes functions of its SQL by their names too, of which some run what stands in a text.
"""

from collections.abc import Sequence

from cypher.guard.clauses import is_name
from cypher.guard.refusal import Refused, Rule
from cypher.guard.tokens import Kind, Token, unquote

PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.schema.visualization",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "db.index.vector.queryNodes",
        "db.index.vector.queryRelationships",
        "dbms.components",
    }
)
"""Procedures that tell what a database holds, as they are written."""
MAY_BE_CALLED = frozenset(name.lower() for name in PROCEDURES)
"""The same in small letters, as names are compared."""
CLOCKS = ("date", "datetime", "localdatetime", "localtime", "time")
DOTTED = frozenset(
    {f"{of}.{name}" for of in CLOCKS for name in ("truncate", "transaction", "statement", "realtime")}
    | {"datetime.fromEpoch", "datetime.fromEpochMillis", "point.distance", "point.withinBBox"}
    | {f"duration.{name}" for name in ("between", "inMonths", "inDays", "inSeconds")}
    | {"vector.similarity.cosine", "vector.similarity.euclidean"}
)
"""Functions with a point in their names, as they are written."""
FUNCTIONS = frozenset(
    {
        "abs", "acos", "all", "allReduce", "allShortestPaths", "any", "asin", "atan", "atan2", "avg", "btrim", "ceil",
        "ceiling", "char_length", "character_length", "coalesce", "collect", "cos", "cosh", "cot", "coth", "count",
        "date", "datetime", "degrees", "duration", "e", "elementId", "endNode", "exists", "exp", "floor", "format",
        "haversin", "head", "id", "isEmpty", "isNaN", "keys", "labels", "last", "left", "length", "ln",
        "localdatetime", "localtime", "log", "log10", "lower", "lTrim", "max", "min", "nodes", "none", "normalize",
        "nullIf", "percentileCont", "percentileDisc", "pi", "point", "properties", "radians", "rand", "randomUUID",
        "range", "reduce", "relationships", "replace", "reverse", "right", "round", "rTrim", "shortestPath", "sign",
        "sin", "single", "sinh", "size", "split", "sqrt", "startNode", "stDev", "stDevP", "substring", "sum", "tail",
        "tan", "tanh", "time", "timestamp", "toBoolean", "toBooleanList", "toBooleanOrNull", "toFloat", "toFloatList",
        "toFloatOrNull", "toInteger", "toIntegerList", "toIntegerOrNull", "toLower", "toString", "toStringList",
        "toStringOrNull", "toUpper", "trim", "type", "upper", "valueType", "vector", "vector_dimension_count",
        "vector_distance", "vector_norm"
    }
)  # fmt: skip
"""Cypher's own functions, as they are written."""
DOTTED_CALLS = frozenset(name.lower() for name in DOTTED)
PLAIN_CALLS = frozenset(name.lower() for name in FUNCTIONS)
"""The same in small letters, as names are compared."""
BEFORE_BRACKET = frozenset(
    {
        "match", "optional", "with", "unwind", "return", "call", "where", "and", "or", "xor", "not", "in", "is",
        "contains", "on", "by", "when", "then", "else", "case", "distinct", "as", "for", "let", "filter", "yield",
        "limit", "skip", "offset", "shortest", "path", "paths", "group", "groups", "all", "any", "walk", "trail",
        "acyclic", "elements", "from", "both", "leading", "trailing", "of", "search"
    }
)  # fmt: skip
"""Words after which a bracket is none of a call's."""
WRITTEN = (Kind.WORD, Kind.QUOTED)


def check_calls(tokens: Sequence[Token]) -> None:
    """Raises Refused for a procedure or a function that is not on the lists."""
    name_ends = -1
    for at, token in enumerate(tokens):
        if token.upper == "CALL" and not is_name(tokens, at):
            name_ends = _check_procedure(tokens, at)
        elif at != name_ends and _is_dotted_call(tokens, at):
            _check_function(tokens, at - 1)
        elif at != name_ends and token.upper == "(" and at > 0 and _may_be_called(tokens, at - 1):
            _check_plain_function(tokens[at - 1])


def _may_be_called(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before a bracket may be a function's: all but the label of a hint, `USING INDEX n:Deal(id)`."""
    hints = {token.upper for token in tokens[max(0, at - 3) : at - 2]}
    is_hint = at > 3 and tokens[at - 1].upper == ":" and hints <= {"INDEX", "SEEK"}
    return tokens[at].kind in WRITTEN and not is_hint


def _is_dotted_call(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket opens after a name with a point in it."""
    return at > 1 and tokens[at].upper == "(" and tokens[at - 1].kind in WRITTEN and tokens[at - 2].upper == "."


def _check_procedure(tokens: Sequence[Token], at: int) -> int:
    """Returns where the procedure's name has ended."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.upper in ("{", "("):
        return at  # a part of the statement in braces, read like the rest of it
    name, end = _read_name(tokens, at + 1)
    if name.lower() not in MAY_BE_CALLED:
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
    if not whole or name not in DOTTED_CALLS:
        raise _refuse_function(tokens[at], name)


def _check_plain_function(token: Token) -> None:
    """`token`: a word before a bracket; in backticks it is a function's name and no keyword."""
    name = unquote(token).lower()
    if name not in PLAIN_CALLS and not (token.kind is Kind.WORD and name in BEFORE_BRACKET):
        raise _refuse_function(token, name)


def _refuse_function(token: Token, name: str) -> Refused:
    return token.refuse(
        Rule.FUNCTIONS, f"the function {name[:80]} is none of Cypher's own", "functions of plugins are not taken"
    )
