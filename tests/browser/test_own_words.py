"""The words of the reader's own articles: on that reader's page as text, and nowhere else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ledger.evidence import hash_passage
from tests.browser.canvas import Canvas, download, settle
from tests.browser.running_app import running_app
from tests.integration.graphs import SMALL, write_records

SECRET = "zebrabank"
SOON = 30_000
HOSTILE = (
    f"The {SECRET} <img src=x onerror=alert(1)> ![x](http://127.0.0.1:65431/x.png) :red[lends] $x$ \u202ebackwards."
)
SOURCES = SMALL["sources.yaml"].replace("kind: article,", "kind: article, article: the-paper,")
PASSAGES = (
    "source: source/paper\npassages:\n"
    f"- {{cite: 1, origin: source/desk, sha256: {hash_passage(HOSTILE)}}}\n"
    f"- {{cite: 3, origin: source/desk, sha256: {hash_passage('It was another text.')}}}\n"
)
COUNTRIES = SMALL["countries.yaml"] + "- {id: country/CC, name: Cimmeria, says: took part, evidence: [paper:3]}\n"


@pytest.mark.timeout(300)
def test_the_words_reach_the_readers_page_as_text_and_nothing_else(page: Page, tmp_path: Path) -> None:
    for folder in (records := tmp_path / "records", articles := tmp_path / "articles", home := tmp_path / "home"):
        folder.mkdir()
    write_records(records, sources=SOURCES, passages=PASSAGES, countries=COUNTRIES)
    (articles / "the-paper.txt").write_text(f"{HOSTILE}\n\nThe {SECRET} has changed this.\nNothing rests on it.\n")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (asked.append("dialog " + SECRET), dialog.dismiss()))
    with running_app(home, records=records, articles=articles) as app:
        page.goto(f"{app.url}/?node=country/AA")
        Canvas(page).wait()
        quoted = page.get_by_role("blockquote")
        expect(quoted).to_contain_text(f"The {SECRET} <img src=x onerror=alert(1)>", timeout=SOON)
        expect(quoted.locator("img, .katex, a")).to_have_count(0)
        link = page.get_by_role("link", name="line 1")
        expect(link).to_have_attribute("href", "/about?article=source%2Fpaper&line=1", timeout=SOON)
        page.get_by_role("tab", name="Nodes").click()
        saved = [download(page, "Picture as one HTML file", tmp_path / "picture.html")]

        page.goto(f"{app.url}/?node=country/CC&steps=add:country/CC")
        Canvas(page).wait()
        expect(page.get_by_text("has another text there than the one that was cited")).to_be_visible(timeout=SOON)
        expect(page.get_by_text(SECRET)).to_have_count(0)

        page.goto(f"{app.url}/about?article=source/paper&line=1")
        expect(page.get_by_role("heading", name="Line 1")).to_be_visible(timeout=SOON)
        expect(page.get_by_role("link", name="Atlantis", exact=True)).to_have_attribute(
            "href", "/?node=country%2FAA&steps=add%3Acountry%2FAA", timeout=SOON
        )
        expect(page.get_by_text("Nothing rests on it.")).to_be_visible(timeout=SOON)
        page.get_by_role("button", name="3", exact=True).click()
        expect(page.get_by_role("heading", name="Line 3")).to_be_visible(timeout=SOON)
        expect(page.get_by_role("link", name="Cimmeria", exact=True)).to_be_visible(timeout=SOON)
        page.wait_for_url(re.compile(r"article=source%2Fpaper&line=3$"), timeout=SOON)

        page.goto(f"{app.url}/queries?query=coverage&p.article=source/paper")
        expect(page.get_by_text("not cut.")).to_be_visible(timeout=SOON)
        settle(page)
        saved += [download(page, form, tmp_path / form) for form in ("CSV", "JSON")]
        page.goto("about:blank")
    holding = [
        p for p in [*saved, *home.rglob("*"), *records.rglob("*")] if p.is_file() and SECRET.encode() in p.read_bytes()
    ]
    assert holding == []
    assert not [url for url in asked if SECRET in url or ":65431" in url]
    assert (home / "run.log").read_text().count(
        "the-paper.txt differs from what was cited of The Paper at 1 passage"
    ) == 1
