"""The explorer's own process: it gets ready while the graph does, then serves its pages.

Which graph to show, and to whom, comes on standard input, as a line of JSON, so that a password stands neither in the
command line nor in the environment that a process list can show.
"""

import json
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from cypher.driver_import import import_driver
from ledger.logs import list_loggers_of_others, log_from_environment, take_over_logs

APP = Path(__file__).with_name("app.py")
LOOPBACK = "127.0.0.1"
NO_HOME = "/nonexistent"

OPTIONS = {
    "server.headless": True,
    "server.baseUrlPath": "",  # what the user has set for other apps must not move or lock this one
    "server.customComponentBaseUrlPath": "",
    "server.sslCertFile": "",
    "server.sslKeyFile": "",
    "server.corsAllowedOrigins": [],
    "server.allowedHosts": [],
    "server.enableStaticServing": False,
    "server.trustedUserHeaders": {},
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.maxWidgetStateSize": 2,  # megabytes of what a page may send at a time
    # a run that hands over to another one has the browser drop messages that the server still believes there, and the
    # page ends in an error: each is sent, and what is large, the picture, goes by a route of its own
    "global.minCachedMessageSize": 1e12,
    "global.disableWidgetStateDuplicationWarning": True,  # a slider has two ends only by a default besides
    "server.enableWebsocketCompression": True,  # a panel is many messages that are much alike
    # after each run Streamlit would look through every object of the process for garbage, a third of a second in which
    # nobody is answered; Python does so by itself, seldom, and what was there at the start is left out (warm_up)
    "runner.postScriptGC": False,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "viewer",
    "client.showErrorDetails": "none",
    "logger.level": "warning",
    "logger.enableRich": False,  # its colours and its local values belong in no log
    "logger.hideWelcomeMessage": True,  # to say where it is, Streamlit may ask another machine
    "theme.light.primaryColor": "#0072B2",
    "theme.dark.primaryColor": "#56B4E9",
}


def main(port: str, host: str = LOOPBACK) -> None:
    """Import what the pages need, wait for the graph's address, and serve until the process is stopped."""
    _leave_out_settings_for_others()
    import_driver()
    import explorer.app_pages  # noqa: F401  # the first visitor need not wait for them
    from explorer.cache_warming import warm_up

    log_from_environment(sys.stderr)
    line = sys.stdin.readline()
    if not line:
        sys.exit("whoever started the explorer ended before it named a graph")
    os.environ.update(json.loads(line))
    _refuse_articles_for_others(host)
    warm_up()
    _serve({**OPTIONS, "server.port": int(port), "server.address": host})


def _leave_out_settings_for_others() -> None:
    """Let Streamlit find nothing that was set for other apps: by variables, by files in the home or where we started.

    One wrong word there ends it, or moves it where nobody looks; what the explorer needs stands in OPTIONS.
    """
    for name in [name for name in os.environ if name.startswith("STREAMLIT_")]:
        del os.environ[name]
    os.environ.update({"HOME": NO_HOME, "USERPROFILE": NO_HOME})
    os.chdir(APP.parent)


def _refuse_articles_for_others(host: str) -> None:
    """End the process rather than show somebody else the words of the reader's articles."""
    from explorer.access.login_settings import BadSetting
    from explorer.access.page_limit import get_access
    from explorer.access.settings import ARTICLES, FOR_ONE_READER, is_loopback

    try:
        articles = get_access().serving.articles
    except BadSetting as error:
        sys.exit(str(error))
    if articles is not None and not is_loopback(host):
        sys.exit(str(BadSetting(ARTICLES, str(articles), FOR_ONE_READER)))


def _serve(options: dict[str, object]) -> None:
    import streamlit as st
    from starlette.middleware import Middleware

    from explorer.access.login_redirect import LoginRedirect
    from explorer.access.middleware import AccessMiddleware
    from explorer.access.page_limit import get_access
    from explorer.canvas.file_route import make_file_route
    from explorer.canvas.file_store import get_file_store
    from explorer.canvas.picture_route import make_picture_route
    from explorer.canvas.picture_store import get_picture_store

    access = get_access()
    serving = access.serving
    if serving.address is not None:
        options["browser.serverAddress"] = urlsplit(serving.address).hostname
    os.environ["FORWARDED_ALLOW_IPS"] = ",".join(serving.proxies)
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.levelno >= logging.WARNING)
    secrets = {"auth": dict(serving.login.auth)} if serving.login else None
    middleware = [
        Middleware(AccessMiddleware, serving=serving, open_pages=access.open_pages),
        Middleware(LoginRedirect),
    ]
    routes = [make_picture_route(get_picture_store()), make_file_route(get_file_store())]
    st.App(APP, secrets=secrets, routes=routes, middleware=middleware, lifespan=_with_our_logs).run(config=options)


@asynccontextmanager
async def _with_our_logs(_app: object) -> AsyncIterator[None]:
    """Take over others' logs when the server is up: it sets up its own just before, and would undo it."""
    take_over_logs(list_loggers_of_others())
    yield


if __name__ == "__main__":
    main(*sys.argv[1:])
