"""Text reuse: records that say something in an article's own words, where they should say it in ours."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from ledger.articles import Article
from loader.records import FieldPath, Problem, RawRecord, Spot

RUN = 9
"""Words in a row that nobody writes alike by chance."""
NAMES = ("name", "also_named", "former_names")
"""What a thing is called is nobody's own words."""
WORD = re.compile(r"[^\W_]+")


class WordRuns:
    """Every run of so many words that stands in one of some articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles: dict[int, str] = {}
        for article in articles:
            words = _words(" ".join(article.lines))
            for run in _list_runs(words):
                self._articles.setdefault(hash(run), article.name)

    def find_in(self, record: RawRecord) -> Iterator[Problem]:
        """A problem for each text of a record that has such a run."""
        for path, text in _texts(record.fields, ()):
            for run in _list_runs(_words(text)):
                article = self._articles.get(hash(run))
                if article:
                    field = ".".join(map(str, path))
                    what = f"has {RUN} words in a row as {article} has them ('{' '.join(run[:3])} …')"
                    where = Spot(record.where, record.lines).at(*path).where
                    yield Problem(where, field, what, "say it in your own words")
                    break


def _list_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        if path[0] not in NAMES:
            yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, (*path, name))
