package com.example.huoti

import android.Manifest
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Build
import android.provider.Settings
import android.view.HapticFeedbackConstants
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts
import androidx.core.app.ActivityCompat
import androidx.core.content.ContextCompat

/** What the page may ask of the phone, and how all of it is taken back. Made while its activity is being created. */
class HuotiDevice(private val activity: ComponentActivity) {
    private val waiting = mutableListOf<(String) -> Unit>()
    private var wasRefused = false
    private val asker = activity.registerForActivityResult(ActivityResultContracts.RequestPermission()) { granted ->
        wasRefused = !granted
        val state = cameraPermission()
        waiting.toList().also { waiting.clear() }.forEach { it(state) }
    }

    /** How it stands with the app's own camera permission, in the protocol's words. */
    fun cameraPermission(): String = when {
        ContextCompat.checkSelfPermission(activity, Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED ->
            "granted"
        // Refused just now, and the system would not ask again: only Settings help.
        wasRefused && !ActivityCompat.shouldShowRequestPermissionRationale(activity, Manifest.permission.CAMERA) -> "denied"
        else -> "prompt"
    }

    /** Asks the person, where that may be done; answers exactly once, on the main thread. */
    fun requestCameraPermission(done: (String) -> Unit) {
        if (cameraPermission() == "granted") return done("granted")
        waiting += done
        // One prompt for all who wait.
        if (waiting.size == 1) asker.launch(Manifest.permission.CAMERA)
    }

    fun openSettings() {
        val settings = Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS)
        activity.startActivity(settings.setData(Uri.fromParts("package", activity.packageName, null)))
    }

    fun keepAwake(on: Boolean) {
        val flag = WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON
        if (on) activity.window.addFlags(flag) else activity.window.clearFlags(flag)
    }

    /** 0 to 1; null gives back what the person had. It counts for this window alone. */
    fun setBrightness(level: Float?) {
        val window = activity.window
        window.attributes = window.attributes.apply {
            screenBrightness = level ?: WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_NONE
        }
    }

    fun play(pattern: String) {
        val isNew = Build.VERSION.SDK_INT >= Build.VERSION_CODES.R
        val feedback = when (pattern) {
            "tick" -> HapticFeedbackConstants.CLOCK_TICK
            "success" -> if (isNew) HapticFeedbackConstants.CONFIRM else HapticFeedbackConstants.VIRTUAL_KEY
            "failure" -> if (isNew) HapticFeedbackConstants.REJECT else HapticFeedbackConstants.LONG_PRESS
            else -> return
        }
        activity.window.decorView.performHapticFeedback(feedback)
    }

    /** Everything as it was before; idempotent. */
    fun restore() {
        keepAwake(false)
        setBrightness(null)
    }
}
