import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codePoint } from '../../support/any-text.ts';
import { keepCompiled, runProgram } from '../../support/program.ts';

const OUTPUT = fileURLToPath(new URL('../../../src/host/output.ts', import.meta.url));
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const OWN = /^::(?:group|endgroup|debug|(?:error|warning) (?:title=[^:,]*)?)::/;

let folder: string;
let summary: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-output-'));
  summary = join(folder, 'summary');
  writeFileSync(summary, '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program says that calls the door; `texts` are its own. */
async function said(program: string, texts: readonly string[] = []): Promise<string> {
  const head = `import * as output from ${JSON.stringify(OUTPUT)};\nimport { readFileSync } from 'node:fs';\nconst texts = JSON.parse(readFileSync(0, 'utf8'));\n`;
  const ended = await runProgram([process.execPath, '--input-type=module', '-e', head + program], {
    env: { ...process.env, ...keepCompiled, RUNNER_DEBUG: '1', GITHUB_STEP_SUMMARY: summary } as Record<
      string,
      string
    >,
    stdin: JSON.stringify(texts),
  });
  expect(ended.code, ended.stderr).toBe(0);
  return ended.stdout;
}

describe('the door for output', () => {
  const unit = fc.oneof(
    fc.constantFrom(':', '::', '##[', '\u001b[31m', '\u001b]0;', '\n', '\r', '\u202e', '\u200b', ' ', 'a'),
    fc.string({ unit: codePoint, minLength: 1, maxLength: 1 }),
  );
  const texts = fc.sample(fc.string({ unit, maxLength: 20 }), 2000);

  it('lets no text speak, by whichever way it leaves', async () => {
    const log = await said(
      `for (const text of texts) {
        output.logLine(text);
        output.startGroup(text);
        output.annotate('error', text, text);
        output.annotate('warning', text, text);
        output.debug(text);
        output.print('stdout', [text, text]);
      }
      await output.writeSummary(texts.join('\\n'));`,
      texts,
    );
    const lines = `${log}\n${readFileSync(summary, 'utf8')}`.split('\n');
    expect(lines.length).toBeGreaterThan(texts.length * 7);
    const speaking = lines.filter(
      (line) => (/^\s*::/.test(line) && !OWN.test(line)) || line.includes('##[') || UNSEEN.test(line),
    );
    expect(speaking).toEqual([]);
  });

  it('gives a terminal our colours, and no other sequence', async () => {
    const program = `const { good, end } = output.COLOURS;
      output.print('stdout', [good + texts[0] + end, '::error::' + good + 'x' + end], true);
      output.print('stdout', [good + texts[0] + end]);`;
    const foreign = 'a\u001b[35mb\u001b]0;c\u0007d\u001b[2Je\nf';
    expect((await said(program, [foreign])).split('\n')).toEqual([
      '\u001b[32ma b d e f\u001b[0m',
      ': :error::\u001b[32mx\u001b[0m',
      ' a b d e f ',
      '',
    ]);
  });

  it('makes warnings of a library lines of the log, and drops the rest, also what comes too late', async () => {
    const program = `import * as core from '@actions/core';
      const late = output.unheard(output.logLine, async () => {
        core.info(texts[0]);
        core.debug(texts[0]);
        core.warning(texts[0]);
        await new Promise((resolve) => setTimeout(resolve, 20));
        core.info(texts[0]);
        return 'ended';
      });
      output.logLine('meanwhile');
      output.logLine(await late);`;
    const log = await said(program, ['x\n::add-mask::pwned ##[error]\u001b[31m']);
    expect(log).toBe('  x%0A: :add-mask: :pwned ## [error]\n  meanwhile\n  ended\n');
  });
});
