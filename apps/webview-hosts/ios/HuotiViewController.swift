import UIKit
import WebKit

/// What your app decides; everything else follows from the address of the page.
struct HuotiConfiguration {
    /// Address of the liveness page, https. Its origin is the only one that gets the bridge and the camera.
    let page: URL
    /// As your server knows the app.
    let appId: String
    var appVersion: String?
    /// From your backend; without one the page asks its own server.
    var grant: HuotiGrant?
    /// Whether the app offers its own camera to the page, for views without `getUserMedia` (iOS 14.0 to 14.2).
    var offersHostCamera = true
}

/// A screen with the liveness page in it.
@MainActor
final class HuotiViewController: UIViewController, WKScriptMessageHandler, WKNavigationDelegate, WKUIDelegate {
    private let configuration: HuotiConfiguration
    private let origin: HuotiOrigin
    private weak var hostDelegate: HuotiHostDelegate?
    private var webView: WKWebView!
    private var bridge: HuotiBridge!
    private var observers: [NSObjectProtocol] = []

    /// - Returns: nil where the page's address is not https.
    init?(configuration: HuotiConfiguration, delegate: HuotiHostDelegate) {
        guard let origin = HuotiOrigin(configuration.page) else { return nil }
        self.configuration = configuration
        self.origin = origin
        hostDelegate = delegate
        super.init(nibName: nil, bundle: nil)
    }

    @available(*, unavailable)
    required init?(coder: NSCoder) { nil }

    override func viewDidLoad() {
        super.viewDidLoad()
        let settings = WKWebViewConfiguration()
        settings.allowsInlineMediaPlayback = true
        settings.mediaTypesRequiringUserActionForPlayback = []
        // Nothing of the page outlives the screen: no cookie, no cache.
        settings.websiteDataStore = .nonPersistent()
        settings.userContentController.add(WeakHandler(self), name: "huoti")
        webView = WKWebView(frame: view.bounds, configuration: settings)
        webView.autoresizingMask = [.flexibleWidth, .flexibleHeight]
        webView.navigationDelegate = self
        webView.uiDelegate = self
        webView.allowsBackForwardNavigationGestures = false
        view.addSubview(webView)

        bridge = HuotiBridge(
            appId: configuration.appId, appVersion: configuration.appVersion, grant: configuration.grant,
            device: HuotiDevice(), camera: configuration.offersHostCamera ? HuotiHostCamera() : nil,
            send: { [weak self] text in self?.send(text) })
        bridge.delegate = hostDelegate
        observeApp()
        webView.load(URLRequest(url: configuration.page))
    }

    override func viewDidDisappear(_ animated: Bool) {
        super.viewDidDisappear(animated)
        guard isBeingDismissed || isMovingFromParent || navigationController?.isBeingDismissed == true else { return }
        bridge.endPage()
        observers.forEach { NotificationCenter.default.removeObserver($0) }
        observers = []
        webView.stopLoading()
        webView.configuration.userContentController.removeScriptMessageHandler(forName: "huoti")
    }

    private func observeApp() {
        // Not "resign active": the system's own camera prompt does that as well.
        let moves: [(Notification.Name, Bool)] = [
            (UIApplication.didEnterBackgroundNotification, true),
            (UIApplication.willEnterForegroundNotification, false),
        ]
        observers = moves.map { name, toBackground in
            NotificationCenter.default.addObserver(forName: name, object: nil, queue: .main) { [weak self] _ in
                MainActor.assumeIsolated { self?.bridge.appMoved(toBackground: toBackground) }
            }
        }
    }

    // MARK: - The bridge

    /// A handler is seen by every frame: each message is checked by what WebKit says of its sender.
    func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
        guard message.webView === webView, isTrusted(message.frameInfo), let text = message.body as? String
        else { return }
        bridge.receive(text)
    }

    private func isTrusted(_ frame: WKFrameInfo) -> Bool {
        frame.isMainFrame && isOurs(frame.securityOrigin)
    }

    private func isOurs(_ other: WKSecurityOrigin) -> Bool {
        HuotiOrigin(scheme: other.protocol, host: other.host, port: other.port) == origin
    }

    /// The text goes in as a string literal; the page reads it as JSON and evaluates nothing.
    private func send(_ text: String) {
        guard HuotiOrigin(webView.url) == origin, let list = try? JSONEncoder().encode([text]) else { return }
        // `["..."]` without its brackets: JSONEncoder of older systems takes no bare string.
        let literal = String(decoding: list.dropFirst().dropLast(), as: UTF8.self)
        webView.evaluateJavaScript("huotiBridge.receive(\(literal))", completionHandler: nil)
    }

    // MARK: - Camera of the page

    /// Called from iOS 15 on, once a request; each path answers exactly once.
    @available(iOS 15.0, *)
    func webView(
        _ webView: WKWebView, requestMediaCapturePermissionFor origin: WKSecurityOrigin,
        initiatedByFrame frame: WKFrameInfo, type: WKMediaCaptureType,
        decisionHandler: @escaping @MainActor (WKPermissionDecision) -> Void
    ) {
        // The camera alone: a page that wants the microphone too is not ours.
        let mayHave = type == .camera && isTrusted(frame) && isOurs(origin)
        decisionHandler(mayHave ? .grant : .deny)
    }

    // MARK: - Where the page may go

    /// The main frame stays on its origin: whoever leads it elsewhere gets neither bridge nor camera there.
    func webView(
        _ webView: WKWebView, decidePolicyFor navigationAction: WKNavigationAction,
        decisionHandler: @escaping @MainActor (WKNavigationActionPolicy) -> Void
    ) {
        // No target frame is a new window: there is none.
        guard let target = navigationAction.targetFrame else { return decisionHandler(.cancel) }
        let stays = !target.isMainFrame || HuotiOrigin(navigationAction.request.url) == origin
        decisionHandler(stays ? .allow : .cancel)
    }

    /// WebKit ended the page, mostly for memory. The view is white until it is loaded again.
    func webViewWebContentProcessDidTerminate(_ webView: WKWebView) {
        bridge.processGone()
        webView.load(URLRequest(url: configuration.page))
    }
}

/// The content controller holds its handlers strongly, and is held by the view that it would keep alive.
@MainActor
private final class WeakHandler: NSObject, WKScriptMessageHandler {
    private weak var handler: WKScriptMessageHandler?

    init(_ handler: WKScriptMessageHandler) { self.handler = handler }

    func userContentController(_ controller: WKUserContentController, didReceive message: WKScriptMessage) {
        handler?.userContentController(controller, didReceive: message)
    }
}
