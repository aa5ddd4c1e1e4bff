import type { Diagnosis } from './Diagnosis.js';

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const said = (value: string | null): string => value ?? 'not told';

/** As lines to copy into docs/device-checks.md: English, so that answers from everywhere read alike. */
export function printDiagnosis({
  facts,
  baseLibrary,
  calls,
  permission,
  privacy,
  wasm,
  sizes,
  engine,
}: Diagnosis): string {
  const missing = Object.entries(calls).filter(([, there]) => !there);
  const lines = [
    `host: ${facts.kind}`,
    `app: ${said(facts.browser)} ${said(facts.browserVersion)}, base library ${baseLibrary}`,
    `system: ${said(facts.os)}`,
    `language: ${said(facts.language)}, network: ${said(facts.network)}`,
    `camera before: permission ${permission}, privacy ${privacy}`,
    `calls missing: ${missing.length === 0 ? 'none' : missing.map(([name]) => name).join(', ')}`,
    `wasm: ${wasm}`,
    ...sizes.map(
      ({ setting, sizes: seen, framesPerSecond, firstFrameMs }) =>
        `camera ${setting}: ${seen.join(' and ')}, ${framesPerSecond.toFixed(1)} a second, first after ${ms(firstFrameMs)}`,
    ),
  ];
  if (typeof engine === 'string') return [...lines, `engine: ${engine}`].join('\n');
  const { rotationDegrees, mirrored } = engine;
  return [
    ...lines,
    `engine: ${engine.backend}, loaded in ${ms(engine.loadMs)}, first frame ${ms(engine.firstDetectMs)}, then ${ms(engine.medianDetectMs)}`,
    ...engine.fallbacks.map((fallback) => `fell back: ${fallback}`),
    `face in ${String(engine.framesWithFace)} of ${String(engine.frames)} frames`,
    `rotation: ${rotationDegrees === null ? 'not found' : `${String(rotationDegrees)} degrees`}`,
    `mirrored: ${mirrored === null ? 'not found' : mirrored ? 'yes' : 'no'}`,
  ].join('\n');
}
