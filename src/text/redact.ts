/** Takes out of foreign text what a report must not carry: credentials and what names a person. It takes too much on purpose. */

import { withoutEnd } from './parse.ts';

/** What is put in quotes, to their end or that of the line; what a backslash stands before does not end it. */
const QUOTED = `(?:"(?:\\\\.|[^"\\\\])*"?|'(?:\\\\.|[^'\\\\])*'?)`;

/** The same within another text in quotes, where its quotes and backslashes have a backslash before them. */
const NESTED = `(?:\\\\"(?:\\\\\\\\\\\\.|\\\\(?!")|[^"\\\\])*(?:\\\\")?|\\\\'(?:\\\\\\\\\\\\.|\\\\(?!')|[^'\\\\])*(?:\\\\')?)`;

/** Where a word ends before white space: with the quotes and brackets around it, or before the next text of a list. */
const CLOSING = `(?=\\\\{0,3}["'](?:,\\\\{0,3}["']|(?:\\\\{0,3}["']|[,;:.)\\]}>]){0,8}(?:\\s|$))|[,)\\]}>](?:\\\\{0,3}["']|[,;:.)\\]}>]){0,8}(?:\\s|$))`;

/** What comes after it in a list of names and values. */
const NEXT = `(?=,\\s{0,4}\\\\?["']?[\\w.-]{1,64}\\\\?["']?\\s{0,4}(?::|=(?![=\\s]|$)))`;

/** Letters of a word, which may change between quoted and not, as a shell's do. None is looked at again: nothing comes after them. */
const LETTER = `(?:"(?=[^\\s"])[^"]*"|'(?=[^\\s'])[^']*'|\\S)`;
const LETTERS = `(?:(?!${CLOSING})${LETTER})+`;
const MORE = `(?:(?=[\\w"'$%+@-])${LETTERS})?`;

/** A word of a shell's. */
const WORD = `(?:${NESTED}|${QUOTED}${MORE}|${LETTERS})`;

/** A value as shells, JSON and headers write it: quoted, or one word, but for what has a name of its own. */
const VALUE = `(?:${NESTED}|${QUOTED}${MORE}|(?:(?!${CLOSING}|${NEXT})${LETTER})+)`;

/** Between a name and its value: in shells, YAML and JSON, in Ruby, PHP and Go. */
const IS = `\\\\?["']?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}`;
const KEYS =
  '(?:access|account|private|signing|encryption|master|storage|session|subscription|shared|ssh|deploy|auth|api|license)';
const SECRET_NAMES = `token|passw(?:or)?d|passphrase|passcode|secret|credential|${KEYS}[_-]?key|signature|session[_-]?id|csrf|art-api`;

/** The same for names so short that they are parts of others. */
const SHORT_NAMES = '(?<![A-Za-z])(?:auth|pass|pwd|psk|otp)|pw';

const NAMES = `${SECRET_NAMES}|${SHORT_NAMES}`;

/** Hides what is of one kind in a text. */
type Redaction = (text: string) => string;

function hiding(pattern: RegExp, shown: string): Redaction {
  return (text) => text.replace(pattern, shown);
}

/** What is in quotes that have been opened, by these. */
const INSIDE: Readonly<Record<string, RegExp>> = {
  '"': /(?:\\.|[^"\\])*/y,
  "'": /(?:\\.|[^'\\])*/y,
  '\\"': /(?:\\\\\\.|\\(?!")|[^"\\])*/y,
  "\\'": /(?:\\\\\\.|\\(?!')|[^'\\])*/y,
};

/** Hides what follows: to the end of the quotes that the pattern says are open, or of the line. */
function hidingAfter(pattern: RegExp): Redaction {
  return (text) => {
    let shown = '';
    let from = 0;
    for (const found of text.matchAll(pattern)) {
      if (found.index < from) continue;
      const { inner, outer, closed } = found.groups as Readonly<Record<string, string | undefined>>;
      const begin = found.index + found[0].length;
      const inside = INSIDE[inner ?? (closed === undefined ? outer : undefined) ?? ''];
      let end = text.length;
      if (inside !== undefined) {
        inside.lastIndex = begin;
        inside.test(text);
        end = inside.lastIndex;
      }
      shown += text.slice(from, begin) + (end > begin ? '…' : '');
      from = end;
    }
    return shown + text.slice(from);
  };
}

const SCHEME = '(?:(?:basic|bearer|digest|negotiate|token)\\s{1,4})?';

/** Tokens that are known by how they begin. */
const TOKENS: readonly string[] = [
  'gh[a-z]_\\w{8,}',
  'github_pat_\\w{8,}',
  'gl[a-z]{2,6}-[\\w.-]{8,}',
  'dckr_[a-z]{3}_[\\w-]{8,}',
  'npm_[A-Za-z0-9]{10,}',
  'xox[a-z](?:\\.xox[a-z])?-[\\w-]{8,}',
  'xapp-[\\w-]{8,}',
  // Amazon, Alibaba, Tencent, Google, Azure.
  'A(?:KIA|SIA|IDA|ROA|BIA|CCA|GPA|NPA|NVA)[A-Z0-9]{12,}',
  '(?:LTAI|AKID)[A-Za-z0-9]{12,}',
  'AIza[\\w-]{20,}',
  'ya29\\.[\\w.-]{8,}',
  '1//0[\\w-]{20,}',
  'GOCSPX-[\\w-]{8,}',
  '[\\w.~-]{3}8Q~[\\w.~-]{20,}',
  'sk[-_][\\w-]{16,}',
  '[rp]k_(?:live|test)_\\w{8,}',
  'whsec_\\w{16,}',
  'hf_[A-Za-z0-9]{16,}',
  'hv[sbr]\\.[\\w-]{8,}',
  's\\.[A-Za-z0-9]{24,}',
  '\\w{14}\\.atlasv1\\.[\\w-]{20,}',
  'pypi-[\\w-]{16,}',
  'rubygems_\\w{8,}',
  'cio[A-Za-z0-9]{24,}',
  'do[opr]_v1_\\w{8,}',
  'SG\\.[\\w.-]{16,}',
  // JFrog, and its reference tokens, which are base64; Atlassian.
  'AKC[a-z]\\w{10,}',
  'cmVmdGtuOj\\w{8,}',
  'AT(?:ATT|CTT|BB)[\\w=-]{12,}',
  'AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]{10,}',
  'sh(?:pat|pss|pca|ppa)_\\w{8,}',
  'sq0[a-z]{3}-[\\w-]{8,}',
  'EAAA[\\w-]{20,}',
  'dapi[0-9a-f]{16,}',
  'dp\\.(?:[a-z]{2,6}\\.){1,3}\\w{8,}',
  'tskey-[\\w-]{8,}',
  '(?:PMAK|CFPAT|NR[A-Z]{2})-[\\w-]{8,}',
  'oauth2:[^\\s@"\']{8,}',
  // What passwd(5) and its like hold of passwords.
  '\\$(?:\\d\\w?|2[abxy]|y|gy|apr1|argon2\\w{1,2})\\$[^\\s"\':]{8,}',
  // Those of many services: their name, and letters of both cases and figures without a pause.
  '(?<![\\w.-])(?!sha\\d)[a-z][a-z0-9]{0,9}[_-](?:[a-z0-9]{1,8}[_-]){0,2}(?=[A-Za-z]{0,20}\\d)(?=[a-z0-9]{0,20}[A-Z])(?=[A-Z0-9]{0,20}[a-z])[A-Za-z0-9]{20,}[\\w-]*',
  // The beginning of JSON in base64: JSON Web Tokens, and what Docker keeps.
  'eyJ[\\w+/-]{8,}[\\w.+/=-]*',
];

/** The password of an address that holds a slash: it reaches from the name to an @, with no quote in it. */
const NAMED = /:\/\/[^/:…]{0,200}(?=:(?!\d{1,5}\/))/g;

function hideLogin(address: string): string {
  const quote = Math.max(address.lastIndexOf('"'), address.lastIndexOf("'"));
  for (const { 0: named, index } of address.matchAll(NAMED)) {
    const password = index + named.length + 1;
    if (password > quote) return `${address.slice(0, index)}://…@`;
  }
  return address;
}

/** Who knows the address of a hook may post there; others carry a key in their path. */
function hideInPath(address: string): string {
  const shown = /hook/i.test(address) ? address.replace(/(:\/\/[^/]+\/)[\s\S]+/, '$1…') : address;
  const begin = '://h'.length;
  const path = shown.slice(begin).replace(/(\/(?:bot\d{1,20}:|(?:key|token|secret)s?\/))[^/]+/gi, '$1…');
  return `${shown.slice(0, begin)}${path}`;
}

/** Lines of a key without their beginning, and other secrets in base64; paths have fewer capital letters. */
const BASE64 = /(?<![\w+/.@-])(?:[A-Za-z0-9+/]{40,}={0,2}|[A-Za-z0-9+/]{16,}={1,2})(?![\w+/=.-])/g;

function hideBase64(text: string): string {
  const least = text.length / 6;
  const has = (pattern: RegExp, count: number): boolean => (text.match(pattern)?.length ?? 0) >= count;
  return has(/[A-Z]/g, least) && has(/[a-z]/g, least) && has(/\d/g, 1) ? '…' : text;
}

/** Applied in this order. None takes longer than in proportion to the line: what repeats begins where nothing like it went before. */
const RULES: readonly Redaction[] = [
  hiding(/(-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----).*/g, '$1…'),
  // Credentials and queries of addresses. A password may hold an @, and even a slash.
  hiding(/:\/\/[^\s/]{1,2000}@/g, '://…@'),
  (line) => line.replace(/(?<![^\s@])[^\s@]+@/g, hideLogin),
  hiding(new RegExp(`(?<=://[^\\s?"']{1,400}\\?)${LETTERS}`, 'g'), '…'),
  hiding(new RegExp(`([?&][\\w.-]{1,40}=)(?:(?!${CLOSING}|[&…])\\S)+`, 'g'), '$1…'),
  // Without the scheme: `user:password@host`.
  hiding(/(?<![\w.:/@-])([\w.-]{1,64}:)[^\s@:/"'…][^\s@:/…]{2,199}@(?!sha\d|v?\d)(?=\w)/g, '$1…@'),
  hiding(new RegExp(`(?<![A-Za-z0-9])(?:${TOKENS.join('|')})`, 'g'), '…'),
  (line) => line.replace(BASE64, hideBase64),
  (line) => line.replace(/:\/\/[^\s"'<>]+/g, hideInPath),
  // Elements of XML.
  hiding(
    new RegExp(
      `(<[\\w:.-]{0,64}(?:${NAMES})[\\w:.-]{0,64}(?:\\s[^<>]{0,400})?>(?:<!\\[CDATA\\[)?)[^<]+`,
      'gi',
    ),
    '$1…',
  ),
  // Headers.
  hidingAfter(
    new RegExp(
      `(?<outer>\\\\?["'])?[\\w-]{0,40}(?:authorization|cookie(?=\\\\?["']?\\s{0,4}(?:=>|:)))(?<closed>\\\\?["'])?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}(?<inner>\\\\?["'])?${SCHEME}`,
      'gi',
    ),
  ),
  hidingAfter(
    new RegExp(
      `(?<![\\w-])(?:-H|--header)[\\s=]{0,4}(?<outer>\\\\?["'])[\\w-]{1,64}:\\s{0,4}${SCHEME}`,
      'gi',
    ),
  ),
  hiding(new RegExp(`(?<![\\w-])((?:-H|--header)[\\s=]{0,4}[\\w-]{1,64}:)(?!//|…)${LETTERS}`, 'g'), '$1…'),
  hiding(
    new RegExp(`(?<![\\w-])(x-[\\w-]{0,60}(?:api|auth|key|sign)[\\w-]{0,60}:\\s{0,4})${VALUE}`, 'gi'),
    '$1…',
  ),
  // Variables: every one whose name begins with a capital letter, whatever it is called.
  hiding(new RegExp(`(?<![A-Za-z0-9_])([A-Z_]\\w*=)${WORD}`, 'g'), '$1…'),
  hiding(/\b(ENV\s{1,4}[A-Za-z_]\w*\s{1,4})\S.*/g, '$1…'),
  hiding(
    new RegExp(
      `((?:\\b(?:export|set|declare|local)\\s{1,4}|\\$env:|(?<![\\w-])-[DP])[A-Za-z_][\\w.-]{0,200}\\s?=\\s?)${WORD}`,
      'g',
    ),
    '$1…',
  ),
  // Options of commands.
  hidingAfter(/(?<![\w-])(?:--build-arg|--env|-e)[\s=]{1,4}(?<outer>\\?["'])[\w.-]+=/g),
  hiding(
    new RegExp(`(?<![\\w-])((?:(?:--build-arg|--env|-e)[\\s=]{1,4}|-e(?=[A-Z_]))[\\w.-]+=)${WORD}`, 'g'),
    '$1…',
  ),
  hiding(
    new RegExp(
      `(?<![\\w-])(--(?:[a-z]+-)?(?:user|username|login|pass|pwd|pw|key|creds?|auth|authkey|cert|cookie|bearer|from-literal)|-u)(["']?[\\s,=]{1,4})${VALUE}`,
      'gi',
    ),
    '$1$2…',
  ),
  // Names that say what the value is.
  hiding(new RegExp(`(${SECRET_NAMES})([\\w-]{0,64}${IS})${VALUE}`, 'gi'), '$1$2…'),
  hiding(new RegExp(`(${SHORT_NAMES})(${IS})${VALUE}`, 'gi'), '$1$2…'),
  hiding(
    new RegExp(
      `(?<![\\w-])(--?(?=[\\w-]*(?:${SECRET_NAMES}|pass(?:in|out)?\\b))[\\w-]+)(["']?[\\s,]{1,4})${VALUE}`,
      'gi',
    ),
    '$1$2…',
  ),
  hiding(new RegExp(`(bearer|${SECRET_NAMES})(\\s{1,4}["']?)(?=[^\\s"'…]{6})${LETTERS}`, 'gi'), '$1$2…'),
  // People.
  hiding(/(?<![\w.+-])[\w.+-]{1,64}@(?!sha\d|v?\d)(?=[\w-]{1,63}\.)/g, '…@'),
  hiding(/\/(home|Users)\/[^/\s"':]{1,64}/g, '/$1/…'),
  hiding(/([A-Za-z]:\\{1,2}Users\\{1,2})[^\\\s"':]{1,64}/g, '$1…'),
];

/** Options that carry a secret of these programs, and are a port, a folder and many other things elsewhere. */
const OPTIONS: readonly (readonly [programs: string, options: string])[] = [
  ['login|mysql\\w*|mariadb[\\w-]*|mongo\\w*|htpasswd|sshpass|az', '-p'],
  ['twine|poetry|oras|ncftp\\w*|rabbitmqadmin|useradd|usermod|7z\\w?|7zz', '-p'],
  ['zip|unzip|zipcloak|sqlcmd|bcp|ipmitool|mosquitto_\\w+|mqtt', '-P'],
  ['rar|unrar', '-h?p'],
  ['ldap\\w+', '-[was]'],
  ['kinit|kadmin', '-w'],
  ['redis-cli|valkey-cli|netlify', '-a'],
  ['openssl|nuget', '-[kK]'],
  ['snmp\\w+', '-[cAX]'],
  ['fly|flyctl|vercel|drone|glab', '-t'],
  ['act', '-s'],
  ['gitlab-runner', '-r'],
  ['gh\\s+secret|ssm|secretsmanager', '(?:-b|--body|--value)'],
  ['curl', '(?:-[A-Za-z]{0,10}[uUEbdF]|--data(?:-[a-z]+)?|--form(?:-string)?)'],
  ['lftp', '-u\\s*[^\\s,]*,'],
  ['signtool', '/p'],
];

/** What comes last on lines of these, or after other words of theirs. */
const WORDS_OF =
  /\b((?:(?:cargo|vault|snyk|npm)\s+(?:login|auth)|ngrok\s+(?:config\s+)?(?:add-)?authtoken|cloudflared\s+service\s+install|auth:token|activate-refresh-token|wpa_passphrase|mkpasswd|openssl\s+passwd|hash-password|htpasswd\s+-\w{0,6}b\w{0,6}|(?:add_user|change_password)|(?:redis|valkey)-cli\s(?:.{0,80}\s)?AUTH|(?:npm|yarn|pip|poetry|composer|bundle|git|aws)\s+(?:config|configure)(?=\s.{0,200}(?:auth|token|basic|passw|secret|cred|index|mirror|gems))|(?:consul|vault)\s+kv\s+put|vault\s+write|nuget\s+push|net\s+use|isql|setx)\s)\s*\S.*/i;

/** A name and a password of Oracle's. */
const ORACLE = /\b(?:sqlplus|sqlldr|rman|(?:imp|exp)(?:dp)?(?=\s+[\w$#]+\/)|jdbc:oracle)\b/i;
const ORACLE_LOGIN = /((?:^|[\s"':])[\w$#]{1,128}\/)[^\s@"'/…][^\s@"']*/g;

/** Programs that read a secret from standard input: what is printed before the last pipe is for them, and here strings. */
const ASKS =
  /stdin|--with-token|chpasswd|\bsudo\s+-S|secret\s+(?:create|set)|passphrase-fd|\blogin\b|\bkinit\b|cryptsetup|secret-tool|\.(?:netrc|pgpass|npmrc|pypirc|git-credentials|my\.cnf|pem|key)\b|\bid_(?:rsa|ed25519|ecdsa)\b/i;
const HERE_STRING = new RegExp(`(<<<\\s{0,4})${WORD}`, 'g');

function hidePrinted(line: string): string {
  const pipe = Math.max(line.lastIndexOf('|'), line.lastIndexOf('>'));
  if (pipe < 0) return line;
  const before = line.slice(0, pipe).replace(/((?:^|[^\w-])(?:echo|printf|print)\s)[\s\S]*/, '$1… ');
  return `${before}${line.slice(pipe)}`;
}

/** A name beside its value, in XML and JSON: `key="ApiKey" value="x"`, `"name":"PASSWORD","value":"x"`. */
const NAMES_SECRET = new RegExp(NAMES, 'i');
const NAMED_VALUE = new RegExp(`(\\bvalue${IS})${VALUE}`, 'gi');

/** Rules for lines that hold something else as well. */
const CONDITIONAL: readonly (readonly [RegExp, Redaction])[] = [
  [ASKS, hidePrinted],
  [ASKS, hiding(HERE_STRING, '$1…')],
  ...OPTIONS.map(([programs, options]): readonly [RegExp, Redaction] => [
    new RegExp(`(?<![\\w.-])(?:${programs})(?![\\w.-])`, 'i'),
    hiding(new RegExp(`(?<![\\w-])(${options})(["']?[\\s,=]{0,4})${VALUE}`, 'g'), '$1$2…'),
  ]),
  [ORACLE, hiding(ORACLE_LOGIN, '$1…')],
  [WORDS_OF, hiding(WORDS_OF, '$1…')],
  [NAMES_SECRET, hiding(NAMED_VALUE, '$1…')],
];

/** The line with `…` in place of every secret, user name and home folder. */
export function hideSecrets(line: string): string {
  const rules = CONDITIONAL.flatMap(([condition, rule]) => (condition.test(line) ? [rule] : []));
  return [...rules, ...RULES].reduce((text, hide) => hide(text), line);
}

/** Home folders, which carry the names of users; `/root` says nothing of a person. */
const HOMES = /(^|[^\w.])\/(?:home|Users)\/[^/\s"'():;,]{1,64}/g;

/** The text with every home folder reduced to `~`; `home` is that of this process, wherever it lies. */
export function hideHomes(text: string, home = ''): string {
  const folder = withoutEnd(home, '/');
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

/** A text as the source of a pattern that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
