"""The relationships of a draft: who stands how to the deal, or who owns whom."""

from collections.abc import Iterator

from loader.imports.draft import words
from loader.imports.draft.guess import Guess
from loader.imports.draft.look import Look
from loader.imports.draft.yaml_lines import comment, quote, table

ROLES = {
    "funder": ("FUNDS", "funder", "who pays"), "recipient": ("GOES_TO", "recipient", "who receives"),
    "buyer": ("PARTY_TO", "buyer", "who buys"), "seller": ("PARTY_TO", "seller", "who sells"),
    "owner": ("PARTY_TO", "holder", "who holds"), "owned": ("PARTY_TO", "counterpart", "the other side"),
}  # fmt: skip


def links(look: Look) -> Iterator[str]:
    """The lines of all relationships."""
    lines = list(_links(look))
    yield "links:" if lines else "links: []"
    yield from lines


def _links(look: Look) -> Iterator[str]:
    if look.is_of_stakes:
        yield from _stakes(look)
        return
    covers = look.column("instrument") and any(
        words.INSTRUMENTS.get(t.casefold()) in ("guarantee", "insurance")
        for t in look.column("instrument").column.texts  # type: ignore[union-attr]
    )
    for guess in look.parties:
        type_, role, says = ROLES[guess.is_]
        ends = f"from: deal, to: {guess.is_}" if type_ == "GOES_TO" else f"from: {guess.is_}, to: deal"
        if type_ == "FUNDS" and covers:
            yield from _of_covers(look, guess)
        else:
            yield f"  - {{type: {type_}, {ends}, role: {role}}}{comment(f'{says}, by the heading')}"
    for part, type_, role in (
        ("project", "GOES_TO", "purpose"),
        ("mineral", "COVERS", ""),
        ("country", "LOCATED_IN", ""),
    ):
        if look.column(part):
            yield f"  - {{type: {type_}, from: deal, to: {part}{f', role: {role}' if role else ''}}}"


def _of_covers(look: Look, guess: Guess) -> Iterator[str]:
    """Nobody funds a guarantee or insurance: who gives it is a party to it."""
    instrument = look.column("instrument")
    column = quote(instrument.column.heading) if instrument else ""
    given = [
        t
        for t in (instrument.column.distinct if instrument else ())
        if words.INSTRUMENTS.get(t.casefold()) in ("guarantee", "insurance")
    ]
    types = table((t, "PARTY_TO") for t in given)
    roles = table((t, "guarantor" if words.INSTRUMENTS[t.casefold()] == "guarantee" else "insurer") for t in given)
    why = comment("a guarantee or insurance is no money given")
    yield f"  - type: {{column: {column}, values: {types}, otherwise: FUNDS}}{why}"
    yield f"    from: {guess.is_}"
    yield "    to: deal"
    yield f"    role: {{column: {column}, values: {roles}, otherwise: funder}}"


def _stakes(look: Look) -> Iterator[str]:
    owned = look.column("owned") or look.column("recipient") or look.column("project")
    share, since = look.column("share"), look.column("since") or look.column("date")
    if owned and share:
        yield f"  - type: OWNS{comment('who owns whom, by the headings')}"
        yield "    from: owner"
        yield f"    to: {owned.is_}"
        yield f"    share: {{column: {quote(share.column.heading)}}}"
        yield f"    # holding: direct{comment('where the list says that stakes are the owners own')}"
        if since:
            yield f"    since: {{column: {quote(since.column.heading)}}}{comment(f'guessed: {since.why}')}"
        if look.column("country"):
            yield f"  - {{type: LOCATED_IN, from: {owned.is_}, to: country}}"
        if look.column("project") and owned.is_ != "project":
            yield f"  - {{type: OWNS, from: {owned.is_}, to: project}}"
