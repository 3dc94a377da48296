"""What a server is told at its start."""

import ipaddress
from dataclasses import dataclass

PORT = 8765


@dataclass(frozen=True)
class Settings:
    """Which store is served, where, and to whom. An empty `token` lets everybody in who reaches the address.

    `works` says whether this server reads what is added and links it (a background process does); without it, the
    pages are for looking only. With `links_here` a correction is followed in its own request, without such a process.
    """

    db: str
    host: str = "127.0.0.1"
    port: int = PORT
    token: str = ""
    works: bool = True
    links_here: bool = False


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
