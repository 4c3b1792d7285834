"""What a sentence tells of without a name: a plant at Narva, the bank named before, a metal in small letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loader.draft.stubs.cast import Actor

SITE = re.compile(
    r"\b(?:a|an|its|the)\s+(?:[a-z-]+\s+){0,5}?(?P<what>mine|plant|refinery|smelter)\s+(?:at|in|near)\s+", re.I
)
FAR = 45
"""Characters within which the place stands of something that is told by its place."""
RUN_BY = re.compile(r"\s+(?:run|operated)\s+by\s+$")
WORD_FOR = re.compile(r"\b[Tt]he\s+(?P<word>consortium|company|firm|bank|agency|fund|ministry)\b(?!['’]?s?\s+of\b)")
MEANT_BY = {
    "consortium": ("company",), "company": ("company",), "firm": ("company",), "bank": ("agency", "company"),
    "agency": ("agency",), "fund": ("agency", "company"), "ministry": ("agency",),
}  # fmt: skip
SURE = ("consortium", "fund", "ministry")
"""Words that stand in the id or the name of what they mean."""
MINERALS = (
    "aluminium", "antimony", "arsenic", "barite", "bauxite", "beryllium", "bismuth", "boron", "caesium", "chromium",
    "coal", "cobalt", "copper", "feldspar", "fluorspar", "gallium", "germanium", "gold", "graphite", "hafnium",
    "helium", "indium", "iridium", "iron ore", "lead", "lithium", "magnesium", "magnesite", "manganese", "molybdenum",
    "nickel", "niobium", "palladium", "phosphate", "platinum", "potash", "rare earths", "rhodium", "rubidium",
    "scandium", "selenium", "silicon", "silver", "tantalum", "tellurium", "tin", "titanium", "tungsten", "uranium",
    "vanadium", "yttrium", "zinc", "zirconium",
)  # fmt: skip
DOUBTFUL_WORDS = frozenset(("lead",))
"""Minerals whose name is another word too."""


@dataclass(frozen=True)
class UnnamedSite:
    """A site that is told by its place: what it is, where, and who runs it."""

    what: str
    at: Actor
    run_by: Actor | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """A name that says that it has none."""
        return f"{self.what.capitalize()} at {self.at.written} (unnamed)"


def find_sites(text: str, actors: Sequence[Actor]) -> Iterator[UnnamedSite]:
    """Mines and plants that are told by a place alone, in order."""
    for found in SITE.finditer(text):
        at = next((a for a in actors if a.of_kind == "place" and found.end() <= a.start <= found.end() + FAR), None)
        if at is not None:
            run_by = next((a for a in actors if a.start > at.end and RUN_BY.search(text[: a.start])), None)
            yield UnnamedSite(found["what"].lower(), at, run_by, found.start(), at.end)


def find_meant(text: str, named_before: Sequence[Actor]) -> Iterator[Actor]:
    """Who is meant by `the bank`, `the consortium`: whom the line named last that may be one."""
    for found in WORD_FOR.finditer(text):
        word = found["word"]
        fits = [a for a in named_before if a.of_kind in MEANT_BY[word] and not a.is_adjective]
        fits = [a for a in fits if word in a.id or word in a.written.lower()] if word in SURE else fits
        if fits:
            yield Actor(fits[-1].id, found[0], found.start(), found.end())


def find_minerals(text: str, actors: Sequence[Actor]) -> Iterator[Actor]:
    """Minerals that no known name covers, by their usual names."""
    for mineral in MINERALS:
        for found in re.finditer(rf"\b{mineral}\b", text, re.I):
            taken = any(a.start < found.end() and found.start() < a.end for a in actors if a.of_kind != "mineral")
            known = any(a.start <= found.start() < a.end for a in actors)
            if not taken and not known and mineral not in DOUBTFUL_WORDS:
                yield Actor(f"mineral/{mineral.replace(' ', '-')}", mineral, found.start(), found.end())
                break
