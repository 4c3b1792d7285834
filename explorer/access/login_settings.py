"""The file that switches log-in on: Streamlit's `[auth]` section, checked before anybody can come."""

import importlib.util
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DEFAULT = "default"
"""What Streamlit calls the provider whose settings stand in `[auth]` itself."""

NEEDED = ("client_id", "client_secret", "server_metadata_url")
SHARED_KEYS = {"client_kwargs"}
SHORTEST_SECRET = 32
MAKE_ONE = """make one with: python -c "import secrets; print(secrets.token_urlsafe(32))\""""
LIBRARIES = ("authlib", "httpx")


class BadSetting(Exception):
    """A variable that cannot be used as it is; says what to write."""

    def __init__(self, variable: str, value: str, advice: str) -> None:
        super().__init__(f"{variable} is '{value}': {advice}")


@dataclass(frozen=True)
class Login:
    """Log-in by OpenID Connect: Streamlit's settings, the providers, and whom to let in (nobody named: all)."""

    auth: Mapping[str, Any] = field(repr=False, hash=False)
    providers: tuple[str, ...]
    allowed: frozenset[str] = frozenset()

    @property
    def is_encrypted(self) -> bool:
        """Whether people come by HTTPS, so that no cookie need ever travel otherwise."""
        return str(self.auth.get("redirect_uri")).startswith("https:")

    def admits(self, user: Mapping[str, Any]) -> bool:
        """Whether someone whom the provider vouches for may come in; an unverified e-mail address proves nothing."""
        if not self.allowed:
            return True
        email = str(user.get("email") or "").casefold()
        if "@" not in email or str(user.get("email_verified", True)).casefold() == "false":
            return False
        return email in self.allowed or email.rpartition("@")[2] in self.allowed


def read_auth_file(variable: str, path: str, allowed: frozenset[str]) -> Login:
    """The log-in that a file describes; raises BadSetting. Its messages hold names of keys, never what stands there."""
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        raise BadSetting(variable, path, f"log-in needs {' and '.join(missing)}: pip install 'lodegraph[login]'")
    try:
        auth = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("auth")
    except OSError as error:
        raise BadSetting(variable, path, f"the file cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadSetting(variable, path, "the file is no text in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(variable, path, f"the file is no TOML: {error}") from None
    if not isinstance(auth, dict):
        raise BadSetting(variable, path, "the file has no [auth] section; docs/serving.md shows one")
    if problem := _find_problem(auth):
        raise BadSetting(variable, path, problem)
    return Login(auth, _list_providers(auth), allowed)


def _find_problem(auth: Mapping[str, Any]) -> str | None:
    """What is wrong with the section, if anything."""
    if len(_read_text(auth, "cookie_secret")) < SHORTEST_SECRET:
        return f"[auth] needs a cookie_secret of {SHORTEST_SECRET} characters or more; {MAKE_ONE}"
    address = urlsplit(_read_text(auth, "redirect_uri"))
    if address.scheme not in ("http", "https") or not address.netloc or address.path != "/oauth2callback":
        return (
            "[auth] needs a redirect_uri: the address that people type and /oauth2callback, "
            "such as https://graph.example.org/oauth2callback"
        )
    if not _list_providers(auth):
        return f"[auth] names no provider: it needs {', '.join(NEEDED)}"
    for provider in _list_providers(auth):
        section, name = (auth, "[auth]") if provider == DEFAULT else (auth[provider], f"[auth.{provider}]")
        if absent := [key for key in NEEDED if not _read_text(section, key)]:
            return f"{name} lacks {', '.join(absent)}"
        if "_" in provider:
            return f"{name}: write the provider's name without an underscore"
    return None


def _list_providers(auth: Mapping[str, Any]) -> tuple[str, ...]:
    named = tuple(k for k, v in auth.items() if isinstance(v, dict) and k not in SHARED_KEYS)
    return (DEFAULT, *named) if any(key in auth for key in NEEDED) else named


def _read_text(section: Mapping[str, Any], key: str) -> str:
    value = section.get(key)
    return value if isinstance(value, str) else ""
