"""`--allow-host`: names under which the explorer may be asked for, handed on to its process by the environment."""

import os

from explorer.access.login_settings import BadSetting
from explorer.access.settings import ALLOW_HOSTS, read_serving
from lodegraph.cli.output import Exit, fail


def allow_hosts(names: list[str]) -> None:
    """Add names to those of the environment; ends the command where one of them is no name."""
    told = " ".join([os.environ.get(ALLOW_HOSTS, ""), *names]).strip()
    try:
        read_serving({ALLOW_HOSTS: told})
    except BadSetting as error:
        fail(str(error), Exit.USAGE)
    os.environ[ALLOW_HOSTS] = told
