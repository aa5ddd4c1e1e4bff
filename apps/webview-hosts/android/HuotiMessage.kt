package com.example.huoti

import android.net.Uri
import org.json.JSONException
import org.json.JSONObject
import org.json.JSONTokener
import java.nio.ByteBuffer
import java.nio.ByteOrder
import kotlin.math.abs

/** What the protocol allows, in bytes. */
object HuotiLimits {
    const val CONTROL_BYTES = 256 * 1024
    const val FRAME_BYTES = 2 * 1024 * 1024
    const val LEAST_FRAME_BYTES = 512 * 1024
    const val CREDITS = 8
}

/** An error as it crosses the bridge: a code of the protocol, and never a path, a token or a device name. */
class HuotiException(val code: String, val retryable: Boolean, message: String? = null) : Exception(message) {
    fun toJson(): JSONObject = JSONObject().put("code", code).put("retryable", retryable).apply {
        message?.let { put("message", it.take(300)) }
    }
}

/** One message of the page. What is null here is another's, or can't be answered, and is passed over. */
class HuotiInbound private constructor(
    val session: String,
    val id: Int,
    val kind: String,
    val name: String,
    val replyTo: Int?,
    /** Code of what is wrong with the envelope, where the sender can be told. */
    val fault: String?,
    /** Only where the platform can't tell who calls. */
    val token: String?,
    val payload: JSONObject,
) {
    companion object {
        private val SESSION = Regex("[0-9a-f]{32}")
        private val NAME = Regex("[a-z][A-Za-z0-9.]{0,47}")
        private val VERSION = Regex("[0-9]{1,4}\\.[0-9]{1,4}")
        private val IDENTIFIER = Regex("[A-Za-z0-9_-]{22}")
        private val KINDS = setOf("request", "reply", "event", "cancel", "frame")

        fun read(text: String): HuotiInbound? {
            // Before a byte is parsed. Every character is at least one byte.
            if (text.length > HuotiLimits.CONTROL_BYTES) return null
            if (text.toByteArray(Charsets.UTF_8).size > HuotiLimits.CONTROL_BYTES) return null
            val value = try {
                val tokener = JSONTokener(text)
                // One object, and nothing after it.
                (tokener.nextValue() as? JSONObject)?.takeIf { tokener.nextClean() == '\u0000' }
            } catch (_: JSONException) {
                null
            } catch (_: StackOverflowError) {
                null // Nested deeper than the reader goes.
            } ?: return null
            if (value.opt("protocol") != "huoti-bridge") return null
            val session = value.opt("session") as? String ?: return null
            val id = value.optWhole("id") ?: return null
            val name = value.opt("name") as? String ?: return null
            if (!SESSION.matches(session) || id < 1 || !NAME.matches(name)) return null
            val kind = value.opt("kind") as? String ?: return null
            if (kind !in KINDS) return null
            val version = value.opt("version") as? String
            val timeMs = (value.opt("timeMs") as? Number)?.toDouble() ?: -1.0
            val payload = value.opt("payload") ?: JSONObject.NULL
            val fault = when {
                version == null || !VERSION.matches(version) || timeMs !in 0.0..1e13 -> "bad_message"
                payload != JSONObject.NULL && payload !is JSONObject -> "bad_message"
                // One major version here. A hello says by itself what it can speak.
                name == "hello" || version.startsWith("1.") -> null
                else -> "unsupported_version"
            }
            return HuotiInbound(
                session = session,
                id = id,
                kind = kind,
                name = name,
                replyTo = value.optWhole("replyTo"),
                fault = fault,
                token = value.opt("token") as? String,
                payload = payload as? JSONObject ?: JSONObject(),
            )
        }

        /** As the server names a session. */
        fun isIdentifier(text: Any?): Boolean = text is String && IDENTIFIER.matches(text)

        /** 128 random bits in hex: a session of the bridge, and a nonce. */
        fun isSession(text: Any?): Boolean = text is String && SESSION.matches(text)
    }
}

/** A whole number of 32 bits, `1.0` too; null where there is none. */
fun JSONObject.optWhole(key: String): Int? {
    val value = (opt(key) as? Number)?.toDouble() ?: return null
    return if (value == Math.rint(value) && abs(value) <= Int.MAX_VALUE) value.toInt() else null
}

/** JSON that may stand inside a script: `<` would end one, U+2028 and U+2029 a line of one in engines before 2019. */
fun JSONObject.toScriptSafeText(): String =
    toString().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

/** A frame as bytes: "HBF1", length of the message as 32 bits little-endian, the message, the pixels. */
fun joinFrame(message: String, pixels: ByteArray): ByteArray {
    val head = message.toByteArray(Charsets.US_ASCII)
    return ByteBuffer.allocate(8 + head.size + pixels.size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("HBF1".toByteArray(Charsets.US_ASCII))
        .putInt(head.size)
        .put(head)
        .put(pixels)
        .array()
}

/** Scheme, host and port: what a page is trusted by, taken from the platform and never from what a page says. */
data class HuotiOrigin(val host: String, val port: Int) {
    /** As a rule of `addWebMessageListener` has it. */
    val rule: String get() = if (port == 443) "https://$host" else "https://$host:$port"

    companion object {
        /** Only https: a page has no camera otherwise, and nobody between may change it. */
        fun of(uri: Uri?): HuotiOrigin? {
            if (uri == null || !uri.scheme.equals("https", ignoreCase = true) || uri.userInfo != null) return null
            val host = uri.host?.lowercase()
            if (host.isNullOrEmpty()) return null
            return HuotiOrigin(host, if (uri.port == -1) 443 else uri.port)
        }
    }
}
