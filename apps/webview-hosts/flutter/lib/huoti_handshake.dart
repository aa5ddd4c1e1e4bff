import 'dart:collection';
import 'dart:math';

import 'huoti_message.dart';

/// What lets the page run one session: your backend asks the liveness service for it.
class HuotiGrant {
  const HuotiGrant({required this.sessionId, required this.clientToken});

  final String sessionId;
  final String clientToken;

  Map<String, Object?> toJson() => {'sessionId': sessionId, 'clientToken': clientToken};
}

/// One load of the page, from its hello to its end.
class HuotiPageSession {
  HuotiPageSession(this.session, this._nonce, this._interrupted);

  static const int _rememberedIds = 512;

  final String session;
  final String _nonce;
  final Map<String, Object?>? _interrupted;
  final LinkedHashSet<int> _heard = LinkedHashSet<int>();

  /// Requests that are being worked at.
  final Set<int> waiting = <int>{};
  String? sessionId;

  /// What the page is doing, in its own word.
  String state = 'idle';

  /// Whether a message comes for the first time.
  bool hearsFirst(int id) {
    if (!_heard.add(id)) return false;
    if (_heard.length > _rememberedIds) _heard.remove(_heard.first);
    return true;
  }

  Map<String, Object?> welcome(
    String version,
    Map<String, Object?> app,
    String platform,
    Map<String, int> capabilities,
    String echo,
    double heardAtMs,
    HuotiGrant? grant,
  ) {
    return {
      'version': version,
      'app': app,
      'platform': platform,
      'capabilities': capabilities,
      'limits': {'controlBytes': HuotiLimits.controlBytes, 'frameBytes': HuotiLimits.frameBytes},
      'nonce': _nonce,
      'echo': echo,
      'heardAtMs': heardAtMs,
      if (grant != null) 'grant': grant.toJson(),
      if (_interrupted != null) 'interrupted': _interrupted,
    };
  }

  /// 128 random bits in hex.
  static String newNonce() {
    final random = Random.secure();
    final bytes = List<int>.generate(16, (_) => random.nextInt(256));
    return bytes.map((byte) => byte.toRadixString(16).padLeft(2, '0')).join();
  }
}
