import { isHuotiError } from '@huoti/protocol';
import { openEmbeddedDatabase } from '../../../src/storage/openEmbeddedDatabase.js';

// Opens a data folder, says how that went, and keeps it.
const [folder = ''] = process.argv.slice(2);
try {
  await openEmbeddedDatabase({ folder });
  process.stdout.write('open\n');
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(isHuotiError(error) ? `${error.code} ${error.message}\n` : `${String(error)}\n`);
}
