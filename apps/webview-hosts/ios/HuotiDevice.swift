import AVFoundation
import UIKit

/// What the page may ask of the phone, and how all of it is taken back.
@MainActor
final class HuotiDevice {
    private var brightnessBefore: CGFloat?
    private var wasAwake: Bool?

    /// How it stands with the app's own camera permission, in the protocol's words.
    func cameraPermission() -> String {
        switch AVCaptureDevice.authorizationStatus(for: .video) {
        case .authorized: return "granted"
        case .notDetermined: return "prompt"
        default: return "denied"  // By the person, or by a rule on the device: only Settings help.
        }
    }

    /// Asks the person, where that has not been done; answers exactly once, on the main queue.
    func requestCameraPermission(_ done: @escaping @MainActor (String) -> Void) {
        AVCaptureDevice.requestAccess(for: .video) { [weak self] _ in
            DispatchQueue.main.async { done(self?.cameraPermission() ?? "denied") }
        }
    }

    func openSettings() {
        guard let settings = URL(string: UIApplication.openSettingsURLString) else { return }
        UIApplication.shared.open(settings)
    }

    func keepAwake(_ on: Bool) {
        if wasAwake == nil { wasAwake = UIApplication.shared.isIdleTimerDisabled }
        UIApplication.shared.isIdleTimerDisabled = on || wasAwake == true
    }

    /// 0 to 1; nil gives back what the person had. It is the brightness of the phone, not of the app.
    func setBrightness(_ level: Double?) {
        if let level = level {
            if brightnessBefore == nil { brightnessBefore = UIScreen.main.brightness }
            UIScreen.main.brightness = CGFloat(level)
        } else if let before = brightnessBefore {
            UIScreen.main.brightness = before
            brightnessBefore = nil
        }
    }

    func play(_ pattern: String) {
        switch pattern {
        case "tick": UIImpactFeedbackGenerator(style: .light).impactOccurred()
        case "success": UINotificationFeedbackGenerator().notificationOccurred(.success)
        case "failure": UINotificationFeedbackGenerator().notificationOccurred(.error)
        default: break
        }
    }

    /// Everything as it was before; idempotent.
    func restore() {
        setBrightness(nil)
        if let before = wasAwake {
            UIApplication.shared.isIdleTimerDisabled = before
            wasAwake = nil
        }
    }
}
