/** The one package that the models come from. Another version is another decision: check it, then change it here. */
export const pinnedSource = {
  package: '@mediapipe/face_mesh',
  version: '0.4.1633559619',
  licence: 'Apache-2.0',
  dataFile: 'face_mesh_solution_packed_assets.data',
  loaderFile: 'face_mesh_solution_packed_assets_loader.js',
  /** Of `dataFile`, from the npm tarball of that version, 2026-11-23. */
  sha256: 'dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99',
} as const;
