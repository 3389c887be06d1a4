/**
 * Draws the summaries of test/fixtures/summaries as GitHub shows them: rendered by a GFM renderer, in a headless Chromium
 * (CHROMIUM names another than the one on PATH), light, dark and on a narrow screen. Those of the README go to
 * docs/pictures; with a folder as argument, all of them go there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { renderFailure, renderSummary } from '../src/report/markdown.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The reports that are drawn; the doctor's is the one that its tests hold. */
export const SAMPLES = ['setup', 'plan', 'remove', 'rules', 'private', 'partly', 'failure', 'doctor'];
/** What the README shows. */
export const SHOWN = ['setup', 'plan'];
/** Widths in CSS pixels: the column of a job summary, and a telephone. */
export const WIDTHS = { wide: 900, narrow: 390 };
export const THEMES = ['light', 'dark'];

/** Colours and sizes of GitHub's Markdown (primer/css), as far as a summary needs them. */
const COLOURS = {
  light: {
    text: '#1f2328',
    back: '#ffffff',
    line: '#d1d9e0',
    code: '#818b981f',
    faint: '#59636e',
    link: '#0969da',
  },
  dark: {
    text: '#f0f6fc',
    back: '#0d1117',
    line: '#3d444d',
    code: '#656c7633',
    faint: '#9198a1',
    link: '#4493f8',
  },
};

/** The Markdown of a sample's summary. */
export function summaryOf(name) {
  const folder = name === 'doctor' ? 'reports' : 'summaries';
  const report = JSON.parse(readFileSync(join(root, `test/fixtures/${folder}/${name}.json`), 'utf8'));
  return report.host === undefined ? renderFailure(report.problem) : renderSummary(report);
}

/** A page that shows Markdown in one of the themes. */
export function pageOf(markdown, theme) {
  const { text, back, line, code, faint, link } = COLOURS[theme];
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 16px; background: ${back}; color: ${text}; overflow-wrap: break-word;
      font: 14px/1.5 -apple-system, "Segoe UI", "DejaVu Sans", "Noto Color Emoji", sans-serif }
    h3 { font-size: 17px; margin: 0 0 16px } p, ul, table, pre { margin: 0 0 16px } ul { padding-left: 2em }
    a { color: ${link} } sub { color: ${faint}; font-size: 12px; vertical-align: baseline }
    table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse }
    th, td { padding: 6px 13px; border: 1px solid ${line}; text-align: left }
    code { padding: .2em .4em; border-radius: 6px; background: ${code}; font: 85% "DejaVu Sans Mono", monospace }
    pre { padding: 16px; overflow: auto; border-radius: 6px; background: ${code} } pre code { padding: 0; background: none }
  </style><body>${html}`;
}

/** A Chromium that can be started, or none. */
export function findChromium() {
  const named = process.env.CHROMIUM ?? 'chromium';
  return spawnSync(named, ['--version'], { stdio: 'ignore' }).status === 0 ? named : undefined;
}

function chromium(program, args) {
  const quiet = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
  ];
  const { status, stdout, stderr } = spawnSync(program, [...quiet, ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout;
}

const MEASURE = `<script>const { scrollWidth, clientWidth } = document.documentElement;
  document.title = [scrollWidth, clientWidth, Math.ceil(document.body.getBoundingClientRect().height)].join(' ');</script>`;

/** How wide a page is on a screen of that width, how wide the screen is for it, how high it is, and the text on it. */
export function measure(program, page, width) {
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-picture-'));
  try {
    const path = join(folder, 'page.html');
    writeFileSync(path, frameOf(page, width));
    const dom = chromium(program, [
      `--window-size=1200,800`,
      '--allow-file-access-from-files',
      '--dump-dom',
      path,
    ]);
    const [content = 0, screen = 0, height = 0] = (/<title>([\d ]+)</.exec(dom)?.[1] ?? '')
      .split(' ')
      .map(Number);
    return { content, screen, height };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Chromium makes no window narrower than 500 pixels: the page stands in a frame of the width. */
function frameOf(page, width) {
  const inner = `${page}${MEASURE.replace('document.title', 'parent.document.title')}`
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;');
  return `<!doctype html><meta charset="utf-8"><title></title><body style="margin: 0">
    <iframe style="border: 0; display: block; width: ${width}px; height: 4000px" srcdoc="${inner}"></iframe>`;
}

/** Draws a page of a width as a PNG. */
export function draw(program, page, width, path) {
  const { height } = measure(program, page, width);
  const folder = mkdtempSync(join(tmpdir(), 'setup-binfmt-picture-'));
  try {
    const source = join(folder, 'page.html');
    writeFileSync(source, frameOf(page, width));
    chromium(program, [`--window-size=${Math.max(width, 1)},${height}`, `--screenshot=${path}`, source]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const program = findChromium();
  if (program === undefined) throw new Error('no chromium: install it, or name one in CHROMIUM');
  const [, , folder = join(root, 'docs/pictures')] = process.argv;
  mkdirSync(folder, { recursive: true });
  for (const name of process.argv[2] === undefined ? SHOWN : SAMPLES) {
    for (const theme of THEMES)
      draw(program, pageOf(summaryOf(name), theme), WIDTHS.wide, join(folder, `${name}-${theme}.png`));
    draw(program, pageOf(summaryOf(name), 'light'), WIDTHS.narrow, join(folder, `${name}-narrow.png`));
    console.log(`drew ${name}`);
  }
}
