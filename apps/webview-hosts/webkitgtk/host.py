#!/usr/bin/python3
"""A reference host around WebKitGTK's web view: `host.py '{"trusted_origins": ["http://127.0.0.1:8080"]}'`."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))

import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
gi.require_version("JavaScriptCore", "4.1")
from gi.repository import GLib, Gtk, JavaScriptCore, WebKit2  # noqa: E402

from huoti_host.host_app import HostApp  # noqa: E402
from huoti_host.options import read_options  # noqa: E402
from huoti_host.sender import Sender, origin_of  # noqa: E402

# The names that the page looks for.
HANDLER = "huoti"
REPLY_HANDLER = "huotiReply"


class WebKitView:
    """The view of the engine. A script message does not say which frame sent it, so the host works with a token."""

    tells_frames = False

    def __init__(self, options):
        self._options = options
        self._app = None
        self._is_answering = False
        self._is_gone = False
        self._content = WebKit2.UserContentManager()
        self._view = WebKit2.WebView.new_with_user_content_manager(self._content)
        settings = WebKit2.Settings()
        settings.set_property("enable-media-stream", True)
        settings.set_property("enable-webgl", True)
        settings.set_property("media-playback-requires-user-gesture", False)
        self._view.set_settings(settings)
        self._window = Gtk.Window()
        self._window.set_default_size(375, 812)
        self._window.add(self._view)
        self.commands = {
            "hide": self._window.hide,
            "show": self._window.show_all,
            "back": self._view.go_back,
            "terminate": self._view.terminate_web_process,
            "capture": self._set_capture,
            "engine": self._engine,
        }

    def attach(self, app):
        self._app = app
        if self._options.with_reply:
            self._content.connect(f"script-message-with-reply-received::{REPLY_HANDLER}", self._on_asked)
            self._content.register_script_message_handler_with_reply(REPLY_HANDLER, None)
        else:
            self._content.connect(f"script-message-received::{HANDLER}", self._on_told)
            self._content.register_script_message_handler(HANDLER)
        self._view.connect("permission-request", self._on_permission)
        self._view.connect("load-changed", self._on_load)
        self._view.connect("web-process-terminated", self._on_terminated)
        self._window.show_all()

    # -- what the engine tells -----------------------------------------------------------------------------------------------

    def _on_told(self, _content, message):
        self._app.bridge.receive(_text_of(message.get_js_value()), self._sender())

    def _on_asked(self, _content, value, reply):
        self._is_answering = True
        answer = self._app.bridge.receive(_text_of(value), self._sender())
        self._is_answering = False
        reply.return_value(JavaScriptCore.Value.new_string(value.get_context(), answer or ""))
        return True

    def _sender(self):
        # The address is the main frame's; that it is the main frame which speaks is what the token is for.
        return Sender(origin_of(self.address()), True)

    def _on_permission(self, _view, request):
        is_camera = isinstance(request, WebKit2.UserMediaPermissionRequest) and (
            WebKit2.user_media_permission_is_for_video_device(request)
            and not WebKit2.user_media_permission_is_for_audio_device(request)
        )
        answer = self._options.page_camera if is_camera and self._app.is_trusted_page() else "deny"
        self._app.lines.event("page-camera-asked", camera=is_camera, answer=answer)
        if answer == "allow":
            request.allow()
        elif answer == "deny":
            request.deny()
        return True

    def _on_load(self, _view, event):
        if event == WebKit2.LoadEvent.COMMITTED:
            self._is_gone = False
            self._app.bridge.page_began()
        self._app.lines.event("load", state=event.value_nick, address=self.address())

    def _on_terminated(self, _view, reason):
        self._is_gone = True
        self._app.lines.event("terminated", reason=reason.value_nick)
        self._app.bridge.end_session("process_gone")

    # -- what the app asks of it ---------------------------------------------------------------------------------------------

    def address(self):
        return self._view.get_uri()

    def load(self, url):
        self._view.load_uri(url)

    def send(self, text, is_reply):
        if is_reply and self._is_answering:
            return text
        # A literal of a string: the page parses it, nobody evaluates it.
        self.run(f"window.huotiBridge && huotiBridge.receive({json.dumps(text)})")
        return None

    def run(self, script):
        # A value that is no promise: the engine's answer to those is an error.
        self._view.evaluate_javascript(f"{script}; 0", -1, None, None, None, lambda *_: None)

    def evaluate(self, expression, done, tries=3):
        def finish(view, result):
            try:
                value = view.evaluate_javascript_finish(result)
            except GLib.Error as error:
                if self._is_gone:
                    done(None, "the page's process is gone: load the page again")
                # The engine's answer to a text too, now and then, while a camera is muted (seen in 2.50).
                elif tries > 1 and "Unsupported result type" in error.message:
                    self.schedule(100, lambda: self.evaluate(expression, done, tries - 1))
                else:
                    done(None, error.message)
                return
            done(json.loads(value.to_string()))

        script = f"JSON.stringify(({expression}) ?? null)"
        self._view.evaluate_javascript(script, -1, None, None, None, finish)

    def schedule(self, ms, work):
        def once():
            work()
            return GLib.SOURCE_REMOVE

        GLib.timeout_add(ms, once, priority=GLib.PRIORITY_DEFAULT)

    @staticmethod
    def run_in_main_loop(work):
        def once():
            work()
            return GLib.SOURCE_REMOVE

        GLib.idle_add(once)

    def _set_capture(self, state):
        """As a system that takes the camera: MUTED, ACTIVE or NONE."""
        self._view.set_camera_capture_state(getattr(WebKit2.MediaCaptureState, state))

    @staticmethod
    def _engine():
        version = (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
        return f"WebKitGTK {'.'.join(map(str, version))}"

    @staticmethod
    def quit():
        Gtk.main_quit()


def _text_of(value):
    # Anything but text is none of ours.
    return value.to_string() if value.is_string() else ""


def main():
    options = read_options(sys.argv[1] if len(sys.argv) > 1 else "")
    view = WebKitView(options)
    app = HostApp(view, options)
    view.attach(app)
    app.lines.start()
    Gtk.main()


if __name__ == "__main__":
    main()
