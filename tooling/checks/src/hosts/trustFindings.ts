import type { HostName, HostSource } from './hostSources.js';
import { stringLiterals, withoutComments } from './stringLiterals.js';

/** What each platform says of a message's sender, and each host has to have looked at. */
const SENDER: Readonly<Record<HostName, readonly RegExp[]>> = {
  ios: [/isTrusted\(message\.frameInfo\)/, /frame\.isMainFrame && isOurs\(frame\.securityOrigin\)/],
  android: [/!isMainFrame \|\| HuotiOrigin\.of\(sourceOrigin\) != origin/, /MessageDigest\.isEqual\(/],
  harmonyos: [/isOf\(this\.controller\.getLastJavascriptProxyCallingFrameUrl\(\)\)/, /urlPermissionList/],
  'react-native': [/originOf\(url\) !== origin/, /carries\(token\.current, data\)/],
  flutter: [/!call\.isMainFrame \|\| !origin\.isOf\(call\.origin\)/, /javaScriptHandlersOriginAllowList/],
};

/** Text is made into script here. */
const EVALUATION =
  /\b(?:evaluate[Jj]ava[Ss]cript|runJavaScript(?:Ext)?|injectJavaScript|callAsyncJavaScript)\(\s*(?:source:\s*)?([^\n]*)/g;
/** One call with one JSON string, or a question that has no text of anybody in it. */
const ALLOWED_SCRIPT = [
  /^["'`](?:window\.huotiBridge&&)?huotiBridge\.(?:receive|setToken)\((?:\$\{(?:JSONObject\.quote|JSON\.stringify|jsonEncode)\([\w.]+\)\}|\\\(literal\))\)(?:;true;)?["'`]/,
  /^'huotiBridge\.receive\(' \+ JSON\.stringify\(text\) \+ '\)'\)/,
  /^"typeof huotiBridge"/,
];
const OTHER_WAYS = /\beval\s*\(|\bnew\s+Function\b|["'`]javascript:|\bdynamic\s*Function\b/;
/** Whatever the page asked for is granted. */
const BLANKET =
  /\bgrant\(\s*(?:event\.)?request\.|decisionHandler\(\.grant\)|PermissionRequest\.RESOURCE_AUDIO_CAPTURE|mediaCapturePermissionGrantType="grant"/;
/** A log is read by others. */
const LOGGING = /\b(?:print|debugPrint|NSLog|os_log)\(|\bconsole\.|\bLog\.[diwev]\(|\bhilog\./;

/** Where one host trusts more than its own page, or does more with the page's text than read it. */
export function trustFindings(host: HostName, sources: readonly HostSource[]): string[] {
  const findings: string[] = [];
  for (const { path, text } of sources) {
    const code = withoutComments(text);
    for (const literal of stringLiterals(text))
      if (literal.text.includes('*')) findings.push(`${path}:${literal.line} a wildcard: ${literal.text}`);
    for (const { 1: script = '', index } of code.matchAll(EVALUATION)) {
      if (ALLOWED_SCRIPT.some((allowed) => allowed.test(script))) continue;
      findings.push(`${path}:${code.slice(0, index).split('\n').length} evaluates ${script.slice(0, 60)}`);
    }
    for (const [pattern, what] of [
      [OTHER_WAYS, 'evaluates text'],
      [BLANKET, 'grants what was asked, whatever it is'],
      [LOGGING, 'writes a log'],
      [/["'`]http:\/\//, 'an address without encryption'],
    ] as const) {
      const found = pattern.exec(code);
      if (found) findings.push(`${path}:${code.slice(0, found.index).split('\n').length} ${what}`);
    }
  }
  const whole = sources.map(({ text }) => withoutComments(text)).join('\n');
  for (const fact of SENDER[host])
    if (!fact.test(whole)) findings.push(`${host} does not look at ${fact.source}`);
  return findings;
}
