"""How the network is read and used, as the app and `docs/network.md` tell it: one text for both."""

import re
from functools import cache
from pathlib import Path

import streamlit as st

TEXT = Path(__file__).parent.parent / "assets" / "network.md"


@cache
def read_guide_page() -> str:
    """The text, as Markdown of our own."""
    return TEXT.read_text(encoding="utf-8")


def show_guide_page() -> None:
    """A button that opens it; the text is sent then, not with every click in the picture."""
    opened = st.popover("Help", icon=":material/help:", key="network-help", on_change="rerun")
    if opened.open:
        smaller = re.sub(r"^(#+) ", r"###\1 ", read_guide_page(), flags=re.MULTILINE)
        opened.markdown(smaller)
