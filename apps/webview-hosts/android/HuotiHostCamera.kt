package com.example.huoti

import android.Manifest
import android.content.Context
import android.content.pm.PackageManager
import android.graphics.Bitmap
import android.os.Handler
import android.os.Looper
import android.os.SystemClock
import android.util.Size
import androidx.camera.core.CameraSelector
import androidx.camera.core.CameraState
import androidx.camera.core.ImageAnalysis
import androidx.camera.core.ImageProxy
import androidx.camera.core.resolutionselector.ResolutionSelector
import androidx.camera.core.resolutionselector.ResolutionStrategy
import androidx.camera.lifecycle.ProcessCameraProvider
import androidx.core.content.ContextCompat
import androidx.lifecycle.LifecycleOwner
import androidx.lifecycle.Observer
import org.json.JSONObject
import java.io.ByteArrayOutputStream
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import kotlin.math.abs

/**
 * The app's own camera as pictures for the page: JPEG, unmirrored, with the turn that makes them upright, sent only while the page has
 * given credit. The newest picture wins; the others are counted as dropped. Nothing is stored.
 */
class HuotiHostCamera(private val context: Context, private val owner: LifecycleOwner) {
    /** What the page wishes for. */
    class Open private constructor(val facing: String, val size: Size, val fps: Int) {
        companion object {
            fun read(payload: JSONObject): Open? {
                val facing = payload.opt("facing")
                val width = payload.optWhole("idealWidthPx") ?: return null
                val height = payload.optWhole("idealHeightPx") ?: return null
                val fps = payload.optWhole("idealFps") ?: return null
                val formats = payload.optJSONArray("formats") ?: return null
                val isKnown = (0 until formats.length()).any { formats.opt(it) == "jpeg" }
                if (facing != "user" && facing != "environment") return null
                if (!isKnown || width !in 16..4096 || height !in 16..4096 || fps !in 1..60) return null
                // The wish is of the upright picture; sensors lie on their side, and CameraX counts as they do.
                return Open(facing as String, Size(maxOf(width, height), minOf(width, height)), minOf(fps, 30))
            }
        }
    }

    private class Picture(
        val stream: Int,
        val capturedAtMs: Double,
        val width: Int,
        val height: Int,
        val rotation: Int,
        val jpeg: ByteArray,
    )

    var onState: ((JSONObject) -> Unit)? = null

    /** Returns whether the frame was sent. */
    var onFrame: ((frame: JSONObject, jpeg: ByteArray) -> Boolean)? = null

    var isOpen = false
        private set

    /** Number of the latest opening. */
    var stream = 0
        private set

    private val main = Handler(Looper.getMainLooper())
    private var provider: ProcessCameraProvider? = null
    private var analysis: ImageAnalysis? = null
    private var pictures: ExecutorService? = null
    private var stopWatching: (() -> Unit)? = null
    private var credits = 0
    private var sequence = 0
    private var dropped = 0
    private var waiting: Picture? = null
    private var stall: Runnable? = null

    /** Opens the camera, which is not open. Answers exactly once, on the main thread. */
    fun open(wish: Open, done: (opened: JSONObject?, error: HuotiException?) -> Unit) {
        val permission = ContextCompat.checkSelfPermission(context, Manifest.permission.CAMERA)
        if (permission != PackageManager.PERMISSION_GRANTED) {
            return done(null, HuotiException("permission_denied", false))
        }
        stream += 1
        isOpen = true
        val opening = stream
        val future = ProcessCameraProvider.getInstance(context)
        future.addListener({
            if (!isOpen || stream != opening) return@addListener done(null, HuotiException("cancelled", true))
            try {
                done(bind(future.get(), wish), null)
            } catch (error: HuotiException) {
                close()
                done(null, error)
            } catch (_: Exception) {
                // CameraX says with many kinds of exception that a camera can't be had now.
                close()
                done(null, HuotiException("camera_in_use", true))
            }
        }, ContextCompat.getMainExecutor(context))
    }

    private fun bind(provider: ProcessCameraProvider, wish: Open): JSONObject {
        val selector =
            if (wish.facing == "user") CameraSelector.DEFAULT_FRONT_CAMERA else CameraSelector.DEFAULT_BACK_CAMERA
        if (!provider.hasCamera(selector)) throw HuotiException("camera_not_found", false)
        val resolution = ResolutionStrategy(wish.size, ResolutionStrategy.FALLBACK_RULE_CLOSEST_HIGHER_THEN_LOWER)
        val analysis = ImageAnalysis.Builder()
            .setResolutionSelector(ResolutionSelector.Builder().setResolutionStrategy(resolution).build())
            .setBackpressureStrategy(ImageAnalysis.STRATEGY_KEEP_ONLY_LATEST)
            .setOutputImageFormat(ImageAnalysis.OUTPUT_IMAGE_FORMAT_RGBA_8888)
            .build()
        val pictures = Executors.newSingleThreadExecutor()
        this.provider = provider
        this.analysis = analysis
        this.pictures = pictures
        credits = 0
        sequence = 0
        dropped = 0
        val maker = PictureMaker(stream, wish.fps)
        analysis.setAnalyzer(pictures) { image -> maker.make(image)?.let { main.post { take(it) } } }
        val info = provider.bindToLifecycle(owner, selector, analysis).cameraInfo
        val state = info.cameraState
        val observer = Observer<CameraState> { if (it.error != null) interrupted() }
        state.observe(owner, observer)
        stopWatching = { state.removeObserver(observer) }
        val size = analysis.resolutionInfo?.resolution ?: wish.size
        val turn = analysis.resolutionInfo?.rotationDegrees ?: info.sensorRotationDegrees
        val isTurned = turn % 180 != 0
        return JSONObject()
            .put("stream", stream)
            // Of the upright picture.
            .put("widthPx", if (isTurned) size.height else size.width)
            .put("heightPx", if (isTurned) size.width else size.height)
            .put("fps", wish.fps)
            .put("facing", wish.facing)
            .put("format", "jpeg")
            // ImageAnalysis mirrors no picture, whichever camera it is of.
            .put("mirrored", false)
    }

    /** Lets the camera go; idempotent. */
    fun close() {
        isOpen = false
        stopWatching?.invoke()
        stopWatching = null
        analysis?.let {
            it.clearAnalyzer()
            provider?.unbind(it)
        }
        analysis = null
        pictures?.shutdown()
        pictures = null
        waiting = null
        credits = 0
        stopStallTimer()
    }

    /** The page has done with so many frames. */
    fun give(stream: Int, credits: Int) {
        if (!isOpen || stream != this.stream || credits !in 1..HuotiLimits.CREDITS) return
        this.credits = minOf(HuotiLimits.CREDITS, this.credits + credits)
        stopStallTimer()
        pass()
    }

    private fun take(picture: Picture) {
        if (!isOpen || picture.stream != stream) return
        if (waiting != null) dropped += 1
        waiting = picture
        pass()
    }

    /** Sends the newest picture where there is credit for one. */
    private fun pass() {
        val picture = waiting ?: return
        if (credits == 0) return startStallTimer()
        waiting = null
        val frame = JSONObject()
            .put("stream", stream)
            .put("sequence", sequence)
            .put("capturedAtMs", picture.capturedAtMs)
            .put("widthPx", picture.width)
            .put("heightPx", picture.height)
            .put("format", "jpeg")
            .put("rotationDegrees", picture.rotation)
            .put("droppedCount", dropped)
        if (onFrame?.invoke(frame, picture.jpeg) == true) {
            sequence += 1
            credits -= 1
        } else {
            dropped += 1
        }
    }

    private fun interrupted() {
        if (!isOpen) return
        val error = HuotiException("camera_interrupted", true).toJson()
        onState?.invoke(JSONObject().put("stream", stream).put("state", "interrupted").put("error", error))
        // It does not come back by itself: the page starts anew.
        close()
    }

    private fun startStallTimer() {
        if (stall != null) return
        val say = Runnable { onState?.invoke(JSONObject().put("stream", stream).put("state", "stalled")) }
        stall = say
        main.postDelayed(say, CREDIT_STALL_MS)
    }

    private fun stopStallTimer() {
        stall?.let(main::removeCallbacks)
        stall = null
    }

    /** Makes JPEGs on the thread of the pictures. */
    private class PictureMaker(private val stream: Int, fps: Int) {
        // A quarter less than the gap wished for: sensors do not tick evenly.
        private val leastGapMs = 750.0 / fps
        private var lastAtMs = Double.NEGATIVE_INFINITY

        fun make(image: ImageProxy): Picture? = image.use {
            val capturedAtMs = onHostClock(it.imageInfo.timestamp)
            if (capturedAtMs - lastAtMs < leastGapMs) return null
            lastAtMs = capturedAtMs
            val bitmap = it.toBitmap()
            val jpeg = ByteArrayOutputStream()
            bitmap.compress(Bitmap.CompressFormat.JPEG, JPEG_QUALITY, jpeg)
            val rotation = it.imageInfo.rotationDegrees
            val picture = Picture(stream, capturedAtMs, bitmap.width, bitmap.height, rotation, jpeg.toByteArray())
            bitmap.recycle()
            picture
        }

        /** Sensors stamp by the clock that counts sleep, or by the one that does not; of others only the arrival is known. */
        private fun onHostClock(sensorNs: Long): Double {
            val nowNs = SystemClock.elapsedRealtimeNanos()
            val awakeNs = System.nanoTime()
            val ageNs = listOf(nowNs - sensorNs, awakeNs - sensorNs).filter { it >= 0 }.minByOrNull { abs(it) } ?: 0
            return (nowNs - if (ageNs < MAX_AGE_NS) ageNs else 0) / 1e6
        }
    }

    private companion object {
        const val CREDIT_STALL_MS = 3000L
        const val JPEG_QUALITY = 80
        const val MAX_AGE_NS = 1_000_000_000L
    }
}
