"""Why lines of the articles have no record, as whoever started the pages read it from the files, not the graph."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VARIABLE = "LODEGRAPH_UNCITED_LINES"
LONGEST = 100_000
"""Characters: longer values of a variable keep a process from starting another."""


@dataclass(frozen=True)
class UncitedPlace:
    """A line, or one sentence of it (0: the whole), with the reason that it has no record."""

    line: int
    sentence: int
    reason: str


@dataclass(frozen=True)
class CoveredArticle:
    """How many lines an article has, and those without records."""

    lines: int
    uncited: tuple[UncitedPlace, ...] = ()


@dataclass(frozen=True)
class UncitedLines:
    """The articles of one data set, by the ids of their sources."""

    data_set: str
    articles: Mapping[str, CoveredArticle] = field(default_factory=dict)


def write_uncited(uncited: UncitedLines) -> dict[str, str]:
    """The settings that tell the explorer; none where there is nothing to tell or too much of it."""
    text = json.dumps(_shorten(uncited), ensure_ascii=False, separators=(",", ":"))
    return {VARIABLE: text} if uncited.articles and len(text) <= LONGEST else {}


def read_uncited(source: str, data_set: str, environment: Mapping[str, str] = os.environ) -> CoveredArticle | None:
    """One article of a data set; None where nothing is told of it."""
    text = environment.get(VARIABLE)
    if not text:
        return None
    told = json.loads(text)
    article = told["articles"].get(source) if told["data_set"] == data_set else None
    if article is None:
        return None
    reasons: list[str] = told["reasons"]
    uncited = (UncitedPlace(line, sentence, reasons[at]) for line, sentence, at in article["uncited"])
    return CoveredArticle(article["lines"], tuple(uncited))


def _shorten(uncited: UncitedLines) -> dict[str, Any]:
    """Each reason once: many lines share one."""
    reasons = {p.reason: 0 for a in uncited.articles.values() for p in a.uncited}
    reasons = {reason: at for at, reason in enumerate(reasons)}
    articles = {
        source: {"lines": a.lines, "uncited": [(p.line, p.sentence, reasons[p.reason]) for p in a.uncited]}
        for source, a in uncited.articles.items()
    }
    return {"data_set": uncited.data_set, "reasons": list(reasons), "articles": articles}
