import { describe, expect, it } from '@jest/globals';
import type { BridgeFrame, CameraOpened } from '@huoti/protocol/bridge';
import { settle } from '../../test/support/createCameraRig.js';
import type { ArrivedFrame } from '../link/BridgeLink.js';
import { createFrameIntake } from './createFrameIntake.js';

const OPENED: CameraOpened = {
  stream: 4,
  widthPx: 320,
  heightPx: 240,
  fps: 30,
  facing: 'user',
  format: 'jpeg',
  mirrored: false,
};

/** An intake whose decoder finishes a picture when the test says so. */
const setUp = () => {
  let hear: (arrived: ArrivedFrame) => void = () => undefined;
  let listening = 0;
  const credits: number[] = [];
  const shown: number[] = [];
  const failures: unknown[] = [];
  const decoding: { sequence: number; finish(picture: 'picture' | 'none' | Error): void }[] = [];
  let open = 0;
  let disposed = 0;
  const intake = createFrameIntake({
    opened: OPENED,
    link: {
      onFrame(listener) {
        hear = listener;
        listening += 1;
        return () => void (listening -= 1);
      },
      emit: (_name, payload) => void credits.push((payload as { credits: number }).credits),
    },
    decoder: {
      decode: (_bytes, { sequence, widthPx, heightPx }) =>
        new Promise((resolve, reject) => {
          decoding.push({
            sequence,
            finish(what) {
              if (what instanceof Error) reject(what);
              else if (what === 'none') resolve(null);
              else {
                open += 1;
                const source = {} as CanvasImageSource;
                resolve({ source, widthPx, heightPx, close: () => void (open -= 1) });
              }
            },
          });
        }),
      dispose: () => void (disposed += 1),
    },
    onPicture: (_picture, { frame }) => void shown.push(frame.sequence),
    onFail: (error) => failures.push(error),
  });
  const frame = (sequence: number, over: Partial<BridgeFrame> = {}): ArrivedFrame => ({
    frame: {
      ...{ stream: 4, sequence, capturedAtMs: sequence, widthPx: 320, heightPx: 240 },
      ...{ format: 'jpeg', rotationDegrees: 0, droppedCount: 0, data: 'AA==' },
      ...over,
    },
    bytes: null,
    arrivedAtMs: sequence,
  });
  const arrive = async (sequence: number, over: Partial<BridgeFrame> = {}): Promise<void> => {
    hear(frame(sequence, over));
    await settle();
  };
  /** Neither text nor bytes. */
  const arriveEmpty = async (sequence: number): Promise<void> => {
    const { data: _data, ...rest } = frame(sequence).frame;
    hear({ frame: rest, bytes: null, arrivedAtMs: sequence });
    await settle();
  };
  const finish = async (what: 'picture' | 'none' | Error = 'picture'): Promise<void> => {
    decoding.shift()?.finish(what);
    await settle();
  };
  const facts = { credits, shown, failures, decoding };
  return {
    ...facts,
    ...{
      intake,
      arrive,
      arriveEmpty,
      finish,
      openCount: () => open,
      listening: () => listening,
      disposed: () => disposed,
    },
  };
};

describe('createFrameIntake', () => {
  it('gives two credits to begin with, and each back when its picture was shown', async () => {
    const { intake, credits, shown, arrive, finish } = setUp();
    intake.start();
    expect(credits).toEqual([2]);
    await arrive(0);
    expect(credits).toEqual([2]);
    await finish();
    expect(credits).toEqual([2, 1]);
    expect(shown).toEqual([0]);
    expect(intake.shownCount).toBe(1);
  });

  it('decodes one at a time, and of those that wait the newest', async () => {
    const { intake, credits, shown, decoding, arrive, finish } = setUp();
    intake.start();
    for (const sequence of [0, 1, 2, 3]) await arrive(sequence);
    expect(decoding.map(({ sequence }) => sequence)).toEqual([0]);
    // Those that were overtaken while they waited gave their credit back at once.
    expect(credits).toEqual([2, 1, 1]);
    await finish();
    expect(decoding.map(({ sequence }) => sequence)).toEqual([3]);
    await finish();
    expect(shown).toEqual([0, 3]);
    expect(credits).toEqual([2, 1, 1, 1, 1]);
    expect(intake.droppedCount).toBe(2);
  });

  it('a frame that was overtaken on its way, or comes twice, is dropped with its credit back', async () => {
    const { intake, credits, shown, arrive, finish } = setUp();
    intake.start();
    await arrive(5);
    await finish();
    await arrive(4);
    await arrive(5);
    expect(shown).toEqual([5]);
    expect(credits).toEqual([2, 1, 1, 1]);
    expect(intake.droppedCount).toBe(2);
  });

  it('a frame of another format is dropped with its credit back, one of another stream is not ours', async () => {
    const { intake, credits, decoding, arrive } = setUp();
    intake.start();
    await arrive(0, { format: 'i420' });
    await arrive(1, { stream: 3 });
    expect(decoding).toEqual([]);
    expect(credits).toEqual([2, 1]);
    expect(intake.droppedCount).toBe(1);
  });

  it('bytes that are no picture, no base64 or not there are counted, with their credit back', async () => {
    const { intake, credits, shown, arrive, arriveEmpty, finish } = setUp();
    intake.start();
    await arrive(0);
    await finish('none');
    await arrive(1, { data: '%%%' });
    await arriveEmpty(2);
    expect(shown).toEqual([]);
    expect(intake.unreadableCount).toBe(3);
    expect(credits).toEqual([2, 1, 1, 1]);
  });

  it("adds what the app never sent, by the app's own count, which only grows", async () => {
    const { intake, arrive, finish } = setUp();
    intake.start();
    await arrive(0, { droppedCount: 7 });
    await finish();
    await arrive(1, { droppedCount: 3 });
    await finish();
    expect(intake.droppedCount).toBe(7);
  });

  it('a decoder that fails ends it, and is told', async () => {
    const { intake, failures, credits, arrive, finish } = setUp();
    intake.start();
    const cause = new TypeError('made for the test');
    await arrive(0);
    await finish(cause);
    expect(failures).toEqual([cause]);
    expect(credits).toEqual([2]);
  });

  it('stopped while a picture is decoded it shows nothing, and the picture is given back', async () => {
    const { intake, shown, credits, openCount, listening, disposed, arrive, finish } = setUp();
    intake.start();
    await arrive(0);
    await arrive(1);
    intake.stop();
    await finish();
    expect(shown).toEqual([]);
    expect(openCount()).toBe(0);
    expect(credits).toEqual([2]);
    expect(listening()).toBe(0);
    expect(disposed()).toBe(1);
  });
});
