// The bytes of a template, little-endian:
//   0  3  "HFT"
//   3  1  version of this layout, 1
//   4  1  length of the model's name, n: 1 to 64
//   5  2  number of values, m: 1 to 4096
//   7  n  the model's name@version, ASCII
//   7+n   m float32 values, of length 1 together; nothing follows

/** "HFT". */
export const MAGIC = [0x48, 0x46, 0x54] as const;

/** Raised when the layout changes; readers refuse what they do not know. */
export const TEMPLATE_FORMAT_VERSION = 1;

/** Bytes before the model's name. */
export const HEADER_BYTES = 7;
