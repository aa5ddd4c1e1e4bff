import json
import sys
import threading


class JsonLines:
    """Commands come as lines of JSON on standard input, `{"id": 1, "cmd": "load", ...}`; answers and events go out the same way."""

    def __init__(self, on_command, on_end, run_in_main_loop):
        self._on_command = on_command
        self._on_end = on_end
        self._run = run_in_main_loop

    def start(self):
        threading.Thread(target=self._read, daemon=True).start()
        self.event("ready")

    def _read(self):
        for line in sys.stdin:
            try:
                command = json.loads(line)
            except ValueError:
                continue
            self._run(lambda command=command: self._on_command(command))
        # Whoever drove this host is gone.
        self._run(self._on_end)

    def event(self, name, /, **facts):
        self._write({"event": name, **facts})

    def answer(self, command_id, result=None, error=None):
        self._write({"id": command_id, "result": result} if error is None else {"id": command_id, "error": error})

    @staticmethod
    def _write(value):
        sys.stdout.write(json.dumps(value) + "\n")
        sys.stdout.flush()
