import { format, resolveConfig } from 'prettier';
import { EXAMPLE_DEPLOYMENT } from './lib/exampleDeployment.mjs';
import { privacyPage } from './lib/privacyPage.mjs';

export { EXAMPLE_DEPLOYMENT };

/** The day that the examples are of: a document that is generated twice has to be the same. */
const EXAMPLE_DAY = Date.parse('2026-11-27T12:00:00+08:00');

/** The generated files of the documentation. */
export async function privacyDocs(privacy) {
  const { impactAssessment, DEFAULT_DEPLOYMENT: deployment } = privacy;
  const assess = (language) => impactAssessment({ deployment, language, facts: { atMs: EXAMPLE_DAY } });
  const style = await resolveConfig(new URL('../../../docs/privacy.md', import.meta.url));
  const page = await format(privacyPage(privacy, EXAMPLE_DEPLOYMENT), { ...style, parser: 'markdown' });
  return new Map([
    ['docs/privacy.md', page],
    ['docs/privacy/deployment.example.json', `${JSON.stringify(EXAMPLE_DEPLOYMENT, null, 2)}\n`],
    ['docs/privacy/impact-assessment.en.md', assess('en').markdown],
    ['docs/privacy/impact-assessment.zh-CN.html', assess('zh-CN').html],
  ]);
}
