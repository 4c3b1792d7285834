"""Typed parameters of saved queries: what they take, what the graph offers for them, and how a value is read."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from cypher.errors import BadParameter
from cypher.guard.typed import read_guarded
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value
from cypher.saved.cypher_words import labels_and_types, parameters_in, writing_words
from cypher.saved.days import read_day, read_days
from cypher.search.unique import captions
from cypher.text.quoting import quote
from cypher.text.template import PLACE
from ledger.glossary import spell_term
from ledger.nearest import did_you_mean, nearest, shown


class ParameterType(StrEnum):
    """What a parameter takes."""

    NODE = "node"
    TERM = "term"
    INTEGER = "integer"
    TEXT = "text"
    RELATIONSHIP_TYPE = "relationship_type"
    """The name of one, which stands in the text behind a relationship's colon, so that no other type is looked at."""
    DAY = "day"
    """A day, or a month or year by its end; an empty text where none is asked for."""
    MANY_OF = "many_of"
    """Some of the words that `among` lists, at least one; as a text with commas between, in their order."""
    DAYS = "days"
    """A span of days, first and last among them, or one day, month or year; as `first/last` in ISO text."""
    YES_NO = "yes_no"
    """Whether something is asked for besides: `yes` or `no`."""


YES, NO = "yes", "no"
SAID = {"yes": YES, "true": YES, "no": NO, "false": NO}
"""What may be given for yes and no; YAML and Python have words of their own for them."""


SEPARATOR = ","
"""What stands between several values of a parameter, where it takes several."""
Word = Annotated[str, Field(pattern=r"^[a-z][a-z ]*$")]


class Parameter(BaseModel):
    """One parameter: `labels` for a node, `of` for a term, bounds for an integer, `among` for many of some words.

    `offers`: a statement that returns id, name and rows (how many the answer has; null: that depends on more) of those
    nodes of `{{label}}` that have an answer; without it every node of the labels is offered.

    Without a `default` a value has to be given, unless the data set has one for it. A node or day whose default is
    empty may be left out: the query then gets an empty text.
    `own`: of an own query, whose `offers` goes by the guard of typed Cypher; no header says so.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    type: ParameterType
    meaning: str
    default: str | int | None = None
    labels: tuple[str, ...] = ()
    offers: str | None = None
    of: str | None = None
    at_least: int | None = None
    at_most: int | None = None
    among: tuple[Word, ...] = ()
    own: Annotated[bool, Field(exclude=True, repr=False)] = False

    @field_validator("default", mode="before")
    @classmethod
    def _read_yes_no(cls, default: object) -> object:
        """YAML reads a bare yes or no as true or false."""
        return (YES if default else NO) if isinstance(default, bool) else default

    @model_validator(mode="after")
    def _fits_its_type(self) -> "Parameter":
        if (self.type is ParameterType.TERM) != (self.of is not None):
            raise ValueError(
                f"parameter {self.name}: a term says whose terms it takes, `of: Deal.stage`, and nothing else does"
            )
        if (self.type is ParameterType.NODE) != bool(self.labels):
            raise ValueError(f"parameter {self.name}: a node has labels to choose from, and nothing else does")
        if (self.type is ParameterType.MANY_OF) != bool(self.among):
            raise ValueError(f"parameter {self.name}: many_of has words to choose among, and nothing else does")
        usual = str(self.default or "").split(SEPARATOR)
        if self.type is ParameterType.MANY_OF and usual != [word for word in self.among if word in usual]:
            raise ValueError(f"parameter {self.name}: its default is some of {', '.join(self.among)}, in that order")
        if self.offers and self.type is not ParameterType.NODE:
            raise ValueError(f"parameter {self.name}: only a node says what it offers")
        if self.type is ParameterType.YES_NO and self.default not in (YES, NO):
            raise ValueError(f"parameter {self.name}: its default is yes or no")
        if self.type is ParameterType.INTEGER:
            if self.at_least is None or self.at_most is None:
                raise ValueError(f"parameter {self.name}: an integer has at_least and at_most")
            if not (isinstance(self.default, int) and self.at_least <= self.default <= self.at_most):
                raise ValueError(
                    f"parameter {self.name}: its default is not between {self.at_least} and {self.at_most}"
                )
        return self

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing at all may be given."""
        return self.default == "" and self.type in (ParameterType.NODE, ParameterType.DAY)

    def problems(self, model: Model) -> Iterator[str]:
        """Labels and properties that the model does not have."""
        for label in self.labels:
            if model.find_label(label) is None:
                yield f"parameter {self.name}: there is no label '{label}'"
        if self.offers:
            yield from (f"parameter {self.name}: offers: {problem}" for problem in _offer_problems(self.offers, model))
        if self.of:
            label, _, name = self.of.partition(".")
            known = model.find_label(label)
            if known is None or known.property(name) is None:
                yield f"parameter {self.name}: {self.of} is no property of the model"


class Choice(BaseModel):
    """One value that a parameter may take, with what to call it.

    `rows`: how many the answer has with it, where that is known. `unique_caption`: its name, its kind where there are
    several, its id where both are another's too; no other choice has the same.
    """

    model_config = ConfigDict(frozen=True)
    value: str
    caption: str
    label: str = ""
    rows: int | None = None
    unique_caption: str = ""


def choices(graph: Reader, parameter: Parameter, data_set: str) -> list[Choice]:
    """The values that the graph offers for a node or a term, those without an answer left out; empty for others."""
    offered = _offered(graph, parameter, data_set)
    several = len(parameter.labels) > 1
    made = captions([(c.caption, c.label if several else "", c.value) for c in offered])
    return [c.model_copy(update={"unique_caption": caption}) for c, caption in zip(offered, made, strict=True)]


def _offered(graph: Reader, parameter: Parameter, data_set: str) -> list[Choice]:
    if parameter.type is ParameterType.TERM:
        label, _, name = str(parameter.of).partition(".")
        text = statement("terms-of-a-property", label=label, property=name)
        rows = graph.rows(text, {"data_set": data_set})
        return [Choice(value=str(v), caption=spell_term(str(v))) for (v,) in rows]
    if parameter.type is ParameterType.NODE:
        return [c for label in parameter.labels for c in _nodes(graph, parameter, label, data_set)]
    return []


def find_parameter(parameters: tuple[Parameter, ...], name: str) -> Parameter:
    """The parameter of that name. Raises BadParameter, which names those that there are."""
    known = {p.name: p for p in parameters}
    if name not in known:
        meant = did_you_mean(nearest(name, known))
        raise BadParameter(f"there is no parameter '{shown(name)}'{meant}: it takes {', '.join(known) or 'none'}")
    return known[name]


def read_given(parameters: tuple[Parameter, ...], given: Mapping[str, str | int]) -> dict[str, Value]:
    """The given values as their parameters take them; raises BadParameter that says what the query takes."""
    return {name: _value(find_parameter(parameters, name), value) for name, value in given.items()}


def resolve(parameters: tuple[Parameter, ...], given: Mapping[str, str | int]) -> dict[str, Value]:
    """The value of every parameter, given or default; raises BadParameter that says what the query takes."""
    values = read_given(parameters, given)
    for p in parameters:
        if p.name not in values and p.default is None:
            raise BadParameter(f"{p.name}: these records have no default for it", f"give {p.meaning}")
    return {p.name: values.get(p.name, p.default) for p in parameters}


def _nodes(graph: Reader, parameter: Parameter, label: str, data_set: str) -> list[Choice]:
    if parameter.offers is None:
        text = statement("choices-of-a-label", label=label)
    else:
        text = PLACE.sub(lambda place: quote(label) if place[1] == "label" else place[0], parameter.offers)
    if parameter.own and parameter.offers is not None:
        rows = read_guarded(graph, text, {"data_set": data_set}, None).rows
    else:
        rows = graph.rows(text, {"data_set": data_set})
    return [
        Choice(
            value=str(i),
            caption=str(i if name in (None, "") else name),
            label=label,
            rows=None if n is None else int(n),
        )
        for i, name, n in rows
    ]


def _offer_problems(text: str, model: Model) -> Iterator[str]:
    named = labels_and_types(PLACE.sub("", text))
    yield from (f"'{name}' is no label or relationship type" for name in sorted(named - model.names))
    yield from (f"{word} does not only read" for word in sorted(writing_words(text)))
    yield from (f"${name} is not known here" for name in sorted(parameters_in(text) - {"data_set"}))


def _value(parameter: Parameter, given: str | int) -> Value:
    if parameter.type is ParameterType.YES_NO:
        return _yes_or_no(parameter, str(given))
    if parameter.type is ParameterType.DAY:
        return _day(parameter, str(given).strip())
    if parameter.type is ParameterType.MANY_OF:
        return _many(parameter, str(given))
    if parameter.type is ParameterType.DAYS:
        return str(read_days(parameter.name, str(given).strip()))
    if parameter.type is not ParameterType.INTEGER:
        return str(given)
    try:
        number = int(given)
    except ValueError:
        raise BadParameter(f"{parameter.name}: '{shown(str(given))}' is not a whole number") from None
    low, high = parameter.at_least or 0, parameter.at_most or 0
    if not low <= number <= high:
        raise BadParameter(f"{parameter.name}: {shown(str(given))} is not between {low} and {high}")
    return number


def _many(parameter: Parameter, given: str) -> str:
    """The words that are given, each once and in the order of `among`; raises BadParameter that names the nearest."""
    named = [word.strip().lower() for word in given.split(SEPARATOR) if word.strip()]
    for word in named:
        if word not in parameter.among:
            meant = did_you_mean(nearest(word, parameter.among))
            raise BadParameter(f"{parameter.name}: there is no '{shown(word)}'{meant}", _takes_some(parameter))
    if not named:
        raise BadParameter(f"{parameter.name}: nothing is given", _takes_some(parameter))
    return SEPARATOR.join(word for word in parameter.among if word in named)


def _takes_some(parameter: Parameter) -> str:
    return f"write one or several of {', '.join(parameter.among)}, with commas between"


def _yes_or_no(parameter: Parameter, given: str) -> str:
    said = SAID.get(given.strip().lower())
    if said is None:
        raise BadParameter(f"{parameter.name}: '{shown(given)}' is neither yes nor no", "write yes or no")
    return said


def _day(parameter: Parameter, given: str) -> str:
    """A day as ISO text, of a month or year its last one; empty where none is asked for."""
    return given if given == "" and parameter.may_be_empty else read_day(parameter.name, given)
