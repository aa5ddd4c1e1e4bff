import { describe, expect, it } from '@jest/globals';
import { markup } from './markup.js';

const HOSTILE = `"><script>alert('x')</script>&=`;

describe('markup', () => {
  it('leaves no sign of HTML in a value, in text or in an attribute', () => {
    const { html } = markup`<p title="${HOSTILE}">${HOSTILE}</p>`;
    expect(html.replaceAll(/^<p title=|<\/p>$/g, '')).not.toMatch(/<|'|=(?!$)/);
    expect(html.match(/</g)).toHaveLength(2);
    expect(html.match(/"/g)).toHaveLength(2);
  });

  it('escapes after a sentence that ends with an exclamation mark', () => {
    expect(markup`<p>Stop!${'<b>'}</p>`.html).toBe('<p>Stop!&#60;b&#62;</p>');
  });

  it('takes markup and lists of it as they are', () => {
    const rows = ['a', '<'].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ul>${rows}</ul>${markup`<hr>`}`.html).toBe('<ul><li>a</li><li>&#60;</li></ul><hr>');
  });

  it('shows a zero and no null', () => {
    expect(markup`${0}${null}${undefined}${false}`.html).toBe('0');
  });
});
