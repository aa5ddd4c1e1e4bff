"""Numbers of the bridge protocol, version 1.0 (packages/protocol/src/bridge)."""

PROTOCOL = "huoti-bridge"
# One of each major, newest first.
VERSIONS = ("1.0",)

MAX_CONTROL_BYTES = 256 * 1024
MAX_FRAME_BYTES = 2 * 1024 * 1024
MIN_FRAME_BYTES = 512 * 1024
REQUEST_TIMEOUT_MS = 5000
CREDIT_STALL_MS = 3000
MAX_CREDITS = 8

# Ids of one page that are remembered, to know a message that comes twice.
REMEMBERED_IDS = 512


def choose_version(ours, theirs):
    """The highest major both know, with the lower of their minors; None where they have none in common."""
    best = None
    for own in ours:
        for other in theirs:
            a, b = _parts(own), _parts(other)
            if a is None or b is None or a[0] != b[0]:
                continue
            common = (a[0], min(a[1], b[1]))
            best = common if best is None else max(best, common)
    return None if best is None else f"{best[0]}.{best[1]}"


def _parts(version):
    pieces = version.split(".") if isinstance(version, str) else []
    if len(pieces) != 2 or not all(piece.isdigit() and len(piece) <= 4 for piece in pieces):
        return None
    return int(pieces[0]), int(pieces[1])
