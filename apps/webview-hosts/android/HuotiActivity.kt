package com.example.huoti

import android.annotation.SuppressLint
import android.graphics.Bitmap
import android.net.Uri
import android.os.Bundle
import android.view.ViewGroup
import android.webkit.PermissionRequest
import android.webkit.RenderProcessGoneDetail
import android.webkit.WebChromeClient
import android.webkit.WebResourceRequest
import android.webkit.WebView
import android.webkit.WebViewClient
import androidx.activity.ComponentActivity
import androidx.webkit.JavaScriptReplyProxy
import androidx.webkit.WebMessageCompat
import androidx.webkit.WebViewCompat
import androidx.webkit.WebViewFeature

/** A screen with the liveness page in it. Extend it with what your app decides. */
abstract class HuotiActivity : ComponentActivity(), HuotiHostListener {
    /** Address of the liveness page, https. Its origin is the only one that gets the bridge and the camera. */
    protected abstract val page: Uri

    /** From your backend; without one the page asks its own server. */
    protected open val grant: HuotiGrant? = null

    /** Whether the app offers its own camera to the page, for views without `getUserMedia`. */
    protected open val offersHostCamera = true

    /** Whether a WebView that can't tell who calls (see HuotiLegacyBridge) gets a bridge all the same. */
    protected open val allowsLegacyBridge = false

    private lateinit var origin: HuotiOrigin
    private lateinit var device: HuotiDevice
    private lateinit var bridge: HuotiBridge
    private var webView: WebView? = null
    private var legacy: HuotiLegacyBridge? = null
    private var asked: PermissionRequest? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        origin = requireNotNull(HuotiOrigin.of(page)) { "page must be an https address" }
        device = HuotiDevice(this)
        val version = packageManager.getPackageInfo(packageName, 0).versionName
        val camera = if (offersHostCamera && canListen) HuotiHostCamera(this, this) else null
        bridge = HuotiBridge(packageName, version, grant, device, camera, this)
        load()
    }

    override fun onStart() {
        super.onStart()
        bridge.appMoved(toBackground = false)
    }

    /** Not onPause: the system's own camera prompt does that as well. `WebView.onPause` would stop no script. */
    override fun onStop() {
        bridge.appMoved(toBackground = true)
        super.onStop()
    }

    override fun onDestroy() {
        bridge.endPage()
        dropView()
        super.onDestroy()
    }

    private val canListen: Boolean get() = WebViewFeature.isFeatureSupported(WebViewFeature.WEB_MESSAGE_LISTENER)

    @SuppressLint("SetJavaScriptEnabled")
    private fun load() {
        val view = WebView(this)
        webView = view
        view.settings.apply {
            javaScriptEnabled = true
            // A black preview otherwise.
            mediaPlaybackRequiresUserGesture = false
            allowFileAccess = false
            allowContentAccess = false
            setGeolocationEnabled(false)
            setSupportMultipleWindows(false)
        }
        view.webViewClient = PageClient()
        view.webChromeClient = CameraClient()
        // The object exists on pages of this one origin only, from before their first script.
        if (canListen) {
            WebViewCompat.addWebMessageListener(view, "huotiHost", setOf(origin.rule), ::onPostMessage)
        } else if (allowsLegacyBridge) {
            legacy = HuotiLegacyBridge(view, origin, bridge)
        }
        setContentView(view, ViewGroup.LayoutParams(ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.MATCH_PARENT))
        view.loadUrl(page.toString())
    }

    /** Each message is checked by what the WebView says of its sender. */
    private fun onPostMessage(
        view: WebView,
        message: WebMessageCompat,
        sourceOrigin: Uri,
        isMainFrame: Boolean,
        replyProxy: JavaScriptReplyProxy,
    ) {
        if (view !== webView || !isMainFrame || HuotiOrigin.of(sourceOrigin) != origin) return
        if (message.type != WebMessageCompat.TYPE_STRING) return
        bridge.receive(message.data ?: return, ProxyWire(replyProxy))
    }

    /** Answers go to the very frame that asked: never to a page that came after it. */
    private class ProxyWire(private val proxy: JavaScriptReplyProxy) : HuotiWire {
        override val binary = WebViewFeature.isFeatureSupported(WebViewFeature.WEB_MESSAGE_ARRAY_BUFFER)
        override fun send(text: String) = proxy.postMessage(text)
        override fun send(bytes: ByteArray) = proxy.postMessage(bytes)
    }

    private fun dropView() {
        asked = null
        legacy = null
        val view = webView ?: return
        webView = null
        (view.parent as? ViewGroup)?.removeView(view)
        view.destroy()
    }

    /** Camera of the page. Each request is answered exactly once, on the main thread. */
    private inner class CameraClient : WebChromeClient() {
        override fun onPermissionRequest(request: PermissionRequest) {
            // The camera alone: a page that wants the microphone too is not ours.
            val isCamera = request.resources.contentEquals(arrayOf(PermissionRequest.RESOURCE_VIDEO_CAPTURE))
            if (!isCamera || HuotiOrigin.of(request.origin) != origin) return request.deny()
            asked = request
            device.requestCameraPermission { state ->
                // A request that was withdrawn meanwhile is gone.
                if (asked !== request) return@requestCameraPermission
                asked = null
                if (state == "granted") request.grant(arrayOf(PermissionRequest.RESOURCE_VIDEO_CAPTURE)) else request.deny()
            }
        }

        override fun onPermissionRequestCanceled(request: PermissionRequest) {
            if (asked === request) asked = null
        }
    }

    private inner class PageClient : WebViewClient() {
        override fun onPageStarted(view: WebView, url: String, favicon: Bitmap?) {
            legacy?.onPageStarted()
        }

        override fun onPageFinished(view: WebView, url: String) {
            legacy?.onPageFinished()
        }

        /** The main frame stays on its origin: whoever leads it elsewhere gets neither bridge nor camera there. */
        override fun shouldOverrideUrlLoading(view: WebView, request: WebResourceRequest): Boolean =
            request.isForMainFrame && HuotiOrigin.of(request.url) != origin

        /** Not answered with true, the whole app is ended. The view can't be used again. */
        override fun onRenderProcessGone(view: WebView, detail: RenderProcessGoneDetail): Boolean {
            if (view !== webView) return true
            bridge.processGone()
            dropView()
            load()
            return true
        }
    }
}
