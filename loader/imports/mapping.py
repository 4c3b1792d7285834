"""What a mapping file says: how a sheet is read, and what its columns are in the model.

A value is a text, in which `{Heading}` stands for that column's cell, or `{column: Heading}` with a table of `values`.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from loader.expand.shapes import Text, Texts

UNDECIDED = "?"
"""In a table of values: nobody has said yet what it is, and rows that have it are not brought in."""
NOTHING = "nothing"
"""In a table of values: the row has no such value."""
AS_IT_IS = "="
"""In a table of values: the cell's own text."""


class Shape(BaseModel):
    """A shape that takes no field it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnValue(Shape):
    """A value by a column's cell.

    `values`: what each text of the column is; a text that is not listed is `otherwise`, or a problem.
    `split`: the sign between several names in one cell. `unit` and `scale` are of figures; `unit` may be a column too,
    and with `unless_stated` it is of cells that have none of their own. A figure in the table of `values` stands as it
    is written there, without `scale`; cells that are not listed are read.
    """

    column: Text
    values: dict[str, str] = {}
    otherwise: Text | None = None
    split: Text | None = None
    unit: "Text | ColumnValue | None" = None
    unless_stated: bool = False
    scale: Literal["thousand", "million", "billion"] | None = None


Value = Annotated[Text | ColumnValue | list[ColumnValue], Field(union_mode="left_to_right")]


class LeaveOut(Shape):
    """Rows that are none of the list: `is` one of some texts, or begins with one; or, without either, has nothing
    there."""

    column: Text
    is_: Texts = Field([], alias="is")
    begins: Texts = []
    because: Text


class Numbers(Shape):
    """How figures are written: the sign before decimals, and what signs such as `$` stand for."""

    decimal: Literal[".", ","] | None = None
    currencies: dict[str, Text] = {}


class Dates(Shape):
    """How dates are written: whether the day or the month comes first, and the last month of a fiscal year (1 to
    12)."""

    order: Literal["day_first", "month_first"] | None = None
    fiscal_year_ends: Annotated[int, Field(ge=1, le=12)] | None = None


class Reading(Shape):
    """How the file is read. `headings`: their row, or two, of which the first is over several columns."""

    encoding: Text | None = None
    delimiter: Text | None = None
    sheets: Texts = []
    headings: Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=1, max_length=3)] = [1]
    fill_down: Texts = []
    blank: list[str] = []
    leave_out: list[LeaveOut] = []
    numbers: Numbers = Numbers()
    dates: Dates = Dates()

    @field_validator("headings", mode="before")
    @classmethod
    def _list(cls, given: Any) -> Any:
        return given if isinstance(given, list) else [given]


class SourceShape(Shape):
    """Whose list it is: each row is a passage of this source. `row_url`: a column with the address of a row's own
    source."""

    id: Annotated[str, Field(pattern=r"^source/[A-Za-z0-9][A-Za-z0-9._-]*$")]
    name: Text
    publisher: Text | None = None
    url: Text | None = None
    licence: Text | None = None
    retrieved: Text | None = None
    date: Text | None = None
    row_url: Text | None = None


class ClaimRule(Shape):
    """What a column says of a node beside its properties, word by word as a claim."""

    column: Text
    topic: Literal["purpose", "plan", "weight", "description"] = "description"
    says: Text | None = None


class NodeRule(Shape):
    """A node that rows name: its label, its name, and further properties; claims are what else columns say of it."""

    label: Value
    name: Value
    id: Value | None = None
    says: Text | None = None
    claims: list[ClaimRule] = []
    properties: dict[str, Value] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, given: Any) -> Any:
        """Take all further fields for properties, which a mapping has beside the others."""
        if not isinstance(given, dict) or "properties" in given:
            return given
        own = {"label", "name", "id", "says", "claims"}
        rest = {key: value for key, value in given.items() if key not in own}
        return {**{key: value for key, value in given.items() if key in own}, "properties": rest}


class LinkRule(Shape):
    """A relationship between two of the mapping's nodes, by the names that the mapping gives them."""

    type: Value
    start: Text = Field(alias="from")
    end: Text = Field(alias="to")
    says: Text | None = None
    properties: dict[str, Value] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, given: Any) -> Any:
        if not isinstance(given, dict) or "properties" in given:
            return given
        own = {"type", "from", "to", "says"}
        rest = {key: value for key, value in given.items() if key not in own}
        return {**{key: value for key, value in given.items() if key in own}, "properties": rest}


class SetShape(Shape):
    """The data set that is made."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    title: Text | None = None


class Answers(Shape):
    """What somebody decided of names and deals. `same_as`: a name as it is written, or an id, and the id that it is;
    `another`: pairs of ids that are two things all the same."""

    same_as: dict[str, Text] = {}
    another: list[Annotated[Texts, Field(min_length=2, max_length=2)]] = []


class Mapping(Shape):
    """A mapping file as a whole. Entities of FollowTheMoney need no nodes: what each of them is stands in their
    schema."""

    data_set: SetShape
    source: SourceShape
    reading: Reading = Reading()
    nodes: dict[str, NodeRule] = {}
    links: list[LinkRule] = []
    answers: Answers = Answers()
