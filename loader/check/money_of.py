"""The government or public bank whose money a deal is said to be: who is named, and where nobody can be."""

from collections.abc import Iterator

from cypher.model import built_in_model
from ledger.deals import WhoseMoney
from ledger.ids import is_node_id, split_kind
from ledger.nearest import nearest
from ledger.text import with_article
from loader.check.index import Index
from loader.check.whose_money import ALL_PUBLIC, US, country_of
from loader.records import Node, Problem

FIELD = "money_of"
GOVERNING = ("Country", "Agency")


def misnamed_money(index: Index) -> Iterator[Problem]:
    """Public money of nobody, names where nobody can be named, and names of what governs nothing."""
    for deal in index.deals.values():
        whose, named = deal.properties.get("whose_money"), deal.properties.get(FIELD)
        if named is None and whose == WhoseMoney.PUBLIC:
            what = f"{deal.id} is public money, and of whom is not said"
            remedy = "write `money_of: country/XX` or the public bank's id; `foreign_public` where no source says it"
            yield Problem(deal.place_of("whose_money"), FIELD, what, remedy)
        elif named is not None and whose not in ALL_PUBLIC:
            what = f"{deal.id} is {whose} money, and of {named}"
            remedy = "leave it out: who funds it has a FUNDS link"
            if whose != WhoseMoney.US_GOVERNMENT:
                remedy = "write `whose_money: public`, or take it out"
            yield Problem(deal.place_of(FIELD), FIELD, what, remedy)
        elif named is not None:
            yield from _wrong_name(deal, str(named), index)


def _wrong_name(deal: Node, named: str, index: Index) -> Iterator[Problem]:
    label = built_in_model().find_label_of_id(named)
    place = deal.place_of(FIELD)
    if not is_node_id(named) or label is None:
        yield Problem(place, FIELD, f"'{named}' is no id of a country or agency", "write its id, such as country/XX")
    elif label.label not in GOVERNING:
        what = f"{named} is {with_article(label.label)}, and public money is a country's or an agency's"
        yield Problem(place, FIELD, what, "name the government or public bank whose it is")
    elif index.lacks(named):
        near = nearest(named, (i for i in index.nodes if split_kind(i) == label.kind))
        remedy = f"did you mean {near}?" if near else "write its record, or correct the id"
        yield Problem(place, FIELD, f"there is no {named}", remedy)
    elif index.iso_codes.get(country_of(named, index)) == US:
        what = f"{deal.id} is money of {named}, which is the US government's"
        yield Problem(place, FIELD, what, "write `whose_money: us_government`, and leave `money_of` out")
