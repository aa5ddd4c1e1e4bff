import type { OfficialPipeline } from './officialPackage.js';

/**
 * Reads how sure the landmark model is of a face, which the package keeps to itself: listens at the model's `execute`,
 * whose first output it is. Returns a reader of the latest value, in [0, 1].
 */
export function watchPresence(pipeline: OfficialPipeline): () => number {
  let latest = 0;
  const model = pipeline.landmarkModel;
  const inner = model.execute;
  model.execute = (input, outputs) => {
    const results = inner.call(model, input, outputs);
    const flag = Array.isArray(results) ? results[0] : results;
    latest = flag?.dataSync()[0] ?? 0;
    return results;
  };
  return () => latest;
}
