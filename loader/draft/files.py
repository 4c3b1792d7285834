"""The files with which an article begins in a set: its source, passages with fingerprints, and coverage."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ledger.articles import Article
from ledger.names import plain_words
from loader.check.coverage import ranges
from loader.draft.draft import Draft, DraftedPlace
from loader.draft.stubs import write_stubs
from loader.read.coverage import NOT_READ

LONGEST_SHORT = 40


@dataclass(frozen=True)
class ArticleFiles:
    """New files by their names below the set's folder."""

    texts: dict[str, str] = field(repr=False)


def name_short(stem: str) -> str:
    """A short name for citations, from the file's."""
    return "-".join(plain_words(stem))[:LONGEST_SHORT].strip("-") or "article"


def make_files(article: Article, draft: Draft, is_covered: bool) -> ArticleFiles:
    """The files of an article that is new to a set.

    `is_covered`: whether the set accounts for lines (has coverage files); where it does not, a passage that nothing
    cites would be a problem, so that passages are written as comments.
    """
    short = draft.short
    texts = {
        f"sources/{short}.yaml": _sources(article, draft),
        f"passages/{short}.yaml": _passages(draft, is_covered),
    }
    if is_covered:
        texts[f"coverage/{short}.yaml"] = _coverage(article, draft)
    if any(p.stubs.stubs or p.stubs.claims or p.stubs.there for p in draft.places):
        texts[f"records/{short}.yaml"] = write_stubs((p.stubs for p in draft.places), short)
    return ArticleFiles(texts)


def _sources(article: Article, draft: Draft) -> str:
    short, stem = draft.short, article.name.rpartition(".")[0]
    desk = [
        "# Who publishes it: name it where the article does, and give its words their origin in the passages.",
        f"- id: {_desk(short)}",
        f"  name: Publisher of {short} (unnamed)",
        "  kind: publisher",
        f"  says: The publisher of {short} is not named yet.",
        "  basis: ours",
    ]
    lines = [
        "# The article: give it its name; a `date` needs the passage that tells it under `evidence`.",
        f"- id: source/{short}",
        f"  name: {short}",
        "  kind: article",
        f"  article: {_quote(stem)}",
        f"  says: {short} is an article.",
        "  basis: ours",
        *(desk if any(_origin(p) is None for p in draft.places) else ()),
    ]
    return "\n".join([*lines, ""])


def _passages(draft: Draft, is_covered: bool) -> str:
    how = (
        "# Those that no record cites in the end may stay, with a reason in the coverage file."
        if is_covered
        else "# Take the # away from each that a record cites."
    )
    begins = "" if is_covered else "# "
    head = [
        f"# The places of source/{draft.short} by fingerprint. Origins are guessed: see `lodegraph article draft`.",
        how,
        f"{begins}source: source/{draft.short}",
        f"{begins}passages:",
    ]
    return "\n".join([*head, *(f"{begins}{line}" for p in draft.places for line in _passage(p, draft.short)), ""])


def _passage(p: DraftedPlace, short: str) -> Iterator[str]:
    origin, basis = (_origin(p), "derived") if _origin(p) else (_desk(short), "ours")
    guess = f"  # words as in {p.follows.citation}, {p.follows.share:.0%}" if p.follows else ""
    yield f"  - {{cite: {p.place}, origin: {origin}, origin_basis: {basis}, sha256: {p.place.sha256}}}{guess}"


def _coverage(article: Article, draft: Draft) -> str:
    places = ", ".join(str(p.place) for p in draft.places)
    blank = [n for n, text in enumerate(article.lines, 1) if not text.strip()]
    lines = [
        f"# Lines of source/{draft.short} on which no record rests, each with its reason.",
        "# `lodegraph check --fix` takes out of the first reason whatever a record cites by then.",
        f"source: source/{draft.short}",
        f"lines: {len(article.lines)}",
        "without_records:",
        f"  - reason: {NOT_READ}",
        f"    lines: [{places}]",
        *(("  - reason: Empty.", f"    lines: [{ranges(blank)}]") if blank else ()),
    ]
    return "\n".join([*lines, ""])


def _origin(p: DraftedPlace) -> str | None:
    return p.follows.origin if p.follows else None


def _desk(short: str) -> str:
    return f"source/{short}-desk"


def _quote(text: str) -> str:
    """A text as YAML takes it for one, whatever stands in it."""
    return "'" + text.replace("'", "''") + "'"
