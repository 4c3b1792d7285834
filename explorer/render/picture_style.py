"""How a reader may have a picture drawn: what is marked, and by what nodes and lines have their size and colour.

A choice is a word, as an address and a log have it; a `Style` is all of them together.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from ledger.deals import Stage
from ledger.disputes import Weight
from ledger.glossary import spell_term
from ledger.units import is_unit


class Marked(StrEnum):
    """Which disagreements are marked in the picture."""

    NONE = "none"
    DECIDES = "decides"
    WEIGHTY = "weighty"
    """What decides, and what matters."""
    ALL = "all"

    @property
    def weights(self) -> tuple[Weight, ...]:
        """The weights of what is marked, the greatest first."""
        return tuple(Weight)[: list(Marked).index(self)]


class Aspect(StrEnum):
    """What of the picture a choice is about, beside the marks."""

    SIZE = "size"
    WIDTH = "width"
    COLOUR = "colour"
    BINDING = "binding"
    ORIGINS = "origins"
    SIDES = "sides"


TIES, ORIGINS, KIND, STAGE, WHOSE, AGENCY = "ties", "origins", "kind", "stage", "whose_money", "agency"
PLAIN, DASHED, MARKED, DRAWN = "plain", "dashed", "marked", "drawn"
CHOICES: Final = {
    Aspect.SIZE: (TIES, ORIGINS),
    Aspect.WIDTH: (PLAIN,),
    Aspect.COLOUR: (KIND, STAGE, WHOSE, AGENCY),
    Aspect.BINDING: (DASHED, PLAIN),
    Aspect.ORIGINS: (PLAIN, MARKED),
    Aspect.SIDES: (PLAIN, DRAWN),
}
"""The choices by aspect, what holds where nothing was chosen first; sizes and widths can be of money besides."""
BY_MONEY = (Aspect.SIZE, Aspect.WIDTH)


@dataclass(frozen=True, order=True)
class Measure:
    """Figures that may be compared: of one unit, and come as far as one another. Written `money:committed:USD`."""

    stage: Stage
    unit: str

    def __str__(self) -> str:
        return f"money:{self.stage}:{self.unit}"

    @property
    def words(self) -> str:
        """For people: `USD, committed`."""
        return f"{spell_term(self.unit)}, {spell_term(self.stage)}"

    @classmethod
    def read(cls, choice: str) -> "Measure | None":
        """The measure that a choice names; None where it names none."""
        money, _, rest = choice.partition(":")
        stage, _, unit = rest.partition(":")
        return cls(Stage(stage), unit) if money == "money" and stage in tuple(Stage) and is_unit(unit) else None


@dataclass(frozen=True)
class Style:
    """How a picture is drawn. Each field is the choice of the aspect of its name."""

    marks: Marked = Marked.DECIDES
    size: str = TIES
    width: str = PLAIN
    colour: str = KIND
    binding: str = DASHED
    origins: str = PLAIN
    sides: str = PLAIN

    def with_(self, aspect: Aspect, choice: str) -> "Style":
        """The same with another choice of an aspect; itself where there is no such choice."""
        if not is_choice(aspect, choice):
            return self
        chosen: dict[str, Any] = {str(aspect): choice}
        return replace(self, **chosen)

    def choice_of(self, aspect: Aspect) -> str:
        """What is chosen of an aspect."""
        return str(getattr(self, aspect))

    @property
    def size_by(self) -> Measure | None:
        """By which figures the size goes; None where it goes by none."""
        return Measure.read(self.size)

    @property
    def width_by(self) -> Measure | None:
        """By which figures the width goes; None where it goes by none."""
        return Measure.read(self.width)


def is_choice(aspect: str, choice: str) -> bool:
    """Whether there is such a choice of such an aspect, whatever a picture holds."""
    if aspect not in tuple(Aspect):
        return False
    of = Aspect(aspect)
    return choice in CHOICES[of] or (of in BY_MONEY and Measure.read(choice) is not None)
