/** What an endpoint's sealed secret is bound to: it opens for this endpoint of this client and no other. */
export function endpointSeal(clientId: string, id: string): readonly string[] {
  return ['webhook', clientId, id];
}
