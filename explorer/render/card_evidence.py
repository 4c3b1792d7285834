"""What an answer rests on, as parts of its card: records with figures, disagreements by weight, numbered passages.

Everything of the records is escaped.
"""

import html
from collections.abc import Iterable, Mapping

from cypher.disagreements.words import spell_odds
from cypher.evidence import CitedPassage, DisputeView, ReadingView
from cypher.model import Model
from cypher.rests_on import RestsOn
from cypher.results import GraphEdge, GraphNode
from cypher.support import name_article, tell_whose_words
from explorer.render.evidence_list import AS_FIGURE, tell_amount, tell_support
from explorer.render.tooltip import list_properties
from ledger.disputes import NONE_PREFERRED, Weight, describe_weight
from ledger.glossary import spell_term
from ledger.text import count_things, plain_line

Numbers = Mapping[str, int]
"""By the id of a passage, the number that it has on the card."""


def number_passages(known: RestsOn) -> dict[str, int]:
    """Passages by article and line, from 1."""
    order = sorted(known.passages.items(), key=lambda item: _sort_key(item[1][0]))
    return {passage: number for number, (passage, _) in enumerate(order, start=1)}


def write_passages(known: RestsOn, numbers: Numbers) -> str:
    """Every passage by its number: where it stands, whose words it has, and its fingerprint."""
    articles: dict[str, list[str]] = {}
    for passage in numbers:
        articles.setdefault(name_article(known.passages[passage][0]), []).append(passage)
    if not articles:
        return ""
    told = (
        "<p class='small'>A fingerprint is the SHA-256 of the passage's text (NFC, runs of white space as one blank, "
        "trimmed, UTF-8): whoever has the article can verify it. The articles' own words are not on this card.</p>"
    )
    return told + "".join(
        f"<h3>{_say(article)}</h3><table><tbody>"
        f"{''.join(_write_passage(numbers[i], i, known.passages[i]) for i in passages)}</tbody></table>"
        for article, passages in articles.items()
    )


def _write_passage(number: int, passage_id: str, cited: tuple[CitedPassage, ...]) -> str:
    words = "; ".join(dict.fromkeys(tell_whose_words(p) for p in cited))
    return (
        f"<tr id='p{number}'><td>[{number}]</td><td>{_say(cited[0].place)}</td><td>{_say(words)}</td>"
        f"<td class='print'>{_say(cited[0].sha256)}<br>{_say(passage_id)}</td></tr>"
    )


def write_records(known: RestsOn, numbers: Numbers, model: Model) -> str:
    """An entry for each node, then each relationship, in the order of their names."""
    names = {n.id: model.name_of(n) for n in known.things.nodes}
    nodes = sorted((n for n in known.things.nodes if n.id not in known.ends), key=lambda n: (names[n.id], n.id))
    edges = sorted(known.things.edges, key=lambda e: (names[e.start], names[e.end], e.id))
    return "".join(
        [
            *(_write_record(n, f"{names[n.id]} · {n.label}", numbers, model) for n in nodes),
            *(_write_record(e, _name_edge(e, names, model), numbers, model) for e in edges),
        ]
    )


def _name_edge(edge: GraphEdge, names: Mapping[str, str], model: Model) -> str:
    role = f" ({spell_term(edge.role)})" if edge.role else ""
    return f"{names[edge.start]} — {model.reads(edge.type)}{role} — {names[edge.end]}"


def _write_record(thing: GraphNode | GraphEdge, heading: str, numbers: Numbers, model: Model) -> str:
    says = str(thing.properties.get("paraphrase") or "")
    told = "; ".join(list_properties(thing, model, AS_FIGURE))
    parts = (
        f"<h3>{_say(heading)}</h3>",
        *(f"<p><b>{_say(amount)}</b></p>" for amount in tell_amount(thing)),
        *(f"<p>{_say(text)}</p>" for text in (says, told) if text),
        f"<p class='small'>{_say(tell_support(thing) or 'no passage is cited for it')} "
        f"{_refer(thing.texts('evidence'), numbers)}</p><p class='id'>{_say(thing.id)}</p>",
    )
    return f"<div class='record'>{''.join(parts)}</div>"


def write_disagreements(known: RestsOn, numbers: Numbers) -> str:
    """How many there are by weight, then each with its readings, the weightiest first."""
    if not known.disputes:
        return ""
    weights = (*Weight, None)
    counts = ((w, sum(d.weight is w for d in known.disputes)) for w in weights)
    told = ", ".join(f"{number} {describe_weight(weight)}" for weight, number in counts if number)
    head = f"<p class='small'>{count_things(len(known.disputes), 'disagreement')}: {_say(told)}.</p>"
    return head + "".join(_write_dispute(dispute, numbers) for dispute in known.disputes)


def _write_dispute(dispute: DisputeView, numbers: Numbers) -> str:
    undecided = NONE_PREFERRED if dispute.is_undecided else ""
    sort = " · ".join(filter(None, (spell_term(dispute.kind), spell_odds(dispute.disagreement), undecided)))
    change = f"<p>What would change: {_say(dispute.would_change)}</p>" if dispute.would_change else ""
    readings = "".join(_write_reading(reading, numbers) for reading in dispute.readings)
    return (
        f"<div class='dispute'><p><span class='weight'>{_say(describe_weight(dispute.weight))}</span> · {_say(sort)}"
        f"</p><h3>{_say(dispute.question)}</h3>{change}<ul>{readings}</ul><p class='id'>{_say(dispute.id)}</p></div>"
    )


def _write_reading(reading: ReadingView, numbers: Numbers) -> str:
    rank = spell_term(reading.rank) + (" (denied)" if reading.stance == "denies" else "")
    return (
        f"<li><b>{_say(rank)}</b>: {_say(reading.says)} <i>{_say(reading.reason)}</i> "
        f"{_refer(reading.evidence, numbers)}</li>"
    )


def _refer(passages: Iterable[str], numbers: Numbers) -> str:
    refs = " ".join(_link(passage, numbers) for passage in passages)
    return f"<span class='refs'>{refs}</span>" if refs else ""


def _link(passage: str, numbers: Numbers) -> str:
    if passage not in numbers:
        return f"[{_say(passage)}: not in the graph]"
    return f"<a href='#p{numbers[passage]}'>[{numbers[passage]}]</a>"


def _sort_key(passage: CitedPassage) -> tuple[str, int, int, str]:
    return passage.article, passage.line, passage.sentence or 0, passage.id


def _say(text: object) -> str:
    return html.escape(plain_line(text))
