"""What stands in a cell with a figure, each word and sign taken for what it is: numbers, scales, units, the ends of a
range."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.amounts import Qualifier
from ledger.units import CURRENCIES, UNITS
from loader.imports.values import amount_words as words
from loader.imports.values.numbers import DIGITS, read_number
from loader.imports.values.unreadable import Unreadable

SIGN = "|".join(re.escape(s) for s in sorted({*words.CURRENCY_SIGNS, "$", "¥", "%"}, key=len, reverse=True))
TOKEN = re.compile(
    rf"(?P<sign>(?i:{SIGN}))|(?P<number>{DIGITS})|(?P<word>t/[ay]|(?:d['’])?[^\W\d]+\.?)|(?P<mark>[<>]=?|[≤≥~≈+–—/-])|(?P<other>\S)"
)
PHRASES = {phrase: qualifier for qualifier, phrases in words.QUALIFIERS.items() for phrase in phrases}


def _followed(phrase: str) -> str:
    """A phrase and what must stand behind it: `CA$` is no `ca` before dollars."""
    if not (phrase[-1].isalpha() or phrase[-1] == "."):
        return re.escape(phrase)
    return re.escape(phrase) + rf"(?=[\s0-9€£¥{'' if phrase == 'ca' else '$'}]|US\$)"


QUALIFIED = re.compile(
    f"(?P<phrase>{'|'.join(_followed(p) for p in sorted(PHRASES, key=len, reverse=True))})", re.IGNORECASE
)
DASHES = ("-", "–", "—")
BELOW_ZERO = "a repayment is no figure of a deal: where there is none, say so in the mapping's `values`, as `nothing`"
SEVERAL = "write each figure in a row, or a column, of its own: one figure is one deal"
NAMES_OF_UNITS = frozenset(u.name for u in UNITS)


@dataclass(frozen=True)
class AmountRules:
    """What the mapping says of figures.

    `unit`: of a cell that has none; `unless_stated`: whether a cell may have another; `scale`: by which a cell without
    a word such as million is multiplied; `decimal`: the sign before decimals; `currencies`: what a sign or word of
    several currencies stands for; `unit_of_the_row`: a column of the sheet says the unit, so that `scale` may not be
    meant for each.
    """

    unit: str | None = None
    scale: int = 1
    decimal: str | None = None
    currencies: Mapping[str, str] = field(default_factory=dict)
    unless_stated: bool = False
    unit_of_the_row: bool = False


@dataclass
class Seen:
    """What was found around the numbers of one cell."""

    numbers: list[Decimal] = field(default_factory=list)
    scales: dict[int, int] = field(default_factory=dict)
    """By number from 0, the scale that follows it."""
    units: list[str] = field(default_factory=list)
    qualifier: Qualifier | None = None
    join: str = ""
    between: bool = False
    plus: bool = False
    told: list[str] = field(default_factory=list)


def find_parts(body: str, rules: AmountRules) -> Seen:
    """Take each word and sign for what it is. Raises Unreadable for one that is none."""
    seen = Seen()
    rest = body
    if found := QUALIFIED.match(rest):
        seen.qualifier, rest = PHRASES[found["phrase"].lower()], rest[found.end() :].strip()
    for match in TOKEN.finditer(rest):
        kind, token = match.lastgroup, match[0]
        if kind == "number":
            seen.numbers.append(read_number(token.strip(), rules.decimal))
            if len(seen.numbers) > 2:
                raise Unreadable(f"'{body}' holds several figures", SEVERAL)
        elif kind == "sign":
            seen.units.append(_currency(token, rules))
        elif kind == "word":
            _take_word(token, seen, rules, body)
        elif kind == "mark":
            _take_mark(token, seen, body)
        else:
            raise Unreadable(f"'{body}' holds '{token}', which belongs to no figure", "take it out")
    if not seen.numbers:
        raise Unreadable(f"'{body}' is no figure", "write one, or list it under `blank`")
    _ask_for_ends(seen, body)
    if seen.plus and len(seen.numbers) > 1:
        raise Unreadable(f"'{body}' holds two figures or a sum to work out", SEVERAL)
    if seen.plus:
        seen.qualifier = seen.qualifier or Qualifier.AT_LEAST
    return seen


def _ask_for_ends(seen: Seen, body: str) -> None:
    """Raise Unreadable for a range without its other end, or with a scale at its first end alone."""
    if len(seen.numbers) == 1 and seen.join and seen.join in DASHES:
        raise Unreadable(f"'{body}' may be below zero, as books write it", BELOW_ZERO)
    if len(seen.numbers) == 1 and (seen.join or seen.between):
        raise Unreadable(f"'{body}' is a range with one end", "write both, or `at least`, or `up to`")
    is_range = len(seen.numbers) == 2 and seen.join != "/" and (seen.join or seen.between)
    if is_range and 0 in seen.scales and 1 not in seen.scales:
        what = f"'{body}' has a scale at its first end alone"
        raise Unreadable(what, "write it at both ends, or at the second alone")


def _take_mark(mark: str, seen: Seen, body: str) -> None:
    if mark == "+" and len(seen.numbers) == 1:
        seen.plus = True
    elif mark in DASHES and not seen.numbers:
        raise Unreadable(f"'{body}' is below zero", BELOW_ZERO)
    elif mark in (*DASHES, "/") and len(seen.numbers) == 1 and not seen.join:
        seen.join = mark
    elif not seen.numbers:
        remedy = "write `up to` where that is meant, or say in the mapping's `values` what it is"
        raise Unreadable(f"'{body}' begins with '{mark}', which no figure of records says", remedy)
    else:
        raise Unreadable(f"'{body}' holds two figures or a sum to work out", SEVERAL)


def _take_word(token: str, seen: Seen, rules: AmountRules, body: str) -> None:
    plain = token.lower().rstrip(".").removeprefix("d'").removeprefix("d’")
    last = len(seen.numbers) - 1
    if (token.upper() == token and token in CURRENCIES) or (token.upper() in CURRENCIES and len(token) == 3):
        seen.units.append(token.upper())
    elif last >= 0 and plain in words.SCALES | words.ENGLISH and last not in seen.scales:
        if plain in words.TWO_SIZES and rules.decimal == ",":
            seen.told.append(f"'{token}' is read as {words.ENGLISH[plain]:,}, as in English")
        seen.scales[last] = (words.SCALES | words.ENGLISH)[plain]
    elif plain in words.OF_SEVERAL or token in rules.currencies:
        seen.units.append(_currency(plain if plain in words.OF_SEVERAL else token, rules))
    elif plain in words.CURRENCY_WORDS:
        seen.units.append(words.CURRENCY_WORDS[plain])
    elif token in words.UNCLEAR_UNITS:
        seen.units.append(token)
    elif plain in words.UNIT_WORDS or plain in NAMES_OF_UNITS:
        seen.units.append(words.UNIT_WORDS.get(plain, plain))
    elif plain in words.BETWEEN and not seen.numbers:
        seen.between = True
    elif plain in words.JOINS and len(seen.numbers) == 1 and not seen.join:
        seen.join = plain
    elif plain in ("us", "de", "of") and seen.numbers:
        return
    elif found := _glued(token):
        scale, currency = found
        seen.scales.setdefault(max(last, 0), words.SCALES[scale.lower()])
        seen.units.append(currency.upper())
    else:
        raise Unreadable(f"'{body}' holds '{token}', which is no unit that is known",
                         "write the unit, put a note in brackets, or list the whole cell under `blank`")  # fmt: skip


def _glued(token: str) -> tuple[str, str] | None:
    """A scale and a currency written as one word: `mUSD`, `MEUR`, `USDm`."""
    for cut in (1, 2, 3):
        head, tail = token[:cut], token[cut:]
        if head.lower() in words.SCALES and tail.upper() in CURRENCIES:
            return head, tail
    if token[:3].upper() in CURRENCIES and token[3:].lower() in words.SCALES:
        return token[3:], token[:3]
    return None


def _currency(sign: str, rules: AmountRules) -> str:
    known = rules.currencies.get(sign) or words.CURRENCY_SIGNS.get(sign.upper()) or words.UNIT_WORDS.get(sign)
    if known is None and sign.startswith("dollar"):
        known = rules.currencies.get("$")
    if known is None:
        remedy = f'say whose in the mapping: `numbers: {{currencies: {{"{sign}": USD}}}}`'
        raise Unreadable(f"'{sign}' stands for {words.OF_SEVERAL.get(sign, 'no currency that is known')}", remedy)
    return known
