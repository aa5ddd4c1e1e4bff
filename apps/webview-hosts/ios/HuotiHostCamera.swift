import AVFoundation
import CoreImage
import ImageIO

/// The app's own camera as pictures for the page: JPEG, upright, unmirrored, sent only while the page has given credit. The newest
/// picture wins; the others are counted as dropped. Nothing is stored.
@MainActor
final class HuotiHostCamera: NSObject, AVCaptureVideoDataOutputSampleBufferDelegate {
    struct Open: Decodable {
        let facing: String
        let idealWidthPx: Int
        let idealHeightPx: Int
        let idealFps: Int
        let formats: [String]

        var isValid: Bool {
            ["user", "environment"].contains(facing) && formats.contains("jpeg") && (1...60).contains(idealFps)
                && (16...4096).contains(idealWidthPx) && (16...4096).contains(idealHeightPx)
        }
    }
    struct Opened: Encodable {
        let stream: Int
        let widthPx: Int
        let heightPx: Int
        let fps: Double
        let facing: String
        let format = "jpeg"
        let mirrored = false
    }
    struct Close: Decodable { let stream: Int }
    struct Credit: Decodable {
        let stream: Int
        let credits: Int
    }
    struct State: Encodable {
        let stream: Int
        let state: String
        var error: HuotiError?
    }
    struct Frame: Encodable {
        let stream: Int
        let sequence: Int
        let capturedAtMs: Double
        let widthPx: Int
        let heightPx: Int
        let format = "jpeg"
        let rotationDegrees = 0
        let droppedCount: Int
        let data: String
    }

    var onState: ((State) -> Void)?
    /// - Returns: whether the frame was sent.
    var onFrame: ((Frame) -> Bool)?
    /// Number of the latest opening.
    private(set) var stream = 0

    private static let creditStallS = 3.0
    private static let jpegQuality = 0.8

    private var session: AVCaptureSession?
    private var observers: [NSObjectProtocol] = []
    private var credits = 0
    private var sequence = 0
    private var dropped = 0
    private var waiting: Picture?
    private var stallTimer: Timer?
    /// Sessions are started and stopped here: both block.
    private let sessionQueue = DispatchQueue(label: "huoti.camera.session")
    private let pictureQueue = DispatchQueue(label: "huoti.camera.pictures")
    private let pictureMaker = PictureMaker()

    var isOpen: Bool { session != nil }

    /// Opens the camera, which is not open. Answers exactly once, on the main queue.
    func open(_ wish: Open, _ done: @escaping @MainActor (Result<Opened, HuotiError>) -> Void) {
        guard AVCaptureDevice.authorizationStatus(for: .video) == .authorized else {
            return done(.failure(HuotiError(code: "permission_denied", retryable: false)))
        }
        let position: AVCaptureDevice.Position = wish.facing == "user" ? .front : .back
        guard let device = AVCaptureDevice.default(.builtInWideAngleCamera, for: .video, position: position) else {
            return done(.failure(HuotiError(code: "camera_not_found", retryable: false)))
        }
        guard let input = try? AVCaptureDeviceInput(device: device) else {
            return done(.failure(HuotiError(code: "camera_in_use", retryable: true)))
        }
        let output = AVCaptureVideoDataOutput()
        output.alwaysDiscardsLateVideoFrames = true
        output.videoSettings = [kCVPixelBufferPixelFormatTypeKey as String: kCVPixelFormatType_420YpCbCr8BiPlanarFullRange]
        let session = AVCaptureSession()
        session.beginConfiguration()
        session.sessionPreset = .vga640x480
        guard session.canAddInput(input), session.canAddOutput(output) else {
            return done(.failure(HuotiError(code: "camera_in_use", retryable: true)))
        }
        session.addInput(input)
        session.addOutput(output)
        // Upright and as a stranger sees the person: turning to the left stays to the left.
        if let connection = output.connection(with: .video) {
            if connection.isVideoOrientationSupported { connection.videoOrientation = .portrait }
            if connection.isVideoMirroringSupported {
                connection.automaticallyAdjustsVideoMirroring = false
                connection.isVideoMirrored = false
            }
        }
        session.commitConfiguration()

        stream += 1
        let opening = stream
        self.session = session
        credits = 0
        sequence = 0
        dropped = 0
        // The preset is 640 x 480, held upright; the page gets its longest side as it wished.
        let longest = min(640, max(wish.idealWidthPx, wish.idealHeightPx))
        pictureMaker.begin(stream: opening, scale: Double(longest) / 640, fps: min(30, wish.idealFps))
        output.setSampleBufferDelegate(self, queue: pictureQueue)
        observe(session)
        sessionQueue.async {
            session.startRunning()
            let isRunning = session.isRunning
            DispatchQueue.main.async { [weak self] in
                guard let self = self, self.stream == opening, self.session === session else {
                    return done(.failure(HuotiError(code: "cancelled", retryable: true)))
                }
                guard isRunning else {
                    self.close()
                    return done(.failure(HuotiError(code: "camera_in_use", retryable: true)))
                }
                done(
                    .success(
                        Opened(
                            stream: opening, widthPx: longest * 3 / 4, heightPx: longest,
                            fps: Double(min(30, wish.idealFps)), facing: wish.facing)))
            }
        }
    }

    /// Lets the camera go; idempotent.
    func close() {
        guard let session = session else { return }
        self.session = nil
        observers.forEach { NotificationCenter.default.removeObserver($0) }
        observers = []
        stallTimer?.invalidate()
        stallTimer = nil
        waiting = nil
        credits = 0
        pictureMaker.end()
        sessionQueue.async { session.stopRunning() }
    }

    /// The page has done with so many frames.
    func give(_ given: Credit) {
        guard session != nil, given.stream == stream, (1...HuotiLimits.credits).contains(given.credits) else { return }
        credits = min(HuotiLimits.credits, credits + given.credits)
        stallTimer?.invalidate()
        stallTimer = nil
        pass()
    }

    // MARK: - Pictures

    nonisolated func captureOutput(
        _ output: AVCaptureOutput, didOutput sampleBuffer: CMSampleBuffer, from connection: AVCaptureConnection
    ) {
        guard let picture = pictureMaker.picture(of: sampleBuffer) else { return }
        DispatchQueue.main.async { [weak self] in self?.take(picture) }
    }

    private func take(_ picture: Picture) {
        guard session != nil, picture.stream == stream else { return }
        if waiting != nil { dropped += 1 }
        waiting = picture
        pass()
    }

    /// Sends the newest picture where there is credit for one.
    private func pass() {
        guard let picture = waiting else { return }
        guard credits > 0 else { return startStallTimer() }
        waiting = nil
        let frame = Frame(
            stream: stream, sequence: sequence, capturedAtMs: picture.capturedAtMs, widthPx: picture.widthPx,
            heightPx: picture.heightPx, droppedCount: dropped, data: picture.jpeg.base64EncodedString())
        if onFrame?(frame) == true {
            sequence += 1
            credits -= 1
        } else {
            dropped += 1
        }
    }

    private func startStallTimer() {
        guard stallTimer == nil else { return }
        stallTimer = Timer.scheduledTimer(withTimeInterval: HuotiHostCamera.creditStallS, repeats: false) { [weak self] _ in
            MainActor.assumeIsolated {
                guard let self = self, self.session != nil else { return }
                self.onState?(State(stream: self.stream, state: "stalled", error: nil))
            }
        }
    }

    private func observe(_ session: AVCaptureSession) {
        let ends: [Notification.Name] = [.AVCaptureSessionWasInterrupted, .AVCaptureSessionRuntimeError]
        observers = ends.map { name in
            NotificationCenter.default.addObserver(forName: name, object: session, queue: .main) { [weak self] _ in
                MainActor.assumeIsolated {
                    guard let self = self, self.session === session else { return }
                    let error = HuotiError(code: "camera_interrupted", retryable: true)
                    self.onState?(State(stream: self.stream, state: "interrupted", error: error))
                    // It does not come back by itself: the page starts anew.
                    self.close()
                }
            }
        }
    }

    /// One picture, ready to go.
    struct Picture {
        let stream: Int
        let capturedAtMs: Double
        let widthPx: Int
        let heightPx: Int
        let jpeg: Data
    }

    /// Makes JPEGs on the queue of the pictures; which opening they are of is set from the main queue.
    private final class PictureMaker: @unchecked Sendable {
        private let lock = NSLock()
        private let context = CIContext(options: [.cacheIntermediates: false])
        private var stream: Int?
        private var scale = 1.0
        private var leastGapMs = 0.0
        private var lastAtMs = -Double.infinity

        func begin(stream: Int, scale: Double, fps: Int) {
            lock.lock()
            defer { lock.unlock() }
            self.stream = stream
            self.scale = scale
            // A quarter less than the gap wished for: sensors do not tick evenly.
            leastGapMs = 750 / Double(fps)
            lastAtMs = -Double.infinity
        }

        func end() {
            lock.lock()
            defer { lock.unlock() }
            stream = nil
        }

        func picture(of sampleBuffer: CMSampleBuffer) -> Picture? {
            lock.lock()
            defer { lock.unlock() }
            let capturedAtMs = CMSampleBufferGetPresentationTimeStamp(sampleBuffer).seconds * 1000
            guard let stream = stream, capturedAtMs - lastAtMs >= leastGapMs,
                let pixels = CMSampleBufferGetImageBuffer(sampleBuffer)
            else { return nil }
            lastAtMs = capturedAtMs
            let image = CIImage(cvPixelBuffer: pixels).transformed(by: CGAffineTransform(scaleX: scale, y: scale))
            let quality = CIImageRepresentationOption(rawValue: kCGImageDestinationLossyCompressionQuality as String)
            guard let colours = CGColorSpace(name: CGColorSpace.sRGB),
                let jpeg = context.jpegRepresentation(
                    of: image, colorSpace: colours, options: [quality: HuotiHostCamera.jpegQuality])
            else { return nil }
            let size = image.extent.integral.size
            return Picture(
                stream: stream, capturedAtMs: capturedAtMs, widthPx: Int(size.width), heightPx: Int(size.height), jpeg: jpeg)
        }
    }
}
