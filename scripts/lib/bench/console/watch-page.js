// Runs in each page that is measured, before anything of its own, in a browser; see window.ts.
(() => {
  const wanted = { card: '.port', row: 'tbody tr', operation: '.opblock-tag' };
  const drawn = {};
  let slowest = 0;
  const look = () => {
    for (const [name, selector] of Object.entries(wanted))
      if (drawn[name] === undefined && document.querySelector(selector) !== null)
        drawn[name] = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // Durations are told in steps of 8 ms, from 16 ms.
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId !== 0) slowest = Math.max(slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  globalThis.bench = {
    /** When it was painted first, and when this was drawn first: told once both are known. */
    async first(name) {
      while (performance.now() < 60_000) {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        if (paint !== undefined && drawn[name] !== undefined)
          return { painted: paint.startTime, drawn: drawn[name] };
        await new Promise((later) => setTimeout(later, 20));
      }
      throw new Error(`no ${name} was drawn`);
    },
    begin() {
      slowest = 0;
    },
    nextFrame: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    slowest: () => slowest,
    sent: () =>
      ['navigation', 'resource']
        .flatMap((type) => performance.getEntriesByType(type))
        .map(({ name, transferSize }) => ({ name, bytes: transferSize })),
  };
})();
