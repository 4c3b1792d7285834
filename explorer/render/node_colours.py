"""Colours of nodes by something else than their kind: how far a deal has come, whose money, which agency funds it.

What a colour says stands in the legend in words, and the shape goes on telling the kind.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from cypher.model import Model
from cypher.results import Subgraph
from explorer.render.picture_style import AGENCY, KIND, STAGE, WHOSE
from explorer.render.theme import COLOURS
from ledger.deals import Stage, WhoseMoney
from ledger.glossary import spell_term

OTHER = "#B4BAC6"
"""Of whatever the colours say nothing about."""
SEVERAL, MORE = "#F0E442", "#999999"
BY_STAGE = {
    (Stage.INTENDED, Stage.EXPLORING, Stage.NEGOTIATING, Stage.NEGOTIATED): "#F7E225",
    (Stage.LETTER_ISSUED, Stage.ANNOUNCED, Stage.OFFERED): "#A0DA39",
    (Stage.SIGNED,): "#4AC16D",
    (Stage.CONDITIONAL, Stage.APPROVED): "#1FA187",
    (Stage.COMMITTED, Stage.CLOSED): "#277F8E",
    (Stage.FUNDED, Stage.DRAWN): "#46327E",
    (Stage.IN_DEFAULT,): "#D55E00",
    (Stage.MOBILISED,): "#CC79A7",
    (Stage.WITHDRAWN, Stage.CANCELLED): "#4D4D4D",
    (Stage.MIXED,): MORE,
    (Stage.NOT_STATED,): "#E3E6EB",
}
"""From the lightest, a mere plan, to the darkest, money that went out: a scale that colour-blind readers see too."""
BY_WHOSE_MONEY = {
    (WhoseMoney.US_GOVERNMENT,): "#0072B2",
    (WhoseMoney.FOREIGN_PUBLIC, WhoseMoney.PUBLIC): "#56B4E9",
    (WhoseMoney.MULTILATERAL,): "#CC79A7",
    (WhoseMoney.PRIVATE,): "#E69F00",
    (WhoseMoney.FOREIGN_AND_PRIVATE, WhoseMoney.OTHER_THAN_US_GOVERNMENT): "#F0E442",
    (WhoseMoney.BLENDED,): "#009E73",
    (WhoseMoney.MIXED,): MORE,
    (WhoseMoney.NOT_STATED,): "#E3E6EB",
}
MOST_AGENCIES = 6
"""Agencies with a colour of their own: more cannot be told apart."""


@dataclass(frozen=True)
class Tint:
    """One colour with what it says in words."""

    colour: str
    text: str


def tint_nodes(shown: Subgraph, by: str, model: Model) -> Mapping[str, Tint]:
    """By node, its colour and what that says; a node that is not in it is `OTHER`. Nothing where the kind gives it."""
    if by == KIND:
        return {}
    if by == AGENCY:
        return _tint_by_agency(shown, model)
    name = {STAGE: "stage", WHOSE: "whose_money"}[by]
    groups: Iterable[tuple[tuple[StrEnum, ...], str]] = BY_STAGE.items() if by == STAGE else BY_WHOSE_MONEY.items()
    tints = {str(term): Tint(colour, ", ".join(map(spell_term, terms))) for terms, colour in groups for term in terms}
    values = ((n.id, n.properties.get(name)) for n in shown.nodes if n.label == "Deal")
    return {node: tints[value] for node, value in values if isinstance(value, str) and value in tints}


def order_tints(by: str) -> tuple[str, ...]:
    """The colours in the order in which a legend has them."""
    groups = {STAGE: BY_STAGE.values(), WHOSE: BY_WHOSE_MONEY.values()}
    return tuple(groups.get(by, (*COLOURS, SEVERAL, MORE)))


def _tint_by_agency(shown: Subgraph, model: Model) -> dict[str, Tint]:
    """Agencies, and the deals that they fund by a line of this picture; the agencies with most deals first."""
    agencies = {n.id: model.name_of(n) for n in shown.nodes if n.label == "Agency"}
    funds = [(e.start, e.end) for e in shown.edges if e.type == "FUNDS" and e.start in agencies]
    counts = Counter(agency for agency, _ in funds)
    ranked = sorted(counts, key=lambda agency: (-counts[agency], agency))
    colours = [c for c in COLOURS if c not in (SEVERAL, MORE)]
    own = {a: Tint(c, agencies[a]) for a, c in zip(ranked[:MOST_AGENCIES], colours, strict=False)}
    tints = {agency: own.get(agency, Tint(MORE, "other agencies that fund")) for agency in ranked}
    by_deal: dict[str, set[str]] = {}
    for agency, deal in funds:
        by_deal.setdefault(deal, set()).add(agency)
    several = Tint(SEVERAL, "several agencies")
    return tints | {deal: tints[min(found)] if len(found) == 1 else several for deal, found in by_deal.items()}
