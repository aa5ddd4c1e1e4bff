import { describe, expect, it } from '@jest/globals';
import { BRIDGE_CAPABILITIES, BRIDGE_ERROR_CODES, BRIDGE_MESSAGES } from '@huoti/protocol/bridge';
import { hostSources, type HostName, type HostSource } from '../src/hosts/hostSources.js';
import { protocolFindings } from '../src/hosts/protocolFindings.js';
import { stringLiterals, withoutComments } from '../src/hosts/stringLiterals.js';
import { syntaxFaults } from '../src/hosts/syntaxFaults.js';
import { trustFindings } from '../src/hosts/trustFindings.js';
import { typeFindings } from '../src/hosts/typeFindings.js';

const vocabulary = {
  messages: BRIDGE_MESSAGES,
  capabilities: BRIDGE_CAPABILITIES,
  errorCodes: BRIDGE_ERROR_CODES,
};

/** The sources of a host with one thing in them changed: a mistake as somebody might make it. */
function changed(host: HostName, from: string | RegExp, to: string): HostSource[] {
  const sources = hostSources(host).map((source) => ({ ...source, text: source.text.replace(from, to) }));
  const before = hostSources(host);
  expect(sources.some(({ text }, at) => text !== before[at]?.text)).toBe(true);
  return sources;
}

describe('sources that are not of their language', () => {
  it.each([
    ['ios', 'HuotiBridge.swift', 'func hello( {'],
    ['ios', 'HuotiBridge.swift', 'let a = '],
    ['android', 'HuotiBridge.kt', 'class A { fun b() = when { 1 -> }'],
    ['android', 'HuotiBridge.kt', 'val a: Int = )'],
    ['flutter', 'huoti_bridge.dart', 'class A { void b() { return 1 +; } }'],
    ['harmonyos', 'HuotiView.ets', '@Component struct A { build() { Column( { } } }'],
    ['harmonyos', 'HuotiBridge.ets', 'class A { b(): void { this. } }'],
    ['react-native', 'HuotiWebView.tsx', 'const a = <View>;'],
  ] as const)('of %s: %s with %s is found', async (host, path, text) => {
    const [{ language } = { language: 'swift' as const }] = hostSources(host);
    expect(await syntaxFaults({ host, language, path, text })).not.toEqual([]);
  });

  it.each(['ios', 'android', 'flutter', 'harmonyos', 'react-native'] as const)(
    'a real file of %s without its last bracket is found',
    async (host) => {
      const [source] = hostSources(host).filter(({ path }) => /bridge/i.test(path));
      const text = (source?.text ?? '').replace(/\}\s*$/, '');
      expect(await syntaxFaults({ ...(source as HostSource), text })).not.toEqual([]);
    },
  );
});

describe('sources that do not keep to the protocol', () => {
  it.each([
    ['ios', '"permission_denied"', '"permision_denied"', 'permision_denied is no error code'],
    ['android', 'HuotiException("cancelled"', 'HuotiException("canceled"', 'canceled is no error code'],
    ['flutter', "'settings.open': 1", "'settings.show': 1", 'settings.show is no message and no capability'],
    ['harmonyos', "'haptics': 1", "'haptics': 1,\n      'torch': 1", 'torch is no capability'],
    ['react-native', "case 'keepAwake'", "case 'keepawake'", 'keepAwake is not handled'],
    ['ios', 'case "brightness":', 'case "bright":', 'brightness is not handled, and brightness is offered'],
    ['android', '"result" ->', '"results" ->', 'result is not handled'],
    ['flutter', "case 'ui.close':", "case 'ui.shut':", 'ui.close is not handled'],
    ['ios', '"camera.state", payload', '"camera.close", payload', 'camera.state is never said'],
    ['android', 'message.name == "hello"', 'message.name == "hi"', 'hi is no message'],
  ] as const)('%s with %s changed to %s is found', (host, from, to, finding) => {
    expect(protocolFindings(changed(host, from, to), vocabulary).join('\n')).toContain(finding);
  });

  it('a host without a bridge, and one that offers nothing, are found', () => {
    const others = hostSources('flutter').filter(({ path }) => !path.includes('bridge'));
    expect(protocolFindings(others, vocabulary)).toContain('there is no bridge');
    expect(
      protocolFindings(changed('flutter', 'What this host really does', 'What'), vocabulary).join(),
    ).toContain('does not say what it offers');
  });
});

describe('sources that trust too much', () => {
  it.each([
    ['android', 'setOf(origin.rule)', 'setOf("*")', 'a wildcard'],
    ['flutter', '{origin.pattern}', "{'.*'}", 'a wildcard'],
    ['react-native', 'originWhitelist={[origin]}', "originWhitelist={['*']}", 'a wildcard'],
    ['ios', '"huotiBridge.receive(\\(literal))"', 'text', 'evaluates text'],
    ['ios', '\\(literal)', "'\\(text)'", 'evaluates "huotiBridge'],
    ['android', '${JSONObject.quote(text)}', '$text', 'evaluates "huotiBridge'],
    ['flutter', '${jsonEncode(text)}', "'$text'", "evaluates 'huotiBridge"],
    ['harmonyos', 'JSON.stringify(text)', 'text', "evaluates 'huotiBridge"],
    ['react-native', 'bridge.receive(data);', 'bridge.receive(data); eval(data);', 'evaluates text'],
    [
      'ios',
      'guard message.webView === webView, isTrusted(message.frameInfo)',
      'guard message.webView === webView',
      'ios does not look at',
    ],
    ['ios', 'frame.isMainFrame && ', '', 'ios does not look at'],
    ['android', '!isMainFrame || ', '', 'android does not look at'],
    ['harmonyos', 'getLastJavascriptProxyCallingFrameUrl', 'getUrl', 'harmonyos does not look at'],
    ['react-native', 'if (carries(token.current, data))', 'if (data)', 'react-native does not look at'],
    ['flutter', '!call.isMainFrame || ', '', 'flutter does not look at'],
    [
      'android',
      'request.grant(arrayOf(PermissionRequest.RESOURCE_VIDEO_CAPTURE))',
      'request.grant(request.resources)',
      'grants what was asked',
    ],
    ['ios', 'decisionHandler(mayHave ? .grant : .deny)', 'decisionHandler(.grant)', 'grants what was asked'],
    ['ios', 'camera?.close()', 'print(page); camera?.close()', 'writes a log'],
  ] as const)('%s with %s changed to %s is found', (host, from, to, finding) => {
    expect(trustFindings(host, changed(host, from, to)).join('\n')).toContain(finding);
  });
});

describe('types of React Native', () => {
  // One compilation for all of them: it takes seconds.
  it('are wrong where a method, a property, a field or a code is', () => {
    const mistakes: readonly (readonly [from: string, to: string, finding: string])[] = [
      ['injectJavaScript(', 'injectScript(', "'injectScript' does not exist"],
      ['"grantIfSameHostElseDeny"', '"sometimes"', `'"sometimes"' is not assignable`],
      ['request.payload.on', 'request.payload.off', "'off' does not exist"],
      ["'process_gone', true", "'process_lost', true", `'"process_lost"' is not assignable`],
    ];
    const sources = hostSources('react-native').map((source) => ({
      ...source,
      text: mistakes.reduce((text, [from, to]) => text.replace(from, to), source.text),
    }));
    const findings = typeFindings(sources).join('\n');
    for (const [, , finding] of mistakes) expect(findings).toContain(finding);
  }, 120_000);
});

describe('string literals', () => {
  it('are told from comments, and from quotes in other quotes', () => {
    const source = `a("one") // "two"\n/* 'three' */ b('fo"ur') r'five\\'`;
    expect(stringLiterals(source)).toEqual([
      { text: 'one', line: 1 },
      { text: 'fo"ur', line: 2 },
    ]);
    expect(withoutComments(source).length).toBe(source.length);
    expect(withoutComments(source)).not.toContain('two');
  });
});
