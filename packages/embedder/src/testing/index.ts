export { createFakeEmbedder, type FakeEmbedder, type FakeEmbedderOptions } from './createFakeEmbedder.js';
export { syntheticTemplate, type SyntheticTemplateOptions } from './syntheticTemplate.js';
