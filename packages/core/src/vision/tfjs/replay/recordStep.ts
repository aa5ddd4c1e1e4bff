import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend as currentBackend, type TensorInfo } from '@tensorflow/tfjs-core';
import { kernelTapOf } from './kernelTap.js';

/**
 * For operations that compute in JavaScript: while a graph is recorded, notes that `compute` shall run again on the same
 * memory. Does nothing otherwise.
 *
 * @param compute gets the inputs' values, and writes the output's
 */
export function recordStep(
  inputs: readonly TensorInfo[],
  output: TensorInfo,
  compute: (inputs: readonly Float32Array[], output: Float32Array) => void,
): void {
  const backend = currentBackend();
  const tap = kernelTapOf(backend);
  if (!tap?.recording || !(backend instanceof BackendWasm)) return;
  const place = ({ dataId, shape }: TensorInfo) => ({
    offset: backend.getMemoryOffset(dataId),
    length: shape.reduce((product, side) => product * side, 1),
  });
  const from = inputs.map(place);
  const to = place(output);
  tap.recording.push(() =>
    compute(
      from.map(({ offset, length }) => tap.floats(offset, length)),
      tap.floats(to.offset, to.length),
    ),
  );
}
