import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../repository.js';
import type { HostSource } from './hostSources.js';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** As strict as the repository itself; without the names of a browser or of Node, which React Native has not. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  types: [],
  jsx: ts.JsxEmit.React,
  esModuleInterop: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Other people's declarations, read once: they take most of the time. */
const declarations = new Map<string, ts.SourceFile | undefined>();

/**
 * What the compiler says of the React Native host. The types are those that react-native-webview ships, React's own, and React
 * Native's in their last edition as a package of their own (0.72): React Native itself is left out, since it is 100 times as
 * large.
 */
export function typeFindings(sources: readonly HostSource[]): string[] {
  const options: ts.CompilerOptions = {
    ...OPTIONS,
    paths: {
      react: [folderOf('@types/react')],
      'react-native': [folderOf('@types/react-native')],
      'react-native-webview': [folderOf('react-native-webview')],
      '@huoti/protocol/bridge': [join(ROOT, 'packages/protocol/dist/bridge/index.d.ts')],
    },
  };
  const texts = new Map(sources.map(({ path, text }) => [join(ROOT, path), text]));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  // The texts that were handed over, which may not be those on the disk.
  host.getSourceFile = (fileName, version) => {
    const text = texts.get(fileName);
    if (text !== undefined) return ts.createSourceFile(fileName, text, version);
    if (!declarations.has(fileName)) declarations.set(fileName, read(fileName, version));
    return declarations.get(fileName);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((one) => {
    const line = one.file ? one.file.getLineAndCharacterOfPosition(one.start ?? 0).line + 1 : 0;
    const path = one.file?.fileName.replace(`${ROOT}/`, '') ?? '';
    return `${path}:${line} ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`;
  });
}
