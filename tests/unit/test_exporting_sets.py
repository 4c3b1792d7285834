"""A set taken along, of a folder or of a graph: records and tables are read back as the same graph, and every format
holds every node and relationship, whatever stands in them."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cypher.exports.csv_text import write_csv_rows
from loader.check import check
from loader.difference import compare_sets
from loader.exports import SET_FORMATS, SetFormat, TakenSet, export_set, read_back, take_folder, take_from_tables
from loader.exports.admin_files import NoAdminFile
from loader.exports.cells import read_cell, write_cell
from loader.rows import make_rows
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import folder_of
from tests.unit.taken import deal_with, set_of, taken_from
from tests.unit.test_command_line import Command
from tests.unit.test_difference import LOAN
from tests.user_sets_with_models import LOADED, put_model_beside

JSONL, CSV, GRAPHML, CYPHER, ADMIN = SET_FORMATS
NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\u2800\u3164\uffa0\u034f\u115f\u1160"),
                min_size=1, max_size=20)  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20) | st.text(
    "\"'\\`;=+-@|\n\r\t\u2028\u2029\u0085,eu{}$/*", min_size=1, max_size=12
)
"""What a graph may hold, which others may have changed: records hold less."""
DISPUTED = (
    LOAN.replace("A loan", '"A \\"loan\\"; of =5, \\\\u0041, `twice`"')
    .replace("stage: announced", "history: [{stage: announced, date: 2025-02, says: It was announced.}]")
    .replace("links:", "claims: [{key: aim, topic: purpose, says: For tin., evidence: [paper:1], by: [agency/bank]}]\n"
             "  links:")
    + """\
- {id: company/mine, name: Mine, kind: company, says: Digs., evidence: [paper:1], also_named: ['; x', '\\e']}
- id: dispute/size
  question: How large is the loan?
  kind: number
  concerns: [deal/loan, agency/bank|FUNDS|deal/loan|funder]
  readings:
    - {key: five, says: It is 5 million., rank: preferred, reason: Nearer., evidence: [paper:2.10]}
    - key: six
      says: It is 6 million.
      rank: normal
      reason: Further off.
      evidence: [paper:1]
      changes: [{set: deal/loan, to: {amount: USD 6 million}}]
"""
)  # fmt: skip


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def written(taken: TakenSet, form: SetFormat, folder: Path) -> Path:
    export_set(taken, form, folder)
    return folder


def through_csv(value: str | list[str]) -> str:
    """The cell that a program reads for a value of ours."""
    text = "".join(write_csv_rows(["x"], [[write_cell(value)]]))
    _, (cell,) = csv.reader(io.StringIO(text, newline=""), strict=True)
    return cell


def test_a_folder_written_and_read_back_is_the_same_graph(tmp_path: Path) -> None:
    shipped = check(find_shipped_records())
    again = check(written(take_folder(shipped), JSONL, tmp_path / "out"))
    assert (again.problems, again.data_set) == ((), shipped.data_set)
    assert make_rows(again).version == make_rows(shipped).version
    assert compare_sets(shipped, again).differs == ()


def test_the_shipped_set_out_of_a_graph_is_records_again(tmp_path: Path) -> None:
    taken = taken_from(find_shipped_records())
    again = check(written(taken, JSONL, tmp_path / "out"))
    assert again.problems == ()
    assert make_rows(again).version == taken.rows.version
    assert again.data_set.guide == taken.data_set.guide


@pytest.mark.parametrize("path", LOADED, ids=lambda p: p.name)
def test_a_set_with_words_of_its_own_comes_back_by_records_and_by_tables(path: Path, tmp_path: Path) -> None:
    taken = taken_from(put_model_beside(path, tmp_path))
    records = written(taken, JSONL, tmp_path / "records")
    assert make_rows(check(records)).version == taken.rows.version
    from_tables = take_from_tables(written(taken, CSV, tmp_path / "tables"))
    assert make_rows(check(written(from_tables, JSONL, tmp_path / "again"))).version == taken.rows.version


@settings(max_examples=10, deadline=None)
@given(name=NAMES, says=NAMES, million=st.integers(1, 900), stage=st.sampled_from(["announced", "signed", "approved"]))
def test_any_set_written_and_read_back_is_the_same_graph(
    tmp_path_factory: pytest.TempPathFactory, name: str, says: str, million: int, stage: str
) -> None:
    folder = tmp_path_factory.mktemp("set")
    records = DISPUTED.replace('"A \\"loan\\"; of =5, \\\\u0041, `twice`"', json.dumps(name, ensure_ascii=False))
    records = records.replace("The bank lends.", json.dumps(says, ensure_ascii=False))  # JSON's texts are YAML's too
    records = records.replace("5 million", f"{million} million").replace("announced", stage)
    assume(not check(folder_of(folder / "a", records)).problems)
    taken = taken_from(folder / "a")
    assert make_rows(check(written(taken, JSONL, folder / "b"))).version == taken.rows.version
    tables = take_from_tables(written(taken, CSV, folder / "c"))
    assert make_rows(check(written(tables, JSONL, folder / "d"))).version == taken.rows.version


def test_readings_steps_claims_and_speakers_come_back_in_their_records(tmp_path: Path) -> None:
    taken = taken_from(folder_of(tmp_path / "a", DISPUTED))
    lines = (written(taken, JSONL, tmp_path / "b") / "records.jsonl").read_text(encoding="utf-8").splitlines()
    records = {r["id"]: r for line in lines if "id" in (r := json.loads(line))}
    loan, dispute = records["deal/loan"], records["dispute/size"]
    assert (loan["amount"], loan["evidence"]) == ("USD 5 million", ["paper:2.10"])
    assert records["company/mine"]["also_named"] == ["; x", "\\e"]
    assert loan["claims"][0]["by"] == ["agency/bank"]
    assert [step["date"] for step in loan["history"]] == ["2025-02"]
    assert [r["key"] for r in dispute["readings"]] == ["five", "six"]
    assert dispute["readings"][1]["changes"] == [{"set": "deal/loan", "to": {"amount": "USD 6 million"}}]
    assert dispute["concerns"] == ["deal/loan", "agency/bank|FUNDS|deal/loan|funder"]
    assert not any({"ABOUT", "RESTS_ON", "READING_OF"} & {json.loads(line).get("type")} for line in lines)


def test_two_of_one_name_that_were_accepted_are_still_two(tmp_path: Path) -> None:
    mine = "- {{id: company/{}, name: The Mine, kind: company, says: Digs., evidence: [paper:1]}}\n"
    pair = "- {pair: [company/a, company/b], because: Each has its own owner.}\n"
    taken = taken_from(folder_of(tmp_path / "a", mine.format("a") + mine.format("b"), accepted_pairs=pair))
    folder = written(taken, JSONL, tmp_path / "b")
    assert read_back(folder, taken).is_same
    told = (folder / "accepted_pairs.yaml").read_text(encoding="utf-8")
    assert "company/b" in told
    assert "graph that this was taken from holds them as two" in told


def test_what_somebody_changed_in_the_graph_is_told_when_it_is_read_back(tmp_path: Path) -> None:
    taken = taken_from(folder_of(tmp_path / "a", LOAN))
    folder = written(taken, JSONL, tmp_path / "b")
    assert read_back(folder, taken).is_same
    text = (folder / "records.jsonl").read_text(encoding="utf-8")
    (folder / "records.jsonl").write_text(text.replace("A loan", "A gift"), encoding="utf-8")
    assert read_back(folder, taken).differ == ("deal/loan",)
    (folder / "records.jsonl").write_text(text.replace('"loan"', '"lone"'), encoding="utf-8")
    assert "'lone' is none of its terms" in str(read_back(folder, taken).problems[0])


@given(value=ANY_TEXT)
def test_a_text_in_a_cell_is_read_back_and_never_a_formula(value: str) -> None:
    cell = through_csv(value)
    assert read_cell(cell, is_list=False) == value
    assert cell[0] not in "=+-@\t\r\n"


@given(value=st.lists(ANY_TEXT | st.just(""), min_size=1, max_size=5))
def test_a_list_in_a_cell_is_read_back(value: list[str]) -> None:
    assert read_cell(through_csv(value), is_list=True) == value


def test_tables_hold_every_node_and_relationship(tmp_path: Path) -> None:
    taken = take_folder(check(folder_of(tmp_path / "a", LOAN.replace("A loan", "=A loan"))))
    folder = written(taken, CSV, tmp_path / "csv")
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row for row in csv.DictReader(file)}
    assert told.keys() == {r.id for r in taken.rows.nodes}
    assert (told["deal/loan"]["label"], told["deal/loan"]["amount_value"]) == ("Deal", "5000000")
    assert not told["deal/loan"]["name"].startswith("=")  # no formula for a spreadsheet
    with (folder / "relationships.csv").open(encoding="utf-8", newline="") as file:
        ends = {row["id"]: (row["start"], row["type"], row["end"]) for row in csv.DictReader(file)}
    assert ends["agency/bank|FUNDS|deal/loan|funder"] == ("agency/bank", "FUNDS", "deal/loan")


@pytest.mark.parametrize(
    ("heading", "row", "what"),
    [
        ("id,label,name", "deal/x,Deal", "nodes.csv:2: row: has 2 cells where the heading has 3"),
        ("id,name", "deal/x,y", "nodes.csv:1: label: is no column of it"),
        ("id,label,amount_value", "deal/x,Deal,many", "nodes.csv:2: amount_value: 'many' is no integer"),
        ("id,label,name", 'deal/x,Deal,"y', "nodes.csv:1: file: is not CSV"),
    ],
)
def test_tables_that_cannot_be_read_back_are_told_by_file_and_row(
    heading: str, row: str, what: str, tmp_path: Path, command: Command
) -> None:
    folder = written(take_folder(check(folder_of(tmp_path / "a", LOAN))), CSV, tmp_path / "csv")
    (folder / "nodes.csv").write_text(f"{heading}\r\n{row}\r\n", encoding="utf-8")
    ended = command("import", str(folder), "--into", str(tmp_path / "b"))
    assert (ended.status, what in ended.err) == (1, True), ended.err


def test_the_command_reads_tables_back_into_records(tmp_path: Path, command: Command) -> None:
    folder = written(take_folder(check(folder_of(tmp_path / "a", DISPUTED))), CSV, tmp_path / "csv")
    ended = command("import", str(folder), "--into", str(tmp_path / "b"))
    assert (ended.status, "they give the same graph" in ended.err) == (0, True), ended.err
    assert make_rows(check(tmp_path / "b")).version == make_rows(check(tmp_path / "a")).version


@given(values=st.lists(st.tuples(ANY_TEXT, st.lists(ANY_TEXT, min_size=1, max_size=3), st.integers(-9, 9)), max_size=3))
def test_graphml_holds_what_xml_can(
    tmp_path_factory: pytest.TempPathFactory, values: list[tuple[str, list[str], int]]
) -> None:
    rows = [deal_with({"text": t, "several": s, "number": n}, i) for i, (t, s, n) in enumerate(values)]
    folder = written(set_of(rows), GRAPHML, tmp_path_factory.mktemp("graphml"))
    graph = nx.read_graphml(folder / "odd.graphml", force_multigraph=True)
    assert set(graph.nodes) == {row.id for row in rows}
    for row in rows:
        held = graph.nodes[row.id]
        assert held["number"] == row.properties["number"]
        if row.properties["text"].isprintable():
            assert held["text"] == row.properties["text"]


def test_graphml_holds_relationships_with_their_ids(tmp_path: Path) -> None:
    folder = written(taken_from(folder_of(tmp_path / "a", LOAN)), GRAPHML, tmp_path / "graphml")
    graph = nx.read_graphml(folder / "test-set.graphml", force_multigraph=True)
    link = graph.get_edge_data("agency/bank", "deal/loan", "agency/bank|FUNDS|deal/loan|funder")
    assert (link["type"], link["evidence"]) == ("FUNDS", "passage/paper/2.10")
    assert graph.graph["data_set"] == "test-set"
    assert ET.parse(folder / "test-set.graphml").getroot().tag.endswith("graphml")


@given(text=ANY_TEXT, several=st.lists(ANY_TEXT.filter(lambda t: "\x1f" not in t), min_size=1, max_size=3))
def test_files_for_the_importer_hold_any_text(
    tmp_path_factory: pytest.TempPathFactory, text: str, several: list[str]
) -> None:
    row = deal_with({"text": text, "several": several, "number": 7, "share": 0.5, "is_new": True})
    folder = written(set_of([row, deal_with({"empty": ""}, 1)]), ADMIN, tmp_path_factory.mktemp("admin"))
    with (folder / "nodes-Deal.csv").open(encoding="utf-8", newline="") as file:
        headings, first, second = csv.reader(file, strict=True)
    told = dict(zip(headings, first, strict=True))
    assert (told["id:ID(set)"], told[":LABEL"], told["text:string"]) == ("deal/0", "Deal", text)
    assert told["several:string[]"].split("\x1f") == several
    assert (told["number:long"], told["share:double"], told["is_new:boolean"]) == ("7", "0.5", "true")
    assert second[headings.index("empty:string")] == ""
    with (folder / "nodes-Deal.csv").open(encoding="utf-8", newline="") as file:
        assert file.read().rstrip("\n").endswith(',""')  # an empty text is not no text


def test_the_importer_is_given_every_file_and_the_ends_of_relationships(tmp_path: Path) -> None:
    taken = taken_from(folder_of(tmp_path / "a", DISPUTED))
    folder = written(taken, ADMIN, tmp_path / "admin")
    files = sorted(path.name for path in folder.glob("*.csv"))
    told = (folder / "import-command.txt").read_text(encoding="utf-8")
    assert told.startswith("neo4j-admin database import full neo4j \\\n")
    assert sorted(part.partition("=")[2] for part in told.split() if part.endswith(".csv")) == files
    with (folder / "relationships-FUNDS.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row[":START_ID(set)"], row[":TYPE"], row[":END_ID(set)"]) == ("agency/bank", "FUNDS", "deal/loan")
    assert row["evidence:string[]"] == "passage/paper/2.10"
    assert "nodes-DataSet.csv" in files
    assert "CREATE CONSTRAINT" in (folder / "constraints.cypher").read_text(encoding="utf-8")
    counted = sum(len(list(csv.reader(p.open(encoding="utf-8", newline="")))) - 1 for p in folder.glob("*.csv"))
    assert counted == len(taken.rows.nodes) + len(taken.rows.relationships) + 1


@pytest.mark.parametrize(("one", "other"), [("x", ["x"]), ("x", ["a\x1fb"])])
def test_what_the_importer_cannot_be_given_is_refused_by_name(one: str, other: list[str], tmp_path: Path) -> None:
    rows = [deal_with({"odd": other}), deal_with({"odd": one}, 1)] if "\x1f" not in other[0] else [
        deal_with({"odd": other})]  # fmt: skip
    with pytest.raises(NoAdminFile, match="odd of deal/"):
        export_set(set_of(rows), ADMIN, tmp_path / "admin")


@given(text=ANY_TEXT)
def test_a_script_keeps_every_value_on_its_line(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = written(set_of([deal_with({"text": text, "a `b": [text]})]), CYPHER, tmp_path_factory.mktemp("cypher"))
    script = (folder / "odd.cypher").read_text(encoding="utf-8")
    (line,) = [line for line in script.splitlines() if '"deal/0"' in line]
    assert line.startswith('UNWIND [{id: "deal/0", properties: {id: "deal/0"')
    assert "`a ``b`: [" in line
    assert line.endswith(" AS row")


def test_a_script_ends_with_the_node_that_stands_for_the_set(tmp_path: Path) -> None:
    folder = written(taken_from(folder_of(tmp_path / "a", LOAN)), CYPHER, tmp_path / "cypher")
    script = (folder / "test-set.cypher").read_text(encoding="utf-8")
    assert script.index("CREATE CONSTRAINT") < script.index("MERGE (n:Deal") < script.index("]->(b)")
    assert script.rindex("]->(b)") < script.index("MERGE (n:DataSet")


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, command: Command) -> None:
    folder = folder_of(tmp_path / "a", LOAN)
    ended = command("export", str(folder), "--into", str(folder))
    assert ended.status == 2
    assert "is not empty" in ended.err
    done = command("export", str(folder), "--into", str(tmp_path / "b"))
    assert (done.status, "jsonl does not hold comments" in done.err) == (0, True)
    assert command("check", str(tmp_path / "b")).status == 0
