/* global window, QWebChannel, qt, setInterval, clearInterval */
// At document start, in the main frame alone: the object of Android's web message listener, over Qt's web channel.
(function () {
  'use strict';
  var listeners = [];
  var waiting = [];
  var host = null;
  var object = {
    postMessage: function (text) {
      if (typeof text !== 'string') return;
      if (host === null) waiting.push(text);
      else host.postMessage(text);
    },
    addEventListener: function (type, listener) {
      if (type === 'message') listeners.push(listener);
    },
    removeEventListener: function (type, listener) {
      listeners = listeners.filter(function (one) {
        return one !== listener;
      });
    },
  };
  Object.defineProperty(window, 'huotiHost', { value: Object.freeze(object) });
  function connect() {
    new QWebChannel(qt.webChannelTransport, function (channel) {
      host = channel.objects.host;
      host.message.connect(function (text) {
        listeners.slice().forEach(function (listener) {
          listener({ data: text });
        });
      });
      waiting.splice(0).forEach(function (text) {
        host.postMessage(text);
      });
    });
  }
  var left = 200;
  var timer = setInterval(function () {
    left -= 1;
    if (typeof qt === 'undefined' && left > 0) return;
    clearInterval(timer);
    if (typeof qt !== 'undefined') connect();
  }, 5);
})();
