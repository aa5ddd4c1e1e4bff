import { readFileSync } from 'node:fs';
import { HuotiError } from '@huoti/protocol';
import { Value } from '@sinclair/typebox/value';
import { combinationProblems } from './combinationProblems.js';
import { defaultSettings } from './defaultSettings.js';
import { parseVariable } from './parseVariable.js';
import { type ServiceSettings, ServiceSettingsSchema } from './ServiceSettings.js';
import { VARIABLES } from './variables.js';

/** Options of {@link readSettings}. */
export interface SettingsSource {
  /** @default process.env */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** @default node's readFileSync as UTF-8 */
  readonly readFile?: (path: string) => string;
}

interface Tree {
  [key: string]: unknown;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lays one tree over another; lists and plain values replace, objects are merged. */
function merge(under: unknown, over: unknown): unknown {
  if (!isTree(under) || !isTree(over)) return over;
  const merged: Tree = { ...under };
  for (const [key, value] of Object.entries(over))
    merged[key] = key in under ? merge(under[key], value) : value;
  return merged;
}

/** `a.b` and a value as a tree. */
function treeOf(setting: string, value: unknown): unknown {
  return setting.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'not readable';

/** The file's own part: a JSON object, or a problem. */
function readConfigFile(path: string, readFile: (path: string) => string, problems: string[]): unknown {
  try {
    const tree: unknown = JSON.parse(readFile(path));
    if (isTree(tree)) return tree;
    problems.push(`HUOTI_CONFIG: ${path} must hold one JSON object`);
  } catch (error) {
    problems.push(`HUOTI_CONFIG: ${path} can't be read as JSON (${reasonOf(error)})`);
  }
  return {};
}

/** How a setting is called by whoever has to mend it. */
function nameOf(setting: string): string {
  const variable = VARIABLES.find(({ setting: own }) => setting === own || setting.startsWith(`${own}.`));
  return variable === undefined ? setting : `${variable.name} (${setting}): ${variable.help}`;
}

function schemaProblems(settings: unknown): string[] {
  const found = new Map<string, string>();
  for (const { path, message } of Value.Errors(ServiceSettingsSchema, settings)) {
    const setting = path.slice(1).replaceAll('/', '.');
    if (!found.has(setting)) found.set(setting, `${nameOf(setting)}; ${message.toLowerCase()}`);
  }
  return [...found.values()];
}

/**
 * The service's settings: defaults, over them the JSON file that `HUOTI_CONFIG` names, over it the environment.
 *
 * @throws HuotiError INVALID_ARGUMENT that names every problem at once, each with how to mend it; never a value, since it may be a secret
 * @example const settings = readSettings();
 */
export function readSettings({
  env = process.env,
  readFile = (path) => readFileSync(path, 'utf8'),
}: SettingsSource = {}): ServiceSettings {
  const problems: string[] = [];
  const configPath = env.HUOTI_CONFIG;
  let tree: unknown = defaultSettings();
  if (configPath) tree = merge(tree, readConfigFile(configPath, readFile, problems));
  for (const variable of VARIABLES) {
    let text = env[variable.name];
    const path = env[`${variable.name}_FILE`];
    if (path) {
      if (text) problems.push(`${variable.name} and ${variable.name}_FILE are both set; keep one`);
      try {
        text = readFile(path).trim();
      } catch (error) {
        problems.push(`${variable.name}_FILE: ${path} can't be read (${reasonOf(error)})`);
      }
    }
    if (text === undefined || text === '') continue;
    const parsed = parseVariable(variable, text);
    if (parsed.ok) tree = merge(tree, treeOf(variable.setting, parsed.value));
    else problems.push(`${variable.name}: must be ${parsed.expected}: ${variable.help}`);
  }
  problems.push(...schemaProblems(tree));
  if (Value.Check(ServiceSettingsSchema, tree)) {
    problems.push(...combinationProblems(tree));
    if (problems.length === 0) return tree;
  }
  throw new HuotiError(
    'INVALID_ARGUMENT',
    `the configuration has ${problems.length} problem(s):\n- ${problems.join('\n- ')}`,
  );
}
