"""The page that brings a file in: what it shows of a sheet, hears of the reader, and hands to whoever loads it."""

import base64
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from explorer.app_pages import bring_in as page
from explorer.import_port import Answer, Brought, Decisions, GivenFile, Trial
from explorer.state import import_decisions
from lodegraph.cli.import_desk import ImportDesk
from tests.unit.imported import SHEETS
from tests.unit.test_mapping_drafts import FILES, READ

HOSTILE = "<img src=x> [x](javascript:alert(1)) :red[y]"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportDesk:
    """A desk whose graph holds no set."""
    monkeypatch.setattr(ImportDesk, "_hold", lambda self: frozenset())
    return ImportDesk(tmp_path / "sets", None)  # type: ignore[arg-type]


def given(name: str) -> GivenFile:
    return GivenFile(name, (SHEETS / name).read_bytes())


def tried(desk: ImportDesk, file: GivenFile, **columns: str) -> Trial:
    return desk.try_(file, Decisions(columns))


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_comes_to_as_many_rows_as_by_the_draft_of_the_command(desk: ImportDesk, name: str) -> None:
    trial = tried(desk, given(name))
    assert (trial.refused, trial.good) == ((), READ[name])
    assert len({place for node in trial.nodes for place in node.places}) == min(10, READ[name])


def test_what_a_column_is_said_to_be_counts_and_no_other_is_guessed_so(desk: ImportDesk) -> None:
    sheet = GivenFile("two.csv", b"Who,Whom,Amount\nLake Bank,Orrin Tin,USD 5m\n")
    trial = desk.try_(sheet, Decisions({"Who": "funder", "Whom": "recipient"}))
    assert {c.heading: c.is_ for c in trial.columns} == {"Who": "funder", "Whom": "recipient", "Amount": "amount"}
    assert {(k.type, k.role) for k in trial.links} == {("FUNDS", "funder"), ("GOES_TO", "recipient")}
    twice = desk.try_(sheet, Decisions({"Who": "funder", "Whom": "funder"}))
    assert twice.refused == ("two columns are the funder: say of one of them that it is something else",)
    assert len(twice.columns) == 3


def test_an_answer_brings_the_rows_in_that_wait_for_it(desk: ImportDesk) -> None:
    asked = [q for q in tried(desk, given("4-offtakes.xlsx")).questions if q.is_open]
    assert [q.text for q in asked] == ["S", "N", "X"]
    assert {"signed", "negotiating", "nothing"} <= set(asked[0].offered)
    said = tuple(Answer(q.path, "signed") for q in asked)
    trial = desk.try_(given("4-offtakes.xlsx"), Decisions({}, said))
    assert trial.good > 0
    assert not [q for q in trial.questions if q.is_open]
    assert "S: signed" in trial.mapping


def test_two_spellings_are_one_or_two_as_somebody_says(desk: ImportDesk) -> None:
    sheet = GivenFile(
        "two.csv", b"Lender,Borrower,Amount\nLake Bank,Orrin Tin,USD 5m\nLake Bank,Orrin Tin Ltd,USD 6m\n"
    )
    trial = tried(desk, sheet)
    (alike,) = {one.alike for one in trial.told if one.alike}
    assert (alike, trial.good) == (("Orrin Tin Ltd", "company/orrin-tin-ltd", "company/orrin-tin"), 1)
    one = desk.try_(sheet, Decisions({}, (Answer(("answers", "same_as", alike[0]), alike[2]),)))
    two = desk.try_(sheet, Decisions({}, another=((alike[2], alike[1]),)))
    assert (one.good, two.good) == (2, 2)
    assert (one.counts or {})["Company"] == 2
    assert (two.counts or {})["Company"] == 3


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "before 2007"),
        ("a.gz", b"\x1f\x8b broken", "cannot be unpacked"),
        ("a.pdf", b"%PDF-1.7", "of no format that is read"),
        ("a.csv", b"", "headings"),
        ("big.csv", b"x" * 1_000_001, "larger than 1,000,000 bytes"),
        ("../../etc/a.json", b"{", "a.json"),
    ],
)
def test_what_is_no_sheet_is_told_in_the_importers_words(
    desk: ImportDesk, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    refused = desk.try_(GivenFile(name, content), Decisions({})).refused
    assert says in " ".join(refused)
    assert not any(tmp_path.iterdir())


def test_a_name_that_is_taken_or_none_is_told_and_nothing_is_loaded(desk: ImportDesk, tmp_path: Path) -> None:
    (tmp_path / "sets" / "Mine").mkdir(parents=True)
    taken = Decisions({}, (Answer(("data_set", "name"), "mine"),))
    trial = desk.try_(given(FILES[0]), taken)
    assert "a set called Mine is in" in trial.clash
    assert not trial.may_load
    assert desk.load(given(FILES[0]), taken) == Brought(is_done=False, lines=(trial.clash,))
    for name in ("../x", "", "a b"):
        refused = desk.try_(given(FILES[0]), Decisions({}, (Answer(("data_set", "name"), name),))).refused
        assert "name" in " ".join(refused), name
    assert [p.name for p in (tmp_path / "sets").iterdir()] == ["Mine"]


def test_where_the_graph_fails_nothing_is_left_of_the_set(
    desk: ImportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cypher.errors import GraphError
    from lodegraph.cli import import_desk

    def fail(*_: object, **__: object) -> None:
        raise GraphError("the graph is gone")

    monkeypatch.setattr(import_desk, "connect", fail)
    outcome = desk.load(given(FILES[0]), Decisions({}))
    part = "the graph may hold a part of it: `lodegraph drop 1-bank-pipeline` takes that out"
    assert outcome == Brought(is_done=False, lines=("the graph is gone", part))
    assert list((tmp_path / "sets").iterdir()) == []


def show() -> None:
    from contextlib import contextmanager

    from explorer.app_pages import bring_in
    from tests.unit.articles import shown

    @contextmanager
    def opened():  # type: ignore[no-untyped-def]
        yield shown()

    bring_in.open_shown_graph = opened
    bring_in.show_page()


@pytest.fixture
def opened(desk: ImportDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page with that desk behind it, asked without a port."""
    monkeypatch.setattr(page, "is_offered", lambda: True)
    monkeypatch.setattr(page, "show_file_input", lambda *_, **__: None)
    monkeypatch.setattr(page, "read_given_file", lambda _: st.session_state.pop("test-given", None))
    monkeypatch.setattr(page, "write_address", lambda *_, **__: None)
    monkeypatch.setattr(page, "open_shown_graph", page.open_shown_graph)
    monkeypatch.setattr(import_decisions, "ask_trial", desk.try_)
    monkeypatch.setattr(import_decisions, "ask_load", desk.load)
    yield AppTest.from_function(show, default_timeout=60).run()


def give(test: AppTest, name: str, content: bytes) -> AppTest:
    test.session_state["test-given"] = f"{name}\n{base64.b64encode(content).decode()}"
    test.run()
    assert not test.exception
    return test


def texts(test: AppTest) -> str:
    return "\n".join(m.value for m in (*test.markdown, *test.caption, *test.error, *test.info))


def test_the_page_shows_columns_questions_cards_and_problems(opened: AppTest) -> None:
    give(opened, "4-offtakes.xlsx", (SHEETS / "4-offtakes.xlsx").read_bytes())
    assert "**0 of 15 rows can be brought in**" in texts(opened)
    assert opened.button(key="import-load").disabled
    waiting = [s for s in opened.selectbox if s.label in ("S", "N", "X")]
    assert [s.value for s in waiting] == ["?", "?", "?"]
    for label, term in (("S", "signed"), ("N", "negotiating"), ("X", "cancelled")):
        next(s for s in opened.selectbox if s.label == label).select(term).run()
    assert not opened.exception
    assert "**0 of" not in texts(opened)
    assert "- Deal **" in texts(opened)


def test_the_legend_of_the_picture_keeps_its_signs_where_a_page_lets_no_svg_through(opened: AppTest) -> None:
    give(opened, "1-bank-pipeline.csv", (SHEETS / "1-bank-pipeline.csv").read_bytes())
    legend = next(h.proto.body for h in opened.get("html") if "Deals (10)" in h.proto.body)
    signs = [base64.b64decode(found).decode() for found in re.findall(r"svg\+xml;base64,([^\"]+)", legend)]
    assert "<svg" not in legend
    assert len(signs) == legend.count("<li")
    assert all('xmlns="http://www.w3.org/2000/svg"' in sign for sign in signs)


def test_another_file_brings_nothing_of_the_former_along(opened: AppTest) -> None:
    give(opened, "a.csv", b"Who,Whom,Amount\nLake Bank,Orrin Tin,USD 5m\n")
    next(s for s in opened.selectbox if s.label == "Who").select("funder").run()
    assert next(s for s in opened.selectbox if s.label == "Who").value == "funder"
    give(opened, "b.csv", b"Who,Whom,Amount\nHill Bank,Orrin Tin,USD 7m\n")
    assert next(s for s in opened.selectbox if s.label == "Who").value != "funder"
    assert "Lake Bank" not in texts(opened)


def test_a_name_that_cannot_be_one_is_told_and_can_be_mended(opened: AppTest) -> None:
    give(opened, "a.csv", b"Lender,Borrower,Amount\nLake Bank,Orrin Tin,USD 5m\n")
    next(t for t in opened.text_input if t.label == "Name of the set").set_value("../up").run()
    assert "name" in opened.error[0].value
    next(t for t in opened.text_input if t.label == "Name of the set").set_value("mine").run()
    assert not opened.exception
    assert not opened.error
    assert opened.button(key="import-load").label == "Load as mine"


def test_hostile_headings_and_cells_are_text(opened: AppTest) -> None:
    content = f'"{HOSTILE}",Lender,Amount\n"{HOSTILE}","{HOSTILE}",USD 5m\n'.encode()
    give(opened, "<b>.csv", content)
    shown = re.sub(r"\\.", "", texts(opened))  # what is escaped is text
    assert not re.search(r"<img|\]\(|:red\[", shown), shown


def test_the_page_is_there_for_one_person_at_their_own_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.import_port import PORT

    monkeypatch.setattr(page, "is_alone", lambda: True)
    monkeypatch.delenv(PORT, raising=False)
    assert not page.is_offered()
    monkeypatch.setenv(PORT, "1")
    assert page.is_offered()
    monkeypatch.setattr(page, "is_alone", lambda: False)
    assert not page.is_offered()


def test_nobody_at_the_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.import_port import KEY, NOBODY, PORT, ask_load, ask_trial

    monkeypatch.delenv(PORT, raising=False)
    monkeypatch.setenv(KEY, "00")
    file, decisions = GivenFile("a.csv", b"a,b\n"), Decisions({})
    assert ask_trial(file, decisions) == Trial(refused=(NOBODY,))
    assert ask_load(file, replace(decisions, skips_bad=True)) == Brought(is_done=False, lines=(NOBODY,))
