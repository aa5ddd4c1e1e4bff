import { Enums, Models, SPDX } from '@cyclonedx/cyclonedx-library';
import type { InstalledPackage } from './InstalledPackage.js';
import type { ModelPart } from './modelParts.js';
import type { DependencyGraph } from './productionClosure.js';
import type { ShippedUnit } from './ShippedUnit.js';

/** What {@link createBom} takes. */
export interface BomParts {
  readonly unit: ShippedUnit;
  readonly itself: InstalledPackage;
  /** What is installed beside it. */
  readonly graph: DependencyGraph;
  /** What is inside of files that are built as bundles, by the folder of the package that they belong to. */
  readonly bundled: ReadonlyMap<string, readonly InstalledPackage[]>;
  readonly models: readonly ModelPart[];
  /** SHA-512 in hex by `name@version`, for whatever came from a registry. */
  readonly integrity: ReadonlyMap<string, string>;
}

/** As package URLs write npm's names: https://github.com/package-url/purl-spec */
export const purlOf = ({ name, version }: Pick<InstalledPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;

function licenceOf(text: string): Models.License {
  if (SPDX.isSupportedSpdxId(text)) return new Models.SpdxLicense(text);
  return / (OR|AND|WITH) /.test(text) ? new Models.LicenseExpression(text) : new Models.NamedLicense(text);
}

function componentOf(one: InstalledPackage, integrity: BomParts['integrity']): Models.Component {
  const { name, version, licence } = one;
  const [scope, ...rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, rest.join('/'), {
    bomRef: purlOf(one),
    ...(scope === undefined ? {} : { group: scope }),
    version,
    purl: purlOf(one),
  });
  if (licence !== null) component.licenses.add(licenceOf(licence));
  const sha512 = integrity.get(`${name}@${version}`);
  if (sha512 !== undefined) component.hashes.set(Enums.HashAlgorithm['SHA-512'], sha512);
  return component;
}

function modelOf({ name, licence, source, trainedOn, folder, files }: ModelPart): Models.Component {
  const model = new Models.Component(Enums.ComponentType.MachineLearningModel, name, {
    bomRef: `model:${name}`,
    version: source.version,
    description: `Converted from ${source.file} of the npm package ${source.package} ${source.version}. ${trainedOn}`,
  });
  model.licenses.add(licenceOf(licence));
  for (const file of files) {
    const part = new Models.Component(Enums.ComponentType.File, `${folder}/${file.name}`, {
      bomRef: `file:${folder}/${file.name}`,
    });
    part.hashes.set(Enums.HashAlgorithm['SHA-256'], file.sha256);
    part.licenses.add(licenceOf(licence));
    model.components.add(part);
  }
  return model;
}

/** The bill of materials of one unit. The same parts give the same bill: it has no time and no random number in it. */
export function createBom({ unit, itself, graph, bundled, models, integrity }: BomParts): Models.Bom {
  const bom = new Models.Bom();
  const components = new Map<string, Models.Component>();
  const add = (one: InstalledPackage): Models.Component => {
    const known = components.get(one.folder);
    if (known) return known;
    const component = componentOf(one, integrity);
    components.set(one.folder, component);
    if (one.folder !== itself.folder) bom.components.add(component);
    return component;
  };
  const main = add(itself);
  main.type = unit.kind === 'application' ? Enums.ComponentType.Application : Enums.ComponentType.Library;
  bom.metadata.component = main;
  if (unit.installsDependencies) for (const { one } of graph.values()) add(one);
  // A bundle may hold the bundle of another package of ours, and what is in that.
  const opened = new Set<string>();
  const open = (folder: string, holder: Models.Component): void => {
    if (opened.has(folder)) return;
    opened.add(folder);
    for (const one of bundled.get(folder) ?? []) {
      const component = add(one);
      if (component === holder) continue;
      component.properties.add(new Models.Property('huoti:bundled', 'true'));
      holder.dependencies.add(component.bomRef);
      open(one.folder, component);
    }
  };
  for (const [folder, component] of [...components]) open(folder, component);
  for (const [folder, { needs }] of graph) {
    const component = components.get(folder);
    for (const need of needs) {
      const needed = components.get(need);
      if (component && needed) component.dependencies.add(needed.bomRef);
    }
  }
  const owner =
    [...components.values()].find(({ group, name }) => group === '@huoti' && name === 'models') ?? main;
  for (const part of models) {
    const model = modelOf(part);
    bom.components.add(model);
    owner.dependencies.add(model.bomRef);
  }
  return bom;
}
