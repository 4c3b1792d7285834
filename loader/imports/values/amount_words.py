"""The words that stand around a figure in sheets of several languages, and what each is."""

from ledger.amounts import Qualifier
from ledger.units import CURRENCIES

SCALES = {
    "k": 10**3, "tsd": 10**3, "thousand": 10**3, "mille": 10**3, "m": 10**6, "mm": 10**6, "mn": 10**6, "mio": 10**6,
    "mln": 10**6, "mill": 10**6, "million": 10**6, "millions": 10**6, "millionen": 10**6, "millones": 10**6,
    "milhões": 10**6, "milioni": 10**6, "bn": 10**9, "mrd": 10**9, "md": 10**9, "mds": 10**9, "milliard": 10**9,
    "milliards": 10**9, "milliarden": 10**9, "lakh": 10**5, "crore": 10**7, "crores": 10**7,
    "thousands": 10**3, "kilo": 10**3,
}  # fmt: skip
TWO_SIZES = {
    "billion": "a thousand million in English, a million million elsewhere",
    "billions": "a thousand million in English, a million million elsewhere",
    "b": "billion or something else", "trillion": "a million million in English, more elsewhere",
}  # fmt: skip
"""Read in English sheets; the mapping says whether that is so."""
ENGLISH = {"billion": 10**9, "billions": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12}
CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "R$": "BRL", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₦": "NGN",
    "CN¥": "CNY",
}  # fmt: skip
OF_SEVERAL = {"$": "dollars of several countries", "¥": "yen or yuan", "dollar": "dollars of several countries",
              "dollars": "dollars of several countries", "kr": "crowns of several countries",
              "fr": "francs of several countries", "francs": "francs of several countries",
              "peso": "pesos of several countries", "pesos": "pesos of several countries"}  # fmt: skip
"""Signs and words of which the mapping must say, under `currencies`, whose they are."""
CURRENCY_WORDS = {
    "euro": "EUR", "euros": "EUR", "sterling": "GBP", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY",
    "tenge": "KZT", "zloty": "PLN", "hryvnia": "UAH", "rand": "ZAR", "kwacha": "ZMW", "chf": "CHF",
}  # fmt: skip
UNIT_WORDS = {
    "t": "tons", "ton": "tons", "tons": "tons", "tonne": "tons", "tonnes": "tons", "mt": "tons", "kt": "kt",
    "tpa": "tons_per_year", "t/a": "tons_per_year", "t/y": "tons_per_year", "tpy": "tons_per_year", "mtpa": "Mtpa",
    "ktpa": "ktpa", "kg": "kilograms", "oz": "ounces", "bbl": "barrels", "bpd": "barrels_per_day", "mw": "megawatts",
    "mwh": "megawatt_hours", "ha": "hectares", "%": "per_cent", "percent": "per_cent", "shares": "shares",
    "jobs": "jobs", "lce": "tons_lce",
}  # fmt: skip
THOUSANDS_OF = {"kt": "tons", "ktpa": "tons_per_year"}
UNCLEAR_UNITS = {"Mtpa": "metric tons a year or millions of them", "Mt": "metric tons or millions of them"}
QUALIFIERS = {
    Qualifier.ABOUT: ("about", "approx", "approx.", "approximately", "around", "roughly", "circa", "ca", "ca.", "c.",
    "~",
                      "≈", "env", "env.", "environ", "rund", "etwa", "unos", "cerca de", "some"),
    Qualifier.UP_TO: ("up to", "max", "max.", "maximum", "at most", "no more than", "≤", "<=", "jusqu'à", "jusqu’à",
                      "bis zu", "hasta", "até"),
    Qualifier.MORE_THAN: ("more than", "over", "above", ">", "plus de", "mehr als", "über", "más de", "mais de"),
    Qualifier.AT_LEAST: ("at least", "min", "min.", "minimum", "≥", ">=", "not less than", "au moins", "mindestens",
                         "al menos"),
}  # fmt: skip
JOINS = ("to", "and", "à", "et", "bis", "a", "y", "-", "–", "—", "/")
"""Between the two ends of a range; `/` is none, and is listed to be refused."""
BETWEEN = ("between", "entre", "zwischen", "from", "de", "von")


def is_known(unit: str) -> bool:
    """Whether a word is one by which sheets call a unit or a currency."""
    return unit in UNIT_WORDS or unit in CURRENCY_WORDS or unit in OF_SEVERAL or unit.upper() in CURRENCIES
