import { createRequire } from 'node:module';
import { basename } from 'node:path';
import ts from 'typescript';
import { Language, Parser, type Node } from 'web-tree-sitter';
import type { HostLanguage, HostSource } from './hostSources.js';

const require = createRequire(import.meta.url);

/** Grammars as their packages ship them: compiled, and run by no install script. */
const GRAMMARS = {
  swift: '@repomix/tree-sitter-wasms/out/tree-sitter-swift.wasm',
  dart: '@repomix/tree-sitter-wasms/out/tree-sitter-dart.wasm',
  kotlin: '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
} as const;
type GrammarLanguage = keyof typeof GRAMMARS;

const parsers = new Map<GrammarLanguage, Promise<Parser>>();

async function createParser(language: GrammarLanguage): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(GRAMMARS[language])));
  return parser;
}

async function grammarFaults(language: GrammarLanguage, text: string): Promise<string[]> {
  const parser = parsers.get(language) ?? createParser(language);
  parsers.set(language, parser);
  const tree = (await parser).parse(text);
  if (tree === null) return ['was not parsed'];
  const faults: string[] = [];
  const visit = (node: Node): void => {
    const where = `${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
    if (node.isMissing) faults.push(`${where} ${node.type} is missing`);
    else if (node.isError) faults.push(`${where} ${node.text.slice(0, 40)}`);
    else if (node.hasError) for (const child of node.children) visit(child);
  };
  visit(tree.rootNode);
  tree.delete();
  return faults;
}

/** ArkTS by a parser that knows `struct` and the blocks of ArkUI; it comes as a formatter, whose output is left alone. */
async function arkTsFaults(path: string, text: string): Promise<string[]> {
  const { format } = await import('@ohos-rs/oxk/format');
  return (await format(basename(path), text)).errors;
}

function typeScriptFaults(path: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2022 },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const FAULTS: Readonly<Record<HostLanguage, (path: string, text: string) => string[] | Promise<string[]>>> = {
  swift: (_path, text) => grammarFaults('swift', text),
  kotlin: (_path, text) => grammarFaults('kotlin', text),
  dart: (_path, text) => grammarFaults('dart', text),
  arkts: arkTsFaults,
  typescript: typeScriptFaults,
};

/**
 * Where a source is not of its language. It finds what no parser can read, and nothing about types: a name that there is not
 * passes.
 *
 * @example await syntaxFaults({ host: 'ios', language: 'swift', path: 'A.swift', text: 'let a = ' }) // one fault or more
 */
export async function syntaxFaults({ language, path, text }: HostSource): Promise<string[]> {
  return FAULTS[language](path, text);
}
