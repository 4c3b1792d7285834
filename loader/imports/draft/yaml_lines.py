"""Lines of a YAML file with their comments, as a person would write them."""

import json
import re
from collections.abc import Iterable

PLAIN = re.compile(r"[^\W\d_][\w .'’()/+-]*")
NOT_PLAIN = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def quote(text: str) -> str:
    """A text as it may stand anywhere in YAML."""
    if PLAIN.fullmatch(text) and text.casefold() not in NOT_PLAIN and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def table(pairs: Iterable[tuple[str, str]]) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{quote(key)}: {value}" for key, value in pairs) + "}"


def comment(text: str) -> str:
    """A remark behind a line; of any text, on one line."""
    plain = " ".join(text.split())
    return f"  # {plain}" if plain else ""
