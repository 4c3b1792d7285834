"""Own queries on the page Own Cypher, the whole way: written, saved, found again, tagged, deleted and had back."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cypher.connection import Server
from tests.browser.canvas import download, settle
from tests.browser.running_app import RunningApp, running_app
from tests.browser.serving_app import serving
from tests.browser.statement_box import expect_statement, statement_box

STATEMENT = "MATCH (c:Country {data_set: $data_set, id: $who})\nRETURN c.name AS country"
VALUES = '{"who": "country/JP"}'
HOSTILE = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) :red[y] $$z$$ `w`"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A running program whose folder of own queries nobody else uses."""
    with running_app(tmp_path_factory.mktemp("own")) as running:
        yield running


def folder_of(own: RunningApp) -> Path:
    return own.data_home / "lodegraph" / "queries"


def open_own_cypher(page: Page, own: RunningApp) -> None:
    page.goto(f"{own.url}/cypher")
    expect(statement_box(page)).to_be_visible(timeout=60_000)


def write(page: Page, text: str, values: str = "") -> None:
    statement_box(page).fill(text)
    page.get_by_role("textbox", name="Parameters").fill(values)
    page.get_by_role("textbox", name="Parameters").press("Enter")
    settle(page)


def fill(page: Page, name: str, text: str) -> None:
    box = page.get_by_role("textbox", name=name, exact=True)
    box.fill(text)
    box.press("Enter")
    settle(page)


def save(page: Page, title: str, question: str, tags: str = "") -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    fill(page, "Title", title)
    fill(page, "Question", question)
    fill(page, "Tags", tags)
    page.get_by_role("button", name="Save it").click()
    settle(page)


def open_list(page: Page) -> None:
    settle(page)
    page.keyboard.press("Escape")  # what is open closes at the first press elsewhere
    page.get_by_role("button", name="Own queries").click()


def test_a_query_is_saved_run_from_the_library_renamed_deleted_and_had_back(page: Page, own: RunningApp) -> None:
    open_own_cypher(page, own)
    write(page, STATEMENT, VALUES)
    save(page, "My country", "What is this country called?", "desk, to check")
    expect(page.get_by_text("Saved as my-country.")).to_be_visible()
    kept = (folder_of(own) / "my-country.cypher").read_text(encoding="utf-8")
    assert "// title: My country\n" in kept
    assert "//   type: node\n" in kept
    assert kept.endswith(STATEMENT + "\n")

    page.goto(f"{own.url}/queries?query=my-country")
    expect(page.get_by_role("heading", name="My country")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("1 row, not cut.")).to_be_visible()

    open_own_cypher(page, own)
    open_list(page)
    expect(page.get_by_text("my-country · desk, to check")).to_be_visible()
    page.get_by_role("button", name="Edit").click()
    expect_statement(page, STATEMENT)
    page.get_by_role("button", name="Save", exact=True).click()
    fill(page, "File name", "its-name")
    page.get_by_role("button", name="Save over my-country").click()
    expect(page.get_by_text("Saved as its-name, which was my-country.")).to_be_visible()
    assert [path.name for path in folder_of(own).glob("*.cypher")] == ["its-name.cypher"]

    open_list(page)
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_text("its-name is deleted.")).to_be_visible()
    assert list(folder_of(own).glob("*.cypher")) == []
    page.get_by_role("button", name="Undo: have its-name back").click()
    expect(page.get_by_text("its-name is back.")).to_be_visible()
    assert (folder_of(own) / "its-name.cypher").read_text(encoding="utf-8").endswith(STATEMENT + "\n")


def test_what_is_wrong_is_said_with_its_place_before_it_is_run(page: Page, own: RunningApp) -> None:
    open_own_cypher(page, own)
    write(page, "MATCH (c:Contry)\nWHERE c.nmae = $who\nRETURN c", '{"whom": 1}')
    for said in (
        "line 1, column 10: there is no label or relationship type Contry (did you mean Country?)",
        "line 2, column 9: no label or type has a property nmae (did you mean name?)",
        "line 2, column 16: $who has no value (did you mean whom?)",
    ):
        expect(page.get_by_text(said)).to_be_visible()
    write(page, "MATCH (c:Country)\nDELETE c")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("What cannot be run cannot be saved.")).to_be_visible()


def test_a_hostile_title_is_text_and_a_broken_file_hides_nothing(page: Page, own: RunningApp) -> None:
    open_own_cypher(page, own)
    write(page, "RETURN 1 AS x")
    save(page, HOSTILE, HOSTILE, "<b>tag</b>")
    (folder_of(own) / "odd.cypher").write_text("no header", encoding="utf-8")
    open_own_cypher(page, own)
    open_list(page)
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    expect(page.get_by_text("odd.cypher:1:1: begins with no header")).to_be_visible()
    assert page.locator("img[src='x']").count() == 0
    (hostile,) = [path.stem for path in folder_of(own).glob("*.cypher") if "alert" in path.stem]
    page.goto(f"{own.url}/queries?query={hostile}")
    expect(page.get_by_role("heading", name="onerror")).to_have_text(HOSTILE, timeout=60_000)
    assert page.locator("img[src='x']").count() == 0
    (folder_of(own) / f"{hostile}.cypher").unlink()
    (folder_of(own) / "odd.cypher").unlink()


def test_a_collection_goes_out_and_in_as_a_zip(page: Page, own: RunningApp, tmp_path: Path) -> None:
    (folder_of(own)).mkdir(parents=True, exist_ok=True)
    text = "// id: taken\n// title: Taken along\n// question: Does it come back?\n// view: table\nRETURN 1 AS x\n"
    (folder_of(own) / "taken.cypher").write_text(text, encoding="utf-8")
    open_own_cypher(page, own)
    open_list(page)
    packed = download(page, "Take all along (ZIP)", tmp_path / "own.zip")
    with zipfile.ZipFile(packed) as archive:
        assert archive.read("taken.cypher").decode() == text
    (folder_of(own) / "taken.cypher").unlink()
    open_own_cypher(page, own)
    open_list(page)
    page.locator("input[type=file]").set_input_files(packed)
    expect(page.get_by_text("1 taken in")).to_be_visible()
    assert (folder_of(own) / "taken.cypher").read_text(encoding="utf-8") == text
    harm = io.BytesIO()
    with zipfile.ZipFile(harm, "w") as archive:
        archive.writestr("../../out.cypher", text)
    open_own_cypher(page, own)
    open_list(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "x.zip", "mimeType": "application/zip", "buffer": harm.getvalue()}
    )
    expect(page.get_by_text("its name leads out of the archive's folder")).to_be_visible()
    (folder_of(own) / "taken.cypher").unlink()


def test_runs_are_listed_run_again_and_unseen_by_others(open_page: Callable[[], Page], own: RunningApp) -> None:
    mine, theirs = open_page(), open_page()
    open_own_cypher(mine, own)
    write(mine, "RETURN 'mine' AS whose")
    mine.get_by_role("button", name="Run", exact=True).click()
    expect(mine.get_by_text("1 row, not cut.")).to_be_visible()
    write(mine, "RETURN 2 AS other")
    mine.get_by_role("button", name="Run", exact=True).click()
    expect(mine.get_by_role("button", name="History (2)")).to_be_visible()
    mine.get_by_role("button", name="History (2)").click()
    mine.get_by_role("button", name="Run again").last.click()
    expect(mine.get_by_role("button", name="History (3)")).to_be_visible()
    expect_statement(mine, "RETURN 'mine' AS whose")
    open_own_cypher(theirs, own)
    expect(theirs.get_by_role("button", name="History (0)")).to_be_disabled()


def test_where_several_are_served_own_queries_are_off_or_kept_as_files(
    page: Page, loaded: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "queries"
    folder.mkdir()
    text = "// id: shown\n// title: Shown to all\n// question: Is it?\n// view: table\nRETURN 1 AS x\n"
    (folder / "shown.cypher").write_text(text, encoding="utf-8")
    cases: tuple[tuple[str, dict[str, str], bool], ...] = (
        ("a", {"LODEGRAPH_QUERIES": str(folder)}, False),
        ("b", {"LODEGRAPH_QUERIES": str(folder), "LODEGRAPH_TYPED_CYPHER": "yes"}, True),
    )
    for home, settings, offered in cases:
        (tmp_path / home).mkdir()
        with serving(loaded, tmp_path / home, **settings) as one:
            page.goto(f"{one.url}/queries?query=shown")
            heading = page.get_by_role("heading", name="Shown to all")
            gone = page.get_by_text("There is no saved query")
            expect(heading if offered else gone).to_be_visible(timeout=60_000)
            if offered:
                page.goto(f"{one.url}/cypher")
                page.get_by_role("button", name="Own queries (1)").click()
                expect(page.get_by_text("only where these pages serve your own machine alone")).to_be_visible()
                expect(page.get_by_role("button", name="Delete")).to_have_count(0)
            page.goto("about:blank")
    assert [path.name for path in folder.iterdir()] == ["shown.cypher"]
