/** Joined from parts, so that this file does not contain what it forbids. */
const join = (...parts: string[]): string => parts.join('');

const RULES: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: new RegExp(join('(^|[\\s"\'`(=:])/', 'work/')), why: 'a path of one machine' },
  { pattern: new RegExp(join('/(home|Users)/', '[a-z]\\w+/')), why: 'a path in somebody’s home' },
  { pattern: new RegExp(join('shared/', '(labs|design|tools)')), why: 'a folder outside the repository' },
  {
    pattern: new RegExp(join('https?://[^\\s"\'`]*(', 'registry|npmmirror|artifactory|verdaccio)')),
    why: 'the address of a package registry',
  },
  { pattern: new RegExp(join('tasks-', 'vision')), why: 'a package whose later versions we may not ship' },
];
/** Read by nobody as prose, or full of others' words. */
const LEFT_OUT = /(^LICENSE$|\.(wasm|bin|png|jpg|webp|ico|woff2)$)/;

/** Words that must not be in the repository, one line a finding. */
export function forbiddenWords(path: string, text: string): string[] {
  if (LEFT_OUT.test(path)) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      RULES.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${path}:${index + 1} ${why}`),
    );
}
