"""`docs/model.md`: the model as a page with a diagram."""

from collections.abc import Iterable

from cypher.model import Family, Model, NodeType, Property, RelationshipType, Walk

HEAD = """\
# The model

*Made from `cypher/model/` by `make docs`; edit it there.*

One label a node, one uniqueness constraint on `id` a label and a relationship type. A node's id is `kind/name`,
a relationship's `start|TYPE|end|role`. Money, evidence and disputes are explained in [records.md](records.md).

This is what every set has. A set may add labels, relationship types, properties and terms of its own
([records.md](records.md#a-model-of-your-own)), and say what [words of its own](records.md#words-of-your-own)
are read as; `lodegraph model FOLDER` lists them with these.
"""

FAMILIES = {
    Family.PARTY: "Who acts",
    Family.DEAL: "What is agreed or imposed",
    Family.CONTEXT: "What it is about",
    Family.EVIDENCE: "Why to believe it",
    Family.BOOKKEEPING: "Book-keeping",
}


def make_model_page(model: Model) -> str:
    """The page's text."""
    parts = [
        HEAD,
        "## The facts\n",
        _draw_diagram(_list_fact_types(model)),
        "## The evidence\n",
        _draw_diagram(_list_evidence_types(model)),
    ]
    parts += ["## Every node and relationship\n", _describe_properties((*model.shared, *model.managed)), "## Labels\n"]
    parts += [_describe_family(family, model) for family in FAMILIES]
    parts += ["## Relationship types\n", *(_describe_relationship(r) for r in model.relationship_types)]
    return "\n".join(parts)


def _list_fact_types(model: Model) -> list[RelationshipType]:
    return [r for r in model.relationship_types if r.needs_evidence]


def _list_evidence_types(model: Model) -> list[RelationshipType]:
    return [r for r in model.relationship_types if not r.needs_evidence]


def _draw_diagram(types: Iterable[RelationshipType]) -> str:
    """A diagram in Mermaid: an arrow a pair of labels, with all types that go that way; walkable ones are thick."""
    arrows: dict[tuple[str, str, bool], list[str]] = {}
    for r in types:
        facts = len(r.ends) > 6
        for start in r.starts:
            for end in ("any fact",) if facts else r.ends:
                arrows.setdefault((start, end, r.walkable), []).append(r.name)
    lines = [
        f'  {_draw_box(start)} {"==>" if walkable else "-.->"}|"{"<br/>".join(names)}"| {_draw_box(end)}'
        for (start, end, walkable), names in arrows.items()
    ]
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```", "", "Thick arrows are walked by paths.", ""])


def _draw_box(label: str) -> str:
    return f'{label.replace(" ", "_")}["{label}"]'


def _describe_family(family: Family, model: Model) -> str:
    members = [n for n in model.labels if n.family is family]
    return "\n".join([f"### {FAMILIES[family]}\n", *(_describe_label(n) for n in members)])


def _describe_label(n: NodeType) -> str:
    return f"#### {n.label}\n\n{n.meaning} Ids: `{n.kind}/…`.\n\n{_describe_properties(n.properties)}"


def _describe_relationship(r: RelationshipType) -> str:
    traits = [
        "cites evidence" if r.needs_evidence else "is evidence itself",
        "walkable" if r.walkable else "not walked",
        *([f"followed by paths of {r.walk}"] if r.walk is not Walk.OTHER else []),
    ]
    lines = [
        f"### {r.name}\n\n{r.meaning}\n",
        f"- from {', '.join(r.starts)} to {', '.join(r.ends)}",
        f"- roles: {', '.join(r.roles)}",
        f"- {', '.join(traits)}\n",
    ]
    return "\n".join([*lines, *([_describe_properties(r.properties)] if r.properties else [])])


def _describe_properties(properties: Iterable[Property]) -> str:
    rows = [
        f"| `{p.name}` | {p.kind}{' (required)' if p.required else ''} | {_describe_meaning(p)} |" for p in properties
    ]
    return "\n".join(["| property | holds | meaning |", "|---|---|---|", *rows, ""])


def _describe_meaning(p: Property) -> str:
    return p.meaning + (f": {', '.join(f'`{t}`' for t in p.terms)}" if p.terms else "")
