"""Values of properties, read from the text in which a record has them."""

import re

from ledger.dates import BadDate, check_date

WHOLE = re.compile(r"-?[0-9]+")
LARGEST = 2**63 - 1
DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
MOST_DIGITS = 15
"""Digits of a decimal number that every graph gives back as they were written."""
PER_CENT = re.compile(r"(.*?)\s*(?:%|per[ _]?cent)", re.IGNORECASE)
COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+")
FORM = "write digits, with a point before the decimals, such as 12.5"
NOT_EXACT = "write the number alone where it is stated as one, such as 12.5; else leave it out, and tell it in `says`"
BOOLEANS = {"true": True, "false": False}
MEANT = {"yes": "true", "y": "true", "on": "true", "1": "true", "no": "false", "n": "false", "off": "false",
         "0": "false"}  # fmt: skip


class Misfit(ValueError):
    """A value that its property cannot hold."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def read_whole(text: str) -> int:
    """A whole number. Raises Misfit."""
    if not WHOLE.fullmatch(text):
        raise Misfit(f"'{text}' is not a whole number", "write digits only")
    if len(text) > len(str(LARGEST)) or abs(int(text)) > LARGEST:
        raise Misfit(f"'{text}' is more than a graph can hold", "write a smaller number")
    return int(text)


def read_decimal(text: str) -> float:
    """A number with or without decimals. Raises Misfit, which says how it is written where that is clear."""
    if not DECIMAL.fullmatch(text):
        raise Misfit(f"'{text}' is not a number", _number_instead(text))
    if sum(c.isdigit() for c in text) > MOST_DIGITS:
        raise Misfit(f"'{text}' has more digits than a graph holds", f"write at most {MOST_DIGITS} digits")
    return float(text)


def read_per_cent(text: str) -> float:
    """A number of hundredths, which may say so itself, as `60 %` does. Raises Misfit."""
    said = PER_CENT.fullmatch(text.strip())
    return read_decimal(said[1] if said and DECIMAL.fullmatch(said[1]) else text)


def read_boolean(text: str) -> bool:
    """True or false. Raises Misfit."""
    if text not in BOOLEANS:
        meant = MEANT.get(text.lower(), text.lower())
        raise Misfit(f"'{text}' is neither true nor false", f"write {meant if meant in BOOLEANS else 'true or false'}")
    return BOOLEANS[text]


def read_date(text: str) -> str:
    """A date as precise as it is written. Raises Misfit."""
    try:
        return check_date(text)
    except BadDate as error:
        raise Misfit(error.what, error.remedy) from None


def _number_instead(text: str) -> str:
    """What to write instead of a text that is no number, where it can be told; else how numbers are written."""
    text = text[:100]
    per_cent = PER_CENT.fullmatch(text.strip())
    bare = per_cent[1] if per_cent else text.strip()
    if DECIMAL.fullmatch(bare):
        return f"write {bare}"
    if THOUSANDS.fullmatch(bare):
        with_point = f" or {bare.replace(',', '.')}" if bare.count(",") == 1 else ""
        return f"write {bare.replace(',', '')}{with_point}: thousands stand together, decimals behind a point"
    if comma := COMMA.fullmatch(bare):
        return f"write {comma[1]}.{comma[2]}"
    return NOT_EXACT if re.search(r"[0-9]", bare) else FORM
