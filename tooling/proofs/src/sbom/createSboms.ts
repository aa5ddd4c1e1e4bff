import { Serialize, Spec, Validation, type Models } from '@cyclonedx/cyclonedx-library';
import { join } from 'node:path';
import { bundledPackages } from './bundledPackages.js';
import { createBom } from './createBom.js';
import type { InstalledPackage } from './InstalledPackage.js';
import { modelParts } from './modelParts.js';
import { productionClosure } from './productionClosure.js';
import { readInstalled } from './readInstalled.js';
import { readIntegrity } from './readIntegrity.js';
import { shippedUnits } from './shippedUnits.js';
import type { ShippedUnit } from './ShippedUnit.js';

/** A bill of materials in CycloneDX 1.6, as text. */
export interface Sbom {
  readonly unit: ShippedUnit;
  readonly bom: Models.Bom;
  readonly json: string;
}

const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));

/**
 * Makes the bill of everything that is shipped, from what is installed and built here.
 *
 * @param root of the repository, absolute
 * @throws TypeError where something is not installed or not built, or a bill breaks the schema
 * @example for (const { unit, json } of await createSboms('/repository')) await writeFile(`${unit.name}.cdx.json`, json);
 */
export async function createSboms(root: string): Promise<readonly Sbom[]> {
  const integrity = readIntegrity(join(root, 'pnpm-lock.yaml'));
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  const units = await shippedUnits(root);
  const bundled = new Map<string, readonly InstalledPackage[]>();
  for (const unit of units) bundled.set(unit.folder, await bundledPackages(unit));
  const sboms: Sbom[] = [];
  for (const unit of units) {
    const itself = readInstalled(unit.folder);
    const graph = productionClosure([itself]);
    const holdsModels = [...graph.values()].some(({ one }) => one.name === '@huoti/models');
    // A page serves the weights of the engine; those that compare faces and look at textures run on the server.
    const models = modelParts().filter(({ folder }) =>
      unit.installsDependencies ? holdsModels : folder === 'assets',
    );
    const bom = createBom({ unit, itself, graph, bundled, models, integrity });
    const json = `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
    const fault = await validator.validate(json);
    if (fault !== null)
      throw new TypeError(`${unit.name}: the bill breaks CycloneDX 1.6: ${JSON.stringify(fault)}`);
    sboms.push({ unit, bom, json });
  }
  return sboms;
}
