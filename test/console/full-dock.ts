const at = '2026-11-28T02:05:00Z';

const docked = (changes: Readonly<Record<string, unknown>>) => ({
  ...{ docking: 'D', recorder: '1111111', officer: '222222', phase: 'copying' },
  ...{ files: { total: 48, done: 12 }, bytes: { total: 32e9, done: 9e9 } },
  ...{ bytesPerSecond: 38e6, secondsLeft: 640, failed: 0, deferred: 0, safeToTake: false },
  ...{ erased: null, erasing: null, refused: null, heldBy: null, left: [], verdict: null, due: null },
  ...{ space: { bytes: 64e9, free: 31e9 } },
  ...changes,
});
const safe = {
  phase: 'complete',
  safeToTake: true,
  bytesPerSecond: 0,
  files: { total: 48, done: 48 },
  secondsLeft: null,
};
const long = `<b>${'长'.repeat(194)}</b>`;

const states: readonly (Readonly<Record<string, unknown>> | null)[] = [
  safe,
  { files: { total: 50_000, done: 12_345 }, secondsLeft: 3_900 },
  { ...safe, verdict: 'late' },
  { ...safe, verdict: 'due_soon', due: at },
  { phase: 'refused', refused: 'no_profile', recorder: null, officer: null },
  { phase: 'given_up', secondsLeft: null, bytesPerSecond: 0 },
  { ...safe, safeToTake: false, failed: 3, left: [{ reason: 'read_error', count: 3 }] },
  { heldBy: '2', bytesPerSecond: 0, secondsLeft: null },
  { recorder: long, officer: long },
  { phase: 'looking', files: { total: 0, done: 0 }, bytes: { total: 0, done: 0 } },
  { phase: 'waiting_for_space', bytesPerSecond: 0, secondsLeft: null },
  { phase: 'paused', bytesPerSecond: 0, secondsLeft: null },
  { ...safe, files: { total: 1, done: 1 } },
  { ...safe, files: { total: 0, done: 0 } },
  { phase: 'erasing', erasing: { total: 40, done: 11 } },
  { ...safe, erased: { gone: 48, kept: 0 } },
  null,
];

/** A dock of thirty ports with every state that a port can have, and names as nobody would give them. */
export const fullDock = {
  ports: Array.from({ length: 30 }, (_, i) => {
    const state = states[i % states.length] ?? null;
    return {
      port: String(i + 1),
      docked: state === null ? null : docked({ docking: `D${i}`, ...state }),
      last: null,
    };
  }),
  columns: 6,
  alarms: {
    critical: 1,
    warning: 2,
    gravest: [
      { alarm: 'A1', code: 'vault_full', severity: 'critical', port: null },
      { alarm: 'A2', code: 'card_refused', severity: 'warning', port: '5' },
    ],
  },
} as const;
