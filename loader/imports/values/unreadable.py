"""What a cell's text comes to: a value with what is told beside it, or a reason why nobody can say."""

from dataclasses import dataclass


class Unreadable(ValueError):
    """A text that is not read, since it is none of its kind or may be read in more than one way."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True)
class ReadValue:
    """A value as records write it; `note`: what stood beside it and is no part of it; `told`: what was done to it."""

    value: str
    note: str = ""
    told: tuple[str, ...] = ()
