import { MessageChannel, type MessagePort } from 'node:worker_threads';
import t from 'tap';
import type { Lane } from '../../src/custody/ledger.ts';
import { type FromLedger, serveLedger, type ToLedger } from '../../src/custody/ledger-thread.ts';
import { docked, loneLedger } from '../support/tamper-ledger.ts';

/** Asks everything in one breath, and hears the answers in their order. */
async function answered(port: MessagePort, asked: readonly ToLedger[]): Promise<readonly FromLedger[]> {
  const answers: FromLedger[] = [];
  const all = new Promise<void>((over) => {
    port.on('message', (message: FromLedger) => {
      answers.push(message);
      if (answers.length === asked.length) over();
    });
  });
  for (const one of asked) port.postMessage(one);
  await all;
  return answers;
}

const append = (call: number, lane: Lane): ToLedger => ({
  ...{ do: 'append', call, lane },
  ...{ drafts: [docked(call)], work: [] },
});

function calls(answers: readonly FromLedger[]): readonly unknown[] {
  return answers.map((one) => ('call' in one && 'ok' in one ? one.call : one));
}

t.test(
  'what may come later is overtaken, each lane keeps its order, and a checkpoint signs all that was asked',
  async (t) => {
    const { writer } = loneLedger(t);
    const { port1, port2 } = new MessageChannel();
    t.teardown(() => port1.close());
    serveLedger(port2, writer);
    const asked = [append(1, 'later'), append(2, 'now'), append(3, 'later'), append(4, 'now')];
    const answers = await answered(port1, asked);
    t.strictSame(calls(answers), [2, 4, 1, 3]);
    const places = answers.map((one) =>
      'ok' in one && one.ok !== null && 'first' in one.ok ? one.ok.first : null,
    );
    t.strictSame(places, [0, 1, 2, 3]);
    port1.removeAllListeners('message');
    const noted = await answered(port1, [
      append(5, 'later'),
      append(6, 'now'),
      { do: 'checkpoint', call: 7 },
    ]);
    t.strictSame(calls(noted), [6, 5, 7]);
    t.match(noted.at(-1), { ok: { size: 6 } });
  },
);

t.test('what may come later is not put off for ever', async (t) => {
  const { writer } = loneLedger(t);
  const { port1, port2 } = new MessageChannel();
  t.teardown(() => port1.close());
  serveLedger(port2, writer);
  const order: number[] = [];
  const over = Promise.withResolvers<void>();
  // Each answer brings the next one: there is always somebody who is in a hurry.
  port1.on('message', (message: FromLedger) => {
    if (!('call' in message)) return;
    order.push(message.call);
    if (message.call === 0) over.resolve();
    else port1.postMessage(append(message.call + 1, 'now'));
  });
  for (let call = 0; call < 2; call++) port1.postMessage(append(call, call === 0 ? 'later' : 'now'));
  await over.promise;
  t.ok(order.length > 1 && order[0] === 1, 'it let others pass');
});
