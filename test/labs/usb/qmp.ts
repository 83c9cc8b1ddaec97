import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { LabError } from './host.ts';

export interface QmpEvent {
  readonly event: string;
  readonly data?: Readonly<Record<string, unknown>>;
}
type Waiting = (answer: { readonly value: unknown } | { readonly failed: string }) => void;

/** The QEMU Machine Protocol over its socket: one JSON document a line each way, events in between. */
export class Qmp {
  readonly events: QmpEvent[] = [];
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lines = '';
  #number = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const settle of this.#waiting.values()) settle({ failed: 'QEMU closed its socket' });
      this.#waiting.clear();
    });
  }

  /** Connects as soon as QEMU listens; `ended` says that it no longer will. */
  static async connect(path: string, ended: () => boolean): Promise<Qmp> {
    for (;;) {
      const socket = connect(path);
      const outcome = await new Promise<unknown>((resolve) => {
        socket.once('connect', () => resolve(null)).once('error', resolve);
      });
      if (outcome === null) {
        const qmp = new Qmp(socket);
        await qmp.execute('qmp_capabilities');
        return qmp;
      }
      if (ended()) throw new LabError(`QEMU ended before it listened on ${path}`);
      await wait(20);
    }
  }

  /** One command and what it returns. Two minutes are where a QEMU that blocks itself is given up. */
  execute(command: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const id = ++this.#number;
    const what = `${command} ${JSON.stringify(args)}`;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#settle(id, { failed: 'no answer in 120 s' }), 120_000);
      this.#waiting.set(id, (answer) => {
        clearTimeout(limit);
        if ('value' in answer) resolve(answer.value);
        else reject(new LabError(`QEMU refused ${what}: ${answer.failed}`));
      });
      if (this.#socket.destroyed) this.#settle(id, { failed: 'QEMU has ended' });
      else this.#socket.write(`${JSON.stringify({ execute: command, arguments: args, id })}\n`);
    });
  }

  /** The first event after `from` (a length of `events`) that fits; `seconds` is where a broken machine is given up. */
  async event(fits: (event: QmpEvent) => boolean, from: number, what: string, seconds = 60): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!this.events.slice(from).some(fits)) {
      if (this.#socket.destroyed || performance.now() > deadline)
        throw new LabError(`QEMU never said: ${what}`);
      await wait(10);
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(text: string): void {
    const lines = (this.#lines + text).split('\n');
    this.#lines = lines.pop() ?? '';
    for (const line of lines) this.#take(JSON.parse(line));
  }

  #take(said: { id?: number; event?: string; return?: unknown; error?: { desc: string } }): void {
    if (said.event !== undefined) {
      this.events.push({ ...said, event: said.event });
    } else if (said.id !== undefined) {
      this.#settle(said.id, said.error === undefined ? { value: said.return } : { failed: said.error.desc });
    }
  }

  #settle(id: number, answer: Parameters<Waiting>[0]): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
