"""Text of records, queries and addresses made safe for Streamlit's Markdown."""

MARKDOWN_SIGNS = set("\\`*_{}[]()<>#+-.!|$~:&\"'")
"""Every sign that Markdown or a shortcode would act on."""


def escape(text: object) -> str:
    """The text as it is, on one line: nothing in it acts as Markdown."""
    return "".join(f"\\{c}" if c in MARKDOWN_SIGNS else c for c in str(text)).replace("\n", " ")
