import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Exparser, JComponent } from './Exparser.js';
import { updateTree } from './updateTree.js';
import type { TreeDrawing } from './VirtualTree.js';

const require = createRequire(import.meta.url);

/**
 * The view layer: a page in jsdom with Tencent's exparser loaded inside it, so that nothing of it touches this process's own names.
 * One for a host; every page of the mini-program has an element in it.
 */
export class ViewEngine {
  readonly exparser: Exparser;
  readonly components: JComponent;
  readonly document: Document;
  /** `String` and its like of the view's own realm, which exparser compares property types with. */
  readonly types: Readonly<Record<string, unknown>>;
  readonly #dom: JSDOM;
  readonly #context: vm.Context;
  readonly #template: (path: string) => unknown;

  /**
   * @param compiled a script that declares `$gwx`
   * @param log takes what it says on its console
   */
  constructor(compiled: string, log: (level: string, text: string) => void) {
    const virtualConsole = new VirtualConsole();
    for (const level of ['log', 'info', 'warn', 'error'] as const) {
      virtualConsole.on(level, (...values: unknown[]) => log(level, values.map(String).join(' ')));
    }
    this.#dom = new JSDOM('<!doctype html><body></body>', {
      url: 'https://view.invalid/',
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole,
    });
    this.document = this.#dom.window.document;
    const context = (this.#context = this.#dom.getInternalVMContext());
    // Of exparser: it looks for the engine it is in.
    vm.runInContext('var global = globalThis; window.__webview_engine_version__ = 0.02;', context);
    this.types = vm.runInContext('({ String, Number, Boolean, Object, Array })', context) as Record<
      string,
      unknown
    >;
    const besides = createRequire(require.resolve('j-component'));
    const known = new Map<string, { exports: unknown }>();
    const load = loaderInto(context, known);
    const exparser = (this.exparser = load(besides.resolve('miniprogram-exparser')) as Exparser);
    const drawing = load(besides.resolve('./src/render/render.js')) as TreeDrawing;
    const diffVt = updateTree({
      drawing,
      removeListener: (...values) => exparser.removeListenerFromElement(...values),
    });
    known.set(besides.resolve('./src/render/diff.js'), { exports: { diffVt } });
    this.components = load(require.resolve('j-component')) as JComponent;
    const script = vm.compileFunction(`${compiled};\nreturn $gwx;`, [], { parsingContext: context });
    this.#template = script() as (path: string) => unknown;
  }

  /** The function that makes a template's tree from data; `undefined` where there is no such file. */
  template(path: string): unknown {
    return this.#template(path);
  }

  /** JSON text as objects of the view's own realm: exparser takes foreign arrays for plain objects. */
  parse(text: string): Record<string, unknown> {
    return vm.runInContext('JSON', this.#context).parse(text) as Record<string, unknown>;
  }

  close(): void {
    this.#dom.window.close();
  }
}

/** CommonJS packages of Node's, run inside another context. */
function loaderInto(
  context: vm.Context,
  known: Map<string, { exports: unknown }>,
): (file: string) => unknown {
  const load = (file: string): unknown => {
    const before = known.get(file);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    known.set(file, module);
    const resolve = createRequire(file);
    const run = vm.compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports'], {
      parsingContext: context,
      filename: file,
    });
    Reflect.apply(run, module.exports, [
      (name: string) => load(resolve.resolve(name)),
      module,
      module.exports,
    ]);
    return module.exports;
  };
  return load;
}
