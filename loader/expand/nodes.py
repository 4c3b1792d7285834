"""A node's record: the node, its relationships and its claims."""

from collections.abc import Iterable, Iterator, Mapping

from cypher.model import Model
from cypher.model.labels import LABELS
from cypher.model.properties import BESIDE
from cypher.model.relationship_types import RELATIONSHIP_TYPES
from cypher.results import Value
from ledger.amounts import Amount, BadAmount
from ledger.ids import split_kind
from loader.expand.claims import SINGLE_ROLES, expand_claim, lines_of
from loader.expand.former_names import KEPT, check_former_names, list_former_names
from loader.expand.history import expand_history, find_last_stage
from loader.expand.shapes import LinkShape, NodeShape
from loader.expand.terms import spell_terms
from loader.records import Link, Node, Problem, Severity, Spot
from loader.written_names import AMOUNT

WITH_AMOUNT = tuple(n.kind for n in LABELS if n.property("amount_value"))
FIGURES_BESIDE = tuple(p.name for p in BESIDE)
WITH_SHARE = tuple(r.name for r in RELATIONSHIP_TYPES if r.property("amount_value"))


def expand_node(shape: NodeShape, spot: Spot, model: Model) -> Iterator[Node | Link | Problem]:
    """The node, then what hangs on it."""
    properties = _properties(shape)
    yield from _tell_rough_figures(properties, shape.id, spot)
    yield from check_former_names(shape, properties, spot)
    properties = {name: value for name, value in properties.items() if name not in (*AMOUNT, *KEPT)}
    properties |= list_former_names(shape)
    yield from _spell_figures_beside(properties, shape, spot)
    yield from spell_terms(properties, shape.id, spot)
    try:
        properties |= _amount(shape)
    except BadAmount as error:
        yield Problem(spot.at("amount").where, "amount", str(error), error.remedy or "see docs/records.md")
    yield Node(shape.id, "", properties, _all_citations(shape), spot.where, _lines_of_node(shape, properties, spot))
    yield from _unchecked_support(shape, spot)
    yield from _unclear_support(shape, spot)
    for number, link in enumerate(shape.links):
        yield from _links(link, spot.at("links", number), shape, model)
    for number, claim in enumerate(shape.claims):
        yield from expand_claim(claim, spot.at("claims", number), shape)
    yield from expand_history(shape, spot)


def _tell_rough_figures(properties: Iterable[str], owner: str, spot: Spot) -> Iterator[Problem]:
    for field in [name for name in properties if name in AMOUNT]:
        what = f"is written as `amount` in {owner}"
        yield Problem(spot.at(field).where, field, what, "write it as part of `amount`, such as up to USD 10 billion")


def _spell_figures_beside(properties: dict[str, Value], shape: NodeShape, spot: Spot) -> Iterator[Problem]:
    """Write figures beside a deal's own as we write them; one that cannot be read is told and taken out."""
    for field in [name for name in FIGURES_BESIDE if isinstance(properties.get(name), str)]:
        try:
            properties[field] = str(Amount.parse(properties[field]))
        except BadAmount as error:
            yield Problem(spot.at(field).where, field, str(error), error.remedy or "see docs/records.md")
            del properties[field]


def _unchecked_support(shape: NodeShape, spot: Spot) -> Iterator[Problem]:
    """Passages for one property that stand beside it: those of a node stand together."""
    for name, cited in (shape.__pydantic_extra__ or {}).items():
        stem = name.removesuffix("_evidence")
        if stem != name and isinstance(cited, list):
            remedy = f"write `evidence_for: {{{stem}: [{', '.join(map(str, cited[:2]))}]}}`"
            yield Problem(spot.at(name).where, name, f"is written under `evidence_for` in {shape.id}", remedy)


def expand_link(shape: LinkShape, spot: Spot, model: Model) -> Iterator[Link | Problem]:
    """A relationship that stands by itself, as in JSON Lines."""
    yield from _links(shape, spot, None, model)


NARROWED = "_evidence"
LINKS = "links"
"""Under `evidence_for`: the passages of a record on which its links rest that name none of their own."""


def _unclear_support(shape: NodeShape, spot: Spot) -> Iterator[Problem]:
    """Whether it is said on which of several passages the links rest that name none."""
    pinned = shape.evidence_for.get(LINKS)
    strange = [cited for cited in pinned or () if cited not in shape.evidence]
    if strange:
        what = f"names {', '.join(strange)}, which {shape.id} does not cite"
        remedy = "name passages that stand under `evidence`, or give the link its own `says` and `evidence`"
        yield Problem(spot.at("evidence_for", LINKS).where, f"evidence_for.{LINKS}", what, remedy)
    inheriting = [n for n, link in enumerate(shape.links) if link.says is None and link.evidence is None]
    if pinned is None and inheriting and len(shape.evidence) > 1:
        links = "1 link rests" if len(inheriting) == 1 else f"{len(inheriting)} links rest"
        what = f"{links} on all {len(shape.evidence)} passages of {shape.id}, and on any that is added"
        remedy = f"say on which under `evidence_for: {{links: [{', '.join(shape.evidence[:2])}]}}`, or in the link"
        where = spot.at("links", inheriting[0]).where
        yield Problem(where, "links", what, remedy, Severity.WARNING)


def _lines_of_node(shape: NodeShape, properties: Iterable[str], spot: Spot) -> dict[str, int]:
    lines = lines_of(spot, ("id", *properties), shape.evidence)
    for name, cited in shape.evidence_for.items() if spot.lines else ():
        lines[f"{name}_evidence"] = spot.at("evidence_for", name).where.line
        for number, citation in enumerate(cited):
            lines.setdefault(citation, spot.at("evidence_for", name, number).where.line)
    return lines


def _properties(shape: NodeShape) -> dict[str, Value]:
    own = dict(shape.__pydantic_extra__ or {})
    last = find_last_stage(shape) if "stage" not in own else None
    own |= {"stage": str(last)} if last else {}
    narrowed = {f"{name}_evidence": cited for name, cited in shape.evidence_for.items() if name != LINKS}
    shared = {"name": shape.name, "paraphrase": shape.says, "basis": shape.basis, "evidence": shape.evidence}
    return own | narrowed | shared


def _all_citations(shape: NodeShape) -> tuple[str, ...]:
    return (*shape.evidence, *(c for cited in shape.evidence_for.values() for c in cited))


def _amount(shape: NodeShape) -> dict[str, Value]:
    if shape.amount is None:
        return {}
    if split_kind(shape.id) not in WITH_AMOUNT:
        raise BadAmount(f"{shape.id} has no amount: only a {' or '.join(WITH_AMOUNT)} has one")
    return _stored_amount(Amount.parse(shape.amount))


def _stored_amount(amount: Amount) -> dict[str, Value]:
    numbers = {"amount_value": amount.value, "amount_ceiling": amount.ceiling}
    stored = {name: str(number) for name, number in numbers.items() if number is not None}
    return stored | {"amount_unit": amount.unit, "amount_qualifier": str(amount.qualifier)}


def _links(shape: LinkShape, spot: Spot, owner: NodeShape | None, model: Model) -> Iterator[Link | Problem]:
    starts, ends = _ends(shape.start, owner), _ends(shape.end, owner)
    where, field = spot.where, f"links.{shape.type}"
    if owner is not None and shape.start is not None and shape.end is not None:
        yield Problem(where, field, "names both ends", f"leave out the one that is {owner.id}")
        return
    if not starts or not ends or (shape.start is None and shape.end is None):
        yield Problem(where, field, "names no other end", "write `from:` or `to:` with an id")
        return
    says_alone = shape.says is not None and shape.evidence is None and shape.basis != "ours"
    if says_alone or (shape.evidence is not None and shape.says is None):
        yield Problem(where, field, "has says without evidence, or evidence without says", "write both or neither")
        return
    share: dict[str, Value] = {}
    yield from _tell_rough_figures(shape.__pydantic_extra__ or (), shape.type, spot)
    try:
        share = _share(shape, len(starts) * len(ends), model)
    except BadAmount as error:
        remedy = error.remedy or "see docs/records.md"
        yield Problem(spot.at("amount").where, f"{field}.amount", str(error), remedy)
    role = shape.role or _only_role(shape.type, model)
    for start in starts:
        for end in ends:
            yield _link(shape, spot, owner, (start, end, role), share)


def _only_role(type_: str, model: Model) -> str:
    """The role that need not be written: the single one that a type has, or had before a set added others."""
    declared = model.find_relationship_type(type_)
    own = declared.roles[0] if declared and len(declared.roles) == 1 else ""
    return SINGLE_ROLES.get(type_, own)


def _share(shape: LinkShape, links: int, model: Model) -> dict[str, Value]:
    """What of a deal's figure is the funder's own."""
    if shape.amount is None:
        return {}
    if model.find_relationship_type(shape.type) and shape.type not in WITH_SHARE:
        remedy = "write it as the deal's `amount`, or as a deal of its own"
        raise BadAmount(f"{shape.type} has no amount: only {' or '.join(WITH_SHARE)} has one, a funder's share", remedy)
    if links > 1:
        raise BadAmount(
            f"'{shape.amount}' stands for {links} links at once", "write a link for each, with its own share"
        )
    return _stored_amount(Amount.parse(shape.amount))


def _ends(named: str | list[str] | None, owner: NodeShape | None) -> list[str]:
    if named is None:
        return [owner.id] if owner else []
    return [named] if isinstance(named, str) else named


def _link(
    shape: LinkShape, spot: Spot, owner: NodeShape | None, names: tuple[str, str, str], share: dict[str, Value]
) -> Link:
    """One relationship by its start, its end and its role."""
    start, end, role = names
    says, evidence = shape.says, shape.evidence
    basis = shape.basis
    if says is None and owner is not None:
        says, basis = owner.says, basis or owner.basis
        evidence = owner.evidence_for.get(LINKS, owner.evidence)
    shared = {"role": role or None, "paraphrase": says, "basis": basis or "stated", "evidence": evidence or []}
    own = {name: value for name, value in (shape.__pydantic_extra__ or {}).items() if name not in AMOUNT}
    properties = own | share | {k: v for k, v in shared.items() if v is not None}
    lines = lines_of(spot, ("type", "role", "key", *properties), shape.evidence or ()) | _lines_of_ends(shape, spot)
    key, inherits = shape.key or "", shape.says is None and owner is not None
    narrowed = list_narrowed(own)
    lines = {cited: spot.at(name).where.line for name, cited in narrowed if spot.lines} | lines
    citations = tuple(dict.fromkeys((*(evidence or ()), *(cited for _, cited in narrowed))))
    return Link(shape.type, start, end, role, properties, citations, spot.where, lines, key, inherits)


def list_narrowed(properties: Mapping[str, Value]) -> list[tuple[str, str]]:
    """The passages that a link names for one property of its own, each beside that of the field."""
    return [
        (name, cited)
        for name, several in properties.items()
        if name.endswith(NARROWED) and isinstance(several, list)
        for cited in several
        if isinstance(cited, str)
    ]


def _lines_of_ends(shape: LinkShape, spot: Spot) -> dict[str, int]:
    """Where the ends that a link names stand: each by its id."""
    lines: dict[str, int] = {}
    for side, named in (("from", shape.start), ("to", shape.end)) if spot.lines else ():
        for number, end in enumerate(_ends(named, None)):
            lines[end] = spot.at(side, number).where.line
    return lines
