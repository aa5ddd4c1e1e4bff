"""The same names from PyQt5 and PyQt6."""

import os

IS_QT6 = os.environ.get("HUOTI_QT", "6") == "6"

if IS_QT6:
    from PyQt6.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, Qt, pyqtSignal, pyqtSlot, qVersion
    from PyQt6.QtWebChannel import QWebChannel
    from PyQt6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
    from PyQt6.QtWebEngineWidgets import QWebEngineView
    from PyQt6.QtWidgets import QApplication

    READ_ONLY = QIODevice.OpenModeFlag.ReadOnly
    AT_DOCUMENT_START = QWebEngineScript.InjectionPoint.DocumentCreation
    MAIN_WORLD = QWebEngineScript.ScriptWorldId.MainWorld
    CAMERA = QWebEnginePage.Feature.MediaVideoCapture
    GRANTED = QWebEnginePage.PermissionPolicy.PermissionGrantedByUser
    DENIED = QWebEnginePage.PermissionPolicy.PermissionDeniedByUser
    NEEDS_GESTURE = QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture
    FROZEN = QWebEnginePage.LifecycleState.Frozen
    ACTIVE = QWebEnginePage.LifecycleState.Active
    QUEUED = Qt.ConnectionType.QueuedConnection
else:
    from PyQt5.QtCore import QFile, QIODevice, QObject, QTimer, QUrl, Qt, pyqtSignal, pyqtSlot, qVersion
    from PyQt5.QtWebChannel import QWebChannel
    from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineScript, QWebEngineSettings, QWebEngineView
    from PyQt5.QtWidgets import QApplication

    READ_ONLY = QIODevice.ReadOnly
    AT_DOCUMENT_START = QWebEngineScript.DocumentCreation
    MAIN_WORLD = QWebEngineScript.MainWorld
    CAMERA = QWebEnginePage.MediaVideoCapture
    GRANTED = QWebEnginePage.PermissionGrantedByUser
    DENIED = QWebEnginePage.PermissionDeniedByUser
    NEEDS_GESTURE = QWebEngineSettings.PlaybackRequiresUserGesture
    FROZEN = QWebEnginePage.LifecycleState.Frozen
    ACTIVE = QWebEnginePage.LifecycleState.Active
    QUEUED = Qt.QueuedConnection

__all__ = [
    "ACTIVE",
    "AT_DOCUMENT_START",
    "CAMERA",
    "DENIED",
    "FROZEN",
    "GRANTED",
    "IS_QT6",
    "MAIN_WORLD",
    "NEEDS_GESTURE",
    "QApplication",
    "QFile",
    "QObject",
    "QTimer",
    "QUEUED",
    "QUrl",
    "QWebChannel",
    "QWebEngineScript",
    "QWebEngineView",
    "READ_ONLY",
    "pyqtSignal",
    "pyqtSlot",
    "qVersion",
]
