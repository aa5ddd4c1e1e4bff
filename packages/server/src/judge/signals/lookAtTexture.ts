import {
  createTextureNetSignal,
  createTextureSignal,
  type FamilyReading,
  type SignalReadings,
  type TextureNet,
} from '@huoti/core';
import type { SeenPicture } from '../pictures/SeenPicture.js';

/**
 * What the pictures themselves say of what they show: skin, paper or a screen.
 *
 * @param net loaded with the first picture; `null` where the operator leaves it out
 * @throws HuotiError ABORTED
 */
export async function lookAtTexture(
  pictures: readonly SeenPicture[],
  { net, signal }: { net: TextureNet | null; signal?: AbortSignal | undefined },
): Promise<SignalReadings> {
  const signals = [createTextureSignal(), createTextureNetSignal(net === null ? {} : { net })];
  for (const { frame, face } of pictures) {
    for (const one of signals) await one.look(frame, face, { signal });
  }
  return Object.fromEntries(
    signals.map((one): [string, FamilyReading] => [one.name, { family: one.family, reading: one.read() }]),
  );
}
