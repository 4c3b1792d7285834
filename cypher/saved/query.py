"""A saved query: a typed record that refuses to be built wrong."""

from enum import StrEnum
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cypher.errors import GraphError
from cypher.saved.parameters import Parameter
from cypher.saved.text import aggregates, labels_and_types, parameters_in, writing_words
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES, UnknownTerm, walkable_types

RESERVED = {"data_set"}
"""Parameters that the program gives to every query."""

Words = Annotated[str, Field(min_length=1)]

KNOWN = {n.label for n in NODE_TYPES} | {r.name for r in RELATIONSHIP_TYPES}


class BadQuery(GraphError):
    """A query file that does not keep the rules; the message says which and where."""


class View(StrEnum):
    """How an answer wants to be seen."""

    NETWORK = "network"
    TABLE = "table"
    TOTALS = "totals"


class SavedQuery(BaseModel):
    """A question in a reader's words, with the Cypher that answers it.

    `walks`: the query follows paths, and then names exactly the walkable types of the vocabulary.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    title: Words
    question: Words
    category: str
    view: View
    parameters: tuple[Parameter, ...] = ()
    walks: bool = False
    text: Words

    @model_validator(mode="after")
    def _keeps_its_promises(self) -> "SavedQuery":
        problems = [*self._parameter_problems(), *self._vocabulary_problems(), *self._clause_problems()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _parameter_problems(self) -> list[str]:
        used, declared = parameters_in(self.text) - RESERVED, {p.name for p in self.parameters}
        undeclared = [f"${name} is used and not declared" for name in sorted(used - declared)]
        unused = [f"{name} is declared and not used" for name in sorted(declared - used)]
        twice = len(self.parameters) != len(declared)
        return undeclared + unused + (["a parameter is declared twice"] if twice else [])

    def _vocabulary_problems(self) -> list[str]:
        named = labels_and_types(self.text)
        problems = [f"'{name}' is no label or relationship type" for name in sorted(named - KNOWN)]
        if self.walks and not set(walkable_types()) <= named:
            missing = ", ".join(sorted(set(walkable_types()) - named))
            problems.append(f"it walks and leaves out the walkable types {missing}")
        return problems

    def _clause_problems(self) -> list[str]:
        problems = [f"{word} does not only read" for word in sorted(writing_words(self.text))]
        if "\\u" in self.text:
            problems.append("it holds \\u, which engines read at different moments: write the character itself")
        touches_money = self.view is View.TOTALS or "amount_" in self.text
        if touches_money and aggregates(self.text):
            used = ", ".join(sorted(aggregates(self.text)))
            problems.append(
                f"it aggregates amounts by {used}: return the deals with `view: totals`, and they are added soundly"
            )
        return problems


def read_query(path: Path, category: str) -> SavedQuery:
    """Read one file: `//` lines of YAML, then Cypher. Raises BadQuery that names the file and what to mend."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        header = list(takewhile(lambda line: line.startswith("//"), lines))
        text = "\n".join(lines[len(header) :]).strip()
        fields: Any = yaml.safe_load("\n".join(line[3:] for line in header))
        if not isinstance(fields, dict):
            raise BadQuery(f"{path.name}: begins with no header: see docs/queries.md")
        query = SavedQuery.model_validate({**fields, "category": category, "text": text})
    except ValidationError as error:
        problems = "; ".join(_say(detail) for detail in error.errors())
        raise BadQuery(f"{path.name}: {problems}") from error
    except (yaml.YAMLError, UnknownTerm, UnicodeDecodeError) as error:
        raise BadQuery(f"{path.name}: {' '.join(str(error).split())}") from error
    if query.id != path.stem:
        raise BadQuery(f"{path.name}: its id is {query.id}: name the file {query.id}.cypher")
    return query


def _say(detail: Any) -> str:
    field = ".".join(str(part) for part in detail["loc"])
    message = str(detail["msg"]).removeprefix("Value error, ")
    return f"{field}: {message}" if field else message
