// Writes the bill of materials of everything that is shipped into `sbom/` of the repository: `npm run sbom`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSboms } from '@huoti/proofs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}sbom/`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const { unit, bom, json } of await createSboms(root)) {
  writeFileSync(`${folder}${unit.name}.cdx.json`, json);
  console.log(`sbom/${unit.name}.cdx.json: ${bom.components.size} components`);
}
