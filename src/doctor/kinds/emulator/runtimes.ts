/** Kinds of crashes of languages’ runtimes and compilers, by what they print and by what the step ran. */

import {
  BUNDLED_EMULATOR,
  CRASHES,
  FIXED_ADDRESS,
  NATIVE_STAGE,
  NEWER_QEMU,
  nativeStage,
  OLD_QEMU,
  ROSETTA,
} from '../common.ts';
import {
  either,
  emulatedOrForeign,
  evidenceIs,
  machineIs,
  not,
  platformIs,
  ranForeign,
  thirtyTwoBit,
} from '../conditions.ts';
import { type Cause, type Condition, type Kind, kind, type Sign, texts } from '../kind.ts';

/** The same, in a step that runs one of these, or near a line of its. */
function crashesOf(about: RegExp): readonly Sign[] {
  return CRASHES.map((sign) => ({ ...sign, about }));
}

const GENERAL = ['guest-crash', 'foreign-step-crash', 'bundled-emulator', 'native-crash'];

/** Where nothing names a platform, a crash is as likely a native one. */
const MAY_BE_EMULATED: Condition = (view) =>
  emulatedOrForeign(view) ?? (view.platform !== undefined || view.here === true);

const ELSEWHERE: Cause = {
  text: 'The step ran on the machine’s own architecture: this crash is the program’s',
  when: (view) => not(emulatedOrForeign(view)),
  elsewhere: true,
  remedy: 'Look at the program and its version',
};

const GENERAL_CAUSES: readonly Cause[] = [OLD_QEMU, BUNDLED_EMULATOR, FIXED_ADDRESS];

interface Runtime {
  readonly id: string;
  readonly title: string;
  /** Its texts occur under an emulator alone. */
  readonly certain?: true;
  /** Texts of its own. */
  readonly says?: readonly Sign[];
  /** What a step runs, or a line near the crash holds, when it is this one. */
  readonly about?: RegExp;
  readonly causes: readonly Cause[];
  readonly explains?: readonly string[];
  readonly sources?: string;
}

const runtimes = (): readonly Runtime[] => [
  {
    id: 'go-address-space',
    title: 'Go packs a pointer that does not fit',
    certain: true,
    says: texts('lfstack.push | taggedpointerpack | invalid packing'),
    causes: [
      {
        text: 'This amd64 Go program packs pointers into 48 bits, and QEMU on an arm64 machine maps memory higher (Go 1.25.0 to 1.25.3, and older ones by lfstack; mended in 1.25.4)',
        when: either(platformIs('amd64'), machineIs('arm64')),
        remedy:
          'Have the tool rebuilt by a newer Go (1.25.4 or later), use its arm64 build, or cross-compile with GOARCH instead of running the compiler emulated',
        commands: ['GOOS=linux GOARCH=amd64 go build ./...'],
      },
    ],
    explains: ['go'],
    sources: 'tonistiigi/binfmt#269 golang/go#69255',
  },
  {
    id: 'go-threads',
    title: 'Go cannot make a thread',
    certain: true,
    says: [
      { has: 'failed to create new os thread', and: /errno=22/ },
      { has: 'rt_sigaction failure' },
      { has: 'rt_sigaction read failure' },
    ],
    causes: [
      {
        text: 'A program that an old Go built asks for a thread or a signal in a way that QEMU’s user mode refuses (error 22 of clone): it runs under an emulator, be it only a helper such as gosu',
        remedy:
          'Use a release of the program that a newer Go built, an image for the machine’s own platform, or a current QEMU',
        commands: [NEWER_QEMU],
      },
    ],
    explains: ['go'],
    sources: 'tianon/gosu#93',
  },
  {
    id: 'go',
    title: 'Go’s runtime crashed',
    says: [
      ...texts(`
        unexpected signal during runtime execution | mallocgc called without a p | schedule: holding locks | bad g->status in
        | code disabled sigaltstack | on thread not created by go | s.alloccount != s.nelems | runtime/cgo: pthread_create failed
      `),
      {
        has: 'fork/exec ',
        and: /fork\/exec \S{1,200}: (?:invalid argument|function not implemented|bad address)/,
      },
      { has: 'runtime: ', and: /runtime: (?:epoll|netpoll|mmap|sigaltstack|sched_)\S{1,20} .{0,60}failed/ },
      {
        has: 'runtime: ',
        and: /runtime: (?:marked free object|bad pointer in|pointer to unused|invalid pc-encoded)/,
      },
      {
        has: 'fatal error: ',
        and: /^(?:.{0,40} )?fatal error: (?:found |bad |fault|missing |malloc|span |p mcache|scan|mark|sweep|workbuf|schedule|notetsleep|stack|runtime|unexpected|morestack|invalid runtime|checkmark|gc|mheap|exitsyscall|runqput|releasep|semawakeup|sigaction|lock|self-preempt|acquirep|casgstatus)/i,
        about: /goroutine|\bgo\b|runtime/i,
      },
      // A program's own nil pointer ends it by the same signal.
      {
        has: 'signal sigsegv: segmentation violation',
        about: /^(?![\s\S]{0,20000}nil pointer dereference)[\s\S]{0,20000}\[signal SIGSEGV/,
      },
      { has: 'internal compiler error', and: /panic/, about: /\bgo (?:build|install|test|run)\b/ },
      // The runtime's own crash: a program's has the signal in brackets.
      { has: 'pc=0x', and: /^PC=0x[\da-f]{1,16} m=\d{1,5} sigcode=\d/ },
      { has: 'goroutine 0 ', and: /^goroutine 0 (?:gp=\S{1,20} m=\S{1,20} mp=\S{1,20} )?\[/ },
      { has: 'signal sigill', and: /\[signal SIGILL|SIGILL: illegal instruction/ },
    ],
    about: /(?:^|[\s&;(/"])go (?:build|get|install|test|mod|run|generate|vet)\b|\bgo: downloading|xx-go/,
    causes: [
      {
        text: 'Go’s runtime or compiler crashed under the emulator, which is old or faulty',
        remedy:
          'Cross-compile: run the compiler on $BUILDPLATFORM with GOARCH set; or use a current QEMU and a newer Go',
        commands: [...nativeStage('RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /app .'), NEWER_QEMU],
      },
    ],
    sources: 'golang/go#69255 editorconfig-checker/editorconfig-checker#613',
  },
  {
    id: 'rust',
    title: 'rustc or cargo crashed',
    says: [
      { has: 'rustc interrupted by sig' },
      { has: 'librustc_driver', and: /librustc_driver-\w+\.so\(\+/ },
      { has: 'sigsegv: invalid memory reference' },
      { has: 'the compiler unexpectedly panicked' },
      { has: 'failed to allocate an alternative stack' },
      { has: "thread 'rustc' has overflowed its stack" },
    ],
    about: /\b(?:cargo|rustc|rustup|maturin|chef)\b/,
    causes: [
      {
        text: 'The Rust compiler, or a program that cargo ran, crashed under the emulator, which is old or faulty',
        remedy: 'Cross-compile on $BUILDPLATFORM with --target, use a native runner, or a current QEMU',
        commands: [...nativeStage('RUN rustup target add TARGET && cargo build --target TARGET'), NEWER_QEMU],
      },
    ],
    sources: 'rust-lang/rust#136260',
  },
  {
    id: 'dotnet',
    title: '.NET failed under the emulator',
    says: [
      {
        has: 'nuget.targets(',
        and: /error : (?:Object reference|Specified method|Value cannot|Arithmetic|Index was)/,
      },
      ...texts(`
        msb4166 | msb4063 | does not contain any version-numbered child folders | failed to create coreclr
        | gc heap initialization failed | system.accessviolationexception
        | failed to initialize coreclr | couldn't create gc heap | while executing native code. this usually | private.corelib: assertion
        | fatal error. internal clr error | location of host fxr | failed to load system.private.corelib
      `),
      { has: 'invalidprogramexception' },
      { has: 'msb4018', and: /NullReference|InvalidProgram|AccessViolation|failed unexpectedly/ },
      { has: 'error msb4184: ', and: /GetTargetFrameworkVersion/ },
      { has: 'host/fxr', and: /does not contain any version-numbered child folders/ },
      { has: 'function not implemented', about: /\bdotnet\b|msbuild|nuget/i },
    ],
    about: /\bdotnet (?:restore|publish|build|test|tool|nuget|new|pack|workload|--info)\b|\bnuget\b|msbuild/i,
    causes: [
      {
        text: '.NET is not made to run under QEMU’s user mode, and does not support it: a 32-bit one cannot even read the folders of a 64-bit host',
        // On a system of its own it finds them.
        when: (view) =>
          (thirtyTwoBit(view) && evidenceIs(/version-numbered child folders/)(view)) || undefined,
        remedy:
          'Run dotnet on the machine’s own platform (FROM --platform=$BUILDPLATFORM) and publish for the target (-a $TARGETARCH), or use a native runner',
        commands: nativeStage('RUN dotnet publish -a $TARGETARCH -o /app'),
      },
    ],
    explains: ['syscall-unknown', 'openat2-missing'],
    sources: 'dotnet/dotnet-docker#993 dotnet/sdk#43405 dotnet/runtime#8614 dotnet/dotnet-docker#5355',
  },
  {
    id: 'erlang',
    title: 'Erlang’s virtual machine crashed',
    says: [
      { has: 'erlexec: ' },
      { has: 'beam.smp', and: /segmentation|signal|core dumped|abort/i },
      { has: 'argumenterror', about: /mix (?:local|deps|compile)|erlang|elixir/i },
      { has: 'no next heap size found' },
      { has: 'erl_child_setup: failed with error' },
      { has: 'could not create jit code allocator' },
      // More than a terabyte: a size that nobody meant.
      { has: 'heap_alloc: cannot allocate', and: /Cannot (?:re)?allocate \d{13,} bytes/ },
      { has: 'tag_val_def error' },
      { has: 'nif_error', and: /undefined function erlang:nif_error|\{erlang,nif_error,\[undef\]/ },
    ],
    about: /\b(?:mix|rebar3|erl|elixir|iex|rabbitmq\w*|erlang|otp_src\w*|escript)\b/i,
    causes: [
      {
        text: 'The just-in-time compiler of Erlang/OTP 25 and newer crashes under the emulator: its memory is mapped twice, which QEMU does not follow',
        remedy: 'Set ERL_FLAGS="+JMsingle true" for the step, use a current QEMU, or run it natively',
        commands: ['ENV ERL_FLAGS="+JMsingle true"', NEWER_QEMU],
      },
    ],
    sources: 'erlang/docker-erlang-otp#400 erlang/otp#5625',
  },
  {
    id: 'openj9',
    title: 'OpenJ9 could not start',
    says: [{ has: 'jvmj9vm' }, { has: 'jvmport' }, { has: 'port library failed to initialize' }],
    causes: [
      {
        text: 'OpenJ9 does not run under this emulator: it reads processor data that QEMU does not show',
        remedy: 'Use an image with HotSpot (Temurin), a current QEMU, or a native runner',
        commands: [NEWER_QEMU],
      },
    ],
  },
  {
    id: 'hotspot',
    title: 'the Java virtual machine crashed',
    says: [
      ...texts(
        'a fatal error has been detected by the java runtime environment | sigsegv (0xb) at pc= | sigill (0x4) at pc= | failed to mark memory page as executable | forked vm terminated without | could not initialize native services | error occurred during initialization of vm | server crashed during startup | failed to exec spawn helper | problem occurred starting process',
      ),
      { has: 'internal error (', and: /^#\s{1,4}Internal Error \(\w{1,60}\.[ch]pp:\d/ },
      { has: 'mmap failed for cen and end part of zip' },
      { has: 'could not load properties for module', and: /gradle/ },
      { has: 'could not reserve enough space for', and: /object heap|code cache/ },
    ],
    about: /\b(?:java|javac|mvn|mvnw|gradle|gradlew|sbt|keytool|bazel)\b/,
    causes: [
      {
        text: 'The Java virtual machine crashed under the emulator, which is old or faulty',
        remedy:
          'Compile on $BUILDPLATFORM (bytecode is the same for all), use a current QEMU, or a native runner; -Xint, -XX:UseSVE=0 or, where it starts no other program, -Djdk.lang.Process.launchMechanism=vfork helps some',
        commands: [...NATIVE_STAGE, NEWER_QEMU],
      },
    ],
  },
  {
    id: 'node',
    title: 'Node.js crashed',
    says: [
      { has: 'exit handler never called' },
      { has: 'cb() never called' },
      { has: 'missing deoptimization information' },
      { has: 'fatal error in , line 0' },
      { has: 'fatal process out of memory', and: /^#|v8|node/i },
      { has: 'failed to reserve virtual memory for coderange' },
      { has: 'fatal javascript invalid size error' },
      { has: 'fatal error in v8::' },
      { has: 'newspace::ensurecurrentcapacity' },
      { has: ' code 13', and: /^npm (?:ERR!|error) code 13[24569]$/ },
      // Prisma's engine is WebAssembly: what it answers is not what it wrote.
      { has: '[context: getdmmf]', about: /unable to parse json/i },
      { has: 'terminated with signal "sig', and: /SIG(?:ILL|SEGV|BUS|TRAP|ABRT)/ },
      { has: 'failed with signal "sig', and: /SIG(?:ILL|SEGV|BUS|TRAP|ABRT)/ },
    ],
    about: /(?<![-.\w])(?:npm|npx|yarn|pnpm|node|corepack|ng build|vite|next build|bun)\b/,
    causes: [
      {
        text: 'The just-in-time compiler of the JavaScript engine (Node.js, Bun, Deno) uses an instruction, or a way to memory, that the emulator does not know',
        remedy:
          'Run npm in a stage FROM --platform=$BUILDPLATFORM (native modules are then those of that platform) or on a native runner, or use a current QEMU; a glibc base image or --jitless helped some. A crash can leave the step waiting: set timeout-minutes',
        commands: [...NATIVE_STAGE, NEWER_QEMU, 'timeout-minutes: 30'],
      },
    ],
    explains: ['build-hangs', 'job-time-limit'],
    sources:
      'Kuadrant/mcp-gateway#687 interledger/rafiki!3731 mattogodoy/nametag!212 ekino/docker-buildbox!2021 zereight/gitlab-mcp!729 prisma/orm#29464',
  },
  {
    id: 'compiler',
    title: 'a compiler crashed',
    says: [
      { has: 'internal compiler error', and: /segmentation fault|illegal instruction|aborted|signal/i },
      { has: 'terminated with signal 11' },
      { has: 'unable to execute command: ', and: /segmentation|illegal|aborted/i },
      { has: 'clang frontend command failed' },
      { has: 'error running link command: ', and: /segmentation|illegal/i },
      { has: 'collect2: ', and: /ld terminated with signal/ },
      { has: 'strange closure type' },
      { has: 'oscommitmemory: unable to commit' },
      { has: ': internal error: ', and: /\bghc\S{0,20}: internal error: / },
      { has: "(the 'impossible' happened)" },
    ],
    about:
      /(?:^|[\s/])(?:cc1\w*|gcc|g\+\+|clang(?:\+\+)?|c\+\+|cc)(?::| -)|g?make(?:\[\d+\])?: \*\*\*|\bninja: |linking c|built target|cmake --build|building c\w{0,8} object/i,
    causes: [
      {
        text: 'A compiler crashed under the emulator (or a program that the build ran), which is old or faulty: such crashes are random, and come with current kernels',
        remedy: 'Use a current QEMU, a native runner, or cross-compile on $BUILDPLATFORM',
        commands: [NEWER_QEMU, ...NATIVE_STAGE],
      },
    ],
    sources: 'mlocati/docker-php-extension-installer#896 wofferl/proxmox-backup-arm64#57',
  },
  {
    id: 'python',
    title: 'Python crashed',
    says: [{ has: 'fatal python error: ', and: /segmentation|illegal|aborted/i }],
    about: /\b(?:pip3?|python[\d.]*|poetry|uv|conda|mamba|micromamba)\b/,
    causes: [
      {
        text: 'Python, or a module of it, crashed under the emulator, which is old or faulty',
        remedy: 'Use a current QEMU, wheels that are built already, or a native runner',
        commands: [NEWER_QEMU],
      },
    ],
  },
  {
    id: 'ruby',
    title: 'Ruby crashed',
    says: [{ has: '[bug] seg' }, { has: 'segv received in segv handler' }],
    about: /\b(?:gem|bundle|ruby|rake)\b/,
    causes: [
      {
        text: 'Ruby crashed under the emulator, which is old or faulty',
        remedy: 'Use a current QEMU, or a native runner',
        commands: [NEWER_QEMU],
      },
    ],
    sources: 'docker/for-mac#6264 evilmartians/fullstaq-ruby-docker#17',
  },
];

/** An address space of 47 bits is QEMU’s, or that of a sandbox: where no platform is named, it tells nothing. */
function atQemusWidth(otherwise: Condition): Condition {
  return (view) => (evidenceIs(/Found 47\b/)(view) ? emulatedOrForeign(view) : otherwise(view));
}

const SANITIZER = kind('sanitizer', 'a sanitizer finds the memory otherwise than it expects', {
  bearing: 'foreign',
  rank: 'cause',
  signs: [
    ...texts(`
      threadsanitizer: unexpected memory mapping | shadow memory range interleaves | leaksanitizer has encountered a fatal error
      | can not mmap the shadow memory | leaksanitizer does not work under ptrace | threadsanitizer: unsupported vma range
    `),
    {
      has: 'sanitizer failed to allocate',
      and: /(?:Thread|Address)Sanitizer failed to allocate .{0,80}at address .{0,40}errno: 12/,
    },
    { has: 'fatal: found ', and: /Found \d\d - Supported \d\d/ },
  ],
  causes: [
    {
      text: 'An emulator or Rosetta maps memory otherwise than the sanitizer expects, and has no ptrace for the search for leaks',
      when: atQemusWidth(ranForeign),
      remedy: 'Run the sanitizer natively, or switch the search for leaks off (ASAN_OPTIONS=detect_leaks=0)',
      commands: ['ENV ASAN_OPTIONS=detect_leaks=0'],
    },
    {
      text: 'The kernel spreads addresses wider than this sanitizer knows (vm.mmap_rnd_bits is 32 in newer kernels), or its address space has another width (39 or 47 bits)',
      when: (view) => not(atQemusWidth(ranForeign)(view)),
      elsewhere: true,
      remedy: 'Use a newer compiler, or lower the setting',
      commands: ['sudo sysctl vm.mmap_rnd_bits=28'],
    },
  ],
  sources: 'google/sanitizers#1696',
});

export function runtimeKinds(): readonly Kind[] {
  const crashes = runtimes().map(({ id, title, certain, says = [], about, causes, explains = [], sources }) =>
    kind(`${id}-crash`.replace(/(-space|-threads)-crash$/, '$1'), title, {
      bearing: certain ? 'emulation' : 'foreign',
      rank: 'cause',
      signs: [...says, ...(about === undefined ? [] : crashesOf(about))],
      applies: certain ? undefined : MAY_BE_EMULATED,
      explains: [...GENERAL, ...explains.map((other) => (other === 'go' ? 'go-crash' : other))],
      causes: [
        ROSETTA,
        ...causes.map((cause) => ({ ...cause, leading: true as const })),
        ...GENERAL_CAUSES,
        ELSEWHERE,
      ],
      sources,
    }),
  );
  return [...crashes, SANITIZER];
}
