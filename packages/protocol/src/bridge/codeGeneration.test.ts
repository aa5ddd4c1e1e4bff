import { expect, it } from '@jest/globals';
import { goldenBridge } from '../../test/bridge/goldenBridge.js';

it('the bridge is imported and reads and writes every golden file while no text can be made into code', async () => {
  // A page whose Content-Security-Policy forbids it reports even a try: so none may be made, in this module or a library's.
  const tried: string[] = [];
  const kinds = [function () {}, function* () {}, async function () {}, async function* () {}];
  const restores: (() => void)[] = [];
  const replace = (owner: object, name: string): void => {
    const was = Object.getOwnPropertyDescriptor(owner, name);
    if (was === undefined) throw new TypeError(`no ${name}`);
    const real = (owner as Record<string, unknown>)[name];
    const refused = function (): never {
      tried.push(name);
      throw new EvalError(`${name} makes code out of text`);
    };
    refused.prototype = (real as { prototype?: unknown }).prototype;
    Object.defineProperty(owner, name, { value: refused, configurable: true, writable: true });
    restores.push(() => Object.defineProperty(owner, name, was));
  };
  for (const kind of kinds) replace(Object.getPrototypeOf(kind) as object, 'constructor');
  replace(globalThis, 'Function');
  replace(globalThis, 'eval');
  try {
    // The guard itself works.
    expect(() => kinds.forEach((kind) => kind.constructor('return 1'))).toThrow('makes code out of text');
    expect(() => new Function('return 1')).toThrow('makes code out of text');
    expect(tried).toEqual(['constructor', 'Function']);
    tried.length = 0;
    const { readBridgeMessage, writeBridgeMessage } = await import('./index.js');
    let readCount = 0;
    for (const { file, from } of goldenBridge.files.filter((one) => !one.file.startsWith('binary/'))) {
      const reading = readBridgeMessage(goldenBridge.text(file), { from });
      if (!reading.ok) continue;
      writeBridgeMessage(reading.message);
      readCount += 1;
    }
    expect(readCount).toBeGreaterThan(50);
    expect(tried).toEqual([]);
  } finally {
    for (const restore of restores) restore();
  }
});
