"""The compliance desk's set of listings, in the words that there are today: its five questions have their answers."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import read_catalog, run
from loader.check import check
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

SET = Path(__file__).parents[1] / "user_sets" / "06-sanctions-list"
CATALOG = read_catalog(built_in_model()).offered("sanctions-list", Guide())
Listings = Callable[..., list[dict[str, Value]]]
HAKIRI, MASARO, LUMIERE, KIVUMA = "Jean-Bosco Hakiri", "Odile Masaro", "Lumière Or SARL", "Kivuma Refinery Ltd"
COUNCIL, TREASURY = ["Council of the Western Union"], ["Treasury of the Atlantic Republic"]

LISTINGS = """\
- id: measure/western-gold-list
  name: List of measures on Lake gold
  kind: sanctions
  since: 2024-05-14
  says: The Council's list on Lake gold begins on 14 May 2024.
  evidence: ["council-notice:1", "council-notice:3.2"]
  evidence_for: {links: ["council-notice:1"]}
  links:
    - {type: IMPOSES, from: agency/western-council}
    - {type: COVERS, to: mineral/gold}
    - {type: LOCATED_IN, to: place/lake-provinces}
- id: measure/atlantic-designations
  name: Designations by the Treasury
  kind: sanctions
  says: The Treasury designates firms.
  evidence: ["treasury-page:2"]
  links:
    - {type: IMPOSES, from: agency/atlantic-treasury}
- id: person/jean-bosco-hakiri
  name: Jean-Bosco Hakiri
  says: Jean-Bosco Hakiri is a trader.
  evidence: ["council-notice:2"]
  links:
    - {type: TARGETS, from: measure/western-gold-list, key: first-listing, since: 2024-05-14, until: 2026-02-11,
       until_evidence: ["compliance-daily:2"], ended_by: agency/western-court, ended_because: annulled,
       grounds: bought gold from armed groups}
    - {type: TARGETS, from: measure/western-gold-list, key: second-listing, since: 2026-02-25,
       grounds: others than before, says: Jean-Bosco Hakiri was listed by the Council a second time.,
       evidence: ["compliance-daily:2"]}
- id: person/odile-masaro
  name: Odile Masaro
  says: Odile Masaro directs Lumière Or.
  evidence: ["council-notice-2:3"]
  links:
    - {type: SERVES, to: company/lumiere-or, office: director}
    - {type: TARGETS, from: measure/western-gold-list, since: 2025-09-30}
- id: company/lumiere-or
  name: Lumière Or SARL
  also_named: [Lumiere d'Or]
  kind: company
  says: Lumière Or is also written Lumiere d'Or.
  evidence: ["treasury-page:2"]
  links:
    - {type: TARGETS, from: measure/western-gold-list, since: 2024-05-14,
       says: Lumière Or is on the list from the first day., evidence: ["council-notice:2"]}
    - {type: TARGETS, from: measure/atlantic-designations, since: 2024-08-06, until: 2026-02-27,
       until_evidence: ["compliance-daily:1.2"], ended_by: agency/atlantic-treasury}
- id: company/kivuma-refinery
  name: Kivuma Refinery Ltd
  kind: company
  says: Kivuma Refinery is among those first listed by the Council.
  evidence: ["council-notice:2"]
  links:
    - {type: TARGETS, from: measure/western-gold-list, since: 2024-05-14, until: 2025-09-30,
       until_evidence: ["council-notice-2:2"], ended_by: agency/western-council,
       ended_because: submitted to an audit of its suppliers}
    - {type: TARGETS, from: measure/atlantic-designations, since: 2024-08-06,
       says: Kivuma Refinery is designated by the Treasury., evidence: ["treasury-page:2"]}
  claims:
    - {key: confirmed, topic: description, says: Kivuma Refinery is blocked still in March 2026.,
       evidence: ["compliance-daily:3"]}
    - {key: wind-down, topic: plan, says: Dealings with Kivuma Refinery may be wound down until October 2024.,
       evidence: ["treasury-page:3"]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sanctions") / "set"
    shutil.copytree(SET, folder, ignore=shutil.ignore_patterns("articles", "*.md"))
    (folder / "listings.yaml").write_text(LISTINGS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def listings(engine: Server, folder: Path) -> Iterator[Listings]:
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder)

        def asked(**given: str) -> list[dict[str, Value]]:
            table = run(graph, CATALOG.get("measures"), given, "sanctions-list").table
            return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

        yield asked
    wipe(engine)


def test_the_set_is_sound(folder: Path) -> None:
    checked = check(folder)
    assert [str(p) for p in (*checked.problems, *checked.warnings)] == []


def test_who_is_on_the_council_s_list_on_a_day(listings: Listings) -> None:
    found = listings(node="agency/western-council", as_of="2026-03-01")
    assert [(row["target"], row["listed"], row["listed_then"]) for row in found] == [
        (HAKIRI, "2026-02-25", "yes"), (LUMIERE, "2024-05-14", "yes"), (MASARO, "2025-09-30", "yes"),
    ]  # fmt: skip


def test_who_is_listed_again_was_not_listed_in_between(listings: Listings) -> None:
    assert listings(node="person/jean-bosco-hakiri", as_of="2026-02-15") == []


def test_who_delisted_when_and_why_and_who_lists_still(listings: Listings) -> None:
    (ended,) = [row for row in listings(node="company/kivuma-refinery") if row["delisted"]]
    assert (ended["ended_by"], ended["delisted"], ended["ended_because"]) == (
        *COUNCIL, "2025-09-30", "submitted to an audit of its suppliers",
    )  # fmt: skip
    (still,) = listings(node="company/kivuma-refinery", as_of="2026-03-04")
    assert (still["by_whom"], still["listed"], still["delisted"]) == (TREASURY, "2024-08-06", None)


def test_how_long_a_listing_held(listings: Listings) -> None:
    (row,) = (r for r in listings(node="company/lumiere-or") if r["by_whom"] == TREASURY)
    assert (date.fromisoformat(row["delisted"]) - date.fromisoformat(row["listed"])).days == 570


def test_who_was_listed_by_two_at_once(listings: Listings) -> None:
    by: dict[str, list[list[str]]] = {}
    for row in listings(as_of="2025-01-01"):
        by.setdefault(row["target"], []).append(row["by_whom"])
    assert {target: sorted(whom) for target, whom in by.items()} == {
        HAKIRI: [COUNCIL], KIVUMA: [COUNCIL, TREASURY], LUMIERE: [COUNCIL, TREASURY],
    }  # fmt: skip
