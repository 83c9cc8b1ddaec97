import fc from 'fast-check';
import t from 'tap';
import { placeOf } from '../../src/tagging/location/place-shape.ts';
import type { Marker } from '../../src/tagging/marker.ts';
import type { RegisterName, RowValues } from '../../src/tagging/registers/register.ts';
import {
  type KnownWorld,
  machineTags,
  returnByRoster,
  type TaggableRecording,
} from '../../src/tagging/tag-rule.ts';
import { effectiveTags, type Tag, tagFields, tagSources } from '../../src/tagging/tags.ts';

const z = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-09-02T${time}:00Z`);

const world = (duties: readonly RowValues[]): KnownWorld => ({
  row: (register: RegisterName, key: string) => rows[register]?.[key] ?? null,
  named: (register, name) =>
    Object.entries(rows[register] ?? {})
      .filter(([, row]) => row['name'] === name)
      .map(([key]) => key),
  duties: (who, from, to) =>
    duties.filter(
      (duty) =>
        (duty['officer'] === who.officer || (who.recorder !== null && duty['recorder'] === who.recorder)) &&
        (duty['from'] ?? '') <= to.toString() &&
        (duty['to'] ?? '') >= from.toString(),
    ),
  places: () => [],
});
const rows: Partial<Record<RegisterName, Record<string, RowValues>>> = {
  officers: { '222222': { unit: 'U1', name: '张三' }, '333333': { unit: 'U2', name: '李四' } },
  units: { U1: { name: '执法一队' }, U2: { name: '执法二队' } },
  recorders: { '7654321': { holder: '333333' } },
  cases: { C1: { title: '某案', party: 'P1', handler: '333333', matter: 'M1' } },
};
const duty = (officer: string, from: string, to: string, more: RowValues = {}): RowValues => ({
  officer,
  from: z(from).toString(),
  to: z(to).toString(),
  ...more,
});
const recording: TaggableRecording = {
  recorder: '7654321',
  assigned: true,
  officer: '222222',
  important: false,
  marker: null,
  start: z('10:00'),
  ended: z('10:20'),
};

const told = (one: TaggableRecording, duties: readonly RowValues[]): readonly string[] =>
  machineTags(one, [], world(duties), []).map(
    ({ field, source, values }) => `${field} ${source} ${values.join('/')}`,
  );

t.test('the roster, the name and the registers each say what they know', async (t) => {
  const morning = duty('222222', '08:00', '12:00', { case: 'C1', place: '某广场', recorder: '7654321' });
  t.strictSame(told(recording, [morning]), [
    'officer roster 222222',
    'case roster C1',
    'location roster 某广场',
    'officer file_name 222222',
    'officer register 333333',
    'unit register U1',
    'party register P1',
    'handler register 333333',
    'matter register M1',
    'title register 某案',
  ]);
});

t.test(
  'the officer whom the name says is believed before the one who was to carry the recorder',
  async (t) => {
    const [mine, theirs] = [
      duty('222222', '08:00', '12:00', { case: 'C1' }),
      duty('333333', '08:00', '12:00', { case: 'C2', recorder: '7654321' }),
    ];
    t.match(told(recording, [mine, theirs]), ['officer roster 222222', 'case roster C1']);
    t.match(told({ ...recording, officer: '000000' }, [mine, theirs]), [
      'officer roster 333333',
      'case roster C2',
    ]);
    t.strictSame(
      told({ ...recording, officer: null, assigned: false }, [mine, theirs]).filter((one) =>
        /roster/.test(one),
      ),
      [],
      'a card that is not known for certain has no holder',
    );
  },
);

t.test('a recording across two duties gets both as candidates, and no value', async (t) => {
  const two = [
    duty('222222', '08:00', '10:10', { case: 'C1' }),
    duty('222222', '10:10', '12:00', { case: 'C2' }),
  ];
  const tags = machineTags(recording, [], world(two), []);
  const filed = effectiveTags(tags).find(({ field }) => field === 'case');
  t.match(filed, { value: null, candidates: ['C1', 'C2'], source: 'roster' });
  t.notOk(
    tags.some(({ field }) => field === 'party'),
    'and nothing follows from it',
  );
});

t.test('what the registers say follows from what a person has said', async (t) => {
  const byPerson: Tag = { field: 'case', source: 'person', values: ['C1'] };
  const tags = machineTags(recording, [], world([]), [byPerson]);
  t.match(
    tags.find(({ field }) => field === 'party'),
    { source: 'register', values: ['P1'] },
  );
});

const marked = (marker: Partial<Marker>): readonly string[] => {
  const nothing = { officers: [], officerNames: [], units: [], unitNames: [] };
  const one = { ...recording, officer: null, assigned: false, marker: { ...nothing, ...marker } };
  return told(one, []);
};

t.test('a marker file says who carries the recorder, and of which unit', async (t) => {
  t.strictSame(
    marked({ officers: ['222222'], officerNames: ['张三'], units: ['U2'], unitNames: ['执法二队'] }),
    ['officer marker 222222', 'unit marker U2', 'unit register U1'],
  );
  t.strictSame(marked({ officers: ['222222'] }), ['officer marker 222222', 'unit register U1']);
  t.strictSame(
    marked({ officers: ['999999'], officerNames: ['张三'] }),
    [],
    'nobody’s number, anybody’s name',
  );
  t.strictSame(marked({ officerNames: ['张三'] }), []);
});

t.test('a name on the card that is not its number’s leaves both as candidates', async (t) => {
  t.strictSame(marked({ officers: ['222222'], officerNames: ['李四'] }), ['officer marker 222222/333333']);
  t.strictSame(marked({ officers: ['222222'], officerNames: ['赵六'] }), ['officer marker 222222/赵六']);
  t.strictSame(marked({ officers: ['222222', '333333'], officerNames: ['张三', '李四'] }), [
    'officer marker 222222/333333',
  ]);
  const tags = machineTags(
    {
      ...{ ...recording, officer: null },
      marker: { officers: ['222222'], officerNames: ['李四'], units: [], unitNames: [] },
    },
    [],
    world([duty('222222', '08:00', '12:00', { recorder: '7654321' })]),
    [],
  );
  t.match(
    effectiveTags(tags).find(({ field }) => field === 'officer'),
    { value: '222222', source: 'roster' },
    'the roster stands before it',
  );
});

t.test('outside of every duty, and without a start, nothing is made up', async (t) => {
  const evening = duty('222222', '18:00', '20:00', { case: 'C1' });
  t.strictSame(
    told(recording, [evening]).filter((one) => /roster|case/.test(one)),
    [],
  );
  const unknown = { ...recording, start: null, ended: null };
  t.strictSame(
    told(unknown, [duty('222222', '00:00', '23:59', { case: 'C1' })]).filter((one) => /roster/.test(one)),
    [],
  );
});

t.test('a measured place stands before the planned one, and is shown where they differ', async (t) => {
  const track = [{ longitude: 118.87, latitude: 28.94, at: null, fixes: 9 }];
  const morning = duty('222222', '08:00', '12:00', { place: '某区' });
  const [square, district, elsewhere] = [
    { name: '某广场', area: '118.87 28.94', radius: '300' },
    { name: '某区', area: '118.8 28.9;119 28.9;119 29;118.8 29' },
    { name: '某区', area: '120 30', radius: '300' },
  ];
  const location = (places: readonly RowValues[], duties: readonly RowValues[]) => {
    const own = places.map(placeOf).filter((one) => one !== null);
    const tags = machineTags(recording, track, { ...world(duties), places: () => own }, []);
    return effectiveTags(tags).find(({ field }) => field === 'location');
  };
  t.match(location([square, district], []), { value: '某广场', source: 'gps', conflict: false });
  t.match(location([square, elsewhere], [morning]), {
    value: '某广场',
    source: 'gps',
    conflict: true,
    said: [{}, { source: 'roster', values: ['某区'] }],
  });
  t.match(
    location([square, district], [morning]),
    { value: '某区', source: 'gps', conflict: false },
    'the planned place holds the course too',
  );
  t.match(location([], []), { value: '118.870000,28.940000', source: 'gps' }, 'no name is made up');
  t.match(location([elsewhere], [morning]), { value: '118.870000,28.940000', conflict: true });
  t.equal(
    effectiveTags(machineTags(recording, [], world([]), [])).find(({ field }) => field === 'location'),
    undefined,
  );
});

t.test('the return is the roster’s only where one duty says it', async (t) => {
  t.equal(returnByRoster([duty('222222', '08:00', '12:00', { returned: 'r' })]), 'r');
  t.equal(returnByRoster([{ returned: 'r' }, { returned: 'r' }]), 'r');
  t.equal(returnByRoster([{ returned: 'r' }, { returned: 's' }]), null);
  t.equal(returnByRoster([{ returned: 'r' }, {}]), null);
  t.equal(returnByRoster([]), null);
});

t.test(
  'one precedence: person, satellites, roster, marker, file name, register; who disagrees is shown',
  async (t) => {
    const say = (source: Tag['source'], ...values: string[]): Tag => ({ field: 'officer', source, values });
    t.match(effectiveTags([say('register', '3'), say('file_name', '2'), say('roster', '1')]), [
      { value: '1', source: 'roster', conflict: true, said: { length: 3 } },
    ]);
    t.match(effectiveTags([say('roster', '1'), say('gps', '2')]), [
      { value: '2', source: 'gps', conflict: true },
    ]);
    t.match(effectiveTags([say('register', '1'), say('roster', '1')]), [{ conflict: false }]);
    t.match(
      effectiveTags([say('person', '9'), say('roster', '1')]),
      [{ value: '9', conflict: false }],
      'a person has decided',
    );
    t.match(
      effectiveTags([say('person'), say('roster', '1')]),
      [{ value: '1', source: 'roster' }],
      'taken back',
    );
    const any = fc.array(
      fc.record({
        field: fc.constantFrom(...tagFields),
        source: fc.constantFrom(...tagSources),
        values: fc.array(fc.string(), { maxLength: 3 }),
      }),
    );
    const orderless = fc.property(any, (tags) => {
      const distinct = [...new Map(tags.map((tag) => [`${tag.field} ${tag.source}`, tag])).values()];
      return JSON.stringify(effectiveTags(distinct)) === JSON.stringify(effectiveTags(distinct.toReversed()));
    });
    t.doesNotThrow(() => fc.assert(orderless));
  },
);
