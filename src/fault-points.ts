/** What a fault does when its point is reached. */
const deeds = {
  kill: () => process.kill(process.pid, 'SIGKILL'),
  eio: () => {
    throw Object.assign(new Error('EIO: injected'), { code: 'EIO' });
  },
  enospc: () => {
    throw Object.assign(new Error('ENOSPC: injected'), { code: 'ENOSPC' });
  },
} as const;

/**
 * Named points before and after each step that touches a disk, where a crash campaign can strike. The environment
 * variable `DOCKET_FAULT=<point>:<n>:<kill|eio|enospc>` strikes at the n-th passage of the point in each thread; a
 * daemon started without it has a function that does nothing.
 */
export function faultPoints(env: unknown): (point: string) => void {
  const wanted = readFault(env);
  if (wanted === null) return () => undefined;
  let passed = 0;
  return (point) => {
    if (point !== wanted.point) return;
    passed += 1;
    if (passed === wanted.at) deeds[wanted.deed]();
  };
}

function readFault(env: unknown): { point: string; at: number; deed: keyof typeof deeds } | null {
  const text =
    typeof env === 'object' && env !== null && 'DOCKET_FAULT' in env ? env.DOCKET_FAULT : undefined;
  const found = typeof text === 'string' ? /^([a-z0-9.]+):(\d+):(kill|eio|enospc)$/.exec(text) : null;
  const deed = found?.[3];
  if (found === null || (deed !== 'kill' && deed !== 'eio' && deed !== 'enospc')) return null;
  return { point: found[1] ?? '', at: Number(found[2]), deed };
}
