"""What the reader's page says of keys, bounds and files is what the program does."""

import re

from cypher.exports.network import NETWORK_FORMATS
from explorer.panels.guide_page import read_guide_page
from explorer.state.actions import ACTIONS
from explorer.state.filter_words import NAMES
from explorer.state.page_url import LONGEST

PAGE = read_guide_page()
TABLE = PAGE.partition("## Moving about")[2].partition("## Reading")[0]
OF_VIEW = {"N", "K", "A", "I", "+", "-", "0"}
"""Keys of the canvas's own, which are tested there."""


def test_every_key_of_the_page_does_something_and_no_action_with_a_key_is_left_out() -> None:
    named = set(re.findall(r"`(\S+?)`", TABLE)) | {key for key in ("Delete", "Enter") if key in PAGE}
    assert {a.key for a in ACTIONS if a.key and a.key.upper() != a.key} <= named
    assert named <= {a.key for a in ACTIONS} | OF_VIEW


def test_the_page_names_every_facet_every_format_and_the_bound_of_an_address() -> None:
    filters = PAGE.partition("## Filters")[2].partition("##")[0].lower()
    missed = [name for name in NAMES.values() if name.lower().removesuffix("d").rstrip("e") not in filters]
    assert [name for name in missed if name != "Disputed"] == []
    assert "dispute" in filters
    assert all(re.search(r"\((\w+)\)$", form.title)[1] in PAGE for form in NETWORK_FORMATS)  # type: ignore[index]
    assert f"{LONGEST:,} characters" in PAGE
