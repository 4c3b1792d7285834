"""Records held against the articles: each cited line has the text whose fingerprint is kept, and gives its dates."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cypher.model import built_in_model
from ledger.articles import Article, BadArticle, NoSuchPlace, name_file
from ledger.evidence import Citation, Passage, hash_passage
from loader.articles import is_absent, read_article
from loader.check.index import make_passage
from loader.check.typed import typed_node
from loader.expand import expand
from loader.read import read_data_set, read_everything, read_records
from loader.read.coverage import Coverage, Place, read_coverage
from loader.read.own_model import read_own_model
from loader.records import Node, Problem, RawRecord, Severity, Where
from loader.text_reuse import WordRuns
from loader.untold_dates import list_dates, untold_dates


@dataclass(frozen=True)
class Verified:
    """How many passages were held against how many articles, which of them failed, and which dates none gives."""

    passages: int
    articles: int
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    absent: tuple["Absent", ...] = ()


@dataclass(frozen=True)
class Absent:
    """An article that the reader has not, and how many passages could therefore not be verified."""

    source: str
    file: str
    passages: int


class NoSuchSource(Exception):
    """A set has no passages of a source; `known`: those of which it has."""

    def __init__(self, source: str, known: Sequence[str]) -> None:
        near = get_close_matches(source, known, n=1, cutoff=0.6) or known
        names = " or ".join(s.removeprefix("source/") for s in near)
        super().__init__(f"there are no passages of {source}: write {names or 'another set'}")
        self.known = tuple(known)


@dataclass(frozen=True)
class _Cited:
    """A passage, and where the record that holds it stands."""

    passage: Passage
    record: Where

    @property
    def cite(self) -> str:
        return self.passage.id.rpartition("/")[2]


def verify(folder: Path, articles: Path, only: str | None = None) -> Verified:
    """Hold every passage of the records below `folder` against the files in `articles`; needs no graph.

    `only`: the id of the one source to look at; what rests on others is left alone. An article whose file is not there
    is no problem, but told as absent, unless a file there is called nearly so. Raises BadFolder when `folder` holds no
    records, and NoSuchSource. A record of passages that cannot be read is a problem too.
    """
    read_data_set(folder)
    sources: dict[str, Node] = {}
    cited: dict[str, list[_Cited]] = {}
    problems = list(_read(folder, sources, cited))
    if only is not None:
        if only not in cited:
            raise NoSuchSource(only, sorted(cited))
        cited = {only: cited[only]}
        files = {c.record.file for c in cited[only]} | ({sources[only].where.file} if only in sources else set())
        problems = [p for p in problems if p.where.file in files]
        sources = {only: sources[only]} if only in sources else {}
    read = _read_articles(articles, sources)
    problems += _find_reuse(folder, read)
    coverages = {c.source: c for c in read_coverage(folder) if isinstance(c, Coverage)}
    absent = tuple(_find_absent(articles, sources, cited))
    cited = {source: passages for source, passages in cited.items() if source not in {a.source for a in absent}}
    for source, passages in cited.items():
        problems += _of_article(articles, sources.get(source), passages, coverages.get(source))
    warnings = _find_untold_dates(folder, read)
    return Verified(sum(map(len, cited.values())), len(cited), _in_order(problems), _in_order(warnings), absent)


def _find_absent(articles: Path, sources: dict[str, Node], cited: dict[str, list[_Cited]]) -> Iterator[Absent]:
    """Articles whose file is not there, nor one that is called nearly so."""
    for source, passages in cited.items():
        stem = str(sources[source].properties.get("article") or "") if source in sources else ""
        if stem and is_absent(articles, stem) and not _near(articles, stem):
            yield Absent(source, name_file(stem), len(passages))


def _near(articles: Path, stem: str) -> str | None:
    """The file that may be meant: one that is called nearly as an article that is not there."""
    files = sorted(p.name for p in articles.glob("*.txt"))
    return next(iter(get_close_matches(name_file(stem), files, n=1, cutoff=0.9)), None)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.where.file, p.where.line)))


def _read(folder: Path, sources: dict[str, Node], cited: dict[str, list[_Cited]]) -> Iterator[Problem]:
    """Fill `sources` and `cited`; yields what keeps passages from being read."""
    model = built_in_model()  # passages and sources are in any
    for record in read_records(folder):
        for item in expand(record, model):
            if isinstance(item, Problem):
                if isinstance(record, RawRecord) and "passages" not in record.fields:
                    continue
                if item.severity is Severity.PROBLEM:
                    yield item
            elif isinstance(item, Node) and item.id.startswith("source/"):
                sources[item.id] = item
            elif isinstance(item, Node) and item.id.startswith("passage/"):
                node, wrong = typed_node(item, model)
                yield from wrong
                if not wrong:
                    passage = make_passage(node)
                    cited.setdefault(passage.source, []).append(_Cited(passage, item.where))


def _read_articles(articles: Path, sources: dict[str, Node]) -> dict[str, Article]:
    """The articles that are there and can be read, by the ids of their sources."""
    read = {}
    for source in sources.values():
        with suppress(BadArticle):
            read[source.id] = read_article(articles, str(source.properties.get("article") or "?"))
    return read


def _find_reuse(folder: Path, read: dict[str, Article]) -> Iterator[Problem]:
    """Texts of records that are an article's own."""
    runs = WordRuns(read.values())
    for record in read_everything(folder):
        if isinstance(record, RawRecord):
            yield from runs.find_in(record)


def _find_untold_dates(folder: Path, read: dict[str, Article]) -> Iterator[Problem]:
    """Dates that no line gives on which they rest."""

    def text_of(citation: str) -> str | None:
        cited = Citation.parse(citation)
        line, _, sentence = cited.place.partition(".")
        with suppress(KeyError, ValueError, NoSuchPlace):
            return read[f"source/{cited.article}"].text(int(line), int(sentence) if sentence else None)
        return None

    model = read_own_model(folder, built_in_model(), {}).model
    dates = list_dates(model)
    for record in read_records(folder):
        for item in expand(record, model):
            if not isinstance(item, Problem):
                yield from untold_dates(item, dates, text_of)


def _of_article(
    articles: Path, declared: Node | None, cited: list[_Cited], coverage: Coverage | None
) -> Iterator[Problem]:
    source = cited[0].passage.source
    which = f"{len(cited)} passages of {source} cannot be verified ({', '.join(c.cite for c in cited)})"
    if declared is None or not declared.properties.get("article"):
        where = declared.where if declared else cited[0].record
        remedy = "write the name of the article's file, without .txt, as `article` of the source"
        yield Problem(where, "article", f"no file is named, so {which}", remedy)
        return
    try:
        article = read_article(articles, str(declared.properties["article"]))
    except BadArticle as error:
        stem = str(declared.properties["article"])
        near = _near(articles, stem) if is_absent(articles, stem) else None
        remedy = f"is {near} meant? correct `article`" if near else "put its text there in UTF-8, or correct `article`"
        yield Problem(declared.where, "article", f"{error}, so {which}", remedy)
        return
    for one in cited:
        problem = _against(article, one)
        if problem:
            yield Problem(one.record, f"passages.{one.cite}", *problem)
    if coverage:
        yield from _unaccounted(coverage, article, (one.passage for one in cited))


def _against(article: Article, cited: _Cited) -> tuple[str, str] | None:
    """What is wrong with a passage, and what to do; None where it holds."""
    passage = cited.passage
    try:
        found = hash_passage(article.text(passage.line, passage.sentence))
    except NoSuchPlace as error:
        return f"{error}, so {passage.id} names nothing", _elsewhere(article, passage) or "correct the line or sentence"
    if found == passage.sha256:
        return None
    remedy = _elsewhere(article, passage) or f"read it again; if records and line agree, write sha256: {found}"
    return f"the text in {article.name} is not the one whose fingerprint {passage.id} has", remedy


def _elsewhere(article: Article, passage: Passage) -> str | None:
    place = article.places.get(passage.sha256)
    return f"that text stands at {place}: correct `cite` and what cites it" if place else None


def _unaccounted(coverage: Coverage, article: Article, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Where a coverage file and its article differ, given the passages that the set has of this article."""
    if coverage.lines != len(article.lines):
        what = f"{article.name} has {len(article.lines)} lines, not {coverage.lines}"
        yield Problem(coverage.lines_at, "lines", what, "correct the number, and look at the lines that it left out")
    known = {Place(p.line, p.sentence or 0) for p in passages}
    known |= {place for reason in coverage.reasons for place in reason.places}
    missing = [
        str(place) for line in range(1, len(article.lines) + 1) for place in _missing_sentences(line, article, known)
    ]
    if missing:
        what = f"{coverage.source} has sentences without passage or reason: {', '.join(missing)}"
        yield Problem(coverage.where, "without_records", what, "cite them in a record, or give the reason")


def _missing_sentences(line: int, article: Article, known: set[Place]) -> list[Place]:
    """The sentences of a line that nothing accounts for; none where the line as a whole is accounted for or unknown."""
    by_sentence = any(place.line == line and place.sentence for place in known)
    if Place(line) in known or not by_sentence:
        return []
    return [p for n in range(1, article.sentences(line) + 1) if (p := Place(line, n)) not in known]
