/** Finds out which platforms a log speaks of, how surely, and which machine printed it. */

import { platformNamed } from '../../platform/platforms.ts';
import { KNOWN_BY, type KnownBy, type NamedPlatform } from './model.ts';

/** Platforms that are kept. */
export const PLATFORM_LIMIT = 16;

/** Words for platforms whose meaning is kept; no log needs as many. */
const MEANINGS_LIMIT = 200;

/** Words for architectures, as tools write them. */
const ARCH =
  '(amd64|x86_64|x86-64|i[3-6]86|386|arm64(?:v8|/v8)?|aarch64|armv[5-8]\\w{0,4}|armhf|armel|arm32v[5-7]|arm/v[5-8]|arm|riscv64|ppc64(?:le|el)?|powerpc64(?:le)?|s390x|mips64(?:le|el)?|mips(?:le|el)?|loong(?:arch)?64)';
const END = '(?![\\w/])';
const PLATFORM =
  'linux/(?:amd64|386|arm(?:64)?|riscv\\d\\d|ppc\\w{0,4}|s390x|mips\\w{0,4}|loong64)(?:/v\\d{1,2})?';

/** How a platform is known, a word that the line must hold (one of a list for an empty one), and the pattern. */
type Rule = readonly [by: KnownBy, has: string, pattern: RegExp];
const rule = (by: KnownBy, has: string, pattern: string): Rule => [by, has, new RegExp(pattern)];

/** An emulator that speaks: `qemu-arm-static: …`, and the name that newer packages of Debian’s give it. */
const EMULATOR = new RegExp(
  `^(?:\\S{0,100}/)?(?<!binfmts/)(?:qemu-${ARCH}(?:-static)?|${ARCH}-binfmt-[A-Z]{0,4}): |^(?:.{0,60} )?qemu: (?:uncaught|unsupported|fatal)|qemu internal sig|(?:^|[$#%>] |\\d:\\d\\d )(?:\\S{0,60}/)?qemu-${ARCH}(?:-static)? (?!\\(|already)[./\\w-]|^Unsupported (?:ioctl: cmd|[gs]etsockopt level|ancillary data)|QEMU_IFLA|expected behaviour if you are running under QEMU`,
  'i',
);

/** The first line of the emulators Box64 and Box86: the machine’s architecture and their version. */
const BOX = /^(?:\[BOX\d\d\] )?Box(64|86)(?: (?!with)(\w+))?(?: with Dynarec)? v\d/;

/** No emulator speaks in a line without one of these. */
const SPEAKS = /qemu|QEMU|binfmt|^Unsupported /;

const RULES: readonly Rule[] = [
  rule('engine', 'requested image', `requested image's platform \\((linux/[\\w/]{1,20})\\)`),
  rule('engine', 'specified platform', `specified platform \\((linux/[\\w/]{1,20})\\)`),
  rule('engine', 'unsupported: ', `unsupported: "?platform (linux/[\\w/]{1,20})`),
  rule('engine', 'wanted', `wanted (linux/[\\w/]{1,20})`),
  rule('engine', 'no match', `no match(?:ing manifest)? for (?:platform )?(linux/[\\w/]{1,20})`),
  rule('engine', 'unpacking', `unpacking (linux/[\\w/]{1,20})`),
  rule('engine', 'wrong architecture', `wrong architecture \\(found ${ARCH}`),
  rule('engine', 'image targets', `image targets ['"]?${ARCH}${END}`),
  rule('engine', 'architecture (', `image.s architecture \\(${ARCH}\\)`),
  rule('engine', 'for architecture', `for architecture "?${ARCH}${END}`),
  rule('engine', '"Architecture"', `"Architecture": "${ARCH}"`),
  rule('engine', 'linux/', `^(${PLATFORM})$`),
  rule('engine', 'platform linux/', `\\bon platform (linux/[\\w/]{1,20}) (?:is )?not supported`),
  rule('engine', 'with linux/', `running processes with (linux/[\\w/]{1,20})`),
  rule('engine', 'on this machine', `^(?:.{0,40} )?${ARCH}: not supported on this machine`),
  rule('option', 'latform', `--(?:custom-?)?[pP]latform[= ]["']?(linux/[\\w/]{1,20})(?![\\w/,])`),
  rule('option', 'latform', `--platform[= ]["']?${ARCH}(?![\\w/,])`),
  rule('option', 'DEFAULT_PLATFORM', `DOCKER_DEFAULT_PLATFORM[=:] ?["']?(linux/[\\w/]{1,20})`),
  rule(
    'option',
    '--',
    `--(?:force-?arch|arch(?:itecture)?|system|target-arch)[= ]["']?${ARCH}(?:-linux)?(?![\\w/,])`,
  ),
  rule('option', 'binfmt_misc/qemu-', `\\bcat \\S{0,20}binfmt_misc/qemu-${ARCH}$`),
  // It may be copied into an image that is for another one.
  rule('image', 'qemu-', `\\bqemu-${ARCH}-static\\b(?<=(?:-v|--volume|COPY|ADD|cp|install)\\b.{1,124})`),
  rule('option', 'platform:', `^\\s{0,12}platform: ["']?(linux/[\\w/]{1,20})["']?$`),
  rule('option', ' -a ', ` -a ${ARCH}${END}`),
  rule('option', 'arch', `^\\s{0,8}(?:arch|architecture|base_image_arch): ${ARCH}$`),
  rule('option', ' on host ', `\\btarget ${ARCH} on host `),
  rule(
    'option',
    '-linux',
    `(?:\\ba|Required system:) ['\`‘]${ARCH}-linux['’](?: with features| is required)`,
  ),
  rule('option', 'can neither', `\\b${ARCH} can neither`),
  rule('option', 'using qemu', `\\ba ${ARCH} system, using qemu`),
  rule('image', '/', `(?:^|(?<!linux)/|[\\s"'=])${ARCH}/[a-z][\\w.-]{0,60}(?::[\\w.-]{1,80})?(?=[\\s"'@]|$)`),
  rule('image', 'linux', `(?:manylinux|musllinux)\\w{0,40}_${ARCH}(?![a-z0-9])`),
  rule('image', ':', `(?<=[\\w/]):(?:[\\w.-]{1,60}-)?${ARCH}(?:-[\\w.-]{1,60})?(?=[\\s"'@]|$)`),
  // Of the boards whose first systems were for 32 bits.
  rule('image', '/rpi-', `(?:docker|podman) (?:run|pull|create) .{0,200}?/(rpi)-[a-z]`),
  rule('image', '/rpi-', `^(?:Step \\d{1,3}/\\d{1,3} : )?FROM \\S{1,80}/(rpi)-[a-z]`),
  // A repository that is named after its platform, with a tag.
  rule('image', ':', `[\\w-]/[\\w.-]{1,60}-${ARCH}(?=:\\w[\\w.-]{0,80}(?:[\\s"'@]|$))`),
  rule(
    'image',
    '',
    `(?:rootfs|sysroot|chroot|debian|ubuntu|alpine|fedora|\\barch|raspios|gentoo|preinstalled)[\\w.-]{0,40}[-_. /]${ARCH}(?![a-z0-9])`,
  ),
  rule('image', '', `(?:^|[\\s/])(?:[\\w]{1,30}[-_])?${ARCH}[-_](?:rootfs|debian|ubuntu|fedora|chroot)`),
  rule('name', ',linux/', `(?<=linux/[\\w/]{1,12},)(${PLATFORM})${END}`),
  rule('name', ',linux/', `(${PLATFORM}),`),
  rule('name', '-linux', `\\b${ARCH}-(?:\\w{1,20}-)?linux(?:-gnu|-musl|\\b)`),
  // What Python builds is named after the Python that runs.
  rule('name', '.linux-', `\\b(?:lib|temp|bdist)\\.linux-${ARCH}(?![a-z0-9])`),
  rule('name', 'linux-', `\\b(?:target_platform|subdir)["']?[:=] {0,4}["']?linux-${ARCH}${END}`),
  rule('name', '.deb', `_${ARCH}\\.deb`),
  rule('name', '.rpm', `\\.${ARCH}\\.rpm`),
  rule('name', 'binary-', `\\bbinary-${ARCH}/`),
  rule('name', 'qemu-', `qemu-${ARCH}(?:-static)?(?: \\(disabled\\)| already registered|\\b)`),
  rule(
    'name',
    '',
    `^(?:make|\\S{0,40}build\\S{0,20}|just|junest|mock|mkimg) .{0,100}?(?<![\\w])${ARCH}(?![\\w.])`,
  ),
  rule('name', ' - ', ` - ${ARCH}p?(?: |$)`),
  rule('mention', 'linux/', `(?<![\\w/.-])(${PLATFORM})(?![\\w/-])`),
];

/** Lines that are searched for images, names and mentions: in a longer log all was said long before. */
const NAME_LINES = 20_000;

/** What a kernel, and so an emulator, says of itself. */
const UNAME = new RegExp(`^Linux \\S+ \\d+\\.\\d+\\S* .{0,120}\\b${ARCH}(?: \\w+){0,3}(?: GNU/Linux)?$`);

/** The kernel's own release, which an emulator leaves as it is. */
const RELEASE = new RegExp(`^Linux \\S+ \\d+\\.\\d\\S{0,60}[.-]${ARCH} `);

/** What the machine says of itself. */
const MACHINE: readonly RegExp[] = [
  /detected host platform \((linux\/[\w/]{1,20})\)/,
  new RegExp(`cannot run on ['"]?${ARCH}`),
  new RegExp(`could not run on the host.s \\(${ARCH}\\)`),
  new RegExp(` on host ${ARCH}${END}`),
  new RegExp(`is not supported by the \\S+ emulator on ${ARCH} host`),
  UNAME,
  new RegExp(`^Darwin \\S+ \\d+\\.\\d\\S* .{0,200} ${ARCH}(?: \\w+){0,2}$`),
  // GitHub's labels say arm for arm64.
  new RegExp(`^(?:Runner )?Image: \\S+-${ARCH}$`),
  // Those of Ubuntu name no other architecture than arm.
  /^(?:Runner )?Image: (ubuntu)-\d\d\.\d\d$/,
  new RegExp(`^Runner group name: '${ARCH}'`),
  // Names of agents: Jenkins, GitHub, Azure, GitLab.
  new RegExp(
    `^(?:Building remotely on|Running on|Runner name:|Agent(?: machine)? name:) .{0,80}[-_ (']${ARCH}(?![\\w])`,
  ),
  new RegExp(`\\bRUNNER_ARCH[:=] ?["']?${ARCH}`, 'i'),
  new RegExp(`^INFO\\[\\d+\\] arch: ${ARCH}$`),
  // A row of dpkg -l: whoever installs emulators is no container.
  new RegExp(`^ii {1,4}qemu-\\S{1,60} .{1,80} ${ARCH} {2,}\\S`),
  new RegExp(`\\(current: \\{"os":"linux","arch":"${ARCH}"\\}\\)`),
  new RegExp(`^\\s{0,4}Architecture: {1,20}${ARCH}$`),
  // Of a build service for packages of distributions.
  new RegExp(`^(?:\\[ {0,8}\\d{1,6}s\\] )?hostarch ${ARCH}$`),
  /^Server Version: .{0,400}Platform:"(linux\/\w{1,12})"/,
  new RegExp(`kubernetes\\.io/arch=${ARCH}`),
  new RegExp(`\\b(?:colima|limactl) start .{0,80}--arch[= ]${ARCH}`),
  new RegExp(`(?:I am an?|Current system:) ['\`‘]${ARCH}-linux['’]`),
  /^\s{0,4}OS\/Arch: {1,20}(linux\/\w{1,12})$/,
];

/** The prompt of a shell on a machine that is named after its architecture. A container may be so, too. */
const PROMPT = new RegExp(`^\\[?\\w{1,20}@(?:[\\w.-]{0,30}[-_])?${ARCH}(?:[ \\]:~])`);

/** What a Mac says of its processor, and what tools say of a Mac. */
const APPLE =
  /^\s{0,8}(?:CPU|Chip|Processor)(?: model)?: {1,20}(?:arm64,|Apple M\d)|(?:\b(?:Docker|Podman|Rancher) Desktop\b|\bOrbStack\b|^mac ?OS \d|\bMac(?:Book|Studio| mini| with)\b).{0,60}(?:\bApple [Ss]ilicon\b|\(?(?<![\w-])M[1-9](?: (?:Pro|Max|Ultra))?\b)/;

/** What a machine says of its processor, in /proc/cpuinfo and by lscpu. */
const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^\s{0,4}(?:model name|vendor(?:_| )id)\s{0,20}: {1,30}(?:.{0,20}(?:Intel|AMD)\b)/i, 'amd64'],
  [/^\s{0,4}(?:model name)\s{0,20}: {1,30}(?:Neoverse|Apple|Ampere|.{0,20}Graviton)/i, 'arm64'],
];

/** A command for several platforms: none of them is the one. */
const SEVERAL = /--platform[= ]["']?[\w/]{1,30},/;

/** The command that starts an engine's virtual machine: what it names is the machine. */
const STARTS_MACHINE = /\b(?:colima|limactl) start\b/;

/** No rule for machines matches a line without one of these. */
const MACHINES =
  /^ii |hostarch |^Server Version: | start | OS\/Arch: |kubernetes\.io\/arch=|-linux['’]| host|cannot run on|^Linux |^Darwin |^Runner |^Agent |^Building remotely|^Running on |^Image: |RUNNER_ARCH|runner_arch|^INFO|@|"arch":|Architecture:/;

/** What a program that runs says of itself: Java, GHC, Ruby, Rust, Go, R. */
const SELF: readonly RegExp[] = [
  new RegExp(`^# Java VM: .{0,200}\\blinux-${ARCH}\\b`),
  new RegExp(`\\(GHC version \\S{1,20} for ${ARCH}-`),
  new RegExp(`^ruby \\d\\S{0,20} .{0,80}\\[${ARCH}-linux`),
  new RegExp(`\\brustc \\d\\S{0,20} .{0,60} running on ${ARCH}-`),
  new RegExp(`^go version \\S{1,40} linux/${ARCH}$`),
  new RegExp(`^Platform: ${ARCH}-(?:unknown|pc)-linux`),
];

/** No program says so without one of these. */
const OF_ITSELF = /^# Java VM|GHC version|^ruby |rustc |^go version|^Platform: /;

/** A command that asks the machine, and not a container on it. */
const ASKS =
  /(?:^|[$#%>+❯»] ?|^[➜λ] .{0,60} |^Running command )(?:uname -m|dpkg --print-architecture|arch|docker (?:info|version) .{1,80}Arch(?:itecture)?\s?\}\}['"]?)$/;
const ANSWER = new RegExp(`^(?:(?:darwin|windows|linux)/\\w{1,10} )?(?:linux/)?${ARCH}$`);

/** A command that asks what an image is marked for; the answer may hold more than that. */
const ASKS_OF_IMAGE =
  /^(?:.{0,80}[$#%>+❯»] ?)?(?:sudo )?(?:docker|podman|nerdctl|buildah|skopeo|crane|regctl) (?:image |manifest |buildx imagetools )?(?:inspect|config)\b.{0,300}\bArch/;
const OF_IMAGE = new RegExp(`^["']?(?:linux/)?${ARCH}(?:/linux)?(?=[\\s"']|$)`);

/** A command that opens a shell in a container or a root, and leaves it again: in between that one is asked. */
const ENTERS =
  /^(.{0,80}[$#%>+❯»] ?)?(?:sudo )?(?:(?:docker|podman|nerdctl) (?:run|exec) .{0,300}-(?:it|ti)\b.{0,300}\b(?:ba|da|a|z)?sh(?: -l)?|(?:chroot|arch-chroot|systemd-nspawn) .{0,200}\b(?:ba|da|a|z)?sh(?: -l)?|(?:chroot|arch-chroot|distrobox[- ]enter|toolbox enter|proot-distro login|machinectl (?:shell|login)|lxc-attach(?: -n)?) [\w./:@-]{1,200})$/;
/** No line without one of these enters anything. */
const OPENS = /sh(?: -l)?$|chroot |enter |login |machinectl |lxc-attach /;
/** A command that is run in a container or a root, and asks there. */
const ASKS_INSIDE =
  /^(?:.{0,80}[$#%>+❯»] ?)?(?:sudo )?(?:(?:docker|podman|nerdctl|buildah|kubectl|apptainer|singularity) .{0,60}?\b(?:run|exec)|chroot|arch-chroot|systemd-nspawn|proot|schroot) .{0,400}[ "'](?:uname(?: -[a-z]{1,3})?|arch|dpkg --print-architecture)["']?$/;
const LEAVES = /^(?:.{0,80}[$#%>] ?)?exit$/;

/** The prompt of a shell in a container: no name but the container's own, or none at all. */
const IN_CONTAINER = /^(?:\/[\w/]{0,40} # |\[?\w{1,20}@[0-9a-f]{12}\b|(?:ba)?sh-\d\.\d\S{0,4}[#$] )/;

/** What `file` says of a program. */
const OBJECTS: readonly (readonly [RegExp, string])[] = [
  [/ELF 64-bit LSB [^,]{1,40}, x86-64/, 'amd64'],
  [/ELF 32-bit LSB [^,]{1,40}, Intel 80386/, '386'],
  [/ELF 64-bit LSB [^,]{1,40}, ARM aarch64/, 'arm64'],
  [/ELF 32-bit LSB [^,]{1,40}, ARM,/, 'arm'],
  [/ELF 64-bit LSB [^,]{1,40}, UCB RISC-V/, 'riscv64'],
  [/ELF 64-bit LSB [^,]{1,40}, 64-bit PowerPC/, 'ppc64le'],
  [/ELF 64-bit MSB [^,]{1,40}, IBM S\/390/, 's390x'],
];

/** The path of a file in a root that is for another machine. */
const IN_A_ROOT = /^\S{0,200}(?:rootfs|chroot|sysroot|\/mnt\/)\S{0,200}: /;

/** No rule matches a line without one of these. */
const HINT =
  /^Unsupported |Box[86]|Apple [MSs]|\(M\d|\bM\d\b|[Mm]odel name|[Vv]endor.[Ii][Dd]|Image: |linux\/|amd64|x86|i[3-6]86|arm|aarch64|riscv64|ppc64|powerpc|s390x|mips|loong|qemu|QEMU|rosetta|ARM64|uname|ELF |\/rpi-/;

/** The places of a log that is being read. */
export interface PlaceReading {
  /** Looks at a line, without what collectors add. */
  look(line: string): void;
  /** A step ran on this platform. */
  step(platform: string): void;
  /** A step on this platform failed. */
  label(platform: string): void;
  /** The platform for which the last command was. */
  near(): string | undefined;
  report(): {
    readonly platforms: readonly NamedPlatform[];
    readonly machine?: string;
    readonly object?: string;
    readonly emulated: boolean;
  };
}

/** Begins to look. */
export function openPlaces(): PlaceReading {
  const named = new Map<string, KnownBy>();
  /** What words were found to mean: a log says the same ones over and over. */
  const meanings = new Map<string, string | undefined>();
  let machine: string | undefined;
  let object: string | undefined;
  let emulated = false;
  let asked: 'machine' | 'image' | undefined;
  /** The line answers what was asked in a container. */
  let answers = false;
  let inside = false;
  /** What stands before the command that opened the shell inside. */
  let outside = '';
  /** What a container or a program says of itself: where nobody says what the machine is, it is no other one for that. */
  let inner: string | undefined;
  /** The emulator of whole machines was called. */
  let machines = false;
  let searched = 0;
  let near: string | undefined;

  const name = (word: string, by: KnownBy): void => {
    if (word === '') return;
    if (!meanings.has(word) && meanings.size < MEANINGS_LIMIT) meanings.set(word, platformOf(word));
    const platform = meanings.get(word);
    if (platform === undefined) return;
    if (by === 'option') near = platform;
    const before = named.get(platform);
    if (before === undefined && named.size >= PLATFORM_LIMIT) return;
    if (before === undefined || KNOWN_BY.indexOf(by) < KNOWN_BY.indexOf(before)) named.set(platform, by);
  };
  const lookAtMachine = (line: string): void => {
    machine ??= archNamed(RELEASE.exec(line)?.[1]);
    const within = inside || answers;
    const answer = asked === 'machine' ? ANSWER.exec(line)?.[1] : undefined;
    const said = within ? (answer ?? UNAME.exec(line)?.[1]) : undefined;
    if (said !== undefined) inner ??= said;
    else if (OF_ITSELF.test(line))
      inner ??= SELF.map((pattern) => pattern.exec(line)?.[1]).find((word) => word !== undefined);
    if (said !== undefined || machine !== undefined) return;
    const own = MACHINES.test(line)
      ? MACHINE.map((pattern) => pattern.exec(line)?.[1]).find((word) => word !== undefined)
      : undefined;
    if (own === 'arm' && /^(?:Runner )?Image: /.test(line)) machine ??= 'arm64';
    if (own === 'ubuntu') machine ??= 'amd64';
    machine ??= archNamed(own ?? answer ?? (within ? undefined : PROMPT.exec(line)?.[1]));
    machine ??= MAKERS.find(([pattern]) => pattern.test(line))?.[1];
  };

  const notice = (line: string): void => {
    lookAtMachine(line);
    // A machine that Rosetta or another emulator runs says amd64 of itself; the Mac's own report says what it is.
    if (APPLE.test(line)) {
      if (machine === 'amd64') name(machine, 'label');
      machine = 'arm64';
    }
    if (STARTS_MACHINE.test(line)) return;
    if (SEVERAL.test(line)) near = undefined;
    if (asked === 'machine' && !inside && !answers && ANSWER.test(line)) return;
    if (line.includes('rosetta error: ')) {
      machine ??= 'arm64';
      name('amd64', 'label');
    }
    machines ||= line.includes('qemu-system-');
    // What emulates a whole machine dies in the same words.
    const speaker =
      SPEAKS.test(line) && !(machines && line.startsWith('qemu: fatal')) ? EMULATOR.exec(line) : null;
    if (speaker !== null) {
      emulated = true;
      name(speaker[1] ?? speaker[2] ?? speaker[3] ?? '', 'label');
    }
    const box = BOX.exec(line);
    if (box !== null) {
      emulated = true;
      machine ??= archNamed(box[2]);
      name(box[1] === '64' ? 'amd64' : '386', 'label');
    }
    if (line.includes('ELF ')) {
      const kept = OBJECTS.find(([pattern]) => pattern.test(line))?.[1];
      object ??= kept;
      if (kept !== undefined && IN_A_ROOT.test(line)) name(kept, 'image');
    }
    const marked = asked === 'image' ? OF_IMAGE.exec(line)?.[1] : undefined;
    if (marked !== undefined) {
      name(marked, 'image');
      return;
    }
    if (/^(?:Runner|Linux|Image:) /.test(line)) return;
    searched += 1;
    for (const [by, has, pattern] of RULES) {
      if (searched > NAME_LINES && (by === 'image' || by === 'name' || by === 'mention')) continue;
      if (line.includes(has)) name(pattern.exec(line)?.[1] ?? '', by);
    }
  };

  return {
    look: (raw) => {
      const line = raw.trimStart();
      const enters = OPENS.test(line) ? ENTERS.exec(line) : null;
      if (enters !== null) {
        inside = true;
        outside = enters[1] ?? '';
      } else if (inside && (LEAVES.test(line) || (outside.length > 2 && line.startsWith(outside)))) {
        inside = false;
      }
      const asksInside = /(?:uname|-[a-z]{1,3}|arch|ture)["']?$/.test(line) && ASKS_INSIDE.test(line);
      const asks = asksInside || (/(?:-m|arch|ture|\}\}['"]?)$/.test(line) && ASKS.test(line));
      if (asks && IN_CONTAINER.test(line)) inside = true;
      if (HINT.test(line)) notice(line);
      asked = asks ? 'machine' : line.includes('Arch') && ASKS_OF_IMAGE.test(line) ? 'image' : undefined;
      answers = asksInside;
    },
    near: () => near,
    step: (platform) => name(platform, 'option'),
    label: (platform) => name(platform, 'label'),
    report: () => {
      name(inner ?? '', machine === undefined ? 'name' : 'option');
      return {
        machine,
        object,
        emulated,
        platforms: [...named]
          .map(([platform, by]) => ({ platform, by }))
          .sort((a, b) => KNOWN_BY.indexOf(a.by) - KNOWN_BY.indexOf(b.by)),
      };
    },
  };
}

/** `linux/arm/v7` of `armhf`, `linux/arm/v7` or `arm`; nothing for what is no platform. */
function platformOf(word: string): string | undefined {
  return platformNamed(
    word
      .toLowerCase()
      .replace(/^x86-64$/, 'amd64')
      .replace(/^rpi$/, 'armhf'),
  );
}

function archNamed(word: string | undefined): string | undefined {
  const platform = word === undefined ? undefined : platformOf(word);
  return platform?.split('/')[1];
}
