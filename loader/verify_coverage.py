"""Coverage files held against the articles: as many lines as they say, and no sentence that nothing accounts for."""

from collections.abc import Iterable, Iterator

from ledger.evidence import Passage
from loader.articles import Article
from loader.read.coverage import Coverage, Place
from loader.records import Problem


def unaccounted(coverage: Coverage, article: Article, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Where a coverage file and its article differ, given the passages that the set has of this article."""
    if coverage.lines != len(article.lines):
        what = f"{article.path.name} has {len(article.lines)} lines, not {coverage.lines}"
        yield Problem(coverage.lines_at, "lines", what, "correct the number, and look at the lines that it left out")
    known = {Place(p.line, p.sentence or 0) for p in passages}
    known |= {place for reason in coverage.reasons for place in reason.places}
    missing = [str(place) for line in range(1, len(article.lines) + 1) for place in _missing(line, article, known)]
    if missing:
        what = f"{coverage.source} has sentences without passage or reason: {', '.join(missing)}"
        yield Problem(coverage.where, "without_records", what, "cite them in a record, or give the reason")


def _missing(line: int, article: Article, known: set[Place]) -> list[Place]:
    """The sentences of a line that nothing accounts for; none where the line as a whole is accounted for or unknown."""
    by_sentence = any(place.line == line and place.sentence for place in known)
    if Place(line) in known or not by_sentence:
        return []
    return [p for n in range(1, article.sentences(line) + 1) if (p := Place(line, n)) not in known]
