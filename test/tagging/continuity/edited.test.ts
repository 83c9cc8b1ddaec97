import t from 'tap';
import { markIn } from '../../../src/tagging/continuity/programs.ts';
import { codes, only, running, stretch } from './recordings.ts';

const none = { streams: [] };

t.test('programs are known by what they really write', async (t) => {
  const written: readonly (readonly [string, Parameters<typeof markIn>[0]])[] = [
    ['FFmpeg', { file: { encoder: 'Lavf59.27.100' }, streams: [] }],
    ['FFmpeg', { file: { software: 'Lavf59.27.100' }, streams: [] }],
    ['FFmpeg', { file: {}, streams: [{ encoder: 'Lavc libx264' }] }],
    ['FFmpeg', { file: {}, streams: [{ vendor_id: 'FFMP' }] }],
    ['Adobe', { file: {}, streams: [{ handler_name: '\u001fMainconcept Video Media Handler' }] }],
    ['Adobe', { file: {}, streams: [{}, { handler_name: '#Mainconcept MP4 Sound Media Handler' }] }],
    ['JianYing', { file: { encoder: 'Lavf57.71.100', te_is_reencode: '1', hw: '1' }, streams: [] }],
    ['JianYing', { file: { comment: '{"source_type":"vicut","data":{}}' }, streams: [] }],
    ['JianYing', { file: { software: '{"publicMode":"1","TEEditor":"2"}' }, streams: [] }],
    ['Final Cut Pro', { file: { com_apple_proapps_share_id: 'x' }, streams: [] }],
    ['DaVinci Resolve', { file: { encoder: 'Blackmagic Design DaVinci Resolve' }, streams: [] }],
    ['HandBrake', { file: { encoder: 'HandBrake 1.1.2 2018090500' }, streams: [] }],
    ['VirtualDub', { file: { software: 'VirtualDub build 32842/release' }, streams: [] }],
    ['GPAC', { file: {}, streams: [{ handler_name: 'GPAC ISO Video Handler' }] }],
    ['Bilibili', { file: { description: 'Packed by Bilibili XCoder v2.0.2' }, streams: [] }],
  ];
  for (const [program, tags] of written) t.equal(markIn(tags)?.program, program, JSON.stringify(tags));
  const own = [
    { file: { encoder: 'GoPro AVC encoder', major_brand: 'mp42' }, streams: [] },
    { file: {}, streams: [{ handler_name: 'Ambarella AVC', vendor_id: '[0][0][0][0]' }] },
    { file: { com_android_version: '9', title: '张三 讯问' }, streams: [{ handler_name: 'VideoHandle' }] },
    { file: { comment: 'Lavfendel' }, streams: [{ handler_name: 'VideoHandler' }] },
  ];
  for (const tags of own) t.equal(markIn(tags), null, JSON.stringify(tags));
});

t.test('an editor’s mark is told with its words, whatever the others say', async (t) => {
  const all = running(4).map((one, i) =>
    i === 2 ? { ...one, tags: { ...none, file: { encoder: 'HandBrake 1.1.2 2018090500' } } } : one,
  );
  t.match(only(stretch(...all)), [
    {
      ...{ code: 'edited', wording: 'edited_program', evidence: ['E3'] },
      ...{ said: 'HandBrake 1.1.2 2018090500', facts: { program: 'HandBrake' } },
    },
  ]);
});

t.test('a library in the firmware is no editor; another version of it stands out', async (t) => {
  const firmware = { tags: { ...none, file: { encoder: 'Lavf57.83.100' } } };
  t.same(codes(stretch(...running(4, firmware))), []);
  const again = { tags: { ...none, file: { encoder: 'Lavf61.7.100' } } };
  const mixed = running(4, firmware).map((one, i) => (i === 1 ? { ...one, ...again } : one));
  t.match(only(stretch(...mixed)), [
    { wording: 'edited_library', evidence: ['E2'], facts: { program: 'FFmpeg', others: 3, alike: 0 } },
  ]);
  t.same(codes(stretch(...running(1, again))), ['edited E1'], 'nothing else speaks for the recorder');
});

t.test('a profile says what its encoder writes', async (t) => {
  const marks = ['Lavf57\\..*', 'ACME .*'];
  const own = { marks, tags: { ...none, file: { encoder: 'Lavf57.83.100' } } };
  t.same(codes(stretch(...running(1, own))), [], 'its own mark is no editor’s');
  const foreign = { ...own, tags: { ...none, file: { encoder: 'SomeCutter 3' } } };
  t.match(only(stretch(...running(1, foreign))), [
    { wording: 'edited_foreign', said: 'SomeCutter 3', evidence: ['E1'] },
  ]);
  const handler = { ...own, tags: { file: { encoder: 'v2.1' }, streams: [{ handler_name: 'ACME video' }] } };
  t.same(codes(stretch(...running(1, handler))), [], 'one of its marks is enough');
  t.same(codes(stretch(...running(1, { marks, tags: none }))), [], 'nothing is said');
  t.same(codes(stretch(...running(1, { ...foreign, tags: null }))), [], 'what was said has been erased');
});
