import { expect, it } from '@jest/globals';
import * as main from './index.js';
import * as node from './node.js';
import * as passive from './passive.js';
import * as recognition from './recognition.js';

it('exports these names and no others', () => {
  expect(Object.keys(main)).toEqual(['modelManifest']);
  expect(Object.keys(node)).toEqual([
    'createNodeAssetLoader',
    'createPassiveAssetLoader',
    'createRecognitionAssetLoader',
  ]);
  expect(Object.keys(passive)).toEqual(['passiveManifest']);
  expect(Object.keys(recognition)).toEqual(['recognitionManifest']);
});
