"""Every line of an article is cited by a record or has a reason why not, and never both."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from ledger.text import count_things
from loader.check.index import Index
from loader.read import FileHashes
from loader.read.coverage import NOT_READ, Coverage, Place, read_coverage
from loader.read.files import COVERAGE
from loader.records import Problem, Severity


def uncovered(folder: Path, index: Index, hashes: FileHashes) -> Iterator[Problem]:
    """What is wrong with the set's coverage; a set without such a folder is not held to it."""
    if not (folder / COVERAGE).is_dir():
        return
    seen: set[str] = set()
    unread: set[str] = set()
    for coverage in read_coverage(folder, hashes):
        if isinstance(coverage, Problem):
            unread.add(coverage.where.file)
            yield coverage
        elif coverage.source in seen:
            what = f"{coverage.source} has two coverage files"
            yield Problem(coverage.where, "source", what, "put their reasons into one")
        else:
            seen.add(coverage.source)
            yield from _of_article(coverage, index)
    articles = (s for s, kind in index.source_kinds.items() if kind == "article")
    for source in sorted(set(articles) - seen):
        file = f"{COVERAGE}/{source.removeprefix('source/')}.yaml"
        if file not in unread:
            remedy = f"write {file} with `source`, `lines` and `without_records`"
            yield Problem(index.nodes[source], "id", f"{source} has no coverage file", remedy)


def excused_passages(folder: Path) -> frozenset[str]:
    """The ids of passages at places that have a reason: nothing need rest on them."""
    if not (folder / COVERAGE).is_dir():
        return frozenset()
    coverages = (c for c in read_coverage(folder) if isinstance(c, Coverage))
    return frozenset(
        f"passage/{c.source.removeprefix('source/')}/{p}" for c in coverages for r in c.reasons for p in r.places
    )


def cited_places(source: str, index: Index) -> set[Place]:
    """The lines and sentences of an article on which records rest."""
    passages = (index.passages[p] for p in index.cited if p in index.passages)
    return {Place(p.line, p.sentence or 0) for p in passages if p.source == source}


def ranges(lines: Iterable[int]) -> str:
    """Line numbers as people write them: `3, 7-10`."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(sorted(lines)), lambda pair: pair[1] - pair[0])]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _of_article(coverage: Coverage, index: Index) -> Iterator[Problem]:
    if index.source_kinds.get(coverage.source) != "article":
        if not index.may_be_unread(coverage.source):
            remedy = "declare it in sources.yaml with `kind: article`, or correct the id"
            yield Problem(coverage.where, "source", f"{coverage.source} is no article", remedy)
        return
    cited = cited_places(coverage.source, index)
    excused = [(place, reason) for reason in coverage.reasons for place in reason.places]
    yield from _contradictions(coverage, cited, index)
    yield from _not_read(coverage)
    known = {p.line for p in cited} | {place.line for place, _ in excused}
    missing = [n for n in range(1, coverage.lines + 1) if n not in known]
    if missing and not index.may_be_unread(f"passage/{coverage.source.removeprefix('source/')}/1"):
        what = f"no record rests on line {ranges(missing)} of {coverage.source}, and no reason is given"
        yield Problem(coverage.where, "without_records", what, "cite the line in a record, or give the reason")
    if max(known, default=0) > coverage.lines:
        beyond = sorted(n for n in known if n > coverage.lines)
        at = _cited_at((Place(n) for n in beyond), coverage, index)
        which = f"line {ranges(beyond)} of {coverage.source}"
        what = f"{which} is cited or excused, but it ends with line {coverage.lines}{at}"
        yield Problem(coverage.lines_at, "lines", what, "correct the number of lines, or the place")


def _not_read(coverage: Coverage) -> Iterator[Problem]:
    """A warning where somebody brought an article in and has not come to its end."""
    for reason in coverage.reasons:
        if reason.text == NOT_READ and reason.places:
            what = f"{count_things(len(reason.places), 'place')} of {coverage.source} are not read yet"
            remedy = "cite them in records, or give each a reason of its own"
            yield Problem(reason.where, "without_records", what, remedy, Severity.WARNING)


def _cited_at(places: Iterable[Place], coverage: Coverage, index: Index) -> str:
    """Where the records stand that rest on some places, in brackets."""
    stem = coverage.source.removeprefix("source/")
    sought = frozenset(places)
    lines = {p.line for p in sought}
    of_lines = (p for p in index.passages.values() if p.source == f"source/{stem}" and p.line in lines)
    passages = (p for p in of_lines if _is_one_of(Place(p.line, p.sentence or 0), sought))
    found = sorted({str(index.cited_at[p.id]) for p in passages if p.id in index.cited_at})
    return f" (see {', '.join(found[:3])})" if found else ""


def _is_one_of(place: Place, sought: frozenset[Place]) -> bool:
    """Whether a passage's place is one of some, holds one of them, or lies in one."""
    if not place.sentence:
        return any(p.line == place.line for p in sought)
    return not {place, Place(place.line)}.isdisjoint(sought)


def contradicted(place: str, cited: set[Place]) -> bool:
    """Whether a record rests on a place, `3` or `3.1`, as far as all of it is meant."""
    line, _, sentence = place.partition(".")
    return not {Place(int(line), int(sentence or 0)), Place(int(line))}.isdisjoint(cited)


def _is_cited(place: Place, cited: set[Place], lines: set[int]) -> bool:
    return not {place, Place(place.line)}.isdisjoint(cited) or (not place.sentence and place.line in lines)


def _contradictions(coverage: Coverage, cited: set[Place], index: Index) -> Iterator[Problem]:
    """Reasons for places that a record rests on, and second reasons for one place."""
    lines = {p.line for p in cited}
    told: set[Place] = set()
    for reason in coverage.reasons:
        both = [p for p in reason.places if _is_cited(p, cited, lines)]
        if both:
            which = f"{', '.join(map(str, both))} of {coverage.source}"
            what = f"a record rests on {which}, which has this reason{_cited_at(both, coverage, index)}"
            yield Problem(reason.where, "lines", what, "take the place out here, or out of the record's evidence")
        twice = [p for p in reason.places if p in told]
        if twice:
            what = f"{', '.join(map(str, twice))} of {coverage.source} has a reason already"
            yield Problem(reason.where, "lines", what, "keep one of the two")
        told.update(reason.places)
