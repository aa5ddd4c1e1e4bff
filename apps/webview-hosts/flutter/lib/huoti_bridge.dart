import 'dart:async';
import 'dart:collection';
import 'dart:math';

import 'huoti_device.dart';
import 'huoti_message.dart';

/// What the app is told. Nothing of it says whether a person was there: that is the app's own server's to say.
abstract class HuotiHostListener {
  /// The page says that a session is over. Have your OWN backend ask the liveness service for the signed result of the session that
  /// IT started. The id comes from a page, and a page can be made to say anything.
  void onSessionEnded(String? sessionId);

  /// The person is done with the page: take it away.
  void onWantsToClose();
}

/// What lets the page run one session: your backend asks the liveness service for it.
class HuotiGrant {
  const HuotiGrant({required this.sessionId, required this.clientToken});

  final String sessionId;
  final String clientToken;

  Map<String, Object?> toJson() => {'sessionId': sessionId, 'clientToken': clientToken};
}

/// One load of the page.
class _Page {
  _Page(this.session, this.nonce, this.interrupted);

  final String session;
  final String nonce;
  final Map<String, Object?>? interrupted;
  final LinkedHashSet<int> heard = LinkedHashSet<int>();
  final Set<int> waiting = <int>{};
  String? sessionId;
  bool hasToldResult = false;
}

/// Why a request is not done: a code of the protocol.
class _Refusal implements Exception {
  const _Refusal(this.code);

  final String code;
}

/// The host's half of the bridge: reads what the page says, checks it, does it, answers. Whoever calls [receive] has checked frame
/// and origin of the message with the platform's own data.
class HuotiBridge {
  HuotiBridge({
    required this.appId,
    required this.platform,
    required this.device,
    required this.listener,
    required this.send,
    this.grant,
  });

  static const String _version = '1.0';
  static const int _rememberedIds = 512;

  final String appId;

  /// `ios` or `android`.
  final String platform;
  final HuotiDevice device;
  final HuotiHostListener listener;
  final HuotiGrant? grant;

  /// Hands one text to the main frame of the trusted page.
  final void Function(String text) send;

  final Random _random = Random.secure();
  final Stopwatch _clock = Stopwatch()..start();
  final Set<String> _confirmed = <String>{};
  _Page? _page;
  Map<String, Object?>? _lost;
  int _lastId = 0;

  /// What this host really does; leave out what your app can't.
  static const Map<String, int> _capabilities = {
    'camera.page': 1,
    'permission.query': 1,
    'settings.open': 1,
    'haptics': 1,
    'brightness': 1,
    'keepAwake': 1,
  };

  /// The host's clock, in ms: it only goes forward.
  double get _nowMs => _clock.elapsedMicroseconds / 1000;

  /// One text of the page. Never throws, never evaluates.
  void receive(String text) {
    final heardAtMs = _nowMs;
    final message = HuotiInbound.read(text);
    if (message == null) return;
    if (message.kind == 'request' && message.name == 'hello') {
      _hello(message, heardAtMs);
      return;
    }
    final page = _page;
    if (page == null || message.session != page.session) {
      // A page that was left and came back, or one that never said hello.
      if (message.kind == 'request') _refuse(message, 'page_reloaded', 'say hello first');
      return;
    }
    if (!_isNew(page, message.id)) return;
    switch (message.kind) {
      case 'request':
        page.waiting.add(message.id);
        unawaited(_settle(message));
        break;
      case 'event':
        _hear(page, message);
        break;
      case 'cancel':
        page.waiting.remove(message.replyTo);
        break;
    }
  }

  /// The app went to the background or came back. The page ends its session on a pause.
  void appMoved({required bool toBackground}) {
    final page = _page;
    if (page == null) return;
    if (toBackground) _restore();
    _post('event', toBackground ? 'app.pause' : 'app.resume', page.session, {'payload': <String, Object?>{}});
  }

  /// The page's process died: the next page is told so with its welcome.
  void processGone() {
    _lost = _interruptionOf(_page, 'process_gone', true);
    endPage();
  }

  /// Whatever the page had switched on is switched off; idempotent.
  void endPage() {
    _restore();
    _page = null;
  }

  void _restore() {
    // What can't be given back any more is gone with its window.
    unawaited(device.restore().catchError((Object _) {}));
  }

  void _hello(HuotiInbound message, double heardAtMs) {
    final versions = message.payload['versions'];
    final echo = message.payload['nonce'];
    final limits = message.payload['limits'];
    final frameBytes = limits is Map<String, dynamic> ? limits['frameBytes'] : null;
    final isWhole = versions is List && HuotiInbound.isSession(echo) && frameBytes is int;
    if (!isWhole || frameBytes < HuotiLimits.leastFrameBytes) {
      _refuse(message, 'bad_message', 'hello: not as the protocol has it');
      return;
    }
    // One major version here; minors only add what may be passed over.
    if (!versions.any((Object? one) => one is String && one.startsWith('1.'))) {
      _refuse(message, 'unsupported_version', 'this app speaks $_version');
      return;
    }
    if (_page?.session != message.session) {
      // A page that says hello under a new name was loaded anew: the one before is gone.
      final interrupted = _lost ?? _interruptionOf(_page, 'page_reloaded', false);
      endPage();
      _lost = null;
      _page = _Page(message.session, _randomHex(), interrupted);
    }
    final page = _page!;
    final welcome = <String, Object?>{
      'version': _version,
      'app': {'id': appId},
      'platform': platform,
      'capabilities': _capabilities,
      'limits': {'controlBytes': HuotiLimits.controlBytes, 'frameBytes': HuotiLimits.frameBytes},
      'nonce': page.nonce,
      'echo': echo,
      'heardAtMs': heardAtMs,
    };
    if (grant != null) welcome['grant'] = grant!.toJson();
    if (page.interrupted != null) welcome['interrupted'] = page.interrupted;
    _reply(message, welcome);
  }

  /// Answers a request once, unless it was cancelled or its page is gone.
  Future<void> _settle(HuotiInbound message) async {
    Map<String, Object?>? payload;
    var code = 'internal';
    try {
      payload = await _answer(message);
    } on _Refusal catch (refusal) {
      code = refusal.code;
    } catch (_) {
      // What a plugin threw may hold anything: it stays here.
    }
    final page = _page;
    if (page == null || page.session != message.session || !page.waiting.remove(message.id)) return;
    if (payload != null) {
      _reply(message, payload);
    } else {
      _refuse(message, code, '${message.name}: this app did not do it');
    }
  }

  Future<Map<String, Object?>> _answer(HuotiInbound message) async {
    final payload = message.payload;
    switch (message.name) {
      case 'permission.query':
        if (payload['permission'] != 'camera') throw const _Refusal('bad_message');
        return {'state': await device.cameraPermission()};
      case 'permission.request':
        if (payload['permission'] != 'camera') throw const _Refusal('bad_message');
        return {'state': await device.requestCameraPermission()};
      case 'settings.open':
        await device.openSettings();
        return {};
      case 'keepAwake':
        final on = payload['on'];
        if (on is! bool) throw const _Refusal('bad_message');
        await device.keepAwake(on);
        return {};
      case 'brightness':
        final level = payload['level'];
        if (level == null) {
          await device.setBrightness(null);
          return {};
        }
        if (level is! num || level < 0 || level > 1) throw const _Refusal('bad_message');
        await device.setBrightness(level.toDouble());
        return {};
      case 'result':
        if (payload['ended'] is! String) throw const _Refusal('bad_message');
        final sessionId = payload['sessionId'];
        _ended(message, sessionId is String ? sessionId : null);
        return {};
      default:
        throw const _Refusal('unsupported_capability');
    }
  }

  void _ended(HuotiInbound message, String? sessionId) {
    _page?.hasToldResult = true;
    // The page says it again until it hears of it: the app is told once.
    if (!_confirmed.add(sessionId ?? message.session)) return;
    // After the answer: an app that takes the view away would cut it off.
    scheduleMicrotask(() => listener.onSessionEnded(sessionId));
  }

  void _hear(_Page page, HuotiInbound message) {
    final payload = message.payload;
    switch (message.name) {
      case 'haptics':
        final pattern = payload['pattern'];
        if (pattern is String) unawaited(device.play(pattern).catchError((Object _) {}));
        break;
      case 'session.state':
        final sessionId = payload['sessionId'];
        if (sessionId is String) page.sessionId = sessionId;
        if (payload['state'] == 'running') page.hasToldResult = false;
        break;
      case 'ui.close':
        listener.onWantsToClose();
        break;
      default:
        // An event that this app does not know is passed over.
        break;
    }
  }

  bool _isNew(_Page page, int id) {
    if (!page.heard.add(id)) return false;
    if (page.heard.length > _rememberedIds) page.heard.remove(page.heard.first);
    return true;
  }

  Map<String, Object?>? _interruptionOf(_Page? page, String code, bool retryable) {
    if (page == null || page.hasToldResult) return null;
    return {
      if (page.sessionId != null) 'sessionId': page.sessionId,
      'error': {'code': code, 'retryable': retryable},
    };
  }

  String _randomHex() {
    final bytes = List<int>.generate(16, (_) => _random.nextInt(256));
    return bytes.map((byte) => byte.toRadixString(16).padLeft(2, '0')).join();
  }

  void _reply(HuotiInbound message, Map<String, Object?> payload) {
    _post('reply', message.name, message.session, {'replyTo': message.id, 'payload': payload});
  }

  void _refuse(HuotiInbound message, String code, String why) {
    final error = {'code': code, 'retryable': false, 'message': why};
    _post('reply', message.name, message.session, {'replyTo': message.id, 'error': error});
  }

  void _post(String kind, String name, String session, Map<String, Object?> rest) {
    _lastId += 1;
    send(scriptSafeText({
      'protocol': 'huoti-bridge',
      'version': _version,
      'session': session,
      'id': _lastId,
      'kind': kind,
      'name': name,
      'timeMs': _nowMs,
      ...rest,
    }));
  }
}
