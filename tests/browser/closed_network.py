"""A network namespace in which every packet to another machine can be counted, and none leaves.

Its default route is a cable whose other end is nowhere: what goes in is counted
and lost. Name look-ups go the same way. IPv6 is off, so that the kernel's own router
solicitations do not count.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NEEDS = "needs root and iproute2: run as root after `apt-get install iproute2`"
# addresses that are set aside for examples, so that no real machine has them
OURS, ROUTER, NAME_SERVER = "192.0.2.1", "192.0.2.254", "192.0.2.53"


def can_make_one() -> bool:
    """Whether this user on this machine can make network namespaces."""
    if shutil.which("ip") is None or os.geteuid() != 0:
        return False
    name = f"lodegraph-try-{os.getpid()}"
    made = subprocess.run(["ip", "netns", "add", name], check=False, capture_output=True).returncode == 0
    subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)
    return made


@dataclass(frozen=True)
class ClosedNetwork:
    """A namespace by its name."""

    name: str

    @property
    def enter(self) -> tuple[str, ...]:
        """The words to put before a command that shall run inside."""
        return ("ip", "netns", "exec", self.name)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command inside, to its end."""
        return subprocess.run([*self.enter, *command], check=False, capture_output=True, text=True, timeout=120)

    def packets_out(self) -> int:
        """How many packets were meant for other machines so far."""
        shown = _ip("-n", self.name, "-s", "-j", "link", "show", "outside")
        return int(json.loads(shown)[0]["stats64"]["tx"]["packets"])


@contextmanager
def closed_network() -> Iterator[ClosedNetwork]:
    """A namespace of our own, taken away at the end."""
    name = f"lodegraph-{os.getpid()}"
    settings = Path("/etc/netns") / name
    settings.mkdir(parents=True)
    (settings / "resolv.conf").write_text(f"nameserver {NAME_SERVER}\noptions timeout:1 attempts:1\n")
    _ip("netns", "add", name)
    try:
        network = ClosedNetwork(name)
        network.run("sh", "-c", "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done")
        _ip("-n", name, "link", "set", "lo", "up")
        _ip("-n", name, "link", "add", "outside", "arp", "off", "type", "veth", "peer", "name", "nowhere")
        _ip("-n", name, "address", "add", f"{OURS}/24", "dev", "outside")
        _ip("-n", name, "link", "set", "outside", "up")
        _ip("-n", name, "link", "set", "nowhere", "up")
        _ip("-n", name, "route", "add", "default", "via", ROUTER, "dev", "outside")
        yield network
    finally:
        _ip("netns", "delete", name)
        shutil.rmtree(settings)


def _ip(*words: str) -> str:
    return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout
