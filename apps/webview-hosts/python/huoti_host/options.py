import json
from dataclasses import dataclass, field


@dataclass
class HostOptions:
    """What an app decides; given to a host as one JSON object, its only argument."""

    # Exact origins: scheme, host and port. No wildcard, and never "null".
    trusted_origins: list = field(default_factory=list)
    capabilities: dict = field(default_factory=lambda: {"camera.host": 1, "frames.jpeg": 1, "haptics": 1})
    app_id: str = "org.huoti.reference"
    # The answer to the engine's own question for the camera: allow, deny or ignore.
    page_camera: str = "allow"
    # Of the app's own permission: granted, denied or prompt.
    permission: str = "granted"
    # WebKit only: whether the handler answers.
    with_reply: bool = False
    versions: list = field(default_factory=lambda: ["1.0"])

    def __post_init__(self):
        for origin in self.trusted_origins:
            if origin == "null" or "*" in origin or origin.count("/") != 2:
                raise ValueError(f"{origin} is no exact origin")


def read_options(text):
    """HostOptions from JSON with the same names."""
    return HostOptions(**json.loads(text or "{}"))
