import json
import unittest

from huoti_host.messages import write_message
from huoti_host.options import HostOptions
from huoti_host.sender import Sender, origin_of

from .fakes import ORIGIN, FakeView


class Handshake(unittest.TestCase):
    def test_answers_with_the_page_s_own_nonce(self):
        view = FakeView()
        hello = view.hello()
        reply = view.sent[-1]
        self.assertEqual((reply["kind"], reply["replyTo"]), ("reply", hello["id"]))
        self.assertEqual(reply["payload"]["echo"], "a" * 32)
        self.assertEqual(reply["payload"]["version"], "1.0")

    def test_refuses_a_page_of_another_major_version(self):
        view = FakeView()
        view.hello(versions=("2.0",))
        self.assertEqual(view.sent[-1]["error"]["code"], "unsupported_version")

    def test_hears_nothing_before_a_hello(self):
        view = FakeView()
        view.say("event", "session.state", {"state": "idle"})
        self.assertEqual(view.bridge.refused, {"other_session": 1})
        self.assertEqual(view.sent, [])

    def test_a_second_page_ends_the_first_which_is_told_as_interrupted(self):
        view = FakeView()
        view.hello(session="1" * 32)
        view.say("event", "session.state", {"state": "running", "sessionId": "s" * 22}, session="1" * 32)
        view.hello(session="2" * 32)
        ended = [facts for event, facts in view.reported if event == "session-ended"]
        self.assertEqual([(one["reason"], one["inATry"]) for one in ended], [("page_reloaded", True)])
        interrupted = view.sent[-1]["payload"]["interrupted"]
        self.assertEqual(interrupted["sessionId"], "s" * 22)
        self.assertEqual(interrupted["error"]["code"], "page_reloaded")
        # The first page, or whoever has its words, does not come back.
        view.hello(session="1" * 32)
        self.assertEqual(view.bridge.refused["other_session"], 1)

    def test_a_result_is_confirmed_each_time(self):
        view = FakeView()
        view.hello()
        for _ in range(2):
            view.say("request", "result", {"ended": "completed"})
            self.assertEqual(view.sent[-1]["payload"], {})


class Trust(unittest.TestCase):
    def refuses(self, sender):
        view = FakeView()
        view.hello(sender=sender)
        self.assertEqual(view.sent, [])
        self.assertEqual(view.bridge.refused, {"not_trusted": 1})

    def test_refuses_another_origin_and_every_frame(self):
        for origin in ("https://liveness.bank.example:8443", "http://liveness.bank.example", "null", None):
            self.refuses(Sender(origin, True))
        self.refuses(Sender(ORIGIN, False))

    def test_takes_no_wildcard_and_no_null(self):
        for origin in ("*", "https://*.bank.example", "null", "https://bank.example/page"):
            with self.assertRaises(ValueError):
                HostOptions(trusted_origins=[origin])

    def test_an_origin_has_no_default_port(self):
        self.assertEqual(origin_of("https://bank.example:443/a?b"), "https://bank.example")
        self.assertEqual(origin_of("http://127.0.0.1:8080/"), "http://127.0.0.1:8080")
        for address in ("about:blank", "file:///etc/passwd", "data:text/html,x", "", None):
            self.assertIsNone(origin_of(address))

    def test_where_frames_cannot_be_told_apart_only_the_word_opens(self):
        handed = []
        view = FakeView(hand_token=handed.append)
        view.bridge.page_began()
        # A frame that knows everything but the word: what it says is dropped, and the word goes to the main frame.
        view.hello()
        self.assertEqual((view.sent, len(handed)), ([], 1))
        view.hello(token="x" * 43)
        self.assertEqual(view.sent, [])
        view.hello(token=handed[0])
        self.assertEqual(view.sent[-1]["payload"]["echo"], "a" * 32)
        view.say("event", "session.state", {"state": "idle"})
        self.assertEqual(view.bridge.refused["not_trusted"], 3)

    def test_the_word_of_an_earlier_page_is_worth_nothing(self):
        handed = []
        view = FakeView(hand_token=handed.append)
        view.bridge.page_began()
        view.hello()
        view.bridge.page_began()
        view.hello(token=handed[0])
        self.assertEqual(view.sent, [])


class Messages(unittest.TestCase):
    def test_refuses_what_is_too_large_malformed_unknown_or_said_twice(self):
        view = FakeView()
        view.hello()
        view.say("event", "ui.close", {"filling": "x" * (256 * 1024)})
        view.bridge.receive("[1]", Sender(ORIGIN, True))
        view.bridge.receive("[" * 100_000, Sender(ORIGIN, True))
        view.say("event", "session.state", {"state": "asleep"})
        view.say("event", "frame.credit", {"stream": 1, "credits": 1_000_000})
        view.say("request", "open.sesame", {})
        self.assertEqual(view.sent[-1]["error"]["code"], "unsupported_capability")
        again = view.say("event", "ui.close", {})
        view.bridge.receive(json.dumps(again), Sender(ORIGIN, True))
        self.assertEqual(
            view.bridge.refused,
            {"too_large": 1, "foreign": 2, "bad_message": 2, "unsupported_capability": 1, "heard_before": 1},
        )

    def test_a_request_that_is_not_answered_is_given_up_and_a_late_answer_finds_nobody(self):
        view = FakeView()
        view.hello()
        answers = []
        view.bridge.request("session.stop", {}, answers.append)
        asked = view.sent[-1]
        view.loop.run(5000)
        self.assertEqual(answers, [{"error": {"code": "timeout"}}])
        self.assertEqual((view.sent[-1]["kind"], view.sent[-1]["replyTo"]), ("cancel", asked["id"]))
        view.say("reply", "session.stop", {}, replyTo=asked["id"])
        self.assertEqual(len(answers), 1)

    def test_what_is_sent_may_stand_in_a_script(self):
        text = write_message({"message": "</script>\u2028\u2029"})
        self.assertTrue(text.isascii())
        self.assertNotIn("<", text)


if __name__ == "__main__":
    unittest.main()
