/**
 * What a template's sealed bytes are bound to: they open as this reference of this client and as no other, under this turn and no other.
 *
 * @param turnKeyId `null` for one that was stored before there were turns
 */
export function referenceSeal(clientId: string, id: string, turnKeyId: string | null): readonly string[] {
  return ['reference', clientId, id, ...(turnKeyId === null ? [] : [turnKeyId])];
}
