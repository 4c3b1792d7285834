"""The words of a typed statement: how it may begin, and which words may stand nowhere in it but as names."""

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.guard.refusal import Refused, Rule
from cypher.guard.tokens import Kind, Token

FIRST = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "SHOW", "LET", "FOR", "WHEN"})
SHOWN = frozenset({"INDEX", "INDEXES", "CONSTRAINT", "CONSTRAINTS", "FUNCTION", "FUNCTIONS", "PROCEDURE", "PROCEDURES"})
SHOW_WORDS = frozenset(
    {"ALL", "BUILT", "IN", "USER", "DEFINED", "RANGE", "FULLTEXT", "TEXT", "POINT", "VECTOR", "LOOKUP", "UNIQUE"}
    | {"UNIQUENESS", "NODE", "RELATIONSHIP", "REL", "PROPERTY", "EXIST", "EXISTENCE", "TYPE", "KEY"}
)
"""What may stand between SHOW and what it shows."""
AFTER_SHOWN = frozenset({"", "YIELD", "WHERE", "RETURN", "EXECUTABLE"})
LANGUAGES = frozenset({"5", "25"})

FORBIDDEN = {
    **dict.fromkeys(
        ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER"),
        "writes",
    ),
    "LOAD": "reads files or the network",
    "TRANSACTIONS": "runs in transactions of its own",
    "PERIODIC": "runs in transactions of its own",
    "TERMINATE": "ends what others run",
    "SHOW": "tells of the server",
    "USE": "goes to another database",
    "DEFINE": "defines functions",
    "GRANT": "changes rights",
    "DENY": "changes rights",
    "REVOKE": "changes rights",
}
"""Words that no reading statement needs, and what they do."""


@dataclass(frozen=True)
class Statement:
    """A typed statement whose words were found to read: `language` is its prefix, `body` its text without prefixes."""

    tokens: tuple[Token, ...]
    language: str
    body: str

    @property
    def text(self) -> str:
        """What is sent to be run."""
        return f"{self.language} {self.body}".lstrip()

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of what it asks for with `$`, each once, in order."""
        names = (t.text[1:].strip("`") for t in self.tokens if t.kind is Kind.PARAMETER)
        return tuple(dict.fromkeys(names))

    @property
    def planned(self) -> str:
        """The text that asks a server of Neo4j for its plan and runs nothing."""
        return f"{self.language} EXPLAIN {self.body}".lstrip()


def read_statement(text: str, tokens: tuple[Token, ...]) -> Statement:
    """One statement that reads, by its words. Raises Refused."""
    tokens = _without_end(tokens)
    language, rest = _read_language(tokens)
    if rest and rest[0].upper in ("EXPLAIN", "PROFILE"):
        rest = rest[1:]  # the rows are what is shown here, with or without
    if not rest:
        raise Refused(Rule.FIRST_WORD, "there is no statement", "begin with MATCH, for example")
    _check_first(rest)
    _check_words(rest)
    body = text.replace("\r\n", "\n")[rest[0].start : rest[-1].start + len(rest[-1].text)]
    return Statement(rest, language, body)


def _without_end(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the semicolon at the end, where there is one."""
    if tokens and tokens[-1].upper == ";":
        tokens = tokens[:-1]
    for token in tokens:
        if token.upper == ";":
            raise token.refuse(Rule.ONE_STATEMENT, "a second statement follows", "run them one by one")
    return tokens


def _read_language(tokens: tuple[Token, ...]) -> tuple[str, tuple[Token, ...]]:
    """`CYPHER 5` or `CYPHER 25` and what follows; options of the planner are not taken."""
    if not tokens or tokens[0].upper != "CYPHER":
        return "", tokens
    if len(tokens) < 2 or tokens[1].text not in LANGUAGES:
        raise tokens[0].refuse(
            Rule.FIRST_WORD, "CYPHER names no version of the language", "write CYPHER 5 or CYPHER 25"
        )
    return f"CYPHER {tokens[1].text}", tokens[2:]


def _check_first(tokens: tuple[Token, ...]) -> None:
    first = tokens[0]
    if first.upper not in FIRST:
        does = f", as it {FORBIDDEN[first.upper]}" if first.upper in FORBIDDEN else ""
        what = f"a statement cannot begin with {first.text[:40]!r} here{does}"
        raise first.refuse(
            Rule.FIRST_WORD, what, f"begin with MATCH, for example, or one of {', '.join(sorted(FIRST - {'MATCH'}))}"
        )
    if first.upper == "SHOW":
        _check_show(tokens)


def _check_show(tokens: tuple[Token, ...]) -> None:
    """Only what tells of the database's own structure: no users, settings, servers, transactions."""
    for at, token in enumerate(tokens[1:], start=1):
        after = tokens[at + 1].upper if at + 1 < len(tokens) else ""
        if token.upper in SHOWN and after in AFTER_SHOWN:
            return
        if token.upper not in SHOW_WORDS or (token.upper == "USER" and after != "DEFINED"):
            what = f"SHOW {token.text[:40]} tells of the server"
            raise token.refuse(Rule.READ_ONLY, what, "indexes, constraints, functions and procedures may be shown")
    raise tokens[0].refuse(Rule.READ_ONLY, "it names nothing that may be shown", "indexes or constraints, for example")


def _check_words(tokens: tuple[Token, ...]) -> None:
    for at, token in enumerate(tokens):
        if token.kind is Kind.WORD and token.upper in FORBIDDEN and at > 0 and not is_name(tokens, at):
            what = f"{token.upper} {FORBIDDEN[token.upper]}"
            raise token.refuse(Rule.READ_ONLY, what, f"only reading is possible here; a name is written `{token.text}`")


def is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can only be a name where it stands: a property, label, type, variable of a pattern, the key of a
    map, or an alias after which no clause goes on.

    A point after a number is none of a property's: `WHERE n.x > 1.SET …`. What stands after AS may go on as a clause,
    as that may be a name itself: `WHERE n.as SET …`.
    """
    before = tokens[at - 1].upper if at else ""
    if before == ".":
        return at > 1 and tokens[at - 2].kind is not Kind.NUMBER
    if before in (":", "&", "!"):
        return True
    after = tokens[at + 1].upper if at + 1 < len(tokens) else ""
    if before == "AS":
        return at + 1 == len(tokens) or after in (",", "}", ")")
    return before in ("{", ",", "(", "[") and after == ":"
