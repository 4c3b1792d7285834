"""A saved query: a typed record that refuses to be built wrong."""

from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, InstanceOf, ValidationError, model_validator

from cypher.errors import GraphError
from cypher.model import Model
from cypher.saved.parameters import Parameter
from cypher.saved.text import aggregates, labels_and_types, parameters_in, writing_words
from cypher.text.template import fill_families
from cypher.views import find_view

RESERVED = {"data_set"}
"""Parameters that the program gives to every query."""

Words = Annotated[str, Field(min_length=1)]


def _known_view(name: str) -> str:
    try:
        return find_view(name).name
    except KeyError as error:
        raise ValueError(error.args[0]) from None


ViewName = Annotated[str, AfterValidator(_known_view)]


class BadQuery(GraphError):
    """A query file that does not keep the rules; the message says which and where."""


class SavedQuery(BaseModel):
    """A question in a reader's words, with the Cypher that answers it.

    `model`: what its labels and types were held against. `walks`: it follows paths, and names every walkable type.
    `sum_of`: the parameter that names whose money alone is added, so that a figure of several stands beside the sums.
    `data_set`: the only one for which it makes sense; None: it does for any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Words
    question: Words
    category: str
    view: ViewName
    parameters: tuple[Parameter, ...] = ()
    walks: bool = False
    sum_of: str | None = None
    data_set: str | None = None
    text: Words
    model: Annotated[InstanceOf[Model], Field(exclude=True, repr=False)]

    @model_validator(mode="after")
    def _keeps_its_promises(self) -> "SavedQuery":
        problems = [*self._parameter_problems(), *self._model_problems(), *self._clause_problems()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def with_defaults(self, defaults: Mapping[str, str | int]) -> "SavedQuery":
        """The same query, in which parameters start from these values."""
        changed = (p.model_copy(update={"default": defaults.get(p.name, p.default)}) for p in self.parameters)
        return self.model_copy(update={"parameters": tuple(changed)})

    def _parameter_problems(self) -> list[str]:
        families = self.model.families
        used, declared = parameters_in(self.text) - RESERVED, {p.name for p in self.parameters}
        undeclared = [f"${name} is used and not declared" for name in sorted(used - declared)]
        unused = [f"{name} is declared and not used" for name in sorted(declared - used)]
        twice = ["a parameter is declared twice"] if len(self.parameters) != len(declared) else []
        taken = [f"{name} is the name of a family of labels or types" for name in sorted(declared & set(families))]
        if self.sum_of and self.sum_of not in declared:
            unused.append(f"sum_of names {self.sum_of}, which is no parameter")
        unknown = [problem for p in self.parameters for problem in p.problems(self.model)]
        return undeclared + unused + twice + taken + unknown

    def _model_problems(self) -> list[str]:
        named = labels_and_types(self.text)
        problems = [f"'{name}' is no label or relationship type" for name in sorted(named - self.model.names)]
        missing = set(self.model.walkable_types) - named
        if self.walks and missing:
            problems.append(f"it walks and leaves out the walkable types {', '.join(sorted(missing))}")
        return problems

    def _clause_problems(self) -> list[str]:
        problems = [f"{word} does not only read" for word in sorted(writing_words(self.text))]
        if "\\u" in self.text:
            problems.append("it holds \\u, which engines read at different moments: write the character itself")
        touches_money = find_view(self.view).needs_all_rows or "amount_" in self.text
        if touches_money and aggregates(self.text):
            used = ", ".join(sorted(aggregates(self.text)))
            problems.append(
                f"it aggregates amounts by {used}: return the deals with `view: totals`, and they are added soundly"
            )
        return problems


def read_query(path: Path, category: str, model: Model) -> SavedQuery:
    """Read one file: `//` lines of YAML, then Cypher with places for families of the model.

    Raises BadQuery that names the file and what to mend.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        header = list(takewhile(lambda line: line.startswith("//"), lines))
        text = fill_families("\n".join(lines[len(header) :]).strip(), model.families)
        fields: Any = yaml.safe_load("\n".join(line[3:] for line in header))
        if not isinstance(fields, dict):
            raise BadQuery(f"{path.name}: begins with no header: see docs/queries.md")
        for parameter in fields.get("parameters") or ():
            if isinstance(parameter, dict) and isinstance(parameter.get("offers"), str):
                parameter["offers"] = fill_families(parameter["offers"], model.families)
        query = SavedQuery.model_validate({**fields, "category": category, "text": text, "model": model})
    except ValidationError as error:
        problems = "; ".join(_say(detail) for detail in error.errors())
        raise BadQuery(f"{path.name}: {problems}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadQuery(f"{path.name}: {' '.join(str(error).split())}") from error
    if query.id != path.stem:
        raise BadQuery(f"{path.name}: its id is {query.id}: name the file {query.id}.cypher")
    return query


def _say(detail: Any) -> str:
    field = ".".join(str(part) for part in detail["loc"])
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"{field}: {message}" if field else message
