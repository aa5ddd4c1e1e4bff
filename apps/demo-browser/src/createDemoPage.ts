import { checkSupport } from '@huoti/adapter-browser';
import type { LivenessResult } from '@huoti/protocol';
import { HuotiLivenessElement } from '@huoti/ui-browser';
import { askFor } from './askFor.js';
import { buildSession } from './buildSession.js';
import { readSettings, writeSettings, DEMO_LEVELS, DEMO_SOURCES, type DemoSettings } from './DemoSettings.js';
import { elementById } from './element.js';
import { createReferenceField } from './server/createReferenceField.js';
import { createVerdictView } from './server/createVerdictView.js';
import { PERSONA_COUNT, PLAN_CHOICES, SCENE_CHOICES } from './choices.js';
import { showOutcome } from './showOutcome.js';
import { TEXTS } from './texts/texts.js';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Wires the page: what is chosen goes into the address and into the element, what comes out is shown. */
export function createDemoPage(root: Document, location: Location, history: History): void {
  let settings = readSettings(location.search, navigator.languages);
  let lastResult: LivenessResult | null = null;
  const liveness = elementById(root, 'liveness', HuotiLivenessElement);
  const file = elementById(root, 'file', HTMLInputElement);
  const persona = elementById(root, 'persona', HTMLSelectElement);
  const plan = elementById(root, 'plan', HTMLSelectElement);
  const scene = elementById(root, 'scene', HTMLSelectElement);
  const language = elementById(root, 'language', HTMLButtonElement);
  const theme = elementById(root, 'theme', HTMLButtonElement);

  const verdicts = createVerdictView(root, () => TEXTS[settings.language]);
  const reference = createReferenceField(
    root,
    () => TEXTS[settings.language],
    () => ask(),
  );

  const fill = (
    select: HTMLSelectElement,
    options: readonly (readonly [value: string, label: string])[],
  ): void => {
    select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  };

  function render(): void {
    const texts = TEXTS[settings.language];
    root.documentElement.lang = settings.language;
    root.documentElement.dataset.theme = settings.theme;
    for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
      const key = element.dataset.text as keyof typeof texts;
      element.textContent = texts[key];
    }
    elementById(root, 'source-legend', HTMLElement).textContent = texts.sourceLegend;
    const explanations = {
      camera: texts.explainCamera,
      synthetic: texts.explainSynthetic,
      recording: texts.explainRecording,
    };
    elementById(root, 'source-explanation', HTMLElement).textContent = explanations[settings.source];
    language.textContent = texts.otherLanguage;
    language.lang = settings.language === 'en' ? 'zh-CN' : 'en';
    theme.textContent = { auto: texts.themeAuto, light: texts.themeLight, dark: texts.themeDark }[
      settings.theme
    ];
    fill(
      persona,
      Array.from({ length: PERSONA_COUNT }, (_, index) => [String(index), `${texts.person} ${index + 1}`]),
    );
    fill(plan, [
      ['', texts.planRandom],
      ...PLAN_CHOICES.map((words) => [words, words.replaceAll(',', ', ')] as const),
    ]);
    if (settings.plan && !PLAN_CHOICES.includes(settings.plan.join(','))) {
      plan.append(new Option(settings.plan.join(', '), settings.plan.join(',')));
    }
    fill(
      scene,
      SCENE_CHOICES.map((name) => [name, name]),
    );
    persona.value = String(settings.persona % PERSONA_COUNT);
    plan.value = settings.plan?.join(',') ?? '';
    scene.value = settings.scene;
    const levels = { none: texts.explainNone, trace: texts.explainTrace, frames: texts.explainFrames };
    elementById(root, 'level-explanation', HTMLElement).textContent = levels[settings.level];
    for (const radio of root.querySelectorAll<HTMLInputElement>('input[name="level"]')) {
      radio.checked = radio.value === settings.level;
    }
    // A server draws the actions itself.
    elementById(root, 'plan-field', HTMLElement).hidden = settings.level !== 'none';
    ask();
    reference.show(settings.level === 'frames');
    elementById(root, 'persona-field', HTMLElement).hidden = settings.source !== 'synthetic';
    elementById(root, 'scene-field', HTMLElement).hidden = settings.source !== 'synthetic';
    elementById(root, 'file-field', HTMLElement).hidden = settings.source !== 'recording';
    for (const radio of root.querySelectorAll<HTMLInputElement>('input[name="source"]')) {
      radio.checked = radio.value === settings.source;
    }
    liveness.lang = settings.language;
    liveness.theme = settings.theme;
    // A service's policy is its own: what is not known here counts as "it may".
    const flashes = settings.plan?.includes('light') ? 'preferred' : 'off';
    liveness.light = settings.level === 'none' ? flashes : null;
    if (!verdicts.render()) showOutcome(root, lastResult, texts);
  }

  /** What the person is asked before a check: of the level that is chosen, and of a comparison where a face is enrolled. */
  function ask(): void {
    const { level, age } = settings;
    askFor(liveness, { level, ageBand: age, comparison: level === 'frames' && reference.id() !== null });
  }

  function change(changed: Partial<DemoSettings>): void {
    settings = { ...settings, ...changed };
    history.replaceState(null, '', writeSettings(settings));
    render();
  }

  liveness.createSession = async (request) => {
    const state = {
      file: file.files?.[0] ?? null,
      referenceId: settings.level === 'frames' ? reference.id() : null,
    };
    return buildSession(settings, state, request);
  };
  liveness.alternative = () => window.alert(TEXTS[settings.language].alternative);
  liveness.addEventListener('huoti-start', () => {
    lastResult = null;
    verdicts.clear();
    render();
  });
  liveness.addEventListener('huoti-result', ({ detail }) => {
    lastResult = detail;
    render();
  });
  liveness.addEventListener('huoti-outcome', ({ detail }) => verdicts.follow(detail.sessionId));
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || (target.name !== 'source' && target.name !== 'level'))
      return;
    void liveness.cancel();
    if (target.name === 'source') {
      change({ source: DEMO_SOURCES.find((known) => known === target.value) ?? 'camera' });
    } else {
      change({ level: DEMO_LEVELS.find((known) => known === target.value) ?? 'none', policy: null });
    }
  });
  persona.addEventListener('change', () => change({ persona: Number(persona.value) }));
  scene.addEventListener('change', () => change({ scene: scene.value }));
  plan.addEventListener('change', () => {
    change({ plan: readSettings(`?plan=${plan.value}`, []).plan });
  });
  // An integrator goes on after a completed check; here there is nothing to go on to.
  elementById(root, 'again', HTMLButtonElement).addEventListener('click', () => void liveness.retry());
  language.addEventListener('click', () => {
    change({ language: settings.language === 'en' ? 'zh-CN' : 'en' });
  });
  theme.addEventListener('click', () => {
    change({ theme: THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] ?? 'auto' });
  });
  elementById(root, 'chooser', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());

  render();
  elementById(root, 'support', HTMLElement).textContent = checkSupport().toText();
}
