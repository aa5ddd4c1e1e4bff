import type { Tensor } from '@tensorflow/tfjs-core';
import type { PackageModel } from '../officialPackage.js';
import { recordGraph, type GraphReplay } from './recordGraph.js';

/**
 * Puts a recording in the place of a graph: the first run is recorded, the second is made both ways and compared bit by bit
 * (another input, so that nothing of the first can be left over), and from the third on the recording runs alone. Where
 * they differ, or the backend can't be recorded, TF.js's executor goes on doing the work.
 *
 * @returns takes the recording out and frees it
 */
export function replayModel(model: PackageModel): () => void {
  const interpret = model.execute;
  const run = (input: Tensor, names: string[]): Tensor[] => {
    const results = interpret.call(model, input, names);
    return Array.isArray(results) ? results : [results];
  };
  let replay: GraphReplay | null = null;
  let state: 'new' | 'recorded' | 'proven' | 'refused' = 'new';
  const stop = (): void => {
    state = 'refused';
    replay?.dispose();
    replay = null;
  };
  model.execute = (input, outputs) => {
    const single = !Array.isArray(outputs);
    const names = Array.isArray(outputs) ? outputs : [outputs];
    if (state === 'new') {
      replay = recordGraph(input, (source) => run(source, names));
      state = replay ? 'recorded' : 'refused';
    } else if (replay && state === 'recorded') {
      const expected = run(input, names);
      replay.run(input);
      const same = expected.every(
        (one, index) => replay !== null && equal(one.dataSync(), replay.values(index)),
      );
      if (same) state = 'proven';
      else stop();
      return single ? expected[0]! : expected;
    }
    const recording = state === 'proven' ? replay : null;
    if (!recording) return interpret.call(model, input, outputs);
    recording.run(input);
    return single ? recording.output(0) : names.map((_name, index) => recording.output(index));
  };
  return () => {
    stop();
    model.execute = interpret;
  };
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++)
    if (a[at] !== b[at] && !(Number.isNaN(a[at]) && Number.isNaN(b[at]))) return false;
  return true;
}
