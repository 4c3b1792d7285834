"""A stub: a record as far as rules can write it, with the list of what is guessed or lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loader.records import Where

BLANK = ""
"""The value of a field that its writer has to fill; a record with such a field is not loaded."""


class Written(str):
    """A value that is YAML already; any other text of a field is quoted where it must be."""


def write_day(day: str) -> Written:
    """A date as records have it in a field."""
    return Written(f'"{day}"')


def write_list(items: Iterable[str]) -> Written:
    """Several ids, citations or quoted names as one field."""
    return Written(f"[{', '.join(items)}]")


@dataclass(frozen=True)
class StubLink:
    """A relationship of a stub: its type, and its fields in order."""

    type: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StubStep:
    """A stage that a deal seems to have come to, and when."""

    stage: str
    date: str
    basis: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class StubClaim:
    """A place to claim something of a record: what rests on which passage, and who says it, but not what."""

    key: str
    evidence: str
    by: str | None


@dataclass(frozen=True)
class ClaimThere:
    """A claim of a record that the set has already, and where that one stands."""

    of: str
    where: Where | None
    claim: StubClaim


@dataclass
class Stub:
    """A record to be. `guesses`: what of it is guessed, each with the words that led there.

    `notes`: what its writer should know besides; `unit`: of its figure. A stub of a relationship alone has no `id`, and
    its type in `links`.
    """

    id: str
    place: str
    unit: str | None = None
    fields: list[tuple[str, str]] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    evidence_for: dict[str, tuple[str, ...]] = field(default_factory=dict)
    basis: str = "stated"
    history: list[StubStep] = field(default_factory=list)
    links: list[StubLink] = field(default_factory=list)
    claims: list[StubClaim] = field(default_factory=list)
    readings: list[tuple[str, str]] = field(default_factory=list)
    """Of a dispute, the key and the citation of each."""
    guesses: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def guess(self, what: str, words: str) -> None:
        """Note that something is guessed, and of which words."""
        self.guesses.append(f"{what} (“{' '.join(words.split())}”)")

    def ends(self) -> frozenset[str]:
        """The ids to which its relationships lead."""
        return frozenset(v for link in self.links for name, v in link.fields if name in ("from", "to") and v)

    def add_names(self, names: Iterable[str], citations: tuple[str, ...]) -> None:
        """Give it other names that the article uses."""
        self.fields.insert(1, ("also_named", write_list(names)))
        self.evidence_for["also_named"] = citations
        self.guesses.append("also_named")


@dataclass(frozen=True)
class PlaceStubs:
    """What one place comes to: stubs, and claims for records that are there already; `at` is the place."""

    at: str = ""
    stubs: tuple[Stub, ...] = ()
    claims: tuple[ClaimThere, ...] = ()
    there: tuple[str, ...] = ()
    """Deals of the set that have a figure of the place and a side of it: they want its citation, not a record."""
