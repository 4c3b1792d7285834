"""The requirement files agree with one another, and name no index."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "requirements"
EMBEDDED = {"arcadedb-embedded", "jpype1"}
PIN = re.compile(r"^([a-z0-9][\w.\-]*)(?:\[.*\])?==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Versions by package."""
    return dict(PIN.findall((FOLDER / name).read_text(encoding="utf-8")))


def test_the_image_has_what_the_program_has_but_the_embedded_engine() -> None:
    run, server, build = pins("run.txt"), pins("server.txt"), pins("build.txt")
    assert server.items() | build.items() == {(k, v) for k, v in run.items() if k not in EMBEDDED}
    assert not EMBEDDED & server.keys()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_every_version_has_hashes_and_no_index_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)
