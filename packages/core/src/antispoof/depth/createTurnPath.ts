/** Watches whether a head walks through the angles of its turns. */
export interface TurnPath {
  push(atMs: number, yawIndex: number): void;
  /** The face was lost: in full profile that happens, and it comes back where it may. */
  lose(): void;
  /** Turns that were there from one frame to the next. */
  readonly jumps: number;
  reset(): void;
}

/** Frames further apart, in ms, leave time for a turn between them: the quickest ones of a head take 0.2 s. */
const LONGEST_INTERVAL_MS = 120;
/** Change of the yaw index that is a turn: about 20 degrees. */
const TURN = 0.22;
/** Share of the jump that the head may move in the intervals before and after it. A real turn is fastest in its middle third. */
const CALM_SHARE = 0.2;

/** Finds turns without a way: still before, turned in one frame, still after. */
export function createTurnPath(): TurnPath {
  /** The last four frames, oldest first. */
  const indices: [number, number, number, number] = [0, 0, 0, 0];
  const times: [number, number, number, number] = [0, 0, 0, 0];
  let count = 0;
  let jumps = 0;
  return {
    get jumps(): number {
      return jumps;
    },
    push(atMs, yawIndex): void {
      for (let at = 0; at < 3; at++) {
        indices[at] = indices[at + 1]!;
        times[at] = times[at + 1]!;
      }
      indices[3] = yawIndex;
      times[3] = atMs;
      count += 1;
      if (count < 4) return;
      for (let at = 0; at < 3; at++) if (times[at + 1]! - times[at]! > LONGEST_INTERVAL_MS) return;
      const jump = Math.abs(indices[2] - indices[1]);
      const around = Math.max(Math.abs(indices[1] - indices[0]), Math.abs(indices[3] - indices[2]));
      if (jump >= TURN && around <= CALM_SHARE * jump) jumps += 1;
    },
    lose(): void {
      count = 0;
    },
    reset(): void {
      count = 0;
      jumps = 0;
    },
  };
}
