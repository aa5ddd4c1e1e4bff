import { thresholdBar } from '../../charts/thresholdBar.js';
import { formatRate } from '../../format/formatRate.js';
import { say } from '../../language/say.js';
import { markup, type Markup, type MarkupValue } from '../../markup/markup.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import { facts } from '../facts.js';
import { hash } from '../hash.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';

const card = (id: string, title: string, body: Markup): Markup =>
  markup`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>
`;

const code = (value: string | null | undefined): Markup | null =>
  value ? markup`<code>${value}</code>` : null;

function comparison({ language }: PageView, { verdict }: SessionDetail): Markup {
  const { performed, same, similarity, threshold, far } = verdict?.comparison ?? { performed: false };
  const title = say(language, 'session.comparison');
  if (!performed || typeof similarity !== 'number' || typeof threshold !== 'number') {
    return card(
      'comparison',
      title,
      markup`<p class="faint">${say(language, 'session.comparison.none')}</p>`,
    );
  }
  const figures = { similarity: similarity.toFixed(4), threshold: threshold.toFixed(4) };
  return card(
    'comparison',
    title,
    markup`${thresholdBar({ value: similarity, threshold, label: say(language, 'session.comparison.text', figures) })}
${facts([
  [say(language, 'session.similarity'), figures.similarity],
  [say(language, 'session.threshold'), figures.threshold],
  [
    say(language, 'session.by'),
    say(language, similarity >= threshold ? 'session.spare' : 'session.short', {
      margin: Math.abs(similarity - threshold).toFixed(4),
    }),
  ],
  [say(language, 'session.far'), typeof far === 'number' ? formatRate(far) : null],
  [say(language, 'session.same'), say(language, same ? 'yes' : 'no')],
])}`,
  );
}

function signals({ language }: PageView, { verdict }: SessionDetail): Markup {
  const found = Object.entries(verdict?.signals ?? {});
  const pairs = found.map(([name, reading]): readonly [string, MarkupValue] => [
    name,
    reading.kind === 'measured'
      ? reading.score.toFixed(3)
      : say(language, 'session.unavailable', { reason: reading.reason }),
  ]);
  const none = markup`<p class="faint">${say(language, 'session.signals.none')}</p>`;
  return card('signals', say(language, 'session.signals'), pairs.length === 0 ? none : facts(pairs));
}

function consent(view: PageView, { consent: receipt }: SessionDetail): Markup {
  const { language } = view;
  const title = say(language, 'session.consent');
  if (receipt === null) {
    return card('consent', title, markup`<p class="faint">${say(language, 'session.consent.none')}</p>`);
  }
  return card(
    'consent',
    title,
    facts([
      [say(language, 'session.receipt'), code(receipt.receiptId)],
      [say(language, 'session.recorded'), stamp(view, receipt.recordedAtMs)],
      [say(language, 'session.level'), code(receipt.level)],
      [say(language, 'session.textversion'), receipt.policyVersion],
      [say(language, 'session.texthash'), hash(receipt.textHash)],
      [say(language, 'session.language'), receipt.language],
    ]),
  );
}

function host({ language }: PageView, { session }: SessionDetail): Markup {
  const title = say(language, 'session.host');
  if (session.host === null) {
    return card('host', title, markup`<p class="faint">${say(language, 'session.host.none')}</p>`);
  }
  const { kind, browser, browserVersion, os, engine, language: spoken, network } = session.host;
  return card(
    'host',
    title,
    facts([
      [say(language, 'host.kind'), kind],
      [say(language, 'host.browser'), [browser, browserVersion].filter(Boolean).join(' ')],
      [say(language, 'host.os'), os],
      [say(language, 'host.engine'), engine],
      [say(language, 'host.language'), spoken],
      [say(language, 'host.network'), network],
    ]),
  );
}

function engine({ language }: PageView, { verdict }: SessionDetail): Markup | null {
  if (verdict === null) return null;
  const { recomputeMs, engine: made } = verdict;
  return card(
    'engine',
    say(language, 'session.engine'),
    facts([
      [say(language, 'session.version'), made.version],
      ...Object.entries(made.models).map(([name, sum]) => [name, code(sum)] as const),
      [say(language, 'session.recompute'), recomputeMs === null ? null : `${recomputeMs.toFixed(1)} ms CPU`],
    ]),
  );
}

function basics(view: PageView, { session, verdict }: SessionDetail): Markup {
  const { language } = view;
  const { policy } = session;
  return card(
    'facts',
    say(language, 'session.facts'),
    facts([
      [say(language, 'session.client'), session.clientId],
      [say(language, 'session.subject'), code(session.subject)],
      [say(language, 'session.reference'), code(session.referenceId)],
      [say(language, 'session.state'), say(language, `state.${session.state}`)],
      [say(language, 'session.assurance'), code(verdict?.assurance)],
      [say(language, 'session.policy'), code(policy.name)],
      [say(language, 'session.level'), code(policy.evidenceLevel)],
      [say(language, 'session.light'), code(policy.light)],
      [say(language, 'session.tripwires'), code(policy.tripwires)],
      [say(language, 'session.issued'), stamp(view, session.issuedAtMs)],
      [say(language, 'session.begun'), stamp(view, session.begunAtMs)],
      [say(language, 'session.submitted'), stamp(view, session.completedAtMs)],
      [say(language, 'session.decided'), stamp(view, session.decidedAtMs)],
      [say(language, 'session.expires'), stamp(view, session.expiresAtMs)],
      [say(language, 'session.plan'), hash(session.planHash)],
      [say(language, 'session.evidence'), hash(session.evidenceHash)],
    ]),
  );
}

/** What is known of a session besides its checks. No token, no key, no template is among it. */
export function factsSections(view: PageView, detail: SessionDetail): Markup {
  return markup`${comparison(view, detail)}${basics(view, detail)}${consent(view, detail)}${signals(view, detail)}${engine(view, detail)}${host(view, detail)}`;
}
