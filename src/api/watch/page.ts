import { pieceSeconds } from '../../access/requests/viewings.ts';
import { say } from '../../texts/say.ts';
import { type Language, printable } from '../../texts/text.ts';
import { markWords } from '../../viewing/mark.ts';
import { escaped } from '../http/html.ts';

const speeds = [0.5, 1, 1.5, 2, 4] as const;
const states = ['waiting', 'failed', 'removed', 'none', 'gone', 'broken'] as const;

/**
 * The page as the browser gets it, whoever asks: every sentence of it, and nothing of the recording. `player.js` asks for
 * that. The policy for contents lets nothing run or be fetched that is not this station's, so all is in elements.
 * @param evidence as it stood in the address, from whomever
 */
export function watchPage({
  language,
  zone,
  evidence: given,
}: {
  readonly language: Language;
  readonly zone: string;
  readonly evidence: string;
}): string {
  const evidence = escaped(printable(given));
  const words = (
    key: 'recorded' | 'start' | 'play' | 'pause' | 'position' | 'speed' | 'mute' | 'full_screen' | Fixed,
  ): string => escaped(say(language, `watch.${key}`));
  const request = escaped(say(language, 'watch.request', { evidence: given }));
  const shorter = escaped(say(language, 'watch.shorter', { copy: '{copy}', original: '{original}' }));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(say(language, 'watch.title', { evidence: given }))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/watch/player.css">
<script type="module" src="/watch/player.js"></script>
</head>
<body data-evidence="${escaped(given)}" data-zone="${escaped(zone)}" data-piece-seconds="${pieceSeconds}" data-play="${words('play')}" data-pause="${words('pause')}" data-shorter="${shorter}">
<header>
<h1><small>${words('evidence')}</small> ${evidence}</h1>
<p class="mark">${markWords.chinese}</p>
</header>
<main>
<noscript><p class="card">${words('script')}</p></noscript>
<section id="told" class="card" hidden role="status">
${states.map((state) => `<p class="says" data-state="${state}" hidden>${words(state)}</p>`).join('\n')}
<p id="says" class="says" hidden></p>
<p id="next" hidden></p>
<p id="request" hidden>${request}</p>
<progress id="percent" max="100" hidden></progress>
<button id="again" type="button" hidden>${words('again')}</button>
</section>
<form id="sign-in" class="card" method="post" hidden>
<h2>${words('sign_in')}</h2>
<label>${words('account')}<input name="account" autocomplete="username" required maxlength="64"></label>
<label>${words('password')}<input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<label>${words('code')}<input name="totp" inputmode="numeric" autocomplete="one-time-code" maxlength="40"></label>
<button>${words('sign_in')}</button>
</form>
<section id="ready" class="card" hidden>
<p>${words('recorded')}</p>
<button id="start" type="button">${words('start')}</button>
</section>
<section id="stage" hidden>
<div id="frame">
<video id="film" playsinline disablepictureinpicture disableremoteplayback></video>
<img id="picture" alt="" hidden>
<div id="veil"><b>${markWords.chinese}</b><span>${evidence}</span><span id="viewer"></span><time id="time"></time></div>
</div>
<div id="controls">
<button id="play" type="button">${words('play')}</button>
<output id="clock">0:00</output>
<div id="track"><input id="seek" type="range" min="0" max="0" step="0.1" value="0" aria-label="${words('position')}"><div id="tile" hidden></div></div>
<output id="length">0:00</output>
<div id="speeds" role="group" aria-label="${words('speed')}">${speeds.map((one) => `<button type="button" data-speed="${one}" aria-pressed="${one === 1}">${one}×</button>`).join('')}</div>
<button id="mute" type="button" aria-pressed="false">${words('mute')}</button>
<button id="full" type="button">${words('full_screen')}</button>
</div>
<p id="shorter" hidden></p>
</section>
</main>
</body>
</html>
`;
}

type Fixed =
  | (typeof states)[number]
  | 'evidence'
  | 'sign_in'
  | 'account'
  | 'password'
  | 'code'
  | 'again'
  | 'script';
