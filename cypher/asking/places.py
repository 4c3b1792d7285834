"""Which value of a question belongs to which parameter of a saved query."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from cypher.asking.names import Meant, Mention
from cypher.asking.patterns import Pattern
from cypher.asking.question import Date
from cypher.saved import Parameter, ParameterType

MOST_NAMED = 4
"""Names of a question that are given to parameters; a question with more names more than a query takes."""


@dataclass(frozen=True)
class Placed:
    """Names in their places: by parameter the mention and the node that it means there; and those left over."""

    by_parameter: Mapping[str, tuple[Mention, Meant]]
    left: tuple[Mention, ...]


def place_names(pattern: Pattern, mentions: Sequence[Mention]) -> Iterator[Placed]:
    """Every way to give names to parameters in which each place of the wording has one; at most one name a place."""
    nodes = {p.name: p for p in pattern.query.parameters if p.type is ParameterType.NODE}
    said = [name for name in pattern.places if name in nodes]
    extra = [name for name, p in nodes.items() if name not in said and p.may_be_empty and name not in pattern.fixed]
    if len(mentions) > MOST_NAMED or len(mentions) < len(said):
        return
    for count in range(min(len(mentions), len(said) + len(extra)), len(said) - 1, -1):
        for chosen in combinations(mentions, count):
            for more in combinations(extra, count - len(said)):
                for names in permutations((*said, *more)):
                    found = {n: _fitting(nodes[n], m) for n, m in zip(names, chosen, strict=True)}
                    by = {n: (m, f) for (n, f), m in zip(found.items(), chosen, strict=True) if f is not None}
                    if len(by) == count:
                        yield Placed(by, tuple(m for m in mentions if m not in chosen))


def _fitting(parameter: Parameter, mention: Mention) -> Meant | None:
    """Of what a name may mean, what the parameter takes: of the kind that it names first."""
    fits = [m for m in mention.meant if m.label in parameter.labels]
    return min(fits, key=lambda m: parameter.labels.index(m.label), default=None)


def place_dates(pattern: Pattern, dates: Sequence[Date]) -> tuple[dict[str, str], tuple[Date, ...]] | None:
    """By parameter the day or days that are told, and the dates that are left; None where a place stays empty."""
    values: dict[str, str] = {}
    left = list(dates)
    for parameter in pattern.query.parameters:
        is_day, is_span = parameter.type is ParameterType.DAY, parameter.type is ParameterType.DAYS
        fitting = next((d for d in left if is_span or (is_day and not d.told.is_span and d.told.last[0] != "P")), None)
        if fitting is not None and (is_day or is_span):
            values[parameter.name] = fitting.told.as_days
            left.remove(fitting)
        elif (is_day or is_span) and parameter.name in pattern.places:
            return None
    return values, tuple(left)
