/** Id of the trace's extension that says when the screen showed each colour. */
export const LIGHT_LOG_ID = 1;

/** Most colours that one chunk shows: each of 8 stages, and each once more. */
export const MAX_LIGHT_LOG_ENTRIES = 16;

/** A stage is shown once, and once more after the person moved away. */
export const MAX_LIGHT_ATTEMPT = 1;
