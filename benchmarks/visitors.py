"""Many visitors at once, each doing something every few seconds: how long they wait, and what memory the server takes.

`python -m benchmarks.visitors` lets twenty visit for ten minutes and writes `visitors.md` beside this file;
`--visitors`, `--pause` (seconds between two actions of one) and `--minutes` are for other rounds.
"""

import argparse
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from websockets.sync.client import connect

from benchmarks.visitor import Answered, Visitor
from tests.browser.running_app import RunningApp, running_app

RESULTS = Path(__file__).with_suffix(".md")
WANTED = 1.5
"""Seconds within which 95 of 100 actions shall be answered."""


@dataclass(frozen=True)
class Memory:
    """Megabytes at one moment: of the explorer's process, and of all others, the graph's among them."""

    at: float
    explorer: float
    others: float


@dataclass
class Round:
    """What a round of visits came to; `failed`: what visitors met with in place of an answer."""

    answered: list[Answered] = field(default_factory=list)
    memory: list[Memory] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def of_minute(self, minute: int) -> list[Answered]:
        """The actions begun in that minute."""
        return [one for one in self.answered if minute <= one.at / 60 < minute + 1]


def visit(app: RunningApp, visitors: int, pause: float, minutes: float) -> Round:
    """Let so many visit, each with one action in `pause` seconds, begun at other moments."""
    found, lock, began = Round(), threading.Lock(), time.monotonic()
    until = began + 60 * minutes

    def go(number: int) -> None:
        dice = random.Random(number)
        time.sleep(pause * number / visitors)
        try:
            with connect(f"ws://127.0.0.1:{app.port}/_stcore/stream", max_size=None) as socket:
                visitor = Visitor(app.url, socket, dice)
                visitor.open()
                turn = time.monotonic()
                while (turn := turn + pause) < until:
                    time.sleep(max(0.0, turn - time.monotonic()))
                    answered = visitor.act(began)
                    with lock:
                        found.answered.append(answered)
        except Exception as error:  # of whatever kind: told as a result, the others go on
            with lock:
                found.failed.append(f"visitor {number}: {type(error).__name__}: {error}")

    threads = [threading.Thread(target=go, args=(number,)) for number in range(visitors)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        found.memory.append(_weigh(app, time.monotonic() - began))
        time.sleep(2)
    return found


def _weigh(app: RunningApp, at: float) -> Memory:
    """The explorer is the process that has the port; the command that started it, and the graph, are others."""
    started = psutil.Process(app.process.pid)
    sizes = {one: one.memory_info().rss / 1e6 for one in (started, *started.children(recursive=True))}
    explorer = sum(size for one, size in sizes.items() if str(app.port) in one.cmdline() and one != started)
    return Memory(at, explorer, sum(sizes.values()) - explorer)


def write_round(found: Round, visitors: int, pause: float) -> str:
    """The page of results."""
    seconds = sorted(one.seconds for one in found.answered)
    within = sum(s <= WANTED for s in seconds) / max(1, len(seconds))
    told = (
        f"{visitors} visitors, one action each in {pause:g} s, {max(m.at for m in found.memory) / 60:.1f} minutes: "
        f"{len(seconds):,} actions, {within:.1%} answered within {WANTED} s, "
        f"95 of 100 within {_part(seconds, 0.95):.2f} s, half within {_part(seconds, 0.5):.2f} s; "
        f"{len(found.failed)} visitors failed."
    )
    kinds = sorted({one.what for one in found.answered})
    by_kind = [_kind_row(kind, [one for one in found.answered if one.what == kind]) for kind in kinds]
    last = int(max(m.at for m in found.memory) // 60)
    by_minute = [_minute_row(found, minute) for minute in range(last + 1)]
    return "\n".join([PREFACE, told, "", KINDS, *by_kind, "", MINUTES, *by_minute, "", *found.failed])


def _kind_row(kind: str, some: Sequence[Answered]) -> str:
    seconds = sorted(one.seconds for one in some)
    received = statistics.median(one.received for one in some) / 1e3
    return f"| {kind} | {len(some)} | {_part(seconds, 0.5):.2f} | {_part(seconds, 0.95):.2f} | {received:.1f} |"


def _minute_row(found: Round, minute: int) -> str:
    seconds = sorted(one.seconds for one in found.of_minute(minute))
    memory = [m for m in found.memory if minute <= m.at / 60 < minute + 1]
    explorer, others = (statistics.median(getattr(m, name) for m in memory) for name in ("explorer", "others"))
    waits = f"{_part(seconds, 0.5):.2f} | {_part(seconds, 0.95):.2f}" if seconds else "– | –"
    return f"| {minute + 1} | {len(seconds)} | {waits} | {explorer:.0f} | {others:.0f} |"


def _part(ordered: Sequence[float], part: float) -> float:
    return ordered[int(part * (len(ordered) - 1))] if ordered else float("nan")


PREFACE = """\
# Many visitors, measured

Made by `python -m benchmarks.visitors`: `lodegraph run` with the shipped records on the embedded engine, visitors that
are connections without a browser, on the same machine. An action is answered once the run that it asked for has ended.
Most select a node; some pin, hide, expand or undo. Megabytes are those resident; "others" are the graph's server
and the command that started both.
"""
KINDS = "| action | times | half within, s | 95 of 100 within, s | kB that came, median |\n|---|---|---|---|---|"
MINUTES = (
    "| minute | actions | half within, s | 95 of 100 within, s | explorer, MB | others, MB |\n|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure, and write the page."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--visitors", type=int, default=20)
    words.add_argument("--pause", type=float, default=10.0, help="seconds between two actions of one visitor")
    words.add_argument("--minutes", type=float, default=10.0)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, running_app(Path(folder) / "home") as app:
        found = visit(app, given.visitors, given.pause, given.minutes)
    RESULTS.write_text(write_round(found, given.visitors, given.pause).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
