import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { goldenBridge, type GoldenFile } from '../../test/bridge/goldenBridge.js';
import { splitBridgeFrame } from './bridgeFrameBytes.js';
import { BRIDGE_MESSAGES } from './bridgeMessages.js';
import { joinBridgeFrame } from './bridgeFrameBytes.js';
import { readBridgeMessage, type BridgeReading } from './readBridgeMessage.js';
import { writeBridgeMessage } from './writeBridgeMessage.js';

const { files, text, bytes } = goldenBridge;
const isBinary = ({ file }: GoldenFile): boolean => file.startsWith('binary/');
const titled = (some: readonly GoldenFile[]): [string, GoldenFile][] => some.map((one) => [one.file, one]);
const texts = files.filter((one) => !isBinary(one));

const limitsOf = ({ maxControlBytes, maxFrameBytes }: GoldenFile) => ({
  ...(maxControlBytes === undefined ? {} : { maxControlBytes }),
  ...(maxFrameBytes === undefined ? {} : { maxFrameBytes }),
});
const readingOf = (one: GoldenFile): BridgeReading =>
  readBridgeMessage(text(one.file), { from: one.from, ...limitsOf(one) });

describe('a golden message', () => {
  it.each(titled(texts.filter(({ outcome, readsAs }) => outcome === 'ok' && readsAs === undefined)))(
    '%s is read, and written to the same bytes',
    (_title, one) => {
      const reading = readingOf(one);
      if (!reading.ok) throw new TypeError(`refused: ${JSON.stringify(reading)}`);
      expect({ kind: reading.message.kind, name: reading.message.name }).toEqual({
        kind: one.kind,
        name: one.name,
      });
      expect(writeBridgeMessage(reading.message)).toBe(text(one.file));
    },
  );

  it.each(titled(texts.filter(({ readsAs }) => readsAs !== undefined)))(
    '%s means the same as the file it is a spelling of',
    (_title, one) => {
      const reading = readingOf(one);
      if (!reading.ok) throw new TypeError(`refused: ${JSON.stringify(reading)}`);
      expect(writeBridgeMessage(reading.message)).toBe(text(one.readsAs ?? ''));
    },
  );

  it.each(titled(texts.filter(({ outcome }) => outcome !== 'ok')))(
    '%s is refused with the code that is listed, and a request is told so',
    (_title, one) => {
      const reading = readingOf(one);
      if (reading.ok) throw new TypeError('it was read');
      expect(reading.code).toBe(one.outcome);
      if (reading.code === 'foreign') return;
      expect(reading.request).toEqual(one.request);
      expect(reading.why).toMatch(/^[^\n]{1,300}$/);
    },
  );
});

describe('a golden binary frame', () => {
  const read = (one: GoldenFile): BridgeReading | 'bad_message' => {
    try {
      return readBridgeMessage(splitBridgeFrame(bytes(one.file)).text, { from: one.from });
    } catch {
      return 'bad_message';
    }
  };

  it.each(titled(files.filter((one) => isBinary(one) && one.outcome === 'ok')))(
    '%s is taken apart, read, written and joined to the same bytes',
    (_title, one) => {
      const whole = bytes(one.file);
      const { text: head, pixels } = splitBridgeFrame(whole);
      expect([head.length, pixels.length]).toEqual([one.messageBytes, one.pixelBytes]);
      const reading = readBridgeMessage(head, { from: one.from });
      if (!reading.ok) throw new TypeError(`refused: ${JSON.stringify(reading)}`);
      const again = joinBridgeFrame(writeBridgeMessage(reading.message), pixels);
      expect(Buffer.from(again).equals(Buffer.from(whole))).toBe(true);
    },
  );

  it.each(titled(files.filter((one) => isBinary(one) && one.outcome !== 'ok')))(
    '%s is refused',
    (_title, one) => {
      const reading = read(one);
      expect(reading === 'bad_message' ? reading : { ...reading }).toEqual(
        one.outcome === 'bad_message' ? 'bad_message' : { ok: false, code: one.outcome },
      );
    },
  );
});

describe('the golden files', () => {
  const listed = new Set(files.map(({ file }) => file));

  it('are listed one by one, and nothing else lies in their folder', () => {
    const folder = fileURLToPath(new URL('./__fixtures__/', import.meta.url));
    const there = ['valid', 'lenient', 'invalid', 'binary'].flatMap((part) =>
      readdirSync(`${folder}${part}`).map((name) => `${part}/${name}`),
    );
    expect(there.sort()).toEqual([...listed].sort());
    expect(files).toHaveLength(listed.size);
  });

  it('have a valid message of every name in every kind that it comes in', () => {
    const wanted = Object.entries(BRIDGE_MESSAGES).flatMap(([name, { kind }]) =>
      (kind === 'request' ? ['request', 'reply', 'cancel'] : [kind]).map(
        (one) => `valid/${name}.${one}.json`,
      ),
    );
    expect(wanted.filter((file) => !listed.has(file))).toEqual([]);
  });

  it('refuse a wrong payload of every name that carries one, and of every reply', () => {
    const refused = texts
      .filter(({ file }) => file.startsWith('invalid/payload.'))
      .map(({ file }) => JSON.parse(text(file)) as { kind: string; name: string })
      .map(({ kind, name }) => `${name} ${kind}`);
    const wanted = Object.entries(BRIDGE_MESSAGES).flatMap(([name, entry]) => [
      ...(Object.keys(entry.payload.properties).length === 0 ? [] : [`${name} ${entry.kind}`]),
      ...('reply' in entry && Object.keys(entry.reply.properties).length > 0 ? [`${name} reply`] : []),
    ]);
    expect(wanted.filter((one) => !refused.includes(one))).toEqual([]);
  });
});
