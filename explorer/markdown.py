"""Text from records, the graph, addresses and errors, made fit for whatever Streamlit reads as Markdown.

`escape` is the one function for it, and those that are made of it here: nothing else may stand between such text and
the page.
"""

import re
from collections.abc import Mapping
from urllib.parse import urlencode

MARKDOWN_SIGNS = set("\\`*_{}[]()<>#+-.!|$~:&\"'^=")
TURNING = {ord(c): None for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"}
"""Signs that would turn the reading direction of the text around them."""
CONTROL = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
"""Signs that no reader sees and that a page may act on."""
JOINER = "\u2060"
"""Not seen, and takes no room: what it parts is no longer read as one word."""
ACTED_ON = re.compile(
    r"(?<=:)(?=//|material|streamlit)|(?<=www)(?=\.)|(?=@)|(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)", re.IGNORECASE
)
"""Where the page would make a link, an icon or an arrow of text, even of text that is escaped."""


def escape(text: object) -> str:
    """Text as text, on one line: every character that Markdown, a shortcode or the page would act on is disarmed."""
    line = " ".join(str(text).translate(TURNING).split()).translate(CONTROL)
    return "".join(f"\\{c}" if c in MARKDOWN_SIGNS else c for c in ACTED_ON.sub(JOINER, line))


CODE_WORD = re.compile(r"(?<!`)\\`([A-Za-z0-9](?:\\[_.=-]|[A-Za-z0-9 /])*)\\`(?!\\`)")
"""A word between backticks in text that is escaped: letters and digits, and few signs, none of which a page acts on."""


def escape_around_code(text: object) -> str:
    """Text as text, in which a plain word between backticks is shown as code; whatever else they enclose stays text."""
    return CODE_WORD.sub(lambda found: f"`{found[1].replace(chr(92), '')}`", escape(text))


def make_link(text: object) -> str:
    """An address of the web as a link that shows just where it leads; whatever is none, or hides that, as text."""
    return f"[{escape(text)}]({str(text).replace('&', '&amp;')})" if _is_plain_address(str(text)) else escape(text)


def link_to_page(text: object, page: str, address: Mapping[str, str]) -> str:
    """A link to one of the explorer's own pages, by its place in the address; it opens in a window of its own."""
    return f"[{escape(text)}](/{page}?{urlencode(address)})"


PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9./?#=%&,;:+~_-]*)?", re.IGNORECASE)
"""An address without a user, of letters that look like no others, and without a sign that ends a link."""
LONGEST_ADDRESS = 2_000


def _is_plain_address(text: str) -> bool:
    return len(text) <= LONGEST_ADDRESS and PLAIN.fullmatch(text) is not None
