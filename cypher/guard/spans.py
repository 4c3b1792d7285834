"""Where in a typed statement brackets open and close, and what stands between the commas of a call."""

from collections.abc import Collection, Mapping, Sequence

from cypher.guard.tokens import OPENING, Token, unquote


def match_brackets(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each bracket that opens is closed; they are known to match."""
    ends: dict[int, int] = {}
    still_open: list[int] = []
    for at, token in enumerate(tokens):
        if token.upper in OPENING:
            still_open.append(at)
        elif token.upper in OPENING.values():
            ends[still_open.pop()] = at
    return ends


def is_call(tokens: Sequence[Token], at: int, names: Collection[str]) -> bool:
    """Whether a function of one of these names, in capitals, is called here; in backticks it is the same function."""
    return unquote(tokens[at]).upper() in names and at + 1 < len(tokens) and tokens[at + 1].upper == "("


def split_call(tokens: Sequence[Token], at: int, ends: Mapping[int, int]) -> list[Sequence[Token]]:
    """What stands between the commas of the call that begins at `at`."""
    parts: list[Sequence[Token]] = []
    begin = place = at + 2
    end = ends[at + 1]
    while place < end:
        if tokens[place].upper == ",":
            parts.append(tokens[begin:place])
            begin = place + 1
        place = ends.get(place, place) + 1
    return [*parts, tokens[begin:end]]
