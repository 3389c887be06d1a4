import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../src/binfmt/entry.ts';
import { nameEntries, reportEntries } from '../../../src/report/report.ts';
import { JAR, printed, WASM } from '../../support/rules.ts';

const bpf = parseEntry('bpf\u001b[2J', 'enabled\nbpf prog\nflags: \n');

describe('reportEntries', () => {
  it('lists every entry, of whatever kind', () => {
    expect(reportEntries([printed(WASM), printed(JAR, 'disabled'), bpf])).toEqual([
      { name: 'wasm', enabled: true, kind: 'magic', interpreter: '/usr/bin/wasmtime', flags: 'OC' },
      { name: 'jar', enabled: false, kind: 'extension', interpreter: '/usr/bin/jexec', flags: '' },
      { name: expect.not.stringContaining('\u001b'), enabled: true, kind: 'unknown', flags: '' },
    ]);
  });
});

describe('nameEntries', () => {
  it('names them in one line, and says which are switched off', () => {
    const entries = reportEntries([printed(WASM), printed(JAR, 'disabled')]);
    expect(nameEntries(entries)).toEqual(['in the table, the newest first: wasm, jar (off)']);
  });

  it('says nothing of an empty table', () => {
    expect(nameEntries([])).toEqual([]);
  });
});
