"""py2neo with TLS, by the schemes that the official driver takes."""

import py2neo
import pytest

from lodegraph import GraphError
from lodegraph.notebook import open_py2neo
from tests.integration.ready import configure
from tests.integration.special_servers import StrictServer

pytest_plugins = ["tests.integration.special_fixtures"]


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc", "bolt+s", "neo4j+s"])
def test_a_scheme_with_tls_is_passed_on(
    strict_server: StrictServer, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    at = strict_server.uri(scheme)
    configure(monkeypatch, {"URI": at, "PASSWORD": strict_server.password, "DATABASE": "minerals"})
    monkeypatch.setenv("SSL_CERT_FILE", str(strict_server.authority))

    graph = open_py2neo()

    assert graph.service.uri == at.replace("neo4j", "bolt")
    assert graph.query("RETURN 1").evaluate() == 1
    with pytest.raises(py2neo.errors.ClientError) as refused:
        graph.run("CREATE (:Deal)")
    assert refused.value.code == "Neo.ClientError.Statement.AccessMode"
    graph.close()


def test_a_certificate_that_is_not_trusted_is_refused(
    strict_server: StrictServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(monkeypatch, {"URI": strict_server.uri("bolt+s"), "PASSWORD": strict_server.password})
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)

    with pytest.raises(GraphError, match="is not signed by an authority that this machine trusts"):
        open_py2neo()
