"""One visitor of the network page without a browser: a page's connection, and what the canvas would say over it."""

import gzip
import json
import random
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection

CANVAS = "lodegraph.canvas"
ANSWERS_WITHIN = 60.0
"""Seconds after which a server is given up."""
HABITS = {"select": 7, "pin": 1, "hide": 1, "expand": 1, "undo": 2}
"""How often a visitor does what: mostly they click and read. What was done is undone as often, so that no picture grows
for ever."""


@dataclass(frozen=True)
class Answered:
    """One action: what, seconds until its answer was whole, and bytes that came; `at`: seconds since the start."""

    what: str
    at: float
    seconds: float
    received: int


@dataclass
class Visitor:
    """A connected page that does what `HABITS` say, by its own dice."""

    url: str
    socket: ClientConnection
    dice: random.Random
    _canvas: str = ""
    _fragment: str = ""
    _data: dict[str, Any] = field(default_factory=dict)
    _number: int = 0
    _selected: str | None = None
    _nodes: list[str] = field(default_factory=list)

    def open(self) -> None:
        """Run the page, and fetch its picture as the browser does."""
        self._run(BackMsg())
        self._fetch_picture()

    def act(self, began: float) -> Answered:
        """Do something and wait until the page is as it was asked for. Raises TimeoutError where nothing answers."""
        what = self.dice.choices(list(HABITS), list(HABITS.values()))[0]
        asked: list[Any] = []
        self._number += 1
        if what == "select":
            self._selected = self.dice.choice(self._nodes)
        else:
            asked = [[self._number, what, {} if what == "undo" else {"item": self.dice.choice(self._nodes)}]]
        before = time.monotonic()
        received = self._run(self._tell(asked))
        taken = time.monotonic() - before
        if asked:
            self._fetch_picture()
        return Answered(what, before - began, taken, received)

    def _tell(self, asked: list[Any]) -> BackMsg:
        """What the component tells Streamlit: its state, for the part of the page that stands around it."""
        view = {"epoch": self._data["view"]["epoch"], "n": self._number, "selected": self._selected, "chosen": []}
        ask = BackMsg()
        ask.rerun_script.fragment_id = self._fragment
        state = ask.rerun_script.widget_states.widgets.add()
        state.id, state.json_value = self._canvas, json.dumps({"view": {**view, "asked": asked}})
        return ask

    def _run(self, ask: BackMsg) -> int:
        """Send it, and read until a run has ended after the canvas was told so far; the bytes that came."""
        ask.rerun_script.query_string = ask.rerun_script.query_string or ""
        self.socket.send(ask.SerializeToString())
        deadline, received = time.monotonic() + ANSWERS_WITHIN, 0
        while True:
            came = self.socket.recv(timeout=max(0.1, deadline - time.monotonic()))
            raw = came if isinstance(came, bytes) else came.encode()
            received += len(raw)
            message = ForwardMsg.FromString(raw)
            self._read(message)
            if message.WhichOneof("type") == "script_finished" and self._is_heard():
                return received

    def _is_heard(self) -> bool:
        return bool(self._data) and int(self._data["view"]["n"]) >= self._number

    def _read(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") != "delta":
            return
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(f"the page shows an exception: {element.exception.message}")
        component = element.bidi_component
        if component.component_name == CANVAS:
            self._canvas, self._fragment = component.id, message.delta.fragment_id
            self._data = json.loads(component.json or component.mixed.json)

    def _fetch_picture(self) -> None:
        request = urllib.request.Request(self.url + self._data["picture"], headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=ANSWERS_WITHIN) as answer:
            body = answer.read()
        picture = json.loads(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)
        self._nodes = [node["id"] for node in picture["nodes"] if not node["id"].startswith("gathered/")]
