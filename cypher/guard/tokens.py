"""A typed statement cut into tokens, as Neo4j and the embedded engine cut it; whatever they might cut otherwise is
refused."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from cypher.guard.refusal import Refused, Rule

MOST_CHARACTERS = 20_000
MOST_TOKENS = 4_000
DEEPEST = 40

INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Unicode's categories of what cannot be seen or ends a line for some only."""
ESCAPE = re.compile(r"\\+u+(?P<code>[0-9a-fA-F]{0,4})")
OPENING = {"(": ")", "[": "]", "{": "}"}

PARTS = re.compile(
    r"""
    (?P<space>[ \t\n]+)
  | (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<parameter>\$(?:[^\W\d]\w*|\d+|`(?:[^`]|``)*`))
  | (?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|(?:\d[\d_]*)(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<symbol>\.\.|->|<-|<=|>=|<>|=~|\+=|::|\|\||/(?!\*)|[-+*%^=<>()\[\]{},.:;|&!?])
    """,
    re.VERBOSE | re.DOTALL,
)
CURLY = "‘’‚“”„«»"
"""Quotation marks of printed text, which come in with what is pasted."""
UNCLOSED = {"'": "a text in quotes", '"': "a text in quotes", "`": "a name in backticks", "/": "a comment"}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    QUOTED = auto()
    TEXT = auto()
    NUMBER = auto()
    PARAMETER = auto()
    SYMBOL = auto()


@dataclass(frozen=True)
class Token:
    """A token as it was typed; `upper` is how keywords are compared, empty for what can be none."""

    kind: Kind
    text: str
    start: int
    line: int
    column: int

    @property
    def upper(self) -> str:
        """A bare word in capitals, a symbol as it is."""
        if self.kind is Kind.WORD:
            return self.text.upper()
        return self.text if self.kind is Kind.SYMBOL else ""

    def refuse(self, rule: Rule, what: str, remedy: str = "") -> Refused:
        """The refusal of this token, with its place."""
        return Refused(rule, what, remedy, self.line, self.column)


def unquote(token: Token) -> str:
    """A name without its backticks."""
    return token.text[1:-1].replace("``", "`") if token.kind is Kind.QUOTED else token.text


def read_tokens(typed: str) -> tuple[Token, ...]:
    """The tokens without comments. Raises Refused for what could be read in two ways, is too long or is not closed."""
    text = typed.replace("\r\n", "\n")
    if len(text) > MOST_CHARACTERS:
        raise Refused(Rule.SIZE, f"it has {len(text):,} characters, and {MOST_CHARACTERS:,} are the most")
    _check_characters(text)
    _check_escapes(text)
    tokens = tuple(_cut(text))
    if len(tokens) > MOST_TOKENS:
        raise Refused(Rule.SIZE, f"it has {len(tokens):,} words and signs, and {MOST_TOKENS:,} are the most")
    _check_brackets(tokens)
    return tokens


def _cut(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = PARTS.match(text, at)
        if found is None:
            raise _unreadable(text, at)
        kind = str(found.lastgroup)
        if kind not in ("space", "comment"):
            token = Token(Kind[kind.upper()], found.group(), at, *_place(text, at))
            if token.kind in (Kind.WORD, Kind.PARAMETER, Kind.SYMBOL):
                _check_look(token)
            yield token
        at = found.end()


def _unreadable(text: str, at: int) -> Refused:
    line, column = _place(text, at)
    sign = text[at]
    if sign in UNCLOSED and (sign != "/" or text.startswith("/*", at)):
        return Refused(Rule.UNFINISHED, f"{UNCLOSED[sign]} begins and is not closed", "close it", line, column)
    remedy = "texts stand between ' or \"" if sign in CURLY else "put names with it in backticks"
    return Refused(Rule.CHARACTERS, f"{sign} is no sign of Cypher", remedy, line, column)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _check_characters(text: str) -> None:
    """Refuse what is not seen, wherever it stands: also a carriage return alone, which ends a line only for some."""
    for at, sign in enumerate(text):
        if sign in "\n\t" or unicodedata.category(sign) not in INVISIBLE:
            continue
        name = unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
        raise Refused(Rule.CHARACTERS, f"it holds an invisible character ({name})", "take it out", *_place(text, at))


def _check_escapes(text: str) -> None:
    """Refuse `\\u` escapes but of letters beyond ASCII: Neo4j puts the character in before it looks for quotes."""
    for found in ESCAPE.finditer(text):
        code = found["code"]
        sign = chr(int(code, 16)) if len(code) == 4 else ""
        if not sign or sign.isascii() or not sign.isalpha() or unicodedata.normalize("NFKC", sign) != sign:
            written = found.group()
            raise Refused(
                Rule.ESCAPES,
                f"it holds the escape {written}",
                "write the character itself",
                *_place(text, found.start()),
            )


def _check_look(token: Token) -> None:
    """Refuse names in letters that are another's twins, such as full-width ones: servers may read them as keywords."""
    if unicodedata.normalize("NFKC", token.text) != token.text:
        raise token.refuse(
            Rule.CHARACTERS,
            f"{token.text[:40]} has letters that pass for others",
            "put it in backticks if it is a name",
        )


def _check_brackets(tokens: tuple[Token, ...]) -> None:
    still_open: list[Token] = []
    for token in tokens:
        if token.upper in OPENING:
            still_open.append(token)
            if len(still_open) > DEEPEST:
                raise token.refuse(
                    Rule.SIZE, f"brackets lie in one another more than {DEEPEST} deep", "say it in parts, with WITH"
                )
        elif token.upper in OPENING.values() and (not still_open or OPENING[still_open.pop().text] != token.upper):
            raise token.refuse(Rule.UNFINISHED, f"{token.text} closes no bracket that is open")
    if still_open:
        raise still_open[-1].refuse(Rule.UNFINISHED, f"{still_open[-1].text} is not closed", "close it")
