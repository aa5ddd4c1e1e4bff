/**
 * The mean of several face signatures: steadier than any one of them.
 *
 * @param signatures from faceSignature, at least one, of equal length
 */
export function meanSignature(signatures: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(signatures[0]?.length ?? 0);
  for (const signature of signatures) {
    for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + signature[at]!;
  }
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! / signatures.length;
  return sum;
}
