"""The saved queries for the shipped records alone, held against rows worked out by hand from these."""

from cypher.connection import Graph
from cypher.saved import run
from tests.shipped import CATALOG, SHIPPED

EVERY = [
    "ANI's longer report", "ANI's shorter report", "Page crediting MiddleAsianNews", "Report on Pakistan as a partner",
    "UNI's report",
]  # fmt: skip
BUT_THE_PAKISTAN_REPORT = [name for name in EVERY if name != "Report on Pakistan as a partner"]
WHO_SIGNED = ["Which countries signed the eleven US frameworks of 4 February, and is the United Kingdom one of them?"]
SIGNED = [
    ("Argentina", "US–Argentina framework", EVERY, []),
    ("Cook Islands", "US–Cook Islands framework", BUT_THE_PAKISTAN_REPORT, []),
    ("Ecuador", "US–Ecuador framework", EVERY, []),
    ("Guinea", "US–Guinea framework", EVERY, []),
    ("Morocco", "US–Morocco framework", EVERY, []),
    ("Paraguay", "US–Paraguay framework", BUT_THE_PAKISTAN_REPORT, []),
    ("Peru", "US–Peru framework", EVERY, []),
    ("Philippines", "US–Philippines framework", EVERY, []),
    ("United Arab Emirates", "US–UAE framework", EVERY, []),
    ("United Kingdom", "US–UK framework", ["Page crediting MiddleAsianNews"], WHO_SIGNED),
    ("Uzbekistan", "US–Uzbekistan framework", EVERY, []),
]  # fmt: skip
"""Every list of names goes back to the fact sheet: one origin, however many articles carry it."""

VAULT, LOAN, ANNOUNCED = "initiative/project-vault", "deal/exim-vault-loan", "event/project-vault-announcement"
PRESIDENT, CHAIRMAN = "person/donald-trump", "person/exim-chairman"
IN_OFFICE = f"{PRESIDENT}|SERVES|country/US|office_holder"
FUNDED = f"agency/exim|FUNDS|{LOAN}|funder"
SAID = [
    *(f"claim/{VAULT}/{key}" for key in (
        "landmark", "reserve", "safer-supply-chains", "unprecedented-policy",
    )),
    *(f"claim/dispute/vault-loan-protects/{key}" for key in ("manufacturers", "producers", "the-project")),
    *(f"claim/dispute/vault-reserve/{key}" for key in ("sets-up", "to-be-set-up")),
    *(f"claim/dispute/vault-name/{key}" for key in ("project-vault", "vault-project")),
    *(f"claim/dispute/vault-weight/{key}" for key in ("landmark", "significant")),
    *(f"claim/dispute/vault-ten-billion-of-what/{key}" for key in ("initiative", "loan")),
]  # fmt: skip
"""What is said of the vault itself, and the readings of what is disputed of it."""
OF_THE_VAULT = {
    f"{LOAN}|GOES_TO|{VAULT}|purpose": (LOAN, FUNDED, "agency/exim"),
    f"{PRESIDENT}|ANNOUNCES|{VAULT}|announcer": (PRESIDENT, IN_OFFICE, "country/US"),
    f"{CHAIRMAN}|LEADS|{VAULT}|leader": (CHAIRMAN, f"{CHAIRMAN}|SERVES|agency/exim|office_holder", "agency/exim"),
    f"{VAULT}|HAPPENS_AT|{ANNOUNCED}|occasion": (ANNOUNCED, None, None),
    f"{VAULT}|COVERS|mineral/critical-minerals|mineral": ("mineral/critical-minerals", None, None),
    f"{VAULT}|LOCATED_IN|country/US|location": ("country/US", None, None),
} | {
    f"{claim}|ABOUT|{VAULT}|subject": (claim, None, None) for claim in SAID
}  # fmt: skip
"""By relationship of the vault: what is at its other end, and for a deal or a person who funds it or whom it serves."""


def test_signed_on_4_february(graph: Graph) -> None:
    found = run(graph, CATALOG.get("signed-on-4-february"), {}, SHIPPED.name)
    wanted = [(country, deal, "2026-02-04", by, 1, open_) for country, deal, by, open_ in SIGNED]
    assert found.table.columns == ("country", "deal", "date", "named_by", "origins", "disputes")
    assert list(found.table.rows) == wanted


def test_project_vault(graph: Graph) -> None:
    found = run(graph, CATALOG.get("project-vault"), {}, SHIPPED.name)
    rows = [tuple(cell and cell.id for cell in row) for row in found.table.rows]
    assert rows == [(VAULT, link, *OF_THE_VAULT[link]) for link in sorted(OF_THE_VAULT)]
    (loan,) = (n for n in found.subgraph.nodes if n.id == LOAN)
    figure = {name: loan.properties[f"amount_{name}"] for name in ("value", "unit", "qualifier")}
    assert figure == {"value": 10_000_000_000, "unit": "USD", "qualifier": "up_to"}
    assert (loan.properties["stage"], loan.properties["instrument"]) == ("approved", "loan")


def test_no_query_of_the_shipped_records_is_left_out() -> None:
    tested = {name.removeprefix("test_").replace("_", "-") for name in globals() if name.startswith("test_")}
    assert {q.id for q in CATALOG.queries if q.data_set == SHIPPED.name} <= tested
