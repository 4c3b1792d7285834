"""Nothing that is read ends in a traceback, a hang or a full memory: it is a record or a problem with file and line."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.check import check
from loader.read import BadFolder, limits, read_records
from loader.records import Problem, RawRecord
from tests.unit.counted_work import count_calls
from tests.unit.small_records import deal, folder_of, only, part_of, problems

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
CHECK = """\
import re, sys
from pathlib import Path
from loader.check import check
for problem in check(Path(sys.argv[1])).problems:
    print(problem)
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print("peak MB", int(peak[1]) // 1024)
"""
"""`ru_maxrss` would tell the peak of whoever started it, where that was higher."""


def read(folder: Path, content: str | bytes, name: str) -> list[RawRecord | Problem]:
    """What is read of a file by this name."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return list(read_records(folder))


def test_aliases_of_aliases_are_counted_before_anything_is_built_of_them(tmp_path: Path) -> None:
    assert len(BOMB) < 400
    (found,) = read(tmp_path, BOMB, "r.yaml")
    assert str(found).startswith("r.yaml:6: record: holds more than 500,000 values, its aliases written out; take out")
    without_aliases = BOMB.replace("*", "")
    bomb, plain = (count_calls(partial(read, tmp_path, t, "r.yaml")) for t in (BOMB, without_aliases))
    assert bomb < 3 * plain


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_brackets_are_one_problem(tmp_path: Path, opening: str) -> None:
    (found,) = read(tmp_path, opening * 100_000, "r.yaml")
    assert isinstance(found, Problem)
    assert "nested more than 40 deep" in str(found) or "is not YAML" in str(found)


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_json_is_one_problem(tmp_path: Path, opening: str) -> None:
    (found,) = read(tmp_path, opening * 100_000, "r.jsonl")
    assert isinstance(found, Problem)
    closed = '{"a":' * 50 + "1" + "}" * 50
    assert "nested more than 40 deep" in str(read(tmp_path, closed, "r.jsonl")[0])


def test_a_check_of_hostile_files_ends_soon_and_small(tmp_path: Path) -> None:
    """In a process of its own, where a crash of the parser would show."""
    folder = folder_of(tmp_path, bomb=BOMB, brackets="[" * 100_000, braces="{a: " * 100_000)
    (folder / "deep.jsonl").write_text("[" * 200_000 + "\n" + '{"id":' * 200_000)
    (folder / "wide.jsonl").write_text(json.dumps({"id": list(range(600_000))}))
    (folder / "long.jsonl").write_bytes(b'{"id": "' + b"x" * (limits.BYTES + 5) + b'"}\n{"id": "x"}\n')
    ended = subprocess.run(
        [sys.executable, "-c", CHECK, str(folder)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr[-500:]
    for told in ("bomb.yaml:6: ", "brackets.yaml:1: ", "braces.yaml:1: ", "deep.jsonl:2: ", "wide.jsonl:1: "):
        assert told in ended.stdout
    assert "long.jsonl:1: file: is larger than 16 MB" in ended.stdout
    assert int(ended.stdout.rsplit(None, 1)[1]) < 600


@pytest.mark.parametrize("number", ["²", "٣", "1_000", " 5", "9" * 5000, "1e3", "-1", "NaN", ""])
def test_what_looks_like_a_number_is_one_or_a_problem(tmp_path: Path, number: str) -> None:
    written = json.dumps(number)
    source = f"{{id: source/x, name: X, kind: article, says: S., basis: ours, line: {written}}}"
    passages = f"source: source/paper\npassages: [{{cite: {written}, origin: source/desk, sha256: {'a' * 64}}}]"
    expected = f"counts: {{Country: {{exactly: {written}}}}}"
    coverage = f"source: source/paper\nlines: {written}\nwithout_records: [{{reason: R., lines: [{written}]}}]"
    found = problems(tmp_path, f"- {source}\n", passages__more=passages, expected=expected, coverage__paper=coverage)
    assert {"records.yaml", "passages/more.yaml"} <= {p.where.file for p in found}
    assert all(len(str(p)) < 1_500 for p in found)


def test_lines_of_an_article_are_bounded(tmp_path: Path) -> None:
    ranges = ", ".join(["1-999999"] * 20)
    text = f"source: source/paper\nlines: 99999\nwithout_records:\n  - {{reason: R., lines: [{ranges}]}}\n"
    assert any("gives more than 100,000 places" in str(p) for p in problems(tmp_path, coverage__paper=text))
    text = "source: source/paper\nlines: 999999999999\nwithout_records:\n  - {reason: R., lines: [9-7]}\n"
    assert {p.field for p in problems(tmp_path, coverage__paper=text)} == {"lines"}


def test_a_pipe_a_dead_link_and_a_closed_file_are_told_and_not_waited_for(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "dead.yaml").symlink_to(folder / "nowhere.yaml")
    told = [str(w) for w in check(folder).warnings]
    assert "dead.yaml:1: file: leads to nothing; put the file itself there, or take it away" in told
    assert "pipe.yaml:1: file: is not a file; put the file itself there, or take it away" in told


@pytest.mark.long
def test_a_chain_of_wholes_is_bounded(tmp_path: Path) -> None:
    chain = deal("d0") + "".join(deal(f"d{n}", "", part_of(f"d{n - 1}")) for n in range(1, 1_500))
    assert "lies inside more than 100 deals, one in another; tie each part" in only(tmp_path, chain)


def test_a_file_in_which_all_is_wrong_is_given_up(tmp_path: Path) -> None:
    found = read(tmp_path, "nonsense\n" * 5_000, "r.jsonl")
    assert len(found) == limits.PROBLEMS + 1
    assert "the rest of the file was not read" in str(found[-1])


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
    st.sampled_from(["²", "USD 10", "uni:1", "paper:1", "deal/x", "country/A", "|||", "a|b|c|d", "P5M/2026", "9" * 99]),
)  # fmt: skip
WORDS = [
    "id", "name", "says", "evidence", "evidence_for", "basis", "amount", "links", "claims", "type", "from", "to",
    "role", "key", "topic", "by", "question", "kind", "concerns", "readings", "rank", "reason", "stance", "source",
    "passages",     "cite", "origin", "sha256", "origin_basis",
    "date", "until", "lines", "pair", "because", "counts", "relationships",
    "dates", "exactly", "not_before", "without_records", "also_named", "iso_alpha2", "units",
]  # fmt: skip
NAMES = st.one_of(
    st.sampled_from(
        [
            "id",
            "name",
            "says",
            "evidence",
            "evidence_for",
            "basis",
            "amount",
            "links",
            "claims",
            "type",
            "from",
            "to",
            "role",
            "key",
            "topic",
            "by",
            "question",
            "kind",
            "concerns",
            "readings",
            "rank",
            "reason",
            "stance",
            "source",
            "passages",
            "cite",
            "origin",
            "sha256",
            "origin_basis",
            "date",
            "until",
            "lines",
            "pair",
            "because",
            "counts",
            "relationships",
            "dates",
            "exactly",
            "not_before",
            "without_records",
            "also_named",
            "iso_alpha2",
            "units",
        ]
    ),
    st.text(max_size=8),
)
RECORDS = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6), max_leaves=25
)
FUZZ = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
FILES = ["r.yaml", "r.jsonl", "data_set.yaml", "expected.yaml", "accepted_pairs.yaml", "coverage/paper.yaml"]


def survives(folder: Path, name: str, content: bytes) -> None:
    """Check a small set with one hostile file; whatever comes of it is no traceback."""
    path = folder_of(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        checked = check(folder)
    except BadFolder as error:
        assert name in ("data_set.yaml", "expected.yaml"), error
    else:
        for problem in (*checked.problems, *checked.warnings):
            str(problem).encode("utf-8")
    for left in FILES:
        (folder / left).unlink(missing_ok=True)


@pytest.mark.long
@FUZZ
@given(record=RECORDS, name=st.sampled_from(FILES))
def test_any_record_is_read_or_refused(tmp_path: Path, record: object, name: str) -> None:
    record = {k: v for k, v in record.items() if k} if isinstance(record, dict) else record
    survives(tmp_path, name, json.dumps(record).encode("utf-8", "surrogatepass"))


TYPES = ["FUNDS", "PART_OF", "GOES_TO", "ALONGSIDE", "HAPPENS_AT", "COVERS", "SUPERSEDES", "CANCELS", "AMENDS"]
DEALS = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["deal/a", "deal/b", "deal/c"]),
        "name": st.sampled_from(["A", "B", "C"]),
        "says": st.just("S."),
        "evidence": st.just(["paper:1"]),
        "instrument": st.sampled_from(["loan", "mixed", "guarantee", "offtake"]),
        "stage": st.sampled_from(["approved", "withdrawn", "mixed"]),
        "whose_money": st.sampled_from(["us_government", "private"]),
        "links": st.lists(
            st.fixed_dictionaries(
                {"type": st.sampled_from(TYPES)},
                optional={
                    "date": st.sampled_from(["2026", "P5M/2026-02", "soon"]),
                    "from": st.sampled_from(["deal/a", "deal/b", "agency/bank", "x|y", ""]),
                    "to": st.sampled_from(["deal/a", "deal/b", "country/AA", "event/talks", "mineral/tin"]),
                    "role": st.sampled_from(["funder", "part", "occasion"]),
                },
            ),
            max_size=4,
        ),
    },
    optional={
        "amount": st.sampled_from(["USD 5", "up to USD 9", "more than EUR 3", "7 per_cent", "unquantified USD"]),
        "date": st.sampled_from(["2026", "P5M/2026-02", "2026-02-04"]),
        "history": st.lists(
            st.fixed_dictionaries(
                {
                    "stage": st.sampled_from(["announced", "funded", "cancelled", "", "x"]),
                    "date": st.sampled_from(["2025", "2025-03-01", "P9999999999Y/2025", "0001-01", "soon", ""]),
                },
                optional={"says": st.just("S."), "by": st.sampled_from(["agency/bank", ["x|y"], 5])},
            ),
            max_size=4,
        ),
        "tenor": st.sampled_from(["P9999Y", "P1D", "ten years", "", "²"]),
        "maturity": st.sampled_from(["0001", "9999-12-31", "2035", "P1Y/2030"]),
    },
)


@pytest.mark.long
@FUZZ
@given(deals=st.lists(DEALS, max_size=4))
def test_any_nesting_of_deals_is_checked(tmp_path: Path, deals: list[dict[str, object]]) -> None:
    survives(tmp_path, "r.jsonl", "\n".join(map(json.dumps, deals)).encode("utf-8"))


@FUZZ
@given(text=st.text(alphabet="-:?[]{}&*!|>'\"%@`#, \n\tabc~0²\ufeff\u200b<", max_size=60), name=st.sampled_from(FILES))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str, name: str) -> None:
    survives(tmp_path, name, text.encode("utf-8"))


@FUZZ
@given(content=st.binary(max_size=60), name=st.sampled_from(FILES))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, name: str) -> None:
    survives(tmp_path, name, content)
