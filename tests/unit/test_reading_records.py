"""Files become records with their lines and the text as written; what cannot be read is told by file and line."""

import json
from pathlib import Path

import pytest

from loader.read import BadFolder, read_data_set, read_records, unread_files
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


@pytest.mark.parametrize("text", ["11.10", "NO", "yes", "nul", "2026-02-04", "0x1F", "1_000", "12:30:45", "1e3", "~x"])
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
        ("- id: a\n---\n- id: b\n", "records.yaml:2: file: begins a second document; take out the line `---`"),
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
        (json.dumps({"id": "\ud800"}), "r.jsonl:1: id: holds U+D800, which is half a character; take it out"),
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


@pytest.mark.parametrize("null", ["null", "~", "Null", "NULL", "!!null ''"])
def test_null_is_no_value_as_in_json(tmp_path: Path, null: str) -> None:
    assert fields(tmp_path, f"id: a\ngone: {null}\nkept: '~'\nword: \"null\"\n") == {
        "id": "a",
        "kept": "~",
        "word": "null",
    }
    assert said(tmp_path, f"id: a\nlist:\n  - b\n  - {null}\n").startswith("records.yaml:4: list: lists nothing in one")


def test_null_in_a_json_list_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, '{"id": "a", "list": ["b", null]}', "r.jsonl") == (
        "r.jsonl:1: line: lists null; write what belongs there, or take it out"
    )


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert fields(tmp_path, '\ufeff{"id": "a"}\n', "r.jsonl") == {"id": "a"}
    (tmp_path / "r.jsonl").unlink()
    assert fields(tmp_path, "\ufeffid: a\n") == {"id": "a"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "- id: a\n  name:\n",
            "records.yaml:2: name: has no value; write a value or, where there is none, take the line",
        ),
        (
            "- {id: a, amount: USD 1,000 million}\n",
            "records.yaml:1: 000 million: stands after a comma, which ends a value between brackets; "
            'put the whole value in quotes, such as amount: "USD 1,000"',
        ),
        (
            "- {id: a, says: Sells tin, as the paper has it}\n",
            "records.yaml:1: as the paper has it: stands after a comma, which ends a value between brackets; "
            'put the whole value in quotes, such as says: "Digs, and sells"',
        ),
        ("- &base {kind: company}\n- <<: *base\n  id: a\n", "records.yaml:2: <<: is a merge key, which records do not"),
        ("- id: a\n  name: !!int 5\n", "records.yaml:2: name: has the tag tag:yaml.org,2002:int, which records do not"),
        (
            "- id: a\n  name: !!python/object:os.system x\n",
            "records.yaml:2: name: has the tag tag:yaml.org,2002:python",
        ),
        ("- id: a\n  name: *b\n", "records.yaml:2: name: names *b, which stands nowhere above; write out what it"),
        ("- id: a\n  ? [x]\n  : y\n", "records.yaml:2: record: has a field without a name; write `field: value`"),
        (
            '- id: a\n  name: "Korea\\u200bZinc"\n',
            "records.yaml:2: name: holds U+200B, which shows nothing (zero width",
        ),
        (
            '- id: a\n  name: "abc\\u202ecba"\n',
            "records.yaml:2: name: holds U+202E, which shows nothing (right-to-left",
        ),
        ('- id: a\n  name: "\\u3164"\n', "records.yaml:2: name: holds U+3164, which shows nothing (hangul filler)"),
        ('- id: a\n  name: "a\\0b"\n', "records.yaml:2: name: holds U+0000, which is a control character; take it out"),
    ],
)
def test_what_no_record_has_is_told_at_its_own_line(tmp_path: Path, content: str, problem: str) -> None:
    assert said(tmp_path, content).startswith(problem)


def test_one_unicode_form_and_plain_blanks_are_kept(tmp_path: Path) -> None:
    assert fields(tmp_path, "name: Co\u0302te d\u2019Ivoire\nother: Korea\u00a0Zinc\n") == {
        "name": "C\u00f4te d\u2019Ivoire",
        "other": "Korea Zinc",
    }
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert fields(tmp_path, f"name: {persian}\n") == {"name": persian}


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    for name in (
        ".github/workflow.yaml",
        ".git/x.yaml",
        "._records.yaml",
        ".hidden.jsonl",
        "deals/.tmp/a.yaml",
        "a.yaml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("id: x", encoding="utf-8")
    assert [r.where.file for r in read_records(tmp_path)] == ["a.yaml"]
    assert list(unread_files(tmp_path)) == []


def test_an_ending_in_capitals_is_read_and_what_is_not_read_is_told(tmp_path: Path) -> None:
    for name in ("R.YAML", "r.json", "r.csv", "r.yaml.bak", "r.yaml~", "README.md", "LICENSE", "deals/expected.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("id: x", encoding="utf-8")
    assert [r.where.file for r in read_records(tmp_path)] == ["R.YAML"]
    assert [str(p) for p in unread_files(tmp_path)] == [
        "deals/expected.yaml:1: file: is read only at the top of the folder; move it there, or give it another name",
        "r.csv:1: file: is not read; write the records as YAML or as JSON Lines",
        "r.json:1: file: is not read; write one record a line into a file that ends in .jsonl",
        "r.yaml.bak:1: file: is not read; call it .yaml or .jsonl if it holds records; hidden files are left alone",
        "r.yaml~:1: file: is not read; call it .yaml or .jsonl if it holds records; hidden files are left alone",
    ]
