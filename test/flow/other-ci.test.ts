/** The examples for other systems: each by the rules of its own format, and what they tell the program to do. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { examplesIn, platformsIn, readExample, SAYS_ITS_NEEDS, shellComplaint } from '../support/examples.ts';

const UNIT = 'other-ci/setup-binfmt.service';
const IMAGE = 'ghcr.io/org/setup-binfmt:1';
/** The program's mode and platforms, behind its name or that of its image. */
const CALL = /(?:dist\/cli\.js|setup-binfmt(?::1)?) (setup|remove|doctor|plan)((?: [a-z]+64)*)/g;
const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The documents of a YAML file; fails when it is not well-formed. */
function documentsOf(path: string) {
  const documents = parseAllDocuments(readExample(path));
  expect(documents.flatMap((document) => document.errors)).toEqual([]);
  return documents.map((document) => document.toJS());
}

/** The command lines of an example: whole texts, and argument lists joined by spaces. */
function commandsOf(path: string): readonly string[] {
  if (path === UNIT) return readExample(path).match(/(?<=^Exec\w+=).*/gm) ?? [];
  const within = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    const { entrypoint = [], command, ...rest } = value as Readonly<Record<string, unknown>>;
    const line = isTextList(entrypoint) && isTextList(command) ? [[...entrypoint, ...command].join(' ')] : [];
    return [...line, ...Object.values(rest).flatMap(within)];
  };
  const commands = documentsOf(path).flatMap(within);
  return commands.filter((text) => /\b(?:node|git|docker|buildah|setup-binfmt) /.test(text));
}

describe.each(examplesIn('other-ci/'))('%s', (path) => {
  it('says what it needs', () => {
    expect(readExample(path)).toMatch(SAYS_ITS_NEEDS);
  });

  it('tells the program to do things that it can do', () => {
    const calls = commandsOf(path).flatMap((command) => Array.from(command.matchAll(CALL)));
    const [, variable = ''] = /SETUP_BINFMT_PLATFORMS(?::|\n *value:) (\S+)$/m.exec(readExample(path)) ?? [];
    expect(calls.length > 0 || variable !== '').toBe(true);
    for (const [, mode = '', platforms = ''] of calls) {
      expect(['setup', 'remove', 'doctor']).toContain(mode);
      expect(platformsIn(platforms || variable)).toEqual([{ arch: 'arm64' }, { arch: 'riscv64' }]);
    }
    expect(platformsIn(variable || 'arm64 riscv64')).toEqual([{ arch: 'arm64' }, { arch: 'riscv64' }]);
  });

  it('has shell lines that a shell can read', () => {
    expect(commandsOf(path).map(shellComplaint).join('')).toBe('');
  });
});

describe('the systemd unit', () => {
  const analyze = (...args: readonly string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });

  it.skipIf(analyze('--version').error !== undefined)(
    'passes systemd-analyze verify (skipped where there is no systemd-analyze)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'unit-'));
      const unit = join(folder, 'setup-binfmt.service');
      // It looks for the program, too, and Node is not everywhere at the same place.
      writeFileSync(unit, readExample(UNIT).replaceAll('/usr/bin/node', process.execPath));
      const { status, stdout, stderr } = analyze('verify', unit);
      rmSync(folder, { recursive: true });
      expect([status, stdout, stderr]).toEqual([0, '', '']);
    },
  );

  it('has no option that would give it a mount namespace of its own', () => {
    const options = readExample(UNIT).replace(/^#.*$/gm, '');
    expect(options).not.toMatch(
      /^(?:Private|Protect|Read|Inaccessible|Exec\w*Paths|Bind|Root|Temp|Dynamic)/m,
    );
  });
});

it('the Kubernetes manifest selects its own pods, privileged, and asks the doctor', () => {
  const documents = documentsOf('other-ci/kubernetes-daemonset.yaml');
  expect(documents.map(({ apiVersion, kind }) => [apiVersion, kind])).toEqual([
    ['v1', 'Namespace'],
    ['apps/v1', 'DaemonSet'],
  ]);
  const [namespace, { metadata, spec }] = documents;
  expect(metadata.namespace).toBe(namespace.metadata.name);
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);

  const [{ securityContext, startupProbe, readinessProbe, livenessProbe }] = spec.template.spec.containers;
  expect(securityContext).toEqual({ privileged: true });
  for (const { exec } of [startupProbe, readinessProbe, livenessProbe])
    expect(exec.command).toEqual(['setup-binfmt', 'doctor']);
});

it('the compose service has the table in place of all privileges, and runs once', () => {
  const { services } = parse(readExample('other-ci/compose.yaml'));
  const { privileged, ...service } = services['setup-binfmt'];
  expect(privileged).toBeUndefined();
  expect(service).toMatchObject({ image: IMAGE, cap_add: ['SYS_ADMIN'], restart: 'no' });
});

it.each(['drone.yml', 'drone-buildah.yml', 'woodpecker.yml'])(
  '%s registers in a privileged step, then builds',
  (file) => {
    const { steps } = parse(readExample(`other-ci/${file}`));
    expect(steps[0]).toMatchObject({ image: IMAGE, privileged: true });
    expect(steps[1].commands.join('\n')).toMatch(/docker buildx build|buildah build/);
  },
);

it('the GitLab job is no global keyword, and registers before it builds', () => {
  const jobs = Object.entries<{
    readonly before_script: readonly string[];
    readonly script: readonly string[];
  }>(parse(readExample('other-ci/gitlab-ci.yml')));
  const keywords = [
    'cache',
    'default',
    'image',
    'include',
    'pages',
    'services',
    'spec',
    'stages',
    'variables',
  ];
  expect(jobs.map(([name]) => name).filter((name) => keywords.includes(name))).toEqual([]);
  const [job] = jobs.map(([, each]) => each);
  expect(job?.before_script[0]).toMatch(/setup-binfmt setup arm64 riscv64; /);
  expect(job?.script.at(-1)).toMatch(/^docker buildx build /);
});
