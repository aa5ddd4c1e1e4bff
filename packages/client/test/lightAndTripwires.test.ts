import { describe, expect, it } from '@jest/globals';
import type { FrameSource, FrameStream, TripwireReading } from '@huoti/core';
import { createFakeFrameSource, createFakeScreenLight, createManualClock } from '@huoti/core/testing';
import { parseEvidenceManifest } from '@huoti/protocol';
import { FakeServer } from './support/fakeServer.js';
import { NOTHING_LEFT, runWith } from './support/runWith.js';

const captureOf = (server: FakeServer) =>
  parseEvidenceManifest(new TextDecoder().decode(server.parts.get('manifest'))).capture;

describe('light', () => {
  it.each([
    ['offers none without a screen light', {}, false],
    ['offers the one that it was given', { light: 'here' }, true],
    ['offers none where the page says that it may not be used', { light: 'here', may: false }, false],
  ] as const)(
    'a session %s, and never says why',
    async (_what, given: { light?: string; may?: boolean }, offered) => {
      const server = new FakeServer({ level: 'frames' });
      const light = createFakeScreenLight({ clock: createManualClock() });
      await runWith(server, {
        host: {
          ...(given.light === undefined ? {} : { light }),
          ...(given.may === false ? { lightSupport: () => ({ unavailable: 'reduced-motion' }) } : {}),
        },
      });
      expect(server.begins.map(({ light: said }) => said)).toEqual([offered]);
      expect(JSON.stringify(server.begins)).not.toContain('reduced-motion');
    },
  );
});

/** A camera whose tripwires say what the test wants, and that tells when they were asked. */
function wiredSource(readings: readonly TripwireReading[]) {
  const source = createFakeFrameSource({ widthPx: 240, heightPx: 320 });
  const asked: string[] = [];
  const wired: FrameSource = {
    ...source,
    specificationVersion: 'v1',
    kind: 'camera',
    open: async (options) => {
      const stream = await source.open(options);
      const withWires: FrameStream = {
        kind: stream.kind,
        warnings: stream.warnings,
        mirroringKnown: stream.mirroringKnown,
        get droppedFrameCount() {
          return stream.droppedFrameCount;
        },
        nextFrame: (one) => {
          asked.push('frame');
          return stream.nextFrame(one);
        },
        close: () => stream.close(),
        tripwires: () => {
          asked.push('tripwires');
          return Promise.resolve(readings);
        },
      };
      return withWires;
    },
  };
  return { source, wired, asked };
}

describe('tripwires', () => {
  const TRIPPED = { name: 'canvas-track', tripped: true, detail: 'canvas' };

  it('are asked before the first frame, and what they saw goes into the manifest', async () => {
    const server = new FakeServer({ level: 'frames' });
    const { source, wired, asked } = wiredSource([TRIPPED]);
    const run = await runWith(server, { source, host: { source: wired } });
    expect(run.error).toBeNull();
    expect(asked[0]).toBe('tripwires');
    expect(captureOf(server).tripwires).toEqual([TRIPPED]);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('are left alone where the policy says off', async () => {
    const server = new FakeServer({ level: 'frames', tripwires: 'off' });
    const { source, wired, asked } = wiredSource([TRIPPED]);
    await runWith(server, { source, host: { source: wired } });
    expect(asked).not.toContain('tripwires');
    expect(captureOf(server)).not.toHaveProperty('tripwires');
  });

  it('that a host has not are not made up', async () => {
    const server = new FakeServer({ level: 'frames' });
    await runWith(server);
    expect(captureOf(server)).not.toHaveProperty('tripwires');
  });
});
