import base64
from pathlib import Path

from .jpeg import jpeg_size
from .limits import CREDIT_STALL_MS, MAX_CREDITS


class FilesCamera:
    """A camera that sees a row of JPEG files at a steady pace, and the host's half of the credit rule.

    A frame is sent only with credit. Without it the newest one waits, the one that waited before is dropped and counted: nothing
    piles up, and what goes out next is the newest there is.
    """

    def __init__(self, *, now_ms, schedule, send_frame, send_state):
        self._now_ms = now_ms
        self._schedule = schedule
        self._send_frame = send_frame
        self._send_state = send_state
        self._pictures = []
        self._fps = 30
        self._loop = True
        self._held = False
        self._stream = 0
        self._open = False
        self._frozen = False
        self._reset()

    def _reset(self):
        self._credits = 0
        self._waiting = None
        self._sequence = 0
        self._began_ms = self._now_ms()
        self._played_from_ms = self._began_ms
        self._last_index = -1
        self._credit_at_ms = self._began_ms
        self._stalled = False
        self.sent = 0
        self.dropped = 0

    def show(self, paths, fps=30, loop=True, hold=False):
        """What stands before the camera from its next opening on. `paths`: a folder, or a list of files. With `hold` the first
        picture stays until `play`."""
        files = sorted(Path(paths).glob("*.jpg")) if isinstance(paths, str) else [Path(one) for one in paths]
        raw = [file.read_bytes() for file in files]
        self._pictures = [(base64.b64encode(data).decode(), *jpeg_size(data)) for data in raw]
        self._fps = fps
        self._loop = loop
        self._held = hold

    def play(self):
        """Goes on from the picture that was held."""
        self._held = False
        self._played_from_ms = self._now_ms()

    @property
    def is_open(self):
        return self._open

    @property
    def has_pictures(self):
        return len(self._pictures) > 0

    def open(self):
        """Begins at the first picture. Returns the payload of the answer to `camera.open`."""
        self._stream += 1
        self._open = True
        self._frozen = False
        self._reset()
        self._schedule(0, lambda stream=self._stream: self._tick(stream))
        _, width, height = self._pictures[0]
        return {
            "stream": self._stream,
            "widthPx": width,
            "heightPx": height,
            "fps": self._fps,
            "facing": "user",
            "format": "jpeg",
            "mirrored": False,
        }

    def close(self, stream=None):
        if stream is None or stream == self._stream:
            self._open = False
            self._waiting = None

    def freeze(self):
        """The sensor gives no more frames, and nobody is told: as with a camera that hangs."""
        self._frozen = True

    def interrupt(self):
        """The system takes the camera away, and says so."""
        if self._open:
            self.close()
            error = {"code": "camera_interrupted", "retryable": True}
            self._send_state({"stream": self._stream, "state": "interrupted", "error": error})

    def credit(self, stream, credits):
        if not self._open or stream != self._stream:
            return
        self._credits = min(MAX_CREDITS, self._credits + credits)
        self._credit_at_ms = self._now_ms()
        self._stalled = False
        self._flush()

    def _tick(self, stream):
        if not self._open or stream != self._stream:
            return
        now = self._now_ms()
        index = int((now - self._began_ms) * self._fps / 1000)
        if index > self._last_index and not self._frozen:
            # A host that was late itself has not seen what lay between.
            self._last_index = index
            count = len(self._pictures)
            shown = 0 if self._held else int((now - self._played_from_ms) * self._fps / 1000)
            if self._loop or shown < count:
                self._capture(self._pictures[shown % count], now)
        self._watch_credit(now)
        next_ms = self._began_ms + (index + 1) * 1000 / self._fps
        self._schedule(max(1, round(next_ms - self._now_ms())), lambda: self._tick(stream))

    def _capture(self, picture, now):
        if self._waiting is not None:
            self.dropped += 1
        self._waiting = (picture, now)
        self._flush()

    def _flush(self):
        if self._credits == 0 or self._waiting is None:
            return
        (data, width, height), captured_ms = self._waiting
        self._waiting = None
        self._credits -= 1
        frame = {
            "stream": self._stream,
            "sequence": self._sequence,
            "capturedAtMs": captured_ms,
            "widthPx": width,
            "heightPx": height,
            "format": "jpeg",
            "rotationDegrees": 0,
            "droppedCount": self.dropped,
            "data": data,
        }
        self._sequence += 1
        self.sent += 1
        self._send_frame(frame)

    def _watch_credit(self, now):
        if self._credits > 0 or self._stalled or now - self._credit_at_ms < CREDIT_STALL_MS:
            return
        self._stalled = True
        self._send_state({"stream": self._stream, "state": "stalled"})
