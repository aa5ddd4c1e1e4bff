"""Reading and writing one message. Nothing that comes from a page is ever evaluated."""

import json
import re

from .limits import MAX_CONTROL_BYTES, MAX_FRAME_BYTES, PROTOCOL, VERSIONS, choose_version
from .payload_checks import ANSWERED_BY_PAGE, FROM_HOST, FROM_PAGE, HEX_32, VERSION, fields, flag
from .payload_checks import number, one_of, text, text_of, whole
from .refusal import Refusal

_NAME = re.compile(r"[a-z][A-Za-z0-9.]{0,47}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,128}")
_ERROR_CODE = re.compile(r"[a-z][a-z_]{0,47}")

_ID = whole(1, 2**31 - 1)
_ENVELOPE = fields(
    {
        "version": text(VERSION),
        "session": text(HEX_32),
        "id": _ID,
        "kind": one_of("request", "reply", "event", "cancel", "frame"),
        "name": text(_NAME),
        "timeMs": number(0, 1e13),
    },
    {
        "replyTo": _ID,
        "token": text(_TOKEN),
        "error": fields(
            {"code": text(_ERROR_CODE), "retryable": flag},
            {"message": text_of(0, 300), "cause": text_of(0, 100)},
        ),
    },
)


def read_message(message_text, max_bytes=MAX_CONTROL_BYTES, largest_bytes=MAX_FRAME_BYTES):
    """One message of a page, checked. Raises Refusal; `foreign` for what is not of this protocol."""
    # Before a byte is parsed: every character is at least one byte.
    if len(message_text) > max(max_bytes, largest_bytes):
        raise Refusal("too_large", "the message")
    value = _parse(message_text)
    if not isinstance(value, dict) or value.get("protocol") != PROTOCOL:
        raise Refusal("foreign")
    request = _request_of(value)
    if not _ENVELOPE(value):
        raise Refusal("bad_message", "the envelope", request)
    name = value["name"]
    if len(message_text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise Refusal("too_large", f"{name}: over {max_bytes} bytes", request)
    # Hello agrees on a version, so it is read in all of them.
    if name != "hello" and choose_version(VERSIONS, [value["version"]]) is None:
        raise Refusal("unsupported_version", value["version"], request)
    if name not in FROM_PAGE and name not in FROM_HOST:
        raise Refusal("unsupported_capability", name, request)
    return _read_known(value, request)


def _read_known(value, request):
    kind, name = value["kind"], value["name"]
    if kind == "reply":
        if name not in ANSWERED_BY_PAGE or "replyTo" not in value:
            raise Refusal("bad_message", f"{name}: nothing a page answers")
        if "error" not in value and not ANSWERED_BY_PAGE[name](value.setdefault("payload", {})):
            raise Refusal("bad_message", f"{name}: its payload")
        return value
    known_kind, check = FROM_PAGE.get(name, (None, None))
    if kind == "cancel":
        if known_kind != "request" or "replyTo" not in value:
            raise Refusal("bad_message", f"{name}: nothing a page cancels")
        return value
    if kind != known_kind:
        raise Refusal("bad_message", f"{name}: a page does not send this as {kind}", request)
    if not check(value.setdefault("payload", {})):
        raise Refusal("bad_message", f"{name}: its payload", request)
    return value


def write_message(message):
    """The text of a message: JSON that may stand inside a script as it is."""
    # ASCII only, so U+2028 and U+2029 are escaped; `<` would end a script.
    return json.dumps({"protocol": PROTOCOL, **message}, separators=(",", ":")).replace("<", "\\u003c")


def _parse(message_text):
    def refuse(_constant):
        raise ValueError("NaN and Infinity are no JSON")

    try:
        return json.loads(message_text, parse_constant=refuse)
    except (ValueError, RecursionError):
        return None


def _request_of(value):
    """The request that a refusal can be sent to, if the rest of the envelope is wrong."""
    message_id, name = value.get("id"), value.get("name")
    is_one = (
        value.get("kind") == "request" and _ID(message_id) and text(_NAME)(name) and text(HEX_32)(value.get("session"))
    )
    return (message_id, name) if is_one else None
