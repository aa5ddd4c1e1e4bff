import ts from 'typescript';

/** Methods that Chrome 87 or Safari of iOS 14 lacks on the objects that have them elsewhere. */
const NEWER_METHODS = new Set([
  ...['at', 'replaceAll', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'hasOwn'],
  ...['groupBy', 'isWellFormed', 'toWellFormed', 'withResolvers', 'randomUUID', 'waitAsync'],
]);
/** Functions and classes that one of the two lacks. */
const NEWER_GLOBALS = new Set([
  'structuredClone',
  'AggregateError',
  'WeakRef',
  'FinalizationRegistry',
  'reportError',
]);
/** `Promise.any` came with Chrome 85, but not to every WebView of the time. */
const NEWER_STATICS = new Set(['Promise.any', 'Array.fromAsync', 'AbortSignal.timeout', 'AbortSignal.any']);
const LOGICAL_ASSIGNMENTS = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

function isNewerCall(node: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const name = node.expression.name.text;
  const whole = `${node.expression.expression.getText()}.${name}`;
  if (NEWER_STATICS.has(whole)) return whole;
  return NEWER_METHODS.has(name) ? `.${name}()` : undefined;
}

const NATIVE_ERROR = /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError)$/;

/** The class whose constructor a `super(...)` call runs. */
function parentOfSuper(node: ts.Node): string | undefined {
  for (let current = node.parent; !ts.isSourceFile(current); current = current.parent) {
    if (ts.isClassLike(current)) return current.heritageClauses?.[0]?.types[0]?.expression.getText();
  }
  return undefined;
}

function hasErrorCause(node: ts.Node): boolean {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  const isSuper = node.expression.kind === ts.SyntaxKind.SuperKeyword;
  if (!NATIVE_ERROR.test((isSuper ? parentOfSuper(node) : node.expression.getText()) ?? '')) return false;
  const options = node.arguments?.[1];
  return (
    options !== undefined && ts.isObjectLiteralExpression(options) && /\bcause\b/.test(options.getText())
  );
}

function findingOf(node: ts.Node): string | undefined {
  if (ts.isPrivateIdentifier(node)) return `private field ${node.text}`;
  if (ts.isClassStaticBlockDeclaration(node)) return 'static block';
  if (ts.isPropertyDeclaration(node)) return 'class field';
  if (ts.isBigIntLiteral(node)) return 'bigint literal';
  if (ts.isBinaryExpression(node) && LOGICAL_ASSIGNMENTS.has(node.operatorToken.kind))
    return `${node.operatorToken.getText()} operator`;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return '?? operator';
  if (node.kind === ts.SyntaxKind.QuestionDotToken) return '?. operator';
  if (ts.isCatchClause(node) && node.variableDeclaration === undefined) return 'catch without a binding';
  if (ts.isRegularExpressionLiteral(node)) {
    if (/\(\?<[=!]/.test(node.text)) return 'look-behind in a regular expression';
    if (/[dv]/.test(node.text.slice(node.text.lastIndexOf('/')))) return 'new flag on a regular expression';
  }
  if (ts.isIdentifier(node) && NEWER_GLOBALS.has(node.text) && !ts.isPropertyAccessExpression(node.parent))
    return node.text;
  if (hasErrorCause(node)) return 'cause as an option of Error';
  return ts.isCallExpression(node) ? isNewerCall(node) : undefined;
}

/**
 * What a piece of emitted script uses that Chrome 87 or Safari of iOS 14 does not have. Syntax newer than ES2018 counts as well:
 * the compiler is set to remove it, so its presence means that the setting was lost.
 *
 * @returns one line a finding, with the line of the script
 */
export function newerThanOldBrowsers(script: string, name: string): string[] {
  const file = ts.createSourceFile(name, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const findings: string[] = [];
  const visit = (node: ts.Node): void => {
    const finding = findingOf(node);
    if (finding !== undefined) {
      findings.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${finding}`);
    }
    // Through getChildren, since forEachChild passes over tokens such as `?.`.
    node.getChildren().forEach(visit);
  };
  visit(file);
  return findings;
}
