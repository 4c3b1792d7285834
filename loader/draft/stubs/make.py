"""The stubs of an article: for each new name, each figure that no deal has, and each sentence that says more."""

import re
from collections.abc import Iterator, Sequence

from ledger.countries import find_usual_name
from ledger.found_amounts import FoundAmount, find_amounts
from ledger.found_dates import find_dates
from ledger.found_shares import find_shares
from ledger.found_terms import find_terms
from loader.cite import Place
from loader.draft.known import Body, Known, KnownDeal
from loader.draft.stubs.cast import Actor, Alike, Cast, NewThing, is_byline, is_heading, plain_text
from loader.draft.stubs.day import ArticleDay, find_day
from loader.draft.stubs.deals import DealGuesser
from loader.draft.stubs.offices import find_office
from loader.draft.stubs.record import BLANK, ClaimThere, PlaceStubs, Stub, StubClaim, StubLink
from loader.draft.stubs.sentence import Sentence, is_figure_of_deal
from loader.draft.stubs.unnamed import UnnamedSite, find_meant, find_minerals, find_sites
from loader.imports.draft.yaml_lines import quote
from loader.imports.ids import slug

SPOKEN = re.compile(r"[“”\"]|\bsaid\b")
STAKE = re.compile(r"\b(?:bought|buys|acquired|owns|holds|has|have|takes|took|sold|sells)\b")
OWNERS = ("agency", "company", "country", "person")
OWNED = ("company", "project")
CLAIMED = ("company", "agency", "project", "initiative", "mineral", "country", "place")
LATER = ("mineral", "country", "place")
"""Kinds of things of which something may be claimed, and those of which less is than of the others."""
IN_BETWEEN = r"(?:,|\s+[a-z]+)?\s+in\s+(?:the\s+)?"
"""Between a name and where it is: in, project in."""
QUOTES = '“"'


class StubMaker:
    """Makes the stubs of one article, place by place; `day` is the article's."""

    def __init__(self, places: Sequence[Place], short: str, known: Known, alike: Alike) -> None:
        self.day: ArticleDay | None = find_day(places)
        self._short, self._known = short, known
        self._cast = Cast(places, known, alike)
        agencies = {t.id: Body(t.kind.kind or "") for t in self._cast.things() if t.id.startswith("agency/")}
        self._deals = DealGuesser(short, known, self.day, known.bodies | agencies)
        self._new = {t.id: t for t in self._cast.things()}
        self._made: dict[str, Stub] = {}
        self._seen_countries: set[str] = set()
        self._line = 0
        self._named: list[Actor] = []
        self._deal: Stub | None = None
        self._speaker: str | None = None
        self._owner: Stub | None = None
        self._there: str | None = None

    def make(self, place: Place, is_cited: bool, there: Sequence[KnownDeal]) -> PlaceStubs:
        """The stubs of the next place, in order. `there`: deals of the set that have a figure and a side of it.

        A place on which a record rests already gets none; what is named in it counts for the places behind it.
        """
        if place.line != self._line:
            self._line, self._named, self._deal = place.line, [], None
            self._speaker = self._owner = self._there = None
        text = plain_text(place)
        if is_byline(text) or (self.day and str(place) == self.day.place and not place.sentence):
            return PlaceStubs()
        sentence = self._read(place, text)
        if is_cited:
            self._named += sentence.actors
            return PlaceStubs()
        stubs = [*self._things(sentence), *self._figures(sentence, there), *self._stakes(sentence)]
        self._there = there[0].id if there else self._there
        tells_deal = there or any(s.id.startswith("deal/") or not s.id for s in stubs)
        claims = () if tells_deal or is_heading(text) else tuple(self._claim(sentence))
        self._named += sentence.actors
        return PlaceStubs(str(place), tuple(stubs), claims, tuple(d.id for d in there))

    def _read(self, place: Place, text: str) -> Sentence:
        actors = self._cast.actors(text)
        actors += [*find_meant(text, self._named), *find_minerals(text, actors)]
        actors += [self._site_actor(site) for site in find_sites(text, actors)]
        return Sentence(
            str(place), text, sorted(actors, key=lambda a: (a.start, -a.end)), tuple(find_dates(text)),
            tuple(find_terms(text)), tuple(find_shares(text)), tuple(filter(is_figure_of_deal, find_amounts(text))),
        )  # fmt: skip

    @staticmethod
    def _site_actor(site: UnnamedSite) -> Actor:
        return Actor(f"project/{slug(f'{site.at.written} {site.what}')}", site.name, site.start, site.end)

    def _things(self, sentence: Sentence) -> Iterator[Stub]:
        for mineral in find_minerals(sentence.text, self._cast.actors(sentence.text)):
            if mineral.id not in self._made and mineral.id not in self._known.places:
                stub = Stub(mineral.id, sentence.place, evidence=[self._cite(sentence.place)])
                stub.fields += [("name", mineral.written.capitalize()), ("kind", "mineral")]
                yield self._keep(stub)
        for code, word in self._cast.countries(sentence.text):
            if code not in self._seen_countries:
                self._seen_countries.add(code)
                yield self._country(code, word, sentence.place)
        for actor in sentence.actors:
            thing = self._new.get(actor.id)
            if thing is not None and thing.id not in self._made and thing.place == sentence.place:
                yield self._keep(self._thing(thing, actor, sentence))
        for site in find_sites(sentence.text, sentence.actors):
            actor = self._site_actor(site)
            if actor.id not in self._made and actor.id not in self._known.places:
                yield self._keep(self._site(site, actor, sentence.place))

    def _keep(self, stub: Stub) -> Stub:
        self._made[stub.id] = stub
        return stub

    def _site(self, site: UnnamedSite, actor: Actor, place: str) -> Stub:
        stub = Stub(actor.id, place, evidence=[self._cite(place)])
        stub.fields += [("name", site.name), ("kind", site.what)]
        stub.links.append(StubLink("LOCATED_IN", (("to", site.at.id),)))
        if site.run_by is not None:
            stub.links.append(StubLink("OPERATES", (("from", site.run_by.id),)))
        stub.guesses += ["that it has no name", "links"]
        return stub

    def _country(self, code: str, word: str, place: str) -> Stub:
        stub = Stub(f"country/{code}", place, evidence=[self._cite(place)], basis="interpreted")
        stub.fields += [("name", find_usual_name(code) or code), ("iso_alpha2", code)]
        stub.guess("the country", word)
        return stub

    def _thing(self, thing: NewThing, actor: Actor, sentence: Sentence) -> Stub:
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
            self._serves(stub, actor, sentence)
        if thing.id.startswith("place/"):
            self._tell_where(stub, actor, sentence, "LIES_IN", ("country",))
        if thing.id.startswith(("company/", "project/")):
            self._tell_where(stub, actor, sentence, "LOCATED_IN", ("country", "place"))
        if thing.id.startswith("agency/"):
            self._agency_of(stub, actor, sentence)
        return stub

    @staticmethod
    def _tell_where(stub: Stub, actor: Actor, sentence: Sentence, type_: str, kinds: tuple[str, ...]) -> None:
        """Where something is, if that stands with its name: Narva in Estonia, the Australian state of Victoria."""
        text = sentence.text
        for other in (a for a in sentence.actors if a.of_kind in kinds):
            behind = other.start >= actor.end and re.fullmatch(IN_BETWEEN, text[actor.end : other.start])
            before = other.end <= actor.start and re.fullmatch(r"\s+[a-z]+\s+of\s+", text[other.end : actor.start])
            if behind or (before and other.is_adjective):
                stub.links.append(StubLink(type_, (("to", other.id),)))
                stub.guess("where it is", text[min(actor.start, other.start) : max(actor.end, other.end)])
                return

    def _agency_of(self, stub: Stub, actor: Actor, sentence: Sentence) -> None:
        """Whose it is where the country's name stands before it: Germany's KfW."""
        owner = next((a for a in sentence.actors if a.of_kind == "country" and 0 < actor.start - a.end <= 3), None)
        if owner is not None:
            stub.links.append(StubLink("AGENCY_OF", (("to", owner.id),)))
            stub.guess("whose it is", sentence.text[owner.start : actor.end])

    def _serves(self, stub: Stub, actor: Actor, sentence: Sentence) -> None:
        office = find_office(sentence.text, actor, sentence.actors, self._named)
        if office is None:
            return
        fields = [("to", office.serves or BLANK), ("office", office.office or BLANK)]
        if self.day is not None:
            cited = f"[{self._cite(self.day.place)}]"
            fields += [("held_on", f'"{self.day.date}"'), ("held_on_evidence", cited)]
        stub.links.append(StubLink("SERVES", tuple(fields)))
        if office.is_guessed:
            stub.guess("whom this person serves", office.words)
        else:
            stub.guesses.append("office")

    def _figures(self, sentence: Sentence, there: Sequence[KnownDeal]) -> Iterator[Stub]:
        known = {(d.amount.value, d.amount.unit) for d in there if d.amount is not None}
        for figure in sentence.figures:
            if (figure.amount.value, figure.amount.unit) not in known:
                stub = self._deals.guess(sentence, figure)
                self._tell_doubt(stub, figure)
                self._deal = self._deal or stub
                yield stub

    def _tell_doubt(self, stub: Stub, figure: FoundAmount) -> None:
        """A figure of the same line in which nobody gives may be another word on the deal before it."""
        before = self._deal
        gives = any(name == "from" and value for link in stub.links for name, value in link.fields)
        if before is not None and not gives:
            stub.notes.append(f"nobody gives it here: is it a deal, or another figure for {before.id} (a dispute)?")

    def _stakes(self, sentence: Sentence) -> Iterator[Stub]:
        verb = STAKE.search(sentence.text)
        for share in sentence.shares if verb else ():
            owner = next((a for a in sentence.actors if a.end <= share.start and a.of_kind in OWNERS), None)
            owner = next((a for a in reversed(sentence.actors)
                          if verb and a.end <= verb.start() and a.of_kind in OWNERS), owner)  # fmt: skip
            owned = next((a for a in sentence.actors if a.start >= share.end and a.of_kind in OWNED), None)
            if owner and owned:
                yield self._stake(sentence, owner, owned, f"{share.share:f}", share.written)

    def _stake(self, sentence: Sentence, owner: Actor, owned: Actor, share: str, written: str) -> Stub:
        fields = [("from", owner.id), ("to", owned.id), ("share", share)]
        if self.day is not None:
            fields += [("held_on", f'"{self.day.date}"'), ("held_on_evidence", f"[{self._cite(self.day.place)}]")]
        stub = Stub("", sentence.place, evidence=[self._cite(sentence.place)], links=[StubLink("OWNS", tuple(fields))])
        stub.guess("owner and owned", written)
        return stub

    def _claim(self, sentence: Sentence) -> Iterator[ClaimThere]:
        """Room for what a sentence says: in a stub of the line's deal, or of what it names; else for a record there."""
        people = [a.id for a in sentence.actors if a.of_kind == "person"]
        spoken = SPOKEN.search(sentence.text)
        by = people[0] if people and spoken else self._speaker if sentence.text[0] in QUOTES else None
        self._speaker = by or self._speaker
        claim = StubClaim(f"{self._short}-{sentence.place.replace('.', '-')}", self._cite(sentence.place), by)
        about = [a for a in sentence.actors if a.of_kind in CLAIMED and a.id not in people and not a.is_adjective]
        subjects = [a.id for a in sorted(about, key=lambda a: (a.of_kind in LATER, a.start))]
        stub = next((self._made[i] for i in subjects if i in self._made), None) if subjects else None
        if stub is None or by:
            stub = self._deal or (None if self._there else stub)
        if stub is None and not subjects:
            stub = self._owner
        if stub is not None:
            self._owner = stub
            stub.claims.append(claim)
        elif subject := self._there or (subjects[0] if subjects else None):
            yield ClaimThere(subject, self._known.places.get(subject), claim)

    def _cite(self, place: str) -> str:
        return f"{self._short}:{place}"
