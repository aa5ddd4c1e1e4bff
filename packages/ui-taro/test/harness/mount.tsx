import type { ConsentRequest, LivenessResult } from '@huoti/protocol';
import { act, create, type ReactTestInstance, type ReactTestRenderer } from 'react-test-renderer';
import { HuotiLiveness, type HuotiLivenessProps, type SessionRequest } from '../../src/index.js';
import { ScriptedSession } from './ScriptedSession.js';

// React asks for it in every environment that acts.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A component in a page, and what a person sees and does there. */
export interface Mounted {
  readonly renderer: ReactTestRenderer;
  readonly session: ScriptedSession;
  readonly requests: readonly SessionRequest[];
  /** What the page was told, in order. */
  readonly told: readonly string[];
  readonly results: readonly LivenessResult[];
  /** What the page was told that the person agreed to. */
  readonly consents: readonly ConsentRequest[];
  /** All words in the view, one entry a text. */
  words(): readonly string[];
  find(id: string): ReactTestInstance;
  has(id: string): boolean;
  byClass(name: string): readonly ReactTestInstance[];
  tap(id: string): Promise<void>;
  /** Lets everything settle that was begun. */
  does(work: () => unknown): Promise<void>;
  unmount(): Promise<void>;
}

const textsOf = (node: ReactTestInstance): string[] =>
  node.children.flatMap((child) => (typeof child === 'string' ? [child] : textsOf(child)));

/** Shows the component with a scripted session. */
export async function mount(props: Partial<HuotiLivenessProps> = {}): Promise<Mounted> {
  const session = new ScriptedSession();
  const requests: SessionRequest[] = [];
  const told: string[] = [];
  const results: LivenessResult[] = [];
  const consents: ConsentRequest[] = [];
  const given: HuotiLivenessProps = {
    createSession: (request) => {
      requests.push(request);
      return session;
    },
    lang: 'zh-CN',
    onStart: (attempt) => told.push(`start ${String(attempt)}`),
    onConsent: (consent) => consents.push(consent),
    onResult: (result) => {
      told.push(`result ${result.status}`);
      results.push(result);
    },
    onOutcome: ({ status }) => told.push(`outcome ${status}`),
    onError: ({ code }) => told.push(`error ${code}`),
    onCancel: () => told.push('cancel'),
    onAlternative: (from) => told.push(`alternative from ${from}`),
    ...props,
  };
  const does = async (work: () => unknown): Promise<void> => {
    await act(async () => {
      await work();
      // A try passes through a few promises between an end and its drawing.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
  };
  let renderer: ReactTestRenderer | null = null;
  await does(() => {
    renderer = create(<HuotiLiveness {...given} />);
  });
  const shown = renderer as ReactTestRenderer | null;
  if (shown === null) throw new Error('nothing was drawn');
  const host = (match: (node: ReactTestInstance) => boolean): ReactTestInstance[] =>
    shown.root.findAll((node) => typeof node.type === 'string' && match(node));
  const find = (id: string): ReactTestInstance => {
    const [found] = host(({ props: { id: own } }) => own === id);
    if (found === undefined) throw new Error(`nothing has the id ${id}`);
    return found;
  };
  return {
    renderer: shown,
    session,
    requests,
    told,
    results,
    consents,
    words: () => textsOf(shown.root),
    find,
    has: (id) => host(({ props: { id: own } }) => own === id).length > 0,
    byClass: (name) =>
      host(
        ({ props: { className } }) => typeof className === 'string' && className.split(' ').includes(name),
      ),
    tap: (id) => does(() => (find(id).props as { onClick(): void }).onClick()),
    does,
    unmount: () => does(() => shown.unmount()),
  };
}
