/**
 * Tensors that are alive in this realm's TF.js, which keeps its engine on the global object so that two copies share one;
 * 0 where it never started.
 */
export function tensorsOfRealm(): number {
  const { _tfengine } = globalThis as { _tfengine?: { readonly state: { readonly numTensors: number } } };
  return _tfengine?.state.numTensors ?? 0;
}
