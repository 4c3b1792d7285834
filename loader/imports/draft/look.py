"""What a draft needs to know of a sheet as a whole: columns by what they may be, how figures and dates are written."""

from dataclasses import dataclass
from functools import cached_property

from loader.imports.draft.guess import PARTIES, Guess
from loader.imports.draft.survey import Column, Survey
from loader.imports.draft.words import BLANKS
from loader.imports.values.dates import is_ambiguous, shows_order
from loader.imports.values.numbers import shows_decimal_mark

MOST_VALUES = 40
"""Texts of a column that a table lists."""


@dataclass(frozen=True)
class Look:
    """The survey with the guesses."""

    survey: Survey
    guesses: tuple[Guess, ...]

    def column(self, is_: str) -> Guess | None:
        """The column that is thought to be so."""
        return next((g for g in self.guesses if g.is_ == is_), None)

    def columns(self, is_: str) -> list[Guess]:
        """All that are."""
        return [g for g in self.guesses if g.is_ == is_]

    @cached_property
    def parties(self) -> list[Guess]:
        """The columns that name who takes part, in the order of their parts."""
        return [guess for part in PARTIES if (guess := self.column(part))]

    @property
    def is_of_stakes(self) -> bool:
        """Whether the list is of owners rather than of deals."""
        return self.column("owner") is not None and self.column("share") is not None and not self.columns("amount")

    def blanks(self) -> list[str]:
        """Texts that say that there is nothing; a lone question mark in a status is a question, and none of them."""
        return [t for t in BLANKS if t != "?" and any(t in map(str.casefold, g.column.texts) for g in self.guesses)]

    def decimal_mark(self) -> tuple[str | None, str]:
        """The sign before decimals, and why; None where no cell of the figures tells."""
        seen: dict[str, str] = {}
        for guess in (*self.columns("amount"), *self.columns("share")):
            for text in guess.column.distinct:
                if guess.column.numbers < guess.column.filled and (mark := shows_decimal_mark(text)):
                    seen.setdefault(mark, text)
        if len(seen) == 1:
            mark, text = next(iter(seen.items()))
            return mark, f"'{text}' leaves no doubt"
        if seen:
            return None, f"both occur ({' and '.join(seen.values())}): mend the sheet"
        return None, "no figure tells; it is only needed where one may be read in two ways"

    def day_order(self) -> tuple[str | None, str]:
        """Whether days or months come first, and why; None where no date tells."""
        seen: dict[str, str] = {}
        ambiguous = ""
        for guess in (g for is_ in ("date", "since", "until") for g in self.columns(is_)):
            for text in guess.column.distinct:
                if order := shows_order(text):
                    seen.setdefault(order, text)
                ambiguous = ambiguous or (text if is_ambiguous(text) else "")
        if len(seen) == 1:
            order, text = next(iter(seen.items()))
            return order, f"'{text}' can only be read so"
        if seen:
            return None, f"both occur ({' and '.join(seen.values())}): mend the sheet"
        return None, f"'{ambiguous}' may be two days: say which" if ambiguous else ""

    def gaps(self) -> list[Column]:
        """Columns of parties with many empty cells below a filled one, as where cells were merged."""
        return [g.column for g in self.parties if 0 < g.column.filled < self.survey.rows * 0.7]
