"""How the network is read and used, as the app and `docs/network.md` tell it: one text for both."""

from functools import cache
from pathlib import Path

import streamlit as st

TEXT = Path(__file__).parent.parent / "assets" / "network.md"


@cache
def read_guide_page() -> str:
    """The text, as Markdown of our own."""
    return TEXT.read_text(encoding="utf-8")


def show_guide_page() -> None:
    """A button that opens it."""
    with st.popover("Help", icon=":material/help:", key="network-help"):
        title, _, rest = read_guide_page().partition("\n")
        st.markdown(f"#### {title.removeprefix('# ')}\n{rest.replace(chr(10) + '## ', chr(10) + '##### ')}")
