"""How well a wording of a saved query fits a question, and with which values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cypher.asking.names import Fit, Mention
from cypher.asking.patterns import Pattern, Patterns, Place
from cypher.asking.places import Placed, place_dates, place_names
from cypher.asking.question import Date, Item, Marked, Question
from cypher.asking.said_values import Switched, read_words
from cypher.asking.words import BOUNDS, NEGATIONS, Word

OF_QUESTION, OF_WORDING = 0.65, 0.35
"""What counts how far the question is understood, and how far the wording is said."""
NAMED = 1.0
"""What a name or date is worth beside a word that few queries have."""
LEFT_OVER = 1.5
"""What one costs that no parameter takes."""
BESIDE, TURNED, NOT_OWN = 0.05, 0.04, 0.06
"""For a value whose neighbour is the wording's, against one with another preposition and a wording made of a title."""
LATER_KIND, LATER_KIND_OF_A_PART = 0.015, 0.05
"""Against each kind that the parameter names before the one of its value, by a whole name or by a part of one."""
OUT_OF_ORDER = 0.01
"""Against values that stand in another order than in the wording."""
ORDINARY = 0.12
"""Against a value that one word stands for which is a word of wordings, too."""
STRANGE = 1.3
"""What a word costs that the query does not have, beside one that it has."""
DIRECTIONS = frozenset(("from", "to", "by", "in", "into", "of", "for", "with", "against", "on", "between", "and"))


@dataclass(frozen=True)
class Match:
    """A wording that fits, the better the higher its `score`, which is 1 or a little more at best.

    `values`: those that the question gives. `understood`: how much of the question, from 0 to 1; `words_understood`:
    of its words alone, since names by themselves ask nothing. `said`: how much of the wording the question says.
    `ignored`: its words and names that the query does not take into account. `is_sound`: no name, date, quote, figure
    or word that turns the question round is among these. `places`: by parameter, where its value stands.
    """

    pattern: Pattern
    values: Mapping[str, str]
    score: float
    understood: float
    words_understood: float
    said: float
    ignored: tuple[str, ...]
    is_sound: bool
    places: Mapping[str, Mention]


def match_all(patterns: Patterns, questions: Iterable[Question]) -> tuple[Match, ...]:
    """The best match of each query with each set of values, the best first."""
    found = [m for question in questions for pattern in patterns.patterns for m in _match(patterns, pattern, question)]
    return drop_repeats(sorted(found, key=rank_match))


def drop_repeats(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Of those that would run the same, or with two values exchanged, the first."""
    first: dict[tuple[str, tuple[str, ...]], Match] = {}
    for match in matches:
        first.setdefault((match.pattern.query.id, tuple(sorted(match.values.values()))), match)
    return tuple(first.values())


def rank_match(match: Match) -> tuple[bool, float, str, str]:
    """What matches are sorted by: the sound ones first, then those that fit best; ties by id and values."""
    return (not match.is_sound, -match.score, match.pattern.query.id, str(sorted(match.values.items())))


def _match(patterns: Patterns, pattern: Pattern, question: Question) -> Iterator[Match]:
    dates = [d for d in question.dates if not _is_literal(pattern, d.plainly)]
    placed_dates, switched = place_dates(pattern, dates), read_words(pattern, question)
    if placed_dates is None or switched is None:
        return
    told, left_dates = placed_dates
    free = [i for at, i in enumerate(question.items) if isinstance(i, Mention) and at not in switched.used]
    literal = [m for m in free if _is_literal(pattern, m.words)]
    named = [m for m in free if m not in literal]
    as_words = [m for m in named if _may_be_a_word(patterns, pattern, m)]
    for words in ([], as_words) if as_words else ([],):
        for placed in place_names(pattern, [m for m in named if m not in words]):
            plain = (*literal, *words)
            yield _score(patterns, pattern, question, placed, told, left_dates, switched, plain)


def _is_literal(pattern: Pattern, words: tuple[Word, ...]) -> bool:
    """Whether the wording itself says it."""
    return all(w.sense in pattern.every_sense for w in words if not w.is_grammar)


def _may_be_a_word(patterns: Patterns, pattern: Pattern, mention: Mention) -> bool:
    """Whether what is only a part of a name is a word that this query knows."""
    stems = [w.sense for w in mention.words if not w.is_grammar]
    return mention.fit is not Fit.WHOLE and all(patterns.knows(pattern, s) >= 0.5 for s in stems)


def _score(
    patterns: Patterns,
    pattern: Pattern,
    question: Question,
    placed: Placed,
    told: Mapping[str, str],
    left_dates: tuple[Date, ...],
    switched: Switched,
    plain: tuple[Mention, ...],
) -> Match:
    words = list(_words(question, plain, switched, left_dates, told))
    whole = sum(patterns.worth(w.sense) * (1 if patterns.knows(pattern, w.sense) else STRANGE) for w in words)
    known = sum(patterns.worth(w.sense) * patterns.knows(pattern, w.sense) for w in words)
    strange = [w.plain for w in words if not patterns.knows(pattern, w.sense)]
    values = len(placed.by_parameter) + len(told) + len(switched.values)
    left = [*(m.text for m in placed.left), *(" ".join(w.plain for w in d.words) for d in left_dates)]
    left += [one.text for at, one in enumerate(question.items) if isinstance(one, Marked) and at not in switched.used]
    negated = [w.plain for w in words if w.plain in NEGATIONS]
    turned = [] if patterns.negates(pattern.query) else negated
    turned += [w.plain for w in _every_word(question) if told and w.plain in BOUNDS]
    unmet = [w.plain for w in words if w.must and not patterns.knows(pattern, w.sense)]
    understood = (known + NAMED * values) / max(0.01, whole + NAMED * values + LEFT_OVER * len(left))
    named = [*_mentioned(placed), *question.marked]
    said_senses = {w.sense for w in words} | {w.sense for one in named for w in one.words}
    wording = sum(patterns.worth(s) for s in pattern.senses) + NAMED * len(pattern.places)
    said = sum(patterns.worth(s) for s in pattern.senses & said_senses) + NAMED * len(pattern.places)
    score = OF_QUESTION * understood + OF_WORDING * said / max(0.01, wording)
    score += _beside(pattern, question, placed) - (0 if pattern.is_own else NOT_OWN)
    score -= OUT_OF_ORDER * _is_out_of_order(pattern, placed)
    score += 2 * BESIDE * sum(_is_literal(pattern, m.words) for m in plain)
    score -= ORDINARY * sum(_is_ordinary(patterns, m) for m in _mentioned(placed))
    values_said = {**{name: meant.id for name, (_, meant) in placed.by_parameter.items()}, **told, **switched.values}
    return Match(
        pattern=pattern,
        values={**pattern.fixed, **values_said},
        score=round(score - 0.5 * bool(turned), 6),
        understood=round(understood, 6),
        words_understood=round(known / whole, 6) if whole else 1.0,
        said=round(said / max(0.01, wording), 6),
        ignored=tuple(dict.fromkeys((*left, *turned, *strange))),
        is_sound=not left and not turned and not unmet,
        places={name: mention for name, (mention, _) in placed.by_parameter.items()},
    )


def _mentioned(placed: Placed) -> list[Mention]:
    return [mention for mention, _ in placed.by_parameter.values()]


def _is_out_of_order(pattern: Pattern, placed: Placed) -> bool:
    starts = [placed.by_parameter[name][0].start for name in pattern.places if name in placed.by_parameter]
    return starts != sorted(starts)


def _is_ordinary(patterns: Patterns, mention: Mention) -> bool:
    """Whether one word alone stands for a longer name, and saved queries use it for something else."""
    return mention.fit is not Fit.WHOLE and mention.told == 1 and patterns.uses(mention.words[0].sense)


def _every_word(question: Question) -> Iterator[Word]:
    return (item for item in question.items if isinstance(item, Word))


def _words(
    question: Question,
    plain: tuple[Mention, ...],
    switched: Switched,
    left_dates: tuple[Date, ...],
    told: Mapping[str, str],
) -> Iterator[Word]:
    """The words that no parameter took: those of the question, and of names and dates that the wording itself says."""
    given = set(told.values())
    for at, item in enumerate(question.items):
        if at in switched.used:
            continue
        if isinstance(item, Word):
            inner: tuple[Word, ...] = (item,)
        elif isinstance(item, Mention):
            inner = item.words if item in plain else ()
        elif isinstance(item, Marked):
            inner = ()
        else:
            inner = () if item in left_dates or item.told.as_days in given else item.plainly
        yield from (w for w in inner if not w.is_grammar)


def _beside(pattern: Pattern, question: Question, placed: Placed) -> float:
    """For each value, whether what stands beside it does so in the wording, too."""
    at = {id(item): i for i, item in enumerate(question.items)}
    counted = 0.0
    for name, (mention, meant) in placed.by_parameter.items():
        parameter = next(p for p in pattern.query.parameters if p.name == name)
        later = LATER_KIND if mention.fit is Fit.WHOLE else LATER_KIND_OF_A_PART
        counted -= later * min(4, parameter.labels.index(meant.label))
        place = next((i for i, part in enumerate(pattern.parts) if isinstance(part, Place) and part.name == name), None)
        if place is None:
            continue
        here = at[id(mention)]
        counted += _agree(_get(pattern.parts, place - 1), _get(question.items, here - 1))
        counted += _agree(_get(pattern.parts, place + 1), _get(question.items, here + 1))
    return counted


def _get(parts: tuple[Word | Place, ...] | tuple[Item, ...], at: int) -> Word | None:
    part = parts[at] if 0 <= at < len(parts) else None
    return part if isinstance(part, Word) else None


def _agree(wanted: Word | None, there: Word | None) -> float:
    if wanted is None or there is None:
        return BESIDE / 2 if wanted is there else 0.0
    if wanted.sense == there.sense:
        return BESIDE
    return -TURNED if {wanted.plain, there.plain} <= DIRECTIONS else 0.0
