/** A text that stands in quotes in a source, without them. */
export interface StringLiteral {
  readonly text: string;
  readonly line: number;
}

const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"""[\s\S]*?"""|r?"(?:\\.|[^"\\\n])*"|r?'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/**
 * The string literals of a source in any of the languages of our hosts, which agree on comments and quotes. What is inserted into
 * a literal stays in it as it is written.
 *
 * @example stringLiterals('send("a") // "b"') // [{ text: 'a', line: 1 }]
 */
export function stringLiterals(source: string): StringLiteral[] {
  const literals: StringLiteral[] = [];
  for (const { 0: found, index } of source.matchAll(COMMENT_OR_STRING)) {
    if (found.startsWith('//') || found.startsWith('/*')) continue;
    const line = source.slice(0, index).split('\n').length;
    literals.push({ text: found.replace(/^r?("""|["'`])([\s\S]*)\1$/, '$2'), line });
  }
  return literals;
}

/** The source with a blank for every character of a comment, so that lines and columns stay. */
export function withoutComments(source: string): string {
  return source.replace(COMMENT_OR_STRING, (found) =>
    found.startsWith('//') || found.startsWith('/*') ? found.replace(/[^\n]/g, ' ') : found,
  );
}
