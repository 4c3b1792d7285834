"""The draft as text: a page to read beside the article, and to write records from.

It repeats the article's sentences, so it belongs beside the article and never among the records.
"""

from collections.abc import Iterator

from ledger.ids import is_relationship_id
from ledger.text import count_things, plain_line
from loader.draft.draft import Draft, DraftedPlace, SameDeal
from loader.draft.stubs import PlaceStubs, write_claim, write_stub

HEAD = """\
# {file}: a draft

{lines}, {places} to cite, {cited} cited so far{left}. It repeats the article's words: keep it out of the records.
`[by initials]` and `like …` are guesses; an empty place names nothing that is known.
"""


def write_draft(draft: Draft) -> str:
    """All places, in order."""
    left = f"; {draft.left} figures, names and dates of these in no record" if draft.left else ""
    head = HEAD.format(
        file=draft.file, lines=count_things(draft.lines, "line"), places=count_things(len(draft.places), "place"),
        cited=draft.cited, left=left,
    )  # fmt: skip
    return "\n".join([head, *("\n".join(_lines(p)) for p in draft.places)])


def _lines(p: DraftedPlace) -> Iterator[str]:
    yield f"## {p.citation}\n"
    yield f"> {plain_line(p.place.words)}\n"
    for name in p.names:
        yield f"- names {plain_line(name.written)}: {', '.join(name.ids)}{' [by initials]' if name.by_initials else ''}"
    for new in p.new_names:
        alike = f": like {', '.join(new.alike)}" if new.alike else ""
        yield f"- new name {plain_line(new.written)}{alike}"
    for amount in p.amounts:
        yield f"- figure {amount.amount}"
    for share in p.shares:
        yield f"- figure {share.share:f} per cent"
    for term in p.terms:
        yield f"- runs {term.length}"
    for date in p.dates:
        yield f"- date {date}{'' if date.year else ' (no year here)'}"
    for same in p.deals:
        yield f"- deal there: {same.deal.id}, {plain_line(same.deal.name)} ({_in_common(same)})"
    for dispute in p.disputes:
        yield f"- dispute it may touch: {dispute.id}, {plain_line(dispute.question)}"
    if p.follows:
        origin = f", whose origin is {p.follows.origin}" if p.follows.origin else ""
        yield f"- words as in {p.follows.citation} ({p.follows.share:.0%}){origin}"
    if p.records:
        nodes = [r for r in p.records if not is_relationship_id(r)]
        links = len(p.records) - len(nodes)
        yield f"- records: {', '.join([*nodes, *([count_things(links, 'relationship')] if links else [])])}"
    for left in p.left:
        if p.records:
            yield f"- in no record: {'; '.join(map(plain_line, left.things))} (“{plain_line(left.clause)}”)"
    yield from _stubs(p.stubs)
    yield ""


def _stubs(stubs: PlaceStubs) -> Iterator[str]:
    for there in stubs.claims:
        yield f"- for {there.of} ({there.where}):"
        yield f"\n```yaml\n{write_claim(there)}\n```"
    if stubs.stubs:
        yield "- to begin with:"
        yield "\n".join(["\n```yaml", *map(write_stub, stubs.stubs), "```"])


def _in_common(same: SameDeal) -> str:
    parts = [f"figure {same.figure}"] if same.figure else []
    return "; ".join([*parts, *same.ties])
