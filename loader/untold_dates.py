"""Dates held against the passages that they rest on: what none of them gives, and what is put together of several."""

from collections.abc import Callable, Iterator

from cypher.model.declarations import PropertyKind
from cypher.model.labels import LABELS
from cypher.model.relationship_types import RELATIONSHIP_TYPES
from ledger.dates import BadDate, check_date
from ledger.evidence import Basis
from ledger.told_dates import list_untold_parts
from loader.records import Link, Node, Problem, Severity

READ_BY_US = "retrieved"
"""When a source was read; no source tells it."""
DATES = {p.name for d in (*LABELS, *RELATIONSHIP_TYPES) for p in d.properties if p.kind is PropertyKind.DATE}
FROM_ELSEWHERE = (Basis.DERIVED, Basis.OURS)
"""What follows by a rule that the record names need not stand in a passage."""
TextOf = Callable[[str], str | None]
"""The text of a citation such as `uni:11.2`; None where the article is not at hand."""


def untold_dates(item: Node | Link, text_of: TextOf) -> Iterator[Problem]:
    """A warning for each date of a node or relationship that its passages do not give, or only together."""
    if item.properties.get("basis") in FROM_ELSEWHERE:
        return
    for name in sorted(DATES & item.properties.keys() - {READ_BY_US}):
        citations = _citations(item, name)
        texts = [text for citation in citations if (text := text_of(citation)) is not None]
        date = str(item.properties[name])
        if len(texts) == len(citations) > 0 and _is_date(date):
            yield from _of_date(item, name, date, dict(zip(citations, texts, strict=True)))


def _citations(item: Node | Link, name: str) -> list[str]:
    """The passages for a date: those named for it alone, else those of the whole."""
    cited = item.properties.get(f"{name}_evidence") or item.properties.get("evidence")
    return [str(c) for c in cited] if isinstance(cited, list) else []


def _of_date(item: Node | Link, name: str, date: str, texts: dict[str, str]) -> Iterator[Problem]:
    where, cited = item.place_of(name), " and ".join(texts)
    untold = list_untold_parts(date, "\n".join(texts.values()))
    if untold:
        does = "does" if len(texts) == 1 else "do"
        what = f"{date} of {item.id} rests on {cited}, which {does} not give the {' or the '.join(untold)}"
        field = f"`{name}_evidence: [...]`" if isinstance(item, Link) else f"`evidence_for: {{{name}: [...]}}`"
        remedy = f"cite the line that does under {field}, and write `basis: derived` if it takes several"
        yield Problem(where, name, what, remedy, Severity.WARNING)
    elif _is_stated(item) and all(list_untold_parts(date, text) for text in texts.values()):
        what = f"{date} of {item.id} is put together of {cited}, and told as stated"
        remedy = "write `basis: derived`, or cite one line that gives all of it"
        yield Problem(where, name, what, remedy, Severity.WARNING)


def _is_stated(item: Node | Link) -> bool:
    return str(item.properties.get("basis", Basis.STATED)) == Basis.STATED


def _is_date(text: str) -> bool:
    try:
        return bool(check_date(text))
    except BadDate:
        return False
