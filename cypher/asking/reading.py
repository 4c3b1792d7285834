"""What a question was read as, said back in words before anything runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from cypher.saved import Parameter, ParameterType, SavedQuery, resolve
from ledger.dates import format_date
from ledger.glossary import spell_term


@dataclass(frozen=True)
class Recognised:
    """Something that a question names: the words, and what they may mean, each as name, kind and id."""

    words: str
    meant: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Reading:
    """A saved query with the values that a question gives; running it is a second step.

    `values`: what to run it with; what is not among them keeps the query's default. `said`: the query and every value
    that it will run with, in words, defaults told as such. `ignored`: words that it takes no account of.
    `score`: how well it fits, 1 or a little more at best.
    """

    query: SavedQuery
    values: Mapping[str, str]
    said: str
    ignored: tuple[str, ...]
    score: float


@dataclass(frozen=True)
class Readings:
    """What a question was read as. `best`: None where no saved query is like it; `others`: the next best, at most two.

    `is_close`: the first of the others fits as well as the best, so that whoever asks has to choose.
    `recognised`: what it names; `corrected`: words that were taken for others; `categories`: what saved queries are
    about, for whoever asks for something else.
    """

    asked: str
    best: Reading | None
    others: tuple[Reading, ...]
    is_close: bool
    recognised: tuple[Recognised, ...]
    corrected: tuple[tuple[str, str], ...]
    categories: tuple[str, ...]

    @property
    def all(self) -> tuple[Reading, ...]:
        """The best, where there is one, and the others."""
        return ((self.best,) if self.best else ()) + self.others


def say_back(query: SavedQuery, values: Mapping[str, str], names: Mapping[str, str]) -> str:
    """A query with everything that it runs with. `names`: by id, what nodes are called."""
    every = resolve(query.parameters, values)
    shown = [p for p in query.parameters if _is_told(p, every, values)]
    told = [_say(p, str(every[p.name]), p.name in values, names) for p in shown]
    return query.title + ("" if not told else " — " + "; ".join(told))


def _is_told(parameter: Parameter, every: Mapping[str, object], values: Mapping[str, str]) -> bool:
    """What is left out or switched off goes without saying, unless the question said so."""
    return parameter.name in values or every[parameter.name] not in ("", "no")


def _say(parameter: Parameter, value: str, is_given: bool, names: Mapping[str, str]) -> str:
    match parameter.type:
        case ParameterType.NODE:
            said = f"{names[value]} ({value})" if value in names else value
        case ParameterType.DAY | ParameterType.DAYS:
            said = " to ".join(format_date(day) for day in _ends(value))
        case ParameterType.TERM:
            said = spell_term(value)
        case ParameterType.TEXT:
            said = f"“{value}”"
        case _:
            said = value
    return f"{parameter.meaning}: {said}" + ("" if is_given else ", as usual")


def _ends(value: str) -> list[str]:
    first, _, last = value.partition("/")
    return [value] if value.startswith("P") else list(dict.fromkeys((first, last or first)))
