"""What each message of a page has to carry. Everything that is not named here is passed over."""

import re

HEX_32 = re.compile(r"[0-9a-f]{32}")
VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}")
IDENTIFIER = re.compile(r"[A-Za-z0-9_-]{22}")
ACTION = re.compile(r"[a-z][a-z-]{0,31}")
CODE = re.compile(r"[A-Z][A-Z_]{0,47}")
NONCE = re.compile(r"[0-9a-f]{32,128}")


def text(pattern):
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def one_of(*allowed):
    return lambda value: isinstance(value, str) and value in allowed


def text_of(shortest, longest):
    """So many characters as a page counts them: units of UTF-16."""
    return (
        lambda value: isinstance(value, str)
        and shortest <= len(value.encode("utf-16-le", "surrogatepass")) // 2 <= longest
    )


def number(lowest, highest):
    return lambda value: type(value) in (int, float) and lowest <= value <= highest


def whole(lowest, highest):
    """Also 25.0: a page knows one kind of number."""
    is_within = number(lowest, highest)
    return lambda value: is_within(value) and value == int(value)


def flag(value):
    return isinstance(value, bool)


def or_none(check):
    return lambda value: value is None or check(value)


def list_of(check, longest):
    return lambda value: isinstance(value, list) and 1 <= len(value) <= longest and all(map(check, value))


def fields(needed=None, optional=None):
    """A JSON object with these fields; others may be there and are not looked at."""
    needed, optional = needed or {}, optional or {}

    def check(value):
        return (
            isinstance(value, dict)
            and all(name in value and is_right(value[name]) for name, is_right in needed.items())
            and all(name not in value or is_right(value[name]) for name, is_right in optional.items())
        )

    return check


_FACT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,31}")
_is_short = text_of(0, 100)


def facts(value):
    """At most 16 named values, each a short text, a number or a flag; what has no proper name is passed over."""
    if not isinstance(value, dict):
        return False
    known = [fact for name, fact in value.items() if _FACT_NAME.fullmatch(name)]
    return len(known) <= 16 and all(_is_short(fact) or type(fact) in (int, float, bool) for fact in known)


STREAM = whole(1, 2**31 - 1)
SIDE = whole(16, 4096)
NOTHING = fields()
CHALLENGE = fields({"step": whole(0, 16), "stepCount": whole(1, 16), "action": text(ACTION)})
PERMISSION = fields({"permission": one_of("camera")})

HELLO = fields(
    {
        "versions": list_of(text(VERSION), 16),
        "sdk": text_of(1, 64),
        "engine": fields(
            {name: flag for name in ("wasm", "simd", "threads", "webgl2", "camera")},
            {"cameraError": text_of(0, 48)},
        ),
        "nonce": text(HEX_32),
        "limits": fields(
            {"controlBytes": whole(4096, 256 * 1024), "frameBytes": whole(512 * 1024, 2 * 1024 * 1024)}
        ),
    }
)

# name -> (kind, check)
FROM_PAGE = {
    "hello": ("request", HELLO),
    "permission.query": ("request", PERMISSION),
    "permission.request": ("request", PERMISSION),
    "settings.open": ("request", NOTHING),
    "camera.open": (
        "request",
        fields(
            {
                "facing": one_of("user", "environment"),
                "idealWidthPx": SIDE,
                "idealHeightPx": SIDE,
                "idealFps": whole(1, 60),
                "formats": list_of(one_of("jpeg", "i420"), 8),
            }
        ),
    ),
    "camera.close": ("request", fields({"stream": STREAM})),
    "frame.credit": ("event", fields({"stream": STREAM, "credits": whole(1, 8)})),
    "session.state": (
        "event",
        fields(
            {"state": one_of("idle", "loading", "running", "sending", "ended")}, {"sessionId": text(IDENTIFIER)}
        ),
    ),
    "challenge.begin": ("event", CHALLENGE),
    "challenge.end": ("event", CHALLENGE),
    "result": (
        "request",
        fields(
            {"ended": one_of("completed", "refused", "declined", "error")},
            {"sessionId": text(IDENTIFIER), "code": text(CODE)},
        ),
    ),
    "ui.close": ("event", NOTHING),
    "haptics": ("event", fields({"pattern": one_of("tick", "success", "failure")})),
    "brightness": ("request", fields({"level": or_none(number(0, 1))})),
    "keepAwake": ("request", fields({"on": flag})),
    "orientation.lock": ("request", fields({"orientation": or_none(one_of("portrait"))})),
    "attestation": ("request", fields({"nonce": text(NONCE)})),
    "log": (
        "event",
        fields(
            {
                "level": one_of("debug", "warn"),
                "message": text_of(0, 300),
            },
            {"facts": facts},
        ),
    ),
}

# What only a host says: name -> kind.
FROM_HOST = {
    "camera.state": "event",
    "frame": "frame",
    "session.start": "request",
    "session.stop": "request",
    "app.pause": "event",
    "app.resume": "event",
    "app.interrupt": "event",
}

# What a page answers, by the request's name.
ANSWERED_BY_PAGE = {"session.start": NOTHING, "session.stop": NOTHING}
