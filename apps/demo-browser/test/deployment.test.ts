import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { createNotice, NOTICE_LANGUAGES, parseDeployment } from '@huoti/privacy';

const FILE = new URL('../deployment.json', import.meta.url);

it('what the demo says of itself makes a notice of each level in each language, with a way that is not a face', () => {
  const deployment = parseDeployment(JSON.parse(readFileSync(FILE, 'utf8')));
  for (const language of NOTICE_LANGUAGES) {
    for (const level of ['none', 'trace', 'frames'] as const) {
      const { text } = createNotice({ deployment, level, comparison: true, language, atMs: Date.now() });
      expect(text).toContain('huoti demo');
      expect(text).toContain(deployment.alternative[language]);
    }
  }
});
