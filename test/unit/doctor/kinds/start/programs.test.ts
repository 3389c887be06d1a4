import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const first = (log: string) => {
  const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
  const [lead] = diagnoses;
  return { answer: `${verdict} ${lead?.id ?? '-'}`, cause: lead?.causes[0]?.text };
};
const REFUSED = 'bash: ./tool: cannot execute binary file: Exec format error';

describe('a file that is no program', () => {
  it.each([
    ['current ar archive', /an archive or a package/],
    ['Zip archive data, at least v2.0 to extract', /an archive or a package/],
    ['gzip compressed data, was "tool.tar"', /an archive or a package/],
    ['Debian binary package (format 2.0)', /an archive or a package/],
    ['ELF 64-bit LSB relocatable, x86-64, version 1 (SYSV), not stripped', /was not linked/],
  ])('is what file says of it: %s', (kind, text) => {
    for (const log of [`${REFUSED}\n./tool: ${kind}`, `${REFUSED}\n$ file -b tool\n${kind}`]) {
      const { answer, cause } = first(log);
      expect(answer).toBe('not-emulation not-a-program');
      expect(cause).toMatch(text);
    }
  });

  it('is not what file says of another', () => {
    expect(first(`other.zip: Zip archive data\n${REFUSED}`).answer).toBe(
      'not-emulation file-of-another-architecture',
    );
  });

  it('may be a script, or its interpreter another machine’s', () => {
    const { cause } = first('error: fork/exec /entry.sh: exec format error');
    expect(cause).toMatch(/first line names no interpreter.*or the interpreter/);
  });

  it.each([
    'bash: ./tool: Kann die Binärdatei nicht ausführen: Fehler im Format der Programmdatei',
    'bash: ./tool: impossible d’exécuter le fichier binaire : Erreur de format pour exec()',
    'bash: ./tool: no se puede ejecutar el fichero binario: Formato de ejecutable incorrecto',
  ])('is refused in other languages: %s', (line) => {
    expect(first(line).answer).toBe('not-emulation file-of-another-architecture');
  });
});
