"""Two things of one name: whichever is chosen, in the search or as a parameter, is the one that opens."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from cypher.connection import Server, connect
from cypher.engines.embedded import embedded_engine
from loader.load import load
from tests.browser.canvas import Canvas
from tests.browser.serving_app import serving
from tests.integration.test_choices import write_twins

FIRST, SECOND = "company/pact", "company/pact-2"


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An explorer of a set in which four things are called Pact."""
    folder = tmp_path_factory.mktemp("twins")
    (folder / "records").mkdir()
    with embedded_engine(folder / "engine", lambda _: None) as engine:
        with connect(
            Server(engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded", sql=engine.sql)
        ) as graph:
            load(graph, write_twins(folder / "records"))
        reader = Server(engine.bolt_uri, engine.reader_user, engine.reader_password, "neo4j", "embedded")
        with serving(reader, folder) as one:
            yield one.url


@pytest.mark.parametrize("wanted", [FIRST, SECOND])
def test_the_one_that_is_chosen_in_the_search_is_selected(page: Page, twins: str, wanted: str) -> None:
    page.goto(twins)
    canvas = Canvas(page).wait()
    page.get_by_role("searchbox", name="Search").fill("pact")
    page.get_by_role("button", name=f"Pact · Company · {wanted}", exact=True).click()
    expect(canvas.root).to_have_attribute("data-selected", wanted, timeout=15_000)


@pytest.mark.parametrize("wanted", [FIRST, SECOND])
def test_the_one_that_is_chosen_as_a_parameter_is_asked_about(page: Page, twins: str, wanted: str) -> None:
    page.goto(f"{twins}/queries?query=money-by-funder")
    page.get_by_role("combobox", name="Whose money").click()
    page.get_by_role("option").filter(has_text=wanted + " (1)").click()
    page.wait_for_function(f"decodeURIComponent(location.search).includes('p.funder={wanted}')", timeout=15_000)
    assert parse_qs(urlsplit(page.url).query)["p.funder"] == [wanted]
