import type { ApiMembers, HostCore } from '../HostCore.js';
import type { PageStack } from '../page/PageStack.js';

/**
 * Questions about the view. jsdom lays nothing out: every place and size is the window's or 0, and a test that needs real ones looks
 * at the page's document in a browser.
 */
export function selectorApi({ answering, realm, facts }: HostCore, stack: PageStack): ApiMembers {
  const createSelectorQuery = (): unknown => {
    const asked: { selector: string; many: boolean; callback: unknown }[] = [];
    const answerOf = (selector: string, many: boolean): unknown => {
      if (selector === '') return { width: facts.windowWidth, height: facts.windowHeight, left: 0, top: 0 };
      const found = (stack.pages.at(-1)?.findAll(selector) ?? []).map(({ id }) => ({
        ...{ id, dataset: {}, left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 },
      }));
      return many ? found : (found[0] ?? null);
    };
    const node = (selector: string, many: boolean): Record<string, (...values: unknown[]) => unknown> => {
      const ask = (callback: unknown): unknown => {
        asked.push({ selector, many, callback });
        return query;
      };
      return {
        boundingClientRect: (callback) => ask(callback),
        scrollOffset: (callback) => ask(callback),
        context: (callback) => ask(callback),
        node: (callback) => ask(callback),
        fields: (_fields, callback) => ask(callback),
      };
    };
    const query: unknown = realm.expose({
      in: () => query,
      select: (selector: unknown) => node(String(selector), false),
      selectAll: (selector: unknown) => node(String(selector), true),
      selectViewport: () => node('', false),
      exec: (callback: unknown) => {
        answering.later(() => {
          const results = asked.map(({ selector, many }) => answerOf(selector, many));
          for (const [at, one] of asked.entries()) realm.call(one.callback, undefined, results[at]);
          realm.call(callback, undefined, results);
        });
      },
    });
    return query;
  };
  return { createSelectorQuery };
}
