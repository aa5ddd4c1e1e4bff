/**
 * Where the network that judges a face's texture comes from. Another version is another decision: check it, then change it
 * here. The sha256 is of the npm tarball of that version, 2026-11-26.
 */
export const passiveModel = {
  package: 'faceplugin-face-recognition-js',
  version: '0.0.1',
  /** SPDX identifier, as the package states it; its licence file is a template. */
  licence: 'MIT',
  file: {
    path: 'model/fr_liveness.onnx',
    sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
  },
} as const;
