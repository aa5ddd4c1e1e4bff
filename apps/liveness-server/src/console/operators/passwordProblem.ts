import { COMMON_PASSWORDS } from './commonPasswords.js';

/** Shortest password, in characters. NIST SP 800-63B asks for 8, and for 15 where it is the only factor; 12 lies between. */
export const MIN_PASSWORD_LENGTH = 12;
/** Longest, in characters: NIST SP 800-63B asks that 64 be possible. The bound keeps a hash from being fed a novel. */
export const MAX_PASSWORD_LENGTH = 128;
/** Fewest different characters: `aaaaaaaaaaab` is long and no password. */
const MIN_DIFFERENT = 5;

/** What is wrong with a password, in words for whoever chose it; `null` where nothing is. */
export function passwordProblem(password: string, operatorName: string): string | null {
  const plain = password.normalize('NFKC');
  const characters = [...plain];
  if (characters.length < MIN_PASSWORD_LENGTH) {
    return `a password has at least ${MIN_PASSWORD_LENGTH} characters: this one has ${characters.length}`;
  }
  if (characters.length > MAX_PASSWORD_LENGTH) {
    return `a password has at most ${MAX_PASSWORD_LENGTH} characters: this one has ${characters.length}`;
  }
  const lower = plain.toLowerCase();
  if (new Set(lower).size < MIN_DIFFERENT)
    return `a password has at least ${MIN_DIFFERENT} different characters`;
  if (COMMON_PASSWORDS.has(lower))
    return 'this password is on the list of those that everybody tries: choose another';
  if (lower.includes(operatorName.toLowerCase()) && operatorName.length >= 3) {
    return 'a password does not hold the name of its operator';
  }
  return null;
}
