import { describe, expect, it } from 'vitest';
import { commandsFor, type Reader, sentenceFor } from '../../../src/doctor/remedies.ts';

const SETUP = 'node dist/cli.js setup linux/arm64 --on-conflict replace';
const workflow: Reader = { action: 'org/setup-binfmt@v1', privilege: 'sudo' };
const SET_UP =
  '- uses: org/setup-binfmt@v1 # before docker/setup-buildx-action, and in place of docker/setup-qemu-action if it is there';
const inWorkflow = (...commands: readonly string[]) => commandsFor(commands, workflow);

describe('commandsFor', () => {
  it('leaves commands as they are for who has sudo', () => {
    const commands = [`sudo ${SETUP}`, 'uname -r'];
    expect(commandsFor(commands, { privilege: 'sudo' })).toEqual(commands);
  });

  it('writes no sudo for root, and none for who has none', () => {
    const commands = ['echo 1 | sudo tee /x', 'uname -r'];
    expect(commandsFor(commands, { privilege: 'root' })).toEqual(['echo 1 | tee /x', 'uname -r']);
    for (const privilege of ['none', 'docker'] as const)
      expect(commandsFor(commands, { privilege })).toEqual(['echo 1 | tee /x  # as root', 'uname -r']);
  });

  it('says to who has no right which commands of ours are root’s', () =>
    expect(commandsFor([SETUP, 'node dist/cli.js exec arm64 -- true'], { privilege: 'none' })).toEqual([
      `${SETUP}  # as root`,
      'node dist/cli.js exec arm64 -- true',
    ]));

  it('makes a step of a set-up in a workflow', () => {
    expect(inWorkflow(`sudo ${SETUP} --persist`)).toEqual([
      SET_UP,
      '  with:',
      '    platforms: linux/arm64',
      '    on-conflict: replace',
      '    persist: true',
    ]);
    expect(inWorkflow('node dist/cli.js setup')).toEqual([SET_UP]);
    expect(inWorkflow('node dist/cli.js plan linux/arm64 linux/s390x')).toEqual([
      '- uses: org/setup-binfmt@v1',
      '  with:',
      '    platforms: linux/arm64,linux/s390x',
      '    mode: plan',
    ]);
  });

  it('makes steps of other commands', () => {
    expect(inWorkflow('uname -r', 'echo "a: b"')).toEqual(['- run: uname -r', '- run: "echo \\"a: b\\""']);
    expect(inWorkflow('docker buildx create --use', 'docker login')).toEqual([
      '- uses: docker/setup-buildx-action@v4',
      '- uses: docker/login-action@v4',
    ]);
    expect(commandsFor(['sudo mount x'], { ...workflow, privilege: 'none' })).toEqual([
      '- run: "mount x  # as root"',
    ]);
  });

  it('leaves out what each job’s own machine has no need of, and says nothing twice', () => {
    expect(inWorkflow('docker buildx rm BUILDER', 'docker logout', 'df -h', 'df -h')).toEqual([
      '- run: df -h',
    ]);
  });

  it('says which lines belong into other files', () => {
    expect(inWorkflow('timeout-minutes: 30', 'FROM --platform=$BUILDPLATFORM IMAGE AS build')).toEqual([
      '# in the job: timeout-minutes: 30',
      '# in the Dockerfile: FROM --platform=$BUILDPLATFORM IMAGE AS build',
    ]);
    expect(commandsFor(['timeout-minutes: 30', 'uname -r'], { privilege: 'root' })).toEqual(['uname -r']);
  });
});

describe('what is for the other reader', () => {
  const both = [
    'scope: private',
    'shell: with-binfmt bash -e {0}',
    'node dist/cli.js exec linux/arm64 -- command',
  ];
  it('is left out in a workflow and on a terminal', () => {
    expect(inWorkflow(...both)).toEqual(both.slice(0, 2).map((line) => `# in the job: ${line}`));
    expect(commandsFor(both, { privilege: 'root' })).toEqual(both.slice(2));
  });

  it('says that a runner is the other way', () =>
    expect(inWorkflow('node dist/cli.js setup', 'runs-on: ubuntu-24.04-arm')).toEqual([
      SET_UP,
      '# or, without emulation, a runner for the job or that leg of it: runs-on: ubuntu-24.04-arm',
    ]));

  it.each([
    ['Register it; with persist it outlives a reboot', 'Register it'],
    ['Register it (with persist it outlives a reboot); or run it there', 'Register it; or run it there'],
    ['See it (node dist/cli.js list), and mend it.', 'See it (mode: doctor), and mend it.'],
    [
      'Take it away (node dist/cli.js remove qemu-arm).',
      'Take it away (mode: remove with platforms: qemu-arm).',
    ],
    ['Run node dist/cli.js doctor, please', 'Run mode: doctor, please'],
    ['node dist/cli.js undo last', 'undo last on a terminal'],
    ['Nothing of the kind.', 'Nothing of the kind.'],
  ])('is said otherwise in a sentence: %s', (text, said) => expect(sentenceFor(text)).toBe(said));
});
