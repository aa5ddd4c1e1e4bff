type Encoded<T, K extends keyof T> = {
  [P in keyof T]: P extends K ? (null extends T[P] ? string | null : string) : T[P];
};

/**
 * The row with some columns as JSON text. By hand, because drivers differ in what they make of an array; and as `json` in the
 * database, not `jsonb`, because that refuses the character U+0000 and lone surrogates, which any client may send.
 */
export function encodeJson<T extends object, K extends keyof T>(
  row: T,
  columns: readonly K[],
): Encoded<T, K> {
  const encoded: Partial<Record<keyof T, unknown>> = { ...row };
  for (const column of columns) {
    const value = row[column];
    if (value !== undefined && value !== null) encoded[column] = JSON.stringify(value);
  }
  return encoded as Encoded<T, K>;
}
