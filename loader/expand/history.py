"""The stages that a deal went through: a claim each, and the last one as the deal's own."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from cypher.model.labels import LABELS
from cypher.results import Value
from ledger.dates import BadDate, check_date
from ledger.deals import Stage, Step
from ledger.glossary import spell_term
from ledger.ids import split_kind
from ledger.progress import goes_back, order_steps
from loader.expand.claims import claim_links, lines_of, plain_link
from loader.expand.shapes import NodeShape, StepShape
from loader.records import Link, Node, Problem, Severity, Spot

WITH_STAGES = tuple(n.kind for n in LABELS if n.property("stage") and n.property("instrument"))


def expand_history(shape: NodeShape, spot: Spot) -> Iterator[Node | Link | Problem]:
    """A claim a step, with what it is about and rests on, and what is wrong with their order."""
    if shape.history and split_kind(shape.id) not in WITH_STAGES:
        what, remedy = f"{shape.id} has a history of stages", f"only a {' or '.join(WITH_STAGES)} has one: write claims"
        yield Problem(spot.at("history").where, "history", what, remedy)
        return
    for number, step in enumerate(shape.history):
        yield from _step(step, number, spot.at("history", number), shape)
    yield from _disorder(shape, spot)


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
    told: dict[str, Value] = {
        "name": step.says, "paraphrase": step.says, "basis": step.basis, "evidence": step.evidence,
        "topic": "stage", "stage": step.stage, "date": step.date, "rank": "preferred", "stance": "affirms",
        "reason": step.reason,
    }  # fmt: skip
    properties = {name: value for name, value in told.items() if value is not None}
    lines = lines_of(spot, properties, step.evidence)
    lines |= {"name": spot.at("says").where.line} if spot.lines else {}
    yield Node(claim_id, "", properties, tuple(step.evidence), spot.where, lines)
    yield plain_link("ABOUT", claim_id, owner.id, spot)
    yield from claim_links(claim_id, step.by, step.evidence, spot)


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
