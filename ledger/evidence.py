"""Evidence: the passages that speak for a fact, and how many independent origins they have."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a fact follows from its passages."""

    STATED = "stated"
    INTERPRETED = "interpreted"
    DERIVED = "derived"
    OURS = "ours"


BASIS_WORDS = {
    Basis.STATED: "stated in so many words",
    Basis.INTERPRETED: "our reading of the words",
    Basis.DERIVED: "derived from other facts",
    Basis.OURS: "ours, not from the articles",
}
"""How a fact follows from its evidence, in words for readers."""


def spell_basis(basis: object) -> str:
    """A basis in words; empty for what is none."""
    return BASIS_WORDS[Basis(basis)] if isinstance(basis, str) and basis in tuple(Basis) else ""


@dataclass(frozen=True)
class Passage:
    """A numbered line of a source, or one sentence of it; its text stays with the source, only its fingerprint is kept.

    `origin` is the id of the document, statement, post or publisher whose words the passage repeats.
    """

    id: str
    source: str
    line: int
    sentence: int | None
    sha256: str
    origin: str


@dataclass(frozen=True)
class Citation:
    """A passage as records name it: the article's short name, and the line or sentence, `11` or `11.2`."""

    article: str
    place: str

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """`uni:11.2`; whether there is such a passage is asked elsewhere."""
        article, _, place = text.partition(":")
        return cls(article, place)

    def overlaps(self, other: "Citation") -> bool:
        """Whether both are one passage, or one is a sentence of the other's line."""
        places = (self.place, other.place)
        same = self.place == other.place or any(a.startswith(f"{b}.") for a, b in (places, places[::-1]))
        return self.article == other.article and same


@dataclass(frozen=True)
class Support:
    """What a fact rests on: the articles that carry it, and the origins that these repeat."""

    articles: tuple[str, ...]
    origins: tuple[str, ...]


def count_support(passages: Iterable[Passage]) -> Support:
    """Count articles and origins apart: two articles that carry one agency's text are one origin."""
    seen = list(passages)
    return Support(tuple(sorted({p.source for p in seen})), tuple(sorted({p.origin for p in seen})))


def normalise(text: str) -> str:
    """The form of a passage that is fingerprinted: NFC, runs of white space to one blank, trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def hash_passage(text: str) -> str:
    """SHA-256 of a passage's normalised text in UTF-8, so that a holder of the source can verify a citation."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


NO_END = (
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "St",
    "Prof",
    "Gen",
    "Sen",
    "Rep",
    "Gov",
    "Lt",
    "Col",
    "Capt",
    "Hon",
    "Rev",
    "No",
    "vs",
)
"""Shortened words before which the sentence goes on: titles before a name, and numbers."""
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z]\.)"  # an initial, or the end of U.S.
    + "".join(rf"(?<!\b{word}\.)" for word in NO_END)
    + r"(?<=[.!?])[”\"’')]*\s+(?=[“\"‘'(]*[A-Z])"
)
"""Between sentences: a full stop, exclamation or question mark, perhaps closing quotation marks or brackets, and a
blank before a capital letter. docs/method.md says it in words, since whoever holds the articles counts by it."""


def split_sentences(line: str) -> list[str]:
    """The sentences of a line, so that a citation may name one by its number, from 1."""
    text = normalise(line)
    starts = [0, *(m.end() for m in SENTENCE_END.finditer(text))]
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
