import t from 'tap';
import { type ErasingPolicy, erasingBar } from '../../src/erasing/allowed.ts';
import { erasingList, type Standing } from '../../src/erasing/list.ts';
import { outcomeOf, type RecordingOutcome } from '../../src/intake/outcome.ts';

const modified = Temporal.Instant.from('2026-09-02T10:01:18Z');
const file = (path: string, bytes = 10) => ({
  ...{ path: Buffer.from(path), kind: 'file' as const, bytes, modified },
});
const digest = (path: string): string => `sha256 of ${path}`;

function outcome(path: string, more: Partial<RecordingOutcome> = {}): RecordingOutcome {
  return { ...outcomeOf(Buffer.from(path), 10, 'stored'), evidence: `E ${path}`, ...more };
}

const sidecar = (path: string) => ({
  ...{ path: Buffer.from(path), bytes: 10, sha256: null, objectPath: null, left: null },
});

/** Everything is stored as it was listed, but for what is named. */
function standing(not: { stored?: string; sidecar?: string; sound?: string } = {}): Standing {
  return {
    recording: (path, bytes, at) =>
      bytes !== 10 || at !== modified.toString()
        ? null
        : {
            evidence: `E ${path}`,
            sha256: digest(path.toString()),
            blake3: 'b',
            stored: path.toString() !== not.stored,
          },
    damaged: (sha256) => not.sound !== undefined && sha256 === digest(not.sound),
    sidecar: (_evidence, path) =>
      path.toString() === not.sidecar ? null : { sha256: digest(path.toString()), blake3: 'b' },
  };
}

const seen = { docking: 'ST01-D000001', recorder: '1234567' };
const names = (list: ReturnType<typeof erasingList>): readonly string[] =>
  list.groups.flat().map(({ path }) => path.toString());
const stays = (list: ReturnType<typeof erasingList>): readonly string[] =>
  list.staying.map(({ path, why }) => `${path} ${why}`);

t.test(
  'the list holds what is stored and lies as it was read, sidecars before their recording',
  async (t) => {
    const outcomes = [outcome('a.mp4', { sidecars: [sidecar('a.gps')] }), outcome('b.mp4')];
    const files = [file('a.gps'), file('a.mp4'), file('b.mp4')];
    const list = erasingList({ ...seen, outcomes, files }, standing());
    t.same(names(list), ['a.gps', 'a.mp4', 'b.mp4']);
    t.match(list, { files: 3, bytes: 30, staying: [] });
  },
);

t.test(
  'what is not stored, has changed, is ignored or new stays, and with it what belongs to it',
  async (t) => {
    const outcomes = [
      outcome('a.mp4', { sidecars: [sidecar('a.gps')] }),
      outcome('b.mp4'),
      outcome('c.mp4'),
      outcome('d.mp4', { evidence: null, state: 'ignored', ignored: 'symbolic_link' }),
      outcome('e.mp4', { evidence: 'another item' }),
    ];
    const files = [
      ...['a.gps', 'a.mp4', 'b.mp4', 'd.mp4', 'e.mp4', 'new.mp4'].map((path) => file(path)),
      file('c.mp4', 11),
    ];
    const list = erasingList({ ...seen, outcomes, files }, standing({ stored: 'b.mp4', sidecar: 'a.gps' }));
    t.same(names(list), []);
    t.same(stays(list), [
      ...['a.mp4 sidecar_not_stored', 'a.gps sidecar_not_stored', 'b.mp4 not_stored'],
      ...['c.mp4 changed_on_card', 'd.mp4 symbolic_link', 'e.mp4 changed_on_card'],
    ]);
  },
);

t.test('what is damaged in the vault stays, and so does a recording whose sidecar is', async (t) => {
  const outcomes = [outcome('a.mp4', { sidecars: [sidecar('a.gps')] }), outcome('b.mp4')];
  const files = [file('a.gps'), file('a.mp4'), file('b.mp4')];
  const damaged = (sound: string) => stays(erasingList({ ...seen, outcomes, files }, standing({ sound })));
  t.same(damaged('b.mp4'), ['b.mp4 original_damaged']);
  t.same(damaged('a.gps'), ['a.mp4 original_damaged', 'a.gps original_damaged']);
});

t.test('the digest says which files of which docking: any other is another list', async (t) => {
  const outcomes = [outcome('a.mp4'), outcome('b.mp4')];
  const files = [file('a.mp4'), file('b.mp4')];
  const { digest } = erasingList({ ...seen, outcomes, files }, standing());
  t.equal(erasingList({ ...seen, outcomes, files }, standing()).digest, digest);
  for (const other of [
    { ...seen, outcomes: outcomes.slice(1), files },
    { ...seen, docking: 'ST01-D000002', outcomes, files },
    { ...seen, recorder: '7654321', outcomes, files },
  ])
    t.not(erasingList(other, standing()).digest, digest);
});

const policy: ErasingPolicy = { units: ['330803'], models: ['generic-dcim'], folders: false };
const report = {
  ...{ recorder: '1234567', profile: 'generic-dcim', assigned: true, refused: null, stopped: null },
  ...{ listing: { files: [], folders: [], problems: [] }, outcomes: [outcome('a.mp4')] },
};
const nothingStored = (): boolean => false;

t.test('both lists must name the recorder, and without either nothing is ever erased', async (t) => {
  const bar = (more: Partial<ErasingPolicy>, unit: string | null = '330803') =>
    erasingBar(report, unit, { ...policy, ...more }, nothingStored);
  t.equal(bar({}), null);
  t.equal(bar({ units: [] }), 'erasing.off');
  t.equal(bar({ models: [] }), 'erasing.off');
  t.equal(bar({ models: ['marker-id-txt'] }), 'erasing.model_not_allowed');
  t.equal(bar({}, '330800'), 'erasing.unit_not_allowed');
  t.equal(bar({}, null), 'erasing.unit_not_allowed', 'nobody knows whose unit it is');
});

t.test('nothing goes before the intake is over and its last recording is stored', async (t) => {
  const bar = (more: Partial<typeof report> | { stopped: 'card_detached' } | { refused: 'no_profile' }) =>
    erasingBar({ ...report, ...more }, '330803', policy, nothingStored);
  t.equal(erasingBar(null, '330803', policy, nothingStored), 'erasing.intake_not_over');
  t.equal(bar({ stopped: 'card_detached' }), 'erasing.intake_not_over');
  t.equal(bar({ refused: 'no_profile' }), 'erasing.intake_not_over');
  t.equal(bar({ assigned: false }), 'erasing.unassigned');
  for (const state of ['failed', 'deferred', 'secured'] as const)
    t.equal(bar({ outcomes: [outcome('a.mp4'), outcome('b.mp4', { state })] }), 'erasing.not_all_stored');
  const secured = { ...report, outcomes: [outcome('b.mp4', { state: 'secured' })] };
  t.equal(
    erasingBar(secured, '330803', policy, (one) => one === 'E b.mp4'),
    null,
    'it went up since',
  );
});
