/** Kind 4, what is quoted: logs of builds, summaries, and the secrets in either. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../support/in-turn.ts';
import type { MadeImage } from '../support/oci-image.ts';
import { startRegistry } from '../support/registry-server.ts';
import { claim, expectSilentDoctor } from './support/foreign.ts';
import { imageOf, REPOSITORY, realEntries } from './support/image.ts';
import { type Job, openJob } from './support/job.ts';
import { brought, MARKUP } from './support/markdown.ts';
import { expectSilent, PAYLOADS } from './support/silence.ts';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let image: MadeImage;
beforeAll(async () => {
  image = await imageOf(await realEntries('aarch64'));
});

async function open(): Promise<Job> {
  const job = await openJob();
  undo.push(job.close);
  return job;
}

describe('a build log', () => {
  it.each(Object.entries(PAYLOADS))('that holds %s', async (_name, payload) => {
    const job = await open();
    const log = join(job.folder, 'build.log');
    const quoted = payload.replaceAll('\n', ' ').replaceAll('\r', ' ');
    writeFileSync(
      log,
      `#7 [linux/arm64 2/3] RUN x\n#7 0.1 exec /bin/sh: exec format error ${quoted}\n${payload} exec format error\n`,
    );
    await expectSilentDoctor(job, ['--log', log]);
    expectSilent((await job.main({ mode: 'doctor', log })).told);
  });
});

describe('a checkout whose links lead to what only this user may read', () => {
  it.each<[string, string, string]>([
    ['**/*.log', 'a.log', 'secrets/key'],
    ['*.log', 'a.log', 'secrets/key'],
    ['*/key', 'led', 'secrets'],
    ['**/led/key', 'led', 'secrets'],
    ['led/../**/*.log', 'sub/a.log', 'secrets/key'],
  ])('is told nothing of it by %s (%s → %s)', async (pattern, link, to) => {
    const job = await open();
    const checkout = join(job.home, 'work');
    for (const folder of [join(checkout, 'sub'), join(job.home, 'secrets')])
      mkdirSync(folder, { recursive: true });
    if (pattern.startsWith('led')) mkdirSync(join(checkout, 'led'));
    writeFileSync(join(job.home, 'secrets/key'), 'of-this-user exec /bin/sh: exec format error\n');
    writeFileSync(join(checkout, 'own.log'), 'own exec /bin/sh: exec format error\n');
    symlinkSync(join(job.home, to), join(checkout, link));
    const log = join(checkout, pattern);
    const main = await job.main({ mode: 'doctor', log });
    expect(main.told).not.toContain('of-this-user');
    expect(main.told).toMatch(/1 file was not read, to which links lead out of the folder/);
    // Whoever writes it out means it.
    const named = await job.main({ mode: 'doctor', log: join(job.home, 'secrets/key') });
    expect(named.told).toContain('of-this-user');
  });
});

describe('the summary', () => {
  const few = Object.entries(MARKUP).filter(([name]) =>
    /through$|name that|formula$|bare address$|a link$|image|element$|cell|code/.test(name),
  );

  it.each(few)('shows %s in an error of a registry as text', async (_name, markup) => {
    const registry = await startRegistry(REPOSITORY, image);
    undo.push(registry.close);
    registry.fail((_asked, response) => {
      response.writeHead(403);
      response.end(JSON.stringify({ errors: [{ code: 'X', message: markup }] }));
      return true;
    });
    const job = await open();
    const main = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image',
    });
    expect(main.summary).toContain('pwned');
    expect(brought(main.summary)).toEqual([]);
  });

  it.each(Object.entries(MARKUP))('shows %s in a line of a log as text', async (_name, markup) => {
    const job = await open();
    const log = join(job.folder, 'build.log');
    writeFileSync(log, `#7 0.1 exec /bin/sh: exec format error ${markup}\n`);
    const main = await job.main({ mode: 'doctor', log });
    expect(main.summary).toContain('exec format error');
    expect(brought(main.summary)).toEqual([]);
  });

  it.each(few)('shows %s in the name of an entry as text', async (_name, markup) => {
    const job = await open();
    claim(job, markup.replaceAll('/', '_'), '/bin/false');
    const doctor = await job.main({ mode: 'doctor' });
    expect(doctor.summary).toContain('pwned');
    expect(brought(doctor.summary)).toEqual([]);
  });
});

describe('secrets in a quoted log', () => {
  const secret = 'Xq7Jw2Lr9Tz4Kb1V';
  it.each([
    '<password>@</password>',
    '<server><username>bob</username><password>@</password></server>',
    '<add key="ApiKey" value="@"/>',
    '<property name="db.password" value="@"/>',
    '<token type="x">@</token>',
    ':password => "@"',
    "'token' => '@'",
    '"api_key"=>"@"',
    ':secret=>@',
    'echo @ | docker login --username bob --password-stdin',
    'echo "@" | docker login -u bob --password-stdin registry.example',
    "printf '%s' '@' | docker login --password-stdin",
    'docker login -u bob --password-stdin <<< @',
    'echo @ | podman login --password-stdin',
    'echo @ | helm registry login --password-stdin x',
    'https://hooks.slack.com/services/T0000/B0000/@',
    'https://discord.com/api/webhooks/123456/@',
    'https://x.webhook.office.com/webhookb2/@/IncomingWebhook/a',
    'https://chat.googleapis.com/v1/spaces/a/messages/webhook/@',
    'https://api.telegram.org/bot123456:@/sendMessage',
    'pw=@',
    'pw: @',
    'db_pw=@',
    '--pw @',
    'machine x login bob password @',
    'X-Api-Key: @',
    'ldapsearch -x -w @ -b dc=x',
    'redis-cli -h x -a @ PING',
    'mysqldump -p@ db',
    'curl -sSfu bob:@ https://x.example',
    'curl -H "X-JFrog-Art-Api:@" https://x.example',
    'AKCp8@@@@',
    'ATATT3x@@=ABCD',
    'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MaXCvU2l8Fw+@',
    'vault login @',
    'skopeo copy --src-creds bob:@ docker://x dir:y',
    'openssl enc -aes256 -k @ -in x',
    'htpasswd -bc users bob @',
    'some_@@',
  ])('%j are not shown', async (place) => {
    const job = await open();
    const log = join(job.folder, 'build.log');
    writeFileSync(log, `#7 0.1 exec /bin/sh: exec format error ${place.replaceAll('@', secret)}\n`);
    const text = await job.cli(['doctor', '--log', log]);
    const json = await job.cli(['doctor', '--log', log, '--json']);
    expect(json.stdout).toContain('exec format error');
    expect(text.stdout + text.stderr + json.stdout + json.stderr).not.toContain(secret);
  });
});
