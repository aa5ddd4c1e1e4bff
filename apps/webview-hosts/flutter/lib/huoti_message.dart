import 'dart:convert';

/// What the protocol allows, in bytes.
class HuotiLimits {
  static const int controlBytes = 256 * 1024;
  static const int frameBytes = 2 * 1024 * 1024;
  static const int leastFrameBytes = 512 * 1024;
}

final RegExp _session = RegExp(r'^[0-9a-f]{32}$');
final RegExp _identifier = RegExp(r'^[A-Za-z0-9_-]{22}$');
final RegExp _name = RegExp(r'^[a-z][A-Za-z0-9.]{0,47}$');
final RegExp _version = RegExp(r'^[0-9]{1,4}\.[0-9]{1,4}$');
const Set<String> _kinds = {'request', 'reply', 'event', 'cancel', 'frame'};

/// One message of the page. What is null here is another's, or can't be answered, and is passed over.
class HuotiInbound {
  const HuotiInbound._(this.session, this.id, this.kind, this.name, this.replyTo, this.fault, this.payload);

  final String session;
  final int id;
  final String kind;
  final String name;
  final int? replyTo;

  /// Code of what is wrong with the envelope, where the sender can be told.
  final String? fault;
  final Map<String, dynamic> payload;

  static HuotiInbound? read(String text) {
    // Before a byte is parsed. Every character is at least one byte.
    if (text.length > HuotiLimits.controlBytes) return null;
    if (utf8.encode(text).length > HuotiLimits.controlBytes) return null;
    final Object? value;
    try {
      value = jsonDecode(text);
    } on FormatException {
      return null;
    }
    if (value is! Map<String, dynamic> || value['protocol'] != 'huoti-bridge') return null;
    final session = value['session'];
    final id = wholeOf(value['id']);
    final name = value['name'];
    final payload = value['payload'];
    if (session is! String || id == null || name is! String) return null;
    if (!isSession(session) || id < 1 || id > 2147483647 || !_name.hasMatch(name)) return null;
    final kind = value['kind'];
    if (kind is! String || !_kinds.contains(kind)) return null;
    final version = value['version'];
    final spoken = version is String && _version.hasMatch(version) ? version : '';
    final timeMs = value['timeMs'];
    final isTime = timeMs is num && timeMs >= 0 && timeMs <= 1e13;
    String? fault;
    if (spoken.isEmpty || !isTime || (payload != null && payload is! Map<String, dynamic>)) {
      fault = 'bad_message';
    } else if (name != 'hello' && !spoken.startsWith('1.')) {
      // One major version here. A hello says by itself what it can speak.
      fault = 'unsupported_version';
    }
    return HuotiInbound._(
      session,
      id,
      kind,
      name,
      wholeOf(value['replyTo']),
      fault,
      payload is Map<String, dynamic> ? payload : const <String, dynamic>{},
    );
  }

  /// As the server names a session.
  static bool isIdentifier(Object? text) => text is String && text.length == 22 && _identifier.hasMatch(text);

  /// 128 random bits in hex: a session, and a nonce.
  static bool isSession(Object? text) => text is String && text.length == 32 && _session.hasMatch(text);
}

/// The whole number, `1.0` too; null where it is none.
int? wholeOf(Object? value) => value is num && value.isFinite && value == value.truncate() ? value.toInt() : null;

/// JSON that may stand inside a script: `<` would end one, U+2028 and U+2029 a line of one in engines before 2019.
String scriptSafeText(Map<String, Object?> message) => jsonEncode(message)
    .replaceAll('<', r'\u003c')
    .replaceAll('\u2028', r'\u2028')
    .replaceAll('\u2029', r'\u2029');

/// Scheme, host and port: what a page is trusted by, taken from the platform and never from what a page says.
class HuotiOrigin {
  const HuotiOrigin._(this.host, this.port);

  final String host;
  final int port;

  /// Only https: a page has no camera otherwise, and nobody between may change it.
  static HuotiOrigin? of(Uri? address) {
    if (address == null || !address.isScheme('https') || address.host.isEmpty || address.userInfo.isNotEmpty) return null;
    return HuotiOrigin._(address.host.toLowerCase(), address.port);
  }

  bool isOf(Uri? address) {
    final other = of(address);
    return other != null && other.host == host && other.port == port;
  }

  /// As the plugin's lists of rules have it.
  String get rule => port == 443 ? 'https://$host' : 'https://$host:$port';

  /// As the plugin's lists of regular expressions have it: the whole origin, and nothing like it.
  String get pattern => '^${RegExp.escape(rule)}\$';
}
