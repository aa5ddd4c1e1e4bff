import type { replaySession } from '@huoti/core';
import type { decodeTraceChunk, LivenessPlan, PlanStep } from '@huoti/protocol';

/** A recorded session: the plan, what was revealed of it, and the trace's chunks in base64. */
export interface GoldenTrace {
  readonly plan: LivenessPlan;
  readonly steps: readonly PlanStep[];
  readonly chunks: readonly string[];
}

/** What judges it, of whatever build. */
export interface TracePlayer {
  readonly decodeTraceChunk: typeof decodeTraceChunk;
  readonly replaySession: typeof replaySession;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Every host has bytes; few have a decoder for text. */
function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  for (let at = 0, held = 0, bits = 0, to = 0; at < digits.length; at += 1) {
    held = ((held << 6) | LETTERS.indexOf(digits.charAt(at))) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to] = (held >> bits) & 0xff;
    to += 1;
  }
  return bytes;
}

/**
 * The whole verdict on a trace as text: how it ended, every window and outcome, what each signal read, and in which phase and at which step
 * each frame was judged. Runs in Node, in a browser and in a mini-program, and needs nothing of them.
 */
export function judgeGolden(player: TracePlayer, text: string): string {
  const { plan, steps, chunks } = JSON.parse(text) as GoldenTrace;
  const replayed = player.replaySession({
    plan,
    steps,
    chunks: chunks.map((chunk) => player.decodeTraceChunk(bytesOf(chunk))),
  });
  const { frames, baseline, ...verdict } = replayed;
  return JSON.stringify({
    ...verdict,
    baseline,
    frames: frames.map(({ timestampMs, phase, stepIndex, lit, observations }) => [
      timestampMs,
      phase,
      stepIndex,
      lit,
      observations.map(({ pose, box }) => [pose, box]),
    ]),
  });
}
