import tempfile
import unittest
from pathlib import Path

from .fakes import FakeView

# The head of a JPEG file, 320 x 240: all that a host reads of one.
JPEG = bytes.fromhex("ffd8" "ffe00004" "0000" "ffc0" "0011" "08" "00f0" "0140" "03") + bytes(20)


class Camera(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        (Path(self.folder.name) / "1.jpg").write_bytes(JPEG)
        self.view = FakeView()
        self.view.hello()

    def open(self, fps=20):
        self.view.camera.show(self.folder.name, fps)
        wish = {"facing": "user", "idealWidthPx": 320, "idealHeightPx": 240, "idealFps": 30, "formats": ["jpeg"]}
        self.view.say("request", "camera.open", wish)
        return self.view.sent[-1]

    def credit(self, credits):
        self.view.say("event", "frame.credit", {"stream": 1, "credits": credits})

    def frames(self):
        return [one["payload"] for one in self.view.sent if one["kind"] == "frame"]

    def test_says_what_it_is_and_sends_nothing_before_credit(self):
        opened = self.open()["payload"]
        self.assertEqual((opened["widthPx"], opened["heightPx"], opened["fps"]), (320, 240, 20))
        self.view.loop.run(500)
        self.assertEqual(self.frames(), [])

    def test_sends_the_newest_one_and_counts_the_others(self):
        self.open()
        self.view.loop.run(500)
        self.credit(1)
        [frame] = self.frames()
        # 11 were captured in 500 ms; the last one goes out, 10 are gone.
        self.assertEqual((frame["sequence"], frame["droppedCount"]), (0, 10))
        self.assertGreaterEqual(frame["capturedAtMs"], 1500)

    def test_keeps_its_pace_while_credit_comes_back(self):
        self.open()
        self.credit(2)
        for _ in range(19):
            self.view.loop.run(50)
            self.credit(1)
        self.assertEqual([one["sequence"] for one in self.frames()], list(range(20)))
        self.assertEqual(self.view.camera.dropped, 0)

    def test_says_once_that_the_page_is_stalled(self):
        self.open()
        self.view.loop.run(10_000)
        states = [one["payload"]["state"] for one in self.view.sent if one["name"] == "camera.state"]
        self.assertEqual(states, ["stalled"])

    def test_is_not_given_twice_and_not_without_leave(self):
        self.open()
        self.assertEqual(self.open()["error"]["code"], "camera_in_use")
        denied = FakeView(permission="denied")
        denied.hello()
        self.view = denied
        self.assertEqual(self.open()["error"]["code"], "permission_denied")

    def test_is_closed_with_its_page(self):
        self.open()
        self.credit(2)
        self.view.bridge.page_began()
        sent = len(self.view.sent)
        self.view.loop.run(1000)
        self.assertEqual((len(self.view.sent), self.view.camera.is_open), (sent, False))


if __name__ == "__main__":
    unittest.main()
