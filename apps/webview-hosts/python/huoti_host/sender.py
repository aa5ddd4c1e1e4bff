from typing import NamedTuple, Optional
from urllib.parse import urlsplit


class Sender(NamedTuple):
    """Who sent a message, as the platform says; never as the message says."""

    # Of the page that the view shows; None where it has none.
    origin: Optional[str]
    is_main_frame: bool


_DEFAULT_PORTS = {"http": 80, "https": 443}


def origin_of(address):
    """Scheme, host and port of an address; None for what has none, such as about:blank or a file."""
    parts = urlsplit(address or "")
    if parts.scheme not in _DEFAULT_PORTS or parts.hostname is None:
        return None
    port = parts.port
    suffix = "" if port is None or port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
    return f"{parts.scheme}://{parts.hostname}{suffix}"
