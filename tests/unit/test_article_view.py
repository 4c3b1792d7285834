"""The article line by line on its page: a click shows what rests on a line, a citation opens it there."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from explorer.markdown import escape
from explorer.uncited_lines import CoveredArticle, UncitedLines, UncitedPlace, write_uncited
from tests.unit.articles import CITED, HOSTILE, LENDS, PAPER, write_article


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    st.cache_resource.clear()


def page(folder: str, asked: int | None, came: bool) -> None:
    from pathlib import Path

    import streamlit as st

    from explorer.panels.article import show_article
    from tests.unit.articles import PAPER, shown

    chosen = show_article(shown(Path(folder) if folder else None), PAPER, asked, came=came)
    st.text(f"chosen: {chosen}")


def opened(folder: Path | None = None, asked: int | None = None, *, came: bool = True) -> AppTest:
    test = AppTest.from_function(page, default_timeout=30, args=(str(folder) if folder else "", asked, came)).run()
    assert not test.exception
    return test


def told(test: AppTest) -> str:
    return "\n".join([m.value for m in test.markdown] + [c.value for c in test.caption])


def test_a_click_on_a_line_shows_its_records_with_ways_to_the_network(tmp_path: Path) -> None:
    test = opened(write_article(tmp_path))
    assert "**Click a line" in told(test)
    test.button(key="line-3").click().run()
    assert test.text[0].value == "chosen: 3"
    text = told(test)
    assert "**Sentence 1**" in text
    assert "The bank lent\\. :gray[(only its date)]" in text
    assert text.count("only its") == 1
    assert "[A loan](/?node=deal%2Floan&steps=add%3Adeal%2Floan)" in text
    assert "[The Bank](/?node=agency%2Fbank&steps=add%3Aagency%2Fbank)" in text
    relationship = "node=agency%2Fbank%7CFUNDS%7Cdeal%2Floan%7Cfunder&steps=add%3Aagency%2Fbank%2Cadd%3Adeal%2Floan"
    assert relationship in text
    assert f":orange-background[{escape(LENDS)}]" in text


def test_a_dispute_leads_to_what_it_is_about(tmp_path: Path) -> None:
    assert "Dispute about [A loan](/?node=deal%2Floan" in told(opened(write_article(tmp_path), 4))


def test_an_address_opens_its_line(tmp_path: Path) -> None:
    test = opened(write_article(tmp_path), 4)
    assert test.text[0].value == "chosen: 4"
    assert [test.button(key=f"line-{n}").proto.type for n in (3, 4)] == ["tertiary", "secondary"]
    test.button(key="line-3").click().run()
    assert test.text[0].value == "chosen: 3"


def test_a_line_that_is_not_there_is_told(tmp_path: Path) -> None:
    test = opened(write_article(tmp_path), 99)
    assert [w.value for w in test.warning] == ["It has no line 99."]
    assert test.text[0].value == "chosen: None"


def test_with_the_file_every_line_is_shown_hostile_ones_as_text(tmp_path: Path) -> None:
    text = told(opened(write_article(tmp_path)))
    assert escape("Nobody cites this.") in text
    assert f":blue-background[{escape(HOSTILE)}]" in text


def test_without_the_file_places_paraphrases_and_reasons_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    covered = CoveredArticle(5, (UncitedPlace(1, 0, "A <b>heading</b>."), UncitedPlace(5, 0, "Ours.")))
    for name, value in write_uncited(UncitedLines("mine", {PAPER: covered})).items():
        monkeypatch.setenv(name, value)
    text = told(opened())
    assert "lodegraph run --articles DIR" in text
    assert escape("The bank lent.") in text
    assert escape("A <b>heading</b>") in text
    assert "zebrabank" not in text


def test_a_file_that_differs_is_marked_and_the_words_are_not_shown_as_cited(tmp_path: Path) -> None:
    lines = ("A heading", "", "Another text.", HOSTILE)
    test = opened(write_article(tmp_path, *lines), 3)
    text = told(test)
    assert test.warning[0].value == "Your file is not the one that was cited: 2 of 3 cited places have another text."
    assert "Not as it was cited" in text
    assert "has another text there than the one that was cited" in text
    assert f":orange-background[{escape('Another text.')}]" not in text


def test_a_file_that_is_missing_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    test = opened(tmp_path)
    assert "there is no the" in test.warning[0].value
    assert escape("The bank lent.") in told(test)


def test_a_long_article_is_drawn_in_parts_from_shortly_before_the_asked_line(tmp_path: Path) -> None:
    lines = [f"Line {n} of many." for n in range(1, 200)]
    lines[2:4] = [f"{LENDS} It says so twice.", HOSTILE]
    test = opened(write_article(tmp_path, *lines))
    assert "Line 60 of many" in told(test)
    assert "Line 61 of many" not in told(test)
    next(b for b in test.button if b.label == "Later lines").click().run()
    assert "Line 61 of many" in told(test)
    assert len(CITED) == 3
