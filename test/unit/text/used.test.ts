import { describe, expect, it } from 'vitest';
import { oneLine, printable } from '../../../src/text/text.ts';
import { hideUsed, rememberSecret } from '../../../src/text/used.ts';

// Other tests of this process know them, too: none of them says such words.
describe('secrets of this run', () => {
  it('are hidden in each form in which they were sent, the longest first, in all that is printed', () => {
    expect(hideUsed('x Zq7hunter& x')).toBe('x Zq7hunter& x');
    for (const secret of ['Zq7hunter&', 'Zq7hunter& two', '', 'abc', '\ud800lone']) rememberSecret(secret);
    const forms = [
      'Zq7hunter&',
      'Zq7hunter%26+two',
      Buffer.from('Zq7hunter& two').toString('base64'),
      'Zq7hunter& two',
    ];
    for (const form of forms) expect(hideUsed(`a ${form} b`)).toBe('a … b');
    const odd = `a-b_c.d/e+f=g~h$i^j(k)[l]{m}|n*o?p\\q${'x'.repeat(4000)}`;
    rememberSecret(odd);
    expect(hideUsed(`a ${odd} b`)).toBe('a … b');
    expect(hideUsed('abc')).toBe('abc');
    for (const unseen of [
      '\u200b',
      '\u001b[31m',
      '\u0007',
      '\u202e\u001b[0m',
      '\u001b]0;title\u0007',
      '\u2028',
    ])
      for (const form of forms) expect(hideUsed(`a ${[...form].join(unseen)} b`)).toBe('a … b');
    // In a title, in place of it, and where a sequence takes a letter that is not of it.
    for (const place of ['\u001b]0;%\u0007', '\u001b]%', '\u001b[%', '\u001b%', 'x\u001b[3%'])
      expect(hideUsed(`a ${place.replace('%', 'Zq7hunter&')} b`)).not.toContain('q7hunter');
    expect(hideUsed('Zq\u001b]7hunt\u0007er& Zq7hunterZq7hunter&Zq7hunter&')).toBe('… Zq7hunter……');
    // The beginning of a long one tells it, and parts that overlap are one.
    const long = `${'ð'.repeat(99)}y`;
    rememberSecret(long);
    expect(hideUsed(`${'ð'.repeat(63)} ${'ð'.repeat(64)} ${'ð'.repeat(80)}y ${long}`)).toBe(
      `${'ð'.repeat(63)} … …y …`,
    );
    for (const secret of ['one-two-three', 'three-four-five']) rememberSecret(secret);
    expect(hideUsed('a one-two-three-four-five b')).toBe('a … b');
    expect(oneLine('no: Zq7hunter&\n::error::x', 100)).toBe('no: … : :error: :x');
    // A cut in the middle of a secret shows no half of it.
    for (let length = 1; length < 20; length++)
      expect(printable(`${' '.repeat(153)}Zq7hunter&`, length)).toMatch(/^…?$/);
  });

  it('are hidden however others escape them, also in what they quote of others', () => {
    const secret = 'tilde~ "§ecret"$<val>(9)\\';
    rememberSecret(secret);
    const hex = [...Buffer.from(secret)].map((byte) => byte.toString(16).padStart(2, '0'));
    const json = JSON.stringify(secret).slice(1, -1);
    const bytes = Buffer.from(secret);
    for (const form of [
      secret,
      encodeURIComponent(secret),
      encodeURIComponent(secret).toLowerCase(),
      encodeURIComponent(encodeURIComponent(secret)),
      encodeURIComponent(secret)
        .replaceAll('%20', '+')
        .replace(/[()]/g, (one) => `%${one === '(' ? 28 : 29}`),
      hex.map((each) => `%${each}`).join(''),
      hex.map((each) => `\\x${each}`).join(''),
      [...secret].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      [...secret].map((each) => `&#${each.charCodeAt(0)};`).join(''),
      [...secret].map((each) => `&#x${each.charCodeAt(0).toString(16)};`).join(''),
      secret.replaceAll('<', '&lt;').replaceAll('>', '&GT;').replaceAll('"', '&quot;'),
      json,
      JSON.stringify(json).slice(1, -1),
      bytes.toString('base64'),
      bytes.toString('base64url'),
      encodeURIComponent(bytes.toString('base64')),
    ])
      expect(hideUsed(`a ${form} b`).replace(/=|%3D/gi, '')).toBe('a … b');
    expect(hideUsed('100% of a\\b & c\\n%zz')).toBe('100% of a\\b & c\\n%zz');
  });

  it('are hidden where a text is cut, and of a long text no more is looked at than can be shown', () => {
    rememberSecret('Wv4cutcutcut');
    for (let length = 1; length < 12; length++) {
      const begins = 'Wv4cutcutcut'.slice(0, length);
      expect(hideUsed(`a ${begins}`, true)).toBe('a …');
      expect(printable(`${'\u200b'.repeat(8 * 40 + 16_384 - length)}Wv4cutcutcut`, 40)).toBe('');
      expect(oneLine(`${' '.repeat(50 - length)}Wv4cutcutcut`, 50).trim()).toBe('…');
    }
  });

  it('cost time in proportion to a text, whatever that repeats', () => {
    for (const secret of ['þþþþ', `${'þ'.repeat(63)}b`]) rememberSecret(secret);
    // Of a processor: what else runs does not count.
    const took = (text: string): number => {
      const begun = process.cpuUsage();
      hideUsed(text);
      return process.cpuUsage(begun).user / 1000;
    };
    took('þ\u001b['.repeat(10_000));
    for (const unit of [
      'þ\u001b[',
      'þ\u001b]',
      '\u001b[0',
      '\u001b]0',
      'þ\u200b',
      'þ',
      '%C3%BE',
      '&#254;',
      '\\',
      'þ%',
    ]) {
      const [little, much] = [took(unit.repeat(4_000)), took(unit.repeat(64_000))];
      expect(much, JSON.stringify(unit)).toBeLessThan(16 * 6 * Math.max(little, 5));
    }
  });
});
