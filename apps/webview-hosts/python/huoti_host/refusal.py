class Refusal(Exception):
    """A message that is not heard: why, and which request it was, where its sender may be told."""

    def __init__(self, code, why="", request=None):
        super().__init__(f"{code}: {why}")
        self.code = code
        self.why = why
        # (id, name) of a request of this protocol, else None.
        self.request = request
