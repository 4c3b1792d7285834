"""Mendings that a problem and its line tell: a slip in a word, a fingerprint's capitals, what nobody sees."""

import re
from collections.abc import Callable, Collection

from ledger.names import steps_between
from loader.edit.line_edits import Change
from loader.mend.mending import Mending
from loader.records import Problem

MEANT = re.compile(r"did you mean `?([A-Za-z0-9_/.-]+?)`?(?::…)?\?")
WORD = re.compile(r"[A-Za-z0-9_/.-]+")
FINGERPRINT = re.compile(r"(?<=sha256: )[0-9a-fA-F]{64}\b")
HIDDEN = re.compile(r"holds U\+([0-9A-F]{4,6}), which shows nothing")
TWO_SLIPS = 8
"""Letters from which a word may have two slips and still mean one thing."""


def mend_line(problem: Problem, line: str, ids: Collection[str]) -> Mending | None:
    """The one mending of a problem at its line; None where there is none, or another. `ids`: of the set's nodes."""
    return _mend_slip(problem, line, ids) or _mend_capitals(problem, line) or _mend_hidden(problem, line)


def _mend_slip(problem: Problem, line: str, ids: Collection[str]) -> Mending | None:
    """A word that is told to be none, with one that is nearly so, where it stands once on the line."""
    meant = MEANT.search(problem.remedy)
    told = set(WORD.findall(f"{problem.what} {problem.field.replace('.', ' ')}"))
    if meant is None or len(MEANT.findall(problem.remedy)) > 1:
        return None
    right = meant[1]
    words = WORD.findall(line)
    wrong = [w for w in dict.fromkeys(words) if w in told and w != right and _is_slip(w, right)]
    if len(wrong) != 1 or words.count(wrong[0]) != 1:
        return None
    others = {*WORD.findall(problem.remedy), *(ids if "/" in right else ())} - {right}
    if any(_is_slip(wrong[0], other) for other in others):
        return None  # it may be meant for either
    return Mending(problem, f"{wrong[0]} becomes {right}", _replace(_word(wrong[0]), lambda _: right))


def _is_slip(word: str, right: str) -> bool:
    """Whether the one is written for the other by mistake; what differs in a number is another thing."""
    if re.findall(r"\d+", word) != re.findall(r"\d+", right):
        return False
    return 0 < steps_between(word, right) <= (2 if len(right) >= TWO_SLIPS else 1)


def _mend_capitals(problem: Problem, line: str) -> Mending | None:
    found = FINGERPRINT.search(line)
    if not problem.field.endswith(".sha256") or found is None or found[0] == found[0].lower():
        return None
    return Mending(problem, "the fingerprint in small letters", _replace(FINGERPRINT, lambda m: m[0].lower()))


def _mend_hidden(problem: Problem, line: str) -> Mending | None:
    """A character that the check says shows nothing: it is taken out, which changes nothing that anybody reads."""
    told = HIDDEN.search(problem.what)
    if told is None or (character := chr(int(told[1], 16))) not in line:
        return None
    return Mending(problem, f"U+{told[1]} taken out", _replace(re.compile(re.escape(character)), lambda _: ""))


def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_/.-]){re.escape(word)}(?![A-Za-z0-9_/.-])")


def _replace(pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> Change:
    def change(line: str) -> str | None:
        return pattern.sub(by, line) if pattern.search(line) else None

    return change
