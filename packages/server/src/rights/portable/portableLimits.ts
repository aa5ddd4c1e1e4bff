/** How large a portable document may be. */
export const PORTABLE_LIMITS = {
  /** Enrolled faces: each is turned anew, which takes up to 0.3 s for the largest. */
  references: 10,
  consents: 1000,
  sessions: 1000,
  /** Base64 of 4096 floats, the most that a template has. */
  templateCharacters: 21_848,
  /** Of the sealed form: 10 of the largest templates and the whole history come to 1.3 MB, being written in base64 twice over. */
  sealedBytes: 2_097_152,
} as const;
