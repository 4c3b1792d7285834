"""`strict_server`: for the files that name this one in `pytest_plugins`."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.groups import chosen_engines, leave_out
from tests.integration.servers import Unavailable
from tests.integration.special_servers import StrictServer, strict_container
from tests.neo4j_lines import LINES


@pytest.fixture(scope="session")
def strict_server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StrictServer]:
    """A strict Neo4j of the first line that was chosen; one for the whole session."""
    lines = [LINES[name] for name in chosen_engines(request.config) if name in LINES]
    if not lines:
        pytest.skip("no line of Neo4j was chosen")
    with ExitStack() as stack:
        try:
            server = stack.enter_context(strict_container(lines[0], tmp_path_factory.mktemp("strict")))
        except Unavailable as error:
            reason = str(error)
        else:
            yield server
            return
    leave_out(request.config, "a Neo4j with TLS", reason)
