"""Asking in plain words: text in, readings out."""

import re
from dataclasses import dataclass

from cypher.asking.match import Match, drop_repeats, match_all, rank_match
from cypher.asking.names import Mention, Names
from cypher.asking.offered import Offered, open_offered, prefer_offered
from cypher.asking.patterns import Patterns
from cypher.asking.question import Date, Question, take_apart
from cypher.asking.reading import Reading, Readings, Recognised, say_back
from cypher.internal import statement
from cypher.protocols import Reader
from cypher.results import texts
from cypher.saved import BadParameter, Catalog, ParameterType, resolve
from cypher.search.rank import Named
from ledger.dates import format_date

ENOUGH, UNDERSTOOD, WORDS_UNDERSTOOD = 0.56, 0.6, 0.15
"""What a reading must score to be the best, and how much of a question, and of its words alone, it must understand."""
SAID = 0.4
"""How much of a wording a question must say: one word of many that it knows asks nothing."""
WORTH_A_LOOK = 0.4
"""What another reading must score to be offered beside it."""
CLOSE = 0.02
"""Two readings that differ by less cannot be told apart."""
MOST_LOOKED_AT = 8
"""Matches of which it is asked whether they have an answer."""
MOST_READINGS = 3
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Asking:
    """All that questions to one data set are read with: its names, and the wordings of its saved queries."""

    catalog: Catalog
    patterns: Patterns
    names: Names
    offered: Offered
    called: dict[str, str]
    usual_year: str | None


def open_asking(graph: Reader, catalog: Catalog, data_set: str) -> Asking:
    """Read what nodes are called of every kind that a saved query takes. Raises what the graph raises."""
    labels = dict.fromkeys(label for q in catalog.queries for p in q.parameters for label in p.labels)
    nodes = [
        Named(str(i), label, str(i if name in (None, "") else name), texts(also), texts(former))
        for label in labels
        for i, name, also, former in graph.rows(statement("names-of-a-label", label=label), {"data_set": data_set})
    ]
    called = {node.id: node.name for node in nodes}
    offered = open_offered(graph, data_set)
    return Asking(catalog, Patterns(catalog.queries), Names(nodes), offered, called, _find_usual_year(catalog))


def ask(asking: Asking, text: str) -> Readings:
    """What a question may mean: the best reading, where one is good enough, and the next best.

    Of a longer text the first 500 characters are read. Nothing is run, and no text makes it fail; a graph may.
    """
    ways = take_apart(text, asking.names, asking.patterns.vocabulary, asking.usual_year, asking.patterns.takes)
    matched = [m for m in match_all(asking.patterns, ways) if m.score >= WORTH_A_LOOK and _can_run(m)]
    looked_at = (prefer_offered(m, asking.names, asking.offered) for m in matched[:MOST_LOOKED_AT])
    matches = drop_repeats(sorted(looked_at, key=rank_match))
    is_good = bool(matches) and _is_good(matches[0])
    kept = matches[: MOST_READINGS if is_good else MOST_READINGS - 1]
    readings = tuple(_make_reading(asking, m) for m in kept)
    return Readings(
        asked=ways[0].text,
        best=readings[0] if is_good else None,
        others=readings[1:] if is_good else readings,
        is_close=is_good and len(matches) > 1 and _is_close(matches[0], matches[1]),
        recognised=_list_recognised(ways[0]),
        corrected=ways[0].corrected,
        categories=asking.catalog.categories,
    )


def _is_good(match: Match) -> bool:
    is_understood = match.understood >= UNDERSTOOD and match.words_understood >= WORDS_UNDERSTOOD
    return match.is_sound and match.score >= ENOUGH and is_understood and match.said >= SAID


def _is_close(best: Match, next_: Match) -> bool:
    return next_.is_sound and best.score - next_.score < CLOSE


def _can_run(match: Match) -> bool:
    """Whether its query takes the values, and has one for everything."""
    try:
        resolve(match.pattern.query.parameters, match.values)
    except BadParameter:
        return False
    return True


def _make_reading(asking: Asking, match: Match) -> Reading:
    query = match.pattern.query
    return Reading(query, match.values, say_back(query, match.values, asking.called), match.ignored, match.score)


def _list_recognised(question: Question) -> tuple[Recognised, ...]:
    return tuple(_recognise(item) for item in question.items if isinstance(item, Date | Mention))


def _recognise(item: Date | Mention) -> Recognised:
    if isinstance(item, Mention):
        return Recognised(item.text, tuple((m.name, m.label, m.id) for m in item.meant))
    said = " to ".join(format_date(end) for end in dict.fromkeys((item.told.first, item.told.last)))
    return Recognised(" ".join(word.plain for word in item.words), ((said, "date", item.told.as_days),))


def _find_usual_year(catalog: Catalog) -> str | None:
    """The year of the days from which the data set's own questions start, for a day that is told without one."""
    days = (p.default for q in catalog.queries for p in q.parameters if p.type is ParameterType.DAYS)
    years = [found[0] for day in days if (found := YEAR.search(str(day or "")))]
    return years[0] if years else None
