"""Names in running text: which of the known things it names, by all that they are called, and what else may be one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.demonyms import is_demonym
from ledger.names import SHORT, all_initials, plain_words
from ledger.units import CURRENCIES

POSSESSIVE = re.compile(r"['’]s?$")
QUOTES = "“\"‘'"
OPENING = f"{QUOTES}(["
CAPITAL = re.compile(r"[^\W\d_a-z]")
JOINING = frozenset(("of", "the", "for", "and", "de", "da", "du", "la", "al", "on", "&"))
"""Small words that stand inside names."""
ENDS = re.compile(r"[,;:.!?)\]”\"]+$")
JOINED = re.compile(r"(?P<name>.+?)\s+and\s+(?:the\s+)?")
LONGEST_INITIALS = 7
"""Letters of a word in capitals that is looked for among initials."""
_COMMON = """
    a an the this that these those it its he she they we i in on at by for from of to with and but or as if when while
    after before under his her their our no not there here also both each all some many most what which who how why
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mr ms mrs dr
    """
_BODIES = """
    agency association authority bank board bureau chamber college commission company council court department
    federation fund government group house institute institution kingdom ministry office organisation organization
    parliament republic secretariat society state states union university
    """
BODIES = frozenset(_BODIES.split())
"""Words of bodies, whose names go on behind `of the`: Bank of the North."""
NO_NAMES = frozenset(_COMMON.split())
"""Words that begin sentences, and those of the calendar: a capital letter makes no name of them."""


@dataclass(frozen=True)
class FoundName:
    """A stretch of a text: the ids of what is called so, and whether only by initials; none where nothing is known."""

    ids: tuple[str, ...]
    written: str
    start: int
    end: int
    by_initials: bool = False


@dataclass(frozen=True)
class _Word:
    plain: str
    written: str
    start: int
    end: int
    closes: bool
    """Whether a mark, or the s of an owner, stands behind it, after which no name goes on."""
    opens: bool
    """Whether a bracket or quotation mark stands before it, at which a name ends."""

    @property
    def is_capital(self) -> bool:
        """Whether it may be of a name: EUR before a figure is none."""
        return bool(CAPITAL.match(self.written)) and self.written not in CURRENCIES


class NameFinder:
    """Looks for known names in texts; `names` are ids with everything that each is called."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._by_words: dict[tuple[str, ...], dict[str, str]] = {}
        self._by_initials: dict[str, set[str]] = {}
        for node_id, called in names:
            for name in called:
                self._add(node_id, name)
        self._longest = max(map(len, self._by_words), default=0)

    def _add(self, node_id: str, name: str) -> None:
        if words := plain_words(name):
            self._by_words.setdefault(words, {}).setdefault(node_id, name)
        for initials in all_initials(name):
            if 1 < len(initials) <= LONGEST_INITIALS:
                self._by_initials.setdefault(initials, set()).add(node_id)

    def find(self, text: str) -> list[FoundName]:
        """What of the known things is named, in order, the longest name at each place."""
        words, found, at = _split(text), list[FoundName](), 0
        while at < len(words):
            name = self._at(words, at)
            if name is None:
                at += 1
                continue
            found.append(name)
            at = next((n for n in range(at, len(words)) if words[n].start >= name.end), len(words))
        return found

    def find_unknown(self, text: str) -> list[FoundName]:
        """Runs of words with capital letters that are no known name; a sentence's first word alone is none.

        One that goes on behind a known name (Deep Pit Holdings) is told too; what stands before one is a title.
        """
        known = self.find(text)
        return [name for run in _runs(text) for name in _without_known(run, known, text)]

    def _at(self, words: list[_Word], at: int) -> FoundName | None:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            some = words[at : at + length]
            ids = self._by_words.get(tuple(w.plain for w in some))
            if ids and (fit := tuple(sorted(i for i, name in ids.items() if _may_be(name, some)))):
                return FoundName(fit, _between(some), some[0].start, some[-1].end)
        word = words[at]
        if len(word.plain) > 1 and word.written.replace(".", "").isupper():
            ids_of = self._by_initials.get(word.plain, ())
            if ids_of:
                return FoundName(tuple(sorted(ids_of)), word.written, word.start, word.end, by_initials=True)
        return None


def _may_be(name: str, words: list[_Word]) -> bool:
    """Short names count only in their own capitals: US is no us."""
    letters = "".join(w.plain for w in words)
    return len(letters) > SHORT or not name.replace(".", "").isupper() or words[0].written.replace(".", "").isupper()


def _split(text: str) -> list[_Word]:
    words = []
    for chunk in re.finditer(r"[^\s/—–-]+", text):
        written = POSSESSIVE.sub("", ENDS.sub("", chunk[0]))
        opened = len(written) - len(written.lstrip(OPENING))
        start = chunk.start() + opened
        for plain in plain_words(written):
            end = chunk.start() + len(written)
            closes = written != chunk[0]
            words.append(_Word(plain, written[opened:], start, end, closes, opened > 0))
    return words


def _between(words: list[_Word]) -> str:
    return " ".join(dict.fromkeys(w.written for w in words))


def _without_known(run: FoundName, known: list[FoundName], text: str) -> Iterator[FoundName]:
    """A run that no known name ends; of one that does so behind an `and`, what stands before it."""
    ending = next((k for k in known if k.start < run.end <= k.end), None)
    if ending is None:
        yield run
    elif joined := JOINED.fullmatch(text[run.start : ending.start]):
        yield FoundName((), " ".join(joined["name"].split()), run.start, run.start + joined.end("name"))


def _runs(text: str) -> Iterator[FoundName]:
    """Runs of words that begin with capital letters, small joining words between them."""
    run: list[_Word] = []
    for word in [*_split(text), None]:
        goes_on = word is not None and not (run and (run[-1].closes or word.opens))
        if word is not None and goes_on and (word.is_capital or (run and word.plain in JOINING)):
            run.append(word)
            continue
        yield from _name_of(run, text)
        run = [word] if word is not None and word.is_capital else []


def _name_of(run: list[_Word], text: str) -> Iterator[FoundName]:
    """The name that a run is; two where each side of an `and` is two words or more, all with capital letters.

    Two as well of somebody and whom that one belongs to: Mara Venn of the Valley Council.
    """
    for parts in (_sides_of_and(run), _sides_of_belonging(run)):
        if parts is not None:
            yield from (name for side in parts for name in _name_of(side, text))
            return
    yield from _trimmed(run, text)


def _sides_of_and(run: list[_Word]) -> tuple[list[_Word], list[_Word]] | None:
    joint = next((n for n, word in enumerate(run) if word.plain == "and"), len(run))
    behind = run[joint + 1 :]
    sides = (run[:joint], behind[1:] if behind and behind[0].plain == "the" else behind)
    return sides if all(len(side) > 1 and all(w.is_capital for w in side[:2]) for side in sides) else None


def _sides_of_belonging(run: list[_Word]) -> tuple[list[_Word], list[_Word]] | None:
    plain = [word.plain for word in run]
    at = plain.index("of") if "of" in plain else len(run)
    before, behind = run[:at], run[at + 1 :]
    is_somebody = 1 < len(before) <= 4 and all(w.is_capital for w in before) and BODIES.isdisjoint(plain[:at])
    return (before, behind) if is_somebody and behind else None


def _trimmed(run: list[_Word], text: str) -> Iterator[FoundName]:
    while run and (run[0].plain in NO_NAMES or run[0].plain in JOINING):
        run = run[1:]
    while run and (run[-1].plain in JOINING or run[-1].plain in NO_NAMES):
        run = run[:-1]
    written = " ".join(text[run[0].start : run[-1].end].split()) if run else ""
    if run and not is_demonym(written) and (len(run) > 1 or not _begins_sentence(text[: run[0].start])):
        yield FoundName((), written, run[0].start, run[-1].end)


def _begins_sentence(before: str) -> bool:
    """Whether what follows a text has its capital letter for its place: at its beginning, or that of something said."""
    bare = before.rstrip(QUOTES)
    return not bare.strip() or bare != before or bare.rstrip().endswith((".", "!", "?"))
