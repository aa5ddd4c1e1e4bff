import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import * as host from './host/index.js';
import * as adapter from './index.js';
import * as testing from './testing/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(adapter).sort()).toEqual([
    'bridgeErrorOf',
    'connectBridge',
    'createAndroidListenerTransport',
    'createBridgeHost',
    'createBridgeLifecycle',
    'createBridgeScreenLight',
    'createDsBridgeTransport',
    'createFlutterTransport',
    'createHarmonyTransport',
    'createHostCameraSource',
    'createIframeTransport',
    'createLegacyInterfaceTransport',
    'createLoopback',
    'createReactNativeTransport',
    'createWebViewHost',
    'createWebViewSource',
    'createWkTransport',
    'detectTransport',
    'requireCameraPermission',
    'tellResult',
  ]);
  expect(Object.keys(host)).toEqual(['createBridgeHost']);
  expect(Object.keys(testing).sort()).toEqual([
    'bridgeConformance',
    'createFakeHostCamera',
    'createScriptedHost',
  ]);
});

/** Packages that a file and all it imports of this one take. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const found = new Set<string>();
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/ from '([^']+)';/g)) {
    if (!name.startsWith('.')) found.add(name);
    else
      for (const one of packagesOf(join(dirname(file), name.replace(/\.js$/, '.ts')), seen)) found.add(one);
  }
  return found;
}

it("an app's end takes nothing of a browser: it runs in React Native too", () => {
  const packages = packagesOf(join(dirname(fileURLToPath(import.meta.url)), 'host', 'index.ts'));
  expect([...packages].sort()).toEqual(['@huoti/core', '@huoti/protocol', '@huoti/protocol/bridge']);
});
