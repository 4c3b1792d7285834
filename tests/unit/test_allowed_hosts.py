"""Under which names the explorer may be asked for."""

import pytest

from explorer.access.allowed_hosts import AllowedHosts
from explorer.access.login_settings import BadSetting
from explorer.access.settings import read_serving

ALONE = read_serving({}).hosts


@pytest.mark.parametrize(
    "host", ["localhost:8501", "LOCALHOST", "127.0.0.1:1", "127.8.9.1", "[::1]:8501", "localhost."]
)
def test_one_person_alone_asks_by_any_name_of_loopback(host: str) -> None:
    assert ALONE.admit(host)


@pytest.mark.parametrize(
    "host",
    [None, "", "evil.localhost:8501", "example.org", "192.0.2.1:8501", "localhost@evil.example", "localhost/x",
     "localhost:x", "localhost evil", "127.0.0.1.evil.example", "[::1", "[2001:db8::1]"],
)  # fmt: skip
def test_one_person_alone_is_not_asked_by_any_other(host: str | None) -> None:
    assert not ALONE.admit(host)


def test_a_name_is_added_for_a_tunnel_and_not_what_lies_below_it() -> None:
    hosts = read_serving({"LODEGRAPH_ALLOW_HOSTS": "Graph.Example.org, lode.test"}).hosts
    assert hosts.admit("graph.example.org:443") and hosts.admit("lode.test")
    assert not hosts.admit("evil.graph.example.org")


def test_several_people_ask_by_the_address_they_type_or_by_digits() -> None:
    told = {"LODEGRAPH_SHARED": "yes", "LODEGRAPH_ADDRESS": "https://graph.example.org"}
    hosts = read_serving(told).hosts
    assert hosts == AllowedHosts(frozenset({"graph.example.org"}), any_address=True)
    assert hosts.admit("192.0.2.1:8501") and hosts.admit("[2001:db8::1]:8501") and hosts.admit("graph.example.org")
    assert not hosts.admit("evil.localhost:8501")


def test_what_is_no_name_is_refused_by_the_variable() -> None:
    with pytest.raises(BadSetting, match="LODEGRAPH_ALLOW_HOSTS"):
        read_serving({"LODEGRAPH_ALLOW_HOSTS": "https://graph.example.org"})
