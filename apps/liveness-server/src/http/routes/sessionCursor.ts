/** Where a page of sessions begins. */
export interface SessionCursor {
  readonly issuedAtMs: number;
  readonly id: string;
}

/** As one word for a query. */
export const writeCursor = ({ issuedAtMs, id }: SessionCursor): string => `${issuedAtMs}.${id}`;

/** From a word that the schema of the query has judged. */
export function parseCursor(text: string): SessionCursor {
  const at = text.indexOf('.');
  return { issuedAtMs: Number(text.slice(0, at)), id: text.slice(at + 1) };
}
