"""What a data set says of itself for its readers: where to begin, what to ask first, which values to start from."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cypher.internal import statement
from cypher.protocols import Reader

Default = str | int


class Beginning(BaseModel):
    """A node to begin at, and the words by which it is offered."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    node: str
    title: str


class SuggestedScene(BaseModel):
    """A picture that is worth seeing, and the words by which it is offered.

    `between`: paths between these nodes come in; `around`: what is within `depth` steps of this one; `along`: what is
    walked for it, where that is chosen. `only`: by facet, what passes, as an address has it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    title: str
    between: tuple[str, ...] = ()
    around: str | None = None
    depth: Annotated[int, Field(ge=1, le=3)] = 2
    along: tuple[str, ...] = ()
    only: Mapping[str, str] = {}

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids without which there is no such picture."""
        return (*self.between, *((self.around,) if self.around else ()))


class Guide(BaseModel):
    """A data set's own part in the pages; every field may be absent.

    `first_query`: the id of the saved query that is shown first. `occasions`: ids of the events whose mere
    participants are gathered into one node each. `defaults`: by saved query, the values of parameters.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    beginnings: tuple[Beginning, ...] = ()
    scenes: tuple[SuggestedScene, ...] = ()
    first_query: str | None = None
    occasions: tuple[str, ...] = ()
    defaults: Mapping[str, Mapping[str, Default]] = {}

    def to_text(self) -> str:
        """As a property of the data set's node holds it."""
        return self.model_dump_json(exclude_defaults=True)


def read_guide(graph: Reader, data_set: str) -> Guide:
    """The guide that a data set was loaded with; an empty one where there is none, or none that can be read."""
    rows = graph.rows(statement("guide-of-a-data-set"), {"data_set": data_set})
    return guide_of(str(rows[0][0])) if rows and rows[0][0] else Guide()


def guide_of(text: str) -> Guide:
    """The guide in a text from a graph, which others may have written: an empty one where it is none."""
    try:
        return Guide.model_validate_json(text)
    except ValidationError:
        return Guide()
