import { elementById } from '../element.js';
import type { DemoTexts } from '../texts/texts.js';
import type { Verdict } from './demoApi.js';

/** Where the page stands with the server's word. */
export type VerdictState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'known'; readonly verdict: Verdict };

const percent = (share: number | null): string => (share === null ? '–' : share.toFixed(3));

function factsOf(verdict: Verdict, texts: DemoTexts): readonly (readonly [string, string])[] {
  const { comparison, consent } = verdict;
  return [
    [texts.assurance, `${verdict.assurance} · ${verdict.policy.name}`],
    [texts.reason, verdict.reason ?? '–'],
    [texts.level, verdict.level],
    ...(comparison.performed
      ? [
          [
            texts.similarity,
            `${comparison.same === true ? '✓' : '✗'} ${percent(comparison.similarity)} (${texts.expected} ≥ ${percent(comparison.threshold)})`,
          ] as const,
        ]
      : []),
    [texts.receipt, consent === null ? '–' : `${consent.policyVersion}, ${consent.receiptId.slice(0, 8)}…`],
    [texts.engine, verdict.engine.version],
  ];
}

/** Shows what the backend fetched and verified; the page itself has no verdict. */
export function showVerdict(root: Document, state: VerdictState, texts: DemoTexts): void {
  elementById(root, 'outcome', HTMLElement).hidden = false;
  const line = elementById(root, 'verdict', HTMLElement);
  line.hidden = false;
  const verdict = state.kind === 'known' ? state.verdict : null;
  line.dataset.verdict = verdict === null ? state.kind : verdict.verified ? 'verified' : 'not-verified';
  line.textContent =
    verdict === null
      ? state.kind === 'waiting'
        ? texts.verdictPending
        : texts.verdictMissing
      : verdict.verified
        ? texts.verified
        : texts.notVerified;
  elementById(root, 'facts', HTMLElement).replaceChildren(
    ...(verdict === null ? [] : factsOf(verdict, texts)).flatMap(([name, value]) => {
      const term = root.createElement('dt');
      const description = root.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      return [term, description];
    }),
  );
  elementById(root, 'steps', HTMLOListElement).replaceChildren();
  elementById(root, 'honest', HTMLElement).textContent = texts.honestServer;
  const checks = verdict?.checks ?? [];
  elementById(root, 'checks-fold', HTMLDetailsElement).hidden = checks.length === 0;
  elementById(root, 'checks', HTMLOListElement).replaceChildren(
    ...checks.map(({ name, pass, got, expected }) => {
      const item = root.createElement('li');
      const word = root.createElement('strong');
      word.textContent = `${pass ? '✓' : '✗'} ${name}`;
      item.dataset.pass = String(pass);
      item.append(
        word,
        root.createElement('br'),
        got,
        root.createElement('br'),
        `${texts.expected}: ${expected}`,
      );
      return item;
    }),
  );
  elementById(root, 'raw-summary', HTMLElement).textContent = texts.rawServer;
  elementById(root, 'raw', HTMLElement).textContent =
    verdict === null ? '' : JSON.stringify({ ...verdict, checks: undefined }, null, 2);
}
