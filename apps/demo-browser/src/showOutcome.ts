import type { LivenessResult } from '@huoti/protocol';
import { elementById } from './element.js';
import type { DemoTexts } from './texts/texts.js';

const seconds = (ms: number | null): string => (ms === null ? '–' : `${(ms / 1000).toFixed(1)} s`);

/** Shows a result to whoever integrates; what the person sees is the element's own. */
export function showOutcome(root: Document, result: LivenessResult | null, texts: DemoTexts): void {
  const card = elementById(root, 'outcome', HTMLElement);
  card.hidden = result === null;
  elementById(root, 'verdict', HTMLElement).hidden = true;
  elementById(root, 'checks-fold', HTMLElement).hidden = true;
  elementById(root, 'honest', HTMLElement).textContent = texts.honest;
  elementById(root, 'raw-summary', HTMLElement).textContent = texts.raw;
  if (!result) return;
  const facts: readonly (readonly [string, string])[] = [
    [texts.status, result.status],
    ...(result.status === 'failed'
      ? [[texts.reason, result.gate ? `${result.reason} (${result.gate})` : result.reason] as const]
      : []),
    [texts.assurance, `${result.assurance} · ${result.policy.name} · light: ${result.light}`],
    [texts.duration, seconds(result.durationMs)],
    [texts.frames, `${result.frameCount} (+${result.droppedFrameCount})`],
    [texts.engine, `${result.engine.backend}, ${result.engine.medianFrameMs?.toFixed(0) ?? '–'} ms`],
  ];
  elementById(root, 'facts', HTMLElement).replaceChildren(
    ...facts.flatMap(([name, value]) => {
      const term = root.createElement('dt');
      const description = root.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      return [term, description];
    }),
  );
  elementById(root, 'steps', HTMLOListElement).replaceChildren(
    ...result.challenges.map(({ action, status, startMs, endMs }) => {
      const item = root.createElement('li');
      item.textContent = `${action}: ${status} (${seconds(startMs)} – ${seconds(endMs)})`;
      return item;
    }),
  );
  elementById(root, 'raw', HTMLElement).textContent = JSON.stringify(result, null, 2);
}
