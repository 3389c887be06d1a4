/** Kind 4: foreign text never speaks, wherever it comes from and wherever it is shown. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INPUT_DEFAULTS } from '../../src/inputs/inputs.ts';
import { startCacheServer } from '../support/cache-server.ts';
import { inTurn } from '../support/in-turn.ts';
import type { MadeImage } from '../support/oci-image.ts';
import { runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { startRegistry } from '../support/registry-server.ts';
import { staticProgram } from '../support/static-program.ts';
import { failedBuilds, inspected } from './support/engine.ts';
import { claim, expectSilentDoctor, expectSilentRun } from './support/foreign.ts';
import { imageOf, REPOSITORY, realEntries } from './support/image.ts';
import { type Env, type Job, openJob } from './support/job.ts';
import { expectSilent, PAYLOADS, WORST } from './support/silence.ts';

const undo: (() => unknown)[] = [];
afterEach(() => inTurn(...undo.splice(0).toReversed()));

let installed: string;
let image: MadeImage;
beforeAll(async () => {
  installed = await debianQemu();
  image = await imageOf(await realEntries('aarch64'));
});

/** A job that finds Debian's QEMU on PATH. */
async function open(env: Env = {}): Promise<Job> {
  const job = await openJob({ env });
  undo.push(job.close);
  return job;
}

const withQemu = (job: Job): Env => ({ PATH: `${job.programs}:${installed}:${job.env.PATH}` });
const payloads = Object.entries(PAYLOADS);

describe('the name of a foreign entry', () => {
  const nameOf = (payload: string) => payload.replaceAll('/', '_');

  it.each(payloads)('that is %s: main and post', async (_name, payload) => {
    const job = await open();
    claim(job, nameOf(payload), '/bin/false');
    const inputs = { platforms: 'arm64', 'qemu-from': 'host', 'on-conflict': 'replace', cleanup: 'true' };
    const main = await job.main(inputs, withQemu(job));
    expect(main.code).toBe(0);
    expect(job.entries().get(nameOf(payload))).toMatch(/^disabled\n/);
    expectSilent(main.told);
    const post = await job.post(main);
    expect([...job.entries().keys()]).toEqual([nameOf(payload)]);
    expect(job.entries().get(nameOf(payload))).toMatch(/^enabled\n/);
    expectSilent(post.told);
  });

  it.each(payloads)('that is %s: doctor and plan', async (_name, payload) => {
    const job = await open();
    claim(job, nameOf(payload), '/bin/false');
    await expectSilentDoctor(job);
    const plan = await job.cli(['plan', 'arm64', '--qemu-from', 'host'], withQemu(job));
    expectSilentRun(plan);
  });

  it('that is all of it: remove, on a terminal and in a job', async () => {
    for (const [, payload] of payloads) {
      const job = await open();
      const name = `qemu-${nameOf(payload)}`;
      claim(job, name, '/bin/false');
      expectSilent((await job.main({ mode: 'remove', platforms: 'all' })).told);
      if (job.entries().has(name)) expectSilentRun(await job.cli(['remove', 'all']));
    }
  });
});

describe('the interpreter of a foreign entry', () => {
  it.each(payloads)('whose path is %s', async (_name, payload) => {
    const job = await open();
    claim(job, 'foreign', `/nowhere/${payload.replaceAll('/', '_')}`);
    const inputs = { platforms: 'arm64', 'qemu-from': 'host', cleanup: 'true' };
    const main = await job.main(inputs, withQemu(job));
    expectSilent(main.told);
    expectSilent((await job.post(main)).told);
    await expectSilentDoctor(job);
  });

  it.each(['keep', 'repair', 'fail'])(
    'that speaks when it is started, with on-conflict: %s',
    async (policy) => {
      const job = await open();
      const path = join(job.programs, 'qemu-aarch64');
      writeFileSync(path, staticProgram(`qemu-aarch64 version ${WORST}\n${WORST}\n`), { mode: 0o755 });
      claim(job, 'qemu-aarch64', path);
      const main = await job.main(
        { platforms: 'arm64', 'qemu-from': 'host', 'on-conflict': policy },
        withQemu(job),
      );
      expectSilent(main.told);
      await expectSilentDoctor(job);
    },
  );

  it('that speaks as QEMU of the host', async () => {
    const job = await open();
    const path = join(job.programs, 'qemu-aarch64-static');
    writeFileSync(path, staticProgram(`qemu-aarch64 version 9.9.9 ${WORST}\n`), { mode: 0o755 });
    const main = await job.main({ platforms: 'arm64', 'qemu-from': 'host' });
    expect(main.code).not.toBe(0);
    expectSilent(main.told);
  });
});

describe('a registry', () => {
  async function pull(
    fault: Parameters<Awaited<ReturnType<typeof startRegistry>>['fail']>[0],
    env: Env = {},
  ): Promise<void> {
    const registry = await startRegistry(REPOSITORY, image);
    undo.push(registry.close);
    registry.fail(fault);
    const job = await open(env);
    const named = `${registry.host}/${REPOSITORY}@${image.digest}`;
    const main = await job.main({ platforms: 'arm64', image: named, 'qemu-from': 'image' });
    expect(main.code).toBe(1);
    expectSilent(main.told);
    const json = await job.cli(['setup', 'arm64', '--image', named, '--qemu-from', 'image', '--json']);
    expectSilentRun(json);
  }

  it.each(payloads)('that says %s in its error', async (_name, payload) => {
    await pull((_asked, response) => {
      response.writeHead(403);
      response.end(JSON.stringify({ errors: [{ code: payload, message: payload }] }));
      return true;
    });
  });

  it('that says it in the words of its status', async () => {
    await pull((_asked, response) => {
      response.writeHead(403, '::error::pwned ##[error]pwned');
      response.end();
      return true;
    });
  });

  it.each(['realm="%"', 'realm="http://127.0.0.1:9/%"', 'realm="http://127.0.0.1:9/",service="%",scope="%"'])(
    'that says it in its challenge (%s)',
    async (challenge) => {
      await pull((_asked, response) => {
        const words = '::error::pwned ##[error]pwned';
        response.writeHead(401, { 'www-authenticate': `Bearer ${challenge.replaceAll('%', words)}` });
        response.end();
        return true;
      });
    },
  );

  it.each([
    ['the media type', { mediaType: WORST }],
    [
      'the platforms',
      {
        schemaVersion: 2,
        manifests: [
          {
            mediaType: 'x',
            digest: `sha256:${'1'.repeat(64)}`,
            size: 1,
            platform: { os: WORST, architecture: WORST, variant: WORST },
          },
        ],
      },
    ],
    [
      'a digest',
      {
        schemaVersion: 2,
        manifests: [
          { mediaType: 'x', digest: WORST, size: 1, platform: { os: 'linux', architecture: 'amd64' } },
        ],
      },
    ],
    ['no JSON', WORST],
  ])('whose index holds it as %s', async (_name, value) => {
    const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const made = {
      ...image,
      contents: new Map([[image.digest, { bytes, mediaType: 'application/vnd.oci.image.index.v1+json' }]]),
    };
    const registry = await startRegistry(REPOSITORY, made);
    undo.push(registry.close);
    // By tag, since no digest fits it.
    registry.fail(({ path }, response) => {
      if (!path.endsWith('/latest')) return false;
      response.writeHead(200, { 'content-type': 'application/vnd.oci.image.index.v1+json' });
      response.end(bytes);
      return true;
    });
    const job = await open();
    const named = `${registry.host}/${REPOSITORY}:latest`;
    const main = await job.main({ platforms: 'arm64', image: named, 'qemu-from': 'image' });
    expect(main.code).toBe(1);
    expectSilent(main.told);
    const plan = await job.main({ mode: 'plan', 'matrix-from': named, 'qemu-from': 'host' });
    expectSilent(plan.told);
    expectSilent([...plan.outputs.values()].join('\n'));
  });

  it('whose login helper is named so', async () => {
    const registry = await startRegistry(REPOSITORY, image);
    undo.push(registry.close);
    registry.fail((_asked, response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' });
      response.end();
      return true;
    });
    const job = await open();
    mkdirSync(join(job.home, '.docker'));
    writeFileSync(join(job.home, '.docker/config.json'), JSON.stringify({ credsStore: WORST }));
    const main = await job.main({
      platforms: 'arm64',
      image: `${registry.host}/${REPOSITORY}@${image.digest}`,
      'qemu-from': 'image',
    });
    expectSilent(main.told);
  });
});

describe('an input', () => {
  it.each(Object.keys(INPUT_DEFAULTS))('%s that holds it', async (name) => {
    const job = await open();
    for (const payload of [WORST, 'x\n::error::pwned ##[error]pwned', 'x\u202epwned\u200b']) {
      const main = await job.main({ platforms: 'arm64', 'qemu-from': 'host', [name]: payload });
      expectSilent(main.told);
      expect(main.log.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['a mode', ['\n::error::pwned##[error]\u001b[31m']],
    ['a platform', ['setup', 'x\n::error::pwned##[error]\u202e']],
    ['an option', ['setup', '--x\n::error::pwned##[error]\u001b[31m']],
    ['a value', ['setup', '--scope', 'x\n::error::pwned##[error]\u001b[31m']],
    ['a log', ['doctor', '--log', '/nowhere/x\n::error::pwned##[error]\u001b[31m']],
    ['a run', ['remove', '--run', 'x\n::error::pwned##[error]\u001b[31m']],
  ])('of a terminal that holds it as %s', async (_name, args) => {
    const job = await open();
    expectSilentRun(await job.cli(args));
    expectSilentRun(await job.cli([...args, '--json']));
  });
});

describe('the environment', () => {
  it.each([
    'GITHUB_ACTION_REF',
    'GITHUB_ACTION_REPOSITORY',
    'GITHUB_SERVER_URL',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'REGISTRY_AUTH_FILE',
    'QEMU_CPU',
    'QEMU_VERSION',
    'XDG_RUNTIME_DIR',
    'HTTPS_PROXY',
    'ACTIONS_RESULTS_URL',
    'QEMU_\n::error::pwned ##[error]\u001b[31m',
  ])('whose variable %j holds it', async (name) => {
    const job = await open({ [name]: WORST });
    const main = await job.main({ platforms: 'arm64', 'qemu-from': 'host' }, withQemu(job));
    expectSilent(main.told);
    expectSilent((await job.post(main)).told);
    await expectSilentDoctor(job, ['--network', '--image', '127.0.0.1:9/a/b']);
  });

  it.each(['RUNNER_TOOL_CACHE', 'RUNNER_TEMP', 'TMPDIR', 'HOME'])(
    'whose folder %s is named so',
    async (name) => {
      const job = await open();
      const path = join(job.home, `x ##[error]pwned\u001b[31m\n::error::pwned\u202e\u200b`);
      mkdirSync(path);
      const env = { ...withQemu(job), [name]: path };
      const main = await job.main({ platforms: 'arm64', 'qemu-from': 'host' }, env);
      expectSilent(main.told);
      expectSilent((await job.post(main, { [name]: path })).told);
      await expectSilentDoctor(job, [], { [name]: path });
    },
  );

  it.each(payloads)('whose apt says %s', async (_name, payload) => {
    const job = await open();
    writeFileSync(join(job.folder, 'said'), payload);
    job.program('apt-get', `cat ${join(job.folder, 'said')} >&2; exit 100`);
    const main = await job.main({ platforms: 'arm64', 'qemu-from': 'apt' });
    expect(main.code).toBe(1);
    expectSilent(main.told);
  });

  it('whose apt offers a package of such a name and version', async () => {
    const job = await open();
    const words = WORST.replaceAll("'", '').replaceAll('\n', ' ');
    writeFileSync(
      join(job.folder, 'said'),
      `'http://127.0.0.1:9/pool/${words}.deb' qemu-user-static_1%3a${words}_amd64.deb 5 SHA256:${'0'.repeat(64)}\n`,
    );
    job.program(
      'apt-get',
      `case "$*" in *--print-uris*) cat ${join(job.folder, 'said')} ;; *) cat ${join(job.folder, 'said')} >&2; exit 100 ;; esac`,
    );
    const main = await job.main({ platforms: 'arm64', 'qemu-from': 'apt' });
    expect(main.code).toBe(1);
    expectSilent(main.told);
  });

  it('whose Docker client answers so', async () => {
    const job = await open();
    const said = join(job.folder, 'said');
    writeFileSync(
      said,
      JSON.stringify({
        ServerVersion: WORST,
        Name: WORST,
        Driver: WORST,
        OperatingSystem: WORST,
        SecurityOptions: [WORST],
        Runtimes: { [WORST]: {} },
        Architecture: WORST,
      }),
    );
    job.program(
      'docker',
      `case "$*" in *buildx*version*) echo 'github.com/docker/buildx v0.29.1' ;; *) cat ${said} ;; esac`,
    );
    await expectSilentDoctor(job);
    writeFileSync(said, WORST);
    job.program('docker', `cat ${said}; cat ${said} >&2; exit 1`);
    await expectSilentDoctor(job);
  });

  it.each(['$(pwned)', ';pwned', ' --image pwned', "$&$'$`pwned", '\npwned'])(
    'whose engine says that a build was for linux/arm64%j gives no command of it',
    async (more) => {
      const job = await open();
      const log = '#7 0.1 exec /bin/sh: exec format error\n';
      failedBuilds(job, inspected({}, { Platform: [`linux/arm64${more}`] }), log, 0);
      const { stdout } = await job.cli(['doctor', '--log', 'engine', '--json']);
      const commands = stdout.match(/"commands": ?\[[\s\S]*?\]/g)?.join() ?? '';
      expect(commands).toContain(' setup');
      expect(commands).not.toMatch(/pwned|\$&/);
      const main = await job.main({ mode: 'doctor', log: 'engine' });
      const offered = main.summary.match(/^```[\s\S]*?^```/gm)?.join() ?? '';
      expect(offered).not.toBe('');
      expect(offered).not.toContain('pwned');
    },
  );

  it('whose kernel has a release of such a name', async () => {
    const job = await open();
    const patch = join(job.folder, 'uname.mjs');
    writeFileSync(
      patch,
      `import os from 'node:os';\nimport { syncBuiltinESMExports } from 'node:module';\nos.release = () => ${JSON.stringify(`6.8.0-${WORST}`)};\nsyncBuiltinESMExports();\n`,
    );
    const env = { ...withQemu(job), NODE_OPTIONS: `--import=${patch}` };
    expectSilent((await job.main({ platforms: 'arm64', 'qemu-from': 'host' }, env)).told);
    await expectSilentDoctor(job, [], { NODE_OPTIONS: `--import=${patch}` });
  });

  it.each(['/proc/cpuinfo', '/proc/cmdline', '/etc/os-release', '/proc/filesystems'])(
    'whose %s holds it',
    async (path) => {
      const job = await open();
      const file = join(job.folder, 'text');
      writeFileSync(file, `flags : ${WORST}\nmodule_blacklist=binfmt_misc,${WORST}\n`);
      const bound = await runProgram(
        [...job.table.enter, 'sh', '-c', 'mount --bind "$1" "$2"', 'sh', file, path],
        { env: job.env },
      );
      expect(bound).toMatchObject({ code: 0 });
      expectSilent((await job.main({ platforms: 'arm64', 'qemu-from': 'host' }, withQemu(job))).told);
      await expectSilentDoctor(job);
    },
  );

  it('with a mount and with rules of systemd of such names', async () => {
    const job = await open();
    const name = 'x ##[error]pwned\u001b[31m\n::error::pwned\u202e\u200b';
    const where = join(job.folder, name);
    mkdirSync(where);
    const script =
      'mount -t tmpfs "$1" "$2" && mkdir -p /run/binfmt.d /run/systemd/system && printf ":%s:M::x::/bin/false:\\n" "$1" > "/run/binfmt.d/$1.conf" && printf "%s" "$1" > /run/systemd/container';
    const made = await runProgram([...job.table.enter, 'sh', '-c', script, 'sh', name, where], {
      env: job.env,
    });
    expect(made).toMatchObject({ code: 0 });
    expectSilent(
      (
        await job.main(
          { platforms: 'arm64', 'qemu-from': 'host' },
          { ...withQemu(job), RUNNER_TOOL_CACHE: where },
        )
      ).told,
    );
    await expectSilentDoctor(job);
  });
});

describe('the Actions cache', () => {
  const reply =
    (value: unknown, code = 200) =>
    (asked: { readonly method: string }, response: ServerResponse) => {
      if (!asked.method.startsWith('GetCache') && !asked.method.startsWith('Create')) return false;
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
      return true;
    };
  for (const [what, fault] of [
    [
      'the key that it has',
      (payload: string) =>
        reply({
          ok: true,
          signed_download_url: 'http://127.0.0.1:9/x',
          matched_key: `setup-binfmt-v1-${payload}`,
        }),
    ],
    ['its error', (payload: string) => reply({ code: payload, msg: payload }, 403)],
    ['its refusal', (payload: string) => reply({ ok: false, message: payload })],
    [
      'the address of its archive',
      (payload: string) =>
        reply({ ok: true, signed_download_url: `http://127.0.0.1:9/${payload}`, matched_key: 'x' }),
    ],
  ] as const) {
    it.each(payloads.filter(([name]) => /own|stops|old|colour|return/.test(name)))(
      `that says %s in ${what}`,
      async (_name, payload) => {
        const cache = await startCacheServer();
        const registry = await startRegistry(REPOSITORY, image);
        undo.push(cache.close, registry.close);
        cache.fail(fault(payload));
        const job = await open(cache.env);
        const main = await job.main({
          platforms: 'arm64',
          image: `${registry.host}/${REPOSITORY}@${image.digest}`,
          'qemu-from': 'image',
        });
        expect(main.code).toBe(0);
        expectSilent(main.told);
        expectSilent((await job.post(main)).told);
      },
    );
  }
});

describe('the door for output', () => {
  const root = fileURLToPath(new URL('../../src', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  /** Ways to standard output and standard error: by stream (but for asking what it is), number, console and toolkit. */
  const WAYS = [
    /process\s*\.\s*(?:stdout|stderr)\b(?!\s*\.\s*isTTY)/,
    /\{[^}]*\b(?:stdout|stderr)\b[^}]*\}\s*=\s*process\b/,
    /\bconsole\s*\./,
    /writeSync\(\s*[12]\b/,
    /writeFileSync\(\s*(?:[12]\b|['"]\/(?:dev\/std|proc\/self\/fd))/,
    // All of it but its readers: also what writes to a file of the runner's prints where there is none.
    /import (?!\{ (?:getInput|getState)(?:, (?:getInput|getState))* \})[^;]*from '@actions\/core'/,
    /import\('@actions\/core'\)/,
  ];

  const writes = (text: string) => WAYS.some((way) => way.test(text));

  it('is the only file that writes, besides the answer of the program of root', () => {
    const found = files.filter((name) => writes(readFileSync(join(root, name), 'utf8')));
    expect(found.filter((name) => name !== 'main/privileged.ts')).toHaveLength(1);
  });
});
