import hmac
import secrets
from collections import Counter

from .answers import Answers
from .limits import MAX_CONTROL_BYTES, MAX_FRAME_BYTES, REQUEST_TIMEOUT_MS, choose_version
from .messages import read_message, write_message
from .page_session import PageSession
from .refusal import Refusal

# So many pages that are over are remembered: none of them comes back.
_REMEMBERED_PAGES = 64


class BridgeHost:
    """The app's end of the bridge to one view: handshake, trust, requests both ways, the camera.

    Every message is held against what the platform says of its sender: the exact origin of the page, and the main frame. Where the
    platform can't tell frames apart (`hand_token` is given), the host also hands a word to the main frame, once a load of the page
    and after looking at the address, and hears nothing that comes without it.
    """

    def __init__(self, *, options, camera, send, report, now_ms, schedule, hand_token=None):
        """`send(text)` hands text to the page; `report(event, **facts)` tells whoever drives the host."""
        self._options = options
        self._camera = camera
        self._send_text = send
        self._report = report
        self._now_ms = now_ms
        self._schedule = schedule
        self._hand_token = hand_token
        self._token = None
        self._session = None
        self._over = []
        self._interrupted = None
        self._grant = None
        self._last_id = 0
        self._waiting = {}
        self._answers = Answers(options=options, camera=camera, report=report)
        self.refused = Counter()

    # -- what the view tells -------------------------------------------------------------------------------------------------

    def page_began(self):
        """The main frame shows another document, or the same one anew."""
        self._token = secrets.token_urlsafe(32)
        self.end_session("page_reloaded")

    def end_session(self, code):
        """The page is over: reloaded, left, or its process died."""
        session, self._session = self._session, None
        if session is None:
            return
        self._over = [*self._over[-_REMEMBERED_PAGES:], session.id]
        self._camera.close()
        for done in list(self._waiting.values()):
            done({"error": {"code": code}})
        self._waiting.clear()
        if session.is_in_a_try:
            self._interrupted = {"error": {"code": code, "retryable": True}}
            if session.liveness_id is not None:
                self._interrupted["sessionId"] = session.liveness_id
        self._report("session-ended", session=session.id, reason=code, inATry=session.is_in_a_try)

    def receive(self, text, sender):
        """One text from the view. Returns the text of the answer where it could be given at once, for bridges that hand it back."""
        try:
            return self._receive(text, sender)
        except Refusal as refusal:
            self.refused[refusal.code] += 1
            self._report("refused", code=refusal.code, why=refusal.why)
            if refusal.request is None or self._session is None:
                return None
            message_id, name = refusal.request
            error = {"code": refusal.code, "retryable": False, "message": refusal.why}
            return self._send("reply", name, replyTo=message_id, error=error)

    def _receive(self, text, sender):
        if not sender.is_main_frame or sender.origin not in self._options.trusted_origins:
            raise Refusal("not_trusted", f"from {sender.origin}")
        message = read_message(text, MAX_CONTROL_BYTES)
        self._check_token(message)
        session_id = message["session"]
        if message["kind"] == "request" and message["name"] == "hello":
            return self._hello(message)
        session = self._session
        if session is None or session.id != session_id:
            raise Refusal("other_session")
        if not session.is_new(message["id"]):
            raise Refusal("heard_before")
        if message["kind"] == "reply":
            done = self._waiting.pop(message["replyTo"], None)
            if done is not None:
                done(message)
            return None
        if message["kind"] == "cancel":
            # What is asked here is answered at once: there is nothing to stop.
            return None
        if message["kind"] == "event":
            self._event(session, message["name"], message["payload"])
            return None
        return self._request(session, message)

    def _check_token(self, message):
        if self._hand_token is None:
            return
        given = message.get("token")
        if isinstance(given, str) and self._token and hmac.compare_digest(given, self._token):
            return
        # Whoever asks without it may be a frame: the word goes to the main frame alone, so nothing is given away.
        if self._token is None:
            self._token = secrets.token_urlsafe(32)
        if given is None and message["name"] == "hello":
            self._hand_token(self._token)
            raise Refusal("not_trusted", "hello without the word")
        raise Refusal("not_trusted", f"{message['name']} without the word")

    # -- handshake -----------------------------------------------------------------------------------------------------------

    def _hello(self, message):
        heard_at_ms = self._now_ms()
        if message["session"] in self._over:
            raise Refusal("other_session", "a page that is over")
        hello = message["payload"]
        version = choose_version(self._options.versions, hello["versions"])
        if version is None:
            error = {"code": "unsupported_version", "retryable": False, "message": "update the app or the page"}
            newest = self._options.versions[0]
            return self._write(
                message["session"], newest, "reply", "hello", replyTo=message["id"], error=error
            )
        if self._session is None or self._session.id != message["session"]:
            # Another page where one was: that one is over.
            self.end_session("page_reloaded")
            self._session = PageSession(message["session"], hello["nonce"], version)
            self._report(
                "session-began",
                session=message["session"],
                engine=hello["engine"],
                sdk=hello["sdk"],
                interrupted=self._interrupted,
            )
        if not self._session.is_new(message["id"]):
            raise Refusal("heard_before")
        welcome = {
            "version": version,
            "app": {"id": self._options.app_id},
            "platform": "desktop",
            "capabilities": self._options.capabilities,
            "limits": {"controlBytes": MAX_CONTROL_BYTES, "frameBytes": MAX_FRAME_BYTES},
            "nonce": secrets.token_hex(16),
            "echo": hello["nonce"],
            "heardAtMs": heard_at_ms,
        }
        if self._grant is not None:
            welcome["grant"] = self._grant
        if self._interrupted is not None:
            welcome["interrupted"] = self._interrupted
        return self._send("reply", "hello", replyTo=message["id"], payload=welcome)

    # -- page to host --------------------------------------------------------------------------------------------------------

    def _event(self, session, name, payload):
        if name == "frame.credit":
            self._camera.credit(payload["stream"], payload["credits"])
            return
        if name == "session.state":
            session.try_state = payload["state"]
            session.liveness_id = payload.get("sessionId", session.liveness_id)
            if self._grant is not None and self._grant["sessionId"] == session.liveness_id:
                # Good for one try, which has begun.
                self._grant = None
        self._report("message", name=name, payload=payload)

    def _request(self, session, message):
        name, payload = message["name"], message["payload"]
        if name == "result":
            # At least once: it is known by its session, and confirmed each time.
            session.try_state = "ended"
            self._interrupted = None
            self._grant = None
        answer = self._answers.answer(name, payload)
        return self._send("reply", name, replyTo=message["id"], **answer)

    # -- host to page --------------------------------------------------------------------------------------------------------

    def offer_grant(self, grant):
        """For the next welcome."""
        self._grant = grant

    def event(self, name, payload=None):
        if self._session is not None:
            self._send("event", name, payload=payload or {})

    def frame(self, payload):
        if self._session is not None:
            self._send("frame", "frame", payload=payload)

    def request(self, name, payload, done):
        """Asks the page; `done` gets its answer, or an error after 5 s."""
        if self._session is None:
            done({"error": {"code": "page_reloaded"}})
            return
        self._send("request", name, payload=payload)
        message_id = self._last_id
        self._waiting[message_id] = done

        def give_up():
            late = self._waiting.pop(message_id, None)
            if late is not None:
                self._send("cancel", name, replyTo=message_id)
                late({"error": {"code": "timeout"}})

        self._schedule(REQUEST_TIMEOUT_MS, give_up)

    def _send(self, kind, name, **rest):
        return self._write(self._session.id, self._session.version, kind, name, **rest)

    def _write(self, session_id, version, kind, name, **rest):
        self._last_id += 1
        head = {"version": version, "session": session_id, "id": self._last_id, "timeMs": self._now_ms()}
        text = write_message({**head, "kind": kind, "name": name, **rest})
        return self._send_text(text, kind == "reply")
