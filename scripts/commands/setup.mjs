import { CHROMIUM, CJK_FONTS } from '../lib/machineTools.mjs';
import { note } from '../lib/note.mjs';
import { setup } from '../lib/setup.mjs';

/** Sets everything up that `npm test` needs, and runs nothing. */
export async function main() {
  await setup({ tools: [CHROMIUM, CJK_FONTS] });
  note('setup: done');
  return 0;
}
