"""What a name that no record has may be: by the words of the name, and those right before and behind it."""

import re
from dataclasses import dataclass

from ledger.countries import find_code
from ledger.names import plain_words

OFFICE = (
    r"(?:vice[- ]president|president|chief executive|chief \w+ officer|chair(?:man|woman|person)?"
    r"|director(?:-general| general)?"
    r"|minister|secretary|under-?secretary|spokes(?:man|woman|person)|official|adviser|advisor|ambassador|governor|head"
    r"|analyst|commissioner|envoy|manager|founder|economist|professor|senator|mayor|chancellor|partner)"
)
"""Words of offices, by which the words about a person are known."""
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep)\.?\s+$")
PLACES = {
    "state": "state", "province": "region", "region": "region", "district": "region", "county": "region",
    "city": "town", "town": "town", "port": "town", "village": "town",
}  # fmt: skip
PROJECTS = ("mine", "plant", "refinery", "smelter", "railway", "port", "corridor", "project", "deposit")
KINDS_OF_PROJECT = {"deposit": "project"}
COMPANY_BEFORE = re.compile(
    r"\b(?:company|firm|developer|miner|producer|start-?up|run by|owned by|operated by|refiner|group)\s+(?:the\s+)?$",
    re.I,
)
TRADER_BEFORE = re.compile(r"\b(?:trading (?:house|firm|company)|trader)\s+$", re.I)
PREPOSITION = re.compile(r"\b(?:in|at|near|from)\s+$")
HOME = re.compile(r"\b(?:(?:company|firm|developer|miner|bank) (?:from|in|of)|based in|headquartered in)\s+$", re.I)
SIDE_OF = re.compile(r"\b(?:north|south|east|west|central|northern|southern|eastern|western)\s+$", re.I)
BANK, PUBLIC = frozenset(("bank",)), frozenset(("ministry", "department", "agency", "commission", "authority"))
MANY_STATES = frozenset(
    ("european", "african", "asian", "islamic", "nordic", "world", "interamerican", "international")
)
LENDS = re.compile(r"^\s+(?:(?:will|would|is to|has|have)\s+)?(?:jointly\s+)?(?:lends?|lent|guarantees?|loan)\b")
OWNED_BY = re.compile(r"['’]s\s+$")
MEETINGS = frozenset(("forum", "summit", "conference"))
STUDIES = frozenset(("institute", "university", "council", "association", "foundation", "chamber", "society", "union"))


@dataclass(frozen=True)
class Kind:
    """A kind of id, the property `kind` where it has one, and the words by which it was guessed; none by default."""

    of_id: str
    kind: str | None
    words: str


def guess_kind(name: str, before: str, behind: str) -> Kind | None:
    """What a name is, given the sentence before and behind it; a company where nothing tells.

    None for what only tells which of several things is meant: the Toronto exchange.
    """
    words = frozenset(plain_words(name))
    if (code := find_code(name)) is not None:
        return Kind(f"country/{code}", None, name)
    return (
        _person(name, words, before, behind)
        or _place(before, behind)
        or _project(before, behind)
        or _body(words, name, before, behind)
        or _anything(words, before, behind)
    )


def _person(name: str, words: frozenset[str], before: str, behind: str) -> Kind | None:
    if len(words) < 2 and not TITLE.search(before):
        return None
    if words & (BANK | PUBLIC | STUDIES):
        return None
    told = (
        TITLE.search(before)
        or re.search(rf"\b{OFFICE}(?: \w+){{0,2}},?\s+$", before, re.I)
        or re.match(rf",\s+[^,.;]{{0,60}}\b{OFFICE}\b", behind, re.I)
        or re.match(r",\s+who (?:speaks|spoke|leads|runs|heads|chairs|has led)\b", behind)
        or re.search(r"[,”\"]\s*said\s+$", before)
    )  # fmt: skip
    return Kind("person", None, told[0].strip(" ,")) if told else None


def _anything(words: frozenset[str], before: str, behind: str) -> Kind | None:
    tells_which = len(words) == 1 and re.search(r"\bthe\s+$", before, re.I) and re.match(r"\s+[a-z]", behind)
    return None if tells_which else Kind("company", "company", "")


def _place(before: str, behind: str) -> Kind | None:
    if found := re.search(rf"\b({'|'.join(PLACES)}) of\s+$", before, re.I):
        return Kind("place", PLACES[found[1].lower()], found[0])
    if found := HOME.search(before):
        return Kind("place", "town", found[0])
    if found := SIDE_OF.search(before):
        return Kind("place", "region", found[0])
    if (found := PREPOSITION.search(before)) and re.match(r"(?:\s+in\s+[A-Z]|[.,;]|$)", behind):
        return Kind("place", "town", found[0])
    return None


def _project(before: str, behind: str) -> Kind | None:
    found = re.match(rf"\s+(?:[a-z]+\s+){{0,2}}?({'|'.join(PROJECTS)})\b", behind)
    if found and re.search(r"\b(?:the|a|its)\s+$", before):
        return Kind("project", KINDS_OF_PROJECT.get(found[1], found[1]), found[0])
    return None


def _body(words: frozenset[str], name: str, before: str, behind: str) -> Kind | None:
    if found := TRADER_BEFORE.search(before):
        return Kind("company", "trader", found[0])
    if found := COMPANY_BEFORE.search(before):
        return Kind("company", "company", found[0])
    if words & MEETINGS:
        return Kind("event", "forum", name)
    if words & BANK:
        return Kind("agency", "multilateral_bank" if words & MANY_STATES else "bank", name)
    if OWNED_BY.search(before) and (found := LENDS.match(behind)):
        return Kind("agency", "bank", found[0])
    if words & PUBLIC:
        return Kind("agency", "department" if words & {"ministry", "department"} else "agency", name)
    if words & STUDIES:
        return Kind("company", "association", name)
    return None
