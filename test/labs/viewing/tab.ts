import { setTimeout as wait } from 'node:timers/promises';
import { type Chromium, startChromium } from './chromium.ts';

const patienceMs = 120_000;

type Facts = Readonly<Record<string, unknown>>;

/** One tab of a Chromium that is told what to do over its DevTools protocol. */
export class Tab {
  readonly #browser: Chromium;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Facts>>();
  /** What the page has complained about: scripts that failed, what its policy for contents has refused. */
  readonly complaints: string[] = [];
  #session: string | null = null;
  #last = 0;

  private constructor(browser: Chromium, socket: WebSocket) {
    this.#browser = browser;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Facts));
  }

  /** @param language of its `Accept-Language` */
  static async open(
    language: string,
    size: { readonly width: number; readonly height: number },
  ): Promise<Tab> {
    const browser = startChromium('--remote-debugging-port=0', 'about:blank');
    const socket = new WebSocket(await Promise.race([addressOf(browser), browser.gone]));
    await new Promise((done, failed) => {
      socket.addEventListener('open', done);
      socket.addEventListener('error', failed);
    });
    const tab = new Tab(browser, socket);
    const { targetId } = await tab.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await tab.#send('Target.attachToTarget', { targetId, flatten: true });
    tab.#session = String(sessionId);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tab.#send(`${domain}.enable`, {});
    await tab.#send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Language': language } });
    await tab.#send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    return tab;
  }

  async go(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** What an expression comes to in the page, as JSON. A person is taken to have clicked. */
  async value(expression: string): Promise<unknown> {
    const asked = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', asked);
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Facts)['value'];
  }

  /** Waits until an expression holds in the page. Error: it does not after a time far longer than it ever takes. */
  async until(expression: string): Promise<void> {
    const end = performance.now() + patienceMs;
    while (!(await this.value(`Boolean(${expression})`).catch(() => false))) {
      if (performance.now() > end)
        throw new Error(`in vain: ${expression}; ${this.complaints.join('; ')}; ${await this.text()}`);
      await wait(50);
    }
  }

  async text(): Promise<string> {
    return String(await this.value('document.body.innerText'));
  }

  /** As PNG. */
  async picture(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.#browser.end();
  }

  async #send(method: string, params: Facts): Promise<Facts> {
    this.#last += 1;
    const answer = Promise.withResolvers<Facts>();
    this.#waiting.set(this.#last, answer);
    const session = this.#session === null ? {} : { sessionId: this.#session };
    this.#socket.send(JSON.stringify({ id: this.#last, method, params, ...session }));
    return await Promise.race([answer.promise, this.#browser.gone]);
  }

  #hear({ id, method, params, result, error }: Facts): void {
    if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded')
      this.complaints.push(JSON.stringify(params));
    const answer = this.#waiting.get(Number(id));
    if (answer === undefined) return;
    this.#waiting.delete(Number(id));
    if (error === undefined) answer.resolve(result as Facts);
    else answer.reject(new Error(JSON.stringify(error)));
  }
}

/** Where it listens: it says so itself. */
async function addressOf({ process: browser }: Chromium): Promise<string> {
  let said = '';
  return await new Promise((found) => {
    browser.stderr?.on('data', (piece: Buffer) => {
      said += piece;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
  });
}
