import 'package:flutter/services.dart';
import 'package:permission_handler/permission_handler.dart';
import 'package:screen_brightness/screen_brightness.dart';
import 'package:wakelock_plus/wakelock_plus.dart';

/// What the page may ask of the phone, and how all of it is taken back.
class HuotiDevice {
  bool _isBright = false;
  bool _isAwake = false;

  /// How it stands with the app's own camera permission, in the protocol's words.
  Future<String> cameraPermission() async => _stateOf(await Permission.camera.status);

  /// Asks the person, where that may be done.
  Future<String> requestCameraPermission() async => _stateOf(await Permission.camera.request());

  String _stateOf(PermissionStatus status) {
    if (status.isGranted) return 'granted';
    return status.isPermanentlyDenied || status.isRestricted ? 'denied' : 'prompt';
  }

  Future<void> openSettings() async {
    await openAppSettings();
  }

  Future<void> keepAwake(bool on) async {
    _isAwake = on;
    await WakelockPlus.toggle(enable: on);
  }

  /// 0 to 1; null gives back what the person had. It counts for this app alone.
  Future<void> setBrightness(double? level) async {
    _isBright = level != null;
    if (level == null) {
      await ScreenBrightness.instance.resetApplicationScreenBrightness();
    } else {
      await ScreenBrightness.instance.setApplicationScreenBrightness(level);
    }
  }

  Future<void> play(String pattern) async {
    switch (pattern) {
      case 'tick':
        await HapticFeedback.selectionClick();
        break;
      case 'success':
        await HapticFeedback.mediumImpact();
        break;
      case 'failure':
        await HapticFeedback.heavyImpact();
        break;
    }
  }

  /// Everything as it was before; idempotent.
  Future<void> restore() async {
    if (_isBright) await setBrightness(null);
    if (_isAwake) await keepAwake(false);
  }
}
