import Foundation

/// What the protocol allows, in bytes.
enum HuotiLimits {
    static let controlBytes = 256 * 1024
    static let frameBytes = 2 * 1024 * 1024
    static let credits = 8
}

/// An error as it crosses the bridge: a code of the protocol, and never a path, a token or a device name.
struct HuotiError: Error, Encodable {
    let code: String
    let retryable: Bool
    var message: String?
    var cause: String?
}

/// One message of the page. What is nil here is another's, or can't be answered, and is passed over.
struct HuotiInbound {
    let session: String
    let id: Int
    let kind: String
    let name: String
    let replyTo: Int?
    /// Code of what is wrong with the envelope, where the sender can be told.
    let fault: String?
    private let data: Data

    private struct Envelope: Decodable {
        let marker: String
        let session: String
        let id: Int
        let kind: String
        let name: String

        enum CodingKeys: String, CodingKey {
            case marker = "protocol"
            case session, id, kind, name
        }
    }

    private struct Rest: Decodable {
        let version: String
        let timeMs: Double
        let replyTo: Int?
    }

    private struct Carrier<Payload: Decodable>: Decodable {
        let payload: Payload
    }

    init?(_ text: String) {
        // Before a byte is parsed.
        guard text.utf8.count <= HuotiLimits.controlBytes else { return nil }
        data = Data(text.utf8)
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: data),
            envelope.marker == "huoti-bridge",
            HuotiInbound.isHex(envelope.session, digits: 32),
            (1...Int(Int32.max)).contains(envelope.id),
            ["request", "reply", "event", "cancel", "frame"].contains(envelope.kind),
            HuotiInbound.fits(envelope.name, "[a-z][A-Za-z0-9.]{0,47}")
        else { return nil }
        session = envelope.session
        id = envelope.id
        name = envelope.name
        kind = envelope.kind
        let rest = try? JSONDecoder().decode(Rest.self, from: data)
        replyTo = rest?.replyTo
        let isVersion = HuotiInbound.fits(rest?.version ?? "", "[0-9]{1,4}\\.[0-9]{1,4}")
        if !isVersion || !(0...1e13).contains(rest?.timeMs ?? -1) {
            fault = "bad_message"
        } else {
            // One major version here. A hello says by itself what it can speak.
            fault = name == "hello" || rest?.version.hasPrefix("1.") == true ? nil : "unsupported_version"
        }
    }

    /// The payload, or nil where it is not of that shape: `true` is no number, 1 is no boolean.
    func payload<Payload: Decodable>(_ type: Payload.Type) -> Payload? {
        (try? JSONDecoder().decode(Carrier<Payload>.self, from: data))?.payload
    }

    /// As the server names a session.
    static func isIdentifier(_ text: String) -> Bool { fits(text, "[A-Za-z0-9_-]{22}") }

    private static func fits(_ text: String, _ pattern: String) -> Bool {
        text.range(of: "\\A\(pattern)\\z", options: .regularExpression) != nil
    }

    static func isHex(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits && text.allSatisfy { "0123456789abcdef".contains($0) }
    }
}

/// One message to the page.
struct HuotiOutbound<Payload: Encodable>: Encodable {
    let marker = "huoti-bridge"
    let version: String
    let session: String
    let id: Int
    let kind: String
    let name: String
    var replyTo: Int?
    let timeMs: Double
    var payload: Payload?
    var error: HuotiError?

    enum CodingKeys: String, CodingKey {
        case marker = "protocol"
        case version, session, id, kind, name, replyTo, timeMs, payload, error
    }

    /// JSON that may stand inside a script: `<` would end one, U+2028 and U+2029 a line of one in engines before 2019.
    func text() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
            .replacingOccurrences(of: "<", with: "\\u003c")
            .replacingOccurrences(of: "\u{2028}", with: "\\u2028")
            .replacingOccurrences(of: "\u{2029}", with: "\\u2029")
    }
}

/// `{}`: a message that says all with its name.
struct HuotiNothing: Codable {}

/// Scheme, host and port: what a page is trusted by, taken from the platform and never from what a page says.
struct HuotiOrigin: Equatable {
    let scheme: String
    let host: String
    let port: Int

    /// Only https: a page has no camera otherwise, and nobody between may change it.
    init?(_ url: URL?) {
        guard let url = url, url.scheme?.lowercased() == "https", let host = url.host?.lowercased(), !host.isEmpty
        else { return nil }
        self.init(scheme: "https", host: host, port: url.port ?? 443)
    }

    init(scheme: String, host: String, port: Int) {
        self.scheme = scheme
        self.host = host
        // WebKit says 0 for the scheme's own port.
        self.port = port == 0 && scheme == "https" ? 443 : port
    }
}
