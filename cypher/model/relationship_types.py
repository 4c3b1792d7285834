"""The relationship types: few and broad, with a role that says how."""

from cypher.model.declarations import Family, Property, PropertyKind, RelationshipType, Walk
from cypher.model.labels import LABELS
from cypher.model.properties import AMOUNT, DATE, DATE_OF, HELD_ON, SINCE, UNTIL

PARTIES = ("Country", "Agency", "Company")
MISTAKABLE = ("Deal", "Company", "Agency", "Person", "Project", "Place")
"""Labels in which two things may be one, and nobody can say."""
FACTS = tuple(n.label for n in LABELS if n.family in (Family.PARTY, Family.DEAL, Family.CONTEXT))

RELATIONSHIP_TYPES = (
    RelationshipType(
        "FUNDS", "funds", (*PARTIES, "Person"), ("Deal",), ("funder",),
        "Whose money a deal is.", walkable=True, walk=Walk.MONEY,
        properties=(
            *AMOUNT,
            Property("share", "per cent of the deal's figure that are the funder's, where no amount is stated",
                     PropertyKind.DECIMAL, in_per_cent=True),
        ),
    ),
    RelationshipType(
        "GOES_TO", "goes to", ("Deal",), ("Company", "Project", "Initiative", "Country", "Agency"),
        ("recipient", "purpose"),
        "Who receives a deal's money, or what it pays for.", walkable=True, walk=Walk.MONEY,
    ),
    RelationshipType(
        "PARTY_TO", "is party to", (*PARTIES, "Person"), ("Deal",),
        (
            "signatory", "negotiator", "intending_party", "announcing_party", "counterpart", "acceding_party",
            "borrower", "buyer", "seller", "sponsor", "arranger", "agent", "intermediary",
            "beneficiary", "guarantor", "insurer", "holder",
        ),
        "Who made, negotiates or intends a deal, or passes its money on; a witness is not a party.",
        walkable=True, walk=Walk.AGREEMENTS,
        properties=(SINCE, UNTIL),
    ),
    RelationshipType(
        "ANNOUNCES", "announces", ("Person", "Agency", "Country", "Company"),
        ("Deal", "Initiative", "Event", "Measure"), ("announcer", "launcher"),
        "Who made something public.", walkable=True, walk=Walk.AGREEMENTS,
    ),
    RelationshipType(
        "WITNESSES", "witnesses", ("Person",), ("Deal",), ("witness",),
        "Who was there when a deal was signed, without being a party.", walkable=True, walk=Walk.PEOPLE,
    ),
    RelationshipType(
        "LEADS", "leads", ("Country", "Agency", "Person"), ("Initiative",), ("chair", "leader"),
        "Who chairs or leads an initiative.", walkable=True, walk=Walk.AGREEMENTS, properties=(SINCE, UNTIL),
    ),
    RelationshipType(
        "JOINS", "joins", ("Country", "Agency", "Company", "Person", "Project"), ("Initiative",),
        ("partner", "supporter", "listed"),
        "Who belongs to an initiative or supports it, or what it has on its list.", walkable=True, walk=Walk.AGREEMENTS,
        properties=(SINCE, UNTIL),
    ),
    RelationshipType(
        "REPLACES", "replaces", ("Initiative",), ("Initiative",), ("successor",),
        "Which initiative takes the place of which.", walkable=True, walk=Walk.AGREEMENTS,
    ),
    RelationshipType(
        "ADVANCES", "advances", ("Deal", "Initiative", "Project"), ("Initiative", "Deal"), ("purpose",),
        "Which wider undertaking a deal, initiative or project serves.", walkable=True, walk=Walk.AGREEMENTS,
    ),
    RelationshipType(
        "SERVES", "serves", ("Person",), ("Country", "Agency", "Company"), ("office_holder",),
        "Whom a person serves, in the office that a source gives.", walkable=True, walk=Walk.PEOPLE,
        properties=(Property("office", "the office, as the source gives it", required=True), SINCE, UNTIL, HELD_ON),
    ),
    RelationshipType(
        "OWNS", "owns", ("Country", "Agency", "Company", "Person"), ("Company", "Project"), ("owner",),
        "Who has a stake in a company or project.", walkable=True, walk=Walk.OWNERSHIP,
        properties=(
            Property("share", "per cent of it; never added to anything", PropertyKind.DECIMAL, in_per_cent=True),
            Property("holding", "whether the stake is the owner's own or held by way of others", PropertyKind.TERM,
                     terms=("direct", "ultimate")),
            SINCE, UNTIL, HELD_ON,
        ),
    ),
    RelationshipType(
        "OPERATES", "operates", ("Company", "Agency", "Country"), ("Project",), ("operator",),
        "Who runs a mine, plant or line; who holds a stake in it has OWNS.",
        walkable=True, walk=Walk.OWNERSHIP, properties=(SINCE, UNTIL),
    ),
    RelationshipType(
        "SIGNS", "signs", ("Person",), ("Deal",), ("signatory",),
        "Who signed a deal for a party; a person who signed for one is no party.", walkable=True, walk=Walk.PEOPLE,
        properties=(
            Property("on_behalf_of", "id of the party for which the person signed"),
            Property("office", "the office in which the person signed, as the source gives it"),
        ),
    ),
    RelationshipType(
        "AGENCY_OF", "is an agency of", ("Agency",), ("Country", "Agency"), ("public_body",),
        "Whose public body it is: a country's, or an office of another body.", walkable=True, walk=Walk.OFFICES,
    ),
    RelationshipType(
        "PART_OF", "is part of", ("Deal",), ("Deal",), ("part",),
        "This figure lies inside that one, and nothing more.", walkable=True, walk=Walk.MONEY,
    ),
    RelationshipType(
        "ALONGSIDE", "stands alongside", ("Deal",), ("Deal",), ("outside_money",),
        "Outside money beside the deal that it came with.", walkable=True, walk=Walk.MONEY,
    ),
    RelationshipType(
        "SECURES", "secures", ("Deal",), ("Deal",), ("cover",),
        "Which deal a guarantee or insurance covers; its figure is exposure, no money given.",
        walkable=True, walk=Walk.MONEY,
    ),
    RelationshipType(
        "AMENDS", "amends", ("Deal",), ("Deal",), ("amendment",),
        "Which paper changes an earlier one that goes on; a figure of its own comes on top.",
        walkable=True, walk=Walk.AGREEMENTS,
        properties=(DATE,),
    ),
    RelationshipType(
        "EXTENDS", "extends", ("Deal",), ("Deal",), ("extension",),
        "Which paper gives an earlier one more time; `until` is its new end.",
        walkable=True, walk=Walk.AGREEMENTS, properties=(DATE, UNTIL),
    ),
    RelationshipType(
        "SUPERSEDES", "supersedes", ("Deal",), ("Deal",), ("successor",),
        "Which deal stands in the place of an earlier one, which leaves the sums from then on.",
        walkable=True, walk=Walk.AGREEMENTS,
        properties=(DATE,),
    ),
    RelationshipType(
        "CANCELS", "cancels", ("Deal", "Event"), ("Deal",), ("cancellation",),
        "What called a deal off, which leaves the sums from then on.",
        walkable=True, walk=Walk.AGREEMENTS, properties=(DATE,),
    ),
    RelationshipType(
        "MAY_BE_SAME_AS", "may be the same as", MISTAKABLE, MISTAKABLE, ("doubt",),
        "Two of one label that may be one; of deals, sums are shown with and without.",
    ),
    RelationshipType(
        "IMPOSES", "imposes", ("Country", "Agency"), ("Measure",), ("imposer",),
        "Who imposes a measure.", walkable=True, walk=Walk.MEASURES, properties=(DATE, DATE_OF),
    ),
    RelationshipType(
        "TARGETS", "is aimed at", ("Measure",), ("Country", "Agency", "Company", "Person", "Project", "Mineral"),
        ("target",),
        "Whom or what a measure is aimed at: a listing, from its day to that of the delisting.",
        walk=Walk.MEASURES, properties=(
            SINCE, UNTIL,
            Property("reference", "the number of the entry in a list"),
            Property("grounds", "why it was listed, as the source says"),
            Property("ended_by", "id of whoever ended it, a court or who imposed it"),
            Property("ended_because", "why it ended, as the source says"),
        ),
    ),
    RelationshipType(
        "HOSTS", "hosts", ("Country", "Agency", "Person"), ("Event",), ("host", "convener"),
        "Who hosted or convened an event.", walk=Walk.EVENTS,
    ),
    RelationshipType(
        "ATTENDS", "attends", ("Country", "Agency", "Company", "Person"), ("Event",),
        ("participant", "representative", "speaker"),
        "Who took part in an event.", walk=Walk.EVENTS,
    ),
    RelationshipType(
        "HAPPENS_AT", "happens at", ("Deal", "Initiative"), ("Event",), ("occasion",),
        "The occasion on which a deal was made or an initiative launched.",
        walk=Walk.EVENTS, properties=(DATE, DATE_OF),
    ),
    RelationshipType(
        "COVERS", "covers", ("Deal", "Project", "Company", "Initiative", "Measure"), ("Mineral",), ("mineral",),
        "Which mineral it is about, where a source says so.", walk=Walk.MINERALS,
    ),
    RelationshipType(
        "LOCATED_IN", "is located in", ("Deal", "Project", "Company", "Event", "Initiative", "Measure"),
        ("Place", "Country"), ("location",),
        "Where it is, where a source says so.", walk=Walk.PLACES,
    ),
    RelationshipType(
        "LIES_IN", "lies in", ("Place",), ("Place", "Country"), ("within",),
        "A place inside another, where stated or marked as ours.", walk=Walk.PLACES,
    ),
    RelationshipType(
        "KIND_OF", "is a kind of", ("Mineral",), ("Mineral",), ("kind",),
        "A mineral or group inside a group, where stated or marked as ours; a product is a kind of nothing.",
        walk=Walk.MINERALS,
    ),
    RelationshipType(
        "FROM_SOURCE", "stands in", ("Passage",), ("Source",), ("article",),
        "The article that a passage stands in.", needs_evidence=False,
    ),
    RelationshipType(
        "REPEATS", "repeats", ("Passage",), ("Source",), ("origin",),
        "The origin whose words a passage repeats.", needs_evidence=False,
    ),
    RelationshipType(
        "ISSUED_BY", "is issued by", ("Source",), ("Agency", "Country", "Person", "Company"), ("issuer",),
        "Who issued a document, statement or post.",
    ),
    RelationshipType(
        "ABOUT", "is about", ("Claim",), FACTS, ("subject",),
        "What a claim speaks of.", needs_evidence=False,
    ),
    RelationshipType(
        "SAID_BY", "is said by", ("Claim",), ("Country", "Agency", "Company", "Person", "Source"), ("speaker",),
        "Who says what a claim states.", needs_evidence=False,
    ),
    RelationshipType(
        "RESTS_ON", "rests on", ("Claim",), ("Passage",), ("evidence",),
        "The passages of a claim.", needs_evidence=False,
    ),
    RelationshipType(
        "READING_OF", "is a reading of", ("Claim",), ("Dispute",), ("reading",),
        "The question that a claim answers.", needs_evidence=False,
    ),
    RelationshipType(
        "CONCERNS", "concerns", ("Dispute",), FACTS, ("subject", "end"),
        "Which nodes a dispute is about: itself, or as an end of a relationship.", needs_evidence=False,
    ),
)  # fmt: skip
