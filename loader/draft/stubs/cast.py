"""Who and what an article names: what the set has, and what is new, each once under the longest of its names."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ledger.countries import find_usual_name
from ledger.demonyms import find_code_of_demonym, is_demonym
from ledger.found_names import FoundName
from ledger.names import plain_words
from loader.cite import Place
from loader.draft.known import Known
from loader.draft.stubs.kinds import Kind, guess_kind
from loader.imports.ids import slug

Alike = Callable[[str], Iterable[str]]
"""The ids of what the set has under nearly a name."""
BYLINE = re.compile(r"^By\s+[A-Z]")
SMALLEST_PART = 3
"""Letters from which on the first word of a name may stand for all of it."""


@dataclass
class NewThing:
    """Something that the set has not: its guessed kind, where it is named first, and what else it is called."""

    id: str
    name: str
    kind: Kind
    place: str
    shorter: dict[str, str] = field(default_factory=dict)
    """Other names of it, with the place of each."""


@dataclass(frozen=True)
class Actor:
    """A stretch of a sentence that names something, by its id; `is_adjective`: Brazilian, of Brazil."""

    id: str
    written: str
    start: int
    end: int
    is_adjective: bool = False

    @property
    def of_kind(self) -> str:
        """The kind of its id."""
        return self.id.partition("/")[0]


class Cast:
    """All that an article names; new things come from its places in order."""

    def __init__(self, places: Iterable[Place], known: Known, alike: Alike) -> None:
        self._known, self._alike = known, alike
        self.like: dict[str, str] = {}
        """Names that are nearly those of one thing of the set, with its id."""
        self.new: dict[str, NewThing] = {}
        """By what they are called, each name of a thing."""
        for place in places:
            text = plain_text(place)
            if not is_byline(text) and not text.isupper():
                for name in known.finder.find_unknown(text):
                    if text.removeprefix("The ").strip(". ") != name.written:
                        self._add(name, text, str(place))

    def _add(self, name: FoundName, text: str, place: str) -> None:
        of_dateline = name.written.isupper() and len(name.written.split()) > 1
        if of_dateline or name.written in self.new or name.written in self.like:
            return
        whole = next((t for t in self.new.values() if _stands_for(name.written, t.name)), None)
        if whole is not None:
            whole.shorter[name.written] = place
            self.new[name.written] = whole
            return
        kind = guess_kind(name.written, text[: name.start], text[name.end :])
        if kind is None:
            return
        if kind.kind is not None and (same := self._only_one_alike(name.written)) is not None:
            self.like[name.written] = same
            return
        of_id = kind.of_id if "/" in kind.of_id else f"{kind.of_id}/{slug(name.written)}"
        if of_id not in self._known.places:
            self.new[name.written] = NewThing(of_id, name.written, kind, place)

    def _only_one_alike(self, written: str) -> str | None:
        """The one thing of the set that is called nearly so, deals left aside."""
        fits = [i for i in self._alike(written) if not i.startswith(("deal/", "dispute/", "source/"))]
        return fits[0] if len(fits) == 1 else None

    def things(self) -> tuple[NewThing, ...]:
        """The new things, in the order in which they are named."""
        return tuple({t.id: t for t in self.new.values()}.values())

    def countries(self, text: str) -> Iterator[tuple[str, str]]:
        """Codes of countries that a text names by an adjective alone, and that the set has not, with the word."""
        for word in re.findall(r"\b[A-Z][a-z]+\b", text):
            code = find_code_of_demonym(word)
            if code and f"country/{code}" not in self._known.places and find_usual_name(code):
                yield code, word

    def actors(self, text: str) -> list[Actor]:
        """What a text names, in order."""
        known = self._known.finder.find(text)
        found = [Actor(n.ids[0], n.written, n.start, n.end, is_demonym(n.written)) for n in known if len(n.ids) == 1]
        for name in self._known.finder.find_unknown(text):
            if (thing := self.new.get(name.written)) is not None:
                found.append(Actor(thing.id, name.written, name.start, name.end))
            elif (like := self.like.get(name.written)) is not None:
                found.append(Actor(like, name.written, name.start, name.end))
        return sorted(found, key=lambda a: (a.start, -a.end))


def plain_text(place: Place) -> str:
    """A place's words with one blank between them, without characters that nobody sees, which no record may have."""
    return " ".join("".join(c if c.isprintable() else " " for c in place.words).split())


def is_byline(text: str) -> bool:
    """Whether a line tells who wrote the article."""
    return BYLINE.match(text) is not None and not text.endswith(".") and len(text.split()) <= 12


def is_heading(text: str) -> bool:
    """Whether a line ends as no sentence does: a headline, the name of a publisher."""
    return not text.rstrip("”\"’') ").endswith((".", "!", "?", "…"))


def _stands_for(short: str, long: str) -> bool:
    """Whether a name is the beginning of a longer one, or a person's last."""
    few, many = plain_words(short), plain_words(long)
    if not few or len(few) >= len(many) or len(few[0]) < SMALLEST_PART:
        return False
    return many[: len(few)] == few or (len(few) == 1 and many[-1:] == few)
