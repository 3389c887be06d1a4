/** Foreign documents and layers with anything in them: always a value with a reason, never a hang or a throw. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBudget } from '../../src/archive/budget.ts';
import { parseAuthConfig, parseChallenges } from '../../src/oci/auth.ts';
import { pickFromLayer } from '../../src/oci/layers.ts';
import { parseImageConfig, parseManifest } from '../../src/oci/manifest.ts';
import { formatImageReference, parseImageReference, parseMirror } from '../../src/oci/reference.ts';
import { openInspection } from '../../src/qemu/store.ts';
import { codePoint } from '../support/any-text.ts';
import { tarOf } from '../support/oci-image.ts';

describe('any text', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: codePoint }),
    fc.stringMatching(/^[a-z0-9.:/@_[\]-]{0,60}$/),
    fc.webUrl(),
  );

  it('is an image reference that reads back as itself, or none with a reason', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseImageReference(text);
        if ('problem' in parsed) return parsed.problem !== '';
        // Nothing that could change the path of a request gets through.
        expect(formatImageReference(parsed)).toMatch(
          /^[\w.:[\]-]+\/[a-z0-9._/-]+(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/,
        );
        expect(parsed.repository).not.toContain('..');
        expect(parseImageReference(formatImageReference(parsed))).toEqual(parsed);
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  it('is a mirror, a challenge, a document, or none', () => {
    fc.assert(
      fc.property(texts, (text) => {
        parseMirror(text);
        parseChallenges(text);
        parseManifest(text);
        parseImageConfig(text);
        parseAuthConfig(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any JSON', () => {
  const words = [
    'manifests',
    'layers',
    'config',
    'digest',
    'size',
    'platform',
    'mediaType',
    'Env',
    'os',
    'architecture',
  ];
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, -1, 1.5, 1e308, '', 'linux', `sha256:${'a'.repeat(64)}`, '../../x'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 6 }),
    ),
  })).value;

  it('is a manifest or a configuration with valid digests and sizes, or none', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        const manifest = parseManifest(text);
        if ('kind' in manifest) {
          const all = manifest.kind === 'index' ? manifest.entries : [manifest.config, ...manifest.layers];
          for (const { digest, size } of all) {
            expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
            expect(Number.isSafeInteger(size) && size >= 0).toBe(true);
          }
        }
        const config = parseImageConfig(text);
        expect('problem' in config || typeof config.platform.os === 'string').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any damage to a layer', () => {
  let folder: string;
  let tar: Buffer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-fuzz-'));
    tar = await tarOf([
      { name: 'usr/bin/', type: 'directory' },
      { name: `usr/bin/${'long'.repeat(60)}`, content: Buffer.from('x') },
      { name: 'usr/bin/qemu-arm', content: Buffer.alloc(1500, 'a') },
      { name: 'usr/bin/link', type: 'symlink', linkname: 'é'.repeat(70) },
      { name: 'usr/bin/qemu-ppc', content: Buffer.alloc(700, 'b') },
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives files of the wanted names or a reason, and writes nothing else', async () => {
    const damage = fc.record({
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      edits: fc.array(
        fc.tuple(fc.nat(tar.length - 1), fc.constantFrom(0, 0x20, 0x2d, 0x2f, 0x31, 0x37, 0x80, 0xff)),
        { maxLength: 12 },
      ),
      repair: fc.boolean(),
    });
    const names = new Set(['qemu-arm', 'qemu-ppc']);
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, edits, repair }) => {
        const bytes = Buffer.from(tar.subarray(0, cut < 0.3 ? Math.floor(tar.length * cut * 3) : tar.length));
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        if (repair) repairChecksums(bytes);
        const blob = join(folder, 'blob');
        const target = mkdtempSync(join(folder, 'target-'));
        writeFileSync(blob, bytes);
        const budget = openBudget({ bytes: 100_000, parts: 100, timeMs: 10_000 });
        const found = await pickFromLayer(
          blob,
          'application/vnd.oci.image.layer.v1.tar',
          names,
          target,
          openInspection,
          budget,
        );
        if (!('refused' in found))
          expect([...found.files.keys()].every((name) => names.has(name))).toBe(true);
        expect(readdirSync(target).every((name) => names.has(name))).toBe(true);
        expect(readdirSync(folder).filter((name) => !name.startsWith('target-'))).toEqual(['blob']);
        rmSync(target, { recursive: true });
      }),
      { numRuns: 400 },
    );
  });
});

/** Makes the checksum of each block that looks like a header right again, so that damage gets further. */
function repairChecksums(bytes: Buffer): void {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    const block = bytes.subarray(at, at + 512);
    if (block.toString('latin1', 257, 262) !== 'ustar') continue;
    block.fill(0x20, 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  }
}
