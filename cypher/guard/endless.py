"""Computing without end inside one expression, as far as it can be seen beforehand.

A server stops a statement between rows; what it computes for one row it computes to the end. So a list's length must be
known from the text, functions over lists do not lie in one another, and nothing is doubled again and again.
"""

from collections.abc import Iterator, Sequence
from math import prod

from cypher.guard.refusal import Rule
from cypher.guard.tokens import OPENING, Kind, Token

LONGEST_RANGE = 10_000
MOST_STEPS = 1_000_000
"""What the lengths of all ranges of a statement may come to when multiplied."""
DEEPEST = 2
"""So many functions over lists may lie in one another."""
MOST_DOUBLINGS = 4
LISTS = frozenset({"REDUCE", "ANY", "ALL", "NONE", "SINGLE"})
MEASURES = frozenset({"SIZE", "LENGTH"})
"""Functions of what is stored, whose value a range may take for a bound."""


def check_endless(tokens: Sequence[Token]) -> None:
    """Raises Refused for what could compute without end."""
    ends = _match_brackets(tokens)
    steps = [_count_steps(tokens, at, ends) for at in range(len(tokens)) if _is_call(tokens, at, {"RANGE"})]
    if prod(steps) > MOST_STEPS:
        first = next(tokens[at] for at in range(len(tokens)) if _is_call(tokens, at, {"RANGE"}))
        raise first.refuse(Rule.ENDLESS, f"its ranges come to more than {MOST_STEPS:,} steps together")
    _check_depth(tokens, ends)
    _check_doubling(tokens, ends)


def _match_brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each bracket that opens is closed; they are known to match."""
    ends: dict[int, int] = {}
    still_open: list[int] = []
    for at, token in enumerate(tokens):
        if token.upper in OPENING:
            still_open.append(at)
        elif token.upper in OPENING.values():
            ends[still_open.pop()] = at
    return ends


def _is_call(tokens: Sequence[Token], at: int, names: set[str] | frozenset[str]) -> bool:
    """Whether a function of one of these names is called here; in backticks it is the same function."""
    token = tokens[at]
    bare = token.text[1:-1].upper() if token.kind is Kind.QUOTED else token.upper
    return bare in names and at + 1 < len(tokens) and tokens[at + 1].upper == "("


def _count_steps(tokens: Sequence[Token], at: int, ends: dict[int, int]) -> int:
    """How many numbers a range holds, 1 where it goes by the size of what is stored."""
    bounds = list(_split(tokens, at + 2, ends[at + 1], ends))
    numbers = [_read_whole(bound) for bound in bounds]
    if any(number is None for number in numbers):
        if all(number is not None or _is_measured(bound) for number, bound in zip(numbers, bounds, strict=True)):
            return 1
        raise tokens[at].refuse(
            Rule.ENDLESS, "how long its range is cannot be seen", "give it whole numbers, or size() of what is stored"
        )
    whole = [number for number in numbers if number is not None]
    step = abs(whole[2]) if len(whole) > 2 and whole[2] else 1
    steps = abs(whole[1] - whole[0]) // step + 1 if len(whole) > 1 else 1
    if steps > LONGEST_RANGE:
        raise tokens[at].refuse(Rule.ENDLESS, f"its range has {steps:,} steps, and {LONGEST_RANGE:,} are the most")
    return max(1, steps)


def _split(tokens: Sequence[Token], start: int, end: int, ends: dict[int, int]) -> Iterator[Sequence[Token]]:
    """What stands between the commas of a call."""
    begin = at = start
    while at < end:
        if tokens[at].upper == ",":
            yield tokens[begin:at]
            begin = at + 1
        at = ends.get(at, at) + 1
    yield tokens[begin:end]


def _read_whole(bound: Sequence[Token]) -> int | None:
    sign = -1 if bound and bound[0].upper == "-" else 1
    digits = bound[1:] if bound and bound[0].upper in ("-", "+") else bound
    if len(digits) != 1 or digits[0].kind is not Kind.NUMBER:
        return None
    try:
        return sign * int(digits[0].text.replace("_", ""), 0 if digits[0].text[:2].lower() in ("0x", "0o") else 10)
    except ValueError:
        return None


def _is_measured(bound: Sequence[Token]) -> bool:
    """`size(list)`, `size(n.names) - 1` and the like: no product, nothing but names in the brackets."""
    if len(bound) < 4 or not _is_call(bound, 0, MEASURES):
        return False
    inside = list(bound[2:])
    end = next((at for at, token in enumerate(inside) if token.upper == ")"), len(inside))
    names = all(t.kind in (Kind.WORD, Kind.QUOTED) or t.upper == "." for t in inside[:end])
    rest = inside[end + 1 :]
    return names and (
        not rest or (len(rest) == 2 and rest[0].upper in ("+", "-") and _read_whole(rest[1:]) is not None)
    )


def _check_depth(tokens: Sequence[Token], ends: dict[int, int]) -> None:
    """Refuse functions over lists that lie in one another: each multiplies the work of the one around it."""
    around: list[int] = []
    for at, token in enumerate(tokens):
        around = [end for end in around if end > at]
        if _is_call(tokens, at, LISTS) or _comprehends(tokens, at):
            around.append(ends[at + 1] if token.upper != "[" else ends[at])
            if len(around) > DEEPEST:
                raise token.refuse(Rule.ENDLESS, f"more than {DEEPEST} functions over lists lie in one another")


def _comprehends(tokens: Sequence[Token], at: int) -> bool:
    """Whether `[name IN …` begins here."""
    return (
        tokens[at].upper == "["
        and at + 2 < len(tokens)
        and tokens[at + 1].kind in (Kind.WORD, Kind.QUOTED)
        and tokens[at + 2].upper == "IN"
    )


def _check_doubling(tokens: Sequence[Token], ends: dict[int, int]) -> None:
    """Refuse what grows by itself: an accumulator that is put to itself, and `a + a` again and again."""
    doublings = 0
    for at, token in enumerate(tokens):
        if _is_call(tokens, at, {"REDUCE"}):
            name = tokens[at + 2].text
            bar = next((i for i in range(at, ends[at + 1]) if tokens[i].upper == "|"), ends[at + 1])
            used = sum(tokens[i].text == name and tokens[i - 1].upper != "." for i in range(bar, ends[at + 1]))
            if used > 1:
                raise token.refuse(
                    Rule.ENDLESS, f"{name[:40]} is used more than once for each step of reduce()", "use it once"
                )
        elif token.upper in ("+", "||", "*") and 0 < at < len(tokens) - 1:
            doublings += tokens[at - 1].text == tokens[at + 1].text and tokens[at - 1].kind is not Kind.NUMBER
            if doublings > MOST_DOUBLINGS:
                raise token.refuse(Rule.ENDLESS, "something is put to itself again and again")
