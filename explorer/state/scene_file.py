"""A scene as a file: what the reader did, by our ids, with what was told of everything in the picture on that day.

Small JSON that a person can read. It holds no record: whoever opens it sees the records of the graph at hand, and what
was told otherwise when it was saved (`explorer/state/scene_changes.py`). A file may come from anybody: it is bounded,
read by its declared form alone, and nothing in it is run.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cypher.deals import UnreadableDeal, amount_of
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.status import DataSetState
from explorer.state.action import LONGEST_TEXT
from explorer.state.log import Log
from explorer.state.log_text import ReadLog, read_log, write_log
from explorer.state.scene import GATHERED
from ledger.text import shorten

FORM = "lodegraph-scene"
VERSION = 1
MOST_BYTES = 2_000_000
MOST_SEEN = 20_000

Text = Annotated[str, Field(max_length=LONGEST_TEXT)]


class BadSceneFile(ValueError):
    """A file that is no scene that can be opened here: what is wrong with it, and what to do."""


class Seen(BaseModel):
    """What was told of one node or relationship when the scene was saved; `digest` differs whenever its record does."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    name: Text = ""
    digest: Text = ""
    stage: Text = ""
    amount: Text = ""
    disputes: tuple[Text, ...] = Field(default=(), max_length=1_000, strict=False)


class SceneFile(BaseModel):
    """A scene as it was saved: of which records, the log, what was selected, where its writer looked (as an address has
    it; empty for all of the picture), and what was told of what was in it."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)

    form: Text
    version: int
    data_set: Text
    records: Text = ""
    saved: Text = ""
    log: Annotated[str, Field(max_length=MOST_BYTES)] = ""
    selected: Text | None = None
    view: Text = ""
    seen: dict[Text, Seen] = Field(default={}, max_length=MOST_SEEN)

    def tell_log(self) -> ReadLog:
        """What the reader did, and what of it cannot be read."""
        return read_log(self.log)


def write_scene_file(
    data_set: DataSetState, log: Log, selected: str | None, shown: Subgraph, saved: datetime, view: str = ""
) -> str:
    """The log's actions in force, what is in the picture and where one looks, as the text of a file."""
    scene = SceneFile(
        form=FORM,
        version=VERSION,
        data_set=data_set.name,
        records=data_set.version,
        saved=saved.isoformat(timespec="seconds"),
        log=write_log(log),
        selected=selected,
        view=view,
        seen=describe_seen(shown),
    )
    return scene.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def describe_seen(shown: Subgraph) -> dict[str, Seen]:
    """What is told of each node and relationship now; groups that only the picture has are left out."""
    items: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    return {item.id: _describe(item) for item in items if not item.id.startswith(GATHERED)}


def read_scene_file(given: str, data_set: str) -> SceneFile:
    """A file for this data set. Raises BadSceneFile with words for whoever opened it."""
    if len(given) > MOST_BYTES:
        raise BadSceneFile(f"the file has {len(given):,} characters, and a scene at most {MOST_BYTES:,}")
    scene = _parse(given)
    if scene.form != FORM:
        raise BadSceneFile(f"it says that it is “{shorten(scene.form)}”, and a scene says “{FORM}”")
    if scene.version != VERSION:
        raise BadSceneFile(
            f"it is of version {scene.version} of the form, and this Lodegraph reads version {VERSION}; "
            "open it with the Lodegraph that saved it"
        )
    if scene.data_set != data_set:
        raise BadSceneFile(
            f"it is of the data set “{shorten(scene.data_set)}”, and “{data_set}” is shown: choose that one first"
        )
    return scene


def _parse(given: str) -> SceneFile:
    try:
        return SceneFile.model_validate(json.loads(given))
    except json.JSONDecodeError as error:
        raise BadSceneFile(
            f"it is not JSON: {error.msg.lower()} in line {error.lineno}, column {error.colno}"
        ) from None
    except (RecursionError, ValueError) as error:
        raise BadSceneFile(_explain(error)) from None


def _explain(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return "it is nested too deeply, or holds a number that is too long"
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(shorten(str(part)) for part in first["loc"]) or "the whole"
    return f"{place}: {first['msg'].lower()}; a scene is saved on the network page"


def _describe(item: GraphNode | GraphEdge) -> Seen:
    told: Mapping[str, object] = item.properties
    return Seen(
        name=shorten(item.name) if isinstance(item, GraphNode) else "",
        digest=shorten(str(told.get("record_hash") or "")),
        stage=shorten(str(told.get("stage") or "")),
        amount=_tell_amount(item),
        disputes=tuple(shorten(text) for text in item.texts("disputes")),
    )


def _tell_amount(item: GraphNode | GraphEdge) -> str:
    try:
        amount = amount_of(item)
    except UnreadableDeal:
        return ""
    return "" if amount is None else str(amount)
