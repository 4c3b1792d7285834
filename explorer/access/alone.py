"""Whether one person alone sits at these pages: what is kept for whoever sits here is kept for nobody else."""

import streamlit as st

from explorer.access.page_limit import get_access
from explorer.access.settings import LOOPBACK_ALONE, is_loopback


def is_alone() -> bool:
    """Whether the pages are served to this machine alone, under its own name alone."""
    serving = get_access().serving
    return not serving.shared and serving.hosts == LOOPBACK_ALONE and is_loopback(st.get_option("server.address"))
