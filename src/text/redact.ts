/** Takes out of foreign text what a report must not carry: credentials and what names a person. It takes too much on purpose. */

/** The secrets that this run has used, in the forms in which others may repeat them; the longest first. */
let used: readonly string[] = [];
let patterns: readonly RegExp[] = [];

/** A sequence for terminals (ECMA-48), as the source of a pattern. */
export const ESCAPE_SEQUENCE =
  '\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?|[@-Z\\\\-_])';
/** Control characters, ends of lines, and what is not seen but changes how the rest is shown (bidi, zero width, tags). */
export const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]';

/** What is taken out before a text is shown: it may stand between the letters of a secret. */
const BETWEEN = `(?:${ESCAPE_SEQUENCE}|${UNSEEN})*`;

/** Shorter ones are parts of too many words. */
const SHORTEST_SECRET = 4;

/** Keeps a secret that is sent to others, so that `hideUsed` knows it wherever it comes back. */
export function rememberSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET) return;
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  const forms = [secret, inForm, Buffer.from(secret).toString('base64')];
  used = [...new Set([...used, ...forms])].toSorted((a, b) => b.length - a.length);
  patterns = used.map((form) => new RegExp([...form].map(literally).join(BETWEEN), 'gu'));
}

function literally(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}

/** The text with `…` in place of every secret that this run has used. */
export function hideUsed(text: string): string {
  return patterns.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}

/** A value as shells, JSON and headers write it: quoted to the end of the quote or of the line, or one word. */
const VALUE = `(?:\\\\?"[^"]*"?|\\\\?'[^']*'?|[^\\s"',]+)`;

/** A word of a shell's, which may change between quoted and not. */
const WORD = `(?:"[^"]*"?|'[^']*'?|[^\\s"'](?:[^\\s"']|"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*')*)`;

/** Between a name and its value: in shells, YAML and JSON, in Ruby, PHP and Go. */
const IS = `\\\\?["']?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}`;
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|api[_-]?key|(?:access|account|private|signing|encryption)[_-]?key|signature`;

/** The same for names so short that they are parts of others. */
const SHORT_NAMES = '(?<![A-Za-z])(?:auth|pass|pwd|psk|otp)|pw';

const NAMES = `${SECRET_NAMES}|${SHORT_NAMES}`;

type Redaction = readonly [pattern: RegExp, replacement: string];

/** Tokens that are known by how they begin. */
const TOKENS: readonly string[] = [
  'gh[a-z]_\\w{8,}',
  'github_pat_\\w{8,}',
  'gl[a-z]{2,6}-[\\w.-]{8,}',
  'dckr_[a-z]{3}_[\\w-]{8,}',
  'npm_[A-Za-z0-9]{10,}',
  'xox[a-z]-[\\w-]{8,}',
  'xapp-[\\w-]{8,}',
  'A(?:KIA|SIA|IDA|ROA)[A-Z0-9]{12,}',
  'AIza[\\w-]{20,}',
  'ya29\\.[\\w.-]{8,}',
  'sk[-_][\\w-]{16,}',
  'hf_[A-Za-z0-9]{16,}',
  'hv[sb]\\.[\\w-]{8,}',
  'pypi-[\\w-]{16,}',
  'rubygems_\\w{8,}',
  'dop_v1_\\w{8,}',
  'SG\\.[\\w.-]{16,}',
  // The beginning of JSON in base64: JSON Web Tokens, and what Docker keeps.
  'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];

/** Applied in this order. Each is bounded: what repeats begins at the start of a word, or ends within a fixed length. */
const RULES: readonly Redaction[] = [
  [/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----).*/g, '$1…'],
  // Credentials and queries of addresses. A password may hold an @, and even a slash.
  [/:\/\/[^\s/]{1,2000}@/g, '://…@'],
  [/:\/\/[^\s/:@…]{0,200}:(?!\d{1,5}\/)[^\s@"']{1,2000}@/g, '://…@'],
  [/(:\/\/[^\s?"']{1,400}\?)[^\s"']{1,2000}/g, '$1…'],
  [new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'],
  // Who knows the address of a hook may post there; others carry a key in their path.
  [/(:\/\/(?=[^\s"'<>]{0,600}hook)[^\s/"'<>]{1,255}\/)[^\s"'<>]+/gi, '$1…'],
  [/(:\/\/[^\s"'<>]{1,255}\/(?:bot\d{1,20}:|(?:key|token|secret)s?\/))[^\s/"'<>]+/gi, '$1…'],
  // Elements of XML.
  [
    new RegExp(
      `(<[\\w:.-]{0,64}(?:${NAMES})[\\w:.-]{0,64}(?:\\s[^<>]{0,400})?>(?:<!\\[CDATA\\[)?)[^<]+`,
      'gi',
    ),
    '$1…',
  ],
  // Headers.
  [
    /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?(?:basic|bearer|digest|negotiate|token)\s{1,4})[^\s"',]+/gi,
    '$1…',
  ],
  [
    /(authorization\\?["']?\s{0,4}[:=]\s{0,4}\\?["']?)(?!(?:basic|bearer|digest|negotiate|token)\s)[^\s"',]+(?:\s{1,4}[^\s"',]+)?/gi,
    '$1…',
  ],
  [/(cookie\\?["']?:\s{0,4})[^"']+/gi, '$1…'],
  // Variables: every one whose name begins with a capital letter, whatever it is called.
  [new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)(?:\\\\["'][^"']*|${WORD})`, 'g'), '$1…'],
  [/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'],
  // Options of commands.
  [/(?<![\w-])((?:--build-arg|--env|-e)[\s=]{1,4}["']?[\w.-]+=)(?<=["'][\w.-]+=)[^"']*/g, '$1…'],
  [new RegExp(`(?<![\\w-])((?:--build-arg|--env|-e)[\\s=]{1,4}[\\w.-]+=)${WORD}`, 'g'), '$1…'],
  [
    new RegExp(
      `(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|pw|key)|-u)(["']?[\\s,=]{1,4})${VALUE}`,
      'gi',
    ),
    '$1$2…',
  ],
  // Names that say what the value is.
  [new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}${IS})${VALUE}`, 'gi'), '$1$2…'],
  [new RegExp(`(${SHORT_NAMES})(${IS})${VALUE}`, 'gi'), '$1$2…'],
  [new RegExp(`(?<![\\w-])(--[\\w-]*(?:${SECRET_NAMES})[\\w-]*)(["']?[\\s,]{1,4})${VALUE}`, 'gi'), '$1$2…'],
  [new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)[^\\s"',…]{6,}`, 'gi'), '$1$2…'],
  // People.
  [/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'],
  [/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'],
  [/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'],
];

/** `-p` is a port, a folder and many other things elsewhere. */
const SIGNS_IN = /\blogin\b|sshpass|mysql|htpasswd/i;
const PASSWORD_OPTION = new RegExp(`(?<![\\w-])(-p)(["']?[\\s,=]{0,4})${VALUE}`, 'g');

/** Programs that read a secret from standard input: what is printed before the last pipe is for them, and here strings. */
const ASKS = /stdin|--with-token|chpasswd|\bsudo\s+-S|secret\s+create|passphrase-fd|\blogin\b/i;
const PRINTED = /((?:^|[^\w-])(?:echo|printf|print)\s).*(?=\|)/;
const HERE_STRING = new RegExp(`(<<<\\s{0,4})${WORD}`, 'g');

/** A name beside its value, in XML and JSON: `key="ApiKey" value="x"`, `"name":"PASSWORD","value":"x"`. */
const NAMES_SECRET = new RegExp(NAMES, 'i');
const NAMED_VALUE = new RegExp(`(\\bvalue${IS})${VALUE}`, 'gi');

/** Rules for lines that hold something else as well. */
const CONDITIONAL: readonly (readonly [RegExp, ...Redaction])[] = [
  [ASKS, PRINTED, '$1… '],
  [ASKS, HERE_STRING, '$1…'],
  [SIGNS_IN, PASSWORD_OPTION, '$1$2…'],
  [NAMES_SECRET, NAMED_VALUE, '$1…'],
];

/** The line with `…` in place of every secret, user name and home folder. */
export function hideSecrets(line: string): string {
  const rules = CONDITIONAL.flatMap(([condition, ...rule]) => (condition.test(line) ? [rule] : []));
  return [...rules, ...RULES].reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    line,
  );
}

/** Home folders, which carry the names of users; `/root` says nothing of a person. */
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;

/** The text with every home folder reduced to `~`; `home` is that of this process, wherever it lies. */
export function hideHomes(text: string, home = ''): string {
  const folder = home.replace(/\/+$/, '');
  const own = folder.startsWith('/') ? new RegExp(`${escaped(folder)}(?![\\w-]|\\.\\w)`, 'g') : /(?!)/g;
  return text.replace(own, '~').replace(HOMES, '$1~');
}

/** The same for all strings in a value made of plain objects and lists. */
export function hideHomesIn<T>(value: T, home?: string): T {
  const hide = (part: unknown): unknown => {
    if (typeof part === 'string') return hideHomes(part, home);
    if (Array.isArray(part)) return part.map(hide);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, hide(one)]));
  };
  return hide(value) as T;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
