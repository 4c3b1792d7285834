"""The stubs of an article: for each new name, each figure that no deal has, and each sentence that says more."""

import re
from collections.abc import Iterator, Sequence

from ledger.found_amounts import find_amounts
from ledger.found_dates import find_dates
from ledger.found_shares import find_shares
from ledger.found_terms import find_terms
from loader.cite import Place
from loader.draft.known import Body, Known, KnownDeal
from loader.draft.stubs.cast import Actor, Alike, Cast, is_byline, is_heading, plain_text
from loader.draft.stubs.day import ArticleDay, find_day
from loader.draft.stubs.deals import DealGuesser
from loader.draft.stubs.record import ClaimThere, PlaceStubs, Stub, StubClaim, StubLink, write_day, write_list
from loader.draft.stubs.sentence import Sentence, is_figure_of_deal
from loader.draft.stubs.things import ThingStubs
from loader.draft.stubs.unnamed import UnnamedSite, find_meant, find_minerals, find_sites
from loader.imports.ids import slug

SPOKEN = re.compile(r"[“”\"]|\bsaid\b")
STAKE = re.compile(r"\b(?:bought|buys|acquired|owns|holds|has|have|takes|took|sold|sells)\b")
OWNERS = ("agency", "company", "country", "person")
SIDES = ("agency", "company", "person", "project")
OWNED = ("company", "project")
CLAIMED = ("company", "agency", "project", "initiative", "mineral", "country", "place")
LATER = ("mineral", "country", "place")
"""Kinds of things of which something may be claimed, and those of which less is than of the others."""
IS_PUT_AT = re.compile(r"\bputs? (?:\w+ ){1,3}at\s+$")
"""Before a figure: put the loan at, another word on what was told already."""
QUOTES = '“"'


class StubMaker:
    """Makes the stubs of one article, place by place; `day` is the article's."""

    def __init__(self, places: Sequence[Place], short: str, known: Known, alike: Alike) -> None:
        self.day: ArticleDay | None = find_day(places)
        self._short, self._known = short, known
        self._cast = Cast(places, known, alike)
        agencies = {t.id: Body(t.kind.kind or "") for t in self._cast.things() if t.id.startswith("agency/")}
        self._deals = DealGuesser(short, known, self.day, known.bodies | agencies)
        names = {n.id: n.name for n in known.named} | {t.id: t.name for t in self._cast.things()}
        self._written = ThingStubs(short, self.day, names)
        self._new = {t.id: t for t in self._cast.things()}
        self._made: dict[str, Stub] = {}
        self._seen_countries: set[str] = set()
        self._line = 0
        self._named: list[Actor] = []
        self._deal: Stub | None = None
        self._told: list[Stub] = []
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
        if is_byline(text) or (self.day and str(place) == self.day.place and is_heading(text)):
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
                yield self._keep(self._written.mineral(mineral, sentence.place))
        for code, word in self._cast.countries(sentence.text):
            if code not in self._seen_countries:
                self._seen_countries.add(code)
                yield self._written.country(code, word, sentence.place)
        for actor in sentence.actors:
            thing = self._new.get(actor.id)
            if thing is not None and thing.id not in self._made and thing.place == sentence.place:
                yield self._keep(self._written.thing(thing, actor, sentence, self._named))
        for site in find_sites(sentence.text, sentence.actors):
            actor = self._site_actor(site)
            if actor.id not in self._made and actor.id not in self._known.places:
                yield self._keep(self._written.site(site, actor.id, sentence.place))

    def _keep(self, stub: Stub) -> Stub:
        self._made[stub.id] = stub
        return stub

    def _figures(self, sentence: Sentence, there: Sequence[KnownDeal]) -> Iterator[Stub]:
        known = {(d.amount.value, d.amount.unit) for d in there if d.amount is not None}
        for figure in sentence.figures:
            if (figure.amount.value, figure.amount.unit) not in known:
                stub = self._deals.guess(sentence, figure)
                other = self._another_word_on(stub, sentence)
                if other is not None and IS_PUT_AT.search(sentence.text[: figure.start]):
                    self._deal = self._deal or other
                    yield self._dispute(other, sentence.place)
                    continue
                if other is not None:
                    stub.notes.append(
                        f"nobody gives it here: is it a deal, or another figure of {other.id} (a dispute)?"
                    )
                self._deal = self._deal or stub
                self._told.append(stub)
                yield stub

    def _another_word_on(self, stub: Stub, sentence: Sentence) -> Stub | None:
        """The deal before it, in the same unit and with a side that is named here, where nobody gives this figure."""
        if any(name == "from" and value for link in stub.links for name, value in link.fields):
            return None
        named = {a.id for a in sentence.actors if a.of_kind in SIDES}
        return next((d for d in reversed(self._told) if d.unit == stub.unit and d.ends() & named), None)

    def _dispute(self, deal: Stub, place: str) -> Stub:
        """The question of two figures of one deal, by the places of both."""
        stub = Stub(f"dispute/{slug(f'figure of {deal.id[5:]}')}", place)
        stub.fields += [("kind", "number"), ("weight", "matters"), ("concerns", write_list([deal.id]))]
        places = (deal.place, place)
        stub.readings += [(f"told-at-{p.replace('.', '-')}", self._cite(p)) for p in places]
        stub.guess("that it is another figure for the same deal, ranks", "put at")
        return stub

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
            fields += [
                ("held_on", write_day(self.day.date)),
                ("held_on_evidence", write_list([self._cite(self.day.place)])),
            ]
        stub = Stub("", sentence.place, evidence=[self._cite(sentence.place)], links=[StubLink("OWNS", tuple(fields))])
        stub.guess("owner and owned", written)
        if self.day is not None:
            stub.guess("held_on", self.day.date)
        stub.says = f"Of {owned.written}, {share} per cent are {owner.written}'s."
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
