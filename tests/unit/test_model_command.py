"""`lodegraph model`: what records may have, of the program and of a folder, as tables, as a document, for editors."""

import json
from pathlib import Path

from cypher.model import built_in_model
from loader.editor_schema import FILES, make_schema
from tests.unit.small_records import folder_of
from tests.unit.test_command_line import Command, command

__all__ = ["command"]

MODEL = """\
    labels:
      - label: Permit
        plural: Permits
        meaning: A permit that an authority gives.
        family: deal
        colour: "#8a5a00"
        properties:
          - {name: status, meaning: whether it holds, terms: [valid, lapsed]}
    relationship_types:
      - {name: GRANTS, reads: grants, from: [Agency], to: [Permit], roles: [granter], meaning: Who gives it.}
    """


def test_the_model_of_the_program_is_told_as_tables(command: Command) -> None:
    told = command("model")
    assert told.status == 0
    for words in (
        "Labels",
        "Relationship types",
        "Properties",
        "Deal",
        "FUNDS",
        "Whose money a deal is.",
        "whose_money",
    ):
        assert words in told.out
    assert "of the set" not in told.out
    assert "DataSet" not in told.out


def test_what_a_set_adds_is_told_as_its_own(command: Command, tmp_path: Path) -> None:
    told = command("model", str(folder_of(tmp_path, model=MODEL)))
    (permit,) = (line for line in told.out.splitlines() if "permit/…" in line)
    assert "A permit that an authority gives." in permit and "of the set" in permit
    (status,) = (line for line in told.out.splitlines() if "valid, lapsed" in line)
    assert status.split("│")[1:4] == [" Permit     ", *status.split("│")[2:4]]
    document = json.loads(command("model", str(tmp_path), "--format", "json").out)
    own = [(n["label"], n["kind"], n["colour"]) for n in document["labels"] if n["own"]]
    assert own == [("Permit", "permit", "#8a5a00")]
    assert [r["type"] for r in document["relationship_types"] if r["own"]] == ["GRANTS"]


WORDS = """\
    narrower:
      - {term: shareholder, of: OWNS.role, is: owner, fills: {holding: direct}}
      - {relationship_type: OWNED_BY, is: OWNS, turned: true, meaning: The other way round.}
      - {label: Restriction, is: Measure}
      - {field: undrawn, of: Deal, is: undisbursed}
    """


def test_words_of_a_set_are_told_with_what_they_are_read_as(command: Command, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, model=WORDS)
    told = command("model", str(folder))
    assert "Words of the set" in told.out and "Words of the set" not in command("model").out
    words = {w["word"]: w for w in json.loads(command("model", str(folder), "--format", "json").out)["words"]}
    assert {name: (w["of"], w["is"], w["and"]) for name, w in words.items()} == {
        "shareholder": ("a term of OWNS.role", "owner", "holding: direct"),
        "OWNED_BY": ("a relationship type", "OWNS", "from the end to the start"),
        "Restriction": ("a label", "Measure", None),
        "undrawn": ("a field of Deal", "undisbursed", None),
    }
    assert words["OWNED_BY"]["meaning"] == "The other way round."


def test_the_schema_is_printed_alone_and_written_by_sort_of_file(command: Command, tmp_path: Path) -> None:
    assert command("model", "--schema").out == make_schema(built_in_model())
    printed = command("model", str(folder_of(tmp_path / "set", model=MODEL)), "--schema")
    assert "node_permit" in json.loads(printed.out)["$defs"]
    into = tmp_path / "to" / "schemas"
    written = command("model", str(tmp_path / "set"), "--schemas-into", str(into))
    assert (written.status, written.out) == (0, "")
    assert {path.name for path in into.iterdir()} == {f"{name}.json" for name in FILES}


def test_a_model_with_problems_is_refused_with_each_of_them(command: Command, tmp_path: Path) -> None:
    told = command("model", str(folder_of(tmp_path, model=MODEL.replace("label: Permit", "label: Match"))))
    assert (told.status, told.out) == (1, "")
    assert "model.yaml:2: labels.0.label: 'Match' is a word of Cypher itself; add a word to it" in told.err
    assert "there is no label 'Permit'; " in told.err


def test_a_folder_that_is_no_set_and_two_answers_at_once_are_refused(command: Command, tmp_path: Path) -> None:
    assert "holds no data_set.yaml" in command("model", str(tmp_path)).err
    told = command("model", str(tmp_path), "--data-set", "x")
    assert (told.status, "name a folder or --data-set" in told.err) == (2, True)
