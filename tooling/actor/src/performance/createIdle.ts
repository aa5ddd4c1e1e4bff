import { createRandom } from '../random/createRandom.js';
import { clamp } from '../random/numbers.js';

/** What a person does without being asked: sways, breathes, looks about, blinks. */
export interface Idle {
  readonly yawRadians: number;
  readonly pitchRadians: number;
  readonly rollRadians: number;
  readonly xCm: number;
  readonly yCm: number;
  readonly distanceCm: number;
  readonly gazeX: number;
  readonly gazeY: number;
  readonly blink: number;
}

/** Mean time between blinks, and the least, in ms: 15 to 20 a minute. */
const BLINK_MEAN_MS = 3600;
const BLINK_LEAST_MS = 900;
const BLINK_CLOSE_MS = 85;
const BLINK_SHUT_MS = 40;
const BLINK_OPEN_MS = 170;
/** Mean time between small movements of the eyes, in ms. */
const SACCADE_MEAN_MS = 1100;

/** Idle movement as a function of time; the same seed gives the same. */
export function createIdle(seed: number): (timeMs: number) => Idle {
  const random = createRandom(seed + 1001);
  const drift = (amplitude: number, slowestHz: number): ((seconds: number) => number) => {
    const waves = [1, 1.7, 2.9, 4.3].map((factor) => ({
      size: (amplitude * random.between(0.5, 1)) / factor,
      speed: 2 * Math.PI * slowestHz * factor * random.between(0.85, 1.15),
      phase: random.between(0, 2 * Math.PI),
    }));
    return (seconds) =>
      waves.reduce((sum, { size, speed, phase }) => sum + size * Math.sin(speed * seconds + phase), 0);
  };
  const yaw = drift(0.016, 0.17);
  const pitch = drift(0.012, 0.21);
  const roll = drift(0.009, 0.13);
  const x = drift(0.22, 0.11);
  const y = drift(0.12, 0.15);
  const distance = drift(0.35, 0.12);
  const breath = { hz: random.between(0.2, 0.3), phase: random.between(0, 6) };
  const blinkAt = eventTimes(seed + 1002, BLINK_MEAN_MS, BLINK_LEAST_MS);
  const lookAt = eventTimes(seed + 1003, SACCADE_MEAN_MS, 250);
  return (timeMs) => {
    const seconds = timeMs / 1000;
    const look = lookAt(timeMs);
    const glance = createRandom(seed + 7919 * look.index);
    return {
      yawRadians: yaw(seconds),
      pitchRadians: pitch(seconds),
      rollRadians: roll(seconds),
      xCm: x(seconds),
      yCm: y(seconds) + 0.08 * Math.sin(2 * Math.PI * breath.hz * seconds + breath.phase),
      distanceCm: distance(seconds),
      gazeX: glance.normal(0, 0.03),
      gazeY: glance.normal(0, 0.02),
      blink: lid(blinkAt(timeMs).sinceMs),
    };
  };
}

function lid(sinceMs: number): number {
  if (sinceMs < BLINK_CLOSE_MS) return sinceMs / BLINK_CLOSE_MS;
  return clamp(1 - (sinceMs - BLINK_CLOSE_MS - BLINK_SHUT_MS) / BLINK_OPEN_MS, 0, 1);
}

/** Events at random times: which was the last one, and how long ago. */
function eventTimes(
  seed: number,
  meanMs: number,
  leastMs: number,
): (timeMs: number) => { index: number; sinceMs: number } {
  const random = createRandom(seed);
  const times: number[] = [];
  return (timeMs) => {
    let last = times[times.length - 1] ?? 0;
    while (last <= timeMs) {
      last += leastMs - (meanMs - leastMs) * Math.log(1 - random.next());
      times.push(last);
    }
    let index = times.length - 1;
    while (index > 0 && (times[index - 1] ?? 0) > timeMs) index--;
    // `index` is the first event to come.
    return { index, sinceMs: index === 0 ? Infinity : timeMs - (times[index - 1] ?? 0) };
  };
}
