"""The stages that a deal went through: a claim each, and the last one as the deal's own."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from cypher.model import Model
from cypher.model.labels import LABELS
from cypher.results import Value
from ledger.dates import BadDate, check_date
from ledger.deals import Stage, Step
from ledger.glossary import spell_term
from ledger.ids import split_kind
from ledger.progress import goes_back, order_steps
from loader.expand.claims import claim_links, lines_of, plain_link
from loader.expand.shapes import NodeShape, StepShape
from loader.records import Link, Node, Problem, RawRecord, Severity, Spot

WITH_STAGES = tuple(n.kind for n in LABELS if n.property("stage") and n.property("instrument"))


def expand_history(shape: NodeShape, spot: Spot) -> Iterator[Node | Link | Problem]:
    """A claim a step, with what it is about and rests on, and what is wrong with their order."""
    for number, step in enumerate(shape.history):
        yield from _step(step, number, spot.at("history", number), shape)
    yield from _unclear_support(shape, spot)
    yield from _disorder(shape, spot)


def leave_out_misplaced(record: RawRecord, model: Model) -> tuple[RawRecord, list[Problem]]:
    """The record without a history where it can have none, and a problem that says so, once for all its steps.

    Of a kind that there is not, its id is told.
    """
    written = str(record.fields.get("id"))
    label = model.find_label_of_id(written)
    if "history" not in record.fields or split_kind(written) in WITH_STAGES:
        return record, []
    what = f"{written} has a history of stages"
    remedy = f"only a {' or '.join(WITH_STAGES)} has one: say what became of it as claims"
    if label and label.label not in {n.label for n in LABELS}:
        remedy += f", or `{{field: history, of: {label.label}, is: …}}` in model.yaml as entries of a property"
    where = Spot(record.where, record.lines).at("history").where
    fields = {name: value for name, value in record.fields.items() if name != "history"}
    told = [Problem(where, "history", what, remedy)] if label else []
    return replace(record, fields=fields), told


def find_last_stage(shape: NodeShape) -> Stage | None:
    """The stage that the deal's history ends with; None where it has none that can be read."""
    steps = order_steps(_read_steps(shape).values())
    return steps[-1].stage if steps else None


def _read_steps(shape: NodeShape) -> dict[int, Step]:
    """The steps that can be read, by their place in the record; what is wrong with others is found with the claims."""
    found: dict[int, Step] = {}
    for number, step in enumerate(shape.history):
        with suppress(BadDate, ValueError):
            found[number] = Step(Stage(step.stage), check_date(step.date))
    return found


def _step(step: StepShape, number: int, spot: Spot, owner: NodeShape) -> Iterator[Node | Link]:
    claim_id = f"claim/{owner.id}/history/{_key(step, number)}"
    says = step.says or f"{owner.name}: {spell_term(step.stage)}"
    evidence = _find_evidence(step, owner)
    told: dict[str, Value] = {
        **step.own, "name": says, "paraphrase": says, "basis": step.basis or owner.basis, "evidence": evidence,
        "topic": "stage", "stage": step.stage, "date": step.date, "rank": "preferred", "stance": "affirms",
        "reason": step.reason,
    }  # fmt: skip
    properties = {name: value for name, value in told.items() if value is not None}
    lines = lines_of(spot, properties, step.evidence or ())
    lines |= {"name": spot.at("says").where.line} if spot.lines else {}
    yield Node(claim_id, "", properties, tuple(evidence), spot.where, lines)
    yield plain_link("ABOUT", claim_id, owner.id, spot)
    yield from claim_links(claim_id, [step.by] if isinstance(step.by, str) else step.by, evidence, spot)


def _find_evidence(step: StepShape, owner: NodeShape) -> list[str]:
    """A step's own passages, else those of the record's stage, else of the whole record."""
    return owner.evidence_for.get("stage", owner.evidence) if step.evidence is None else step.evidence


def _unclear_support(shape: NodeShape, spot: Spot) -> Iterator[Problem]:
    """Steps that rest on all of several passages, since they name none."""
    bare = [number for number, step in enumerate(shape.history) if step.evidence is None]
    if bare and "stage" not in shape.evidence_for and len(shape.evidence) > 1:
        steps = "1 step rests" if len(bare) == 1 else f"{len(bare)} steps rest"
        what = f"{steps} on all {len(shape.evidence)} passages of {shape.id}"
        remedy = "give each step the `evidence` that tells it"
        yield Problem(spot.at("history", bare[0]).where, "history", what, remedy, Severity.WARNING)


def _key(step: StepShape, number: int) -> str:
    try:
        return f"{check_date(step.date).replace('/', '-')}-{Stage(step.stage)}"
    except ValueError:
        return str(number)


def _disorder(shape: NodeShape, spot: Spot) -> Iterator[Problem]:
    """Two stages of one date, a stage that goes back, and an own stage that is not the last."""
    places = {step: number for number, step in reversed(_read_steps(shape).items())}
    by_date: dict[str, Step] = {}
    for step, number in sorted(places.items(), key=lambda item: item[1]):
        first = by_date.setdefault(step.date, step)
        if first.stage is not step.stage:
            what = f"{shape.id} is {_spell(first)} and {_spell(step)} on one date, {step.date}"
            remedy = "keep the one that it had come to by then, or date them as precisely as a source does"
            yield Problem(spot.at("history", number).where, "history", what, remedy)
    steps = order_steps(places)
    for earlier, later in pairwise(steps):
        number = places[later]
        if goes_back(earlier.stage, later.stage) and shape.history[number].reason is None:
            what = f"{shape.id} goes back from {_spell(earlier)}, {earlier.date}, to {_spell(later)}, {later.date}"
            remedy = "correct a stage or a date, or say why as its `reason`"
            yield Problem(spot.at("history", number).where, "history", what, remedy, Severity.WARNING)
    own = (shape.__pydantic_extra__ or {}).get("stage")
    if steps and own is not None and own != steps[-1].stage:
        what = f"stage {own} of {shape.id} is not the last of its history, {_spell(steps[-1])}, {steps[-1].date}"
        yield Problem(spot.at("stage").where, "stage", what, "leave `stage` out, or add the step that is missing")


def _spell(step: Step) -> str:
    return spell_term(step.stage)
