import { engine, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Runs `work`; when it throws, frees every tensor that was made meanwhile and is still there. The official package frees
 * its tensors at the end only, and would leak them on the way out. Not to be nested, nor run twice at a time.
 */
export async function disposeOnThrow<T>(work: () => Promise<T>): Promise<T> {
  const made: Tensor[] = [];
  const tracker = engine();
  const own = Object.getOwnPropertyDescriptor(tracker, 'trackTensor');
  const inner = tracker.trackTensor;
  tracker.trackTensor = (tensor, backend) => {
    made.push(tensor);
    inner.call(tracker, tensor, backend);
  };
  try {
    return await work();
  } catch (error) {
    for (const tensor of made) if (!tensor.isDisposed) tensor.dispose();
    throw error;
  } finally {
    if (own) Object.defineProperty(tracker, 'trackTensor', own);
    else Reflect.deleteProperty(tracker, 'trackTensor');
  }
}
