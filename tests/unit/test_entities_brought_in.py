"""Entities of FollowTheMoney come to records by their schemata; what has no place in the model is told."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from loader.check import check
from loader.imports import BadFile, BroughtEntities, bring_in_entities, holds_entities, name_source
from tests.unit.imported import SHEETS

Entities = list[dict[str, Any]]


def entity(id_: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": id_, "schema": schema, "datasets": ["xx"], "properties": properties}


def bring(path: Path, folder: Path) -> BroughtEntities:
    rules = name_source(path)
    return bring_in_entities(path, folder, rules.data_set, rules.source)


def bring_all(entities: Entities, tmp_path: Path) -> tuple[BroughtEntities, dict[str, Entities]]:
    """Bring in some entities; gives the records by file too."""
    path = tmp_path / "some.ftm.jsonl"
    path.write_text("".join(json.dumps(e) + "\n" for e in entities), "utf-8")
    brought = bring(path, tmp_path / "new")
    assert [str(p) for p in check(tmp_path / "new").problems] == []
    files = (tmp_path / "new").glob("*.jsonl")
    return brought, {f.stem: [json.loads(line) for line in f.read_text("utf-8").splitlines()] for f in files}


def test_a_register_comes_to_parties_stakes_offices_payments_and_listings(tmp_path: Path) -> None:
    brought = bring(SHEETS / "6-entities.ftm.jsonl", tmp_path)
    checked = check(tmp_path)
    assert [str(p) for p in (*checked.problems, *checked.warnings)] == []
    assert (brought.rows, brought.brought_in) == (13, 12)
    assert [w.what for w in brought.warnings] == ["1 UnknownLink entity not brought in: no record of ours is like it"]
    assert (
        checked.index.types["OWNS"] == 3 and checked.index.types["SERVES"] == 1 and checked.index.types["TARGETS"] == 1
    )
    assert {d.properties["amount_value"] for d in checked.index.deals.values()} == {1_250_000, 830_000}
    assert set(checked.index.passages) == {f"passage/6-entities/{n}" for n in range(1, 13)}


def test_origins_are_the_address_else_the_data_set(tmp_path: Path) -> None:
    bring(SHEETS / "6-entities.ftm.jsonl", tmp_path)
    passages = json.loads((tmp_path / "passages" / "6-entities.jsonl").read_text("utf-8"))["passages"]
    names = {r["id"]: r["name"] for r in map(json.loads, (tmp_path / "sources.jsonl").read_text("utf-8").splitlines())}
    assert names[passages[0]["origin"]] == "https://register.example/calder"
    assert names[passages[1]["origin"]] == "xx_register" and names[passages[9]["origin"]] == "xx_payments"


def test_two_stakes_of_one_owner_each_keep_their_own(tmp_path: Path) -> None:
    stakes = [
        entity(f"o{n}", "Ownership", owner=["a"], asset=["b"], percentage=[share], startDate=[year])
        for n, (share, year) in enumerate([("10", "2019"), ("12.5 %", "2022")])
    ]
    _, files = bring_all([entity("a", "Person", name=["Ada"]), entity("b", "Company", name=["Bee"]), *stakes], tmp_path)
    assert [(s["share"], s["since"], s.get("key")) for s in files["links"]] == [
        ("10", "2019", None),
        ("12.5", "2022", "o1"),
    ]


def test_entities_of_one_name_stay_two_and_that_is_said(tmp_path: Path) -> None:
    bring_all([entity("a", "Company", name=["Twin Ltd"]), entity("b", "Company", name=["TWIN LTD"])], tmp_path)
    pairs = (tmp_path / "new" / "accepted_pairs.yaml").read_text("utf-8")
    assert "company/a" in pairs and "company/b" in pairs


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (entity("o", "Ownership", owner=["a"], asset=["gone"]), "names no owner or asset that is in the file"),
        (
            entity("o", "Directorship", director=["b"], organization=["b"]),
            "Company to Company is no way in which SERVES goes",
        ),
        (entity("o", "Ownership", owner=["a"], asset=["b"], percentage=["most"]), "'most' is no"),
        (
            entity("o", "Payment", payer=["b"], beneficiary=["b"], amount=["many"], currency=["USD"]),
            "its figure cannot be read",
        ),
        (entity("o", "Company", name=["C"], country=["suhh"]), "'suhh' is no country of ISO 3166-1"),
        (entity("o", "Vessel", name=["Ship"]), "no record of ours is like it"),
        (entity("o", "Sanction", entity=["b"]), "names no programme or authority"),
    ],
)
def test_what_is_not_brought_in_is_told_with_its_line(more: dict[str, Any], told: str, tmp_path: Path) -> None:
    known = [entity("a", "Person", name=["Ada"]), entity("b", "Company", name=["Bee"])]
    brought, _ = bring_all([*known, more], tmp_path)
    assert any(told in w.what and w.row == 3 for w in brought.warnings), [str(w) for w in brought.warnings]


def test_a_share_that_cannot_be_read_leaves_the_stake_without_one(tmp_path: Path) -> None:
    known = [entity("a", "Person", name=["Ada"]), entity("b", "Company", name=["Bee"])]
    _, files = bring_all([*known, entity("o", "Ownership", owner=["a"], asset=["b"], percentage=["110"])], tmp_path)
    assert "share" not in files["links"][0]


def test_hostile_ids_and_names_are_text(tmp_path: Path) -> None:
    names = ["../../etc/passwd", "a: {b}\n- c", "\u202eevil", "日本 Metals"]
    entities = [entity(f"id/../{n} {name}", "Company", name=[name]) for n, name in enumerate(names)]
    _, files = bring_all(entities, tmp_path)
    assert len({record["id"] for record in files["parties"]}) == len(names)
    assert all(".." not in record["id"] for record in files["parties"])


def test_an_entity_that_comes_twice_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "twice.jsonl"
    path.write_text((json.dumps(entity("a", "Company", name=["A"])) + "\n") * 2, "utf-8")
    with pytest.raises(BadFile, match=r"line 2 of twice\.jsonl has the entity a again: aggregate the file first"):
        bring(path, tmp_path / "new")


def test_packed_and_listed_entities_are_known_as_such(tmp_path: Path) -> None:
    one = entity("a", "Company", name=["A"])
    (tmp_path / "e.jsonl.gz").write_bytes(gzip.compress(json.dumps(one).encode()))
    (tmp_path / "e.json").write_text(json.dumps([one]), "utf-8")
    (tmp_path / "rows.jsonl").write_text('{"id": "a", "name": "A"}\n', "utf-8")
    assert holds_entities(tmp_path / "e.jsonl.gz") and holds_entities(tmp_path / "e.json")
    assert not holds_entities(tmp_path / "rows.jsonl") and not holds_entities(SHEETS / "1-bank-pipeline.csv")
