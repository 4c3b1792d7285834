"""The app's entry: who may come in, one frame for all pages."""

from base64 import b64encode
from pathlib import Path

import streamlit as st

from explorer.access.login_page import admit_visitor
from explorer.access.page_limit import get_access
from explorer.app_pages import PAGES
from explorer.panels.records_notice import show_records_notice
from explorer.state.chosen_data_set import enter_page

# a picture of our own: an icon by name would be fetched from elsewhere, and a file may only be had after log-in
ICON = "data:image/png;base64," + b64encode((Path(__file__).parent / "assets" / "icon.png").read_bytes()).decode()

st.set_page_config(page_title="Lodegraph", page_icon=ICON, layout="wide")
st.html(
    "<style>[data-testid='stMainBlockContainer'] {padding: 4.2rem 2rem 2rem 2rem;}"
    "[data-testid='stMainBlockContainer'] h4 {padding-top: 0;}"
    # what is chosen is white: on a dark page's own light blue it could not be read
    "[data-testid='stMultiSelect'] [data-tag] {background-color: #0072B2;}"
    # what only listens takes no room
    ".st-key-search-keys {position: absolute; height: 0;}"
    # Streamlit's own captions are too pale to be read on a light page
    "body [data-testid='stCaptionContainer'] {opacity: 0.85;}"
    # and so are quotations
    "[data-testid='stMarkdownContainer'] blockquote, [data-testid='stMarkdownContainer'] blockquote p {color: inherit;}"
    "body [data-testid='stMarkdownContainer'] blockquote {opacity: 1;}"
    "body [data-testid='stCaptionContainer'] blockquote {opacity: 1;}"
    # a table's own CSV would hand formulas to a spreadsheet: ours does not
    "button[aria-label='Download as CSV'] {display: none;}</style>"
)

access = get_access()
admitted = admit_visitor(access)
pages = [
    st.Page(page.show, title=page.title, icon=page.icon, url_path=page.url_path, default=page.default)
    for page in PAGES
    if (access.serving.typed_cypher or not page.for_one_reader) and page.is_offered()
]
# named even to who may not come in yet, so that the page that was asked for is the one that opens then
chosen = st.navigation(pages, position="top" if admitted else "hidden")
if admitted:
    show_records_notice()
    enter_page(chosen.url_path)
    chosen.run()
