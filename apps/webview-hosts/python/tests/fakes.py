import json

from huoti_host.bridge import BridgeHost
from huoti_host.camera import FilesCamera
from huoti_host.options import HostOptions
from huoti_host.sender import Sender

ORIGIN = "https://liveness.bank.example"
PAGE = Sender(ORIGIN, True)


class FakeLoop:
    """A main loop whose time goes on only when it is told to."""

    def __init__(self):
        self.now = 1000.0
        self._work = []

    def schedule(self, ms, work):
        self._work.append((self.now + ms, work))

    def run(self, ms):
        until = self.now + ms
        while True:
            due = [one for one in self._work if one[0] <= until]
            if not due:
                break
            first = min(due, key=lambda one: one[0])
            self._work.remove(first)
            self.now = max(self.now, first[0])
            first[1]()
        self.now = until


class FakeView:
    """A bridge with everything that it sends and reports written down."""

    def __init__(self, hand_token=None, **options):
        self.loop = FakeLoop()
        self.sent = []
        self.reported = []
        self.camera = FilesCamera(
            now_ms=lambda: self.loop.now,
            schedule=self.loop.schedule,
            send_frame=lambda frame: self.bridge.frame(frame),
            send_state=lambda state: self.bridge.event("camera.state", state),
        )
        self.bridge = BridgeHost(
            options=HostOptions(trusted_origins=[ORIGIN], **options),
            camera=self.camera,
            send=lambda text, is_reply: self.sent.append(json.loads(text)),
            report=lambda event, **facts: self.reported.append((event, facts)),
            now_ms=lambda: self.loop.now,
            schedule=self.loop.schedule,
            hand_token=hand_token,
        )
        self._last_id = 0

    def say(self, kind, name, payload=None, session="0" * 32, sender=PAGE, **rest):
        """What a page says. Returns its message, so that it can be said again."""
        self._last_id += 1
        message = {
            "protocol": "huoti-bridge",
            "version": "1.0",
            "session": session,
            "id": self._last_id,
            "kind": kind,
            "name": name,
            "timeMs": 5,
            **({} if payload is None else {"payload": payload}),
            **rest,
        }
        self.bridge.receive(json.dumps(message), sender)
        return message

    def hello(self, session="0" * 32, versions=("1.0",), **rest):
        engine = {name: True for name in ("wasm", "simd", "threads", "webgl2", "camera")}
        limits = {"controlBytes": 262144, "frameBytes": 2097152}
        payload = {"versions": list(versions), "sdk": "1", "engine": engine, "nonce": "a" * 32, "limits": limits}
        return self.say("request", "hello", payload, session=session, **rest)
