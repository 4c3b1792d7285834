"""Text from records, the graph, addresses and errors, made fit for whatever Streamlit reads as Markdown.

`escape` is the one function for it: nothing else may stand between such text and the page.
"""

import re

MARKDOWN_SIGNS = set("\\`*_{}[]()<>#+-.!|$~:&\"'^=")
TURNING = {ord(c): None for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"}
"""Signs that would turn the reading direction of the text around them."""
JOINER = "\u2060"
"""Not seen, and takes no room: what it parts is no longer read as one word."""
ACTED_ON = re.compile(
    r"(?<=:)(?=//|material|streamlit)|(?<=www)(?=\.)|(?=@)|(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)", re.IGNORECASE
)
"""Where the page would make a link, an icon or an arrow of text, even of text that is escaped."""


def escape(text: object) -> str:
    """Text as text, on one line: every character that Markdown, a shortcode or the page would act on is disarmed."""
    line = " ".join(str(text).translate(TURNING).split())
    return "".join(f"\\{c}" if c in MARKDOWN_SIGNS else c for c in ACTED_ON.sub(JOINER, line))
