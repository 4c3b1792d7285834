"""Who gives and who gets, where a deal lies and what it is about: by the small words before each name of a sentence."""

import re
from dataclasses import dataclass

from loader.draft.stubs.cast import Actor

GIVERS = ("agency", "company", "country", "person")
GETTERS = ("project", "company", "initiative", "agency")
FROM = re.compile(r"(?<!run )(?<!owned )(?<!operated )(?<!led )(?<!backed )\b(?:from|by)\s+(?:the\s+)?$", re.I)
TO = re.compile(r"\b(?:to|for|of|into|in|with)\s+(?:the\s+|a\s+|its\s+)?$", re.I)
IN = re.compile(r"\b(?:in|at|near|of|from)\s+(?:the\s+)?$", re.I)
NO_SUBJECT = re.compile(
    r"\b(?:in|at|near|of|to|for|with|from|by|into|on|over|said)\s+(?:the\s+|a\s+|an\s+)?(?:[a-z-]+\s+){0,2}$", re.I
)
GETS = re.compile(r"\b(?:receive[sd]?|gets?|got|won|wins|secured|drew|borrow(?:s|ed)?)\b", re.I)
OWN_PAPER = re.compile(r"^\s+(?:[a-z]+\s+)?(?:loan|guarantee|letter|grant|credit|financing|money)\b", re.I)


@dataclass(frozen=True)
class Sides:
    """The actors of a deal by what they seem to be in it."""

    givers: tuple[Actor, ...]
    getter: Actor | None
    locations: tuple[Actor, ...]
    minerals: tuple[Actor, ...]


def find_sides(text: str, at: int, own_words: range, actors: list[Actor], is_bought: bool) -> Sides:
    """The sides of the figure that stands at `at`.

    `own_words`: the characters that belong to this figure and to no other of the sentence. `is_bought`: goods, where
    `from` names who sells.
    """
    before = {a: text[: a.start] for a in actors}
    can_give = [a for a in actors if a.of_kind in GIVERS and not a.is_adjective]
    locations = tuple(
        a for a in actors if a.of_kind in ("country", "place") and not a.is_adjective and IN.search(before[a])
    )
    subjects = [
        a for a in can_give
        if a not in locations and a.start < at and not NO_SUBJECT.search(before[a])
        and not text[a.end :].startswith(("'s", "’s"))
    ]  # fmt: skip
    subjects = [a for a in subjects if a.start in own_words] or subjects
    told = [a for a in can_give if FROM.search(before[a]) and a.start in own_words]
    own = [a for a in can_give if OWN_PAPER.match(text[a.end :]) and a.start in own_words]
    verb = GETS.search(text)
    getter: Actor | None
    if told and not is_bought and verb and subjects:
        return _sides(told[:1], subjects[0], locations, actors)
    givers = own[:1] or ([] if is_bought else told[:1]) or _joint(text, subjects)
    able = [a for a in actors if a.of_kind in GETTERS and a not in givers]
    getter = told[0] if is_bought and told else None
    getter = getter or next((a for a in able if a.start > min(at, _first_end(givers)) and TO.search(before[a])), None)
    return _sides(givers, getter, locations, actors)


def _sides(givers: list[Actor], getter: Actor | None, locations: tuple[Actor, ...], actors: list[Actor]) -> Sides:
    minerals = {a.id: a for a in actors if a.of_kind == "mineral"}
    places = {a.id: a for a in locations}
    return Sides(tuple({a.id: a for a in givers}.values()), getter, tuple(places.values()), tuple(minerals.values()))


def _first_end(givers: list[Actor]) -> int:
    return givers[0].end if givers else 0


def _joint(text: str, subjects: list[Actor]) -> list[Actor]:
    """The first subject, and those joined to it by `and` before a verb."""
    if not subjects:
        return []
    joint = [subjects[0]]
    for actor in subjects[1:]:
        between = text[joint[-1].end : actor.start]
        if not re.fullmatch(r"\s+and\s+(?:the\s+)?(?:[\w’']+['’]s\s+)?", between):
            break
        joint.append(actor)
    return joint
