/** Kinds of files that were started and are no programs of this system: texts, archives, scripts, other systems’ programs. */

import { FILE, INSPECT } from '../common.ts';
import { either, evidenceIs, logShows, only, programIs } from '../conditions.ts';
import { type Cause, type Condition, clue, type Kind, kind, type Sign, texts } from '../kind.ts';

/** The words as somebody quotes them: a test's expectation, a message of a script, a comment. */
const QUOTED =
  /\b(?:got|want(?:ed)?|expect(?:ed|s)?|assert\w*|contains?|toMatch\w*|grep|echo|printf|hint|explain\w*|if you (?:see|get))\b.{0,300}(?:exec format error|cannot execute)|^\s{0,40}(?:#(?!\d)|\/\/|\*|it\(|test\()|error while loading/i;

/** What Bash and the C library say of it in other languages; each has letters that are not ASCII, or words of its own. */
const IN_OTHER_WORDS =
  /^-?bash: .{1,240}(?:eseguire il file binario|executar o (?:arquivo|ficheiro) binário|exécuter le fichier binaire|binärdatei nicht ausführen|ejecutar el (?:archivo|fichero) binario|binair bestand niet uitvoeren|pliku binarnego|binární soubor|köra binär ?fil|ikili dosya|бинарный файл|двоичный файл|バイナリファイルを実行|执行二进制文件|執行二進位|바이너리 파일을 실행|형식 오류|实行形式|実行形式エラー|执行格式错误|可执行文件格式错误|формата выполняемого файла|format pliku wykonywalnego|körformatsfel|dosya biçimi hatası)/i;

/** How a kernel’s refusal to start a program shows itself. */
export const REFUSED: readonly Sign[] = [
  { has: 'exec format error', not: QUOTED },
  { has: 'cannot execute binary file', not: QUOTED },
  { has: 'enoexec', and: /\b(?:spawn(?:Sync)?|exec)\b.{0,300}\bENOEXEC\b|Errno::ENOEXEC/ },
  { has: 'bad cpu type in executable' },
  // In German, French, Spanish and Italian.
  ...texts(
    'fehler im format der programmdatei | erreur de format pour exec | formato de ejecutable incorrecto | errore nel formato di exec',
  ),
  { has: 'bash: ', and: IN_OTHER_WORDS },
  { has: 'unknown system error -8' },
  // Android’s shell
  { has: ': not executable: ', and: /: not executable: (?:(?:32|64)-bit ELF file|magic 7F45)$/ },
  { has: 'status=203/exec', about: /exec format|(?:aarch64|arm64|armhf|x86_64|amd64|riscv64)/i },
];

/** A shell or a program of the machine itself says that it could not start another one: so what it runs on works. */
export const BY_A_RUNNING_PROGRAM =
  /line \d{1,6}: |cannot execute binary file|bash: \S{1,200}: |^(?:npm \S{1,6} )?-?(?:\S{0,60}\/)?(?:ba|da|a|z|k|fi)?sh: |\bspawn(?:Sync)? \S|Errno 8|error=8|fork\/exec|os error 8|cannot run program|not valid: failed to fetch|no_?exec|bad cpu type|syntax error|ELF.{0,5}: |system error -8|trying to start process|could not be run|(?:^|Reason: )exec: Exec format error$|Win32Exception|^(?:g?make(?:\[\d+\])?|su-exec|gosu|env|nohup|sudo|nice|time|timeout|xargs|find|strace|gdb|s6-\S{1,20}|\[?dumb-init\]?|supervisor): |\btini \(\d+\)|\.service: |\bcode: 8, kind|\bat \S{1,200} line \d{1,6}\.$/i;

/** The first program of a root did not start: what the root holds is of one architecture. */
export const OF_A_ROOT = /chroot: |\bexec user process\b|\bLaunch error: fork\/exec/i;

export const SCRIPT = programIs(/\.(?:sh|bash|py|rb|pl|js)$/);

/** `file` was asked of this program, as far as its answer tells of which, and says that it is no program at all. */
const looksLike = (id: string): Condition => {
  return ({ log, match }) => {
    const name = match.program?.split('/').at(-1);
    const answers = log.matches.find((one) => one.id === id)?.evidence ?? [];
    return (
      answers.some(({ text }) => {
        const asked = /^(?:\S{0,200}\/)?([^\s/:]{1,200}): /.exec(text)?.[1];
        return asked === undefined || name === undefined || asked === name;
      }) || undefined
    );
  };
};
const isArchive = looksLike('file-is-archive');
const isObject = looksLike('file-is-object');

/** The log shows what the file is: no program of Linux. */
const noProgram = either(
  isArchive,
  isObject,
  logShows('file-is-text', 'other-system', 'saved-for-windows'),
  ({ foreign }) => (foreign === true ? false : undefined),
  logShows('script-seen'),
  // A container’s runtime says the same where the interpreter of the script is of another architecture.
  (view) => {
    if (evidenceIs(OF_A_ROOT)(view) === true && view.foreign !== false) return undefined;
    return view.foreign === false || evidenceIs(BY_A_RUNNING_PROGRAM)(view) ? SCRIPT(view) : undefined;
  },
);

export const THE_FIRST_LINE: Cause = {
  text: 'The file is a script whose first line names no interpreter, or names it too late',
  when: logShows('script-seen'),
  elsewhere: true,
  remedy: 'Let the very first line of the script be one such as #!/bin/sh',
  commands: ['head -c 64 {program} | od -c'],
};

/** Nobody has seen the script, and a runtime says the same where the interpreter cannot be started. */
const FIRST_LINE_OR_INTERPRETER: Cause = {
  text: 'The file is a script: its first line names no interpreter, or names it too late, or the interpreter that it names was built for another architecture than the machine',
  elsewhere: true,
  remedy:
    'Let the very first line of the script be one such as #!/bin/sh, and look at what that interpreter, and so the image, is built for',
  commands: ['head -c 64 {program} | od -c', INSPECT],
};

export const programKinds = (): readonly Kind[] => [
  kind('not-a-program', 'the file that was started is no program of this system', {
    bearing: 'elsewhere',
    rank: 'cause',
    signs: [
      ...REFUSED,
      { has: 'doctype html', and: /: line \d{1,3}: .{0,4}<!doctype html/i },
      { has: 'not: command not found', and: /: line 1: Not: command not found/ },
      { has: 'unexpected token', and: /: line 1: syntax error near unexpected token .(?:<|newline)/ },
    ],
    applies: only(noProgram),
    explains: ['exec-format-error', 'file-of-another-architecture', 'platform-mismatch'],
    causes: [
      {
        text: 'The file is not a program: a failed download or a wrong path left a text or a page in its place',
        when: only(logShows('file-is-text')),
        specific: true,
        elsewhere: true,
        remedy:
          'Look at the file, and mend the download (curl --fail ends with an error where the server has no file)',
        commands: [FILE, 'head -c 200 {program}'],
      },
      {
        text: 'The program was built for another system than Linux (macOS or Windows): another system’s file cannot be started',
        when: only(logShows('other-system')),
        specific: true,
        elsewhere: true,
        remedy: 'Build or fetch the one for Linux (GOOS=linux)',
        commands: [FILE],
      },
      {
        text: 'The file is a script that was saved as Windows does, so that its first line is none for the kernel: its lines end with a carriage return (CRLF), or it begins with a byte order mark',
        when: only(logShows('saved-for-windows')),
        specific: true,
        elsewhere: true,
        remedy:
          'Save the script as UTF-8 without a mark and with line feeds alone, and let Git keep them (*.sh text eol=lf in .gitattributes)',
        commands: ['head -c 64 {program} | od -c', 'sed -i "s/\\r$//; 1s/^\\xef\\xbb\\xbf//" {program}'],
      },
      {
        text: 'The file is an archive or a package, which was to be unpacked: the program lies in it',
        when: only(isArchive),
        specific: true,
        elsewhere: true,
        remedy: 'Unpack or install what was downloaded, and put the program in its place',
        commands: [FILE],
      },
      {
        text: 'The file is an object file or a library that was not linked: it is no program, whatever it was named',
        when: only(isObject),
        specific: true,
        elsewhere: true,
        remedy: 'Link it: leave -c out where a compiler is to make a program',
        commands: [FILE],
      },
      { ...THE_FIRST_LINE, when: only(logShows('script-seen')) },
      FIRST_LINE_OR_INTERPRETER,
    ],
    sources: 'moby/moby#27723 xcat2/xcat-core#916 moby/moby#22469',
  }),
  clue(
    'file-is-text',
    { has: 'not found', and: /^(?:404: )?Not Found$/i },
    { has: 'doctype html' },
    { has: 'not: command not found', and: /: line 1: Not: command not found/ },
    { has: ': html document' },
    { has: ': line 1: `<' },
    { has: 'ascii text', and: /: (?:ASCII|UTF-8|Unicode) text/i, not: /script|CRLF|BOM/i },
    { has: ': empty', and: /: empty$/ },
    { has: 'access denied</' },
  ),
  clue(
    'file-is-archive',
    {
      has: 'archive',
      and: /(?:^|: )(?:current ar|(?:POSIX )?tar|Zip|7-zip|Java|cpio|Debian binary package|thin|Microsoft Cabinet)\b.{0,30}\barchive\b/i,
    },
    { has: 'debian binary package', and: /(?:^|: )Debian binary package/i },
    { has: 'compressed data', and: /(?:^|: )(?:gzip|XZ|bzip2|Zstandard|LZ4|LZMA|compress'd)\b/i },
    { has: ': rpm v' },
  ),
  clue(
    'file-is-object',
    { has: 'elf ', and: /\bELF (?:32|64)-bit [LM]SB relocatable\b/ },
    { has: 'llvm ir bitcode' },
  ),
  clue(
    'other-system',
    { has: 'mach-o' },
    { has: ': pe32' },
    { has: 'goos=', and: /\bGOOS=(?:darwin|windows|freebsd)\b/ },
    { has: 'bazel run', about: /^Darwin (?:x86_64|arm64)/m },
    {
      has: ' build',
      and: /^(?:\S{0,40}[$%] ?)?(?:go|cargo|swift) build/,
      about: /^Darwin (?:x86_64|arm64)/m,
    },
  ),
  clue(
    'saved-for-windows',
    { has: 'with crlf line terminators' },
    { has: '(with bom)' },
    { has: '#!/', and: /^#!.{1,100}(?:\^M\$?|\\r)/ },
    { has: '357 273 277' },
    { has: 'bb bf', and: /\bef ?bb bf ?23\b/i },
  ),
  clue('script-seen', { has: '#!/', and: /^#!\s?\//, about: /\b(?:head|cat|sed|less|tail)\b/ }),
];
