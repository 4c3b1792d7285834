"""Where the reader looks, as an address has it: `1~850~-120~44`, which is the version of the form, the zoom in
thousandths, and the middle of what is seen in pixels at zoom 1.

The canvas writes and follows it (`frontend/src/viewport.js`): it is view, no action, and no page is drawn for it.
"""

import re
from collections.abc import Mapping

VIEW = "view"
FORM = re.compile(r"1~[1-9][0-9]{0,4}~-?[0-9]{1,6}~-?[0-9]{1,6}")


def is_viewport(text: str) -> bool:
    """Whether the canvas can follow it."""
    return FORM.fullmatch(text) is not None


def without_viewport(address: Mapping[str, str]) -> dict[str, str]:
    """An address without it; one that cannot be followed stays, to be told."""
    return {key: value for key, value in address.items() if key != VIEW or not is_viewport(value)}
