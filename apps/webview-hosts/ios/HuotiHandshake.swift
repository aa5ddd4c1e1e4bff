import Foundation
import Security

/// What lets the page run one session: your backend asks the liveness service for it.
struct HuotiGrant: Encodable {
    let sessionId: String
    let clientToken: String
    var publicUrl: String?
    /// `adult`, `teen` or `child`, where your backend said it: the page asks for no age then.
    var ageBand: String?
}

/// What an earlier page of this view left behind, and why it ended.
struct HuotiInterrupted: Encodable {
    var sessionId: String?
    let error: HuotiError
}

/// One load of the page, from its hello to its end.
struct HuotiPage {
    private static let rememberedIds = 512

    let session: String
    let nonce: String
    let interrupted: HuotiInterrupted?
    var frameBytes = HuotiLimits.frameBytes
    var sessionId: String?
    /// What the page is doing, in its own word.
    var state = "idle"
    /// Requests that are being worked at.
    var waiting: Set<Int> = []
    var cameraAskedBy: Int?
    private var heard: [Int] = []

    init(session: String, nonce: String, interrupted: HuotiInterrupted?) {
        self.session = session
        self.nonce = nonce
        self.interrupted = interrupted
    }

    /// Whether a message comes for the first time.
    mutating func hearsFirst(_ id: Int) -> Bool {
        guard !heard.contains(id) else { return false }
        heard = Array((heard + [id]).suffix(HuotiPage.rememberedIds))
        return true
    }

    /// 128 random bits in hex.
    static func newNonce() -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        // Without it there is no nonce worth the name.
        precondition(SecRandomCopyBytes(kSecRandomDefault, bytes.count, &bytes) == errSecSuccess)
        return bytes.map { String(format: "%02x", $0) }.joined()
    }
}

/// What the page says first.
struct HuotiHello: Decodable {
    struct Limits: Decodable {
        let frameBytes: Int
    }
    let versions: [String]
    let nonce: String
    let limits: Limits
}

/// The answer to it.
struct HuotiWelcome: Encodable {
    struct App: Encodable {
        let id: String
        let version: String?
    }
    struct Limits: Encodable {
        let controlBytes = HuotiLimits.controlBytes
        let frameBytes = HuotiLimits.frameBytes
    }
    let version: String
    let app: App
    let platform = "ios"
    let capabilities: [String: Int]
    let limits = Limits()
    let nonce: String
    let echo: String
    let heardAtMs: Double
    let grant: HuotiGrant?
    let interrupted: HuotiInterrupted?
}
