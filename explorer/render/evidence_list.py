"""What a picture rests on, as a part of the page that is taken along: each thing in it with its words, its figure, its
passages, and where the sources disagree. Everything of the records is escaped; there is no script in it.
"""

import html
from collections.abc import Iterable, Iterator, Mapping

from cypher.deals import UnreadableDeal, amount_of
from cypher.evidence import DisputeView, ReadingView
from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.support import Support
from explorer.render.style import is_gathered
from explorer.render.tooltip import list_properties
from ledger.disputes import NONE_PREFERRED
from ledger.evidence import spell_basis
from ledger.glossary import spell_term

AS_FIGURE = ("amount_value", "amount_ceiling", "amount_qualifier", "amount_unit", "basis")
"""Properties that are told apart from the others; what a figure is of, and for which time, is not among them."""


def write_evidence_list(subgraph: Subgraph, support: Support, model: Model) -> str:
    """A section with an entry for each node, then each relationship, in the order of their names."""
    names = {n.id: model.name_of(n) for n in subgraph.nodes}
    nodes = sorted((n for n in subgraph.nodes if not is_gathered(n)), key=lambda n: (names[n.id], n.id))
    edges = sorted(
        (e for e in subgraph.edges if not e.start.startswith("gathered/")),
        key=lambda e: (names[e.start], names[e.end], e.id),
    )
    entries = [_write_node(node, names[node.id], support, model) for node in nodes]
    entries += [_write_edge(edge, names, support, model) for edge in edges]
    if not entries:
        return ""
    return f'<section class="evidence"><h2>What it rests on</h2>{"".join(entries)}</section>'


def _write_node(node: GraphNode, name: str, support: Support, model: Model) -> str:
    return _write_entry(node, f"{name} · {node.label}", support, model)


def _write_edge(edge: GraphEdge, names: Mapping[str, str], support: Support, model: Model) -> str:
    role = f" ({spell_term(edge.role)})" if edge.role else ""
    heading = f"{names[edge.start]} — {model.reads(edge.type)}{role} — {names[edge.end]}"
    return _write_entry(edge, heading, support, model)


def _write_entry(thing: GraphNode | GraphEdge, heading: str, support: Support, model: Model) -> str:
    paraphrase = str(thing.properties.get("paraphrase") or "")
    told = "; ".join(list_properties(thing, model, AS_FIGURE))
    parts = [
        *(f"<p><b>{html.escape(amount)}</b></p>" for amount in tell_amount(thing)),
        *(f"<p>{html.escape(text)}</p>" for text in (paraphrase, told, tell_support(thing)) if text),
        _write_passages(thing.texts("evidence"), support),
        *(_write_dispute(support.disputes[i], support) for i in thing.texts("disputes") if i in support.disputes),
        f'<p class="id">{html.escape(thing.id)}</p>',
    ]
    return f"<details><summary>{html.escape(heading)}</summary>{''.join(parts)}</details>"


def tell_amount(thing: GraphNode | GraphEdge) -> Iterator[str]:
    """Its figure with qualifier and unit, or why it cannot be read; nothing where it has none."""
    try:
        amount = amount_of(thing)
    except UnreadableDeal as error:
        yield f"its figure cannot be read: {error}"
        return
    if amount is not None:
        yield str(amount)


def tell_support(thing: GraphNode | GraphEdge) -> str:
    """How many articles and independent origins it has, and on what basis it stands."""
    articles, origins = len(thing.texts("articles")), len(thing.texts("origins"))
    counted = f"{_count(articles, 'article')}, {_count(origins, 'independent origin')}" if articles else ""
    return "; ".join(filter(None, (counted, spell_basis(thing.properties.get("basis")))))


def _write_passages(ids: Iterable[str], support: Support) -> str:
    cited = [f"<li>{html.escape(support.cite(i))}</li>" for i in ids]
    return f"<ul>{''.join(cited)}</ul>" if cited else ""


def _write_dispute(dispute: DisputeView, support: Support) -> str:
    weight = f"{dispute.weight}: " if dispute.weight else ""
    undecided = f", {NONE_PREFERRED}" if dispute.is_undecided else ""
    readings = "".join(_write_reading(reading, support) for reading in dispute.readings)
    return (
        f'<div class="dispute"><p><b>Disagreement</b> ({html.escape(weight)}{html.escape(dispute.id)}{undecided})<br>'
        f"{html.escape(dispute.question)}</p><ul>{readings}</ul></div>"
    )


def _write_reading(reading: ReadingView, support: Support) -> str:
    rank = spell_term(reading.rank) + (" (denied)" if reading.stance == "denies" else "")
    words = f"{html.escape(reading.says)} <i>{html.escape(reading.reason)}</i>"
    return f"<li><b>{html.escape(rank)}</b>: {words}{_write_passages(reading.evidence, support)}</li>"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
