"""Numbers as people type them: with a point or a comma before the decimals, with either, a blank or an apostrophe
between thousands. Which is which is told by the number itself or by the mapping, and never supposed."""

import re
from decimal import Decimal

from loader.imports.values.unreadable import Unreadable

POINT, COMMA = ".", ","
DIGITS = r"[0-9][0-9.,'’  \u00a0\u202f]*[0-9]|[0-9]"
GROUPED = re.compile(r"[0-9]{1,3}(?:[ '’\u00a0\u202f][0-9]{3})+(?=[.,]|$)")
SAY = 'say `numbers: {decimal: "."}` or `{decimal: ","}` in the mapping'
LONGEST = 30


def read_number(text: str, decimal: str | None) -> Decimal:
    """The number; `decimal` is the sign before decimals, where that is known. Raises Unreadable."""
    digits = text.strip()
    if len(digits) > LONGEST:
        raise Unreadable(f"'{digits[:LONGEST]}…' is longer than any figure", "mend it")
    if GROUPED.match(digits):
        digits = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    if not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)*", digits):
        raise Unreadable(
            f"'{text}' is no number", "write digits, with one sign between thousands and one before decimals"
        )
    signs = {sign for sign in digits if sign in (POINT, COMMA)}
    if not signs:
        return Decimal(digits)
    mark = _decimal_mark(digits, signs, decimal, text)
    thousands = COMMA if mark == POINT else POINT
    whole, _, part = digits.partition(mark) if mark in digits else (digits, "", "")
    groups = whole.split(thousands)
    if mark in part or thousands in part or (len(groups) > 1 and not _are_groups(groups)):
        raise Unreadable(f"'{text}' is no number with decimals after a {_word(mark)}", SAY)
    return Decimal("".join(groups) + (f".{part}" if part else ""))


def _decimal_mark(digits: str, signs: set[str], decimal: str | None, text: str) -> str:
    """The sign before the decimals, as the number itself shows it, else as it is known."""
    if len(signs) == 2:
        shown = max(signs, key=digits.rfind)
        if decimal and shown != decimal:
            raise Unreadable(f"'{text}' has its decimals after a {_word(shown)}, against the mapping", SAY)
        return shown
    sign = next(iter(signs))
    other = COMMA if sign == POINT else POINT
    groups = digits.split(sign)
    if not _are_groups(groups) or (groups[0] == "0" and len(groups) == 2):
        if decimal == other:
            raise Unreadable(f"'{text}' has its decimals after a {_word(sign)}, against the mapping", SAY)
        return sign
    if len(groups) > 2:
        return other
    if decimal is None:
        raise Unreadable(f"'{text}' may be {''.join(groups)} or {groups[0]}.{groups[1]}", SAY)
    return decimal


def shows_decimal_mark(text: str) -> str | None:
    """The sign before decimals where a number leaves no doubt about it."""
    for match in re.finditer(DIGITS, text):
        for mark, other in ((POINT, COMMA), (COMMA, POINT)):
            try:
                read_number(match[0], mark)
            except Unreadable:
                return other if other in match[0] or mark in match[0] else None
    return None


def _are_groups(groups: list[str]) -> bool:
    return len(groups) > 1 and 1 <= len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])


def _word(sign: str) -> str:
    return "point" if sign == POINT else "comma"
