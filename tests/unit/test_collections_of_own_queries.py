"""Collections of own queries: a ZIP that means harm is refused whole, a good one comes back as it went."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from cypher.own import BadBundle, Draft, QueryFolder, pack, read_path, unpack, write_draft
from cypher.own.folder import MOST_BYTES
from lodegraph.cli.main import app
from tests.unit.test_own_queries import RULES, a_draft, put

GOOD = {"my-deals.cypher": write_draft(a_draft())}


def zipped(*entries: tuple[str | zipfile.ZipInfo, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def a_link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("a.cypher")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def encrypted() -> bytes:
    content = bytearray(zipped(("a.cypher", "x"), method=zipfile.ZIP_STORED))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", content, content.index(signature) + at, 1)
    return bytes(content)


def with_lying_size() -> bytes:
    """An entry that says it has ten bytes and has many more."""
    content = bytearray(zipped(("a.cypher", "x" * (MOST_BYTES + 1))))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.index(signature) + at, 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"no zip", "this is no ZIP that can be read"),
        (b"", "this is no ZIP that can be read"),
        (zipped(("a.cypher", "x"))[:-30], "this is no ZIP that can be read"),
        (zipped(("../a.cypher", "x")), "../a.cypher: its name leads out of the archive's folder"),
        (zipped(("a/../../a.cypher", "x")), "its name leads out"),
        (zipped(("/etc/a.cypher", "x")), "its name leads out"),
        (zipped(("..\\a.cypher", "x")), "its name leads out"),
        (zipped(("C:a.cypher", "x")), "its name leads out"),
        (zipped(("a.cypher", "x"), ("../../other.txt", "x")), "its name leads out"),
        (zipped((a_link(), "/etc/passwd")), "a.cypher: it is a link or a device"),
        (encrypted(), "a.cypher: it is encrypted"),
        (zipped(("a.cypher", "x"), method=zipfile.ZIP_LZMA), "packed in a way that is not read"),
        (zipped(("a/a.cypher", "x"), ("b/a.cypher", "y")), "it holds two files a.cypher"),
        (zipped(("a.cypher", "x" * (MOST_BYTES + 1))), "a.cypher: it has more than 100,000 bytes"),
        (with_lying_size(), ""),
        (zipped(*((f"q{n}.cypher", b"0" * MOST_BYTES) for n in range(120))), "more than 10,000,000 bytes"),
        (zipped(*((f"q{n}.cypher", "x") for n in range(501))), "501 queries, and 500 are the most"),
        (zipped(*((f"q{n}.txt", "x") for n in range(1_001))), "1,001 entries, and 1,000 are the most"),
        (b"P" * 2_000_001, "the archive has more than 2,000,000 bytes"),
        (zipped(("a.cypher", b"\xff\xfe")), "a.cypher: line 1 is no UTF-8"),
    ],
)  # fmt: skip
def test_an_archive_that_means_harm_or_is_none_is_refused_whole(content: bytes, says: str) -> None:
    with pytest.raises(BadBundle) as refusal:
        unpack(content)
    assert says in str(refusal.value)


def test_what_is_no_query_is_left_aside_and_folders_do_not_matter() -> None:
    found = unpack(zipped(("set/README.md", "x"), ("set/", ""), ("set/a.cypher", "text")))
    assert found == {"a.cypher": "text"}


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda tail: zipped(("a.cypher", "x"))[:40] + tail))
def test_whatever_bytes_come_they_are_read_or_refused(content: bytes) -> None:
    try:
        unpack(content)
    except BadBundle as refusal:
        assert str(refusal)


@given(
    st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,12}\.cypher", fullmatch=True), st.text(max_size=80), max_size=5)
)
def test_what_is_packed_is_unpacked_and_packs_to_the_same_bytes(texts: dict[str, str]) -> None:
    texts = {name: text.replace("\r", "").lstrip("\ufeff") for name, text in texts.items()}
    texts = {name: text.encode("utf-8", "replace").decode() for name, text in texts.items()}
    assert unpack(pack(texts)) == texts
    assert pack(dict(reversed(texts.items()))) == pack(texts)


def test_taking_in_tells_of_each_what_became_of_it(tmp_path: Path) -> None:
    folder = QueryFolder(tmp_path)
    folder.save(a_draft(), RULES)
    folder.save(a_draft(id="theirs"), RULES)
    texts = {
        **GOOD,
        "theirs.cypher": write_draft(a_draft("RETURN 2 AS x", id="theirs")),
        "new.cypher": write_draft(a_draft(id="new")),
        "broken.cypher": write_draft(a_draft("MATCH (n) DELETE n", id="broken")),
        "../out.cypher": write_draft(a_draft(id="out")),
    }
    taken = folder.take_in(texts, RULES)
    assert (taken.added, taken.same, taken.other, taken.replaced) == (("new",), ("my-deals",), ("theirs",), ())
    assert [b.file for b in taken.broken] == ["../out.cypher", "broken.cypher"]
    assert folder.take_in(texts, RULES, replaces=True).replaced == ("theirs",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my-deals.cypher", "new.cypher", "theirs.cypher"]


def test_a_folder_is_read_with_the_folders_in_it(tmp_path: Path) -> None:
    put(tmp_path / "a", "my-deals.cypher", "one")
    put(tmp_path, "b.cypher", "two")
    put(tmp_path / ".git", "c.cypher", "three")
    assert read_path(tmp_path) == {"my-deals.cypher": "one", "b.cypher": "two"}
    assert read_path(tmp_path / "b.cypher") == {"b.cypher": "two"}


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    ended = CliRunner().invoke(app, ["query", *words], env={"LODEGRAPH_QUERIES": str(folder), "COLUMNS": "200"})
    return ended.exit_code, ended.stdout, ended.stderr


def test_the_command_line_imports_lists_shows_finds_lints_and_exports(tmp_path: Path) -> None:
    mine, theirs, packed = tmp_path / "mine", tmp_path / "theirs", tmp_path / "x.zip"
    file = put(tmp_path / "in", "my-deals.cypher", write_draft(a_draft(tags=["rail"])))
    assert run(mine, "import", str(file))[0] == 0
    assert "my-deals" in run(mine, "list")[1]
    assert "own queries" in run(mine, "show", "my-deals")[1]
    assert "Tags: rail" in run(mine, "show", "my-deals")[1]
    assert "my-deals" in run(mine, "search", "which", "deals", "are", "there")[1]
    assert run(mine, "lint")[0] == 0
    put(mine, "odd.cypher", "no header")
    code, _, told = run(mine, "lint")
    assert (code, "odd.cypher:1:1: begins with no header" in told) == (1, True)
    code, listed, told = run(mine, "list")
    assert (code, "my-deals" in listed) == (0, True)
    assert "your own query is broken: odd.cypher:1:1" in told
    code, _, told = run(mine, "show", "odd")
    assert (code, "your own query 'odd' is broken: odd.cypher:1:1" in told) == (2, True)
    assert run(mine, "export", str(packed))[0] == 0
    assert sorted(unpack(packed.read_bytes())) == ["my-deals.cypher", "odd.cypher"]
    assert run(mine, "export", str(packed))[0] == 1
    assert run(mine, "export", str(theirs), "my-deals")[0] == 0
    assert (theirs / "my-deals.cypher").read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
    code, _, told = run(tmp_path / "third", "import", str(packed))
    assert (code, "odd.cypher:1:1" in told, "1 new" in told) == (1, True, True)


def test_a_query_that_is_refused_at_import_names_line_and_rule(tmp_path: Path) -> None:
    draft = Draft({**a_draft().fields, "id": "bad"}, "MATCH (d:Deal)\nCALL apoc.export() YIELD x\nRETURN x")
    file = put(tmp_path, "bad.cypher", write_draft(draft))
    code, _, told = run(tmp_path / "mine", "import", str(file))
    assert code == 1
    assert "bad.cypher:6:1: the procedure apoc.export is not on the list" in told
    assert not (tmp_path / "mine").exists()
