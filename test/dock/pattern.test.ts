import t from 'tap';
import { faultOf, groupsOf, hasPart, isPath, under, whole } from '../../src/dock/pattern.ts';

t.test('patterns that a hostile name could stall are refused', async (t) => {
  const slow = [
    '(a+)+',
    '(?:a|a)*',
    '(a{1,9}){2}',
    '(?=a)b',
    '(?<!a)b',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    'a*b*c*d*',
    'a?b?c?d?e?f?g?h?i?',
  ];
  for (const source of slow) t.equal(faultOf(source)?.fault, 'slow', source);
});

t.test('patterns that do not compile or are not ASCII are refused', async (t) => {
  for (const source of ['(', '[z-a]', '(?<a>x)(?<a>y)', '张'])
    t.equal(faultOf(source)?.fault, 'broken', source);
});

t.test('ordinary patterns pass, quantifier signs in classes and escapes among them', async (t) => {
  for (const source of ['[*+?(){}|]{3}', '\\*\\+\\(\\)', 'a{2}b{3}', '(?:ab|cd)?', '\\d{14}']) {
    t.equal(faultOf(source), null, source);
  }
});

t.test('a pattern matches the whole subject only', async (t) => {
  t.notOk(whole('a|b').test('ab'));
  t.notOk(whole('a').test('a\n'));
  t.strictSame(groupsOf('(?<device>a)|(?<stamp>b)'), ['device', 'stamp']);
});

t.test('globs ignore ASCII case, take no slash and treat other signs literally', async (t) => {
  t.ok(hasPart('DCIM/a\nb.thm', '*.THM'));
  t.ok(hasPart('DCIM/x.THM/y.mp4', '*.thm'));
  t.notOk(hasPart('DCIM/athm', '*.THM'));
  t.notOk(hasPart('DCIM/x.thm.mp4', '*.THM'), 'the whole name');
  t.ok(isPath('log/2026.TXT', 'LOG/*.txt'));
  t.notOk(isPath('log/a/2026.txt', 'LOG/*.txt'));
  t.ok(under('x.mp4', '.'));
  t.ok(under('DCIM/100MEDIA/x.mp4', 'dcim/1*'));
  t.notOk(under('DCIM', 'DCIM'), 'a file of the folder’s name is not under it');
  t.notOk(under('DCIMX/x.mp4', 'DCIM'));
});
