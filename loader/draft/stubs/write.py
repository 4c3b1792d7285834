"""Stubs as YAML, in the order of fields in which records are read; none of the article's sentences is repeated."""

from collections.abc import Iterable, Iterator

from ledger.text import plain_line
from loader.draft.stubs.record import ClaimThere, PlaceStubs, Stub, StubClaim, StubLink, Written
from loader.imports.draft.yaml_lines import quote
from loader.read.drafts import DRAFT

HEAD = """\
# Records to begin with, one for each name and figure of source/{short} that no record had: {number} of them.
# What stands in them is guessed by rules. None is loaded as long as it has its line `draft`, which lists what was
# guessed and from which words. Read the sentence, mend the guesses, write `says` in your own words, fill or take out
# what is empty, then take the line `draft` away. Take away what is no record. Records may stay in this file.
"""


def write_stubs(places: Iterable[PlaceStubs], short: str) -> str:
    """A file of all stubs, with the claims of records that are elsewhere as comments."""
    every = list(places)
    head = HEAD.format(short=short, number=sum(len(p.stubs) for p in every))
    parts = [head]
    for place in every:
        parts += [f"# {short}:{stub.place}\n{write_stub(stub)}\n" for stub in place.stubs]
        parts += [f"# {cited}: {deal} has a figure of it: add {cited} to its evidence, or a reading to a dispute.\n"
                  for deal in place.there for cited in [f"{short}:{place.at}"]]  # fmt: skip
        for there in place.claims:
            claim = "\n".join(f"#{line and ' '}{line}" for line in write_claim(there).splitlines())
            parts.append(f"# {there.claim.evidence}: of {there.of}, {there.where}\n{claim}\n")
    return "\n".join(parts)


def write_claim(there: ClaimThere) -> str:
    """A claim to be put under `claims` of a record that is there."""
    return "\n".join(["  claims:", *(f"  {line}" for line in _claim(there.claim))])


def write_stub(stub: Stub) -> str:
    """One record of a list of records."""
    lines = list(_lines(stub))
    return "\n".join(
        [*(f"# {plain_line(note)}" for note in stub.notes), f"- {lines[0]}", *(f"  {x}" for x in lines[1:])]
    )


def _lines(stub: Stub) -> Iterator[str]:
    told = f"guessed: {', '.join(stub.guesses)}; " if stub.guesses else ""
    draft = f"{DRAFT}: {quote(plain_line(f'{told}write says'))}"
    if not stub.id:
        (link,) = stub.links
        yield f"type: {link.type}"
        yield draft
        yield from (_field(name, value) for name, value in link.fields)
        yield "says:"
        yield _list("evidence", stub.evidence)
        return
    yield f"id: {stub.id}"
    if stub.readings:
        yield f"{DRAFT}: {quote(plain_line(f'{told}write question, says, reasons'))}"
        yield from _dispute(stub)
        return
    yield draft
    yield from (_field(name, value) for name, value in stub.fields)
    yield "says:"
    yield _list("evidence", stub.evidence)
    if stub.evidence_for:
        yield "evidence_for:"
        yield from (f"  {_list(name, cited)}" for name, cited in stub.evidence_for.items())
    if stub.basis != "stated":
        yield f"basis: {stub.basis}"
    if stub.history:
        yield "history:"
    for step in stub.history:
        yield f"  - stage: {step.stage}"
        yield f'    date: "{step.date}"'
        yield f"    {_list('evidence', step.evidence)}"
        yield f"    basis: {step.basis}"
    if stub.links:
        yield "links:"
        yield from (f"  - {_flow(link)}" for link in stub.links)
    if stub.claims:
        yield "claims:"
    for claim in stub.claims:
        yield from _claim(claim)


def _dispute(stub: Stub) -> Iterator[str]:
    yield "question:"
    yield from (_field(name, value) for name, value in stub.fields)
    yield "would_change:"
    yield "readings:"
    for key, cited in stub.readings:
        yield f"  - key: {key}"
        yield "    says:"
        yield "    rank: preferred"
        yield "    reason:"
        yield f"    evidence: [{cited}]"


def _claim(claim: StubClaim) -> Iterator[str]:
    yield f"  - key: {claim.key}"
    yield "    topic: description"
    if claim.by:
        yield f"    by: [{claim.by}]"
    yield f"    evidence: [{claim.evidence}]"
    yield "    says:"


def _field(name: str, value: str) -> str:
    """A field on its line; what is in brackets or quotes already is left so."""
    if not value:
        return f"{name}:"
    return f"{name}: {value if isinstance(value, Written) else quote(value)}"


def _list(name: str, values: Iterable[str]) -> str:
    return f"{name}: [{', '.join(values)}]"


def _flow(link: StubLink) -> str:
    fields = "".join(f", {_field(name, value)}{'' if value else ' '}" for name, value in link.fields)
    return f"{{type: {link.type}{fields}}}"
