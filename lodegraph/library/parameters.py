"""Parameters of a saved query as Python code gives them."""

import keyword
from collections.abc import Mapping
from typing import TypeAlias

from cypher.saved import BadParameter

Given: TypeAlias = str | int
Parameters: TypeAlias = Mapping[str, Given] | None


def given(parameters: Parameters, more: Mapping[str, Given]) -> dict[str, Given]:
    """Both together, `from_` as `from`. Raises BadParameter when one is given twice."""
    values = dict(parameters or {})
    for written, value in more.items():
        name = written.removesuffix("_") if keyword.iskeyword(written.removesuffix("_")) else written
        if name in values:
            raise BadParameter(f"the parameter '{name}' is given twice", "give it once")
        values[name] = value
    return values
