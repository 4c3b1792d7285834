"""The shapes in which records are written; the model checks what they hold."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]
Texts = list[Text]


class Shape(BaseModel):
    """A shape that takes no field it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class LinkShape(Shape):
    """A relationship; `from` or `to` may be a list, which stands for one link each; further fields are properties."""

    model_config = ConfigDict(extra="allow", frozen=True)
    type: Text
    start: Text | Texts | None = Field(None, alias="from")
    end: Text | Texts | None = Field(None, alias="to")
    role: Text | None = None
    key: Text | None = None
    amount: Text | None = None
    says: Text | None = None
    basis: Text | None = None
    evidence: Texts | None = None


class ClaimShape(Shape):
    """Something that a source says of a node; `own`: what the set itself declares of claims."""

    key: Text
    topic: Text
    says: Text
    evidence: Texts
    by: Texts = []
    basis: Text = "stated"
    own: dict[str, Text | Texts] = {}


class StepShape(Shape):
    """A stage that a deal came to, and when; `reason`: why, where it went back.

    One without `evidence` rests on that of its record, and one without `says` is told by the deal's name and the stage.
    """

    stage: Text
    date: Text
    says: Text | None = None
    evidence: Texts | None = None
    by: Text | Texts = []
    basis: Text | None = None
    reason: Text | None = None
    own: dict[str, Text | Texts] = {}


class FormerNameShape(Shape):
    """A name that something had for a time."""

    name: Text
    since: Text | None = None
    until: Text | None = None


class NodeShape(Shape):
    """A node with its links and claims, a deal with its history; further fields are properties of its label."""

    model_config = ConfigDict(extra="allow", frozen=True)
    id: Text
    name: Text
    says: Text
    evidence: Texts = []
    evidence_for: dict[str, Texts] = {}
    basis: Text = "stated"
    amount: Text | None = None
    former_names: list[FormerNameShape] = []
    links: list[LinkShape] = []
    claims: list[ClaimShape] = []
    history: list[StepShape] = []


class ChangeShape(Shape):
    """What would be otherwise if a reading held: `set` with `to` or `without`, or `add`, or `remove`."""

    of: Text | None = Field(None, alias="set")
    to: dict[str, Text | Texts] | None = None
    without: Texts | None = None
    add: dict[str, Text | Texts] | None = None
    remove: Text | None = None


class ReadingShape(Shape):
    """One answer to a dispute's question."""

    key: Text
    says: Text
    rank: Text
    reason: Text
    evidence: Texts
    stance: Text = "affirms"
    by: Texts = []
    changes: list[ChangeShape] = []
    own: dict[str, Text | Texts] = {}


class DisputeShape(Shape):
    """A question on which readings hang; `would_change`: what would be otherwise if another reading held."""

    id: Text
    question: Text
    kind: Text
    concerns: Texts
    readings: list[ReadingShape]
    says: Text | None = None
    weight: Text | None = None
    would_change: Text | None = None
    may_all_hold: bool = False


class PassageShape(Shape):
    """A line or sentence of a source, by its fingerprint."""

    cite: Text
    origin: Text
    # The pattern is for editors only: a bad fingerprint must not hide the other passages of its file from the check.
    sha256: Annotated[str, Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"})]
    origin_basis: Text = "stated"


class PassagesShape(Shape):
    """The cited passages of one source."""

    source: Text
    passages: list[PassageShape]
