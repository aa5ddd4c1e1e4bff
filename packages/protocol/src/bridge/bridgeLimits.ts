/** Longest message that is not a frame, in bytes of UTF-8. WebKit itself passes 64 MB, so the protocol has to say. */
export const MAX_BRIDGE_CONTROL_BYTES = 256 * 1024;

/** Longest frame message, in bytes: a still of two megapixels as JPEG. The handshake may agree on less. */
export const MAX_BRIDGE_FRAME_BYTES = 2 * 1024 * 1024;

/** Least that either side has to take as a frame, in bytes: 320 x 240 RGBA in base64, and its header. */
export const MIN_BRIDGE_FRAME_BYTES = 512 * 1024;

/** How often a page says hello until it is answered, in ms: a host's object may appear late. */
export const BRIDGE_HELLO_EVERY_MS = 250;

/** How long a page says hello before it goes on as a page without a host, in ms. */
export const BRIDGE_HELLO_FOR_MS = 5000;

/** How long a request waits for its reply where its own entry says nothing, in ms. */
export const BRIDGE_REQUEST_TIMEOUT_MS = 5000;

/** How long a person may look at a permission prompt, in ms. */
export const BRIDGE_PERMISSION_TIMEOUT_MS = 60_000;

/** Frames that may be under way where the page says nothing else. Two: one on its way while one is judged. */
export const BRIDGE_DEFAULT_CREDITS = 2;

/** Most frames that may be under way. */
export const MAX_BRIDGE_CREDITS = 8;

/** How long a host waits for a credit before it says that the page is stalled, in ms. */
export const BRIDGE_CREDIT_STALL_MS = 3000;

/** How often a result is sent again until it is confirmed, in ms. */
export const BRIDGE_RESULT_EVERY_MS = 2000;

/** How often a result is sent at most. */
export const MAX_BRIDGE_RESULT_SENDS = 5;
