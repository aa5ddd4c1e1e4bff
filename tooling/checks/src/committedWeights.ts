/** Larger than any source, document or synthetic picture here (the largest is 292 KB), smaller than half of any model's weights. */
const LARGEST_BYTES = 320 * 1024;

/** Written by a tool and read by it. */
const EXEMPT: readonly string[] = ['pnpm-lock.yaml'];

const MODEL_FILE = /\.(wasm|br|onnx|tflite|binarypb|pb)$|face-(attention|detector)[^/]*$/i;

/** Weights, wasm and other built files: they are made from pinned packages, and never lie in version control. */
export function committedWeights(
  files: readonly { readonly path: string; readonly bytes: number }[],
): string[] {
  return files
    .filter(
      ({ path, bytes }) =>
        MODEL_FILE.test(path) || (bytes > LARGEST_BYTES && !EXEMPT.some((exempt) => exempt === path)),
    )
    .map(
      ({ path, bytes }) => `${path} (${bytes} bytes) is a model's or a built file: let the build write it`,
    );
}
