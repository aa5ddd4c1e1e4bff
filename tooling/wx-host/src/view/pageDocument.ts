import type { HostCore } from '../HostCore.js';
import { builtInTags } from './builtInTags.js';
import { platformStyles } from './platformStyles.js';
import { renameTags } from './renameTags.js';

const FITS: Readonly<Record<string, string>> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'contain',
};
const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A whole HTML document of a drawn page, pictures of the package inside it. It loads nothing. */
export function pageDocument(core: Pick<HostCore, 'files'>, root: Element, styles: string): string {
  const picture = (node: Element): string => {
    const source = node.getAttribute('src') ?? '';
    const bytes = core.files.read(source);
    const type = MIME[source.split('.').pop()?.toLowerCase() ?? ''];
    const address =
      bytes && type
        ? `data:${type};base64,${bytes.toString('base64')}`
        : source.startsWith('data:')
          ? source
          : '';
    if (address === '') return '';
    const fit = FITS[node.getAttribute('mode') ?? ''] ?? 'fill';
    return `<img alt="" style="object-fit:${fit}" src="${escaped(address)}">`;
  };
  const draw = (node: Node): string => {
    if (node.nodeType === 3) return escaped(node.textContent ?? '');
    if (node.nodeType !== 1) return '';
    const element = node as Element;
    const name = element.tagName.toLowerCase();
    const tag = builtInTags.includes(name) ? `wx-${name}` : name;
    const attributes = [...element.attributes]
      .filter((one) => !/^(on|bind|catch)/i.test(one.name) && one.name !== 'src')
      .map((one) => ` ${one.name}="${escaped(one.value)}"`);
    const inside = name === 'image' ? picture(element) : [...element.childNodes].map(draw).join('');
    const shown =
      name === 'input' || name === 'textarea' ? escaped(element.getAttribute('value') ?? '') : inside;
    return `<${tag}${attributes.join('')}>${shown}</${tag}>`;
  };
  const body = [...root.childNodes].map(draw).join('');
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=375,initial-scale=1"><style>',
    platformStyles,
    renameTags(styles).replace(/<\//g, '<\\/'),
    `</style></head><body>${body}</body></html>`,
  ].join('\n');
}
