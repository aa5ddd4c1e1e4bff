import { ASSETS } from '../assets/assets.js';
import { CONSOLE_PATH } from '../consolePath.js';
import type { MessageKey } from '../language/Language.js';
import { LANGUAGES } from '../language/languages.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import type { PageView } from './PageView.js';

/** Which entry of the menu a page belongs to. */
export type Section = 'overview' | 'sessions' | 'rights' | 'audit' | null;

/** What {@link layout} takes. */
export interface LayoutOptions {
  readonly title: string;
  readonly section: Section;
  readonly body: Markup;
}

const ENTRIES: readonly (readonly [Section & string, string, MessageKey])[] = [
  ['overview', CONSOLE_PATH, 'nav.overview'],
  ['sessions', `${CONSOLE_PATH}/sessions`, 'nav.sessions'],
  ['rights', `${CONSOLE_PATH}/rights`, 'nav.rights'],
  ['audit', `${CONSOLE_PATH}/audit`, 'nav.audit'],
];

function menu({ language, visitor }: PageView, section: Section): Markup | null {
  if (visitor === null) return null;
  const seen = ENTRIES.filter(([name]) => name !== 'audit' || visitor.operator.role === 'reviewer');
  return markup`<nav class="menu" aria-label="${say(language, 'nav.label')}"><ul>${seen.map(
    ([name, href, key]) =>
      markup`<li><a href="${href}"${name === section ? markup` aria-current="page"` : null}>${say(language, key)}</a></li>`,
  )}</ul></nav>`;
}

function account({ language, visitor }: PageView): Markup | null {
  if (visitor === null) return null;
  const { operator, formToken } = visitor;
  return markup`<p class="who">${operator.name} <span class="faint">${say(language, `role.${operator.role}`)}</span></p>
<form method="post" action="${CONSOLE_PATH}/sign-out"><input type="hidden" name="token" value="${formToken}"><button class="quiet" type="submit">${say(language, 'nav.out')}</button></form>`;
}

function languageSwitch({ language, address }: PageView): Markup {
  const links = LANGUAGES.map(({ locale, name }) => {
    const query = new URLSearchParams({ to: locale, back: address }).toString();
    return locale === language.locale
      ? markup`<li class="here"><span lang="${locale}" aria-current="true">${name}</span></li>`
      : markup`<li><a href="${CONSOLE_PATH}/language?${query}" lang="${locale}" hreflang="${locale}">${name}</a></li>`;
  });
  return markup`<nav class="languages" aria-label="${say(language, 'nav.language')}"><ul>${links}</ul></nav>`;
}

/** A whole page: head, bar with menu, the page's own content, foot. */
export function layout(view: PageView, { title, section, body }: LayoutOptions): Markup {
  const { language, zone, visitor } = view;
  return markup`<!doctype html>
<html lang="${language.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${say(language, 'product')}</title>
<link rel="icon" type="image/svg+xml" href="${ASSETS.icon.path}">
<link rel="stylesheet" href="${ASSETS.css.path}">
<script src="${ASSETS.script.path}" defer></script>
</head>
<body>
<a class="skip" href="#main">${say(language, 'skip')}</a>
<header class="bar"><p class="product">${say(language, 'product')}</p>${menu(view, section)}<div class="right">${languageSwitch(view)}${account(view)}</div></header>
<main id="main" tabindex="-1">
${body}
</main>
${visitor && markup`<footer class="foot"><p>${say(language, 'zone.note', { zone })}</p></footer>`}
</body>
</html>`;
}
