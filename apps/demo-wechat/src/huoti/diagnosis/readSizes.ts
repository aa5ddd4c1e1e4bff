import type { FrameSource } from '@huoti/core';
import type { FrameSize, SizeReading } from './Diagnosis.js';
import type { DiagnosisContext } from './DiagnosisContext.js';

/** How long frames are counted at each setting, in ms: long enough to tell 15 a second from 25. */
const COUNT_MS = 2000;

/** Opens the camera at one setting and counts what comes. */
async function readSize(
  setting: FrameSize,
  source: FrameSource,
  { clock, signal }: DiagnosisContext,
): Promise<SizeReading> {
  const askedMs = clock.nowMs();
  const stream = await source.open({ signal });
  try {
    const sizes = new Set<string>();
    let handed = 0;
    let firstMs = 0;
    let lastMs = 0;
    let droppedBefore = 0;
    for (;;) {
      const frame = await stream.nextFrame({ signal });
      if (frame === null) break;
      lastMs = clock.nowMs();
      if (handed === 0) {
        firstMs = lastMs;
        droppedBefore = stream.droppedFrameCount;
      }
      sizes.add(`${String(frame.widthPx)}x${String(frame.heightPx)}`);
      frame.close();
      handed += 1;
      if (lastMs - firstMs >= COUNT_MS) break;
    }
    const counted = handed - 1 + stream.droppedFrameCount - droppedBefore;
    return {
      setting,
      firstFrameMs: firstMs - askedMs,
      sizes: [...sizes],
      framesPerSecond: lastMs > firstMs ? (counted * 1000) / (lastMs - firstMs) : 0,
    };
  } finally {
    await stream.close();
  }
}

/** The camera at each of its three settings, one after another. */
export async function readSizes(context: DiagnosisContext): Promise<readonly SizeReading[]> {
  const found: SizeReading[] = [];
  for (const setting of ['small', 'large', 'medium'] as const) {
    context.onStep('sizes');
    await context.showSetting(setting);
    found.push(await readSize(setting, context.createSource(context.createOrientation()), context));
  }
  return found;
}
