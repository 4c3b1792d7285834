"""What a data set adds to the model, in the form in which `model.yaml` says it and the graph keeps it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from cypher.model.declarations import Shape

MOST = 100
"""Entries of one list."""
Text = Annotated[str, Field(min_length=1, max_length=500)]
Texts = Annotated[tuple[Text, ...], Field(max_length=MOST)]


Holding: TypeAlias = Literal["text", "integer", "decimal", "boolean", "date", "term", "text_list", "entries"]
"""What a property may hold; `entries` are texts that a record writes with fields of their own."""


class Part(BaseModel):
    """A part that takes no field it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnProperty(Part):
    """A property; `kind` may be left out for a text, and for a term, which lists its `terms`."""

    name: Text
    meaning: Text
    kind: Holding | None = None
    required: bool = False
    terms: Texts | None = None


Properties = Annotated[tuple[OwnProperty, ...], Field(max_length=MOST)]


class OwnLabel(Part):
    """A label of the set; `kind`, with which ids start, may be left out: it is the label in small letters."""

    label: Text
    plural: Text
    meaning: Text
    family: Literal["party", "deal", "context"]
    kind: Text | None = None
    kinds: Texts = ()
    properties: Properties = ()
    colour: Text | None = None
    shape: Shape | None = None


class OwnType(Part):
    """A relationship type of the set."""

    name: Text
    reads: Text
    meaning: Text
    starts: Annotated[Texts, Field(alias="from")]
    ends: Annotated[Texts, Field(alias="to")]
    roles: Texts
    walkable: bool = False
    properties: Properties = ()


class More(Part):
    """More of one label or relationship type that is built in; `terms` by property, `kinds` for that of `kind`."""

    label: Text | None = None
    relationship_type: Text | None = None
    kinds: Texts = ()
    terms: dict[str, Texts] = {}
    properties: Properties = ()
    starts: Annotated[Texts, Field(alias="from")] = ()
    ends: Annotated[Texts, Field(alias="to")] = ()
    roles: Texts = ()


class Narrower(Part):
    """A word of the set's own for something narrower than what the model has: a label, a type, a term or a field.

    `is`: what of the model it is read as, so that sums, checks and queries take it for that; `of`: whose term
    (`OWNS.role`) or field (`Deal`) it is. `fills`: properties that it says besides; `fields`: what a record that has
    it calls a property. Of a type, `role`, `turned` (from the end to the start), and `from`, where it is read so only
    from these labels.
    """

    label: Text | None = None
    relationship_type: Text | None = None
    term: Text | None = None
    field: Text | None = None
    of: Text | None = None
    broader: Annotated[Text, Field(alias="is")]
    meaning: Text | None = None
    role: Text | None = None
    turned: bool = False
    starts: Annotated[Texts, Field(alias="from")] = ()
    fills: dict[str, Text] = {}
    fields: dict[str, Text] = {}


class Extension(Part):
    """Labels and relationship types of a data set's own, more of those that are built in, and words that are narrower
    than ours; all may be absent."""

    labels: Annotated[tuple[OwnLabel, ...], Field(max_length=MOST)] = ()
    relationship_types: Annotated[tuple[OwnType, ...], Field(max_length=MOST)] = ()
    extend: Annotated[tuple[More, ...], Field(max_length=MOST)] = ()
    narrower: Annotated[tuple[Narrower, ...], Field(max_length=MOST)] = ()

    def to_text(self) -> str:
        """As a property of the data set's node holds it."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)
