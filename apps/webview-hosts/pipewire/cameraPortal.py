#!/usr/bin/python3
"""A stand-in for the desktop's Camera portal, for tests: lets everybody in, or nobody, and hands out a socket to PipeWire."""

import os
import socket
import sys

import dbus
import dbus.lowlevel
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

CAMERA = "org.freedesktop.portal.Camera"
REQUEST = "org.freedesktop.portal.Request"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = "org.freedesktop.host.portal.Registry"
# A person needs some time to press a button.
ANSWER_AFTER_MS = 30


class Portal(dbus.service.Object):
    def __init__(self, bus, answer):
        super().__init__(bus, "/org/freedesktop/portal/desktop")
        self._bus = bus
        self._answer = answer
        self._count = 0

    @dbus.service.method(CAMERA, in_signature="a{sv}", out_signature="o", sender_keyword="sender")
    def AccessCamera(self, options, sender=None):  # noqa: N802, the portal's own name
        self._count += 1
        token = str(options.get("handle_token", f"t{self._count}"))
        path = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{token}"

        def respond():
            # To the caller alone, as the real one does: a broadcast is not seen.
            signal = dbus.lowlevel.SignalMessage(path, REQUEST, "Response")
            signal.set_destination(sender)
            signal.append(dbus.UInt32(self._answer), dbus.Dictionary({}, signature="sv"), signature="ua{sv}")
            self._bus.send_message(signal)
            return False

        GLib.timeout_add(ANSWER_AFTER_MS, respond)
        return dbus.ObjectPath(path)

    @dbus.service.method(CAMERA, in_signature="a{sv}", out_signature="h")
    def OpenPipeWireRemote(self, _options):  # noqa: N802
        remote = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        remote.connect(os.path.join(os.environ["XDG_RUNTIME_DIR"], "pipewire-0"))
        return dbus.types.UnixFd(remote.detach())

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):  # noqa: N802
        return self._values(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):  # noqa: N802
        return self._values(interface)

    @dbus.service.method(REGISTRY, in_signature="sa{sv}")
    def Register(self, _app, _options):  # noqa: N802
        """Apps name themselves here; nobody looks."""

    @staticmethod
    def _values(interface):
        version = {"version": dbus.UInt32(1)}
        return {**version, "IsCameraPresent": dbus.Boolean(True)} if interface == CAMERA else version


def main():
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    name = dbus.service.BusName("org.freedesktop.portal.Desktop", bus, replace_existing=True)
    # 0: the person said yes, 1: no.
    portal = Portal(bus, int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    print("ready", name.get_name(), portal.__dbus_object_path__, flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
