from .limits import REMEMBERED_IDS


class PageSession:
    """One load of a page, from its hello to its end."""

    def __init__(self, session_id, nonce, version):
        self.id = session_id
        self.nonce = nonce
        self.version = version
        self.try_state = "idle"
        self.liveness_id = None
        self._heard = {}

    def is_new(self, message_id):
        if message_id in self._heard:
            return False
        self._heard[message_id] = None
        while len(self._heard) > REMEMBERED_IDS:
            del self._heard[next(iter(self._heard))]
        return True

    @property
    def is_in_a_try(self):
        return self.try_state in ("loading", "running", "sending")
