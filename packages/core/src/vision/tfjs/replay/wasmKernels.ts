import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { recordStep } from './recordStep.js';

/**
 * Changes two of TF.js's wasm kernels while the engine owns the backend; their results stay the same. `Transform` by the
 * identity hands its input on instead of interpolating it (1.8 ms for 192 x 192, measured 2026-11-23); `Concat`, which works
 * in JavaScript, is faster for short rows and can be recorded. Returns what puts the old ones back.
 */
export function installWasmKernels(): () => void {
  const old: KernelConfig[] = [];
  for (const name of Object.keys(CHANGES)) {
    const kernel: KernelConfig | null | undefined = getKernel(name, 'wasm');
    const change = CHANGES[name];
    if (!kernel || !change) continue;
    old.push(kernel);
    swap({ ...kernel, kernelFunc: change(kernel.kernelFunc) });
  }
  return () => old.splice(0).forEach(swap);
}

function swap(kernel: KernelConfig): void {
  unregisterKernel(kernel.kernelName, kernel.backendName);
  registerKernel(kernel);
}

const CHANGES: Readonly<Record<string, (inner: KernelFunc) => KernelFunc>> = {
  Transform: (inner) => (call) => {
    const { image, transforms } = call.inputs;
    const size = call.attrs?.['outputShape'];
    const backend = call.backend;
    if (!image || !transforms || !Array.isArray(size) || !(backend instanceof BackendWasm))
      return inner(call);
    const [batch, height, width] = image.shape;
    if (batch !== 1 || size[0] !== height || size[1] !== width) return inner(call);
    const matrix = backend.typedArrayFromHeap(transforms);
    if (!IDENTITY.every((value, index) => matrix[index] === value)) return inner(call);
    backend.incRef(image.dataId);
    return { dataId: image.dataId, shape: image.shape, dtype: image.dtype };
  },
  Concat: (inner) => (call) => {
    const inputs: TensorInfo[] = [];
    for (const key of Object.keys(call.inputs)) {
      const input = call.inputs[key];
      if (input) inputs.push(input);
    }
    const [first] = inputs;
    const axis = call.attrs?.['axis'];
    const backend = call.backend;
    const plain = inputs.every(({ dtype, shape }) => dtype === 'float32' && shape.every((side) => side > 0));
    if (
      !first ||
      inputs.length < 2 ||
      !plain ||
      typeof axis !== 'number' ||
      !(backend instanceof BackendWasm)
    ) {
      return inner(call);
    }
    const along = axis < 0 ? axis + first.shape.length : axis;
    const shape = first.shape.slice();
    shape[along] = inputs.reduce((sum, input) => sum + (input.shape[along] ?? 0), 0);
    const outer = shape.slice(0, along).reduce((product, side) => product * side, 1);
    const output = backend.makeOutput(shape, 'float32');
    const values = (of: TensorInfo): Float32Array => {
      const found = backend.typedArrayFromHeap(of);
      return found instanceof Float32Array ? found : new Float32Array(0);
    };
    join(inputs.map(values), values(output), outer);
    recordStep(inputs, output, (parts, whole) => join(parts, whole, outer));
    return output;
  },
};

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0];

/** From this many values on, copying by the engine is faster than a loop. */
const LONG_ROW = 64;

/** Lays `outer` rows of each part side by side. */
function join(parts: readonly Float32Array[], whole: Float32Array, outer: number): void {
  for (let row = 0, to = 0; row < outer; row++) {
    for (const part of parts) {
      const length = part.length / outer;
      const from = row * length;
      if (length >= LONG_ROW) whole.set(part.subarray(from, from + length), to);
      else for (let at = 0; at < length; at++) whole[to + at] = part[from + at]!;
      to += length;
    }
  }
}
