"""Typed parameters of saved queries: what they take, what the graph offers for them, and how a value is read."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cypher.errors import BadParameter
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value


class ParameterType(StrEnum):
    """What a parameter takes."""

    NODE = "node"
    TERM = "term"
    INTEGER = "integer"
    TEXT = "text"


class Parameter(BaseModel):
    """One parameter: `labels` for a node, `of` for a term, bounds for an integer.

    Without a `default` a value has to be given, unless the data set has one for it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    type: ParameterType
    meaning: str
    default: str | int | None = None
    labels: tuple[str, ...] = ()
    of: str | None = None
    at_least: int | None = None
    at_most: int | None = None

    @model_validator(mode="after")
    def _fits_its_type(self) -> "Parameter":
        if (self.type is ParameterType.TERM) != (self.of is not None):
            raise ValueError(
                f"parameter {self.name}: a term says whose terms it takes, `of: Deal.stage`, and nothing else does"
            )
        if (self.type is ParameterType.NODE) != bool(self.labels):
            raise ValueError(f"parameter {self.name}: a node has labels to choose from, and nothing else does")
        if self.type is ParameterType.INTEGER:
            if self.at_least is None or self.at_most is None:
                raise ValueError(f"parameter {self.name}: an integer has at_least and at_most")
            if not (isinstance(self.default, int) and self.at_least <= self.default <= self.at_most):
                raise ValueError(
                    f"parameter {self.name}: its default is not between {self.at_least} and {self.at_most}"
                )
        return self

    def problems(self, model: Model) -> Iterator[str]:
        """Labels and properties that the model does not have."""
        for label in self.labels:
            if model.find_label(label) is None:
                yield f"parameter {self.name}: there is no label '{label}'"
        if self.of:
            label, _, name = self.of.partition(".")
            known = model.find_label(label)
            if known is None or known.property(name) is None:
                yield f"parameter {self.name}: {self.of} is no property of the model"


class Choice(BaseModel):
    """One value that a parameter may take, with what to call it."""

    model_config = ConfigDict(frozen=True)
    value: str
    caption: str
    label: str = ""


def choices(graph: Reader, parameter: Parameter, data_set: str) -> list[Choice]:
    """The values that the graph offers for a node or a term; empty for other types."""
    if parameter.type is ParameterType.TERM:
        label, _, name = str(parameter.of).partition(".")
        text = statement("terms-of-a-property", label=label, property=name)
        rows = graph.rows(text, {"data_set": data_set})
        return [Choice(value=str(v), caption=str(v).replace("_", " ")) for (v,) in rows]
    if parameter.type is ParameterType.NODE:
        return [c for label in parameter.labels for c in _nodes(graph, label, data_set)]
    return []


def read_given(parameters: tuple[Parameter, ...], given: Mapping[str, str | int]) -> dict[str, Value]:
    """The given values as their parameters take them; raises BadParameter that says what the query takes."""
    known = {p.name: p for p in parameters}
    for name in given:
        if name not in known:
            raise BadParameter(f"there is no parameter '{name}': it takes {', '.join(known) or 'none'}")
    return {name: _value(known[name], value) for name, value in given.items()}


def resolve(parameters: tuple[Parameter, ...], given: Mapping[str, str | int]) -> dict[str, Value]:
    """The value of every parameter, given or default; raises BadParameter that says what the query takes."""
    values = read_given(parameters, given)
    for p in parameters:
        if p.name not in values and p.default is None:
            raise BadParameter(f"{p.name}: these records have no default for it", f"give {p.meaning}")
    return {p.name: values.get(p.name, p.default) for p in parameters}


def _nodes(graph: Reader, label: str, data_set: str) -> list[Choice]:
    rows = graph.rows(statement("choices-of-a-label", label=label), {"data_set": data_set})
    return [Choice(value=str(i), caption=str(name), label=label) for i, name in rows]


def _value(parameter: Parameter, given: str | int) -> Value:
    if parameter.type is not ParameterType.INTEGER:
        return str(given)
    try:
        number = int(given)
    except ValueError:
        raise BadParameter(f"{parameter.name}: '{given}' is not a whole number") from None
    low, high = parameter.at_least or 0, parameter.at_most or 0
    if not low <= number <= high:
        raise BadParameter(f"{parameter.name}: {number} is not between {low} and {high}")
    return number
