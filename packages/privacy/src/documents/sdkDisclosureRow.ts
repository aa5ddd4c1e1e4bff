import type { Deployment } from '../deployment/Deployment.js';
import { fill } from '../notice/fill.js';
import { noticeFields } from '../notice/noticeFields.js';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import { timeInWords } from '../notice/timeInWords.js';
import { NOTICE_WORDS } from '../notice/words/noticeWordsTable.js';
import { markdownOf } from './blocks/markdownOf.js';
import { versionNamed } from './versionNamed.js';
import { wholeInventory } from './wholeInventory.js';
import { DOCUMENT_WORDS } from './words/documentWordsTable.js';

/** What {@link sdkDisclosureRow} takes. */
export interface SdkDisclosureOptions {
  readonly deployment: Deployment;
  readonly language: NoticeLanguage;
  /** Name of a policy version. @default the last one */
  readonly version?: string;
  /** Where the operator's own policy is published. @default the literal text `{policyUrl}`, to be filled in */
  readonly policyUrl?: string;
}

/** One row of an app's list of SDKs. */
export interface SdkDisclosureRow {
  readonly columns: readonly {
    readonly id:
      | 'name'
      | 'provider'
      | 'purpose'
      | 'data'
      | 'permission'
      | 'processing'
      | 'retention'
      | 'policy';
    readonly heading: string;
    readonly text: string;
  }[];
  /** The row with its heads, as a table in Markdown. */
  readonly markdown: string;
}

/**
 * The row of the list of third-party SDKs that app stores and regulators ask of an app, for what this deployment may do at most. It names all
 * that is taken of the face and the device; records that arise on the operator's own server are the operator's own notice's to tell.
 *
 * @throws HuotiError INVALID_ARGUMENT for a version that there is not
 * @example sdkDisclosureRow({ deployment, language: 'zh-CN', policyUrl: 'https://bank.example/privacy' }).markdown
 */
export function sdkDisclosureRow({
  deployment,
  language,
  version: name,
  policyUrl = '{policyUrl}',
}: SdkDisclosureOptions): SdkDisclosureRow {
  const version = versionNamed(deployment, name);
  const words = NOTICE_WORDS[language];
  const { comma, space, none, purposes, sdk } = DOCUMENT_WORDS[language];
  const fields = noticeFields({ deployment, version, language, words });
  const items = wholeInventory(version.terms).filter(({ about }) => about !== 'decision');
  const nameOf = (id: (typeof items)[number]['id']): string => words.what.items[id].name;
  const namesOf = (leaves: boolean): string =>
    items.flatMap((item) => (item.leaves === leaves ? [nameOf(item.id)] : [])).join(comma);
  const times = items.flatMap(({ id, keptMs }) =>
    keptMs === null
      ? []
      : [
          keptMs === 0
            ? fill(words.keep.lineAtOnce, { name: nameOf(id) })
            : fill(words.keep.line, { name: nameOf(id), time: timeInWords(keptMs, words.time) }),
        ],
  );
  const texts = {
    name: 'huoti',
    provider: fill(sdk.provider, fields),
    purpose: version.terms.purposes.map((purpose) => purposes[purpose]).join(comma),
    data: items.map(({ id }) => nameOf(id)).join(comma),
    permission: items.some(({ permission }) => permission === 'camera') ? words.what.permission.camera : none,
    processing: (['sent', 'stays'] as const)
      .map((way) =>
        fill(words.keep.line, { name: fill(sdk.processing[way], fields), time: namesOf(way === 'sent') }),
      )
      .join(space),
    retention: times.join(space),
    policy: policyUrl,
  };
  const ids = Object.keys(texts) as (keyof typeof texts)[];
  const columns = ids.map((id) => ({ id, heading: sdk.columns[id], text: texts[id] }));
  const head = columns.map(({ heading }) => heading);
  return {
    columns,
    markdown: markdownOf([{ kind: 'table', head, rows: [columns.map(({ text }) => text)] }]),
  };
}
