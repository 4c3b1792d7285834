"""Dates as people type them, brought to the ISO text of records, exactly as precise as they are."""

import re
from dataclasses import dataclass

from ledger.dates import BadDate, check_date
from loader.imports.values.unreadable import ReadValue, Unreadable

DAY_FIRST, MONTH_FIRST = "day_first", "month_first"
_MONTHS = (
    "january jan janvier janv januar enero ene janeiro", "february feb février févr fév februar febrero fevereiro",
    "march mar mars märz mär marzo março", "april apr avril avr abril abr", "may mai mayo maio",
    "june jun juin juni junio junho", "july jul juillet juil juli julio julho",
    "august aug août agosto ago", "september sep sept septembre septiembre setembro",
    "october oct octobre oktober okt octubre outubro", "november nov novembre noviembre novembro",
    "december dec décembre déc dezember dez diciembre dic dezembro",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
YEAR = r"(?P<y>[0-9]{4}|'?[0-9]{2})"
WORD = r"(?P<word>[^\W\d_]+)\.?"
ISO = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9:]{4,6})?)?")
YEAR_FIRST = re.compile(r"(?P<y>[0-9]{4})[./](?P<m>[0-9]{1,2})(?:[./](?P<d>[0-9]{1,2}))?")
THREE = re.compile(rf"(?P<a>[0-9]{{1,2}})(?P<sign>[./ -])(?P<b>[0-9]{{1,2}})(?P=sign){YEAR}")
MONTH_YEAR = re.compile(r"(?P<m>[0-9]{1,2})[./-](?P<y>[0-9]{4})")
DAY_WORD = re.compile(rf"(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?[ -]?(?:de |of )?{WORD}[ ,-]*(?:de )?{YEAR}")
WORD_DAY = re.compile(rf"{WORD}[ ](?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?[ ]{YEAR}")
WORD_YEAR = re.compile(rf"{WORD}[ ,-]*{YEAR}")
QUARTER = re.compile(
    rf"(?:[QT]([1-4])[ /-]*{YEAR}|([0-9]{{4}})[ /-]*[QT]([1-4])|([1-4])Q[ /-]*([0-9]{{2,4}}))", re.IGNORECASE
)
HALF = re.compile(
    rf"(?:[HS]([12])[ /-]*{YEAR}|([0-9]{{4}})[ /-]*[HS]([12])|([12])H[ /-]*([0-9]{{2,4}}))", re.IGNORECASE
)
FISCAL = re.compile(r"(?:FY|fiscal year|fiscal)[ ']*([0-9]{4}|[0-9]{2})(?:[/-]([0-9]{4}|[0-9]{2}))?", re.IGNORECASE)
SERIAL = re.compile(r"[3-6][0-9]{4}(?:\.[0-9]+)?")
VAGUE = re.compile(
    r"\b(mid|early|late|mi|début|fin|end|Anfang|Mitte|Ende|spring|summer|autumn|winter)\b", re.IGNORECASE
)

LAST_CENTURY = 69
"""Years of two digits from here on are of the last century, as POSIX has it."""


@dataclass(frozen=True)
class DateRules:
    """What the mapping says of dates: whether days or months come first, and the last month of a fiscal year."""

    order: str | None = None
    fiscal_year_ends: int | None = None


def read_date(text: str, rules: DateRules) -> ReadValue:
    """The date as records write it. Raises Unreadable where it is none, or may be two."""
    plain = " ".join(text.split())
    told: list[str] = []
    found = _read(plain, rules, told)
    try:
        return ReadValue(check_date(found), "", tuple(told))
    except BadDate:
        raise Unreadable(f"'{text}' is no day that there is", "mend it in the sheet") from None


def _read(text: str, rules: DateRules, told: list[str]) -> str:
    if match := ISO.fullmatch(text):
        return match[1]
    if match := YEAR_FIRST.fullmatch(text):
        return _join(match["y"], match["m"], match["d"])
    if match := THREE.fullmatch(text):
        day, month = _order(match["a"], match["b"], text, rules, told)
        return _join(_year(match["y"], told), month, day)
    if match := MONTH_YEAR.fullmatch(text):
        return _join(match["y"], match["m"])
    for pattern, months in ((QUARTER, 3), (HALF, 6)):
        if match := pattern.fullmatch(text):
            number = next(g for g in (match[1], match[4], match[5]) if g)
            year = _year(next(g for g in (match["y"], match[3], match[6]) if g), told)
            return f"P{months}M/{_join(year, str(int(number) * months))}"
    if match := FISCAL.fullmatch(text):
        return _fiscal(match, text, rules, told)
    if match := DAY_WORD.fullmatch(text) or WORD_DAY.fullmatch(text):
        return _join(_year(match["y"], told), _month(match["word"], text), match["d"])
    if match := WORD_YEAR.fullmatch(text):
        if VAGUE.fullmatch(match["word"]):
            raise Unreadable(f"'{text}' tells no date that can be written", "write the year, or a window by its end")
        return _join(_year(match["y"], told), _month(match["word"], text))
    if SERIAL.fullmatch(text):
        raise Unreadable(
            f"'{text}' looks like a spreadsheet's number of a day", "give the column a date's format, and save again"
        )
    raise Unreadable(f"'{text}' is no date that is known", "write it as 2026-02-04, 2025-12, 2025 or Q3 2025")


def _fiscal(match: re.Match[str], text: str, rules: DateRules, told: list[str]) -> str:
    if rules.fiscal_year_ends is None:
        raise Unreadable(
            f"'{text}' is a fiscal year, and nobody says when it ends",
            "say its last month in the mapping: `dates: {fiscal_year_ends: 6}`",
        )
    last = match[2] or match[1]
    year = last if len(last) == 4 else _year(last, told)
    return f"P1Y/{_join(year, str(rules.fiscal_year_ends))}"


def _order(first: str, second: str, text: str, rules: DateRules, told: list[str]) -> tuple[str, str]:
    """Day and month of two numbers; by their size, else by the mapping."""
    if int(first) > 12 or int(second) > 12:
        shown = DAY_FIRST if int(first) > 12 else MONTH_FIRST
        if rules.order not in (None, shown):
            told.append(f"'{text}' has the {shown.partition('_')[0]} first, against the mapping")
        return (first, second) if shown == DAY_FIRST else (second, first)
    if first == second:
        return first, second
    if rules.order is None:
        raise Unreadable(
            f"'{text}' may be two days",
            "say in the mapping which comes first: `dates: {order: day_first}` or month_first",
        )
    return (first, second) if rules.order == DAY_FIRST else (second, first)


def shows_order(text: str) -> str | None:
    """Whether a date of three numbers can only be read with the day, or the month, first."""
    match = THREE.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    if int(match["a"]) > 12:
        return DAY_FIRST
    return MONTH_FIRST if int(match["b"]) > 12 else None


def is_ambiguous(text: str) -> bool:
    """Whether a date may be two days."""
    match = THREE.fullmatch(" ".join(text.split()))
    return match is not None and match["a"] != match["b"] and int(match["a"]) <= 12 and int(match["b"]) <= 12


def _month(word: str, text: str) -> str:
    number = MONTHS.get(word.casefold())
    if number is None:
        raise Unreadable(f"'{text}' names no month that is known", "write it as 2026-02-04, 2025-12 or 2025")
    return str(number)


def _year(text: str, told: list[str]) -> str:
    digits = text.removeprefix("'")
    if len(digits) == 2:
        century = "19" if int(digits) >= LAST_CENTURY else "20"
        told.append(f"the year '{digits}' is read as {century}{digits}")
        return f"{century}{digits}"
    return digits


def _join(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join((year, *(f"{int(part):02}" for part in (month, day) if part)))
