/** The one method of `TextEncoder` that the libraries in the bundle call. */
export class Utf8Encoder {
  readonly encoding = 'utf-8';

  /** A lone surrogate becomes U+FFFD, as the standard has it. */
  encode(text = ''): Uint8Array {
    const bytes: number[] = [];
    for (const character of text) {
      const read = character.codePointAt(0) ?? 0;
      const code = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
      else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      else
        bytes.push(
          0xf0 | (code >> 18),
          0x80 | ((code >> 12) & 63),
          0x80 | ((code >> 6) & 63),
          0x80 | (code & 63),
        );
    }
    return Uint8Array.from(bytes);
  }
}
