"""A question as words: what stands in it, the stem of each, and which are only grammar."""

import re
from dataclasses import dataclass
from functools import cached_property

from cypher.asking.stems import sense, stem
from ledger.names import plain_words

LONGEST = 500
"""Characters of a question that are read."""
GRAMMAR = frozenset(
    plain_words("""
a an the this that these those it its they them their there and or but also so if then than as of in on at to
for from by with into onto about over under via is are was were be been being am do does did done has have had
can could would may i me my we our you your he she his her who whom whose what which when where how please tell
show list give let find see look want need know like just really actually any some one ones thing
things although though while because behind around across during within again already always currently exactly
maybe perhaps ok okay sorry hi hello thanks thank wonder wondering ever even actual anyone anybody everyone somebody
someone anything something everything actually there here now please kindly info information known
knows doing different various
""")
)
"""Words that carry no subject; prepositions among them still say which value is meant beside them."""
NEGATIONS = frozenset(
    plain_words("""
no not never without neither nor none except excluding cannot dont doesnt didnt isnt wasnt havent hasnt werent
arent wont
""")
)
"""Words that turn a question round: a saved query answers them only where its own words have one."""
BOUNDS = frozenset(
    (
        "before",
        "after",
        "since",
        "until",
        "till",
        "earlier",
        "later",
        "early",
        "mid",
        "late",
        "half",
        "fiscal",
        "financial",
    )
)
"""Beside a date they ask for what no saved query takes: all days on one side of it, or a part that is not told."""
TELLING = frozenset(("tell", "show", "give", "let", "for", "help"))
"""Before `us`, these speak of those who ask."""
ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """A word as it stands in a question, in plain letters; `is_capital`: it was written in capitals.

    `must`: it was put in quotes or is part of a figure, so that what takes no account of it is no reading.
    """

    plain: str
    is_capital: bool = False
    must: bool = False

    @cached_property
    def stem(self) -> str:
        """Without its ending, as names are compared."""
        return stem(self.plain)

    @cached_property
    def sense(self) -> str:
        """What stands for all words that mean the same, as wordings are compared."""
        return sense(self.plain)

    @property
    def is_grammar(self) -> bool:
        """Whether it carries no subject."""
        return self.plain in GRAMMAR


def split_words(text: str, *, must: bool = False) -> tuple[Word, ...]:
    """The words of a text, in order; signs between them are dropped, and an owner's s. `must`: of each of them."""
    found: list[Word] = []
    for chunk in ORDINAL.sub(r"\1", POSSESSIVE.sub("", text)).split():
        letters = [c for c in chunk if c.isalpha()]
        is_capital = len(letters) > 1 and all(c.isupper() for c in letters)
        for plain in plain_words(chunk):
            is_asker = plain == "us" and not is_capital and bool(found) and found[-1].plain in TELLING
            found.append(Word("me" if is_asker else plain, is_capital, must))
    return tuple(found)
