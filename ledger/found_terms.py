"""How long something runs, as running English text gives it: `for seven years`, `a nine-year loan`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {word: n for n, word in enumerate(_WORDS, 1)} | {"twenty-five": 25, "thirty": 30, "forty": 40}
NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
UNITS = {"year": "Y", "month": "M"}
TERM = re.compile(
    rf"\b(?:for|over)\s+{NUMBER}\s+(?P<unit>year|month)s?\b(?!\s+(?:ago|later|now|earlier))"
    rf"|\b{NUMBER.replace('number', 'number2')}[\s-](?P<unit2>year|month)\s+(?=[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundTerm:
    """A length of time as records write it, such as `P7Y`, with the characters in which it stands."""

    length: str
    written: str
    start: int
    end: int


def find_terms(text: str) -> Iterator[FoundTerm]:
    """Every length of years or months for which something is said to run, in order."""
    for found in TERM.finditer(text):
        number, unit = found["number"] or found["number2"], found["unit"] or found["unit2"]
        count = NUMBERS.get(number.lower()) or int(number if number.isdigit() else 0)
        if count:
            yield FoundTerm(f"P{count}{UNITS[unit.lower()]}", found[0].strip(), found.start(), found.end())
