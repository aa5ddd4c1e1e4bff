import time

from .bridge import BridgeHost
from .camera import FilesCamera
from .json_lines import JsonLines
from .sender import origin_of


def now_ms():
    """The host's clock: only goes forward, begins anywhere."""
    return time.monotonic() * 1000


class HostApp:
    """One view, the bridge to it, and the commands that drive both. The view is the only part that knows an engine.

    A view has: `address()`, `load(url)`, `run(script)`, `evaluate(expression, done)`, `send(text, is_reply)`, `schedule(ms, work)`,
    `run_in_main_loop(work)`, `quit()`, `commands` (what else it can do, by name), and `tells_frames` (whether its platform says which
    frame a message comes from).
    """

    def __init__(self, view, options):
        self._view = view
        self._options = options
        self.lines = JsonLines(self._command, view.quit, view.run_in_main_loop)
        self.camera = FilesCamera(
            now_ms=now_ms,
            schedule=view.schedule,
            send_frame=lambda frame: self.bridge.frame(frame),
            send_state=lambda state: self.bridge.event("camera.state", state),
        )
        self.bridge = BridgeHost(
            options=options,
            camera=self.camera,
            send=self._send,
            report=self.lines.event,
            now_ms=now_ms,
            schedule=view.schedule,
            hand_token=None if view.tells_frames else self._hand_token,
        )

    def is_trusted_page(self):
        return origin_of(self._view.address()) in self._options.trusted_origins

    def _send(self, text, is_reply):
        # A view may have gone elsewhere since: nothing of a session is for another page.
        return self._view.send(text, is_reply) if self.is_trusted_page() else None

    def _hand_token(self, token):
        if self.is_trusted_page():
            # Letters, digits, - and _: it may stand in a script.
            self._view.run(f"window.huotiBridge && huotiBridge.setToken('{token}')")

    def _command(self, command):
        command_id, name = command.get("id"), command.get("cmd", "")
        work = getattr(self, f"_do_{name.replace('-', '_')}", None) or self._view.commands.get(name)
        if work is None:
            self.lines.answer(command_id, error=f"no command {name}")
            return
        rest = {key: value for key, value in command.items() if key not in ("id", "cmd")}
        try:
            if name in ("eval", "start", "stop"):
                # Answered later.
                work(command_id, **rest)
            else:
                self.lines.answer(command_id, work(**rest))
        except (OSError, TypeError, ValueError, LookupError) as error:
            self.lines.answer(command_id, error=f"{name}: {error}")

    # -- commands that every host has ----------------------------------------------------------------------------------------

    def _do_load(self, url):
        self._view.load(url)

    def _do_eval(self, command_id, js):
        self._view.evaluate(js, lambda value, error=None: self.lines.answer(command_id, value, error))

    def _do_camera(self, files, fps=30, loop=True, hold=False):
        self.camera.show(files, fps, loop, hold)

    def _do_camera_play(self):
        self.camera.play()

    def _do_camera_freeze(self):
        self.camera.freeze()

    def _do_camera_interrupt(self):
        self.camera.interrupt()

    def _do_page_camera(self, answer):
        self._options.page_camera = answer

    def _do_permission(self, state):
        self._options.permission = state

    def _do_pause(self):
        self.bridge.event("app.pause")

    def _do_resume(self):
        self.bridge.event("app.resume")

    def _do_interrupt(self):
        self.bridge.event("app.interrupt")

    def _do_offer(self, grant):
        self.bridge.offer_grant(grant)

    def _do_start(self, command_id, **payload):
        self.bridge.request("session.start", payload, lambda reply: self._answer_with(command_id, reply))

    def _do_stop(self, command_id):
        self.bridge.request("session.stop", {}, lambda reply: self._answer_with(command_id, reply))

    def _answer_with(self, command_id, reply):
        error = reply.get("error")
        self.lines.answer(command_id, reply.get("payload"), None if error is None else error["code"])

    def _do_stats(self):
        return {"refused": dict(self.bridge.refused), "sent": self.camera.sent, "dropped": self.camera.dropped}

    def _do_quit(self):
        self._view.schedule(0, self._view.quit)
