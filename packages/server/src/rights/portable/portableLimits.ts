/** How large a portable document may be. */
export const PORTABLE_LIMITS = {
  /** Enrolled faces. */
  references: 50,
  consents: 1000,
  sessions: 1000,
  /** Base64 of 4096 floats, the most that a template has. */
  templateCharacters: 21_848,
  /** Of the sealed form: 50 of the largest templates and the whole history come to 3 MB, being written in base64 three times over. */
  sealedBytes: 4_194_304,
} as const;
