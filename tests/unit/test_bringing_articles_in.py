"""From an article's text to a set that holds it: new, lines, cite, article add, verify --write."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.evidence import hash_passage
from loader.check import check
from tests.unit.invented_articles import DEEP_PIT_LOAN, INVENTED, bring
from tests.unit.test_command_line import Command


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("LODEGRAPH_ARTICLES", raising=False)
    yield Command(monkeypatch, capsys)


def test_a_new_set_checks_and_verifies_at_once_and_has_the_folders_name(tmp_path: Path, command: Command) -> None:
    tin_notes = tmp_path / "Tin Notes"
    made = command("new", str(tin_notes))
    assert (made.status, f"lodegraph check {tin_notes}" in made.out) == (0, True)
    checked = check(tin_notes)
    assert (checked.data_set.name, checked.problems, checked.warnings) == ("tin-notes", (), ())
    verified = command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"))
    assert (verified.status, verified.out) == (0, "2 passages of 1 article, 0 problems\n")


def test_a_folder_that_is_not_empty_is_left_as_it_is(tin_notes: Path, command: Command) -> None:
    before = {p: p.read_bytes() for p in tin_notes.rglob("*") if p.is_file()}
    ended = command("new", str(tin_notes))
    assert ended.status == 2
    assert "is not empty: name a folder that is not there yet, or is empty" in ended.err
    assert {p: p.read_bytes() for p in tin_notes.rglob("*") if p.is_file()} == before


def test_lines_are_numbered_as_citations_count_them(command: Command) -> None:
    ended = command("lines", str(INVENTED / "harbour-gazette.txt"))
    assert " 3.2  Dr. A. Quill, who has led the bank since 2021," in ended.out  # no cut after Dr. or an initial
    assert "\n  15  The Harbour Gazette\n" in ended.out
    assert "harbour-gazette.txt: 15 lines, 7 of them blank, 23 places to cite" in ended.err
    told = json.loads(command("lines", str(INVENTED / "harbour-gazette.txt"), "--format", "json").out)
    assert all(hash_passage(p["text"]) == p["sha256"] for p in told["places"])


@pytest.mark.parametrize("name", ["nowhere.txt", "sheet.csv"])
def test_a_file_that_is_no_article_is_told(tmp_path: Path, command: Command, name: str) -> None:
    ended = command("lines", str(tmp_path / name))
    assert ended.status == 2
    assert name in ended.err


def test_a_passage_is_cited_by_its_words_as_yaml_that_can_be_pasted(tin_notes: Path, command: Command) -> None:
    at = ["--articles", str(tin_notes / "articles"), "--records", str(tin_notes)]
    known = command("cite", "lends Deep", "Pit", *at)
    sha = hash_passage("The Hollow Bank lends Deep Pit 40 million dollars.")
    assert f"  - {{cite: 1.1, origin: source/example-desk, origin_basis: ours, sha256: {sha}}}" in known.out
    assert "# example:1.1, in the records already: " in known.out
    new = command("cite", "where the water", *at)
    assert "# harbour-gazette.txt: no source of the records names it" in new.out
    assert command("cite", "zebra", *at).status == 1
    said = command("cite", "hollow", "--records", str(tin_notes))  # without the articles: what records say
    assert "deal/example-loan: The Hollow Bank's loan to Deep Pit is announced.\n  evidence: [example:1.1" in said.out


def test_an_article_comes_in_with_its_files_and_the_set_still_checks(tin_notes: Path, command: Command) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    checked = check(tin_notes)
    assert checked.problems == ()
    unread, drafts = (w.what for w in checked.warnings)
    assert unread == "23 places of source/gazette are not read yet"
    assert drafts.endswith("records from here on are drafts and will not be loaded")
    assert not [i for i in checked.items if i.id in ("person/mara-venn", "company/orlan-metals")]
    verified = command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"))
    assert (verified.status, verified.out) == (0, "25 passages of 2 articles, 0 problems\n")
    assert not [p for p in tin_notes.rglob("*.yaml") if "where the water comes from" in p.read_text("utf-8")]


def test_an_article_that_is_there_is_not_brought_in_twice(tin_notes: Path, command: Command) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    again = command("article", "add", str(tin_notes / "articles" / "harbour-gazette.txt"), "--into", str(tin_notes))
    assert again.status == 2
    assert "source/gazette has this file already" in again.err
    other = command(
        "article", "add", str(tin_notes / "articles" / "coast-wire.txt"), "--into", str(tin_notes), "--short", "gazette"
    )
    assert "source/gazette is another article of the set" in other.err


def test_what_comes_in_says_in_short_what_is_there_already(tin_notes: Path, command: Command) -> None:
    file = tin_notes / "articles" / "harbour-gazette.txt"
    ended = command("article", "add", str(file), "--into", str(tin_notes), "--short", "gazette", "--format", "json")
    assert ended.status == 0
    told = json.loads(ended.out)
    places = draft_of(command, tin_notes, "harbour-gazette").values()
    assert (told["source"], told["places"]) == ("source/gazette", len(places))
    assert all(Path(written).is_file() for written in told["files"])
    assert told["names"] == ["project/deep-pit", "agency/hollow-bank"]
    assert told["same_figures"] == {"deal/example-loan": "USD 40 million"}
    assert "USD 15 million" in told["new_figures"]
    assert not [figure for figure in told["new_figures"] if "40 million" in figure]  # also not as up to that
    assert "Orlan Metals" in told["new_names"]


def test_in_short_nothing_is_called_a_finding(tin_notes: Path, command: Command) -> None:
    ended = command(
        "article", "add", str(tin_notes / "articles" / "harbour-gazette.txt"), "--into", str(tin_notes),
        "--short", "gazette",
    )  # fmt: skip
    assert "may confirm 1 deal, which have a figure of it: deal/example-loan (USD 40 million)" in ended.err
    assert "names 2 nodes of the set: project/deep-pit, agency/hollow-bank" in ended.err
    assert "no record rests on it yet" in ended.err


def draft_of(command: Command, tin_notes: Path, name: str) -> dict[str, dict[str, object]]:
    path = str(tin_notes / "articles" / f"{name}.txt")
    told = json.loads(command("article", "draft", path, "--into", str(tin_notes), "--format", "json").out)
    return {p["citation"]: p for p in told["places"]}


def test_the_draft_tells_what_a_sentence_names_and_which_deals_have_its_figure(
    tin_notes: Path, command: Command
) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    told = draft_of(command, tin_notes, "harbour-gazette")["gazette:3.1"]
    assert [(n["written"], n["ids"]) for n in told["names"]] == [  # type: ignore[attr-defined]
        ("The Hollow Bank", ["agency/hollow-bank"]), ("Deep Pit", ["project/deep-pit"]),
    ]  # fmt: skip
    assert told["figures"] == ["up to USD 40 million"]
    same = {"id": "deal/example-loan", "figure": "USD 40 million", "ties": ["agency/hollow-bank", "project/deep-pit"]}
    assert told["deals"] == [same]


def test_origins_are_guessed_by_the_words_of_other_articles_of_the_set(tin_notes: Path, command: Command) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    bring(command, tin_notes, "coast-wire", "wire")
    told = draft_of(command, tin_notes, "coast-wire")
    assert told["wire:5.2"]["follows"] == {
        "citation": "gazette:7.4", "share": 1.0, "origin": "source/gazette-desk",
    }  # fmt: skip
    assert told["wire:17.1"]["follows"] is None
    passages = (tin_notes / "passages" / "wire.yaml").read_text("utf-8")
    assert "{cite: 5.2, origin: source/gazette-desk, origin_basis: derived, sha256: " in passages
    assert "{cite: 17.1, origin: source/wire-desk, origin_basis: ours, sha256: " in passages


def test_what_a_record_leaves_out_of_a_sentence_is_told_by_clause(tin_notes: Path, command: Command) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    (tin_notes / "loan.yaml").write_text(DEEP_PIT_LOAN, encoding="utf-8")
    left = draft_of(command, tin_notes, "harbour-gazette")["gazette:3.1"]["left"]
    things = [thing for one in left for thing in one["things"]]  # type: ignore[attr-defined]
    assert things == ["PORT ORLA", "3 March 2026", "Sellmark"]


def test_missing_fingerprints_are_filled_in_and_what_differs_is_left(tin_notes: Path, command: Command) -> None:
    path = tin_notes / "passages" / "example.yaml"
    written = path.read_text("utf-8")
    first, second = (line for line in written.splitlines() if "cite:" in line)
    bare = written.replace(first, first.partition(", sha256")[0] + "}  # to be filled")
    path.write_text(bare.replace(second, second[: second.index("sha256: ")] + f"sha256: {'0' * 64}}}"), "utf-8")
    ended = command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"), "--write")
    assert (ended.status, "2 fingerprints filled in" in ended.err) == (0, True)
    assert path.read_text("utf-8") == written.replace(first, f"{first}  # to be filled")
    path.write_text(written.replace("sha256: ", "sha256: f", 1).replace("}", "}", 1), "utf-8")
    before = path.read_bytes()
    assert command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"), "--write").status == 1
    assert path.read_bytes() == before


def test_a_fingerprint_is_filled_into_block_style_too(tin_notes: Path, command: Command) -> None:
    path = tin_notes / "passages" / "example.yaml"
    block = "\n".join(
        [
            "source: source/example", "passages:", "  - cite: 1.1", "    origin: source/example-desk",
            "  - cite: 1.2  # the day", "    origin: source/example-desk", "    sha256: ''", "",
        ]
    )  # fmt: skip
    path.write_text(block, "utf-8")
    assert command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"), "--write").status == 0
    assert check(tin_notes).problems == ()
    assert "  - cite: 1.2  # the day" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("example.yaml", "{source: source/example, passages: [{cite: 1.1, origin: source/example-desk}]}\n"),
        ("example.yaml", "source: source/example\npassages: [{cite: 1.1, origin: source/example-desk},\n"
         "  {cite: 1.2, origin: source/example-desk}]\n"),
        ("example.jsonl", '{"source": "source/example", "passages": [{"cite": "1.1", "origin": "source/desk"}]}\n'),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_by_line_is_told_and_left_as_it_is(
    tin_notes: Path, command: Command, name: str, text: str
) -> None:
    (tin_notes / "passages" / "example.yaml").unlink()
    path = tin_notes / "passages" / name
    path.write_text(text, "utf-8")
    ended = command("verify", str(tin_notes), "--articles", str(tin_notes / "articles"), "--write")
    assert "not filled: passages/" in ended.err
    assert "written in a way that cannot be filled" in ended.err
    assert path.read_text("utf-8") == text
