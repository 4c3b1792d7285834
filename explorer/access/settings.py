"""How the explorer serves several people, from the environment. Needs no Streamlit, so that a command can check it."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from explorer.access.allowed_hosts import AllowedHosts, read_host
from explorer.access.login_settings import BadSetting, Login, read_auth_file

SHARED = "LODEGRAPH_SHARED"
"""Set by `lodegraph serve`: without it one person sits alone at the explorer, and nothing below counts."""

PAGES, ADDRESS, PROXIES = "LODEGRAPH_PAGES_PER_VISITOR", "LODEGRAPH_ADDRESS", "LODEGRAPH_PROXIES"
AUTH, ALLOWED = "LODEGRAPH_AUTH", "LODEGRAPH_ALLOWED"
ALLOW_HOSTS = "LODEGRAPH_ALLOW_HOSTS"
"""Names under which the explorer may be asked for, besides loopback: also for one person alone."""
ARTICLES = "LODEGRAPH_ARTICLES"
"""The folder of the articles' files: for one person alone, on loopback, and for nobody else."""

TYPED = "LODEGRAPH_TYPED_CYPHER"
"""Whether people may type Cypher of their own where the explorer is there for several."""

LOOPBACK_ALONE = AllowedHosts()
FOR_ONE_READER = (
    "the articles' words are for one reader at their own machine: leave it out, and see them with "
    "`lodegraph run --articles DIR`"
)
USUAL_PAGE_LIMIT = 20
LARGEST_PAGE_LIMIT = 100_000


@dataclass(frozen=True)
class Serving:
    """How the explorer serves: one person alone, or several.

    `page_limit` is how many pages a visitor may have open at once (0: no limit); `address` the one that people type
    (`https://graph.example.org`) where a proxy changes it; `proxies` whose word on a visitor's address counts;
    `hosts` the names under which it may be asked for; `articles` the folder whose words one person alone sees;
    `typed_cypher`: whether statements of one's own may be run, which see the whole database.
    """

    shared: bool = False
    page_limit: int = 0
    address: str | None = None
    proxies: tuple[str, ...] = ()
    login: Login | None = None
    hosts: AllowedHosts = LOOPBACK_ALONE
    articles: Path | None = None
    typed_cypher: bool = True


def read_serving(environment: Mapping[str, str]) -> Serving:
    """What the environment says; raises BadSetting, which names the variable, what is wrong and what to write."""
    names = frozenset(_read_host_name(part) for part in _split(environment.get(ALLOW_HOSTS) or ""))
    if not environment.get(SHARED):
        return Serving(
            hosts=AllowedHosts(names),
            articles=_read_articles(environment.get(ARTICLES) or "", names),
            typed_cypher=_read_typed(environment.get(TYPED) or "", otherwise=not names),
        )
    if articles := environment.get(ARTICLES):
        raise BadSetting(ARTICLES, articles, FOR_ONE_READER)
    address = _read_address(environment.get(ADDRESS) or "")
    typed = {urlsplit(address).hostname or ""} if address else set()
    return Serving(
        shared=True,
        page_limit=_read_page_limit(environment.get(PAGES) or str(USUAL_PAGE_LIMIT)),
        address=address,
        proxies=tuple(_read_proxy(part) for part in _split(environment.get(PROXIES) or "")),
        login=_read_login(environment.get(AUTH) or "", environment.get(ALLOWED) or ""),
        hosts=AllowedHosts(names | typed, any_address=True),
        typed_cypher=_read_typed(environment.get(TYPED) or "", otherwise=False),
    )


def is_loopback(host: str | None) -> bool:
    """Whether an address that a server is bound to can be reached from its own machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def _read_articles(text: str, names: frozenset[str]) -> Path | None:
    """The folder; none may be asked for under other names, since that is how others would come to see it."""
    if not text:
        return None
    if names:
        remedy = f"the articles' words are shown on this machine alone: leave out {', '.join(sorted(names))}"
        raise BadSetting(ARTICLES, text, f"{remedy} ({ALLOW_HOSTS}, --allow-host), or leave this out")
    folder = Path(text)
    if not folder.is_dir():
        raise BadSetting(ARTICLES, text, "there is no such folder: name the one that holds the articles' files")
    return folder.resolve()


def _read_typed(text: str, *, otherwise: bool) -> bool:
    if text not in ("", "yes", "no"):
        raise BadSetting(TYPED, text, "write yes or no")
    return text == "yes" if text else otherwise


def _read_page_limit(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text) or int(text) > LARGEST_PAGE_LIMIT:
        raise BadSetting(PAGES, text, f"write how many, such as {USUAL_PAGE_LIMIT}, or 0 for no limit")
    return int(text)


def _read_address(text: str) -> str | None:
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/") or parts.query:
        raise BadSetting(ADDRESS, text, "write the address that people type, such as https://graph.example.org")
    return f"{parts.scheme}://{parts.netloc}"


def _read_host_name(text: str) -> str:
    name = read_host(text)
    if name is None:
        raise BadSetting(ALLOW_HOSTS, text, "write names, such as graph.example.org,lode.example.com")
    return name


def _read_proxy(text: str) -> str:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        raise BadSetting(PROXIES, text, "write addresses or networks, such as 10.0.0.2,172.18.0.0/16") from None
    return text


def _read_login(auth: str, allowed: str) -> Login | None:
    if auth:
        return read_auth_file(AUTH, auth, frozenset(_read_allowed(part) for part in _split(allowed)))
    if allowed:
        raise BadSetting(ALLOWED, allowed, f"it needs a log-in: set {AUTH} too, or leave it out")
    return None


def _read_allowed(text: str) -> str:
    """An e-mail address, or a domain whichever way it is written."""
    domain = text.removeprefix("@").casefold()
    if not re.fullmatch(r"([^@\s]+@)?[^@\s.]+(\.[^@\s.]+)+", domain):
        raise BadSetting(ALLOWED, text, "write e-mail addresses or domains, such as ann@example.org,example.com")
    return domain


def _split(text: str) -> list[str]:
    return [part for part in re.split(r"[,\s]+", text) if part]
