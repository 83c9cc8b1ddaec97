import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const program = '/usr/bin/firefox-esr';

type Answer = Readonly<Record<string, unknown>>;

/** Debian's Firefox, driven by WebDriver BiDi: playwright-core sends commands that an ESR does not know. */
export interface Firefox {
  readonly version: string;
  /** A window of its own: with nothing kept, in a language, signed in by a cookie. */
  window(of: WindowOf): Promise<FirefoxWindow>;
  close(): Promise<void>;
}

export interface WindowOf {
  readonly url: string;
  readonly language: 'zh' | 'en';
  readonly cookie: string | null;
}

export interface FirefoxWindow {
  /** Errors of scripts and of the console. */
  readonly complaints: string[];
  go(path: string): Promise<void>;
  /** What an expression is, run in the page. */
  told(expression: string): Promise<unknown>;
  /** A PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export async function startFirefox(): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'docket-firefox-'));
  const child = spawn(
    program,
    ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const ended = new Promise<void>((over) => child.once('close', () => over()));
  const session = await Session.with(await addressOf(child));
  const { capabilities } = await session.ask('session.new', { capabilities: {} });
  await session.ask('session.subscribe', { events: ['log.entryAdded'] });
  return {
    version: String(Reflect.get(Object(capabilities), 'browserVersion')),
    window: (of) => openWindow(session, of),
    async close() {
      await session.ask('browser.close', {});
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (;;) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null) throw new Error(`Firefox ended with ${child.exitCode}: ${said}`);
    await wait(50);
  }
}

/** Questions and answers over one socket. */
class Session {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Set<(params: Answer) => void>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const told = JSON.parse(String(data)) as Answer;
      const { id, params } = told;
      if (typeof id === 'number') this.#waiting.get(id)?.(told);
      else for (const listener of this.#listeners) listener(Object(params) as Answer);
    });
  }

  static async with(address: string): Promise<Session> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise((open, fail) => {
      socket.addEventListener('open', open);
      socket.addEventListener('error', fail);
    });
    return new Session(socket);
  }

  async ask(method: string, params: Answer): Promise<Answer> {
    const id = ++this.#last;
    const told = new Promise<Answer>((answer) => this.#waiting.set(id, answer));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { type, error, message, result } = await told;
    if (type !== 'success') throw new Error(`${method}: ${String(error)}: ${String(message)}`);
    return Object(result) as Answer;
  }

  /** Errors of a page's console, as long as it is not ended. */
  errorsIn(context: unknown, heard: (text: string) => void): () => void {
    const listener = ({ source, level, text }: Answer): void => {
      if (level === 'error' && Reflect.get(Object(source), 'context') === context) heard(String(text));
    };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const viewport = { width: 1_280, height: 800 };

async function openWindow(session: Session, { url, language, cookie }: WindowOf): Promise<FirefoxWindow> {
  const { userContext } = await session.ask('browser.createUserContext', {});
  const userContexts = [userContext];
  await session.ask('emulation.setLocaleOverride', {
    ...{ locale: language === 'zh' ? 'zh-CN' : 'en-GB', userContexts },
  });
  await session.ask('emulation.setTimezoneOverride', { timezone: 'Asia/Shanghai', userContexts });
  const keeps = `() => { try { localStorage.setItem('docket.language', '${language}') } catch {} }`;
  await session.ask('script.addPreloadScript', { functionDeclaration: keeps, userContexts });
  const { context } = await session.ask('browsingContext.create', { type: 'tab', userContext });
  await session.ask('browsingContext.setViewport', { context, viewport });
  if (cookie !== null)
    await session.ask('storage.setCookie', {
      cookie: {
        ...{ name: 'docket', value: { type: 'string', value: cookie } },
        ...{ domain: new URL(url).hostname, path: '/', httpOnly: true },
      },
      partition: { type: 'context', context },
    });
  const complaints: string[] = [];
  const deafen = session.errorsIn(context, (text) => complaints.push(text));
  const told = async (expression: string): Promise<unknown> => {
    const asked = { expression, target: { context }, awaitPromise: true };
    const { type, result, exceptionDetails } = await session.ask('script.evaluate', asked);
    if (type !== 'success') throw new Error(JSON.stringify(exceptionDetails));
    return Reflect.get(Object(result), 'value');
  };
  return {
    complaints,
    told,
    async go(path) {
      await session.ask('browsingContext.navigate', { context, url: `${url}${path}`, wait: 'complete' });
      while ((await told(isSettled)) !== true) await wait(50);
    },
    async picture() {
      const { data } = await session.ask('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      deafen();
      await session.ask('browser.removeUserContext', { userContext });
    },
  };
}

/** The heading stands, and nothing is being loaded any more. */
const isSettled = `document.querySelector('h1') !== null &&
  document.querySelector('.ant-skeleton, [aria-busy="true"], .ant-btn-loading') === null`;
