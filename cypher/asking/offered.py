"""Which values of a query have an answer: of several nodes that a name may mean, one of these is meant."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from cypher.asking.match import Match
from cypher.asking.names import Meant, Names
from cypher.protocols import Reader
from cypher.saved import Parameter, choices

NOT_OFFERED, SEVERAL = 0.1, 0.04
"""Against a reading whose answer is empty, and one whose name means several nodes that have an answer."""
Offered: TypeAlias = Callable[[Parameter, str], frozenset[str]]
"""The ids of a label that a parameter of a query offers."""


def open_offered(graph: Reader, data_set: str) -> Offered:
    """Ask a graph what parameters offer, each question once."""

    @cache
    def of(offers: str | None, label: str, parameter: Parameter) -> frozenset[str]:
        one = parameter.model_copy(update={"labels": (label,), "offers": offers})
        return frozenset(choice.value for choice in choices(graph, one, data_set))

    def offered(parameter: Parameter, label: str) -> frozenset[str]:
        plain = Parameter(name="node", type=parameter.type, meaning="", labels=(label,))
        return of(parameter.offers, label, plain)

    return offered


def prefer_offered(match: Match, names: Names, offered: Offered) -> Match:
    """The match, in which names mean nodes that have an answer where they may; it scores less where none has."""
    values, score = dict(match.values), match.score
    for parameter in match.pattern.query.parameters:
        mention = match.places.get(parameter.name)
        if mention is None or parameter.offers is None:
            continue
        meant = [m for m in mention.meant if m.label in parameter.labels]
        found = _offered_among(meant, parameter, offered)
        if not found:
            kinds = {m.label for m in meant}
            wider = [m for m in names.having(mention.words) if m.label in kinds]
            found = _offered_among(wider, parameter, offered)
        if not found:
            score -= NOT_OFFERED
        else:
            values[parameter.name] = found[0].id
            score -= SEVERAL if len(found) > 1 else 0
    return replace(match, values=values, score=round(score, 6))


def _offered_among(meant: list[Meant], parameter: Parameter, offered: Offered) -> list[Meant]:
    """Those that have an answer, of the kind that the parameter names first."""
    found = [m for m in meant if m.id in offered(parameter, m.label)]
    first = min((parameter.labels.index(m.label) for m in found), default=0)
    return [m for m in found if parameter.labels.index(m.label) == first]
