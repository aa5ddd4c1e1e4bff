import { describe, expect, it } from '@jest/globals';
import { BRIDGE_CAPABILITIES, BRIDGE_ERROR_CODES, BRIDGE_MESSAGES } from '@huoti/protocol/bridge';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_NAMES, hostSources } from '../src/hosts/hostSources.js';
import { offeredCapabilities, protocolFindings } from '../src/hosts/protocolFindings.js';
import { stringLiterals } from '../src/hosts/stringLiterals.js';
import { syntaxFaults } from '../src/hosts/syntaxFaults.js';
import { trustFindings } from '../src/hosts/trustFindings.js';
import { typeFindings } from '../src/hosts/typeFindings.js';
import { ROOT } from '../src/repository.js';

const vocabulary = {
  messages: BRIDGE_MESSAGES,
  capabilities: BRIDGE_CAPABILITIES,
  errorCodes: BRIDGE_ERROR_CODES,
};

/** The name that a page looks for, from the transport that looks for it. */
function transportName(file: string, constant: string): string {
  const text = readFileSync(join(ROOT, 'packages/adapter-webview/src/transport', file), 'utf8');
  return new RegExp(`export const ${constant} = '([^']+)'`).exec(text)?.[1] ?? '';
}

describe.each(HOST_NAMES)('the reference host %s', (host) => {
  const sources = hostSources(host);

  it('is there, and each of its files can be parsed', async () => {
    expect(sources.length).toBeGreaterThanOrEqual(4);
    for (const source of sources)
      expect([source.path, await syntaxFaults(source)]).toEqual([source.path, []]);
    // A grammar has megabytes, and is compiled when it is loaded.
  }, 120_000);

  it('speaks of nothing that the protocol does not know, and does all that it offers', () => {
    expect(protocolFindings(sources, vocabulary)).toEqual([]);
  });

  it('trusts its own page only, and evaluates none of its text', () => {
    expect(trustFindings(host, sources)).toEqual([]);
  });
});

describe('the reference hosts together', () => {
  it('offer the camera of the app where there is a file for it, and nowhere else', () => {
    const withCamera = HOST_NAMES.filter((host) =>
      offeredCapabilities(hostSources(host)).includes('camera.host'),
    );
    expect(withCamera).toEqual(['ios', 'android']);
    for (const host of HOST_NAMES)
      expect(hostSources(host).some(({ path }) => path.includes('HostCamera'))).toBe(
        withCamera.includes(host),
      );
  });

  it.each([
    ['ios', 'createWkTransport.ts', 'WK_HANDLER'],
    ['android', 'createAndroidListenerTransport.ts', 'ANDROID_LISTENER_NAME'],
    ['android', 'createLegacyInterfaceTransport.ts', 'LEGACY_INTERFACE_NAME'],
    ['harmonyos', 'createHarmonyTransport.ts', 'HARMONY_PROXY_NAME'],
    ['flutter', 'createFlutterTransport.ts', 'FLUTTER_HANDLER'],
  ] as const)('%s puts the object of %s on the page', (host, file, constant) => {
    const name = transportName(file, constant);
    expect(name).not.toBe('');
    const said = hostSources(host).flatMap(({ text }) => stringLiterals(text).map((literal) => literal.text));
    expect(said).toContain(name);
  });

  it('of React Native has the types of react-native-webview and of the protocol', () => {
    expect(typeFindings(hostSources('react-native'))).toEqual([]);
    // A compilation takes seconds, and more of them beside others.
  }, 120_000);
});
