/** What a part's sealed bytes are bound to: they open as this part of this session and as nothing else. */
export function partSeal(sessionId: string, name: string): readonly string[] {
  return ['part', sessionId, name];
}
