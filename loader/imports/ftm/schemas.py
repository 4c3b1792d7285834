"""FollowTheMoney's schemata, and what each is in our model. What is not listed is counted and told, and not brought
in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NodeSchema:
    """A schema that is a node: our label and, where the label has one, our kind."""

    label: str
    kind: str = ""


NODES = {
    "Company": NodeSchema("Company", "company"),
    "LegalEntity": NodeSchema("Company", "company"),
    "Organization": NodeSchema("Company", "association"),
    "PublicBody": NodeSchema("Agency", "agency"),
    "Person": NodeSchema("Person"),
    "Asset": NodeSchema("Project", "project"),
}
"""An organisation that is neither a company nor a public body is taken for an association; a legal entity for a
company."""
OWNERSHIP, DIRECTORSHIP, EMPLOYMENT, PAYMENT, SANCTION = (
    "Ownership", "Directorship", "Employment", "Payment", "Sanction",
)  # fmt: skip
SERVICES = {DIRECTORSHIP: ("director", "organization"), EMPLOYMENT: ("employee", "employer")}
"""Schemata by which somebody serves somebody: the properties that name the two."""
LINKS = (OWNERSHIP, DIRECTORSHIP, EMPLOYMENT, PAYMENT, SANCTION)
LOCATED = ("Company", "Project")
"""Our labels that lie in a country."""
EXAMPLES = frozenset((*NODES, *LINKS))
