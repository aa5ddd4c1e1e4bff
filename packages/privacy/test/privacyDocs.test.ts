import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as privacy from '../src/index.js';
import { EXAMPLE_DEPLOYMENT, privacyDocs } from '../scripts/privacyDocs.mjs';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('the documentation', () => {
  it('is what the package generates: node packages/privacy/scripts/writePrivacyDoc.mjs', async () => {
    const files = await privacyDocs(privacy);
    expect(files.size).toBe(4);
    for (const [path, text] of files) expect({ path, text: read(path) }).toEqual({ path, text });
  });

  it('shows a deployment that is read as it stands', () => {
    expect(privacy.parseDeployment(EXAMPLE_DEPLOYMENT)).toEqual(EXAMPLE_DEPLOYMENT);
    const shown = JSON.parse(read('docs/privacy/deployment.example.json')) as unknown;
    expect(privacy.parseDeployment(shown)).toEqual(EXAMPLE_DEPLOYMENT);
  });

  it('names every item, every declared read, every class and every promise', () => {
    const page = read('docs/privacy.md');
    const names = [
      ...privacy.DATA_ITEM_IDS,
      ...privacy.DECLARED_READS.map(({ property }) => property),
      ...privacy.RETENTION_CLASSES,
      ...privacy.PROMISES.map(({ id }) => id),
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
