import { code, table } from './markdown.mjs';

/** The proofs of one promise, by file. */
function proofs(tests) {
  const files = [...new Set(tests.map(({ file }) => file))];
  return files
    .map((file) => {
      const titles = tests.filter((test) => test.file === file).flatMap(({ title }) => title ?? []);
      const link = `[${file}](../${file})`;
      return titles.length === 0
        ? `- ${link}`
        : `- ${link}: ${titles.map((title) => `“${title}”`).join('; ')}`;
    })
    .join('\n');
}

/** Promise by promise. */
export const promiseParts = ({ PROMISES }) =>
  PROMISES.map(
    ({ id, section, promise, does, tests, integrator }) => `### ${promise}

${code(id)}; section ${section}

${does}

Proven by:

${proofs(tests)}

Yours: ${integrator}`,
  ).join('\n\n');

const LEAVES = {
  never: 'never',
  none: 'at every level',
  trace: 'from `trace` on',
  frames: 'at `frames`',
};

/** The inventory, an item a line. */
export const inventoryTable = ({ DATA_INVENTORY, dataItemName }) =>
  table(
    ['item', 'what it is', 'permission', 'reaches your server', 'kept as', 'purpose'],
    DATA_INVENTORY.map(({ id, permission, leavesAt, kept, purpose }) => [
      code(id),
      dataItemName(id, 'en'),
      permission,
      LEAVES[leavesAt],
      kept === null ? 'not kept' : code(kept),
      purpose,
    ]),
  );

/** Every declared read, with its reason. */
export const readsTable = ({ DECLARED_READS }) =>
  table(
    ['property', 'for', 'why'],
    DECLARED_READS.map(({ property, item, why }) => [code(property), code(item), why]),
  );

const DAY_MS = 86_400_000;
const WHAT = {
  'face-crop': 'pictures of the face, from the end of their session',
  'evidence-trace': 'points over time and signs of a fake camera, from the end of their session',
  session: 'what a session and its verdict were, from its end',
  template: 'an enrolled face’s template',
  receipt: 'a consent’s receipt, a guardian’s too',
  'rights-case': 'a request of a person, from its answer',
  audit: 'the audit log, cut at a signed head',
};
const days = (ms) => (ms === 0 ? 'until the result stands' : `${ms / DAY_MS} days`);

/** The classes of retention, with what the default deployment promises. */
export function retentionTable({ RETENTION_CLASSES, DEFAULT_DEPLOYMENT }) {
  const { retention, childRetention } = DEFAULT_DEPLOYMENT.versions[0].terms;
  return table(
    ['class', 'what', 'by default', 'under 14'],
    RETENTION_CLASSES.map((kept) => [
      code(kept),
      WHAT[kept],
      days(retention[kept]),
      days(childRetention[kept]),
    ]),
  );
}
