import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BRIDGE_MESSAGES } from '@huoti/protocol/bridge';
import { createConformanceBench } from '../src/testing/conformance/createConformanceBench.js';
import { HARNESSES } from './support/harnesses.js';

/** Envelopes that are nearly right: each field its own kind of wrong, or right. */
const message = (session: string) =>
  fc
    .record(
      {
        protocol: fc.constant('huoti-bridge'),
        version: fc.constantFrom('1.0', '1.9', '2.0', 'x'),
        session: fc.constantFrom(session, 'f'.repeat(32), '', '__proto__'),
        id: fc.oneof(fc.integer({ min: 1000, max: 9999 }), fc.double(), fc.string()),
        timeMs: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.anything()),
        kind: fc.constantFrom('request', 'reply', 'event', 'cancel', 'frame', 'other'),
        name: fc.oneof(fc.constantFrom(...Object.keys(BRIDGE_MESSAGES)), fc.string()),
        replyTo: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(undefined)),
        token: fc.constantFrom(undefined, 'short', 'A'.repeat(22)),
        payload: fc.oneof(fc.constant({}), fc.jsonValue()),
        error: fc.oneof(fc.constant(undefined), fc.record({ code: fc.string(), retryable: fc.boolean() })),
      },
      { requiredKeys: ['protocol'] },
    )
    .map((fields) => {
      // Not everything can be written as JSON; what can't is no message either.
      try {
        return JSON.stringify(fields);
      } catch {
        return '';
      }
    });

const bench = () => {
  const [, create] = HARNESSES[0] ?? [];
  if (!create) throw new TypeError('no harness');
  return createConformanceBench(create());
};

describe('whatever text comes', () => {
  it('a page throws nothing into its host, and goes on', async () => {
    const { openScript, settle, codeOf, clock } = bench();
    const { script, link } = await openScript();
    await fc.assert(
      fc.asyncProperty(fc.oneof(message(link.session), fc.string(), fc.json()), async (text) => {
        script.sayText(text);
        await settle();
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
    const asked = codeOf(link.request('brightness', { level: 1 }));
    await settle();
    script.reply(script.last('brightness'), {});
    expect(await asked).toBe('no error');
    link.close();
    expect(clock.sleeperCount).toBe(0);
  });

  it('an app throws nothing into its view, and the page that was welcomed keeps its place', async () => {
    const { harness, openHost, settle, codeOf } = bench();
    const { host, link } = await openHost();
    const { session } = link;
    const transport = harness.createTransport();
    await fc.assert(
      fc.asyncProperty(fc.oneof(message(session), fc.string(), fc.json()), async (text) => {
        // A hello of the page itself, or its cancel, is a word that counts: it is none of what is tried here.
        if (!text.includes('"hello"')) transport.send(text);
        await settle();
      }),
      { numRuns: 400, seed: 20_261_127 },
    );
    expect(host.session).toBe(session);
    expect(await codeOf(link.request('result', { ended: 'declined' }))).toBe('no error');
    link.close();
    await host.close();
  });
});
