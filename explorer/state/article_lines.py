"""An article line by line: what of each is cited, how many records rest on it, or why none does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from cypher.citing import Citing
from cypher.evidence import CitedPassage
from explorer.uncited_lines import CoveredArticle
from ledger.articles import Article, NoSuchPlace
from ledger.evidence import split_sentences


@dataclass(frozen=True)
class Piece:
    """A sentence of a line, or the whole of it, and whether a passage cites just this."""

    words: str = field(repr=False)
    is_cited: bool


@dataclass(frozen=True)
class Line:
    """A line of an article.

    `pieces`: its words where the reader has the file; `resting`: its passages by sentence, with what rests on each;
    `reasons`: why it, or a sentence of it, has no record; `differs`: passages whose text is not the one that was cited.
    """

    number: int
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    resting: tuple[tuple[CitedPassage, tuple[Citing, ...]], ...] = ()
    reasons: tuple[str, ...] = ()
    differs: tuple[CitedPassage, ...] = ()

    @property
    def records(self) -> tuple[Citing, ...]:
        """What rests on it, each once."""
        return tuple({record.id: record for _, records in self.resting for record in records}.values())


@dataclass(frozen=True)
class Run:
    """Neighbouring lines that nothing cites, of which there is only one thing to say."""

    first: int
    last: int
    reasons: tuple[str, ...]


def lay_out_lines(
    passages: Sequence[CitedPassage], citing: Iterable[Citing], covered: CoveredArticle | None, article: Article | None
) -> tuple[Line, ...]:
    """All lines of an article, as far as it is known how many there are; `article`: the reader's own file.

    Reasons go by numbers alone: a file of another length gets none, since they may be of other lines.
    """
    by_line: dict[int, list[CitedPassage]] = {}
    for passage in passages:
        if passage.line > 0:
            by_line.setdefault(passage.line, []).append(passage)
    records: dict[str, list[Citing]] = {}
    for record in citing:
        records.setdefault(record.passage, []).append(record)
    fits = article is None or covered is None or len(article.lines) == covered.lines
    reasons = _collect_reasons(covered) if fits else {}
    told = len(article.lines) if article else max([covered.lines if covered else 0, *by_line])
    numbers = sorted({*range(1, told + 1), *by_line})
    return tuple(_lay_out(n, by_line.get(n, []), records, reasons.get(n, ()), article) for n in numbers)


def gather_runs(lines: Sequence[Line]) -> list[Line | Run]:
    """The lines in order; neighbours without records and words as one where the same is said of them.

    Where the words of the others are known, those are empty lines, and left out.
    """
    if any(line.pieces for line in lines):
        return [line for line in lines if not _is_bare(line)]
    gathered: list[Line | Run] = []
    for (is_bare, reasons), some in groupby(lines, lambda line: (_is_bare(line), line.reasons)):
        found = list(some)
        gathered += [Run(found[0].number, found[-1].number, reasons)] if is_bare else found
    return gathered


def _is_bare(line: Line) -> bool:
    return not line.resting and not any(piece.words.strip() for piece in line.pieces)


def _lay_out(
    number: int, passages: list[CitedPassage], records: Mapping[str, list[Citing]], reasons: tuple[str, ...],
    article: Article | None,
) -> Line:  # fmt: skip
    differs = tuple(p for p in passages if article and not _is_as_cited(article, p))
    return Line(
        number=number,
        pieces=_cut(article, number, {p.sentence for p in passages if p not in differs}),
        resting=tuple((p, tuple(records.get(p.id, ()))) for p in sorted(passages, key=lambda p: p.sentence or 0)),
        reasons=reasons,
        differs=differs,
    )


def _is_as_cited(article: Article, passage: CitedPassage) -> bool:
    try:
        return article.quote(passage.line, passage.sentence, passage.sha256).is_as_cited
    except NoSuchPlace:
        return False


def _cut(article: Article | None, number: int, cited: set[int | None]) -> tuple[Piece, ...]:
    """A line's sentences, of which some are cited; the whole as one where it is cited as one."""
    text = article.lines[number - 1] if article and number <= len(article.lines) else ""
    if not text.strip():
        return ()
    if None in cited:
        return (Piece(text, is_cited=True),)
    return tuple(Piece(sentence, at in cited) for at, sentence in enumerate(split_sentences(text), 1))


def _collect_reasons(covered: CoveredArticle | None) -> dict[int, tuple[str, ...]]:
    """By line, each reason once; that of a single sentence says which."""
    found: dict[int, dict[str, None]] = {}
    for place in covered.uncited if covered else ():
        which = f"sentence {place.sentence}: " if place.sentence else ""
        found.setdefault(place.line, {})[which + place.reason] = None
    return {line: tuple(reasons) for line, reasons in found.items()}
