import t from 'tap';
import { type CopyWish, copyArguments } from '../../src/viewing/copy-arguments.ts';
import { filterValue } from '../../src/viewing/filter-text.ts';
import { markText } from '../../src/viewing/mark.ts';

const font = { path: '/usr/share/fonts/a.ttc', chinese: true, seenAs: '/in/font' };
const wish: CopyWish = {
  plan: {
    ...{ does: 'film', demuxer: 'avi', durationMs: 60_000 },
    picture: { at: 0, does: 'encode' },
    sound: { at: 1, does: 'encode' },
  },
  settings: { height: 720, mark: 'burnt', encoder: 'software' },
  ...{ quality: 'usual', evidence: 'ST01-2026-0000001', font, threads: 2 },
};

function after(list: readonly string[], option: string): string | undefined {
  const at = list.indexOf(option);
  return at === -1 ? undefined : list[at + 1];
}

t.test('one protocol, one demuxer, no subtitles: an original reaches nothing outside itself', async (t) => {
  for (const plan of [
    wish.plan,
    { does: 'still', demuxer: 'jpeg_pipe' },
    { does: 'sound', demuxer: 'wav', sound: { at: 0, does: 'copy' }, durationMs: null },
  ] satisfies CopyWish['plan'][]) {
    const { input, outputs } = copyArguments({ ...wish, plan });
    t.equal(after(input, '-protocol_whitelist'), 'file');
    t.equal(after(input, '-format_whitelist'), plan.demuxer);
    t.equal(after(input, '-f'), plan.demuxer);
    t.ok(input.includes('-nostdin') && input.includes('-max_pixels'));
    t.equal(outputs.length, 1);
    const [options = []] = outputs.map((one) => one.options);
    t.equal(after(options, '-map_metadata'), '-1', 'no text of the original goes along');
    t.ok(plan.does === 'still' || options.includes('-sn'));
  }
});

t.test('a film becomes H.264 and AAC with its own times, a key frame every two seconds', async (t) => {
  const { input, outputs } = copyArguments(wish);
  t.ok(input.includes('-copyts') && input.includes('-start_at_zero'));
  const [{ options, file } = { options: [], file: '' }] = outputs;
  t.equal(file, 'copy.mp4');
  t.equal(after(options, '-map'), '0:v:0');
  t.ok(options.includes('0:a:1'));
  t.equal(after(options, '-c:v'), 'libx264');
  t.equal(after(options, '-force_key_frames'), 'expr:gte(t,n_forced*2)');
  t.equal(after(options, '-fps_mode'), 'passthrough');
  t.equal(after(options, '-movflags'), '+faststart');
  t.match(after(options, '-vf'), /min\(720\/min\(iw\*sar/);
  t.match(
    after(options, '-vf'),
    /drawtext=fontfile=\/in\/font:text=预览副本 非原件 \/ viewing copy {2}ST01-2026-0000001:/,
  );
});

t.test('the safer setting trusts no time that the original gives', async (t) => {
  const { input, outputs } = copyArguments({ ...wish, quality: 'safer' });
  t.notOk(input.includes('-copyts'));
  t.match(after(input, '-fflags'), /igndts/);
  t.equal(after(outputs[0]?.options ?? [], '-fps_mode'), 'cfr');
});

t.test(
  'without a font nothing is burnt in, and without Chinese characters it is said in English',
  async (t) => {
    const vf = (one: CopyWish): string => after(copyArguments(one).outputs[0]?.options ?? [], '-vf') ?? '';
    t.notMatch(vf({ ...wish, font: null }), /drawtext/);
    t.match(vf({ ...wish, font: { ...font, chinese: false } }), /VIEWING COPY - NOT THE ORIGINAL/);
  },
);

t.test('only numbers of this station are burnt in', async (t) => {
  for (const name of ["'; drop", '%{pts}', 'a:b', '../x', '', 'A11_张三.mp4', '-x', 'a'.repeat(65)])
    t.throws(() => markText(name, true), RangeError, name);
});

t.test('whatever means something to a filter graph is taken for what it is', async (t) => {
  t.equal(filterValue('/srv/fonts/a b.ttf'), '/srv/fonts/a b.ttf');
  t.equal(filterValue("a:b'c\\d,e[f];g"), "a\\\\:b\\\\\\'c\\\\\\\\d\\,e\\[f\\]\\;g");
});
