"""A graph in which every text is hostile, and one whose nodes somebody changed: pages show both as they are."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from cypher.connection import Graph, Server, connect
from cypher.engines.embedded import embedded_engine
from cypher.saved import SavedQuery
from explorer.markdown import JOINER
from tests.browser.canvas import Canvas, settle
from tests.browser.test_faults import as_server, explorer
from tests.integration.foreign_edits import HOSTILE, PICTURE, edit, load_worked, spoil
from tests.integration.test_foreign_edits import CATALOG, GIVEN

NODES = (
    "country/AA", "country/BB", "country/CC", "agency/bank", "company/mines", "deal/letter", "deal/total", "deal/loan",
    "deal/outside", "initiative/reserve", "mineral/tin",
)  # fmt: skip
MADE = f"country/{HOSTILE}"
"""Of the spoiled graph alone."""
OWN_LINKS = "[href^='#'], [href^='/about?article=source%2F'], [href^='/?node='], [href^='/disagreements?']"
"""To a heading, to a line of an article, to the network, and to a disagreement."""
OWN_ICONS = ("balance icon", "alt_route icon", "subdirectory_arrow_right icon")
MARKUP = ", ".join(
    f"[data-testid=stMarkdownContainer] {made}"
    for made in ("img", f"a[href]:not({OWN_LINKS})", ".katex", "code", "[role=img]", "del", "script", "input", "table")
)


def explorer_of(change: Callable[[Graph], None], home: Path) -> Iterator[str]:
    """The explorer on the worked set, changed."""
    with embedded_engine(home / "engine", lambda _: None) as engine:
        server: Server = as_server(engine)
        with connect(server) as graph:
            load_worked(graph, home / "records")
            change(graph)
        with explorer(home, server) as url:
            yield url


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from explorer_of(spoil, tmp_path_factory.mktemp("spoiled"))


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from explorer_of(edit, tmp_path_factory.mktemp("edited"))


def listen(page: Page) -> list[str]:
    """What the page asks for that a record named, and what a record's script says."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url) if ":65431/" in request.url else None)
    page.on("dialog", lambda dialog: (found.append(dialog.message), dialog.dismiss()))
    return found


@pytest.fixture
def fetched(page: Page) -> list[str]:
    """The same of the test's page."""
    return listen(page)


def shows_text_only(page: Page) -> None:
    """Nothing that a record holds was drawn as markup, and no page failed."""
    settle(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    made = page.locator(MARKUP).evaluate_all("found => found.map((e) => e.outerHTML.slice(0, 200))")
    assert [html for html in made if not any(icon in html for icon in OWN_ICONS)] == []


def chosen_queries(of_a_kind: int) -> Iterator[tuple[SavedQuery, str]]:
    """Some queries of those that are seen in the same views, the first of them in each; what all of them answer from
    these graphs is held to in the integration tests."""
    kinds: dict[tuple[str, ...], list[SavedQuery]] = {}
    for query in CATALOG.queries:
        kinds.setdefault(query.views, []).append(query)
    for alike in kinds.values():
        yield from ((alike[0], view) for view in alike[0].views)
        yield from ((query, query.view) for query in alike[1:of_a_kind])


def addresses(graph: str) -> dict[str, str]:
    nodes = (*NODES, MADE) if graph == "spoiled" else NODES
    found = {f"network, {node[:20]}": f"?node={quote(node)}&steps=add:{quote(node)}" for node in nodes}
    for query, view in chosen_queries(of_a_kind=1 if graph == "edited" else 2):
        given = "".join(f"&p.{name}={quote(str(value))}" for name, value in GIVEN.get(query.id, {}).items())
        found[f"{query.id} as {view}"] = f"queries?query={query.id}{given}&view={view}"
    found["disagreements"] = "disagreements"
    return found | {"a stale address": f"queries?query={quote(HOSTILE)}&node={quote(HOSTILE)}", "about": "about"}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("graph", ["spoiled", "edited"])
def test_every_page_and_panel_shows_text_as_text(
    request: pytest.FixtureRequest, page: Page, fetched: list[str], graph: str
) -> None:
    url = request.getfixturevalue(graph)
    for name, address in addresses(graph).items():
        page.goto(f"{url}/{address}")
        if address.startswith("?"):
            Canvas(page).wait()
            expect(page.get_by_text(re.compile("^id: ")).first).to_be_visible(timeout=20_000)
        elif name == "a stale address":
            expect(page.get_by_text("There is no saved query")).to_be_visible(timeout=30_000)
        elif name == "disagreements":
            expect(page.get_by_text(re.compile("^id: ")).first).to_be_visible(timeout=30_000)
        elif address.startswith("queries"):
            expect(page.get_by_role("tab", name="Cypher")).to_be_visible(timeout=30_000)
        else:
            expect(page.get_by_role("heading", name="Limits")).to_be_visible(timeout=30_000)
        shows_text_only(page)
        assert fetched == [], name


def test_hostile_text_is_there_to_be_read(spoiled: str, page: Page, fetched: list[str]) -> None:
    page.goto(f"{spoiled}/?node=country/AA&steps=add:country/AA")
    Canvas(page).wait()
    heading = page.get_by_role("heading").filter(has_text=PICTURE.replace("//", f"{JOINER}//"))
    expect(heading.first).to_be_visible(timeout=20_000)
    assert fetched == []


def test_the_watch_sees_a_picture_that_is_fetched(chromium: Browser) -> None:
    page = chromium.new_page()
    fetched = listen(page)
    page.set_content("<img src='http://127.0.0.1:65431/x.png'>")
    page.wait_for_timeout(300)
    page.close()
    assert fetched == ["http://127.0.0.1:65431/x.png"]


def test_a_change_that_makes_no_sense_is_told_on_the_page(edited: str, page: Page) -> None:
    page.goto(f"{edited}/queries?query=all-money")
    expect(page.get_by_text("deal/letter: stage 'foo' is not one we know: left out")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("deal/total: unit 'foo' is not one we know: left out")).to_be_visible()
    expect(page.get_by_text("USD 10 million").first).to_be_visible()
    page.goto(f"{edited}/?node=country/BB&steps=add:country/BB")
    expect(page.get_by_text("2 of the passages that it names are not in the graph:")).to_be_visible(timeout=30_000)
