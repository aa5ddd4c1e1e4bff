package com.example.huoti

import android.os.SystemClock
import org.json.JSONArray
import org.json.JSONObject

/** What the app is told. Nothing of it says whether a person was there: that is the app's own server's to say. */
interface HuotiHostListener {
    /**
     * The page says that a session is over. Have your OWN backend ask the liveness service for the signed result of the session
     * that IT started. The id comes from a page, and a page can be made to say anything.
     */
    fun onSessionEnded(sessionId: String?)

    /** The person is done with the page: take it away. */
    fun onWantsToClose()
}

/**
 * The host's half of the bridge: reads what the page says, checks it, does it, answers. Whoever calls [receive] has checked frame
 * and origin of the message with the platform's own data. Everything runs on the main thread.
 */
class HuotiBridge(
    private val appId: String,
    private val appVersion: String?,
    /** For one try: who has begun one gets no second out of it. */
    private var grant: HuotiGrant?,
    private val device: HuotiDevice,
    private val camera: HuotiHostCamera?,
    private val listener: HuotiHostListener,
) {
    private var page: HuotiPage? = null
    private var wire: HuotiWire? = null
    private val pastPages = LinkedHashSet<String>()
    private var lost: HuotiInterrupted? = null
    private val confirmed = HashSet<String>()
    private var lastId = 0

    init {
        camera?.onState = { state -> say("event", "camera.state", payload = state) }
        camera?.onFrame = ::sendFrame
    }

    /** What this host really does; leave out what your app can't. */
    private fun capabilities(): JSONObject {
        val offered = mutableListOf(
            "camera.page", "permission.query", "settings.open", "haptics", "brightness", "keepAwake",
        )
        if (camera != null) {
            offered += listOf("camera.host", "frames.jpeg")
            if (wire?.binary == true) offered += "binary"
        }
        return JSONObject(offered.associateWith { 1 })
    }

    /** One text of the page, and where its answer goes. Never throws, never evaluates. */
    fun receive(text: String, from: HuotiWire) {
        val heardAtMs = nowMs()
        val message = HuotiInbound.read(text) ?: return
        if (message.fault != null) {
            if (message.kind == "request") refuse(message, message.fault, over = from)
            return
        }
        if (message.kind == "request" && message.name == "hello") {
            hello(message, heardAtMs, from)
            return
        }
        val page = page
        if (page == null || message.session != page.session) {
            // A page that was left and came back, or one that never said hello.
            if (message.kind == "request") refuse(message, "page_reloaded", "say hello first", from)
            return
        }
        if (!page.hearsFirst(message.id)) return
        when (message.kind) {
            "request" -> answer(page, message)
            "event" -> hear(page, message)
            "cancel" -> cancel(page, message)
        }
    }

    /** The page no longer waits. */
    private fun cancel(page: HuotiPage, message: HuotiInbound) {
        page.waiting.remove(message.replyTo)
        // It goes on without the app.
        if (message.name == "hello") endPage()
        // Nobody else would close it.
        if (message.replyTo != null && message.replyTo == page.cameraAskedBy) camera?.close()
    }

    /** The app went to the background or came back. The page ends its session on a pause. */
    fun appMoved(toBackground: Boolean) {
        if (toBackground) {
            camera?.close()
            device.restore()
        }
        say("event", if (toBackground) "app.pause" else "app.resume", payload = JSONObject())
    }

    /** The renderer died: the next page is told so with its welcome. */
    fun processGone() {
        lost = interruptionOf(page, "process_gone", retryable = true)
        endPage()
    }

    /** Whatever the page had switched on is switched off; idempotent. */
    fun endPage() {
        camera?.close()
        device.restore()
        page?.let { pastPages += it.session }
        if (pastPages.size > REMEMBERED_PAGES) pastPages.remove(pastPages.first())
        page = null
        wire = null
    }

    // The handshake

    private fun hello(message: HuotiInbound, heardAtMs: Double, from: HuotiWire) {
        val versions = message.payload.optJSONArray("versions") ?: JSONArray()
        val nonce = message.payload.opt("nonce")
        val frameBytes = message.payload.optJSONObject("limits")?.optWhole("frameBytes") ?: 0
        if (!HuotiInbound.isSession(nonce) || frameBytes < HuotiLimits.LEAST_FRAME_BYTES) {
            return refuse(message, "bad_message", "hello: not as the protocol has it", from)
        }
        // One major version here; minors only add what may be passed over.
        if ((0 until versions.length()).none { versions.optString(it).startsWith("1.") }) {
            return refuse(message, "unsupported_version", "this app speaks $VERSION", from)
        }
        // A page that is over does not come back.
        if (message.session in pastPages) return
        if (page?.session != message.session) {
            // A page that says hello under a new name was loaded anew: the one before is gone.
            val interrupted = lost ?: interruptionOf(page, "page_reloaded", retryable = false)
            endPage()
            lost = null
            page = HuotiPage(message.session, HuotiPage.newNonce(), interrupted)
        }
        wire = from
        val page = page ?: return
        page.frameBytes = minOf(HuotiLimits.FRAME_BYTES, frameBytes)
        val app = JSONObject().put("id", appId).putOpt("version", appVersion)
        val welcome = page.welcome(VERSION, app, capabilities(), nonce as String, heardAtMs, grant)
        reply(message, welcome)
    }

    private fun interruptionOf(page: HuotiPage?, code: String, retryable: Boolean): HuotiInterrupted? =
        if (page == null || page.state == "idle" || page.state == "ended") {
            null
        } else {
            HuotiInterrupted(page.sessionId, HuotiException(code, retryable))
        }

    // What the page asks

    private fun answer(page: HuotiPage, message: HuotiInbound) {
        val payload = message.payload
        when (message.name) {
            "permission.query", "permission.request" -> {
                if (payload.opt("permission") != "camera") return refuse(message)
                if (message.name == "permission.query") return reply(message, stateOf(device.cameraPermission()))
                page.waiting += message.id
                device.requestCameraPermission { state ->
                    if (stopWaiting(message)) reply(message, stateOf(state))
                }
            }
            "settings.open" -> {
                device.openSettings()
                reply(message, JSONObject())
            }
            "keepAwake" -> {
                device.keepAwake(payload.opt("on") as? Boolean ?: return refuse(message))
                reply(message, JSONObject())
            }
            "brightness" -> {
                // Null is a wish; nothing at all is none.
                if (!payload.has("level")) return refuse(message)
                val level = if (payload.isNull("level")) null else payload.opt("level") as? Number ?: return refuse(message)
                if (level != null && level.toDouble() !in 0.0..1.0) return refuse(message)
                device.setBrightness(level?.toFloat())
                reply(message, JSONObject())
            }
            "camera.open" -> openCamera(page, message)
            "camera.close" -> {
                val camera = camera ?: return refuseCapability(message)
                val stream = payload.optWhole("stream") ?: return refuse(message)
                if (stream == camera.stream) camera.close()
                reply(message, JSONObject())
            }
            "result" -> {
                val isNamed = !payload.has("sessionId") || HuotiInbound.isIdentifier(payload.opt("sessionId"))
                if (payload.opt("ended") !in ENDS || !isNamed) return refuse(message)
                reply(message, JSONObject())
                page.state = "ended"
                grant = null
                val sessionId = payload.opt("sessionId") as? String
                // The page says it again until it hears of it: the app is told once.
                if (confirmed.add(sessionId ?: message.session)) listener.onSessionEnded(sessionId)
            }
            else -> refuseCapability(message)
        }
    }

    private fun openCamera(page: HuotiPage, message: HuotiInbound) {
        val camera = camera ?: return refuseCapability(message)
        val wish = HuotiHostCamera.Open.read(message.payload) ?: return refuse(message)
        if (camera.isOpen) return refuse(message, "camera_in_use", "close the other one first")
        page.waiting += message.id
        page.cameraAskedBy = message.id
        camera.open(wish) { opened, error ->
            when {
                // Nobody waits for it any more: it is not left open.
                !stopWaiting(message) -> if (opened != null) camera.close()
                opened != null -> reply(message, opened)
                else -> say("reply", message.name, message, error = error ?: HuotiException("internal", false))
            }
        }
    }

    private fun hear(page: HuotiPage, message: HuotiInbound) {
        val payload = message.payload
        when (message.name) {
            "haptics" -> device.play(payload.optString("pattern"))
            "frame.credit" -> camera?.give(payload.optWhole("stream") ?: 0, payload.optWhole("credits") ?: 0)
            "session.state" -> {
                val sessionId = payload.opt("sessionId") as? String
                if (HuotiInbound.isIdentifier(sessionId)) page.sessionId = sessionId
                page.state = payload.opt("state") as? String ?: return
                if (page.state == "running") grant = null
            }
            "ui.close" -> listener.onWantsToClose()
            // An event that this app does not know is passed over.
        }
    }

    private fun stopWaiting(message: HuotiInbound): Boolean =
        page?.session == message.session && page?.waiting?.remove(message.id) == true

    private fun stateOf(state: String): JSONObject = JSONObject().put("state", state)

    // What the page is told

    private fun reply(message: HuotiInbound, payload: JSONObject) = say("reply", message.name, message, payload)

    private fun refuse(
        message: HuotiInbound,
        code: String = "bad_message",
        why: String = "${message.name}: not as it should be",
        over: HuotiWire? = wire,
    ) = say("reply", message.name, message, error = HuotiException(code, false, why), over = over)

    private fun refuseCapability(message: HuotiInbound) =
        refuse(message, "unsupported_capability", "this app does not offer it")

    private fun sendFrame(frame: JSONObject, jpeg: ByteArray): Boolean {
        val page = page ?: return false
        val wire = wire ?: return false
        if (wire.binary) {
            val message = envelope("frame", "frame", null, frame, null, page.session)
            val bytes = joinFrame(message.toScriptSafeText(), jpeg)
            if (bytes.size > page.frameBytes) return false
            wire.send(bytes)
        } else {
            val data = android.util.Base64.encodeToString(jpeg, android.util.Base64.NO_WRAP)
            if (data.length + 1024 > page.frameBytes) return false
            say("frame", "frame", payload = frame.put("data", data))
        }
        return true
    }

    private fun say(
        kind: String,
        name: String,
        asked: HuotiInbound? = null,
        payload: JSONObject? = null,
        error: HuotiException? = null,
        over: HuotiWire? = wire,
    ) {
        val session = asked?.session ?: page?.session ?: return
        over?.send(envelope(kind, name, asked, payload, error, session).toScriptSafeText())
    }

    private fun envelope(
        kind: String,
        name: String,
        asked: HuotiInbound?,
        payload: JSONObject?,
        error: HuotiException?,
        session: String,
    ): JSONObject {
        lastId += 1
        return JSONObject()
            .put("protocol", "huoti-bridge")
            .put("version", VERSION)
            .put("session", session)
            .put("id", lastId)
            .put("kind", kind)
            .put("name", name)
            .putOpt("replyTo", asked?.id)
            .put("timeMs", nowMs())
            .putOpt("payload", payload)
            .putOpt("error", error?.toJson())
    }

    companion object {
        private const val VERSION = "1.0"
        private const val REMEMBERED_PAGES = 64
        private val ENDS = setOf("completed", "refused", "declined", "error")

        /** The host's clock: the one that stamps camera frames, in ms. */
        fun nowMs(): Double = SystemClock.elapsedRealtimeNanos() / 1e6
    }
}
