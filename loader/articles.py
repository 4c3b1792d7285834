"""The articles as their holder has them: lines by number, sentences of a line, and the fingerprint of either."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ledger.evidence import hash_passage, split_sentences


class BadArticle(Exception):
    """An article's file that is not there or cannot be read."""


class NoSuchPlace(Exception):
    """A line or sentence that an article does not have."""


@dataclass(frozen=True)
class Article:
    """One article's text, line by line; `lines` is numbered from 1 in citations."""

    path: Path
    lines: tuple[str, ...] = field(repr=False)

    def text(self, line: int, sentence: int | None) -> str:
        """The cited text; raises NoSuchPlace that says how far the article goes."""
        if not 1 <= line <= len(self.lines):
            raise NoSuchPlace(f"{self.path.name} ends with line {len(self.lines)}")
        if sentence is None:
            return self.lines[line - 1]
        found = split_sentences(self.lines[line - 1])
        if not 1 <= sentence <= len(found):
            raise NoSuchPlace(f"line {line} of {self.path.name} ends with sentence {len(found)}")
        return found[sentence - 1]

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


def read_article(folder: Path, stem: str) -> Article:
    """The article `<stem>.txt` of a folder; raises BadArticle that says what is wrong with the file."""
    path = folder / f"{stem}.txt"
    if not path.is_file():
        raise BadArticle(f"there is no file {path}")
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise BadArticle(f"{path} is not UTF-8 text") from None
    return Article(path, tuple(lines[:-1] if lines[-1] == "" else lines))
