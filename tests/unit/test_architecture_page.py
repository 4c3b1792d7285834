"""docs/architecture.md names files and what is defined in them: both are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`([\w.]+(?:/[\w.-]*)+|pyproject\.toml)`", PAGE)))
DEFINED = sorted(set(re.findall(r"`(\w+)`\s+in\s+`([\w./]+\.py)`", PAGE)))


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_the_page_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize(("name", "path"), DEFINED)
def test_what_the_page_finds_in_a_file_is_defined_there(name: str, path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert re.search(rf"^(?:def|class) {name}\b", text, re.MULTILINE)


def test_the_page_names_enough_to_find_the_way() -> None:
    assert len(PATHS) > 40
    assert len(DEFINED) > 15
