package com.example.huoti

import org.json.JSONObject
import java.security.SecureRandom

/** What lets the page run one session: your backend asks the liveness service for it. */
data class HuotiGrant(
    val sessionId: String,
    val clientToken: String,
    val publicUrl: String? = null,
    /** `adult`, `teen` or `child`, where your backend said it: the page asks for no age then. */
    val ageBand: String? = null,
) {
    fun toJson(): JSONObject =
        JSONObject().put("sessionId", sessionId).put("clientToken", clientToken)
            .putOpt("publicUrl", publicUrl).putOpt("ageBand", ageBand)
}

/** How text gets to the main frame of the trusted page. */
interface HuotiWire {
    /** Whether bytes go through as bytes. */
    val binary: Boolean
    fun send(text: String)
    fun send(bytes: ByteArray)
}

/** What an earlier page of this view left behind, and why it ended. */
class HuotiInterrupted(private val sessionId: String?, private val error: HuotiException) {
    fun toJson(): JSONObject = JSONObject().putOpt("sessionId", sessionId).put("error", error.toJson())
}

/** One load of the page, from its hello to its end. */
class HuotiPage(val session: String, private val nonce: String, private val interrupted: HuotiInterrupted?) {
    var frameBytes = HuotiLimits.FRAME_BYTES
    var sessionId: String? = null

    /** What the page is doing, in its own word. */
    var state = "idle"

    /** Requests that are being worked at. */
    val waiting = HashSet<Int>()
    var cameraAskedBy: Int? = null
    private val heard = LinkedHashSet<Int>()

    /** Whether a message comes for the first time. */
    fun hearsFirst(id: Int): Boolean {
        if (!heard.add(id)) return false
        if (heard.size > REMEMBERED_IDS) heard.remove(heard.first())
        return true
    }

    fun welcome(
        version: String,
        app: JSONObject,
        capabilities: JSONObject,
        echo: String,
        heardAtMs: Double,
        grant: HuotiGrant?,
    ): JSONObject {
        val limits = JSONObject()
            .put("controlBytes", HuotiLimits.CONTROL_BYTES)
            .put("frameBytes", HuotiLimits.FRAME_BYTES)
        return JSONObject()
            .put("version", version)
            .put("app", app)
            .put("platform", "android")
            .put("capabilities", capabilities)
            .put("limits", limits)
            .put("nonce", nonce)
            .put("echo", echo)
            .put("heardAtMs", heardAtMs)
            .putOpt("grant", grant?.toJson())
            .putOpt("interrupted", interrupted?.toJson())
    }

    companion object {
        private const val REMEMBERED_IDS = 512

        /** 128 random bits in hex. */
        fun newNonce(): String {
            val bytes = ByteArray(16).also { SecureRandom().nextBytes(it) }
            return bytes.joinToString("") { "%02x".format(it) }
        }
    }
}
