import CoreMedia
import Foundation

/// What the app is told. Nothing of it says whether a person was there: that is the app's own server's to say.
@MainActor
protocol HuotiHostDelegate: AnyObject {
    /// The page says that a session is over. Have your OWN backend ask the liveness service for the signed result of the
    /// session that IT started. The id comes from a page, and a page can be made to say anything.
    func huotiSessionEnded(sessionId: String?)
    /// The person is done with the page: take it away.
    func huotiWantsToClose()
}

/// The host's half of the bridge: reads what the page says, checks it, does it, answers. Whoever calls `receive` has checked
/// frame and origin of the message with the platform's own data.
@MainActor
final class HuotiBridge {
    private static let version = "1.0"
    private static let rememberedPages = 64

    weak var delegate: HuotiHostDelegate?
    private let appId: String
    private let appVersion: String?
    /// For one try: who has begun one gets no second out of it.
    private var grant: HuotiGrant?
    private let device: HuotiDevice
    private let camera: HuotiHostCamera?
    /// Hands one text to the main frame of the trusted page.
    private let send: (String) -> Void

    private var page: HuotiPage?
    private var over: [String] = []
    private var lost: HuotiInterrupted?
    private var confirmed: Set<String> = []
    private var lastId = 0

    init(
        appId: String, appVersion: String?, grant: HuotiGrant?, device: HuotiDevice, camera: HuotiHostCamera?,
        send: @escaping (String) -> Void
    ) {
        self.appId = appId
        self.appVersion = appVersion
        self.grant = grant
        self.device = device
        self.camera = camera
        self.send = send
        camera?.onState = { [weak self] state in self?.say("event", "camera.state", payload: state) }
        camera?.onFrame = { [weak self] frame in self?.sendFrame(frame) ?? false }
    }

    /// What this host really does; leave out what your app can't.
    private var capabilities: [String: Int] {
        var offered = [
            "camera.page": 1, "permission.query": 1, "settings.open": 1, "haptics": 1, "brightness": 1, "keepAwake": 1,
        ]
        if camera != nil {
            offered["camera.host"] = 1
            offered["frames.jpeg"] = 1
        }
        return offered
    }

    /// The host's clock: the one that stamps camera frames, in ms.
    static func nowMs() -> Double { CMClockGetTime(CMClockGetHostTimeClock()).seconds * 1000 }

    /// One text of the page. Never throws, never evaluates.
    func receive(_ text: String) {
        let heardAtMs = HuotiBridge.nowMs()
        guard let message = HuotiInbound(text) else { return }
        if let fault = message.fault {
            if message.kind == "request" { refuse(message, fault) }
            return
        }
        if message.kind == "request", message.name == "hello" {
            hello(message, heardAtMs: heardAtMs)
            return
        }
        guard message.session == page?.session else {
            // A page that was left and came back, or one that never said hello.
            if message.kind == "request" { refuse(message, "page_reloaded", "say hello first") }
            return
        }
        guard page?.hearsFirst(message.id) == true else { return }
        switch message.kind {
        case "request": answer(message)
        case "event": hear(message)
        case "cancel": cancel(message)
        default: break
        }
    }

    /// The app went to the background or came back. The page ends its session on a pause.
    func appMoved(toBackground: Bool) {
        if toBackground {
            camera?.close()
            device.restore()
        }
        say("event", toBackground ? "app.pause" : "app.resume", payload: HuotiNothing())
    }

    /// The content process died: the next page is told so with its welcome.
    func processGone() {
        lost = interruption(of: page, "process_gone", retryable: true)
        endPage()
    }

    /// Whatever the page had switched on is switched off; idempotent.
    func endPage() {
        camera?.close()
        device.restore()
        if let page = page { over = (over + [page.session]).suffix(HuotiBridge.rememberedPages) }
        page = nil
    }

    /// The page no longer waits.
    private func cancel(_ message: HuotiInbound) {
        guard let asked = message.replyTo else { return }
        page?.waiting.remove(asked)
        // It goes on without the app.
        if message.name == "hello" { endPage() }
        // Nobody else would close it.
        if asked == page?.cameraAskedBy { camera?.close() }
    }

    // MARK: - The handshake

    private func hello(_ message: HuotiInbound, heardAtMs: Double) {
        guard let said = message.payload(HuotiHello.self), HuotiInbound.isHex(said.nonce, digits: 32),
            said.limits.frameBytes >= 512 * 1024
        else { return refuse(message, "bad_message", "hello: not as the protocol has it") }
        // One major version here; minors only add what may be passed over.
        guard said.versions.contains(where: { $0.hasPrefix("1.") }) else {
            return refuse(message, "unsupported_version", "this app speaks \(HuotiBridge.version)")
        }
        // A page that is over does not come back.
        guard !over.contains(message.session) else { return }
        if page?.session != message.session {
            // A page that says hello under a new name was loaded anew: the one before is gone.
            let interrupted = lost ?? interruption(of: page, "page_reloaded", retryable: false)
            endPage()
            lost = nil
            page = HuotiPage(session: message.session, nonce: HuotiPage.newNonce(), interrupted: interrupted)
        }
        page?.frameBytes = min(HuotiLimits.frameBytes, said.limits.frameBytes)
        guard let page = page else { return }
        reply(
            message,
            HuotiWelcome(
                version: HuotiBridge.version, app: .init(id: appId, version: appVersion), capabilities: capabilities,
                nonce: page.nonce, echo: said.nonce, heardAtMs: heardAtMs, grant: grant, interrupted: page.interrupted))
    }

    private func interruption(of page: HuotiPage?, _ code: String, retryable: Bool) -> HuotiInterrupted? {
        guard let page = page, !["idle", "ended"].contains(page.state) else { return nil }
        return HuotiInterrupted(sessionId: page.sessionId, error: HuotiError(code: code, retryable: retryable))
    }

    // MARK: - What the page asks

    private struct Permission: Decodable { let permission: String }
    private struct PermissionState: Encodable { let state: String }
    private struct KeepAwake: Decodable { let on: Bool }
    private struct Brightness: Decodable {
        let level: Double?

        enum CodingKeys: String, CodingKey { case level }

        init(from decoder: Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            // Null is a wish; nothing at all is none.
            level = try fields.decodeNil(forKey: .level) ? nil : fields.decode(Double.self, forKey: .level)
        }
    }
    private struct Ended: Decodable {
        let sessionId: String?
        let ended: String

        var isValid: Bool {
            ["completed", "refused", "declined", "error"].contains(ended)
                && (sessionId.map(HuotiInbound.isIdentifier) ?? true)
        }
    }

    private func answer(_ message: HuotiInbound) {
        switch message.name {
        case "permission.query", "permission.request":
            guard message.payload(Permission.self)?.permission == "camera" else { return refuse(message) }
            if message.name == "permission.query" {
                return reply(message, PermissionState(state: device.cameraPermission()))
            }
            page?.waiting.insert(message.id)
            device.requestCameraPermission { [weak self] state in
                guard self?.stopWaiting(for: message) == true else { return }
                self?.reply(message, PermissionState(state: state))
            }
        case "settings.open":
            device.openSettings()
            reply(message, HuotiNothing())
        case "keepAwake":
            guard let wish = message.payload(KeepAwake.self) else { return refuse(message) }
            device.keepAwake(wish.on)
            reply(message, HuotiNothing())
        case "brightness":
            guard let wish = message.payload(Brightness.self), (0...1).contains(wish.level ?? 0)
            else { return refuse(message) }
            device.setBrightness(wish.level)
            reply(message, HuotiNothing())
        case "camera.open":
            openCamera(message)
        case "camera.close":
            guard let camera = camera else { return refuseCapability(message) }
            guard let wish = message.payload(HuotiHostCamera.Close.self) else { return refuse(message) }
            if wish.stream == camera.stream { camera.close() }
            reply(message, HuotiNothing())
        case "result":
            guard let result = message.payload(Ended.self), result.isValid else { return refuse(message) }
            reply(message, HuotiNothing())
            page?.state = "ended"
            grant = nil
            // The page says it again until it hears of it: the app is told once.
            if confirmed.insert(result.sessionId ?? message.session).inserted {
                delegate?.huotiSessionEnded(sessionId: result.sessionId)
            }
        default:
            refuseCapability(message)
        }
    }

    private func openCamera(_ message: HuotiInbound) {
        guard let camera = camera else { return refuseCapability(message) }
        guard let wish = message.payload(HuotiHostCamera.Open.self), wish.isValid else { return refuse(message) }
        guard !camera.isOpen else { return refuse(message, "camera_in_use", "close the other one first") }
        page?.waiting.insert(message.id)
        page?.cameraAskedBy = message.id
        camera.open(wish) { [weak self] result in
            guard self?.stopWaiting(for: message) == true else {
                // Nobody waits for it any more: it is not left open.
                if case .success = result { camera.close() }
                return
            }
            switch result {
            case .success(let opened): self?.reply(message, opened)
            case .failure(let error): self?.say("reply", message.name, to: message, error: error)
            }
        }
    }

    private struct Haptics: Decodable { let pattern: String }
    private struct SessionState: Decodable {
        let state: String
        let sessionId: String?
    }

    private func hear(_ message: HuotiInbound) {
        switch message.name {
        case "haptics":
            if let wish = message.payload(Haptics.self) { device.play(wish.pattern) }
        case "frame.credit":
            if let given = message.payload(HuotiHostCamera.Credit.self) { camera?.give(given) }
        case "session.state":
            guard let said = message.payload(SessionState.self) else { return }
            if let sessionId = said.sessionId, HuotiInbound.isIdentifier(sessionId) { page?.sessionId = sessionId }
            page?.state = said.state
            if said.state == "running" { grant = nil }
        case "ui.close":
            delegate?.huotiWantsToClose()
        default:
            break  // An event that this app does not know is passed over.
        }
    }

    private func stopWaiting(for message: HuotiInbound) -> Bool {
        message.session == page?.session && page?.waiting.remove(message.id) != nil
    }

    // MARK: - What the page is told

    private func reply<Payload: Encodable>(_ message: HuotiInbound, _ payload: Payload) {
        say("reply", message.name, to: message, payload: payload)
    }

    private func refuse(_ message: HuotiInbound, _ code: String = "bad_message", _ why: String? = nil) {
        let error = HuotiError(code: code, retryable: false, message: why ?? "\(message.name): not as it should be")
        say("reply", message.name, to: message, error: error)
    }

    private func refuseCapability(_ message: HuotiInbound) {
        refuse(message, "unsupported_capability", "this app does not offer it")
    }

    private func sendFrame(_ frame: HuotiHostCamera.Frame) -> Bool {
        guard let page = page, frame.data.utf8.count + 1024 <= page.frameBytes else { return false }
        say("frame", "frame", payload: frame)
        return true
    }

    private func say<Payload: Encodable>(
        _ kind: String, _ name: String, to asked: HuotiInbound? = nil, payload: Payload
    ) {
        post(kind, name, asked, payload, nil)
    }

    private func say(_ kind: String, _ name: String, to asked: HuotiInbound, error: HuotiError) {
        post(kind, name, asked, HuotiNothing?.none, error)
    }

    private func post<Payload: Encodable>(
        _ kind: String, _ name: String, _ asked: HuotiInbound?, _ payload: Payload?, _ error: HuotiError?
    ) {
        guard let session = asked?.session ?? page?.session else { return }
        lastId += 1
        let message = HuotiOutbound(
            version: HuotiBridge.version, session: session, id: lastId, kind: kind, name: name, replyTo: asked?.id,
            timeMs: HuotiBridge.nowMs(), payload: payload, error: error)
        if let text = try? message.text() { send(text) }
    }
}
