import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { startChromium } from './chromium.ts';

/** A file for the browser. */
export interface Playable {
  readonly name: string;
  readonly path: string;
  readonly kind: 'film' | 'sound' | 'still';
}

/** What the browser found. Seconds are those of its own clock of the medium. */
export interface Played {
  readonly name: string;
  /** `MediaError.message`, or what else went wrong; null where nothing did. */
  readonly error: string | null;
  /** Played, or shown, to the end. */
  readonly ended: boolean;
  readonly duration: number | null;
  readonly width: number;
  readonly height: number;
}

const types = { film: 'video/mp4', sound: 'audio/mp4', still: 'image/jpeg' } as const;
const patienceMs = 240_000;

/** Plays each file to its end, muted and fast, and tells the server what became of it. */
const page = `<!doctype html><meta charset="utf-8"><body><script>
const late = 60000;
function one({ name, kind }) {
  return new Promise((done) => {
    const source = '/file/' + encodeURIComponent(name);
    if (kind === 'still') {
      const image = new Image();
      image.onload = () => done({ name, error: null, ended: true, duration: null, width: image.naturalWidth, height: image.naturalHeight });
      image.onerror = () => done({ name, error: 'not an image', ended: false, duration: null, width: 0, height: 0 });
      image.src = source;
      return;
    }
    const media = document.createElement(kind === 'film' ? 'video' : 'audio');
    let timer = null;
    const tell = (error, ended) => {
      clearTimeout(timer);
      const { duration, videoWidth = 0, videoHeight = 0 } = media;
      done({ name, error, ended, duration, width: videoWidth, height: videoHeight });
      media.remove();
    };
    timer = setTimeout(() => tell('not at its end after ' + late + ' ms, at ' + media.currentTime, false), late);
    media.muted = true;
    media.onerror = () => tell(media.error.message || String(media.error.code), false);
    media.onended = () => tell(media.error === null ? null : media.error.message, true);
    document.body.append(media);
    media.src = source;
    media.playbackRate = 2;
    media.play().catch((error) => tell(String(error), false));
  });
}
(async () => {
  const files = await (await fetch('/list')).json();
  const played = [];
  const worker = async () => { for (let next = files.shift(); next; next = files.shift()) played.push(await one(next)); };
  await Promise.all([worker(), worker(), worker()]);
  await fetch('/played', { method: 'POST', body: JSON.stringify(played) });
})();
</script>`;

/** Has real Chromium play the files. Error: it is not there, or it did not come to an end. */
export async function playInChromium(files: readonly Playable[]): Promise<readonly Played[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Played[]>();
  const server = createServer((request, response) => answer(files, resolve, request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = startChromium('--autoplay-policy=no-user-gesture-required', `http://127.0.0.1:${port}/`);
  const timer = setTimeout(
    () => reject(new Error(`chromium did not answer in ${patienceMs} ms`)),
    patienceMs,
  );
  try {
    return await Promise.race([promise, browser.gone]);
  } finally {
    clearTimeout(timer);
    await browser.end();
    server.closeAllConnections();
    server.close();
  }
}

function answer(
  files: readonly Playable[],
  resolve: (played: readonly Played[]) => void,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { url = '/' } = request;
  if (url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  else if (url === '/list') response.end(JSON.stringify(files.map(({ name, kind }) => ({ name, kind }))));
  else if (url === '/played') {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => {
      response.end();
      resolve(JSON.parse(text) as readonly Played[]);
    });
  } else {
    const file = files.find(({ name }) => url === `/file/${encodeURIComponent(name)}`);
    if (file === undefined) response.writeHead(404).end();
    else sendRange(file, request.headers.range, response);
  }
}

/** As a player wants it: from any byte on. */
function sendRange({ path, kind }: Playable, range: string | undefined, response: ServerResponse): void {
  const { size } = statSync(path);
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const start = from === undefined ? 0 : Number(from);
  const end = to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  response.writeHead(from === undefined ? 200 : 206, {
    'content-type': types[kind],
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(from === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  });
  createReadStream(path, { start, end }).pipe(response);
}
