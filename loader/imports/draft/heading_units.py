"""The unit and the scale that a heading names: `Betrag (Tsd. EUR)`, `Amount USDm`."""

import re

from loader.imports.values.amount_words import CURRENCY_SIGNS, ENGLISH, SCALES

CODES = "USD|EUR|GBP|CNY|JPY|CHF|AUD|CAD|NOK|SEK|INR|KRW|ZAR|BRL"
WORDS_OF_SCALES = {**SCALES, **ENGLISH, "000": 10**3, "000s": 10**3}
NAMES = {10**3: "thousand", 10**6: "million", 10**9: "billion"}
GLUED = re.compile(rf"(?<![A-Za-z])(?P<before>T|k|m|M)?(?P<code>{CODES}|[€£])(?P<behind>[A-Za-z]{{1,3}})?(?![A-Za-z])")


def find_unit(heading: str) -> str | None:
    """The currency that a heading names."""
    if match := GLUED.search(heading):
        return CURRENCY_SIGNS.get(match["code"], match["code"])
    signs = [sign for sign in CURRENCY_SIGNS if sign in heading]
    return CURRENCY_SIGNS[max(signs, key=len)] if signs else None


def find_scale(heading: str) -> str | None:
    """The scale of a heading, as mappings name it; none where it names two."""
    found = {WORDS_OF_SCALES[word] for word in re.findall(r"[^\W_]+", heading.casefold()) if word in WORDS_OF_SCALES}
    for match in GLUED.finditer(heading):
        before, behind = match["before"], (match["behind"] or "").casefold()
        found |= {10**3} if before == "T" else {SCALES[before.casefold()]} if before else set()
        found |= {WORDS_OF_SCALES[behind]} if behind in WORDS_OF_SCALES else set()
    return NAMES.get(next(iter(found))) if len(found) == 1 else None
