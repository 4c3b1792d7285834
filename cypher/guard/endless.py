"""Computing without end inside one expression, as far as it can be seen beforehand.

A server stops a statement between rows; what it computes for one row it computes to the end. So a list's length must be
known from the text, functions over lists do not lie deep in one another, and nothing grows by itself again and again.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from math import ceil, prod

from cypher.guard.ranges import count_steps
from cypher.guard.refusal import Rule
from cypher.guard.spans import is_call, match_brackets, split_call
from cypher.guard.tokens import Kind, Token, unquote

MOST_STEPS = 1_000_000
"""What the lengths of all ranges of a statement may come to when multiplied."""
DEEPEST = 2
"""So many functions over lists may lie in one another."""
MOST_COPIES = 64
"""So many times something may stand in what was made of it, step by step."""
UNKNOWN = 8
"""How much longer a text is taken to become by what is not known."""
LISTS = frozenset({"REDUCE", "ALLREDUCE", "ANY", "ALL", "NONE", "SINGLE"})
SUBQUERIES = frozenset({"COUNT", "COLLECT", "EXISTS"})
GROWS = frozenset({"+", "||", "*", "[", "{", "REPLACE"})
REPEATED_GROUP = re.compile(r"\)[+*{]")
QUANTIFIER = re.compile(r"(?<!\\)(?<!\()[*+?{]")
MOST_QUANTIFIERS = 4
"""So many repetitions a regular expression may have: each more may multiply what it tries by the text's length."""
OWN_SPACES = re.compile(r"\(\?[a-zA-Z]*x")
"""A flag by which blanks do not count, so that a group and its repetition need not touch."""
NAMES = (Kind.WORD, Kind.QUOTED)
ENDS_LET = frozenset({",", "LET", "WITH", "RETURN", "MATCH", "FILTER", "UNWIND", "CALL", "ORDER", "OPTIONAL"})


def check_endless(tokens: Sequence[Token]) -> None:
    """Raises Refused for what could compute without end."""
    ends = match_brackets(tokens)
    _check_ranges(tokens, ends)
    _check_depth(tokens, ends)
    _check_copies(tokens)
    _check_reduce(tokens, ends)
    _check_replace(tokens, ends)
    _check_patterns(tokens)


def _check_ranges(tokens: Sequence[Token], ends: Mapping[int, int]) -> None:
    calls = [at for at in range(len(tokens)) if is_call(tokens, at, {"RANGE"})]
    if calls and prod(count_steps(tokens, at, ends) for at in calls) > MOST_STEPS:
        what = f"its ranges come to more than {MOST_STEPS:,} steps together"
        raise tokens[calls[0]].refuse(Rule.ENDLESS, what, "make them shorter")


def _check_depth(tokens: Sequence[Token], ends: Mapping[int, int]) -> None:
    """Refuse functions over lists that lie in one another: each multiplies the work of the one around it."""
    around: list[int] = []
    for at, token in enumerate(tokens):
        around = [end for end in around if end > at]
        if (opens := _find_list(tokens, at, ends)) is not None:
            around.append(ends[opens])
            if len(around) > DEEPEST:
                raise token.refuse(
                    Rule.ENDLESS, f"more than {DEEPEST} functions over lists lie in one another", "use UNWIND"
                )


def _find_list(tokens: Sequence[Token], at: int, ends: Mapping[int, int]) -> int | None:
    """Where the bracket opens of a function over a list, a comprehension or a subquery that begins here."""
    if is_call(tokens, at, LISTS):
        return at + 1
    following = [token.upper for token in tokens[at + 1 : at + 4]]
    if tokens[at].upper in SUBQUERIES and following[:1] == ["{"]:
        return at + 1
    if tokens[at].upper != "[" or not following:
        return None
    over_names = len(following) > 1 and tokens[at + 1].kind in NAMES and following[1] == "IN"
    over_paths = following[0] == "(" or (following[1:3] == ["=", "("] and tokens[at + 1].kind in NAMES)
    made = over_names or (over_paths and any(token.upper == "|" for token in tokens[at : ends[at]]))
    return at if made else None


def _check_copies(tokens: Sequence[Token]) -> None:
    """Refuse what is made of itself again and again: `WITH s + s AS s`, `[a, a] AS a`, by whatever ways."""
    copies: dict[str, int] = {}
    began = depth = 0
    for at, token in enumerate(tokens):
        depth += (token.upper in ("(", "[", "{")) - (token.upper in (")", "]", "}"))
        if token.upper in ("WITH", "LET", "UNWIND", "RETURN", "YIELD") or (token.upper == "," and depth == 0):
            began = at + 1
        elif (made := _find_made(tokens, began, at)) is not None:
            name, names = made
            number = sum(copies.get(unquote(t), 0) for t in names)
            copies[name] = max(1, number)
            if number > MOST_COPIES:
                raise token.refuse(Rule.ENDLESS, "something is put to itself again and again", "say it once")


def _find_made(tokens: Sequence[Token], began: int, at: int) -> tuple[str, list[Token]] | None:
    """What is given a name here and of which names it is made: `… AS name`, or `LET name = …` at its end."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].upper == "AS" and following is not None and following.kind in NAMES:
        return unquote(following), _list_names(tokens, began, at)
    is_let = began > 0 and _begins_let(tokens, began) and (following is None or following.upper in ENDS_LET)
    if is_let and at > began + 1:
        return unquote(tokens[began]), _list_names(tokens, began + 2, at + 1)
    return None


def _begins_let(tokens: Sequence[Token], at: int) -> bool:
    """Whether `name = …` stands here, after LET or a comma."""
    return tokens[at].kind in NAMES and at + 1 < len(tokens) and tokens[at + 1].upper == "="


def _list_names(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """Bare names and names in backticks that are no property's."""
    return [tokens[i] for i in range(start, end) if tokens[i].kind in NAMES and tokens[i - 1].upper != "."]


def _check_reduce(tokens: Sequence[Token], ends: Mapping[int, int]) -> None:
    """Refuse an accumulator that grows by more than what one step adds."""
    for at, token in enumerate(tokens):
        if not is_call(tokens, at, {"REDUCE", "ALLREDUCE"}) or at + 2 >= len(tokens):
            continue
        name, end = unquote(tokens[at + 2]), ends[at + 1]
        begin = next((i for i in range(at, end) if tokens[i].upper == "|"), at)
        grows = any(tokens[i].upper in GROWS or is_call(tokens, i, {"REPLACE"}) for i in range(begin, end))
        used = [i for i in range(begin, end) if tokens[i].kind in NAMES and unquote(tokens[i]) == name]
        used = [i for i in used if tokens[i - 1].upper != "."]
        if grows and (len(used) > 1 or _is_inside(used, tokens, begin, ends)):
            what = f"{name[:40]} is used more than once for each step of reduce()"
            raise token.refuse(Rule.ENDLESS, what, "use it once")


def _is_inside(used: Collection[int], tokens: Sequence[Token], begin: int, ends: Mapping[int, int]) -> bool:
    """Whether something is used in a function over a list that begins after `begin`."""
    last = max(used, default=begin)
    opens = [found for at in range(begin, last) if (found := _find_list(tokens, at, ends)) is not None]
    return any(at < place < ends[at] for at in opens for place in used)


def _check_replace(tokens: Sequence[Token], ends: Mapping[int, int]) -> None:
    """Refuse texts that become longer and longer by replace()."""
    within = [range(at, ends[at + 1]) for at in range(len(tokens)) if is_call(tokens, at, {"REDUCE", "ALLREDUCE"})]
    longer = 1
    for at, token in enumerate(tokens):
        if not is_call(tokens, at, {"REPLACE"}):
            continue
        parts = split_call(tokens, at, ends)
        factor = _measure_growth(parts[1], parts[2]) if len(parts) > 2 else UNKNOWN
        longer *= factor
        if longer > MOST_COPIES or (factor > 1 and any(at in reduced for reduced in within)):
            raise token.refuse(Rule.ENDLESS, "replace() makes a text longer again and again", "use it once")


def _measure_growth(found: Sequence[Token], put: Sequence[Token]) -> int:
    """How many times longer a text may become."""
    if any(len(part) != 1 or part[0].kind is not Kind.TEXT for part in (found, put)):
        return UNKNOWN
    return max(1, ceil((len(put[0].text) - 2) / max(1, len(found[0].text) - 2)))


def _check_patterns(tokens: Sequence[Token]) -> None:
    """Refuse regular expressions that may try without end: those of values, and those with a repeated group."""
    for at, token in enumerate(tokens):
        if token.upper != "=~":
            continue
        pattern = tokens[at + 1] if at + 1 < len(tokens) else token
        after = tokens[at + 2].upper if at + 2 < len(tokens) else ""
        if pattern.kind is not Kind.TEXT or after in ("+", "||") or _may_try_on(pattern.text):
            what = (
                f"a regular expression is a text without repeated groups, with {MOST_QUANTIFIERS} repetitions at most"
            )
            raise token.refuse(Rule.ENDLESS, what, "use CONTAINS, STARTS WITH or ENDS WITH for values")


def _may_try_on(pattern: str) -> bool:
    many = len(QUANTIFIER.findall(pattern)) > MOST_QUANTIFIERS
    return many or bool(REPEATED_GROUP.search(pattern) or OWN_SPACES.search(pattern))
