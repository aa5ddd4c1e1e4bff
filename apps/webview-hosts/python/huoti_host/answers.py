class Answers:
    """What this app answers to what a page asks, besides the handshake."""

    def __init__(self, *, options, camera, report):
        self._options = options
        self._camera = camera
        self._report = report

    # Capability that a request needs.
    _NEEDS = {
        "permission.query": "permission.query",
        "permission.request": "permission.query",
        "settings.open": "settings.open",
        "camera.open": "camera.host",
        "camera.close": "camera.host",
        "brightness": "brightness",
        "keepAwake": "keepAwake",
        "orientation.lock": "orientation.lock",
        "attestation": "attestation",
    }

    def answer(self, name, payload):
        """`{"payload": ...}` or `{"error": ...}`."""
        needed = self._NEEDS.get(name)
        if needed is not None and self._options.capabilities.get(needed, 0) < 1:
            return _error("unsupported_capability", message=f"this app does not offer {name}")
        if name == "camera.open":
            return self._open(payload)
        if name == "camera.close":
            self._camera.close(payload["stream"])
        elif name in ("permission.query", "permission.request"):
            return {"payload": {"state": self._permission(name)}}
        elif name == "attestation":
            return _error("unsupported_capability", message="a desktop has no word for a page")
        self._report("request", name=name, payload=payload)
        return {"payload": {}}

    def _open(self, payload):
        if self._options.permission == "denied":
            return _error("permission_denied")
        if self._camera.is_open:
            return _error("camera_in_use", retryable=True)
        if not self._camera.has_pictures:
            return _error("camera_not_found")
        if "jpeg" not in payload["formats"]:
            return _error("unsupported_capability", message="this camera gives JPEG")
        return {"payload": self._camera.open()}

    def _permission(self, name):
        state = self._options.permission
        if name == "permission.request":
            self._report("permission-asked", state=state)
        return state


def _error(code, retryable=False, message=None):
    error = {"code": code, "retryable": retryable}
    if message is not None:
        error["message"] = message
    return {"error": error}
