import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openMiniProgram } from '@huoti/wx-host';
import { standBefore } from '../scripts/standBefore.mjs';

const DIRECTORY = fileURLToPath(new URL('../dist/weapp', import.meta.url));
/** Nine seconds of camera, the engine, and a turn of the head: more on a busy machine. */
const PATIENCE_MS = 150_000;

describe('the diagnostic page', () => {
  it(
    'finds sizes, rotation and mirroring of a camera by a synthetic person, and sends and keeps nothing',
    async () => {
      const host = openMiniProgram({
        directory: DIRECTORY,
        camera: { rotationDegrees: 90, mirrored: true },
      });
      const page = await host.open('huoti/pages/diagnostics/index', { lang: 'en' });
      const person = standBefore(host, page);
      try {
        await page.waitForText('Device diagnostics');
        expect(page.text()).toContain('no picture, no model of phone, no identifier');
        expect(host.permission.askedCount).toBe(0);
        await page.tap('#begin');
        for (let waited = 0; waited < PATIENCE_MS && page.findAll('#report').length === 0; waited += 100) {
          await new Promise((later) => setTimeout(later, 100));
        }
        const report = page.text('#report');
        for (const line of [
          'camera small: 352x288',
          'camera medium: 640x480',
          'camera large: 1280x720',
          'wasm: plain yes, simd yes',
          'engine: wasm-simd',
          'rotation: 90 degrees',
          'mirrored: yes',
        ]) {
          expect(report).toContain(line);
        }
        expect(report).not.toMatch(/Pixel|brand|model/i);
        const { network, fileWrites, storageWrites, errors } = host.record;
        expect({ network, fileWrites, storageWrites, errors, missing: host.missing() }).toEqual({
          network: [],
          fileWrites: [],
          storageWrites: [],
          errors: [],
          missing: [],
        });
        await page.waitFor(() => host.alive().frameListeners === 0);
        expect(host.camera.states()).toEqual([]);
      } finally {
        person.stop();
        host.close();
      }
    },
    PATIENCE_MS + 10_000,
  );
});
