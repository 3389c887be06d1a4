/** The doctor before real states of a real table: each is found, its remedy carried out, and then it is gone. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/doctor/checks/index.ts';
import { buildProgram } from '../../src/platform/elf.ts';
import { nativeArchitecture } from '../../src/platform/platforms.ts';
import { buildProbe } from '../../src/probe/programs.ts';
import type { Report } from '../../src/report/report.ts';
import { built, fromLib, reportOf, runProgram } from '../support/program.ts';
import { debianQemu } from '../support/qemu.ts';
import { copyProgram, type Lab, noLab, openLab, target } from '../support/setup-lab.ts';

const TABLE = '/proc/sys/fs/binfmt_misc';
const TAKEN = 'the machine’s own table is mounted, and seen in every namespace';
const able = noLab() === undefined;
const native = nativeArchitecture(process.arch, 'little');

/** What a state is given to make itself. */
interface Making {
  readonly lab: Lab;
  /** A current QEMU of this architecture, as a file of its own. */
  readonly qemu: (arch: string, name?: string) => string;
  /** Runs a shell command inside; throws when it fails. */
  readonly sh: (script: string) => Promise<string>;
}

interface State {
  readonly id: string;
  readonly what: string;
  readonly severity: Finding['severity'];
  readonly make: (making: Making) => void | Promise<void>;
  /** Arguments of the doctor. */
  readonly args?: readonly string[];
  /** The environment in which the doctor runs. */
  readonly env?: (lab: Lab) => Readonly<Record<string, string>>;
  /** What to do in place of the remedy's commands; `none` when the state cannot be mended from inside. */
  /** Nothing may be mounted at the table's place, not even the machine's own table beneath. */
  readonly alone?: true;
  readonly mend?: 'none' | ((making: Making) => unknown);
}

/** A native program with this machine code. */
const crafted = (code: string): Uint8Array => {
  return buildProgram(target(native ?? '').elf, code);
};
/** An instruction that is none, and a program that sleeps for ever: pause(2), or ppoll(2) where there is none. */
const [CRASH, HANG] =
  native === 'arm64'
    ? ['000020d4', '000080d2010080d2020080d2030080d2280980d2010000d4faffff17']
    : ['0f0b', 'b8220000000f05ebf7'];

/** Where probes may be put: the home of a lab is its folder. */
const temporaryFolders = ({ work }: Lab): readonly string[] => ['/tmp', '/var/tmp', `${work}/tmp`, work];

function file(lab: Lab, name: string, bytes: Uint8Array | string): string {
  const path = join(lab.work, name);
  writeFileSync(path, bytes, { mode: 0o755 });
  return path;
}

const STATES: readonly State[] = [
  { id: 'SB011', what: 'nothing is registered', severity: 'error', make: () => undefined },
  {
    id: 'SB006',
    what: 'the table is switched off',
    severity: 'error',
    make: ({ sh }) => void sh(`echo 0 > ${TABLE}/status`),
  },
  {
    id: 'SB007',
    what: 'the table is mounted read-only',
    severity: 'error',
    make: async ({ sh }) => void (await sh(`mount -o remount,ro ${TABLE}`)),
  },
  {
    id: 'SB009',
    what: 'the table is not mounted',
    alone: true,
    severity: 'error',
    make: () => undefined,
  },
  {
    id: 'SB014',
    what: 'the table is mounted in another place',
    alone: true,
    severity: 'warning',
    make: async ({ lab, sh }) => {
      mkdirSync(join(lab.work, 'elsewhere'));
      await sh(`mount -t binfmt_misc none ${lab.work}/elsewhere`);
    },
  },
  {
    id: 'SB005',
    what: '/proc/sys is covered',
    severity: 'error',
    make: async ({ sh }) => void (await sh('mount -t tmpfs none /proc/sys')),
    mend: ({ sh }) => sh('umount /proc/sys'),
  },
  {
    id: 'SB020',
    what: 'an entry has no F flag',
    severity: 'error',
    make: ({ lab, qemu }) =>
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('arm64'), flags: 'OC' }),
  },
  {
    id: 'SB021',
    what: 'the interpreter is gone',
    severity: 'error',
    make: ({ lab, qemu }) => {
      const interpreter = qemu('arm64');
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter, flags: 'OC' });
      rmSync(interpreter);
    },
  },
  {
    id: 'SB021',
    what: 'the interpreter is gone, and the kernel holds it',
    severity: 'info',
    make: ({ lab, qemu }) => {
      const interpreter = qemu('arm64');
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter, flags: 'POCF' });
      rmSync(interpreter);
    },
  },
  {
    id: 'SB022',
    what: 'the interpreter is dynamic',
    severity: 'error',
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: copyProgram('/bin/true', join(lab.work, 'dyn')),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB023',
    what: 'the interpreter is of another architecture',
    severity: 'error',
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: file(lab, 'foreign', buildProbe(target('s390x'))),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB024',
    what: 'the interpreter is a script',
    severity: 'error',
    make: ({ lab, qemu }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: file(lab, 'script', `#!/bin/sh\nexec ${qemu('arm64')} "$@"\n`),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB024',
    what: 'the interpreter is no program',
    severity: 'error',
    make: ({ lab }) =>
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: file(lab, 'junk', 'junk\n'), flags: 'OCF' }),
  },
  {
    id: 'SB027',
    what: 'the entry is switched off',
    severity: 'error',
    make: async ({ lab, qemu, sh }) => {
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('arm64'), flags: 'POCF' });
      await sh(`echo 0 > ${TABLE}/qemu-aarch64`);
    },
  },
  {
    id: 'SB028',
    what: 'a newer entry with another mask fails',
    severity: 'warning',
    make: ({ lab, qemu }) => {
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('arm64'), flags: 'POCF' });
      const { magic } = target('arm64');
      const bytes = magic.replace(/../g, '\\x$&');
      lab.table.register(`:newer:M::${bytes}::${file(lab, 'crash', crafted(CRASH))}:F`);
    },
  },
  {
    id: 'SB029',
    what: 'the same magic is registered twice',
    severity: 'info',
    make: ({ lab, qemu }) => {
      for (const name of ['first', 'second'])
        lab.claim('arm64', { name, interpreter: qemu('arm64', name), flags: 'POCF' });
    },
  },
  {
    id: 'SB032',
    what: 'an entry has no C flag',
    severity: 'info',
    make: ({ lab, qemu }) =>
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('arm64'), flags: 'POF' }),
  },
  {
    id: 'SB035',
    what: 'an entry has no P flag',
    severity: 'info',
    make: ({ lab, qemu }) =>
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('arm64'), flags: 'OCF' }),
  },
  {
    id: 'SB033',
    what: 'the handler counts one argument more',
    severity: 'error',
    // The probe of the host itself, as a handler: it prints the marker and ends with its own count.
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: file(lab, 'counter', buildProbe(target(native ?? ''))),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB034',
    what: 'the handler crashes',
    severity: 'error',
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: file(lab, 'crash', crafted(CRASH)),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB034',
    what: 'the handler hangs',
    severity: 'error',
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'qemu-aarch64',
        interpreter: file(lab, 'hang', crafted(HANG)),
        flags: 'OCF',
      }),
  },
  {
    id: 'SB034',
    what: 'the handler emulates something else',
    severity: 'error',
    make: ({ lab, qemu }) =>
      lab.claim('arm64', { name: 'qemu-aarch64', interpreter: qemu('s390x'), flags: 'OCF' }),
  },
  {
    id: 'SB038',
    what: 'binfmt-support is installed',
    severity: 'info',
    make: ({ lab }) => void file(lab, 'bin/update-binfmts', '#!/bin/sh\n'),
    mend: ({ lab }) => rmSync(join(lab.work, 'bin/update-binfmts')),
  },
  {
    id: 'SB039',
    what: 'a handler is no QEMU',
    severity: 'info',
    make: ({ lab }) =>
      lab.claim('arm64', {
        name: 'other',
        interpreter: file(lab, 'translator', buildProbe(target(native ?? ''))),
        flags: 'OCF',
      }),
    mend: ({ sh }) => sh(`echo -1 > ${TABLE}/other`),
  },
  {
    id: 'SB044',
    what: 'QEMU_VERSION is exported',
    severity: 'warning',
    make: () => undefined,
    env: () => ({ QEMU_VERSION: '9.2' }),
  },
  {
    id: 'SB060',
    what: 'the temporary folder is noexec',
    severity: 'info',
    make: async ({ lab, sh }) => void (await sh(`mount -t tmpfs -o noexec none ${lab.work}/tmp`)),
    mend: ({ lab, sh }) => sh(`umount ${lab.work}/tmp`),
  },
  {
    id: 'SB061',
    what: 'every temporary folder is noexec',
    severity: 'error',
    make: async ({ lab, sh }) => {
      // This checkout stays executable, wherever it lies.
      const here = join(import.meta.dirname, '../..');
      await sh(`mount --bind ${here} ${here}`);
      for (const folder of temporaryFolders(lab))
        await sh(`mount --rbind ${folder} ${folder} && mount -o remount,bind,noexec ${folder}`);
    },
    mend: async ({ lab, sh }) => {
      for (const folder of temporaryFolders(lab).toReversed()) await sh(`umount -l ${folder}`);
    },
  },
  {
    id: 'SB063',
    what: 'the temporary folder is nearly full',
    severity: 'warning',
    make: async ({ lab, sh }) => void (await sh(`mount -t tmpfs -o size=1m none ${lab.work}/tmp`)),
    mend: ({ lab, sh }) => sh(`umount ${lab.work}/tmp`),
  },
  {
    id: 'SB052',
    what: 'DOCKER_HOST is another machine',
    severity: 'warning',
    make: ({ lab }) => void file(lab, 'bin/docker', '#!/bin/sh\nexit 1\n'),
    env: () => ({ DOCKER_HOST: 'tcp://192.0.2.1:2375' }),
    mend: 'none',
  },
  {
    id: 'SB056',
    what: 'no engine listens',
    severity: 'info',
    make: ({ lab }) => void file(lab, 'bin/docker', '#!/bin/sh\nexit 1\n'),
    mend: 'none',
  },
  {
    id: 'SB097',
    what: 'a job with docker/setup-qemu-action beside this one',
    severity: 'warning',
    make: ({ lab }) => {
      mkdirSync(join(lab.work, '.github/workflows'), { recursive: true });
      file(
        lab,
        '.github/workflows/ci.yml',
        `jobs:
  other:
    steps:
      - uses: docker/setup-qemu-action@v4
  build: # the one
    steps:
      - name: QEMU
        uses: "docker/setup-qemu-action@v4"
      - uses: org/setup-binfmt@v1
`,
      );
    },
    env: (lab) => ({
      GITHUB_WORKSPACE: lab.work,
      GITHUB_WORKFLOW_REF: 'octo-org/app/.github/workflows/ci.yml@refs/heads/main',
      GITHUB_JOB: 'build',
    }),
    mend: 'none',
  },
  {
    id: 'SB064',
    what: 'a proxy is set',
    severity: 'info',
    make: () => undefined,
    args: ['--network', '--image', 'localhost:1/binfmt:latest'],
    env: () => ({ https_proxy: 'http://secret@proxy.invalid:3128' }),
    mend: 'none',
  },
  {
    id: 'SB065',
    what: 'the registry is not there',
    severity: 'warning',
    make: () => undefined,
    args: ['--network', '--image', 'localhost:1/binfmt:latest'],
    mend: 'none',
  },
];

describe.skipIf(!able)('the doctor', () => {
  let folder: string;
  let lab: Lab | undefined;
  beforeAll(async () => {
    folder = await debianQemu('sid');
  });
  afterEach(async () => {
    await lab?.close();
    lab = undefined;
  });

  async function open(): Promise<{ making: Making; doctor: (state?: Partial<State>) => Promise<Report> }> {
    const opened = await openLab(folder);
    lab = opened;
    mkdirSync(join(opened.work, 'bin'));
    // Root of a namespace needs no sudo; the remedies have one.
    file(opened, 'bin/sudo', '#!/bin/sh\nexec "$@"\n');
    const PATH = `${opened.work}/bin:${opened.env.PATH}`;
    const sh: Making['sh'] = async (script) => {
      const { code, stdout, stderr } = await opened.run(['sh', '-c', script], { PATH });
      if (code !== 0) throw new Error(`${script}: ${code}, ${stderr}`);
      return stdout;
    };
    const qemu: Making['qemu'] = (arch, name = `qemu-${target(arch).qemu}-static`) =>
      copyProgram(join(folder, `qemu-${target(arch).qemu}-static`), join(opened.work, 'qemu', name));
    const doctor = async ({ args = [], env }: Partial<State> = {}) =>
      reportOf(
        await opened.run([process.execPath, built('cli.js'), 'doctor', 'linux/arm64', ...args, '--json'], {
          PATH,
          ...env?.(opened),
        }),
      );
    return { making: { lab: opened, sh, qemu }, doctor };
  }

  /** The commands as a person would type them; the program's own are run from this build, with what this machine has as QEMU. */
  const typed = (commands: readonly string[]) =>
    commands
      .map((command) =>
        command.startsWith(`node ${built('cli.js')} setup`)
          ? `${command.replace('node', process.execPath).replace(/ --qemu-from image$/, '')} --qemu-from host`
          : command,
      )
      .join('\n');

  it.for(STATES)('$id: $what', { timeout: 120_000 }, async (state, { skip }) => {
    const { id } = state;
    const { making, doctor } = await open();
    if (state.alone === true) skip((await making.sh(`umount ${TABLE}; ls ${TABLE}`)) !== '', TAKEN);
    await state.make(making);
    const before = await doctor(state);
    const found = before.findings.filter((finding) => finding.id === id);
    expect(found, JSON.stringify(before.findings, null, 1)).toMatchObject([{ severity: state.severity }]);
    expect(before.exitCode).toBe(before.findings.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect(JSON.stringify(before)).not.toMatch(/secret|192\.0\.2\.1|"failed"/);
    if (state.mend === 'none') return;
    if (state.mend !== undefined) await state.mend(making);
    else if (state.env === undefined) await making.sh(typed(found.flatMap(({ commands }) => commands)));
    const { env: _env, ...without } = state;
    const after = await doctor(without);
    expect(after.findings.filter((finding) => finding.id === id)).toEqual([]);
  });

  it('finds no fault in a fresh setup with a current QEMU', async () => {
    const { making, doctor } = await open();
    const setup = await making.lab.cli('setup', 'arm64', 'riscv64', 's390x', 'ppc64le', 'arm');
    expect(setup.code, setup.stderr).toBe(0);
    for (const args of [[], ['riscv64', 's390x', 'ppc64le', 'arm']]) {
      const report = await doctor({ args });
      expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(report.checks?.filter(({ state }) => state === 'failed')).toEqual([]);
      expect(report).toMatchObject({ healthy: true, exitCode: 0 });
    }
    const all = await making.lab.run([process.execPath, built('cli.js'), 'doctor']);
    expect(all.stdout).toMatch(
      /^Healthy: linux\/arm64, linux\/riscv64, linux\/ppc64le, linux\/s390x, linux\/arm\/v7 run here\n/,
    );
    expect(all.code).toBe(0);
  }, 60_000);

  it('changes nothing', async () => {
    const { making, doctor } = await open();
    making.lab.claim('arm64', { name: 'qemu-aarch64', interpreter: making.qemu('arm64'), flags: 'OC' });
    const before = [...making.lab.entries()];
    await doctor();
    expect([...making.lab.entries()]).toEqual(before);
  });

  it('sees that QEMU is old, that its file was replaced, and what setup does about it', async () => {
    const { making, doctor } = await open();
    const { lab: here, qemu } = making;
    const own = join(here.work, 'qemu/qemu-aarch64-static');
    copyProgram(join(await debianQemu(), 'qemu-aarch64-static'), own);
    here.claim('arm64', { name: 'qemu-aarch64', interpreter: own, flags: 'POCF' });
    const newer = qemu('arm64', 'newer');
    renameSync(newer, own);
    const before = await doctor();
    expect(before.findings.find(({ id }) => id === 'SB025')).toMatchObject({ severity: 'warning' });
    const old = before.findings.find(({ id }) => id === 'SB040');
    expect(old).toMatchObject({ severity: 'warning', evidence: expect.stringMatching(/^arm64: QEMU /) });
    const known = before.findings.filter(({ id }) => id === 'SB043');
    expect(known.length).toBeGreaterThan(0);
    for (const { severity, evidence } of known) {
      expect(severity).toBe('warning');
      expect(evidence).toMatch(/^arm64: /);
    }
    await making.sh(typed(old?.commands ?? []));
    const after = await doctor();
    expect(after.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }, 60_000);

  it('sees that QEMU is linked at a fixed address, on a kernel that randomises the heap', async () => {
    const { making, doctor } = await open();
    const { lab: here } = making;
    // Debian 11's is the last that was linked so.
    const from = join(await debianQemu('bullseye'), 'qemu-aarch64-static');
    here.claim('arm64', {
      name: 'qemu-aarch64',
      interpreter: copyProgram(from, join(here.work, 'qemu-aarch64-static')),
      flags: 'OCF',
    });
    const found = (await doctor()).findings.filter(({ id }) => id === 'SB026');
    expect(found).toMatchObject([
      { severity: 'warning', evidence: expect.stringMatching(/^arm64: This QEMU 5\.2/) },
    ]);
    await making.sh(typed(found.flatMap(({ commands }) => commands)));
    expect((await doctor()).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }, 60_000);

  it('can be run by an ordinary user', async ({ skip }) => {
    const { making } = await open();
    skip(process.getuid?.() !== 0, 'this is not root, which alone can become somebody else');
    const user = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs'];
    const { PATH = '' } = making.lab.env;
    const ended = await runProgram([...user, process.execPath, built('cli.js'), 'doctor', '--json'], {
      env: { PATH, HOME: '/nonexistent', TMPDIR: '/tmp' },
    });
    const report = reportOf(ended);
    expect(report.findings.find(({ id }) => id === 'SB008')).toMatchObject({
      evidence: expect.stringMatching(
        /^user 65534 is not root.*, and sudo does not work without a password$/,
      ),
    });
    expect(report.checks?.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it('tells of 386 that is taken from the processor', async ({ skip }) => {
    skip(native !== 'amd64', 'only amd64 runs 386 by itself');
    const { making, doctor } = await open();
    making.lab.claim('386', { name: 'qemu-i386', interpreter: making.qemu('386'), flags: 'POCF' });
    const args = ['linux/386'];
    const found = (await doctor({ args })).findings.filter(({ id }) => id === 'SB031');
    expect(found).toMatchObject([{ severity: 'warning' }]);
    await making.sh(typed(found.flatMap(({ commands }) => commands)));
    expect((await doctor({ args })).findings.filter(({ id }) => id === 'SB031')).toEqual([]);
  });

  it('survives the native architecture being registered, under which nothing can be started', async () => {
    const { making } = await open();
    const { lab: here } = making;
    const host = target(native ?? '');
    const escaped = (hex: string) => hex.replace(/../g, '\\x$&');
    const line = `:native:M::${escaped(host.magic)}:${escaped(host.mask)}:${making.qemu(host.arch)}:F`;
    // The program and a shell are there before; afterwards nothing starts any more.
    const script = file(
      here,
      'native.mjs',
      `import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseInputs } from ${JSON.stringify(fromLib('inputs/inputs.js'))};
import { runDoctor } from ${JSON.stringify(fromLib('commands/doctor.js'))};
import { nodeHost } from ${JSON.stringify(fromLib('host/host.js'))};
const shell = spawn('sh', [], { stdio: ['pipe', 'inherit', 'inherit'] });
await once(shell, 'spawn');
const context = { group: () => {}, line: () => {}, store: '/', documentation: '' };
const doctor = async () => {
  const report = await runDoctor(nodeHost(), parseInputs({ mode: 'doctor', platforms: 'arm64' }), context);
  return report.findings.filter(({ id }) => id === 'SB030');
};
writeFileSync('${TABLE}/register', ${JSON.stringify(line)});
const before = await doctor();
shell.stdin.end(before.flatMap(({ commands }) => commands).join('\\n') + '\\n');
await once(shell, 'close');
console.log(JSON.stringify({ before, after: await doctor() }));
`,
    );
    const { stdout, stderr } = await here.run([process.execPath, script]);
    expect(JSON.parse(stdout || 'null'), stderr).toMatchObject({
      before: [{ severity: 'error', evidence: expect.stringContaining('native takes ') }],
      after: [],
    });
  }, 60_000);

  it('needs no privilege, and says what it lacks', async ({ skip }) => {
    const { making } = await open();
    skip((await making.sh(`umount ${TABLE}; ls ${TABLE}`)) !== '', TAKEN);
    chmodSync(making.lab.work, 0o755);
    const command = [process.execPath, built('cli.js'), 'doctor', 'linux/arm64', '--json'];
    const drop = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'];
    const report = reportOf(await making.lab.run([...drop, ...command]));
    const ids = report.findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
    expect(ids).toContain('SB008');
    expect(ids).toContain('SB009');
  });

  it('sees from another mount namespace what process 1 has mounted', async ({ skip }) => {
    const { making } = await open();
    skip((await making.sh(`umount ${TABLE}; ls ${TABLE}`)) !== '', TAKEN);
    const cli = `${process.execPath} ${built('cli.js')} doctor linux/arm64 --json`;
    const inside = `mount -t binfmt_misc none ${TABLE} && unshare --mount sh -c 'umount ${TABLE}; ${cli}'; true`;
    const ended = await making.lab.run([
      'unshare',
      '--mount',
      '--pid',
      '--fork',
      '--mount-proc',
      'sh',
      '-c',
      inside,
    ]);
    expect(reportOf(ended).findings.find(({ id }) => id === 'SB014')).toMatchObject({
      evidence: expect.stringContaining('mounted for process 1'),
    });
  }, 400_000);

  it('reads a log from standard input and ranks its causes by what it sees', async () => {
    const { making, doctor } = await open();
    const log = file(
      making.lab,
      'build.log',
      '#8 [linux/arm64 2/2] RUN true\n#8 0.3 exec /bin/sh: exec format error\n',
    );
    const absent = await doctor({ args: ['--log', log] });
    expect(absent.diagnosis).toMatchObject({
      verdict: 'emulation',
      diagnoses: [{ id: 'exec-format-error' }],
    });
    const piped = await making.sh(
      `${process.execPath} ${built('cli.js')} doctor linux/arm64 --log - --json < ${log} || true`,
    );
    const { logs, ...answer } = JSON.parse(piped).diagnosis;
    expect({ ...answer, logs: absent.diagnosis?.logs }).toEqual(absent.diagnosis);
    expect(logs).toMatchObject([{ name: 'standard input', from: 'stdin', verdict: 'emulation' }]);
    await making.lab.cli('setup', 'arm64');
    const present = await doctor({ args: ['--log', log] });
    const proven = [absent, present].map((report) => report.diagnosis?.diagnoses[0]?.causes[0].supported);
    expect(proven).toEqual([true, false]);
  });

  it('tells a job the same in its log, annotations, summary and report, and does not fail it', async () => {
    const { making } = await open();
    const { lab: here } = making;
    here.claim('arm64', { name: 'qemu-aarch64', interpreter: making.qemu('arm64'), flags: 'OC' });
    const [summary, output] = [file(here, 'summary', ''), file(here, 'output', '')];
    const { code, stdout } = await here.run([process.execPath, built('action.js')], {
      INPUT_MODE: 'doctor',
      INPUT_PLATFORMS: 'linux/arm64',
      INPUT_LOG: file(here, 'build.log', 'exec /bin/sh: exec format error\n'),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: join(here.work, 'tmp'),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_ACTION_REPOSITORY: 'org/setup-binfmt',
      GITHUB_ACTION_REF: 'v1',
    });
    expect(code).toBe(0);
    const headline = 'This failure comes from emulation (linux/arm64): exec format error.';
    expect(stdout).toContain(`  ${headline}\n`);
    expect(stdout.match(/^::(?:error|warning) title=[^:]*/gm)).toEqual(['::error title=exec format error']);
    const told = readFileSync(summary, 'utf8');
    expect(told.split('\n')[0]?.replaceAll('`', '')).toBe(`### setup-binfmt doctor: ${headline}`);
    expect(told).toContain(
      'Cause ([SB020](https://github.com/org/setup-binfmt/blob/v1/docs/doctor.md#sb020)',
    );
    const outputs = readFileSync(output, 'utf8');
    expect(outputs).toMatch(/^healthy<<(\S+)\nfalse\n\1$/m);
    const path = /^report<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? '';
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ schema: 2, mode: 'doctor', exitCode: 1 });
  });

  it.for([
    ['missing', 'there is no such file (ENOENT)'],
    ['bin', 'it is not a plain file'],
  ])('examines the host also when the log is %s', async ([name, why], { expect }) => {
    const { making, doctor } = await open();
    const { lab: here } = making;
    here.claim('arm64', { name: 'qemu-aarch64', interpreter: making.qemu('arm64'), flags: 'OC' });
    const log = join(here.work, name ?? '');
    const onTerminal = await doctor({ args: ['--log', log] });
    expect(onTerminal.findings.map(({ id, severity }) => [id, severity])).toEqual(
      expect.arrayContaining([
        ['SB020', 'error'],
        ['SB066', 'error'],
      ]),
    );
    const summary = file(here, 'summary', '');
    const { code, stdout } = await here.run([process.execPath, built('action.js')], {
      INPUT_MODE: 'doctor',
      INPUT_PLATFORMS: 'linux/arm64',
      INPUT_LOG: log,
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(code, stdout).toBe(0);
    expect(stdout).toContain('::error title=SB066 a log that was named cannot be read');
    const told = readFileSync(summary, 'utf8');
    expect(told.replaceAll('`', '')).toContain(`/${name}: ${why}`);
    expect(told).toContain('[SB020](docs/doctor.md#sb020)');
  });

  it('says in its first line that the build failed on a platform that only its log names', async () => {
    const { making } = await open();
    const { lab: here } = making;
    const log = file(
      here,
      'build.log',
      '#5 [linux/riscv64 2/2] RUN true\n#5 0.1 exec /bin/sh: exec format error\n',
    );
    const command = [process.execPath, built('cli.js'), 'doctor', '--log', log];
    const told = await here.run(command);
    expect(told.code, told.stderr).toBe(1);
    expect(told.stdout).toMatch(/^This failure comes from emulation \(linux\/riscv64\): exec format error\./);
    const report = reportOf(await here.run([...command, '--json']));
    expect(report).toMatchObject({
      healthy: false,
      platforms: [{ platform: 'linux/riscv64', proven: false }],
    });
    const absent = report.findings.find(({ id }) => id === 'SB011');
    expect(absent).toMatchObject({ severity: 'error', evidence: 'no entry takes programs of riscv64' });
    await making.sh(typed(absent?.commands ?? []));
    const after = reportOf(await here.run([...command, '--json']));
    expect(after.platforms).toMatchObject([{ platform: 'linux/riscv64', proven: true }]);
    expect(after.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('says that an empty log is empty', async () => {
    const { making, doctor } = await open();
    const { diagnosis } = await doctor({ args: ['--log', file(making.lab, 'empty.log', '')] });
    expect(diagnosis?.headline).toBe('The log is empty.');
  });

  it('fails no job when the table that it is asked about cannot be reached', async () => {
    const { making } = await open();
    const { code, stdout } = await making.lab.run([process.execPath, built('action.js')], {
      INPUT_MODE: 'doctor',
      INPUT_SCOPE: 'engine',
    });
    expect(stdout).toContain('::error title=SB');
    expect(code, stdout).toBe(0);
  });

  it('shows no home folder and no value of the environment', async () => {
    const { making } = await open();
    const home = join(making.lab.work, 'people/jane');
    mkdirSync(home, { recursive: true });
    const interpreter = join(home, 'qemu-aarch64');
    symlinkSync(making.qemu('arm64'), interpreter);
    making.lab.claim('arm64', { name: 'qemu-aarch64', interpreter, flags: 'OC' });
    rmSync(interpreter);
    const env = { HOME: home, QEMU_CPU: 'a-secret-value', GITHUB_TOKEN: 'ghp_secret' };
    const { stdout } = await making.lab.run(
      [process.execPath, built('cli.js'), 'doctor', 'linux/arm64', '--json'],
      env,
    );
    expect(stdout).toContain('(~/qemu-aarch64)');
    expect(stdout).toContain('QEMU_CPU');
    expect(stdout).not.toMatch(/jane|secret/);
  });
});
