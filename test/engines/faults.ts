/** Faults that are built for real: what is broken, what is built, and what is true of it. */
import { formatRule } from '../../src/binfmt/rule.ts';
import { target } from '../support/setup-lab.ts';

/** Where QEMU of several ages and kinds lies, and the address of a registry in the room. */
export interface Parts {
  /** Folders with `qemu-*-static`: a current one, and one of 2020. */
  readonly qemu: string;
  readonly old: string;
  /** A QEMU that needs shared libraries. */
  readonly dynamic: string;
  /** A program of arm64, and a shell script. */
  readonly foreign: string;
  readonly script: string;
  readonly registry: string;
}

export interface Fault {
  /** Completes "broken was:". */
  readonly what: string;
  /** What is built for; linux/arm64 without it. */
  readonly platform?: string;
  /** Lines for the kernel's table; GOOD without it. */
  readonly rules?: (parts: Parts) => readonly string[];
  /** What else is done to the table: file and text. */
  readonly writes?: readonly (readonly [string, string])[];
  readonly dockerfile: (parts: Parts) => string;
  /** The build is ended after so many seconds. */
  readonly seconds?: number;
  /** What must be said first. */
  readonly verdict: 'emulation' | 'not-emulation' | 'unknown';
  readonly truth: RegExp;
}

interface Change {
  readonly flags?: string;
  readonly name?: string;
  /** Other bytes of magic and mask, in hexadecimal, from this byte on. */
  readonly at?: number;
  readonly magic?: string;
  readonly mask?: string;
}

/** A registration in the kernel's syntax: what the target's own would be, and what is changed. */
function rule(arch: string, interpreter: string, change: Change = {}): string {
  const { qemu, magic, mask } = target(arch);
  const { flags = 'FOCP', name = `qemu-${qemu}`, at = 0 } = change;
  const put = (hex: string, part = ''): string =>
    hex.slice(0, at * 2) + part + hex.slice(at * 2 + part.length);
  const match = {
    kind: 'magic',
    offset: 0,
    magic: put(magic, change.magic),
    mask: put(mask, change.mask),
  } as const;
  return formatRule({ name, match, interpreter, flags });
}
export const GOOD = ({ qemu }: Parts): readonly string[] => [rule('arm64', `${qemu}/qemu-aarch64-static`)];

const BASE = `FROM scratch
ARG TARGETARCH
COPY busybox-\${TARGETARCH} /bin/busybox
COPY busybox-\${TARGETARCH} /bin/sh
`;
const run = (line: string) => (): string => `${BASE}RUN ${line}\n`;
/** A busybox of 2026, whose shell starts its other programs as `/proc/self/exe`. */
export const NEWER = (): string =>
  `${BASE.replaceAll('busybox-$', 'new-busybox-$')}RUN echo hello | cat && ls /\n`;
const WORKS = run('/bin/busybox uname -m');

export const FAULTS: readonly Fault[] = [
  {
    what: 'no entry at all',
    rules: () => [],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /No handler/,
  },
  {
    what: 'an entry for another architecture of the same family alone',
    platform: 'linux/arm/v7',
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /No handler/,
  },
  {
    what: 'an entry without F',
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-aarch64-static`, { flags: 'OC' })],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /F flag|flag F/,
  },
  {
    what: 'an entry without F whose interpreter is gone',
    rules: () => [rule('arm64', '/opt/gone/qemu-aarch64', { flags: 'OC' })],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /interpreter is no longer there/,
  },
  {
    what: 'an interpreter that needs shared libraries',
    rules: ({ dynamic }) => [rule('arm64', dynamic)],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /dynamically linked/,
  },
  {
    what: 'an interpreter of another architecture',
    rules: ({ foreign }) => [rule('arm64', foreign)],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /interpreter.*(?:another|other) architecture/,
  },
  {
    what: 'the QEMU of another architecture as interpreter',
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-riscv64-static`)],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /QEMU of another architecture/,
  },
  {
    what: 'a shell script as interpreter',
    rules: ({ script }) => [rule('arm64', script)],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /script|no program/,
  },
  {
    what: 'a magic that is wrong by one bit',
    // Byte 18 of a program says its architecture.
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-aarch64-static`, { at: 18, magic: 'b6' })],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /magic and mask do not take/,
  },
  {
    what: 'a mask that takes only half of the programs',
    // Byte 16 says whether it may lie at any address, and busybox may not.
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-aarch64-static`, { at: 16, magic: '03', mask: 'ff' })],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /magic and mask do not take/,
  },
  {
    what: 'an entry that is switched off',
    writes: [['qemu-aarch64', '0']],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /switched off/,
  },
  {
    what: 'the whole table switched off',
    writes: [['status', '0']],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /switched off/,
  },
  {
    what: 'a good entry, and a newer broken one before it',
    rules: (parts) => [...GOOD(parts), rule('arm64', '/opt/gone/qemu', { name: 'newer', flags: '' })],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /interpreter is no longer there/,
  },
  {
    what: 'a QEMU of 2020',
    rules: ({ old }) => [rule('arm64', `${old}/qemu-aarch64-static`, { flags: 'FOC' })],
    dockerfile: NEWER,
    verdict: 'emulation',
    truth: /QEMU.*(?:old|5\.2|before|newer)/,
  },
  {
    what: 'a QEMU of 2020, registered with P, which it does not know',
    rules: ({ old }) => [rule('arm64', `${old}/qemu-aarch64-static`)],
    dockerfile: WORKS,
    verdict: 'emulation',
    truth: /argument|P flag|flag P|QEMU.*(?:old|5\.2|before|newer)/,
  },
  {
    what: 'an entry without P, and a busybox that looks at the name it is called by',
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-aarch64-static`, { flags: 'FOC' })],
    dockerfile: NEWER,
    verdict: 'emulation',
    truth: /P flag|flag P|argument/,
  },
  {
    what: 'an entry without C, and a setuid program',
    rules: ({ qemu }) => [rule('arm64', `${qemu}/qemu-aarch64-static`, { flags: 'FP' })],
    dockerfile: () => `${BASE}COPY passwd group /etc/
RUN /bin/busybox cp /bin/busybox /bin/su && /bin/busybox chmod 4755 /bin/su
USER 1000
RUN /bin/su -c true root
`,
    verdict: 'emulation',
    truth: /C flag|flag C|setuid/,
  },
  {
    what: 'the name of an unknown CPU in QEMU_CPU',
    dockerfile: () => `${BASE}ENV QEMU_CPU=cortex-a99\nRUN /bin/busybox uname -m\n`,
    verdict: 'emulation',
    truth: /QEMU_CPU|CPU/,
  },
  {
    what: 'a program that crashes itself, emulated',
    dockerfile: run("/bin/sh -c 'kill -SEGV $$'; exit $?"),
    verdict: 'emulation',
    truth: /program.*(?:itself|crash)|crash|signal/i,
  },
  {
    // Signals that it sends to itself do not reach the first process of a container, and QEMU sends it again and again.
    what: 'the first program of a step crashes itself, emulated, and never ends',
    dockerfile: run('kill -SEGV $$'),
    seconds: 6,
    verdict: 'emulation',
    truth: /program.*(?:itself|crash)|crash|signal/i,
  },
  {
    what: 'programs of s390x in an image for arm64',
    dockerfile: ({ registry }) => `FROM ${registry}/wrong:1\nRUN true\n`,
    verdict: 'not-emulation',
    truth: /program inside the image is of (?:yet )?another architecture/,
  },
  {
    what: 'a program of arm64 in an image for this machine',
    platform: 'linux/amd64',
    rules: () => [],
    dockerfile: () => `${BASE}COPY busybox-arm64 /bin/tool\nRUN ["/bin/tool", "true"]\n`,
    verdict: 'not-emulation',
    truth: /program for another architecture/,
  },
  {
    what: 'a web page in place of a program, natively',
    platform: 'linux/amd64',
    dockerfile: () => `${BASE}COPY --chmod=755 page.html /bin/tool\nRUN ["/bin/tool", "true"]\n`,
    verdict: 'not-emulation',
    truth: /text or page/,
  },
  {
    what: 'a program without its loader',
    dockerfile: () => `FROM scratch\nCOPY hello /bin/sh\nRUN true\n`,
    verdict: 'emulation',
    truth: /loader|ld-linux/,
  },
  {
    what: 'a script whose interpreter is not in the image, emulated',
    dockerfile: () => `${BASE}COPY script /bin/script\nRUN /bin/script\n`,
    verdict: 'not-emulation',
    truth: /interpreter|bash|not found/,
  },
  {
    what: 'an image without a shell',
    dockerfile: () => `FROM scratch\nCOPY page.html /\nRUN true\n`,
    verdict: 'not-emulation',
    truth: /shell|\/bin\/sh/,
  },
  {
    what: 'a program that may not be executed, emulated',
    dockerfile: () => `${BASE}COPY page.html /bin/tool\nRUN /bin/tool\n`,
    verdict: 'not-emulation',
    truth: /permission|execut/i,
  },
  {
    what: 'a full disk, emulated',
    dockerfile: () =>
      `${BASE}RUN --mount=type=tmpfs,target=/scratch,size=1m /bin/busybox dd if=/dev/zero of=/scratch/x bs=1M count=4\n`,
    verdict: 'not-emulation',
    truth: /disk|space/,
  },
  {
    what: 'a name that cannot be resolved, emulated',
    dockerfile: run('/bin/busybox wget -T 3 http://registry.example.invalid/'),
    verdict: 'not-emulation',
    truth: /network|server did not answer/,
  },
  {
    what: 'a tag that is not there',
    dockerfile: ({ registry }) => `FROM ${registry}/base:none\nRUN true\n`,
    verdict: 'not-emulation',
    truth: /tag|not there|not found|does not exist/,
  },
  {
    what: 'an image that is not there for this platform',
    dockerfile: ({ registry }) => `FROM ${registry}/base:1\nRUN true\n`,
    verdict: 'not-emulation',
    truth: /not published for/,
  },
  {
    what: 'a registry that is down',
    dockerfile: () => 'FROM 127.0.0.1:9/base:1\nRUN true\n',
    verdict: 'not-emulation',
    truth: /registry|network|connect|reach/,
  },
  {
    what: 'a step that fails without a word, emulated',
    dockerfile: run('exit 7'),
    verdict: 'unknown',
    truth: /linux\/arm64 .*no kind that this program knows|know no sign/,
  },
  {
    // A step without a label may be for another platform than the build (FROM --platform): nobody knows.
    what: 'a step that fails without a word, natively',
    platform: 'linux/amd64',
    dockerfile: run('exit 7'),
    verdict: 'unknown',
    truth: /no other platform.*no kind that this program knows/,
  },
  {
    what: 'a step that never ends, emulated',
    dockerfile: run('/bin/busybox sleep 600'),
    seconds: 6,
    verdict: 'emulation',
    truth: /hung or was too slow/,
  },
  {
    what: 'a mistyped instruction',
    dockerfile: () => `${BASE}RUNN true\n`,
    verdict: 'not-emulation',
    truth: /Dockerfile/,
  },
  {
    what: 'a file that is not in the build context',
    dockerfile: () => `${BASE}COPY none /\n`,
    verdict: 'not-emulation',
    truth: /context|COPY|file/,
  },
];
