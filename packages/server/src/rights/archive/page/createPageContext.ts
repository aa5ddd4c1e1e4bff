import type { NoticeLanguage } from '@huoti/privacy';
import type { ArchiveData } from '../ArchiveData.js';
import { ARCHIVE_WORDS } from '../words/archiveWords.js';
import type { ArchiveKey } from '../words/en.js';
import { escaped } from './escaped.js';
import type { PageContext } from './PageContext.js';

/** Words and times of one page. */
export function createPageContext(data: ArchiveData, language: NoticeLanguage): PageContext {
  const words = ARCHIVE_WORDS[language];
  const clock = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    timeZone: data.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const isKey = (key: string): key is ArchiveKey => Object.hasOwn(words, key);
  return {
    data,
    language,
    say: (key, values = {}) =>
      escaped(
        words[key].replace(/\{([a-z]+)\}/g, (whole, name: string) =>
          Object.hasOwn(values, name) ? String(values[name]) : whole,
        ),
      ),
    named: (family, name) => {
      const key = `${family}.${name}`;
      return escaped(isKey(key) ? words[key] : name);
    },
    when: (atMs) =>
      atMs === null
        ? '–'
        : `<time datetime="${new Date(atMs).toISOString()}">${escaped(clock.format(atMs))}</time>`,
  };
}
