"""Stubs of what an article names: people with their offices, bodies, companies, places, countries, sites, minerals."""

import re
from collections.abc import Mapping

from ledger.countries import find_usual_name
from loader.draft.stubs.cast import Actor, NewThing
from loader.draft.stubs.day import ArticleDay
from loader.draft.stubs.offices import find_office
from loader.draft.stubs.record import BLANK, Stub, StubLink, write_day, write_list
from loader.draft.stubs.sentence import Sentence
from loader.draft.stubs.unnamed import UnnamedSite
from loader.imports.draft.yaml_lines import quote

IN_BETWEEN = r"(?:,|\s+[a-z]+)?\s+in\s+(?:the\s+)?"
"""Between a name and where it is: in, project in."""


class ThingStubs:
    """Writes the stubs of things; `short`: of citations, `day`: that of the article, on which offices were held.

    `names`: of what the set and the article have, by ids.
    """

    def __init__(self, short: str, day: ArticleDay | None, names: Mapping[str, str]) -> None:
        self._short, self._day, self._names = short, day, names

    def mineral(self, mineral: Actor, place: str) -> Stub:
        """A mineral by its usual name."""
        stub = Stub(mineral.id, place, evidence=[self._cite(place)])
        stub.fields += [("name", mineral.written.capitalize()), ("kind", "mineral")]
        return stub

    def site(self, site: UnnamedSite, site_id: str, place: str) -> Stub:
        """A mine or plant that is told by its place alone."""
        stub = Stub(site_id, place, evidence=[self._cite(place)])
        stub.fields += [("name", site.name), ("kind", site.what)]
        stub.links.append(StubLink("LOCATED_IN", (("to", site.at.id),)))
        if site.run_by is not None:
            stub.links.append(StubLink("OPERATES", (("from", site.run_by.id),)))
        run = f", which {site.run_by.written} runs," if site.run_by else ""
        stub.says = f"A {site.what} at {site.at.written}{run} is told of without a name."
        stub.guesses += ["that it has no name", "links"]
        return stub

    def country(self, code: str, word: str, place: str) -> Stub:
        """A country that is named by its adjective."""
        stub = Stub(f"country/{code}", place, evidence=[self._cite(place)], basis="interpreted")
        stub.fields += [("name", find_usual_name(code) or code), ("iso_alpha2", code)]
        stub.guess("the country", word)
        return stub

    def thing(self, thing: NewThing, actor: Actor, sentence: Sentence, named_before: list[Actor]) -> Stub:
        """What a sentence names first. `named_before`: what its line names before the sentence, last one last."""
        stub = Stub(thing.id, thing.place, evidence=[self._cite(thing.place)])
        stub.fields.append(("name", thing.name))
        if thing.id.startswith("country/"):
            stub.fields = [("name", find_usual_name(thing.id[8:]) or thing.name), ("iso_alpha2", thing.id[8:])]
        if thing.kind.kind:
            stub.fields.append(("kind", thing.kind.kind))
        if not thing.kind.words:
            stub.guesses.append("kind company")
        elif thing.kind.words != thing.name:
            stub.guess(f"kind {thing.id.partition('/')[0]}", thing.kind.words)
        if thing.shorter:
            stub.add_names(
                map(quote, thing.shorter), tuple(self._cite(p) for p in dict.fromkeys(thing.shorter.values()))
            )
        if thing.id.startswith("person/"):
            self._serves(stub, actor, sentence, named_before)
        if thing.id.startswith("place/"):
            self._tell_where(stub, actor, sentence, "LIES_IN", ("country",))
        if thing.id.startswith(("company/", "project/")):
            self._tell_where(stub, actor, sentence, "LOCATED_IN", ("country", "place"))
        if thing.id.startswith("agency/"):
            self._agency_of(stub, actor, sentence)
        return stub

    def _tell_where(self, stub: Stub, actor: Actor, sentence: Sentence, type_: str, kinds: tuple[str, ...]) -> None:
        """Where something is, if that stands with its name: Narva in Estonia, the Australian state of Victoria."""
        text = sentence.text
        for other in (a for a in sentence.actors if a.of_kind in kinds):
            behind = other.start >= actor.end and re.fullmatch(IN_BETWEEN, text[actor.end : other.start])
            before = other.end <= actor.start and re.fullmatch(r"\s+[a-z]+\s+of\s+", text[other.end : actor.start])
            if behind or (before and other.is_adjective):
                stub.links.append(StubLink(type_, (("to", other.id),)))
                if type_ == "LIES_IN":
                    stub.says = f"{actor.written} is a place in {self._names.get(other.id, other.written)}."
                stub.guess("where it is", text[min(actor.start, other.start) : max(actor.end, other.end)])
                return

    def _agency_of(self, stub: Stub, actor: Actor, sentence: Sentence) -> None:
        """Whose it is where the country's name stands before it: Germany's KfW."""
        owner = next((a for a in sentence.actors if a.of_kind == "country" and 0 < actor.start - a.end <= 3), None)
        if owner is not None:
            stub.links.append(StubLink("AGENCY_OF", (("to", owner.id),)))
            stub.guess("whose it is", sentence.text[owner.start : actor.end])

    def _serves(self, stub: Stub, actor: Actor, sentence: Sentence, named_before: list[Actor]) -> None:
        office = find_office(sentence.text, actor, sentence.actors, named_before)
        if office is None:
            return
        fields = [("to", office.serves or BLANK), ("office", office.office or BLANK)]
        if self._day is not None:
            cited = write_list([self._cite(self._day.place)])
            fields += [("held_on", write_day(self._day.date)), ("held_on_evidence", cited)]
            stub.guess("held_on", self._day.date)
        stub.links.append(StubLink("SERVES", tuple(fields)))
        if office.serves and office.office:
            whom = self._names.get(office.serves, office.words)
            stub.says = f"{actor.written} is {office.office} of {whom}."
        if office.is_guessed:
            stub.guess("whom this person serves", office.words)
        else:
            stub.guesses.append("office")

    def _cite(self, place: str) -> str:
        return f"{self._short}:{place}"
