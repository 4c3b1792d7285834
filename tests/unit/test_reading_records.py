"""Files become records with their lines and the text as written; what cannot be read is told by file and line."""

import json
from pathlib import Path

import pytest

from loader.read import BadFolder, read_data_set, read_records
from loader.records import Problem, RawRecord


def read(folder: Path, content: str | bytes, name: str = "records.yaml") -> list[RawRecord | Problem]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return list(read_records(folder))


def fields(folder: Path, content: str, name: str = "records.yaml") -> dict[str, object]:
    (record,) = read(folder, content, name)
    assert isinstance(record, RawRecord), record
    return record.fields


def said(folder: Path, content: str | bytes, name: str = "records.yaml") -> str:
    (problem,) = (r for r in read(folder, content, name) if isinstance(r, Problem))
    return str(problem)


@pytest.mark.parametrize("text", ["11.10", "NO", "yes", "null", "2026-02-04", "0x1F", "1_000", "12:30:45", "1e3", "~"])
def test_a_scalar_stays_the_text_that_was_written(tmp_path: Path, text: str) -> None:
    assert fields(tmp_path, f"cite: {text}\nlist: [{text}]") == {"cite": text, "list": [text]}


def test_json_lines_and_yaml_give_the_same_record(tmp_path: Path) -> None:
    line = '{"cite": 11.10, "line": 5, "same": true, "list": ["NO", 1e3], "gone": null}'
    assert fields(tmp_path, line, "r.jsonl") == {"cite": "11.10", "line": "5", "same": "true", "list": ["NO", "1e3"]}


def test_each_record_knows_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "deals").mkdir()
    records = read(tmp_path, "# two records\n- id: a\n  name: A\n\n- id: b\n", "deals/exim.yaml")
    assert [str(r.where) for r in records] == ["deals/exim.yaml:2", "deals/exim.yaml:5"]
    (tmp_path / "deals/exim.yaml").unlink()
    records = read(tmp_path, '{"id": "a"}\n\n{"id": "b"}\n', "x.jsonl")
    assert [str(r.where) for r in records] == ["x.jsonl:1", "x.jsonl:3"]


def test_files_are_read_in_order_of_their_names_and_settings_are_no_records(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.jsonl", "data_set.yaml", "expected.yaml", "notes.txt"):
        (tmp_path / name).write_text('{"id": "x"}', encoding="utf-8")
    assert [r.where.file for r in read_records(tmp_path)] == ["a.yml", "b.yaml", "c.jsonl"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("- id: a\n  name: A\n  name: B\n", "records.yaml:3: name: stands twice in one record; keep one of the two"),
        ("- id: a\n  links:\n    - {to: x, to: y}\n", "records.yaml:3: to: stands twice in one record; keep one"),
        (b"- id: caf\xe9\n", "records.yaml:1: file: is not UTF-8 text; save it as UTF-8"),
        ("- id: a\n- id: [b\n- id: c\n", "records.yaml:3: file: is not YAML: "),
        ("- id: a\n  name: \x07bell\n", "records.yaml:2: file: holds a character that YAML does not allow, U+0007"),
        ("- id: a\n- just text\n", "records.yaml:2: record: is not a mapping of fields; write one `field:"),
        ("- id: a\n---\n- id: b\n", "records.yaml:2: file: is not YAML: "),
        ("- &a {id: a, part: *a}\n", "records.yaml:1: record: refers to itself; write out"),
    ],
)
def test_what_yaml_cannot_mean_is_told_by_line(tmp_path: Path, content: str | bytes, problem: str) -> None:
    assert said(tmp_path, content).startswith(problem)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"id": "a"}\n{"id":\n', "r.jsonl:2: line: is not JSON: Expecting value; mend it near column 7"),
        ('{"id": "a"}\n["b"]\n', "r.jsonl:2: line: is not a JSON object; write one record a line"),
        ('{"id": "a", "id": "b"}\n', "r.jsonl:1: id: stands twice in one record; keep one of the two"),
        (b'{"id": "a"}\n{"id": "caf\xe9"}\n', "r.jsonl:2: line: is not UTF-8 text; save the file as UTF-8"),
        (json.dumps({"id": "\ud800"}), "r.jsonl:1: line: is not UTF-8 text; save the file as UTF-8"),
    ],
)
def test_what_json_lines_cannot_mean_is_told_by_line(tmp_path: Path, content: str | bytes, problem: str) -> None:
    assert said(tmp_path, content, "r.jsonl").startswith(problem)


def test_a_folder_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(BadFolder, match=r"holds no data_set.yaml: .* add that file with `name` and `title`"):
        read_data_set(tmp_path)
    (tmp_path / "data_set.yaml").write_text("title: A set", encoding="utf-8")
    with pytest.raises(BadFolder, match="gives no `name`"):
        read_data_set(tmp_path)
    (tmp_path / "data_set.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(BadFolder, match=r"data_set.yaml:\d: file: is not YAML"):
        read_data_set(tmp_path)
    with pytest.raises(BadFolder, match="there is no folder"):
        read_data_set(tmp_path / "elsewhere")
