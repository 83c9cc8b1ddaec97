import fc from 'fast-check';
import t from 'tap';
import { cardInFolder, type DockedCard } from '../../src/dock/card.ts';
import { diffPorts, type PortScan, type Ports, type SeenCard } from '../../src/dock/port-diff.ts';

const card = (port: string, more: Partial<DockedCard> = {}): DockedCard => ({
  ...cardInFolder(port, `/dock/${port}`),
  ...more,
});
const seen = (port: string, instance: string | null = '1', more: Partial<DockedCard> = {}): SeenCard => ({
  card: card(port, more),
  instance,
});

interface Step {
  readonly at: number;
  readonly seen?: readonly SeenCard[];
  readonly hung?: readonly string[];
}

/** What is said in each of several scans, with a rejoin time of 3 s. */
function told(...steps: readonly Step[]): string[][] {
  let ports: Ports = new Map();
  return steps.map(({ at, seen = [], hung = [] }) => {
    const scan: PortScan = { seen, hung: new Set(hung) };
    const diff = diffPorts(ports, scan, at, 3000);
    ports = diff.ports;
    return diff.events.map(({ kind, card }) => `${kind} ${card.port}`);
  });
}

t.test('a card that comes, stays and goes is said once each', async (t) => {
  const a = [seen('1')];
  t.strictSame(
    told({ at: 0, seen: a }, { at: 1, seen: a }, { at: 2 }, { at: 3002 }, { at: 3003 }, { at: 9000 }),
    [['attached 1'], [], ['detached 1'], [], ['departed 1'], []],
  );
});

t.test('back within 3 s at the same port it is the same docking, later a new one', async (t) => {
  const a = [seen('1')];
  t.strictSame(told({ at: 0, seen: a }, { at: 10 }, { at: 3010, seen: [seen('1', '2')] }), [
    ['attached 1'],
    ['detached 1'],
    ['rejoined 1'],
  ]);
  t.strictSame(told({ at: 0, seen: a }, { at: 10 }, { at: 3011, seen: a }), [
    ['attached 1'],
    ['detached 1'],
    ['departed 1', 'attached 1'],
  ]);
});

t.test('back at another port it is a new docking', async (t) => {
  t.strictSame(told({ at: 0, seen: [seen('1')] }, { at: 10, seen: [seen('2')] }), [
    ['attached 1'],
    ['detached 1', 'attached 2'],
  ]);
});

t.test('gone and back between two scans is noticed', async (t) => {
  t.strictSame(told({ at: 0, seen: [seen('1', 'a')] }, { at: 250, seen: [seen('1', 'b')] }), [
    ['attached 1'],
    ['detached 1', 'rejoined 1'],
  ]);
});

t.test('another recorder at the port is a new docking, however soon it comes', async (t) => {
  const first = [seen('1', 'a', { usbSerial: 'S1' })];
  const second = [seen('1', 'b', { usbSerial: 'S2' })];
  const swapped = ['departed 1', 'attached 1'];
  t.strictSame(told({ at: 0, seen: first }, { at: 1 }, { at: 2, seen: second })[2], swapped);
  t.strictSame(told({ at: 0, seen: first }, { at: 1, seen: second })[1], ['detached 1', ...swapped]);
});

t.test('a card that hangs or fails stays docked until it is gone', async (t) => {
  const a = [seen('1')];
  const hung = ['/dock/1'];
  t.strictSame(told({ at: 0, seen: a }, { at: 1, hung }, { at: 9000, hung }, { at: 9001 }), [
    ['attached 1'],
    [],
    [],
    ['detached 1'],
  ]);
  t.strictSame(told({ at: 0, hung }, { at: 1, seen: a }), [[], ['attached 1']]);
  const failing = [seen('1', null)];
  t.strictSame(told({ at: 0, seen: a }, { at: 1, seen: failing }, { at: 2, seen: a }), [
    ['attached 1'],
    [],
    [],
  ]);
});

t.test('whatever the scans, every port’s events come in an order that makes sense', async (t) => {
  const after: Record<string, readonly string[]> = {
    '': ['attached'],
    attached: ['detached'],
    detached: ['rejoined', 'departed'],
    rejoined: ['detached'],
    departed: ['attached'],
  };
  const step = fc.record({
    wait: fc.integer({ min: 1, max: 4000 }),
    seen: fc.uniqueArray(fc.tuple(fc.constantFrom('1', '2'), fc.constantFrom('a', 'b', null)), {
      selector: ([port]) => port,
    }),
    hung: fc.subarray(['/dock/1', '/dock/2']),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let at = 0;
      const events = told(
        ...steps.map((one) => {
          at += one.wait;
          return { at, seen: one.seen.map(([port, instance]) => seen(port, instance)), hung: one.hung };
        }),
      ).flat();
      return ['1', '2'].every((port) => {
        let last = '';
        return events
          .filter((event) => event.endsWith(` ${port}`))
          .every((event) => {
            const kind = event.slice(0, -2);
            const fits = after[last]?.includes(kind) === true;
            last = kind;
            return fits;
          });
      });
    }),
  );
  t.pass('held');
});
