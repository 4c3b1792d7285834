"""A deal for each figure of a sentence that no deal has: its terms guessed by the words, its sides by the names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date as day_of

from ledger.deals import Instrument, Stage, WhoseMoney
from ledger.found_amounts import FoundAmount
from ledger.found_dates import FoundDate
from loader.draft.known import Body, Known
from loader.draft.stubs.day import ArticleDay
from loader.draft.stubs.record import BLANK, Stub, StubLink, StubStep, write_day
from loader.draft.stubs.sentence import GOODS, Sentence
from loader.draft.stubs.sides import GETTERS, Sides, find_sides
from loader.draft.stubs.verbs import Guess, guess_instrument, guess_stage, list_stages
from loader.draft.stubs.whose import guess_whose
from loader.imports.ids import slug

COVERS = frozenset((Instrument.GUARANTEE, Instrument.INSURANCE))
COVERER = {Instrument.GUARANTEE: "guarantor", Instrument.INSURANCE: "insurer"}
BOUGHT = frozenset((Instrument.OFFTAKE, Instrument.SUPPLY))
PAPER = {Instrument.LETTER_OF_INTEREST: "letter", Instrument.LETTER_OF_INTENT: "letter", Instrument.EQUITY: "stake"}
GIVES = re.compile(
    r"\b(?:puts?|putting) (?:in|up)\b|\b(?:provides?|pays?|gives?|contributes?|spends?|commits?)\b", re.I
)
PUT_AT = re.compile(r"\bput(?:s)? (?:\w+ ){1,3}at\s+$")
PRIVATE = re.compile(r"\bprivate (?:capital|money|sector|investors?|investment|funds?)\b", re.I)
DATES_OF = {
    Stage.APPROVED: "approval", Stage.SIGNED: "signature", Stage.ANNOUNCED: "announcement",
    Stage.COMMITTED: "commitment",
    Stage.CLOSED: "financial close", Stage.FUNDED: "payment", Stage.DRAWN: "drawing", Stage.CANCELLED: "cancellation",
}  # fmt: skip


class DealGuesser:
    """Writes the stubs of deals; `short`: of citations, `bodies`: agencies of the set and those that are new."""

    def __init__(self, short: str, known: Known, day: ArticleDay | None, bodies: Mapping[str, Body]) -> None:
        self._short, self._day, self._bodies = short, day, bodies
        self._taken: set[str] = set(known.deals)

    def guess(self, sentence: Sentence, figure: FoundAmount) -> Stub:
        """The deal of one figure."""
        own = sentence.own_words(figure)
        instrument = self._instrument(sentence, figure, own)
        term = instrument.term if instrument else str(Instrument.UNSPECIFIED)
        sides = self._sides(sentence, figure, own, term)
        place, unit = sentence.place, figure.amount.unit
        stub = Stub(self._id(sides, term, place), place, unit, evidence=[self._cite(place)])
        stub.fields += [("name", self._name(sides, term)), ("amount", str(figure.amount)), ("instrument", term)]
        if instrument and term != Instrument.UNSPECIFIED:
            stub.guess("instrument", instrument.words)
        else:
            stub.guesses.append("instrument")
        self._tell_stage(stub, sentence, figure, own)
        self._tell_money(stub, sentence, sides, own)
        self._tell_term(stub, sentence)
        stub.links += self._links(stub, sides, term)
        return stub

    def _sides(self, sentence: Sentence, figure: FoundAmount, own: range, term: str) -> Sides:
        """Whose the deal is. Nobody gives where the words only put something at a figure, or call it private."""
        text = sentence.text
        sides = find_sides(text, figure.start, own, sentence.actors, term in BOUGHT)
        if sentence.find_cost(figure):
            before = [a for a in sentence.actors if a.of_kind in GETTERS and a.start < figure.start]
            return replace(sides, givers=(), getter=before[0] if before else None)
        gives = term != Instrument.UNSPECIFIED or GIVES.search(text) or guess_stage(text, text)
        if not gives or PUT_AT.search(text[: figure.start]) or PRIVATE.search(text[own.start : own.stop]):
            return replace(sides, givers=(), getter=sides.getter if gives else None)
        return sides

    def _instrument(self, sentence: Sentence, figure: FoundAmount, own: range) -> Guess | None:
        if cost := sentence.find_cost(figure):
            return Guess(str(Instrument.UNSPECIFIED), cost)
        is_alone = len(sentence.figures) == 1
        found = guess_instrument(sentence.text, figure, own, is_alone)
        goods = figure.amount.unit in GOODS
        if goods and (found is None or found.term not in BOUGHT):
            return None
        return found

    def _tell_stage(self, stub: Stub, sentence: Sentence, figure: FoundAmount, own: range) -> None:
        if cost := sentence.find_cost(figure):
            stub.fields += [("amount_of", "cost"), ("stage", str(Stage.NOT_STATED))]
            stub.guess("amount_of", cost)
            return
        if figure.amount.unit in GOODS and ("instrument", str(Instrument.UNSPECIFIED)) in stub.fields:
            stub.fields.append(("amount_of", "flow"))
            stub.guesses.append("amount_of")
        steps = self._steps(sentence)
        if steps:
            stub.history += steps
            stub.basis = "derived"
            stub.guesses += ["history"]
            return
        words = sentence.text[own.start : own.stop]
        guess = guess_stage(words, sentence.text if len(sentence.figures) == 1 else words)
        stub.fields.append(("stage", guess.term if guess else str(Stage.NOT_STATED)))
        if guess:
            stub.guess("stage", guess.words)
        else:
            stub.guesses.append("stage")
        self._tell_date(stub, sentence, guess.term if guess else "")

    def _steps(self, sentence: Sentence) -> list[StubStep]:
        """Announced or signed on a day, and cancelled since, on no day that is told."""
        told = {g.term for g in list_stages(sentence.text)}
        off = next((s for s in (Stage.CANCELLED, Stage.WITHDRAWN) if s in told), None)
        before = next((s for s in (Stage.SIGNED, Stage.APPROVED, Stage.ANNOUNCED) if s in told), None)
        dates = [d for d in map(self._whole, sentence.dates) if d]
        if off is None or before is None or not dates or self._day is None or len(self._day.date) < 10:
            return []
        days = _days_between(dates[0], self._day.date)
        if days is None or days <= 0:
            return []
        cited = (self._cite(self._day.place), self._cite(sentence.place))
        return [
            StubStep(str(before), dates[0], "derived", cited),
            StubStep(str(off), f"P{days}D/{self._day.date}", "derived", cited),
        ]

    def _tell_date(self, stub: Stub, sentence: Sentence, stage: str) -> None:
        dates = [(d, self._whole(d)) for d in sentence.dates]
        found = next(((d, text) for d, text in dates if text), None)
        if found is None:
            return
        date, text = found
        stub.fields += [("date", write_day(text)), ("date_of", DATES_OF.get(Stage(stage), BLANK) if stage else BLANK)]
        stub.guess("date", date.written)
        if date.year is None and self._day is not None:
            stub.evidence_for["date"] = (self._cite(self._day.place), self._cite(sentence.place))
            stub.evidence_for["links"] = (self._cite(sentence.place),)
            stub.basis = "derived"
            stub.notes.append("the year is that of the article's day")

    def _whole(self, date: FoundDate) -> str | None:
        """A day of a sentence with its year: its own, or the article's where that makes it no later day than that."""
        if date.month is None or date.day is None:
            return None
        if date.year is not None:
            return str(date)
        if self._day is None:
            return None
        text = f"{self._day.year:04}-{date.month:02}-{date.day:02}"
        return text if text <= self._day.date else f"{self._day.year - 1:04}{text[4:]}"

    def _tell_money(self, stub: Stub, sentence: Sentence, sides: Sides, own: range) -> None:
        whose, of = guess_whose(sides.givers, self._bodies)
        if not sides.givers and PRIVATE.search(sentence.text[own.start : own.stop]):
            whose = WhoseMoney.PRIVATE
        stub.fields.append(("whose_money", str(whose)))
        if of:
            stub.fields.append(("money_of", of))
        stub.guesses.append("whose_money")

    def _tell_term(self, stub: Stub, sentence: Sentence) -> None:
        if sentence.terms:
            stub.fields.append(("tenor", sentence.terms[0].length))
            stub.guess("tenor", sentence.terms[0].written)

    def _links(self, stub: Stub, sides: Sides, term: str) -> Iterator[StubLink]:
        if term in BOUGHT:
            yield from (_link("PARTY_TO", "from", a.id, "buyer") for a in sides.givers[:1])
            if sides.getter:
                yield _link("PARTY_TO", "from", sides.getter.id, "seller")
        elif term in COVERS:
            yield from (_link("PARTY_TO", "from", a.id, COVERER[Instrument(term)]) for a in sides.givers)
        elif not any(name == "amount_of" for name, _ in stub.fields):
            yield from (StubLink("FUNDS", (("from", a.id),)) for a in sides.givers)
            if not sides.givers:
                yield StubLink("FUNDS", (("from", BLANK),))
        if term not in BOUGHT:
            yield self._goes_to(sides, term)
        yield from (StubLink("COVERS", (("to", a.id),)) for a in sides.minerals)
        yield from (StubLink("LOCATED_IN", (("to", a.id),)) for a in sides.locations if a is not sides.getter)
        stub.guesses.append("links")

    def _goes_to(self, sides: Sides, term: str) -> StubLink:
        getter = sides.getter
        is_purpose = getter is not None and (getter.of_kind in ("project", "initiative") or term == Instrument.EQUITY)
        return _link("GOES_TO", "to", getter.id if getter else BLANK, "purpose" if is_purpose else "recipient")

    def _id(self, sides: Sides, term: str, place: str) -> str:
        words = [a.id.partition("/")[2] for a in (*sides.givers[:1], *((sides.getter,) if sides.getter else ()))]
        stem = slug(" ".join([*(words or (self._short, place.replace(".", " "))), _paper(term)]))
        taken = next(n for n in range(1, 10_000) if self._numbered(stem, n) not in self._taken)
        self._taken.add(self._numbered(stem, taken))
        return self._numbered(stem, taken)

    @staticmethod
    def _numbered(stem: str, number: int) -> str:
        return f"deal/{stem}" if number == 1 else f"deal/{stem}-{number}"

    def _name(self, sides: Sides, term: str) -> str:
        giver = " and ".join(a.written for a in sides.givers)
        before = "from" if term in BOUGHT else "for"
        getter = f"{before} {sides.getter.written}" if sides.getter else ""
        name = " ".join(" ".join([giver, _paper(term), getter]).split())
        return name[0].upper() + name[1:]

    def _cite(self, place: str) -> str:
        return f"{self._short}:{place}"


def _paper(term: str) -> str:
    """What a name calls a deal of an instrument."""
    return "money" if term == Instrument.UNSPECIFIED else PAPER.get(Instrument(term), term.replace("_", " "))


def _link(type_: str, side: str, end: str, role: str) -> StubLink:
    return StubLink(type_, ((side, end), ("role", role)))


def _days_between(first: str, last: str) -> int | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", first):
        return None
    try:
        return (day_of.fromisoformat(last) - day_of.fromisoformat(first)).days
    except ValueError:
        return None
