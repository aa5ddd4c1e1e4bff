import { HuotiError } from '@huoti/protocol';
import type { RetentionClass } from '@huoti/privacy';
import type { RetentionSettings, ServerSettings } from './ServerSettings.js';
import { DAY_MS } from './settingRanges.js';

/** Which setting keeps which class of the notice. */
const CLASSES: readonly (readonly [keyof RetentionSettings, RetentionClass])[] = [
  ['picturesMs', 'face-crop'],
  ['evidenceMs', 'evidence-trace'],
  ['rowsMs', 'session'],
];
/** Where neither the operator nor the notice says less. */
const DEFAULTS: RetentionSettings = { picturesMs: DAY_MS, evidenceMs: 7 * DAY_MS, rowsMs: 90 * DAY_MS };
/** A result has to be fetched and the tries of a day are counted; a session can be under way for most of a day. */
const NEEDED: readonly RetentionClass[] = ['session', 'receipt'];

type Promised = Pick<ServerSettings, 'privacy'>;

/** The version of which people are told last: every session from its day on is kept by it. */
function lastVersion({ privacy }: Promised) {
  const last = privacy.versions[privacy.versions.length - 1];
  if (!last) throw new HuotiError('INVALID_ARGUMENT', 'settings: privacy.versions: give one at least');
  return last;
}

/** What nobody configured: the built-in times, and where people are promised less, that. */
export function defaultRetention(privacy: ServerSettings['privacy']): RetentionSettings {
  const { retention } = lastVersion({ privacy }).terms;
  const shorter = (key: keyof RetentionSettings, kept: RetentionClass): number =>
    Math.min(DEFAULTS[key], retention[kept]);
  return {
    picturesMs: shorter('picturesMs', 'face-crop'),
    evidenceMs: shorter('evidenceMs', 'evidence-trace'),
    rowsMs: shorter('rowsMs', 'session'),
  };
}

/**
 * Holds what the operator configured against what the operator's notice promises.
 *
 * @throws HuotiError INVALID_ARGUMENT naming the setting that keeps longer and the promise that it breaks, or the promise that can't be kept
 */
export function assertPromised(settings: Pick<ServerSettings, 'privacy' | 'policies' | 'retention'>): void {
  for (const [index, { version, terms }] of settings.privacy.versions.entries()) {
    for (const name of ['retention', 'childRetention'] as const) {
      for (const kept of NEEDED) {
        if (terms[name][kept] >= DAY_MS) continue;
        refuse(
          `privacy.versions.${index}.terms.${name}.${kept}: version ${version} promises to keep it for ${terms[name][kept]} ms, and the service needs it for a day: promise ${DAY_MS} or more`,
        );
      }
    }
  }
  const { version, terms } = lastVersion(settings);
  const own = Object.entries(settings.policies).flatMap(([name, { retention }]) =>
    retention ? [[`policies.${name}.retention`, retention] as const] : [],
  );
  for (const [where, retention] of [['retention', settings.retention] as const, ...own]) {
    for (const [key, kept] of CLASSES) {
      if (retention[key] <= terms.retention[kept]) continue;
      refuse(
        `${where}.${key} keeps for ${retention[key]} ms what version ${version} of the privacy policy promises to keep for ${terms.retention[kept]} ms at most (${kept}): shorten the setting, or publish a version that promises what you do`,
      );
    }
  }
}

function refuse(why: string): never {
  throw new HuotiError('INVALID_ARGUMENT', `settings: ${why}`);
}
