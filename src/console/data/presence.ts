/** Signs that somebody is there. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** What is asked this long after the last of them, the page asks by itself. */
const presentMs = 30_000;

/** Whoever has just opened the page is there. */
let lastSign = performance.now();

for (const sign of signs)
  window.addEventListener(sign, () => (lastSign = performance.now()), { capture: true, passive: true });

export function isSomebodyThere(): boolean {
  return performance.now() - lastSign < presentMs;
}
