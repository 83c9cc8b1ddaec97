// Runs in the browser. Nothing of a recording is asked for before the station has entered the seconds that come next.

const page = document.body.dataset;
const evidence = page.evidence;
const pieceSeconds = Number(page.pieceSeconds);
const home = `/api/v1/evidence/${encodeURIComponent(evidence)}/viewing`;

/** A playback that nobody renews is closed by the station after 10 minutes. */
const renewMs = 240_000;
const pollMs = 2_000;
const moveMs = 6_000;
/** How long before a piece ends the next one is asked for, at normal speed. */
const aheadSeconds = 3;

const at = (id) => document.getElementById(id);
const film = at('film');
const seek = at('seek');

let csrf = '';
let copy = null;
let links = null;
let tiles = [];
let renewed = Number.NEGATIVE_INFINITY;
let clockAhead = 0;
let mended = Number.NEGATIVE_INFINITY;
const opened = new Set();
const opening = new Map();

/** A problem document as an error. */
class Refused extends Error {
  constructor(problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

async function ask(method, url, body) {
  const headers = { accept: 'application/json', 'x-csrf-token': csrf };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(url, {
    method,
    headers,
    body: body && JSON.stringify(body),
    cache: 'no-store',
  });
  if (response.ok) return await response.json();
  throw new Refused(await response.json());
}

function show(...ids) {
  for (const id of ['told', 'sign-in', 'ready', 'stage']) at(id).hidden = !ids.includes(id);
}

/** One of the page's own sentences, with what the station said beside it. */
function tell(state, says = null, next = null, more = []) {
  for (const one of document.querySelectorAll('[data-state]')) one.hidden = one.dataset.state !== state;
  for (const [id, text] of [
    ['says', says],
    ['next', next],
  ]) {
    at(id).hidden = text === null;
    at(id).textContent = text ?? '';
  }
  for (const id of ['request', 'percent', 'again']) at(id).hidden = !more.includes(id);
  show('told', ...more.filter((id) => id === 'sign-in'));
}

function fail(error) {
  film.pause();
  if (!(error instanceof Refused)) return tell('broken', null, null, ['again']);
  const { code, detail, next } = error.problem;
  film.removeAttribute('src');
  film.load();
  if (code === 'api.signed_out') return tell(null, detail, null, ['sign-in']);
  tell(null, detail, next, code === 'access.may_not_watch' ? ['request', 'again'] : ['again']);
}

const guarded = (deed) => (event) => {
  event?.preventDefault?.();
  Promise.resolve(deed(event)).catch(fail);
};

async function begin() {
  ({ csrf } = await ask('GET', '/api/v1/session'));
  let state = await ask('GET', home);
  if (state.state === 'none' || state.state === 'removed') state = await ask('POST', home);
  await settle(state);
}

async function settle(state) {
  if (state.state === 'made') {
    ({ copy, links } = state);
    return show('ready');
  }
  const waits = state.state === 'waiting';
  tell(state.state, null, state.why, waits && state.percent !== null ? ['percent'] : []);
  if (!waits) return;
  at('percent').value = state.percent ?? 0;
  setTimeout(
    guarded(async () => settle(await ask('GET', home))),
    pollMs,
  );
}

async function signIn() {
  const { account, password, totp } = Object.fromEntries(new FormData(at('sign-in')));
  try {
    await ask('POST', '/api/v1/session', { account, password, ...(totp === '' ? {} : { totp }) });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return tell(null, error.problem.detail, error.problem.next, ['sign-in']);
  }
  at('sign-in').reset();
  await begin();
}

/** Has the piece entered in which a second lies; at once where that is done and the playback still open. */
function open(seconds) {
  const piece = Math.max(0, Math.floor(seconds / pieceSeconds));
  if (opened.has(piece) && performance.now() - renewed < renewMs) return Promise.resolve();
  const before = opening.get(piece);
  if (before !== undefined) return before;
  const now = enter(piece).finally(() => opening.delete(piece));
  opening.set(piece, now);
  return now;
}

async function enter(piece) {
  const span = { fromSeconds: piece * pieceSeconds, toSeconds: (piece + 1) * pieceSeconds };
  const answer = await ask('POST', links.playback, span);
  opened.add(piece);
  renewed = performance.now();
  clockAhead = new Date(answer.at).getTime() - Date.now();
  at('viewer').textContent = answer.viewer;
}

async function start() {
  await open(0);
  const { how, durationMs, originalMs } = copy;
  const seconds = (durationMs ?? 0) / 1000;
  seek.max = String(seconds);
  at('length').textContent = clock(seconds);
  if (originalMs !== null && originalMs - durationMs > 1000) {
    const words = { '{copy}': clock(seconds), '{original}': clock(originalMs / 1000) };
    at('shorter').textContent = page.shorter.replace(/\{(?:copy|original)\}/g, (hole) => words[hole]);
    at('shorter').hidden = false;
  }
  at('frame').classList.toggle('sound', how === 'sound');
  at('stage').classList.toggle('still', how === 'still');
  at('picture').src = how === 'still' ? links.media : how === 'sound' ? (links.waveform ?? '') : '';
  at('picture').hidden = at('picture').getAttribute('src') === '';
  film.hidden = how === 'still';
  show('stage');
  move();
  tick();
  if (how === 'still') return;
  if (links.poster !== null) film.poster = links.poster;
  film.src = links.media;
  if (links.storyboardTimes !== null) tiles = await tilesOf(links.storyboardTimes).catch(() => []);
  await play();
}

async function play() {
  await open(film.ended ? 0 : film.currentTime);
  await film.play().catch((error) => {
    // Paused again before it began, or not allowed to begin by itself: the button stands there.
    if (error.name !== 'AbortError' && error.name !== 'NotAllowedError') throw error;
  });
}

async function watchOn() {
  if (film.paused || film.seeking) return;
  const now = film.currentTime;
  if (!opened.has(Math.floor(now / pieceSeconds))) {
    film.pause();
    return await play();
  }
  // The browser does not know how long it is before it has read some of it.
  const end = Math.max(now, Number(seek.max) - 0.1);
  const soon = Math.min(now + aheadSeconds * film.playbackRate, end);
  await open(now);
  await open(soon);
}

async function go(seconds) {
  const playing = !film.paused;
  film.pause();
  await open(seconds);
  film.currentTime = seconds;
  if (playing) await play();
}

/** A cut connection or a playback that was closed meanwhile: once more from there; twice, and it is told why. */
async function mend() {
  const { currentTime } = film;
  if (performance.now() - mended < 10_000) {
    await whyBroken();
    throw new Error('the playback broke off');
  }
  mended = performance.now();
  renewed = Number.NEGATIVE_INFINITY;
  await open(currentTime);
  film.src = links.media;
  film.currentTime = currentTime;
  await film.play();
}

async function whyBroken() {
  const response = await fetch(links.media, { headers: { range: 'bytes=0-0' }, cache: 'no-store' });
  if (!response.ok) throw new Refused(await response.json());
}

async function tilesOf(url) {
  const response = await fetch(url);
  if (!response.ok) return [];
  const cue = /(\d+):(\d\d):(\d\d\.\d{3}) -->[^\n]*\n[^\n#]*#xywh=(\d+),(\d+),(\d+),(\d+)/g;
  return [...(await response.text()).matchAll(cue)].map(([, hours, minutes, rest, ...box]) => ({
    from: Number(hours) * 3600 + Number(minutes) * 60 + Number(rest),
    box: box.map(Number),
  }));
}

/** What is near a place of the bar. */
function peek(event) {
  const { left, width } = seek.getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
  const tile = tiles.findLast(({ from }) => from <= share * Number(seek.max));
  at('tile').hidden = tile === undefined;
  if (tile === undefined) return;
  const [x, y, w, h] = tile.box;
  const { style } = at('tile');
  style.left = `${share * 100}%`;
  [style.width, style.height] = [`${w}px`, `${h}px`];
  style.backgroundImage = `url("${links.storyboard}")`;
  style.backgroundPosition = `-${x}px -${y}px`;
}

function clock(seconds) {
  const two = (value) => String(Math.floor(value)).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${hours > 0 ? two((seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** Another place each time, so that no part of a filmed screen can be cut away for good. */
function move() {
  const { style } = at('veil');
  style.left = `${25 + Math.random() * 50}%`;
  style.top = `${20 + Math.random() * 60}%`;
}

const stamp = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: page.zone,
});

function tick() {
  at('time').textContent = stamp.format(Date.now() + clockAhead);
}

function follow() {
  if (document.activeElement !== seek || !film.paused) seek.value = String(film.currentTime);
  at('clock').textContent = clock(film.currentTime);
  at('play').textContent = film.paused ? page.play : page.pause;
}

setInterval(tick, 1000);
setInterval(move, moveMs);
setInterval(guarded(watchOn), 250);
const on = (target, event, deed) => target.addEventListener(event, guarded(deed));
for (const event of ['timeupdate', 'play', 'pause', 'ended']) on(film, event, follow);
on(film, 'error', () => (film.getAttribute('src') === null ? undefined : mend()));
on(film, 'contextmenu', () => undefined);
on(at('start'), 'click', start);
on(at('again'), 'click', () => location.reload());
on(at('sign-in'), 'submit', signIn);
on(at('play'), 'click', () => (film.paused ? play() : film.pause()));
on(at('mute'), 'click', () => {
  film.muted = !film.muted;
  at('mute').setAttribute('aria-pressed', String(film.muted));
});
on(at('full'), 'click', () =>
  document.fullscreenElement === null ? at('stage').requestFullscreen() : document.exitFullscreen(),
);
on(at('speeds'), 'click', ({ target }) => {
  const speed = Number(target.dataset.speed);
  if (!(speed > 0)) return;
  film.playbackRate = speed;
  for (const one of at('speeds').children) one.setAttribute('aria-pressed', String(one === target));
});
on(seek, 'change', () => go(Number(seek.value)));
on(seek, 'pointermove', peek);
on(seek, 'pointerleave', () => {
  at('tile').hidden = true;
});
guarded(begin)();
