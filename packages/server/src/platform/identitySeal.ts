/** What an identity's sealed bytes are bound to: they open as that of this session and as nothing else. */
export function identitySeal(sessionId: string): readonly string[] {
  return ['identity', sessionId];
}
