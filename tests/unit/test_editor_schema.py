"""The JSON Schemas for editors: what is right passes, and what is wrong is told by its field, file by file."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from cypher.model import Model, built_in_model
from loader.editor_schema import FILES, make_file_schemas, make_schema
from loader.read import read_own_model
from lodegraph.shipped_records import find_shipped_records
from tests.unit.test_records_page import EXAMPLE, PAGE

MODEL = built_in_model()
WHOLE, APART = make_schema(MODEL), make_file_schemas(MODEL)


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors have it: dates are texts, and only `true` and `false` are booleans."""


AsEditorsRead.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in found if not tag.endswith((":timestamp", ":bool"))]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def told(text: str, schema: str) -> list[str]:
    """Each error's place and words."""
    value = yaml.load(text, Loader=AsEditorsRead)
    errors: list[Any] = list(Draft202012Validator(json.loads(schema)).iter_errors(value))
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message}" for e in errors]


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def model_of_example(name: str, folder: Path) -> tuple[dict[str, str], Model]:
    files = {file: text for which, file, text in EXAMPLE.findall(PAGE) if which == name and file.endswith(".yaml")}
    if "model.yaml" in files:
        (folder / "model.yaml").write_text(files["model.yaml"], encoding="utf-8")
    return files, read_own_model(folder, MODEL, {}).model


def test_the_schema_of_every_model_is_a_schema(tmp_path: Path) -> None:
    _, model = model_of_example("my-permits", tmp_path)
    for text in (WHOLE, make_schema(model)):
        Draft202012Validator.check_schema(json.loads(text))
    defined = json.loads(WHOLE)["$defs"]
    for text in APART.values():
        alone = json.loads(text)
        assert alone.pop("$defs") == defined
        Draft202012Validator.check_schema(alone)


def test_every_shipped_file_passes_by_what_is_in_it_and_by_its_name() -> None:
    for name, text in texts(find_shipped_records()).items():
        sort = "coverage" if name.startswith("coverage/") else name.removesuffix(".yaml")
        assert told(text, WHOLE) == [], name
        assert told(text, APART[f"{sort if sort in FILES else 'records'}.json"]) == [], name


@pytest.mark.parametrize("name", sorted({which for which, _, _ in EXAMPLE.findall(PAGE)}))
def test_the_sets_of_the_page_pass_in_their_own_models(tmp_path: Path, name: str) -> None:
    files, model = model_of_example(name, tmp_path)
    for file, text in files.items():
        assert told(text, make_schema(model)) == [], file
    if model.added:
        assert any("permit/long-pit" in error for error in told(files["records.yaml"], WHOLE))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("- {id: deal/x, name: X, says: X, instrument: loan, stage: talked, whose_money: mixed}",
         "0.stage: 'talked' is not one of"),
        ("- {id: deal/x, name: X, says: X, instrument: loan, stage: signed}",
         "0: 'whose_money' is a required property"),
        ("- {id: company/x, name: X, kind: company, amount: USD 5, says: X}",
         "0: Additional properties are not allowed ('amount' was unexpected)"),
        ("- {id: land/x, name: X, says: X}", "0.id: 'land/x' does not match"),
        ("- {name: X, says: X}", "0: 'id' is a required property"),
        ("- {id: country/x, name: X, says: X, links: [{type: OWNS, to: company/x, share: much}]}",
         "0.links.0.share: 'much' does not match "),
        ("- {id: country/x, name: X, says: X, links: [{type: OWN, to: company/x}]}",
         "0.links.0.type: 'OWN' is not one of"),
        ("- {id: country/x, name: X, says: X, links: [{type: HOSTS, to: event/x, share: 5}]}",
         "0.links.0: Additional properties are not allowed ('share' was unexpected)"),
        ("- {id: country/x, name: X, says: X, claims: [{key: a, topic: weather, says: A, evidence: [p:1]}]}",
         "0.claims.0.topic: 'weather' is not one of"),
        ("- {pair: [a/b], because: x}", "0.pair: ['a/b'] is too short"),
        ("{name: a, titel: b}", ": Additional properties are not allowed ('titel' was unexpected)"),
        ("{name: a b}", "name: 'a b' does not match"),
        ("{name: a, units: {Drums: d}}", "units: 'Drums' does not match"),
        ("{name: a, guide: {beginnings: [{node: a/b}]}}", "guide.beginnings.0: 'title' is a required property"),
        ("{counts: {Contry: {exactly: 1}}}", "counts: Additional properties are not allowed ('Contry' was unexpected)"),
        ("{counts: {Country: {exactly: one}}}", "counts.Country.exactly: 'one' is not of type 'integer'"),
        ("{source: source/a, lines: 3, without_records: [{reason: none}]}",
         "without_records.0: 'lines' is a required property"),
        ("{source: source/a, passages: [{cite: 1, origin: source/b, sha256: abc}]}",
         "passages.0.sha256: 'abc' does not"),
        ("{id: dispute/a, question: What, kind: colour, concerns: [a/b], readings: []}",
         "kind: 'colour' is not one of"),
        ("labels: [{label: Permit, plural: Permits, meaning: m, family: parties}]",
         "labels.0.family: 'parties' is not one"),
        ("labels: [{label: Permit, plural: Permits, meaning: m, family: party, shape: cube}]",
         "labels.0.shape: 'cube' is not one of"),
        ("extend: [{label: Company, kind: [a]}]",
         "extend.0: Additional properties are not allowed ('kind' was unexpected)"),
    ],
)  # fmt: skip
def test_an_error_names_the_field_and_nothing_else(text: str, error: str) -> None:
    found = told(text, WHOLE)
    assert len(found) == 1, found
    assert found[0].startswith(error)


def test_a_schema_for_one_sort_of_file_knows_it_whatever_is_in_it() -> None:
    assert told("{nmae: a}", APART["data_set.json"])[0].startswith(": ")
    assert told("{label: []}", APART["model.json"]) == [
        ": Additional properties are not allowed ('label' was unexpected)",
    ]  # fmt: skip
    assert told("- {name: X}", APART["records.json"]) == ["0: 'id' is a required property"]


def test_the_schema_of_an_extended_model_has_what_the_set_adds(tmp_path: Path) -> None:
    files, model = model_of_example("my-permits", tmp_path)
    schema = make_schema(model)
    for written, instead, error in (
        ("status: valid", "status: void", "0.status: 'void' is not one of ['valid', 'lapsed']"),
        ("role: holder", "role: owner", "0.links.1.role: 'owner' is not one of ['holder', 'applicant']"),
        ("kind: cooperative", "kind: broker", "2.kind: 'broker' is not one of"),
        ('  number: "17/2024"\n', "", "0: 'number' is a required property"),
    ):
        (found,) = told(files["records.yaml"].replace(written, instead), schema)
        assert found.startswith(error)
