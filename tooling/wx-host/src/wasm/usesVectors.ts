/** The vector type, `v128`: WebAssembly specification, section 5.3.2. */
const VECTOR = 0x7b;

/**
 * Whether a module has a value of the vector type anywhere, in a signature or a local variable, so that an engine without vectors
 * refuses it.
 */
export function usesVectors(bytes: Uint8Array): boolean {
  let at = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const typesHave = (): boolean => {
    for (let left = number(); left > 0; left -= 1) {
      at += 1;
      for (const count of [number, number]) {
        for (let values = count(); values > 0; values -= 1) if (bytes[at++] === VECTOR) return true;
      }
    }
    return false;
  };
  const localsHave = (): boolean => {
    for (let left = number(); left > 0; left -= 1) {
      const end = number() + at;
      for (let groups = number(); groups > 0; groups -= 1) {
        number();
        if (bytes[at++] === VECTOR) return true;
      }
      at = end;
    }
    return false;
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    if (section === 1 && typesHave()) return true;
    if (section === 10 && localsHave()) return true;
    at = end;
  }
  return false;
}
