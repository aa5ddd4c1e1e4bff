/** Models, wasm and worker lie beside the page. */
export const ASSETS_BASE_URL = new URL('./huoti/', document.baseURI).href;
