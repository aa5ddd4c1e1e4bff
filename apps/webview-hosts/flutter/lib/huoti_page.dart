import 'dart:convert';
import 'dart:io';

import 'package:flutter/material.dart';
import 'package:flutter_inappwebview/flutter_inappwebview.dart';

import 'huoti_bridge.dart';
import 'huoti_device.dart';
import 'huoti_handshake.dart';
import 'huoti_message.dart';

/// A widget with the liveness page in it.
class HuotiPage extends StatefulWidget {
  const HuotiPage({super.key, required this.page, required this.appId, required this.listener, this.grant});

  /// Address of the liveness page, https. Its origin is the only one that gets the bridge and the camera.
  final Uri page;

  /// As your server knows the app.
  final String appId;

  /// From your backend; without one the page asks its own server.
  final HuotiGrant? grant;
  final HuotiHostListener listener;

  @override
  State<HuotiPage> createState() => _HuotiPageState();
}

class _HuotiPageState extends State<HuotiPage> with WidgetsBindingObserver {
  final HuotiDevice _device = HuotiDevice();
  late final HuotiOrigin? _origin = HuotiOrigin.of(widget.page);
  late final HuotiBridge _bridge = HuotiBridge(
    appId: widget.appId,
    platform: Platform.isIOS ? 'ios' : 'android',
    device: _device,
    listener: widget.listener,
    grant: widget.grant,
    send: _send,
  );
  InAppWebViewController? _controller;
  int _views = 0;

  @override
  void initState() {
    super.initState();
    WidgetsBinding.instance.addObserver(this);
  }

  @override
  void dispose() {
    WidgetsBinding.instance.removeObserver(this);
    _bridge.endPage();
    _controller = null;
    super.dispose();
  }

  @override
  void didChangeAppLifecycleState(AppLifecycleState state) {
    // Not "inactive": the system's own camera prompt does that as well.
    if (state == AppLifecycleState.paused) _bridge.appMoved(toBackground: true);
    if (state == AppLifecycleState.resumed) _bridge.appMoved(toBackground: false);
  }

  /// Each message is checked by what the plugin's native half says of its sender.
  void _onCall(JavaScriptHandlerFunctionData call) {
    final origin = _origin;
    if (origin == null || !call.isMainFrame || !origin.isOf(call.origin) || call.args.length != 1) return;
    final text = call.args.first;
    if (text is String) _bridge.receive(text);
  }

  Future<void> _send(String text) async {
    final controller = _controller;
    final origin = _origin;
    if (controller == null || origin == null || !origin.isOf(await controller.getUrl())) return;
    // As a string literal; the page reads it as JSON and evaluates nothing.
    await controller.evaluateJavascript(source: 'huotiBridge.receive(${jsonEncode(text)})');
  }

  /// Camera of the page. Each request is answered exactly once.
  Future<PermissionResponse> _decide(InAppWebViewController controller, PermissionRequest request) async {
    // The camera alone: a page that wants the microphone too is not ours.
    final isCamera = request.resources.length == 1 && request.resources.first == PermissionResourceType.CAMERA;
    final isOurs = _origin?.isOf(request.origin) ?? false;
    final isMainFrame = request.frame?.isMainFrame ?? true;
    final mayHave = isCamera && isOurs && isMainFrame && await _device.requestCameraPermission() == 'granted';
    return PermissionResponse(
      resources: mayHave ? [PermissionResourceType.CAMERA] : [],
      action: mayHave ? PermissionResponseAction.GRANT : PermissionResponseAction.DENY,
    );
  }

  /// A view whose process is gone can't be used again on Android: another one takes its place.
  void _onGone(InAppWebViewController controller) {
    if (!mounted || controller != _controller) return;
    _bridge.processGone();
    _controller = null;
    setState(() => _views += 1);
  }

  @override
  Widget build(BuildContext context) {
    final origin = _origin;
    if (origin == null) return const SizedBox.shrink();
    // Handlers are matched by a regular expression everywhere, the plugin's own object by a rule on Android and by one on iOS.
    final bridgeRule = Platform.isAndroid ? origin.rule : origin.pattern;
    return InAppWebView(
      key: ValueKey<int>(_views),
      initialUrlRequest: URLRequest(url: WebUri.uri(widget.page)),
      initialSettings: InAppWebViewSettings(
        allowsInlineMediaPlayback: true,
        mediaPlaybackRequiresUserGesture: false,
        incognito: true,
        allowFileAccess: false,
        allowContentAccess: false,
        geolocationEnabled: false,
        supportMultipleWindows: false,
        useShouldOverrideUrlLoading: true,
        // The plugin puts its object on the pages of this one origin only, and in their main frame only.
        javaScriptBridgeOriginAllowList: {bridgeRule},
        javaScriptBridgeForMainFrameOnly: true,
        javaScriptHandlersOriginAllowList: {origin.pattern},
        javaScriptHandlersForMainFrameOnly: true,
        pluginScriptsOriginAllowList: {bridgeRule},
        pluginScriptsForMainFrameOnly: true,
      ),
      onWebViewCreated: (controller) {
        _controller = controller;
        controller.addJavaScriptHandler(handlerName: 'huoti', callback: _onCall);
      },
      // The main frame stays on its origin: whoever leads it elsewhere gets neither bridge nor camera there.
      shouldOverrideUrlLoading: (controller, action) async {
        final stays = !action.isForMainFrame || origin.isOf(action.request.url);
        return stays ? NavigationActionPolicy.ALLOW : NavigationActionPolicy.CANCEL;
      },
      onPermissionRequest: _decide,
      onWebContentProcessDidTerminate: _onGone,
      onRenderProcessGone: (controller, detail) => _onGone(controller),
    );
  }
}
