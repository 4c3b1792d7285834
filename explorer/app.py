"""The app's entry: one page frame, three pages."""

from pathlib import Path

import streamlit as st

from explorer.app_pages import about, network, queries

# a file of our own: an icon by name would be fetched from elsewhere
ICON = Path(__file__).parent / "assets" / "icon.png"

st.set_page_config(page_title="Lodegraph", page_icon=str(ICON), layout="wide")
st.html(
    "<style>[data-testid='stMainBlockContainer'] {padding: 4.2rem 2rem 2rem 2rem;}"
    "[data-testid='stMainBlockContainer'] h4 {padding-top: 0;}"
    # a table's own CSV would hand formulas to a spreadsheet: ours does not
    "button[aria-label='Download as CSV'] {display: none;}</style>"
)

st.navigation(
    [
        st.Page(network.page, title="Network", icon=":material/hub:", url_path="network", default=True),
        st.Page(queries.page, title="Saved queries", icon=":material/database_search:", url_path="queries"),
        st.Page(about.page, title="About the data", icon=":material/info:", url_path="about"),
    ],
    position="top",
).run()
