/** What a template's sealed bytes are bound to: they open as this reference of this client and as no other. */
export function referenceSeal(clientId: string, id: string): readonly string[] {
  return ['reference', clientId, id];
}
