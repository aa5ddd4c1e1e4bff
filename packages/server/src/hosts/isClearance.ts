/** A contract or an approval in words: 1 to 128 characters that print, none of them a line break or a control. */
const REFERENCE = /^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u;

/** Whether a text can stand for the operator's clearance: it is written into the audit log at each use. */
export function isClearance(text: string): boolean {
  return REFERENCE.test(text) && text.trim() === text;
}
