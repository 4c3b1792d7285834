"""The exported page runs no text of a record and asks nobody for anything."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from cypher.evidence import CitedPassage, DisputeView, ReadingView
from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.support import Support
from explorer.render.evidence_list import write_evidence_list
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.standalone_html import write_standalone_html

HOSTILE = (
    "<img src=x onerror=\"document.title='ran'\">",
    "</script><script>document.title='ran'</script>",
    "<a href=\"javascript:document.title='ran'\">href</a>",
    "\"}]);document.title='ran';//",
    "</title><svg onload=document.title='ran'>",
    "{{ 7 * 7 }} ${document.title} \u2028 \u202e",
)
LOADING = {"src", "href", "srcset", "data", "action", "formaction", "poster", "xlink:href"}

SUPPORT = Support(
    {t: (CitedPassage(t, t, t, t, 3, None, t, t, t),) for t in HOSTILE},
    {t: DisputeView(t, t, t, (ReadingView(t, t, t, t, t, (t,)),)) for t in HOSTILE},
)


class Page(HTMLParser):
    """What a browser would make of the page: its elements, their attributes and the scripts' text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")
            self.in_script = True

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def page() -> str:
    told = {"evidence": list(HOSTILE), "disputes": list(HOSTILE), "articles": ["a"], "origins": ["o"]}
    nodes = tuple(GraphNode(f"company/{t}", t, {"name": t, "kind": t, "paraphrase": t, **told}) for t in HOSTILE)
    edges = tuple(GraphEdge(f"{n.id}|{n.name}", n.name, n.id, nodes[0].id, {"role": n.name}) for n in nodes)
    subgraph = Subgraph(nodes, edges)
    evidence = write_evidence_list(subgraph, SUPPORT, built_in_model())
    picture = draw_picture(subgraph, lay_out(subgraph), built_in_model())
    return write_standalone_html(picture, HOSTILE[4], HOSTILE[0], evidence)


@pytest.fixture(scope="module")
def parsed(page: str) -> Page:
    made = Page()
    made.feed(page)
    return made


def test_nothing_is_loaded_and_no_handler_is_set(parsed: Page) -> None:
    attributes = [(tag, name) for tag, given in parsed.elements for name in given]

    assert [a for a in attributes if a[1] in LOADING or a[1].startswith("on")] == []


def test_text_of_records_makes_no_elements(parsed: Page) -> None:
    tags = [tag for tag, _ in parsed.elements]

    assert tags.count("script") == 4
    assert {"img", "a", "iframe", "link", "object", "base"}.isdisjoint(tags)
    assert not any(tag == "svg" and "onload" in given for tag, given in parsed.elements)


def test_the_policy_allows_exactly_the_scripts_of_the_page(page: str, parsed: Page) -> None:
    policy = next(given["content"] for tag, given in parsed.elements if tag == "meta" and "content" in given)
    assert policy is not None

    hashes = {base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in parsed.scripts}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert policy.startswith("default-src 'none'")
    assert "script-src 'unsafe-inline'" not in policy
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_titles_never_turn_on_pyvis_own_popup(page: str) -> None:
    assert "popup.innerHTML" not in page


def test_the_network_and_its_library_are_inside(page: str) -> None:
    assert "vis.Network(container, data, options)" in page
    assert len(page) > 500_000


def test_everything_in_the_picture_has_its_figure_words_passages_and_disagreements_below_it() -> None:
    loan = {
        "name": "Loan", "paraphrase": "A loan for the reserve.", "stage": "signed", "basis": "stated",
        "amount_value": 10, "amount_unit": "USD", "amount_qualifier": "up_to",
        "evidence": ["passage/a:1", "passage/gone"], "articles": ["a"], "origins": ["desk"],
        "disputes": ["dispute/who"],
    }  # fmt: skip
    bank = GraphNode("agency/bank", "Agency", {"name": "The Bank"})
    group = GraphNode("gathered/meeting", "Country", {"name": "3 countries", "gathered": ["A", "B", "C"]})
    edge = GraphEdge("f", "FUNDS", "agency/bank", "deal/loan", {"role": "lender", "paraphrase": "The bank lends."})
    reading = ReadingView("claim/x", "The state pays.", "normal", "asserts", "It is nearer.", ("passage/a:1",))
    support = Support(
        {"passage/a:1": (CitedPassage("passage/a:1", "a", "P", "2026-02-04", 1, 2, "desk", "release", "derived"),)},
        {"dispute/who": DisputeView("dispute/who", "Who pays?", "money", (reading,))},
    )
    shown = Subgraph((GraphNode("deal/loan", "Deal", loan), bank, group), (edge,))

    text = re.sub(r"<[^>]+>", "|", write_evidence_list(shown, support, built_in_model()))
    text = re.sub(r"\|+", "|", text)

    assert "|Loan · Deal|up to USD 10|A loan for the reserve.|" in text
    assert "stage: signed" in text
    assert "|1 article, 1 independent origin; stated in so many words|" in text
    assert "|a, 4 February 2026, line 1, sentence 2: repeats the release desk (our inference)|" in text
    assert "passage/gone (not in the graph)" in text
    assert "dispute/who, none preferred" in text
    assert "Who pays?" in text and "|normal|: The state pays. |It is nearer.|" in text
    assert "|The Bank — funds (lender) — Loan|The bank lends.|" in text
    assert "3 countries" not in text
