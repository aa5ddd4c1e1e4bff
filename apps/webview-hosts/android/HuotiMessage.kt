package com.example.huoti

import android.net.Uri
import org.json.JSONException
import org.json.JSONObject
import org.json.JSONTokener

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

/** One message of the page whose envelope is as it should be. What is not, is null and gets no answer. */
class HuotiInbound private constructor(
    val session: String,
    val id: Int,
    val kind: String,
    val name: String,
    val replyTo: Int?,
    /** Only where the platform can't tell who calls. */
    val token: String?,
    val payload: JSONObject,
) {
    companion object {
        private val SESSION = Regex("[0-9a-f]{32}")
        private val NAME = Regex("[a-z][A-Za-z.]{0,47}")

        fun read(text: String): HuotiInbound? {
            // Before a byte is parsed. Every character is at least one byte.
            if (text.length > HuotiLimits.CONTROL_BYTES) return null
            if (text.toByteArray(Charsets.UTF_8).size > HuotiLimits.CONTROL_BYTES) return null
            val value = try {
                JSONTokener(text).nextValue() as? JSONObject
            } catch (_: JSONException) {
                null
            } catch (_: StackOverflowError) {
                null // Nested deeper than the reader goes.
            } ?: return null
            if (value.opt("protocol") != "huoti-bridge") return null
            val session = value.opt("session") as? String ?: return null
            val id = value.opt("id") as? Int ?: return null
            val name = value.opt("name") as? String ?: return null
            if (!SESSION.matches(session) || id < 1 || !NAME.matches(name)) return null
            return HuotiInbound(
                session = session,
                id = id,
                kind = value.opt("kind") as? String ?: return null,
                name = name,
                replyTo = value.opt("replyTo") as? Int,
                token = value.opt("token") as? String,
                payload = value.opt("payload") as? JSONObject ?: JSONObject(),
            )
        }

        fun isSession(text: Any?): Boolean = text is String && SESSION.matches(text)
    }
}

/** JSON that may stand inside a script: `<` would end one, U+2028 and U+2029 a line of one in engines before 2019. */
fun JSONObject.toScriptSafeText(): String =
    toString().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

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
