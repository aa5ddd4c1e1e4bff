import ts from 'typescript';

/**
 * The names that an index gives to others, sorted; types are marked. An `export *` counts as the finding it is.
 *
 * @example publicNames("export { a } from './a.js'; export type { B } from './B.js';") // ['a', 'type B']
 */
export function publicNames(index: string): string[] {
  const file = ts.createSourceFile('index.ts', index, ts.ScriptTarget.Latest, true);
  const names = file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, isTypeOnly } = statement;
      if (exportClause === undefined)
        return [`everything of ${statement.moduleSpecifier?.getText() ?? 'a module'}`];
      if (ts.isNamespaceExport(exportClause)) return [exportClause.name.text];
      return exportClause.elements.map(
        ({ name, isTypeOnly: one }) => `${isTypeOnly || one ? 'type ' : ''}${name.text}`,
      );
    }
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (exported !== true) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      return [`type ${statement.name.text}`];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [statement.name?.text ?? 'default'];
    return [statement.getText().slice(0, 60)];
  });
  return names.sort((a, b) => (a < b ? -1 : 1));
}

/** Where the list of names and the index differ, one line a name. */
export function publicNameChanges(
  label: string,
  pinned: readonly string[],
  present: readonly string[],
): string[] {
  return [
    ...present
      .filter((name) => !pinned.includes(name))
      .map((name) => `${label} exports ${name}, and the list does not have it`),
    ...pinned.filter((name) => !present.includes(name)).map((name) => `${label} no longer exports ${name}`),
  ];
}
