"""The pages, a module each, listed here and nowhere else.

Not called `pages`: Streamlit would take each file of a folder of that name beside its script for a page of its own.
"""

from explorer.app_pages import about, bring_in, disagreements, network, own_cypher, queries
from explorer.app_pages.app_page import AppPage

PAGES: tuple[AppPage, ...] = (
    network.PAGE, disagreements.PAGE, queries.PAGE, own_cypher.PAGE, bring_in.PAGE, about.PAGE,
)  # fmt: skip
