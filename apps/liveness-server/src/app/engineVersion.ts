/** Version of the engine that judges and is told in every result, `@huoti/core`: a test holds it against that package. */
export const ENGINE_VERSION = '0.0.0';
