"""The draft of an article: beside each place what it names, what is there already, and what no record says yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.search.rank import Grade, rank_with_grade
from ledger.articles import Article
from ledger.evidence import Citation
from ledger.found_amounts import FoundAmount, find_amounts
from ledger.found_dates import FoundDate, find_dates
from ledger.found_names import FoundName
from ledger.found_shares import FoundShare, find_shares
from ledger.found_terms import FoundTerm, find_terms
from loader.cite import Place, list_places
from loader.draft.clauses import Left, Thing, find_numbers, list_left
from loader.draft.known import Known, KnownDeal, KnownDispute
from loader.draft.origins import Followed, OriginGuess, telling_words
from loader.draft.stubs import ArticleDay, PlaceStubs, StubMaker

MOST = 5
"""Deals, disputes and names alike that are told of one place."""
FEW = 6
"""Deals to which something may be tied and still tell one of them from others."""
TELLS = 3
"""Points from which a dispute may be touched."""


@dataclass(frozen=True)
class NewName:
    """What looks like a name and is none in the set, with the nodes that are called nearly so."""

    written: str
    alike: tuple[str, ...]


@dataclass(frozen=True)
class SameDeal:
    """A deal of the set that a place may be about: what they have in common."""

    deal: KnownDeal
    figure: str | None
    ties: tuple[str, ...]


@dataclass(frozen=True)
class DraftedPlace:
    """One place with all that can be told of it without understanding it."""

    place: Place
    citation: str
    names: tuple[FoundName, ...]
    new_names: tuple[NewName, ...]
    amounts: tuple[FoundAmount, ...]
    dates: tuple[FoundDate, ...]
    deals: tuple[SameDeal, ...]
    disputes: tuple[KnownDispute, ...]
    follows: Followed | None
    records: tuple[str, ...]
    left: tuple[Left, ...]
    terms: tuple[FoundTerm, ...] = ()
    shares: tuple[FoundShare, ...] = ()
    """Those with decimals, which no figure of a record can have."""
    stubs: PlaceStubs = field(default_factory=PlaceStubs)


@dataclass(frozen=True)
class Draft:
    """An article's places in order; `lines` is how many lines it has, `day` that of its dateline."""

    file: str
    short: str
    lines: int
    places: tuple[DraftedPlace, ...] = field(repr=False)
    day: ArticleDay | None = None

    @property
    def cited(self) -> int:
        """How many places something rests on."""
        return sum(bool(p.records) for p in self.places)

    @property
    def left(self) -> int:
        """How many figures, names and dates of places that are cited no record mentions."""
        return sum(len(one.things) for p in self.places if p.records for one in p.left)


def draft_article(article: Article, short: str, known: Known, origins: OriginGuess) -> Draft:
    """Hold every place of an article against what the set holds."""
    every = tuple(list_places(article))
    maker = StubMaker(every, short, known, lambda written: _alike(written, known))
    places = tuple(_draft(place, short, known, origins, maker) for place in every)
    return Draft(article.name, short, len(article.lines), places, maker.day)


def _draft(place: Place, short: str, known: Known, origins: OriginGuess, maker: StubMaker) -> DraftedPlace:
    text = " ".join(place.words.split())
    citation = Citation(short, str(place))
    names = tuple(known.finder.find(text))
    unknown = known.finder.find_unknown(text)
    amounts = tuple(find_amounts(text))
    dates = tuple(d for d in find_dates(text) if not any(n.start <= d.start and d.end <= n.end for n in names))
    ids = frozenset(i for n in names for i in n.ids)
    recorded = known.on(citation)
    shares = tuple(s for s in find_shares(text) if not s.is_whole)
    deals = tuple(_same_deals(ids, amounts, known))
    sure = [s.deal for s in deals if s.figure and s.ties]
    things: list[Thing] = [*names, *unknown, *amounts, *dates, *find_numbers(text, [*amounts, *dates])]
    return DraftedPlace(
        place, f"{short}:{place}", _each_once(names),
        tuple(NewName(n, tuple(_alike(n, known))) for n in dict.fromkeys(u.written for u in unknown)),
        amounts, dates, deals, tuple(_touched(ids, text, known)),
        origins.follow(text), tuple(r.id for r in recorded), list_left(text, things, recorded, known.finder),
        tuple(find_terms(text)), shares, maker.make(place, bool(recorded), sure),
    )  # fmt: skip


def _each_once(names: tuple[FoundName, ...]) -> tuple[FoundName, ...]:
    return tuple({(n.ids, n.written): n for n in names}.values())


def _alike(written: str, known: Known) -> Iterator[str]:
    """The nodes that are called nearly so, if all words of it fit."""
    grade, found = rank_with_grade(written, known.named)
    if grade is not None and grade >= Grade.WITH_SLIPS:
        yield from (f.id for f in found[:3])


def _same_deals(ids: frozenset[str], amounts: tuple[FoundAmount, ...], known: Known) -> Iterator[SameDeal]:
    """Deals with a figure that stands here, or tied to two things named here of which one tells; those with both first.

    What many deals are tied to (a country, a mineral, a meeting) tells nothing of one.
    """
    figures = {(a.amount.value, a.amount.unit) for a in amounts}
    fits = []
    for deal in known.deals.values():
        same = deal.amount is not None and (deal.amount.value, deal.amount.unit) in figures
        ties = tuple(sorted(deal.ties & ids))
        if same or (len(ties) > 1 and any(known.tied[i] <= FEW for i in ties)):
            fits.append(SameDeal(deal, str(deal.amount) if same else None, ties))
    yield from sorted(fits, key=lambda s: (s.figure is None, -len(s.ties), s.deal.id))[:MOST]


def _touched(ids: frozenset[str], text: str, known: Known) -> Iterator[KnownDispute]:
    """Disputes about what is named here, those first whose question shares most words with the text."""
    words = telling_words(text)
    deals = {d.deal.id for d in _same_deals(ids, tuple(find_amounts(text)), known)}
    points = {
        d.id: 2 * len(d.concerns & deals)
        + sum(1 for i in d.concerns & ids if not i.startswith("country/"))
        + len(telling_words(d.question) & words)
        for d in known.disputes.values()
        if d.concerns & (ids | deals)
    }
    best = sorted((i for i, n in points.items() if n >= TELLS), key=lambda i: (-points[i], i))
    yield from (known.disputes[i] for i in best[:MOST])
