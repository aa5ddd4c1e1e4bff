#!/usr/bin/python3
"""A reference host around Qt WebEngine: `HUOTI_QT=5 host.py '{"trusted_origins": ["http://127.0.0.1:8080"]}'`."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "python"))

from bindings import (  # noqa: E402
    ACTIVE,
    AT_DOCUMENT_START,
    CAMERA,
    DENIED,
    FROZEN,
    GRANTED,
    IS_QT6,
    MAIN_WORLD,
    NEEDS_GESTURE,
    QUEUED,
    READ_ONLY,
    QApplication,
    QFile,
    QObject,
    QTimer,
    QUrl,
    QWebChannel,
    QWebEngineScript,
    QWebEngineView,
    pyqtSignal,
    pyqtSlot,
    qVersion,
)

from huoti_host.host_app import HostApp  # noqa: E402
from huoti_host.options import read_options  # noqa: E402
from huoti_host.sender import Sender, origin_of  # noqa: E402


class ChannelObject(QObject):
    """What the page's channel sees: text in, text out."""

    message = pyqtSignal(str)
    heard = pyqtSignal(str)

    @pyqtSlot(str)
    def postMessage(self, text):  # noqa: N802, the name that pages call
        self.heard.emit(text)


class MainLoop(QObject):
    """Work from other threads."""

    work = pyqtSignal(object)


class QtView:
    """The view of the engine. Qt gives its channel to the main frame alone, so every message is that frame's."""

    tells_frames = True

    def __init__(self, qt_app, options):
        self._qt_app = qt_app
        self._options = options
        self._app = None
        self._timers = set()
        self._view = QWebEngineView()
        self._page = self._view.page()
        self._loop = MainLoop()
        self._loop.work.connect(lambda work: work(), QUEUED)
        self._object = ChannelObject()
        self._channel = QWebChannel()
        self._channel.registerObject("host", self._object)
        self._page.setWebChannel(self._channel)
        self._page.scripts().insert(_page_script())
        self._page.settings().setAttribute(NEEDS_GESTURE, False)
        self._view.resize(375, 812)
        self.commands = {
            "hide": self._view.hide,
            "show": self._view.show,
            "back": self._view.back,
            "freeze": lambda: self._page.setLifecycleState(FROZEN),
            "thaw": lambda: self._page.setLifecycleState(ACTIVE),
            "engine": self._engine,
        }

    def attach(self, app):
        self._app = app
        self._object.heard.connect(self._on_told)
        self._page.featurePermissionRequested.connect(self._on_permission)
        self._page.loadStarted.connect(self._on_load_started)
        self._page.loadFinished.connect(self._on_load_finished)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self._view.show()

    # -- what the engine tells -----------------------------------------------------------------------------------------------

    def _on_told(self, text):
        self._app.bridge.receive(text, Sender(origin_of(self.address()), True))

    def _on_permission(self, address, feature):
        is_trusted = origin_of(address.toString()) in self._options.trusted_origins
        answer = self._options.page_camera if feature == CAMERA and is_trusted else "deny"
        self._app.lines.event("page-camera-asked", camera=feature == CAMERA, answer=answer)
        if answer != "ignore":
            self._page.setFeaturePermission(address, feature, GRANTED if answer == "allow" else DENIED)

    def _on_load_started(self):
        self._app.bridge.page_began()

    def _on_load_finished(self, is_done):
        self._app.lines.event("load", state="finished" if is_done else "failed", address=self.address())

    def _on_terminated(self, _status, code):
        self._app.lines.event("terminated", reason=str(code))
        self._app.bridge.end_session("process_gone")

    # -- what the app asks of it ---------------------------------------------------------------------------------------------

    def address(self):
        return self._page.url().toString()

    def load(self, url):
        self._view.load(QUrl(url))

    def send(self, text, _is_reply):
        self._object.message.emit(text)

    def run(self, script):
        self._page.runJavaScript(f"{script}; 0")

    def evaluate(self, expression, done):
        def finish(value):
            if isinstance(value, str) and value:
                done(json.loads(value))
            else:
                done(None, "it threw, or the page is gone")

        script = f"JSON.stringify(({expression}) ?? null)"
        if IS_QT6:
            self._page.runJavaScript(script, 0, finish)
        else:
            self._page.runJavaScript(script, finish)

    def schedule(self, ms, work):
        timer = QTimer()
        timer.setSingleShot(True)

        def once():
            self._timers.discard(timer)
            work()

        timer.timeout.connect(once)
        self._timers.add(timer)
        timer.start(ms)

    def run_in_main_loop(self, work):
        self._loop.work.emit(work)

    def _engine(self):
        return f"Qt {qVersion()}, {self._page.profile().httpUserAgent()}"

    def quit(self):
        self._qt_app.quit()


def _page_script():
    library = QFile(":/qtwebchannel/qwebchannel.js")
    library.open(READ_ONLY)
    own = (HERE / "pageObject.js").read_text()
    script = QWebEngineScript()
    script.setSourceCode(bytes(library.readAll()).decode() + own)
    script.setInjectionPoint(AT_DOCUMENT_START)
    script.setWorldId(MAIN_WORLD)
    script.setRunsOnSubFrames(False)
    return script


def main():
    options = read_options(sys.argv[1] if len(sys.argv) > 1 else "")
    qt_app = QApplication(["huoti-host"])
    view = QtView(qt_app, options)
    app = HostApp(view, options)
    view.attach(app)
    app.lines.start()
    sys.exit(qt_app.exec() if IS_QT6 else qt_app.exec_())


if __name__ == "__main__":
    main()
