"""How many numbers a range of a typed statement holds, as far as that can be seen from its text."""

from collections.abc import Mapping, Sequence

from cypher.guard.refusal import Rule
from cypher.guard.spans import is_call, split_call
from cypher.guard.tokens import Kind, Token

LONGEST = 10_000
SHORT = 100
"""So long a list may be made by the statement itself, and its size still be taken for that of what is stored."""
MEASURES = frozenset({"SIZE", "LENGTH"})
STORED = frozenset({"KEYS", "NODES", "RELATIONSHIPS", "LABELS"})
"""Functions whose lists are as long as what is stored."""


def count_steps(tokens: Sequence[Token], at: int, ends: Mapping[int, int]) -> int:
    """The numbers in the range at `at`, 1 where it goes by the size of what is stored. Raises Refused."""
    bounds = split_call(tokens, at, ends)
    numbers = [_read_whole(bound) for bound in bounds]
    whole = [number for number in numbers if number is not None]
    if len(whole) < len(numbers):
        if all(number is not None or _is_measured(bound) for number, bound in zip(numbers, bounds, strict=True)):
            return LONGEST if _makes_lists(tokens, ends) else 1
        remedy = "give it whole numbers and narrow it with WHERE, or size() of what is stored"
        raise tokens[at].refuse(Rule.ENDLESS, "how long its range is cannot be seen", remedy)
    steps = _count(whole)
    if steps > LONGEST:
        raise tokens[at].refuse(
            Rule.ENDLESS, f"its range has {steps:,} steps, and {LONGEST:,} are the most", "make it shorter"
        )
    return max(1, steps)


def _count(whole: Sequence[int]) -> int:
    if len(whole) < 2:
        return 1
    step = abs(whole[2]) if len(whole) > 2 and whole[2] else 1
    return abs(whole[1] - whole[0]) // step + 1


def _makes_lists(tokens: Sequence[Token], ends: Mapping[int, int]) -> bool:
    """Whether the statement makes long lists itself, so that a size may be of one of these."""
    for at in range(len(tokens)):
        if is_call(tokens, at, {"REDUCE", "ALLREDUCE"}):
            return True
        if is_call(tokens, at, {"RANGE"}):
            numbers = [_read_whole(bound) for bound in split_call(tokens, at, ends)]
            whole = [number for number in numbers if number is not None]
            if len(whole) == len(numbers) and _count(whole) > SHORT:
                return True
    return False


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
    """`size(list)`, `size(keys(n)) - 1` and the like: no product, nothing but names in the brackets."""
    if len(bound) < 4 or not is_call(bound, 0, MEASURES):
        return False
    inside, closed = list(bound[2:]), 1
    if is_call(inside, 0, STORED):
        inside, closed = inside[2:], 2
    end = next((at for at, token in enumerate(inside) if token.upper == ")"), len(inside))
    names = all(t.kind in (Kind.WORD, Kind.QUOTED) or t.upper == "." for t in inside[:end])
    rest = inside[end + closed :]
    shifted = len(rest) == 2 and rest[0].upper in ("+", "-") and _read_whole(rest[1:]) is not None
    return names and (not rest or shifted)
