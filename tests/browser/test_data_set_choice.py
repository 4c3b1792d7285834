"""Two data sets with the same ids in one graph: pages show one of them, say which, and never the other's figures."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from cypher.connection import connect
from cypher.engines.embedded import embedded_engine
from loader.load import load
from tests.browser.canvas import Canvas, settle
from tests.browser.test_browser_history import BEFORE, open_page_of
from tests.browser.test_faults import as_server, explorer
from tests.integration.graphs import SMALL, write_records

NOTICE = "Not all that this address asks for is there."
ONLY_FIRST = "- {id: country/CC, name: Cimmeria, says: took part, evidence: [paper:1]}\n"


BANK = "- {id: agency/bank, name: The Bank, kind: bank, says: lends, evidence: [paper:1]}\n"


def records(folder: Path, name: str, country: str, millions: int, more: str = "") -> Path:
    """A set in which Atlantis has a name of its own, and a bank lends so many millions."""
    folder.mkdir()
    write_records(
        folder,
        data_set=f"name: {name}\ntitle: The set {name}\n",
        countries=SMALL["countries.yaml"].replace("Atlantis", country) + more + BANK,
        deals=(
            f"- id: deal/loan\n  name: Loan\n  amount: USD {millions} million\n  instrument: loan\n"
            "  stage: approved\n  whose_money: foreign_public\n  says: It lends.\n  evidence: [paper:1]\n  links:\n"
            "  - {type: FUNDS, from: agency/bank, role: funder}\n"
            "  - {type: GOES_TO, to: country/AA, role: recipient}\n"
        ),
    )
    return folder


@pytest.fixture(scope="module")
def two_sets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer on both."""
    home = tmp_path_factory.mktemp("two")
    with embedded_engine(home / "engine", lambda _: None) as engine:
        with connect(as_server(engine)) as graph:
            load(graph, records(home / "a", "first", "Atlantis", 7, ONLY_FIRST))
            load(graph, records(home / "b", "second", "Lemuria", 9))
        with explorer(home, as_server(engine)) as url:
            yield url


def chooser(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Data set")


def choose(page: Page, name: str) -> None:
    settle(page)
    chooser(page).click()
    page.get_by_role("option", name=name).click()


def says(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=30_000)


def shown_set(page: Page, name: str) -> None:
    """The address and the chooser agree on what is shown."""
    page.wait_for_function("name => new URLSearchParams(location.search).get('set') === name", arg=name, timeout=15_000)
    expect(chooser(page)).to_have_value(re.compile(rf"^{name} · \d+ nodes$"), timeout=15_000)


def test_each_set_has_its_own_figures_on_every_page(page: Page, two_sets: str) -> None:
    page.goto(two_sets)
    Canvas(page).wait()
    page.wait_for_function("/set=(first|second)$/.test(location.search)", timeout=15_000)
    page.goto(f"{two_sets}/?set=first&node=country/AA")
    Canvas(page).wait()
    says(page, "Atlantis")
    shown_set(page, "first")
    choose(page, "second")
    expect(page.get_by_role("heading", name="Lemuria")).to_be_visible(timeout=30_000)
    shown_set(page, "second")
    assert "node=country/AA" in unquote(page.url)

    page.goto(f"{two_sets}/queries?query=money-by-funder&p.funder=agency/bank&set=first")
    says(page, "USD 7 million")
    choose(page, "second")
    says(page, "USD 9 million")
    expect(page.get_by_text("USD 7 million")).to_have_count(0)
    shown_set(page, "second")
    assert "p.funder=agency/bank" in unquote(page.url)
    open_page_of(page, "About the data")
    says(page, "The set second")
    shown_set(page, "second")
    choose(page, "first")
    says(page, "The set first")
    shown_set(page, "first")


def test_two_visitors_look_at_two_sets(open_page: Callable[[], Page], two_sets: str) -> None:
    one, other = open_page(), open_page()
    query = "queries?query=money-by-funder&p.funder=agency/bank"
    one.goto(f"{two_sets}/{query}&set=first")
    other.goto(f"{two_sets}/{query}&set=second")
    says(one, "USD 7 million")
    says(other, "USD 9 million")


def test_what_the_chosen_set_lacks_is_told_and_the_rest_kept(page: Page, two_sets: str) -> None:
    page.goto(f"{two_sets}/?set=first&node=country/CC&steps=add:country/CC,add:country/BB")
    Canvas(page).wait()
    expect(page.get_by_role("heading", name="Cimmeria")).to_be_visible(timeout=30_000)
    choose(page, "second")
    says(page, "There is no country/CC in these records")
    shown_set(page, "second")
    assert Canvas(page).wait().root.evaluate("e => e.screenPosition('country/BB')") is not None
    Canvas(page).click("country/BB")
    expect(page.get_by_text(NOTICE)).to_have_count(0, timeout=15_000)
    shown_set(page, "second")


def test_another_page_chooses_for_all_and_back_returns_to_what_was_shown(page: Page, two_sets: str) -> None:
    page.goto(BEFORE)
    page.goto(f"{two_sets}/?set=first&node=country/CC&steps=add:country/CC")
    canvas = Canvas(page).wait()
    shown_set(page, "first")
    open_page_of(page, "About the data")
    says(page, "The set first")
    choose(page, "second")
    says(page, "The set second")
    open_page_of(page, "Network")
    canvas.wait()
    says(page, "There is no country/CC in these records")
    shown_set(page, "second")

    settle(page)
    page.go_back()
    says(page, "The set second")
    shown_set(page, "second")
    settle(page)
    page.go_back()
    canvas.wait()
    expect(page.get_by_role("heading", name="Cimmeria")).to_be_visible(timeout=30_000)
    shown_set(page, "first")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Page X")).to_be_visible()


@pytest.mark.parametrize("path", ["", "disagreements", "queries", "about"])
def test_a_set_that_is_not_there_is_told_and_no_other_takes_its_place(page: Page, two_sets: str, path: str) -> None:
    page.goto(f"{two_sets}/{path}?set=third")
    says(page, "There is no data set 'third' here; it holds ")
    settle(page)
    assert page.url.endswith("?set=third")
    expect(page.locator(".lg")).to_have_count(0)
    expect(page.get_by_text("million")).to_have_count(0)
    choose(page, "first")
    expect(page.get_by_text(NOTICE)).to_have_count(0, timeout=15_000)
    shown_set(page, "first")


def test_one_set_has_no_chooser_and_no_place_in_the_address(page: Page, app: str) -> None:
    page.goto(f"{app}/queries?query=sources")
    says(page, "not cut.")
    settle(page)
    expect(chooser(page)).to_have_count(0)
    assert page.url.endswith("/queries?query=sources")
    page.goto(f"{app}/?set=other")
    says(page, "There is no data set 'other' here; it holds ")
    assert page.url.endswith("?set=other")
    settle(page)
    chooser(page).click()
    page.get_by_role("option").first.click()
    Canvas(page).wait()
    page.wait_for_function("location.search === ''", timeout=10_000)
    expect(chooser(page)).to_have_count(0)
