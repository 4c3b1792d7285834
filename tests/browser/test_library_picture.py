"""The library's pictures in a real browser: they draw, ask nobody for anything, and run no text of a record."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page

from cypher.results import GraphEdge, GraphNode, Subgraph
from lodegraph import Network
from lodegraph.library.export import frame_page

RAN = "top.document.title='ran';document.title='ran';parent.postMessage('ran','*')"
HOSTILE = (
    f'<img src=x onerror="{RAN}">',
    f"</script><script>{RAN}</script>",
    f'<a href="javascript:{RAN}">href</a>',
    f"<svg onload={RAN}>",
    "</iframe>\" srcdoc='' onload='",
)


@pytest.fixture
def network() -> Network:
    """Companies and relationships whose every text is an attack."""
    nodes = tuple(GraphNode(f"company/{i}", t, {"name": t, "kind": t, "paraphrase": t}) for i, t in enumerate(HOSTILE))
    edges = tuple(
        GraphEdge(f"{n.id}|{i}", t, n.id, nodes[0].id, {"role": t, "paraphrase": t})
        for i, (n, t) in enumerate(zip(nodes[1:], HOSTILE, strict=False))
    )
    return Network.of(HOSTILE[0], Subgraph(nodes, edges), {})


SHOWS: dict[str, Callable[[Network], str]] = {
    "page": lambda network: frame_page(network.to_html(HOSTILE[0]), "a page"),
    "notebook": lambda network: network._repr_html_(),
    "pyvis": lambda network: network.to_pyvis()._repr_html_(),
}


@pytest.mark.parametrize("kind", SHOWS)
def test_a_picture_draws_and_runs_no_text_of_a_record(page: Page, network: Network, kind: str) -> None:
    page.set_content(
        f"<script>addEventListener('message', e => document.title = e.data)</script>{SHOWS[kind](network)}"
    )
    picture = drawn(page)

    hover_over_all(page, picture)

    assert page.title() == ""
    assert picture.locator("img, svg[onload], a").count() == 0
    assert "onerror" in picture.locator(".vis-tooltip").inner_text()


def drawn(page: Page) -> Frame:
    """The frame with the picture, when it stands."""
    page.locator("iframe").wait_for()
    picture = page.frames[1]
    picture.wait_for_selector("canvas")
    picture.wait_for_function("network && network.body.nodeIndices.length === 5")
    return picture


def hover_over_all(page: Page, picture: Frame) -> None:
    """Let the mouse rest on every node, the first one last, so that its hover text shows."""
    box = picture.locator("canvas").bounding_box()
    assert box
    for number in (4, 3, 2, 1, 0):
        at = picture.evaluate(f"network.canvasToDOM(network.getPosition('company/{number}'))")
        page.mouse.move(box["x"] + at["x"] + 40, box["y"] + at["y"] + 40)
        page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
        picture.wait_for_selector(".vis-tooltip", state="visible")
