"""What figures count: currencies by ISO 4217, and a short list of other units that a data set may extend.

Only figures of one unit are ever added. A unit with `per` in its name is a rate or a share, and such figures are not
added at all: two tenths of two things are no fifth of anything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

CURRENCY = re.compile(r"[A-Z]{3}")
UNIT = re.compile(r"[a-z][a-z_]*")

_CODES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
    HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT
    TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL
    """
CURRENCIES = frozenset(_CODES.split())
"""The codes of ISO 4217 for money in use, with those that were withdrawn since 2020 (figures of then are kept)."""


@dataclass(frozen=True)
class Unit:
    """What a figure without a currency counts."""

    name: str
    meaning: str

    @property
    def is_added(self) -> bool:
        """Whether figures of it may be added to one another."""
        return is_added_unit(self.name)


UNITS = (
    Unit("tons", "metric tons of what the deal is about"),
    Unit("tons_lce", "metric tons of lithium, as lithium carbonate"),
    Unit("kilograms", "kilograms"),
    Unit("ounces", "troy ounces"),
    Unit("barrels", "barrels"),
    Unit("cubic_metres", "cubic metres"),
    Unit("hectares", "hectares"),
    Unit("megawatts", "megawatts of capacity"),
    Unit("megawatt_hours", "megawatt hours"),
    Unit("agreements", "papers between parties"),
    Unit("countries", "countries"),
    Unit("companies", "companies"),
    Unit("projects", "projects, mines, plants or sites"),
    Unit("licences", "licences or permits"),
    Unit("jobs", "jobs"),
    Unit("people", "people"),
    Unit("shares", "shares of a company"),
    Unit("per_cent", "hundredths of a whole"),
    Unit("per_mille", "thousandths of a whole"),
    Unit("per_cent_per_year", "a rate of interest or growth"),
    Unit("tons_per_year", "metric tons that a mine or plant makes in a year"),
    Unit("ounces_per_year", "troy ounces in a year"),
    Unit("barrels_per_day", "barrels in a day"),
    Unit("usd_per_ton", "a price in US dollars"),
    Unit("usd_per_year", "US dollars a year"),
)
MEANT = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "us_dollars": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
    "rupee": "INR", "rupees": "INR", "won": "KRW", "riyal": "SAR", "riyals": "SAR", "dirham": "AED", "dirhams": "AED",
    "rand": "ZAR", "tenge": "KZT", "roubles": "RUB", "rubles": "RUB", "hryvnia": "UAH", "RMB": "CNY", "UKP": "GBP",
    "ton": "tons", "tonne": "tons", "tonnes": "tons", "t": "tons", "mt": "tons", "kg": "kilograms", "oz": "ounces",
    "percent": "per_cent", "percentage": "per_cent", "pct": "per_cent", "mw": "megawatts", "mwh": "megawatt_hours",
    "LCE": "tons_lce", "lce": "tons_lce", "MWH": "megawatt_hours", "TPA": "tons_per_year", "tpa": "tons_per_year",
    "BPD": "barrels_per_day", "bpd": "barrels_per_day",
}  # fmt: skip
"""What people write, and the unit that they most likely mean."""


def is_added_unit(unit: str) -> bool:
    """Whether figures of a unit may be added to one another."""
    return "per" not in unit.split("_")


def is_unit(text: str) -> bool:
    """Whether a text has the form of a currency's code or of a unit's name, known or not."""
    return bool(CURRENCY.fullmatch(text) or UNIT.fullmatch(text))


def is_known_unit(unit: str, declared: Iterable[Unit] = ()) -> bool:
    """Whether a unit is a currency, or one that the program or the data set declares."""
    return unit in CURRENCIES or any(unit == known.name for known in (*UNITS, *declared))


def suggest_unit(unit: str, declared: Iterable[Unit] = ()) -> str | None:
    """The known unit that somebody most likely means by one that is not."""
    names = (*(u.name for u in (*UNITS, *declared)), *CURRENCIES)
    if unit in MEANT:
        return MEANT[unit]
    if CURRENCY.fullmatch(unit):
        swapped = [c for c in sorted(CURRENCIES) if sorted(c) == sorted(unit)]
        return next(iter(swapped), None)
    return next(iter(get_close_matches(unit[:80], names, n=1, cutoff=0.75)), None)
