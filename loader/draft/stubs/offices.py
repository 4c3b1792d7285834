"""In which office, and whom, a person serves: by the words that stand with the name."""

import re
from dataclasses import dataclass

from loader.draft.stubs.cast import Actor
from loader.draft.stubs.kinds import OFFICE

OWNER = re.compile(r"^(?P<owner>.+?)['’]s?\s+(?P<office>.+)$")
ARTICLE = re.compile(r"^(?:a|an|the|its|his|her|their)\s+", re.IGNORECASE)
AT = re.compile(r"\s+(?:at|of|for)\s+(?P<owner>(?:the\s+)?[^,]+)$")
BELONGS = re.compile(r"^\s+(?:of|from|at)\s+(?:the\s+)?$")
NOBODY = frozenset(("its", "his", "her", "their", "the", "a", "an"))
SERVED = ("agency", "company", "country")
BODY_WORD = re.compile(
    r"^(?:the\s+)?(?P<word>bank|agency|corporation|fund|company|firm|ministry|department|group)$", re.I
)
FITS = {"bank": "agency", "agency": "agency", "corporation": "agency", "ministry": "agency", "department": "agency",
        "fund": "agency", "company": "company", "firm": "company", "group": "company"}  # fmt: skip


@dataclass(frozen=True)
class Office:
    """An office with whom it serves: an id where that is known or guessed, and the words for it."""

    office: str
    serves: str | None
    words: str
    is_guessed: bool
    """Whether whom it serves was guessed of a word such as the bank, from what was named last."""


def find_office(text: str, person: Actor, actors: list[Actor], named_before: list[Actor]) -> Office | None:
    """The office in which a sentence presents a person; `named_before`: what the line names before, last one last."""
    words = _words_about(text, person)
    if words is None:
        return _belonging(text, person, actors)
    owner, office = _split(words, text, actors)
    serves, is_guessed = _resolve(owner, actors, named_before)
    return Office(office, serves, owner or words, is_guessed)


def _words_about(text: str, person: Actor) -> str | None:
    """The words that give the office: those between commas behind the name, or those right before it."""
    behind = re.match(r",\s+([^,.;”\"]+)", text[person.end :])
    if behind and re.search(rf"\b{OFFICE}\b", behind[1], re.I):
        return behind[1].strip()
    before = text[: person.start]
    if found := re.search(rf"(?:^|[,”\"]\s*(?:said\s+)?)([^,”\"]*\b{OFFICE}\b[^,”\"]{{0,40}}?),?\s+$", before, re.I):
        return re.sub(r"^said\s+", "", found[1].strip())
    return None


def _belonging(text: str, person: Actor, actors: list[Actor]) -> Office | None:
    """Whom somebody is named with, without an office: Mara Venn of the Valley Council."""
    for other in actors:
        if other.start > person.end and other.of_kind in SERVED and BELONGS.match(text[person.end : other.start]):
            return Office("", other.id, text[person.start : other.end], True)
    return None


def _split(words: str, text: str, actors: list[Actor]) -> tuple[str, str]:
    """Whom it is said to serve, and the office alone."""
    if (found := OWNER.match(words)) and found["owner"].lower() not in NOBODY:
        return found["owner"], found["office"]
    office = ARTICLE.sub("", words)
    for actor in actors:
        if office.startswith(f"{actor.written} ") and actor.written in text:
            return actor.written, office[len(actor.written) + 1 :]
    if found := AT.search(office):
        return found["owner"], office[: found.start()]
    return "", office


def _resolve(owner: str, actors: list[Actor], named_before: list[Actor]) -> tuple[str | None, bool]:
    bare = ARTICLE.sub("", owner)
    for actor in actors:
        if actor.written == bare and actor.of_kind in SERVED:
            return actor.id, False
    if found := BODY_WORD.match(owner):
        wanted = FITS[found["word"].lower()]
        return next((a.id for a in reversed(named_before) if a.of_kind == wanted), None), True
    return None, True
