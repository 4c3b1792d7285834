"""The commands that need no graph: the answer alone on standard output, words on standard error, telling statuses."""

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

import lodegraph
from cypher.model import built_in_model
from cypher.saved import read_catalog
from lodegraph.cli.main import main
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import folder_of

MODEL = built_in_model()

BAD = "- {id: country/CC, name: C, says: Sits., evidence: [paper:9]}\n- {id: country/DD, name: D}\n"


@dataclass(frozen=True)
class Ended:
    """What a command wrote and how it ended."""

    status: int
    out: str
    err: str


class Command:
    """Calls `lodegraph` in this process as its user would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *arguments: str) -> Ended:
        self.monkeypatch.setattr(sys, "argv", ["lodegraph", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = self.capsys.readouterr()
        return Ended(int(stopped.value.code or 0), out, err)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """The command line on a wide terminal."""
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def test_checking_sound_records_ends_well_and_says_what_was_read(command: Command) -> None:
    for arguments in (["check"], ["check", str(find_shipped_records())]):
        ended = command(*arguments)
        assert ended.status == 0
        assert ended.err == f"reading {find_shipped_records()} (the records that come with Lodegraph)\n"
        assert ended.out.count("\n") == 1
        assert ended.out.endswith("0 problems\n")


def test_checking_bad_records_reports_them_on_standard_output_and_ends_with_1(command: Command, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, BAD)
    ended = command("check", str(folder))
    assert (ended.status, ended.err) == (1, f"reading {folder}\n")
    lines = ended.out.splitlines()
    assert lines[0].startswith("records.yaml:1: evidence: country/CC cites paper:9")
    assert lines[1].startswith("records.yaml:2: says: is missing in country/DD")
    assert lines[2].endswith("2 problems: nothing would be loaded")


def test_the_check_says_the_same_as_text_and_as_json(command: Command, tmp_path: Path) -> None:
    folder = str(folder_of(tmp_path, BAD))
    text, document = command("check", folder), json.loads(command("check", folder, "--format", "json").out)
    told = ["{file}:{line}: {field}: {what}; {remedy}".format(**p) for p in document["problems"]]
    nodes, links = sum(document["labels"].values()), sum(document["types"].values())
    assert document["folder"] == folder
    summary = (
        f"{document['data_set']}: {nodes} nodes, {links} relationships, {len(told)} problems: nothing would be loaded"
    )
    assert text.out.splitlines() == [*told, summary]
    assert command("check", folder, "--format", "json").status == text.status == 1


def test_warnings_are_listed_apart_and_end_well(command: Command, tmp_path: Path) -> None:
    folder = str(folder_of(tmp_path, "- {id: company/loose, name: L, kind: company, says: S., evidence: [paper:1]}"))
    text, document = command("check", folder), json.loads(command("check", folder, "--format", "json").out)
    assert text.status == 0
    assert "warning: records.yaml:1: links: company/loose is tied to nothing; " in text.out
    assert text.out.endswith("0 problems; 6 warnings, which would not keep it from being loaded\n")
    assert (document["problems"], len(document["warnings"])) == ([], 6)


def test_the_last_line_of_a_check_says_what_each_number_means_for_a_load(command: Command, tmp_path: Path) -> None:
    alone = "- {id: country/CC, name: C, says: Sits., evidence: [paper:1], kind: odd}\n"
    folder = folder_of(tmp_path, alone)
    (folder / "more.csv").write_text("a")
    ended = command("check", str(folder))
    said = ended.out.splitlines()[-1].partition("relationships, ")[2]
    assert said == "1 problem: nothing would be loaded; 1 warning, which would not keep it from being loaded"


def test_a_folder_without_records_ends_with_1_and_an_empty_standard_output(command: Command, tmp_path: Path) -> None:
    ended = command("check", str(tmp_path))
    assert (ended.status, ended.out) == (1, "")
    assert "error:" in ended.err
    assert "holds no data_set.yaml" in ended.err
    assert "there is no folder" in command("check", str(tmp_path / "elsewhere")).err


def test_the_list_of_queries_names_each_of_them_as_text_and_as_json(command: Command) -> None:
    ids = {q.id for q in read_catalog(MODEL).queries}
    text, document = command("query", "list"), command("query", "list", "--format", "json")
    assert {q["id"] for q in json.loads(document.out)} == ids
    assert all(query_id in text.out for query_id in ids)
    assert (text.status, text.err, document.status, document.err) == (0, "", 0, "")


@pytest.mark.parametrize("query", read_catalog(MODEL).queries, ids=lambda q: q.id)
def test_showing_a_query_gives_its_question_parameters_and_cypher(command: Command, query: object) -> None:
    saved = read_catalog(MODEL).get(query.id)  # type: ignore[attr-defined]
    text, document = command("query", "show", saved.id), command("query", "show", saved.id, "--format", "json")
    assert saved.question in text.out
    assert text.out.endswith(saved.text + "\n")
    assert all(f"--param {p.name}={'…' if p.default is None else p.default}" in text.out for p in saved.parameters)
    assert json.loads(document.out) == saved.model_dump(mode="json")
    assert (text.status, text.err, document.status, document.err) == (0, "", 0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "show", "nothing"], "there is no saved query 'nothing': there are "),
        (["query", "run", "around", "--param", "node"], "--param node: write NAME=VALUE"),
        (["query", "run", "around", "--param", "knot=x"], "there is no parameter 'knot': it takes node"),
        (["query", "run", "connections", "--param", "hops=99"], "hops: 99 is not between 1 and 8"),
        (["query", "run", "around", "--format", "pdf"], "'pdf' is not one of"),
        (["check", "--format", "pdf"], "'pdf' is not one of"),
        (["query", "run", "around", "--max-rows", "0"], "--max-rows"),
        (["chekc"], "No such command 'chekc'"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why_before_any_graph_is_sought(
    command: Command, arguments: list[str], said: str
) -> None:
    ended = command(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


def test_the_version_is_the_whole_answer(command: Command) -> None:
    assert command("--version") == Ended(0, lodegraph.__version__ + "\n", "")


def test_another_package_called_cypher_is_named_instead_of_failing_oddly(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = ModuleType("cypher", "IPython magic.")
    stranger.__file__ = "/elsewhere/cypher/__init__.py"
    monkeypatch.setitem(sys.modules, "cypher", stranger)
    ended = command("--version")
    assert (ended.status, ended.out) == (1, "")
    assert "/elsewhere/cypher/__init__.py is not Lodegraph's (ipython-cypher installs one" in ended.err


def test_a_copy_of_the_shipped_records_is_not_called_shipped(command: Command, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(find_shipped_records(), tmp_path / "seeds"))
    assert command("check", str(copy)).err == f"reading {copy}\n"
