import t from 'tap';
import { TapCount } from '../../scripts/lib/tap-count.ts';

function count(text: string): {
  passed: number;
  failed: number;
  shown: readonly string[];
  failures: readonly string[];
} {
  const counting = new TapCount();
  const shown = text.split('\n').flatMap((line) => [...counting.take(line)]);
  return { ...counting.end(), shown, failures: counting.failures };
}

const passing = `TAP version 14
# Subtest: test/a.test.ts
    # Subtest: sums
        ok 1 - should be equal
        ok 2 - should match pattern
        1..2
    ok 1 - sums # time=8.142ms
    ok 2 - case \\# skip of 2
    1..2
    # time=19.633ms
ok 1 - test/a.test.ts # time=19.633ms
`;

t.test('assertions are counted, not the subtests around them', async (t) => {
  const { passed, failed, shown } = count(`${passing}1..1\n`);
  t.equal(passed, 3);
  t.equal(failed, 0);
  t.strictSame(shown, ['ok test/a.test.ts: 3 passed, 0 failed 19.633ms']);
});

t.test('a failed assertion counts once, however deep it lies, and is shown with its diagnosis', async (t) => {
  const { passed, failed, shown } = count(`TAP version 14
# Subtest: test/f.test.ts
    # Subtest: outer
        # Subtest: inner
            ok 1 - fine
            not ok 2 - bad
              ---
              source: |
                ok 1 - quoted, no assertion
              ...
            1..2
        not ok 1 - inner # time=1ms
        1..1
    not ok 1 - outer # time=2ms
    1..1
not ok 1 - test/f.test.ts # time=3ms
1..1
`);
  t.equal(passed, 1);
  t.equal(failed, 1);
  t.match(shown.join('\n'), 'quoted, no assertion');
  t.notMatch(shown.join('\n'), 'ok 1 - fine');
});

t.test('a test file that is killed after its assertions passed is a failure', async (t) => {
  const { passed, failed } = count(`TAP version 14
1..1
# Subtest: test/c.test.ts
    # Subtest: fine
        ok 1 - fine
        1..1
    ok 1 - fine # time=1ms
    # test count(1) != plan(null)
not ok 1 - test/c.test.ts # time=1048ms
  ---
  signal: SIGKILL
  ...
`);
  t.equal(passed, 1);
  t.equal(failed, 1);
});

t.test('a test file without assertions, a skipped one and a pending one are failures', async (t) => {
  const none =
    'TAP version 14\n1..1\n# Subtest: n\n    1..0 # no tests found\nok 1 - n # SKIP no tests found\n';
  t.match(count(none), { passed: 0, failed: 1 });
  const skipped =
    'TAP version 14\n1..1\n# Subtest: n\n    ok 1 - later # TODO\n    ok 2 - x # SKIP\n    ok 3\n    1..3\nok 1 - n\n';
  t.match(count(skipped), { passed: 1, failed: 2 });
});

t.test('output that breaks off is a failure', async (t) => {
  t.match(count(''), { passed: 0, failed: 1 });
  t.match(count('TAP version 14\n1..0 # no tests found\n'), { failed: 0, passed: 0 });
  t.match(count(passing), { passed: 3, failed: 1 }, 'no plan');
  t.match(count(`${passing}1..2\n`), { passed: 3, failed: 1 }, 'a file of the plan is missing');
  t.match(count('TAP version 14\n1..1\n# Subtest: a\n    ok 1 - x\n'), { failed: 1 });
  t.match(count('TAP version 14\nBail out! # no disk\n'), { failed: 2 });
});

t.test('what a test prints is not taken for its result', async (t) => {
  t.match(
    count('TAP version 14\n1..1\n# Subtest: a\n    ---\n    look\n    ok 1 - x\n    1..1\nok 1 - a\n'),
    {
      passed: 1,
      failed: 0,
    },
  );
});

t.test('each test that failed is named once, with its file and what failed first in it', async (t) => {
  const { failures } = count(`TAP version 14
# Subtest: test/f.test.ts
    # Subtest: outer
        # Subtest: first
            ok 1 - fine
            1..1
        ok 1 - first # time=1ms
        # Subtest: second
            not ok 1 - bad
            not ok 2 - worse
            1..2
        not ok 2 - second # time=1ms
        1..2
    not ok 1 - outer # time=2ms
    not ok 2 - loose
    1..2
not ok 1 - test/f.test.ts # time=3ms
# Subtest: test/g.test.ts
    # Subtest: killed
        ok 1 - fine
        1..1
    ok 1 - killed # time=1ms
    # test count(1) != plan(null)
not ok 2 - test/g.test.ts # time=1048ms
# Subtest: test/h.test.ts
    # Subtest: thrown
        ok 1 - fine
        1..1
    not ok 1 - thrown # time=1ms
    1..1
not ok 3 - test/h.test.ts # time=1ms
1..4
`);
  t.strictSame(failures, [
    'test/f.test.ts > outer > second > bad',
    'test/f.test.ts > loose',
    'test/g.test.ts > the file itself',
    'test/h.test.ts > thrown',
    'the output of the tests broke off',
  ]);
  t.strictSame(count(`${passing}1..1\n`).failures, [], 'nothing failed');
});
