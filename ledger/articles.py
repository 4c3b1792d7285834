"""An article as its holder has it: lines by number, sentences of a line, and whether a citation fits its words."""

from dataclasses import dataclass, field
from functools import cached_property

from ledger.evidence import hash_passage, split_sentences

ENDING = ".txt"
LARGEST_ARTICLE = 10_000_000
"""Bytes of an article's file; nothing larger is read."""
LONGEST_NAME = 200


class BadArticle(Exception):
    """An article's file that is not there or cannot be read."""


class NoSuchPlace(Exception):
    """A line or sentence that an article does not have."""


@dataclass(frozen=True)
class Quoted:
    """The words that stand at a cited place.

    `is_as_cited`: their fingerprint is the one that the citation keeps; where it is not, `stands_at` is the first place
    with the text that was cited, `12` or `12.3`, where there is one.
    """

    words: str = field(repr=False)
    is_as_cited: bool
    stands_at: str | None = None


@dataclass(frozen=True)
class Article:
    """One article's text, line by line; `lines` is numbered from 1 in citations, `name` is its file's."""

    name: str
    lines: tuple[str, ...] = field(repr=False)

    def text(self, line: int, sentence: int | None) -> str:
        """The cited text; raises NoSuchPlace that says how far the article goes."""
        if not 1 <= line <= len(self.lines):
            raise NoSuchPlace(f"{self.name} ends with line {len(self.lines)}")
        if sentence is None:
            return self.lines[line - 1]
        found = split_sentences(self.lines[line - 1])
        if not 1 <= sentence <= len(found):
            raise NoSuchPlace(f"line {line} of {self.name} ends with sentence {len(found)}")
        return found[sentence - 1]

    def quote(self, line: int, sentence: int | None, sha256: str) -> Quoted:
        """The words at a place, compared with the fingerprint that a citation keeps; raises NoSuchPlace."""
        words = self.text(line, sentence)
        if hash_passage(words) == sha256:
            return Quoted(words, is_as_cited=True)
        return Quoted(words, is_as_cited=False, stands_at=self.places.get(sha256))

    def sentences(self, line: int) -> int:
        """How many sentences a line has; none where it is blank."""
        text = self.lines[line - 1]
        return len(split_sentences(text)) if text.strip() else 0

    @cached_property
    def places(self) -> dict[str, str]:
        """Where each text stands by its fingerprint, as `line` or `line.sentence`: the first place of each."""
        found: dict[str, str] = {}
        for number, line in enumerate(self.lines, 1):
            found.setdefault(hash_passage(line), str(number))
            for place, sentence in enumerate(split_sentences(line), 1):
                found.setdefault(hash_passage(sentence), f"{number}.{place}")
        return found


def name_file(stem: str) -> str:
    """The name of an article's file; raises BadArticle for one that would lead out of the articles' folder."""
    if not stem or len(stem) > LONGEST_NAME or stem.startswith(".") or any(c in "/\\:" or ord(c) < 32 for c in stem):
        raise BadArticle(f"'{stem[:LONGEST_NAME]}' is no name of a file")
    return stem + ENDING


def split_lines(name: str, content: bytes) -> Article:
    """The article in a file of that name and content; raises BadArticle where it is no text or too large."""
    if len(content) > LARGEST_ARTICLE:
        raise BadArticle(f"{name} is larger than {LARGEST_ARTICLE // 1_000_000} MB")
    try:
        lines = content.decode("utf-8").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        raise BadArticle(f"{name} is not UTF-8 text") from None
    return Article(name, tuple(lines[:-1] if lines[-1] == "" else lines))
