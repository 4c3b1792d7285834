"""What a loan bears a year: a fixed rate, a range of rates, or a benchmark with a margin.

`7.25 per_cent_per_year`, `7 to 8.5 per_cent_per_year`, `SOFR + 3.5 per_cent_per_year`. Rates are never added.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

UNIT = "per_cent_per_year"
RATE = r"[0-9]{1,3}(?:\.[0-9]{1,6})?"
INTEREST = re.compile(
    r"(?:(?P<benchmark>reference rate|[A-Z][A-Z0-9]{1,11}(?: [A-Z0-9]{1,11}){0,2}) (?P<sign>[+-]) |"
    r"(?P<qualifier>about|up to|more than|at least) )?"
    rf"(?P<low>{RATE})(?: to (?P<high>{RATE}))? {UNIT}"
)
FORMS = (
    f"write 7.25 {UNIT}, 7 to 8.5 {UNIT}, or a benchmark with its margin, SOFR + 3.5 {UNIT} "
    "(`reference rate` where the source does not name it); "
    "what else is told of it is for `says`"
)
BASIS_POINTS = re.compile(r"([0-9]{1,5})\s*(?:bps?|basis[ _]points?)\b", re.IGNORECASE)
PER_CENT = re.compile(
    r"\s*(?:%|per[ _]?cent(?:age points?)?|percentage points?|pct)"
    r"(?:\s*(?:a year|per[ _]year|yearly|p\.?\s?a\.?|per annum))?(?!\w)",
    re.IGNORECASE,
)
COMMA = re.compile(r"(?<![0-9,])([0-9]{1,3}),([0-9]{1,2}|[0-9]{4,6})(?![0-9,])")
MONTHLY = re.compile(r"(?:(?P<word>one|three|six|twelve)|(?P<digits>1|3|6|12))[ -]months? (?P<benchmark>[A-Z]+)\b")
MONTHS = {"one": 1, "three": 3, "six": 6, "twelve": 12}


class BadInterest(ValueError):
    """A text that is no rate of interest; `what` is said of it, `remedy` is what to write."""

    def __init__(self, text: str, remedy: str = "") -> None:
        self.what, self.remedy = f"'{text}' is no rate of interest", remedy or _find_remedy(text)
        super().__init__(self.what)


@dataclass(frozen=True)
class Interest:
    """A rate in per cent a year, up to `high` where it is a range; above (`+`) or below (`-`) a benchmark if any."""

    low: Decimal
    high: Decimal | None = None
    benchmark: str = ""
    sign: str = ""
    qualifier: str = ""

    @classmethod
    def parse(cls, text: str) -> "Interest":
        """Read a rate as it is written in records. Raises BadInterest."""
        found = INTEREST.fullmatch(" ".join(text.split()))
        if found is None:
            raise BadInterest(text)
        low, high = Decimal(found["low"]), Decimal(found["high"]) if found["high"] else None
        if high is not None and high <= low:
            raise BadInterest(text, "write the lower end first, or one rate alone")
        if high is not None and found["qualifier"]:
            raise BadInterest(text, f"leave out `{found['qualifier']}`")
        return cls(low, high, found["benchmark"] or "", found["sign"] or "", found["qualifier"] or "")

    def __str__(self) -> str:
        before = f"{self.benchmark} {self.sign}" if self.benchmark else self.qualifier
        to = f" to {_write(self.high)}" if self.high is not None else ""
        return f"{before} {_write(self.low)}{to} {UNIT}".strip()


def _write(rate: Decimal) -> str:
    """A rate without zeros that say nothing."""
    text = f"{rate:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _find_remedy(text: str) -> str:
    """What to write instead, where that can be told."""
    meant = _guess(text[:100])
    found = INTEREST.fullmatch(meant)
    if found is None or (BASIS_POINTS.search(text[:100]) and not found["benchmark"]):
        return FORMS
    try:
        return f"write {Interest.parse(meant)}"
    except BadInterest:
        return FORMS


def _guess(text: str) -> str:
    """A text such as `7,25 %` or `six-month EURIBOR plus 425 bp` as a rate is written, whether or not it is one."""
    plain = COMMA.sub(r"\1.\2", text.replace("−", "-").replace("–", "-").strip())
    plain = BASIS_POINTS.sub(lambda m: f"{_write(Decimal(m[1]) / 100)} %", plain)
    plain = MONTHLY.sub(lambda m: f"{m['benchmark']} {MONTHS.get(m['word'] or '') or m['digits']}M", plain)
    plain = PER_CENT.sub("", plain)
    plain = re.sub(r"\b(?:plus|over)\b|\+", " + ", plain)
    plain = re.sub(r"\b(?:minus|less)\b", " - ", plain)
    plain = re.sub(rf"(?<=[0-9])\s*-\s*(?={RATE})", " to ", plain)
    plain = re.sub(r"([A-Z][A-Z0-9]+)\s*-\s*(?=[0-9])", r"\1 - ", plain)
    plain = re.sub(rf"^(.*[0-9])\s*{UNIT}$", r"\1", " ".join(plain.split()))
    return f"{plain} {UNIT}"
