/** Packages that must not come in, not even through another one: the official runtime that replaced them is closed in parts. */
const BANNED = /^\s+'?(@mediapipe\/tasks-[\w-]+)@/;

/** Banned packages in the text of a pnpm lockfile. */
export function bannedDependencies(lockfile: string): string[] {
  const names = lockfile.split('\n').flatMap((line) => BANNED.exec(line)?.[1] ?? []);
  return [...new Set(names)].map((name) => `${name} is in the lockfile`);
}
