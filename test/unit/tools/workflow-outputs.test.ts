import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unlookedAt } from '../../../tools/workflow-outputs.ts';

const IMAGE = 'inputs.image';
const TO_OUTPUT = '>> "$GITHUB_OUTPUT"';

/** A workflow with a script in its seventh line that is given what an expression gives. */
function workflow(expression: string, script: string): string {
  const value = `$\{{ ${expression} }}`;
  const lines = script.split('\n').map((line) => `          ${line}\n`);
  return `on: push\njobs:\n  a:\n    env:\n      IMAGE: ${value}\n    steps:\n      - run: |\n${lines.join('')}`;
}

it.each([
  [IMAGE, `echo "x=$IMAGE" ${TO_OUTPUT}`],
  ["format('{0}', inputs.image)", 'echo "x=$IMAGE" >> $GITHUB_ENV'],
  ['github.event.pull_request.title', 'echo "$IMAGE" >> "$GITHUB_PATH"'],
  ['github.head_ref', 'echo "$IMAGE" >> "$GITHUB_STATE"'],
  [IMAGE, `x=$IMAGE\ny=$x/z\n{\n  echo "a=b"\n  echo "c=$y"\n} ${TO_OUTPUT}`],
])('finds what %s can do in %j', (expression, script) => {
  expect(unlookedAt(workflow(expression, script))).toEqual([
    {
      line: 7,
      message: 'this script writes values, and does not compare IMAGE, which may hold line breaks',
    },
  ]);
});

it.each([
  [IMAGE, 'echo "x=$IMAGE" >> file'],
  [IMAGE, `echo "x=$IMAGES" ${TO_OUTPUT}`],
  [IMAGE, `echo "$IMAGE"\necho "x=y" ${TO_OUTPUT}`],
  ['needs.plan.outputs.image', `echo "x=$IMAGE" ${TO_OUTPUT}`],
  [IMAGE, `case $IMAGE in a) echo "x=$IMAGE" ${TO_OUTPUT} ;; esac`],
  [IMAGE, `if [ "$IMAGE" = a ]; then echo "x=$IMAGE" ${TO_OUTPUT}; fi`],
])('finds nothing of %s in %j', (expression, script) => {
  expect(unlookedAt(workflow(expression, script))).toEqual([]);
});

it('finds what would be wrong with the workflow that others call, if it compared nothing', () => {
  const text = readFileSync('.github/workflows/build-image.yml', 'utf8');
  expect(unlookedAt(text)).toEqual([]);
  const bare = text.replaceAll(/case \$\w+ in/g, 'case x in');
  expect(unlookedAt(bare).map(({ message }) => message.match(/[A-Z_]{4,}/)?.[0])).toEqual([
    'IMAGE',
    'MAY_FAIL',
  ]);
});
