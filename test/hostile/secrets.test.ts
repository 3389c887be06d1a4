import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_LIMIT } from '../../src/doctor/log/lines.ts';
import { hideSecrets } from '../../src/text/redact.ts';
import { readLog } from '../support/logs.ts';

/** How secrets stand in a log; `@` is the secret. */
const PLACES = [
  'NPM_TOKEN=@',
  'A_B=@',
  'X="@ @"',
  "X='@ @'",
  'docker login -u bob -p @',
  'docker login -u @ --password-stdin',
  'login --password @',
  '--password=@',
  'Authorization: Basic @',
  'authorization: bearer @',
  'token: @',
  'my_password = "@"',
  '"secret": "@"',
  '--build-arg key=@',
  'https://bob:@(at)host/x',
  'https://host/x?key=@',
  'npm_@',
  'ghp_@',
  'glpat-@',
  'xoxb-@',
  '/home/@/x',
  '@(at)example.org',
  '<password>@</password>',
  '<a:db-token type="x"><![CDATA[@]]></a:db-token>',
  '<add key="ApiKey" value="@"/>',
  '<add value="@" key="x.password"/>',
  '{"name":"DB_PASSWORD","value":"@"}',
  ':password => "@"',
  '"api_key"=>"@"',
  'secret := "@"',
  'db_pw=@',
  '--pw @',
  'echo @ | docker login --password-stdin',
  "printf '%s|' '@' | docker login -u x --password-stdin y",
  'docker login --password-stdin <<< "@ @"',
  'echo @ | gh auth login --with-token',
  'echo x:@ | chpasswd',
  'https://hooks.slack.com/services/T0000/B0000/@',
  'https://discord.com/api/webhooks/123456/@',
  'https://x.webhook.office.com/webhookb2/@/IncomingWebhook/@',
  'https://api.telegram.org/bot123456:@/sendMessage',
  'https://maker.example/trigger/x/with/key/@',
];

const secret = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{14,40}$/);
const words = fc.array(
  fc.constantFrom('exec format error', 'linux/arm64', 'RUN', '&&', '"', "'", 'a', ':', '=', '-p', '#12'),
  { maxLength: 6 },
);

describe('secrets in a log', () => {
  it('do not reach the evidence, whatever is around them', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...PLACES), words, words, (hidden, place, before, after) => {
        const text = place.replaceAll('@', hidden).replaceAll('(at)', '@');
        const line = ['exec format error', ...before, text, ...after].join(' ');
        expect(JSON.stringify(readLog(line))).not.toContain(hidden);
      }),
      { numRuns: 4000 },
    );
  });

  it.each([
    ...PLACES.map((place) => place.replaceAll('(at)', '@')),
    ...[
      'A=',
      'A="',
      `A='`,
      'A=x"y',
      '_',
      'A',
      '--',
      '-',
      '-u ',
      '-p',
      'login -p',
      '://',
      '://a:',
      '@',
      'a@',
      'eyJ',
    ],
    ...[
      'token',
      'token ',
      'token: "',
      'secret=',
      'Authorization:',
      'cookie: ',
      'ENV A ',
      'ghp_',
      '\\"',
      '"',
      "'",
    ],
    ...[
      '<token',
      '<a ',
      '<token>',
      'value=',
      'key="token" value=',
      'echo stdin ',
      'echo |',
      '<<<',
      '://hook',
      '://a/',
    ],
    ...['/key/', '://a/key/', 'pw', '=>', 'token=>', 'stdin <<<"'],
    ...['--build-arg a=', '-e a=', '--a-token', 'C:\\Users\\', '-----BEGIN ', 'auth: ', 'bearer '],
  ])('are looked for in bounded time among many %j', (unit) => {
    for (const tail of ['', ' ', '@', '"', '=', '!']) {
      const line = unit.repeat(Math.ceil(LINE_LIMIT / unit.length)).slice(0, LINE_LIMIT - 1) + tail;
      expect(hideSecrets(line).length).toBeLessThanOrEqual(2 * LINE_LIMIT);
    }
  });
});
