package com.example.huoti

import android.net.Uri
import android.webkit.JavascriptInterface
import android.webkit.WebView
import org.json.JSONObject
import java.security.MessageDigest
import java.security.SecureRandom

/**
 * The bridge for WebViews without `addWebMessageListener`. Use it only where you have to: `addJavascriptInterface` is seen by every
 * frame, and the app can't tell which one calls. So a token is handed to the main frame of our own page, anew for every load, and a
 * message without it is dropped. It offers no camera of the app: pictures go only where the platform says who is there.
 */
class HuotiLegacyBridge(
    private val view: WebView,
    private val origin: HuotiOrigin,
    private val bridge: HuotiBridge,
) : HuotiWire {
    private var token = newToken()
    private var handed = false

    override val binary = false

    init {
        view.addJavascriptInterface(Entry(), "huotiLegacy")
    }

    /** A new page has a new token: what an earlier one knew is worth nothing. */
    fun onPageStarted() {
        token = newToken()
        handed = false
    }

    /** The page's receiver is there once its scripts have run. */
    fun onPageFinished() = handOver()

    override fun send(text: String) {
        // As a string literal; the page reads it as JSON and evaluates nothing.
        if (isOurs()) view.evaluateJavascript("huotiBridge.receive(${JSONObject.quote(text)})", null)
    }

    override fun send(bytes: ByteArray) = Unit

    /** What pages see: one method, called on a thread of the WebView's own. */
    private inner class Entry {
        @JavascriptInterface
        fun postMessage(text: String?) {
            if (text == null || text.length > HuotiLimits.CONTROL_BYTES) return
            view.post { receive(text) }
        }
    }

    private fun receive(text: String) {
        if (!isOurs()) return
        val said = HuotiInbound.read(text)?.token
        // Compared in a time that tells nothing of where they differ.
        val isRight = said != null && MessageDigest.isEqual(said.toByteArray(), token.toByteArray())
        if (isRight) bridge.receive(text, this) else handOver()
    }

    /** To the main frame alone, after a look at its address, once a load. */
    private fun handOver() {
        if (handed || !isOurs()) return
        // Whether the page's receiver was there to take it.
        view.evaluateJavascript("typeof huotiBridge") { type ->
            if (type != "\"object\"" || handed || !isOurs()) return@evaluateJavascript
            handed = true
            view.evaluateJavascript("huotiBridge.setToken(${JSONObject.quote(token)})", null)
        }
    }

    private fun isOurs(): Boolean = HuotiOrigin.of(view.url?.let(Uri::parse)) == origin

    private fun newToken(): String {
        val bytes = ByteArray(32).also { SecureRandom().nextBytes(it) }
        return bytes.joinToString("") { "%02x".format(it) }
    }
}
