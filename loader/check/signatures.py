"""Parties for which somebody is said to have signed, and which are not there or are none."""

from collections.abc import Iterator

from cypher.model import Model
from ledger.ids import is_node_id
from ledger.nearest import nearest
from ledger.text import with_article
from loader.check.index import Index
from loader.records import Problem, Severity

FIELD = "on_behalf_of"


def unknown_principals(index: Index, model: Model) -> Iterator[Problem]:
    """Every `on_behalf_of` that names no party of the set."""
    signed_for = model.relationship_type("PARTY_TO").starts
    parties = {(link.start, link.end) for link in index.deal_links if link.type in ("PARTY_TO", "FUNDS")}
    for link in index.signatures:
        party = str(link.properties[FIELD])
        label = model.find_label_of_id(party)
        where = link.place_of(FIELD)
        if not is_node_id(party) or label is None:
            yield Problem(where, FIELD, f"'{party}' is no id of a party", "write its id, such as country/XX")
        elif label.label not in signed_for:
            remedy = f"name one of {', '.join(signed_for)}"
            yield Problem(where, FIELD, f"{party} is {with_article(label.label)}, for which nobody signs", remedy)
        elif not index.lacks(party) and (party, link.end) not in parties:
            what = f"{link.start} signed {link.end} on behalf of {party}, which is no party to it"
            yield Problem(where, FIELD, what, "write a PARTY_TO link, or correct for whom", Severity.WARNING)
        elif index.lacks(party):
            near = nearest(party, (i for i in index.nodes if i.startswith(f"{label.kind}/")))
            yield Problem(
                where,
                FIELD,
                f"there is no {party}",
                f"did you mean {near}?" if near else "write its record, or correct the id",
            )
