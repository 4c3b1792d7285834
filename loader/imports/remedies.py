"""Answers as a mapping has them, to be taken over as they stand, whatever a cell holds."""

import json


def in_yaml(text: str) -> str:
    """A text in quotes, as it may stand anywhere in YAML."""
    return json.dumps(text, ensure_ascii=False)


def answer_same(written: str, node_id: str, there: str) -> str:
    """The two answers to whether a name, or an id, is what is there."""
    return (
        f"answer in the mapping: `answers: {{same_as: {{{in_yaml(written)}: {there}}}}}` or "
        f"`{{another: [[{node_id}, {there}]]}}`"
    )
