"""Reading and writing one message. Nothing that comes from a page is ever evaluated."""

import json
import re

from .limits import MAX_CONTROL_BYTES, PROTOCOL
from .payload_checks import ANSWERED_BY_PAGE, FROM_PAGE, HEX_32, VERSION
from .refusal import Refusal

_NAME = re.compile(r"[a-z][A-Za-z.]{0,47}")
_KINDS = ("request", "reply", "event", "cancel")


def read_message(text, max_bytes=MAX_CONTROL_BYTES):
    """One message of a page, checked. Raises Refusal; `foreign` for what is not of this protocol."""
    # Before a byte is parsed: every character is at least one byte.
    if len(text) > max_bytes or len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise Refusal("too_large", f"over {max_bytes} bytes")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal("foreign") from None
    if not isinstance(value, dict) or value.get("protocol") != PROTOCOL:
        raise Refusal("foreign")
    if not _is_envelope(value):
        raise Refusal("bad_message", "the envelope")
    kind, name = value["kind"], value["name"]
    request = (value["id"], name) if kind == "request" else None
    if kind == "reply":
        if name not in ANSWERED_BY_PAGE or not _is_id(value.get("replyTo")):
            raise Refusal("bad_message", f"{name}: nothing a page answers")
        return value
    if name not in FROM_PAGE:
        raise Refusal("unsupported_capability", name, request)
    known_kind, check = FROM_PAGE[name]
    if kind == "cancel":
        if known_kind != "request" or not _is_id(value.get("replyTo")):
            raise Refusal("bad_message", f"{name}: nothing to cancel")
        return value
    if kind != known_kind:
        raise Refusal("bad_message", f"{name}: sent as {kind}", request)
    value.setdefault("payload", {})
    if not check(value["payload"]):
        raise Refusal("bad_message", f"{name}: its payload", request)
    return value


def write_message(message):
    """The text of a message: JSON that may stand inside a script as it is."""
    # ASCII only, so U+2028 and U+2029 are escaped; `<` would end a script.
    return json.dumps({"protocol": PROTOCOL, **message}, separators=(",", ":")).replace("<", "\\u003c")


def _is_id(value):
    return type(value) is int and 1 <= value <= 2**31 - 1


def _is_envelope(value):
    time_ms = value.get("timeMs")
    return (
        isinstance(value.get("version"), str)
        and VERSION.fullmatch(value["version"]) is not None
        and isinstance(value.get("session"), str)
        and HEX_32.fullmatch(value["session"]) is not None
        and _is_id(value.get("id"))
        and value.get("kind") in _KINDS
        and isinstance(value.get("name"), str)
        and _NAME.fullmatch(value["name"]) is not None
        and type(time_ms) in (int, float)
        and 0 <= time_ms <= 1e13
    )
