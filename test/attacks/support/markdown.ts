import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markup that foreign text may hold; each would do or show something if it were taken for more than text. */
export const MARKUP: Readonly<Record<string, string>> = {
  'struck through': '~~pwned~~',
  'struck through by one': '~pwned~',
  'a name that is called': 'x @pwned x',
  'a team that is called': '@pwned/team',
  'a formula': 'x $pwned$ x',
  'a formula of its own': '$$pwned$$',
  'a formula in backticks': '$`pwned`$',
  'a bare address': 'x https://pwned.example/a x',
  'a bare address without a scheme': 'x www.pwned.example x',
  'a mail address': 'x pwned@pwned.example x',
  'a link': '[pwned](https://pwned.example)',
  'a link by reference': '[pwned][1] [1]: https://pwned.example',
  'an address in angle brackets': '<https://pwned.example>',
  'an image': '![pwned](https://pwned.example/x.png)',
  'an element': '<img src=https://pwned.example/x.png><b>pwned</b>',
  'the end of an element': '</details></td><h1>pwned</h1>',
  'a further cell': 'x | pwned | x',
  'code that ends': '` @pwned ` `` @pwned `` ` ~~pwned~~',
  emphasis: '**pwned** _pwned_ *pwned*',
  'an escaped escape': '\\~~pwned~~ \\\\@pwned \\[pwned](https://pwned.example)',
  'an entity': '&#64;pwned &lt;b&gt;pwned',
};

/** What of the summary's own Markdown may be there, when it is made HTML. */
const ELEMENTS = /^(?:h[1-6]|p|ul|li|table|thead|tbody|tr|th|td|strong|em|details|summary|code|pre|a|br)$/;

function toHtml(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text that Markdown shows. */
export function shownText(markdown: string): string {
  const text = toHtml(markdown).replace(/<[^>]*>/g, '');
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/**
 * What foreign text has brought about in a summary, after it was made HTML as GitHub does: CommonMark with GFM; then
 * names and formulas in text outside of code. Empty when it is text and nothing else.
 */
export function brought(markdown: string): readonly string[] {
  const html = toHtml(markdown);
  const open = html
    .replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    // Our own last line, as long as it holds nothing but text.
    .replace(/<sub>(Linux [^<]*)<\/sub>/, '$1');
  const elements = [...open.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, name = '']) => name.toLowerCase());
  const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
  const words = open.replace(/<[^>]*>/g, '\n').split('\n');
  return [
    ...elements.filter((name) => !ELEMENTS.test(name)).map((name) => `the element ${name}`),
    ...links.filter((address) => address.includes('pwned')).map((address) => `a link to ${address}`),
    ...words.filter((word) => /(?<![\w/])@\w/.test(word)).map((word) => `a name is called: ${word}`),
    ...words.filter((word) => /\$[^$]*\$/.test(word)).map((word) => `a formula: ${word}`),
    ...[...open.matchAll(/<(strong|em|del|td|th|h\d|b)[^>]*>\s*pwned/g)].map(([found]) => `markup: ${found}`),
  ];
}
