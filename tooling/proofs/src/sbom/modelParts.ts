import { modelManifest, type AssetFile, type ModelCard } from '@huoti/models';
import { passiveManifest } from '@huoti/models/passive';
import { recognitionManifest } from '@huoti/models/recognition';

/** Weights as they are shipped: one model of `@huoti/models`, with its files. */
export interface ModelPart {
  /** For example `face-attention`. */
  readonly name: string;
  readonly licence: string;
  readonly source: ModelCard['source'];
  readonly trainedOn: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Folder of `@huoti/models`' `dist` that they lie in. */
  readonly folder: 'assets' | 'recognition' | 'passive';
}

interface AnyManifest {
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: Readonly<Record<string, ModelCard>>;
}

const MANIFESTS: readonly (readonly [ModelPart['folder'], AnyManifest])[] = [
  ['assets', modelManifest],
  ['recognition', recognitionManifest],
  ['passive', passiveManifest],
];

/** Every model, from the manifests that engines check the files by. */
export function modelParts(): readonly ModelPart[] {
  return MANIFESTS.flatMap(([folder, { files, models }]) =>
    Object.values(models).map(({ licence, source, trainedOn, topologyFile, weightsFile }) => ({
      name: weightsFile.replace(/\.\w+$/, ''),
      licence,
      source,
      trainedOn,
      folder,
      files: [topologyFile, weightsFile].map((name) => ({ name, sha256: files[name]?.sha256 ?? '' })),
    })),
  );
}
