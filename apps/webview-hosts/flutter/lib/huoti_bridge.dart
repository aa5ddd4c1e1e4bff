import 'dart:async';
import 'dart:collection';

import 'huoti_device.dart';
import 'huoti_handshake.dart';
import 'huoti_message.dart';

/// What the app is told. Nothing of it says whether a person was there: that is the app's own server's to say.
abstract class HuotiHostListener {
  /// The page says that a session is over. Have your OWN backend ask the liveness service for the signed result of the session that
  /// IT started. The id comes from a page, and a page can be made to say anything.
  void onSessionEnded(String? sessionId);

  /// The person is done with the page: take it away.
  void onWantsToClose();
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
    HuotiGrant? grant,
  }) : _grant = grant;

  static const String _version = '1.0';
  static const int _rememberedPages = 64;
  static const Set<String> _ends = {'completed', 'refused', 'declined', 'error'};

  final String appId;

  /// `ios` or `android`.
  final String platform;
  final HuotiDevice device;
  final HuotiHostListener listener;
  /// Hands one text to the main frame of the trusted page.
  final void Function(String text) send;

  final Stopwatch _clock = Stopwatch()..start();
  final Set<String> _confirmed = <String>{};
  final LinkedHashSet<String> _over = LinkedHashSet<String>();

  /// For one try: who has begun one gets no second out of it.
  HuotiGrant? _grant;
  HuotiPageSession? _page;
  Map<String, Object?>? _lost;
  Future<String>? _asking;
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
    final fault = message.fault;
    if (fault != null) {
      if (message.kind == 'request') _refuse(message, fault, '${message.name}: not as it should be');
      return;
    }
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
    if (!page.hearsFirst(message.id)) return;
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
        // The page goes on without the app.
        if (message.name == 'hello') endPage();
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
    final page = _page;
    if (page != null) _over.add(page.session);
    if (_over.length > _rememberedPages) _over.remove(_over.first);
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
    final frameBytes = limits is Map<String, dynamic> ? wholeOf(limits['frameBytes']) ?? 0 : 0;
    if (versions is! List || !HuotiInbound.isSession(echo) || frameBytes < HuotiLimits.leastFrameBytes) {
      _refuse(message, 'bad_message', 'hello: not as the protocol has it');
      return;
    }
    // One major version here; minors only add what may be passed over.
    if (!versions.any((Object? one) => one is String && one.startsWith('1.'))) {
      _refuse(message, 'unsupported_version', 'this app speaks $_version');
      return;
    }
    // A page that is over does not come back.
    if (_over.contains(message.session)) return;
    if (_page?.session != message.session) {
      // A page that says hello under a new name was loaded anew: the one before is gone.
      final interrupted = _lost ?? _interruptionOf(_page, 'page_reloaded', false);
      endPage();
      _lost = null;
      _page = HuotiPageSession(message.session, HuotiPageSession.newNonce(), interrupted);
    }
    final page = _page!;
    final app = <String, Object?>{'id': appId};
    final welcome = page.welcome(_version, app, platform, _capabilities, echo as String, heardAtMs, _grant);
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
        // One prompt for all who ask while it is shown.
        final asking = _asking ??= device.requestCameraPermission().whenComplete(() => _asking = null);
        return {'state': await asking};
      case 'settings.open':
        await device.openSettings();
        return {};
      case 'keepAwake':
        final on = payload['on'];
        if (on is! bool) throw const _Refusal('bad_message');
        await device.keepAwake(on);
        return {};
      case 'brightness':
        // Null is a wish; nothing at all is none.
        if (!payload.containsKey('level')) throw const _Refusal('bad_message');
        final level = payload['level'];
        if (level == null) {
          await device.setBrightness(null);
          return {};
        }
        if (level is! num || level < 0 || level > 1) throw const _Refusal('bad_message');
        await device.setBrightness(level.toDouble());
        return {};
      case 'result':
        final sessionId = payload['sessionId'];
        final isNamed = !payload.containsKey('sessionId') || HuotiInbound.isIdentifier(sessionId);
        if (!_ends.contains(payload['ended']) || !isNamed) throw const _Refusal('bad_message');
        _ended(message, sessionId is String ? sessionId : null);
        return {};
      default:
        throw const _Refusal('unsupported_capability');
    }
  }

  void _ended(HuotiInbound message, String? sessionId) {
    _page?.state = 'ended';
    _grant = null;
    // The page says it again until it hears of it: the app is told once.
    if (!_confirmed.add(sessionId ?? message.session)) return;
    // After the answer: an app that takes the view away would cut it off.
    scheduleMicrotask(() => listener.onSessionEnded(sessionId));
  }

  void _hear(HuotiPageSession page, HuotiInbound message) {
    final payload = message.payload;
    switch (message.name) {
      case 'haptics':
        final pattern = payload['pattern'];
        if (pattern is String) unawaited(device.play(pattern).catchError((Object _) {}));
        break;
      case 'session.state':
        final sessionId = payload['sessionId'];
        if (sessionId is String && HuotiInbound.isIdentifier(sessionId)) page.sessionId = sessionId;
        final state = payload['state'];
        if (state is String) page.state = state;
        if (state == 'running') _grant = null;
        break;
      case 'ui.close':
        listener.onWantsToClose();
        break;
      default:
        // An event that this app does not know is passed over.
        break;
    }
  }

  Map<String, Object?>? _interruptionOf(HuotiPageSession? page, String code, bool retryable) {
    if (page == null || page.state == 'idle' || page.state == 'ended') return null;
    return {
      if (page.sessionId != null) 'sessionId': page.sessionId,
      'error': {'code': code, 'retryable': retryable},
    };
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
