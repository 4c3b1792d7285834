"""What `lodegraph serve` is told by its environment, and what it says where that cannot be."""

import importlib.util
import secrets
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from explorer.access.allowed_hosts import AllowedHosts
from explorer.access.login_settings import BadSetting, Login
from explorer.access.settings import Serving, is_loopback, read_serving

SHARED = {"LODEGRAPH_SHARED": "yes"}
SECRET = secrets.token_urlsafe(32)
PROVIDER = 'client_id = "a"\nclient_secret = "{}"\nserver_metadata_url = "https://id.example.org/.well-known/x"\n'
CALLBACK = 'redirect_uri = "https://graph.example.org/oauth2callback"\n'
SOUND = f'[auth]\n{CALLBACK}cookie_secret = "{SECRET}"\n' + PROVIDER.format(secrets.token_urlsafe(16))


def complaint(**environment: str) -> str:
    """What is said about an environment."""
    with pytest.raises(BadSetting) as refused:
        read_serving(SHARED | environment)
    return str(refused.value)


def with_file(folder: Path, text: str, **environment: str) -> dict[str, str]:
    """An environment that names a file of that content."""
    file = folder / "auth.toml"
    file.write_text(text, encoding="utf-8")
    return environment | {"LODEGRAPH_AUTH": str(file)}


def test_several_people_have_20_pages_each_and_no_log_in_unless_told_otherwise() -> None:
    assert read_serving(SHARED) == Serving(
        shared=True, page_limit=20, hosts=AllowedHosts(any_address=True), typed_cypher=False
    )


def test_one_person_alone_has_neither_limit_nor_log_in_whatever_the_environment_holds() -> None:
    told = {"LODEGRAPH_PAGES_PER_VISITOR": "3", "LODEGRAPH_AUTH": "/no/such/file", "LODEGRAPH_ALLOWED": "?"}
    assert read_serving(told) == read_serving({}) == Serving()
    assert Serving().page_limit == 0


def test_everything_can_be_set() -> None:
    told = {
        "LODEGRAPH_PAGES_PER_VISITOR": "0",
        "LODEGRAPH_ADDRESS": "https://graph.example.org:8443/",
        "LODEGRAPH_PROXIES": "10.0.0.2, 172.18.0.0/16 ::1",
    }
    hosts = AllowedHosts(frozenset({"graph.example.org"}), any_address=True)
    proxies = ("10.0.0.2", "172.18.0.0/16", "::1")
    expected = Serving(True, 0, "https://graph.example.org:8443", proxies, hosts=hosts, typed_cypher=False)
    assert read_serving(SHARED | told) == expected


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({}, True),
        ({"LODEGRAPH_TYPED_CYPHER": "no"}, False),
        ({"LODEGRAPH_ALLOW_HOSTS": "tunnel.example.org"}, False),
        ({"LODEGRAPH_ALLOW_HOSTS": "tunnel.example.org", "LODEGRAPH_TYPED_CYPHER": "yes"}, True),
        (SHARED, False),
        (SHARED | {"LODEGRAPH_TYPED_CYPHER": "yes"}, True),
    ],
)
def test_statements_of_ones_own_are_for_one_person_unless_it_is_said_otherwise(
    more: dict[str, str], offered: bool
) -> None:
    assert read_serving(more).typed_cypher is offered


def test_the_articles_are_for_one_person_alone(tmp_path: Path) -> None:
    named = {"LODEGRAPH_ARTICLES": str(tmp_path)}
    assert read_serving(named).articles == tmp_path
    assert read_serving({}).articles is None
    assert complaint(**named).startswith(
        f"LODEGRAPH_ARTICLES is '{tmp_path}': the articles' words are for one reader at their own machine: leave it out"
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            {"LODEGRAPH_ALLOW_HOSTS": "tunnel.example.org"},
            "leave out tunnel.example.org (LODEGRAPH_ALLOW_HOSTS, --allow",
        ),
        ({"LODEGRAPH_ARTICLES": "/no/such/folder"}, "there is no such folder: name the one that holds the articles"),
    ],
)
def test_articles_that_cannot_be_shown_are_told(tmp_path: Path, more: dict[str, str], says: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_serving({"LODEGRAPH_ARTICLES": str(tmp_path), **more})
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True), ("0.0.0.0", False), ("::", False),
     ("10.0.0.2", False), ("example.org", False), ("", False), (None, False)],
)  # fmt: skip
def test_loopback_is_what_no_other_machine_reaches(host: str | None, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize("number", ["many", "-1", "1.5", "²", "9999999", "1e3"])
def test_a_limit_that_is_no_number_is_named(number: str) -> None:
    said = f"LODEGRAPH_PAGES_PER_VISITOR is '{number}': write how many, such as 20, or 0 for no limit"
    assert complaint(LODEGRAPH_PAGES_PER_VISITOR=number) == said


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LODEGRAPH_ADDRESS", "graph.example.org"),
        ("LODEGRAPH_ADDRESS", "https://graph.example.org/below"),
        ("LODEGRAPH_PROXIES", "proxy.example.org"),
        ("LODEGRAPH_PROXIES", "*"),
        ("LODEGRAPH_ALLOWED", "ann@example.org"),
        ("LODEGRAPH_TYPED_CYPHER", "perhaps"),
    ],
)
def test_what_cannot_be_is_named_with_what_to_write(variable: str, value: str) -> None:
    said = complaint(**{variable: value})
    assert said.startswith(f"{variable} is '{value}': ")


@pytest.mark.parametrize("value", ["ann", "ann@", "@", "ann@localhost", "a@b@example.org", "*"])
def test_who_is_allowed_is_an_address_or_a_domain(tmp_path: Path, value: str) -> None:
    said = complaint(**with_file(tmp_path, SOUND, LODEGRAPH_ALLOWED=value))
    assert (
        said
        == f"LODEGRAPH_ALLOWED is '{value}': write e-mail addresses or domains, such as ann@example.org,example.com"
    )


def test_log_in_is_read_with_its_providers_and_never_shown(tmp_path: Path) -> None:
    named = SOUND + "[auth.campus]\n" + PROVIDER.format("b" * 20)
    serving = read_serving(SHARED | with_file(tmp_path, named, LODEGRAPH_ALLOWED="Ann@Example.org,@example.com"))
    assert serving.login is not None
    assert serving.login.providers == ("default", "campus")
    assert serving.login.allowed == {"ann@example.org", "example.com"}
    assert SECRET not in repr(serving)
    assert "b" * 20 not in repr(serving)


def test_several_providers_need_no_default(tmp_path: Path) -> None:
    named = f'[auth]\n{CALLBACK}cookie_secret = "{SECRET}"\n[auth.campus]\n' + PROVIDER.format("b" * 20)
    serving = read_serving(SHARED | with_file(tmp_path, named))
    assert serving.login is not None
    assert serving.login.providers == ("campus",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the file has no [auth] section"),
        ("auth = 1", "the file has no [auth] section"),
        ("[auth", "the file is no TOML"),
        (
            SOUND.replace("cookie_secret", "cookie"),
            "[auth] needs a cookie_secret of 32 characters or more; make one with",
        ),
        (SOUND.replace(SECRET, SECRET[:31]), "[auth] needs a cookie_secret of 32 characters or more"),
        (SOUND.replace(CALLBACK, ""), "[auth] needs a redirect_uri"),
        (SOUND.replace("/oauth2callback", "/elsewhere"), "[auth] needs a redirect_uri"),
        (f'[auth]\n{CALLBACK}cookie_secret = "{SECRET}"', "[auth] names no provider: it needs client_id"),
        (SOUND.replace("client_secret", "secret"), "[auth] lacks client_secret"),
        (SOUND + '[auth.campus]\nclient_id = "b"', "[auth.campus] lacks client_secret, server_metadata_url"),
        (
            SOUND + "[auth.our_campus]\n" + PROVIDER.format("b" * 20),
            "[auth.our_campus]: write the provider's name without",
        ),
    ],
)
def test_what_a_file_lacks_is_named_and_nothing_that_stands_in_it(tmp_path: Path, text: str, says: str) -> None:
    said = complaint(**with_file(tmp_path, text))
    assert said.startswith(f"LODEGRAPH_AUTH is '{tmp_path / 'auth.toml'}': {says}")
    assert SECRET[:31] not in said


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    assert complaint(LODEGRAPH_AUTH="/no/such").endswith("the file cannot be read (No such file or directory)")
    (tmp_path / "auth.toml").write_bytes(b"\xff\xfe\x00")
    assert complaint(LODEGRAPH_AUTH=str(tmp_path / "auth.toml")).endswith("the file is no text in UTF-8")


def test_log_in_without_its_libraries_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec

    def without(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "authlib" else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    said = complaint(**with_file(tmp_path, SOUND))
    assert said.endswith("log-in needs authlib: pip install 'lodegraph[login]'")


@pytest.mark.parametrize(
    ("user", "comes_in"),
    [
        ({"email": "ann@example.org"}, True),
        ({"email": "ANN@Example.ORG", "email_verified": True}, True),
        ({"email": "ann@example.org", "email_verified": False}, False),
        ({"email": "ann@example.org", "email_verified": "false"}, False),
        ({"email": "whoever@example.com"}, True),
        ({"email": "whoever@sub.example.com"}, False),
        ({"email": "whoever@evil-example.com"}, False),
        ({"email": "ann@example.org@evil.example"}, False),
        ({"email": "example.com"}, False),
        ({"email": ""}, False),
        ({"sub": "1"}, False),
    ],
)
def test_only_who_is_named_comes_in(user: dict[str, object], comes_in: bool) -> None:
    login = Login({}, ("default",), frozenset({"ann@example.org", "example.com"}))
    assert login.admits(user) is comes_in


def test_where_nobody_is_named_whoever_the_provider_lets_in_comes_in() -> None:
    assert Login({}, ("default",)).admits({"sub": "1"})
