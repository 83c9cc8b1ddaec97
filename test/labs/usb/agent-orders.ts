import type { BlockDevice } from './sysfs.ts';

/** What the host may ask of the guest. */
export type AgentOrder =
  | { readonly order: 'run'; readonly command: string; readonly milliseconds: number }
  | { readonly order: 'start'; readonly command: string; readonly log: string }
  | { readonly order: 'read'; readonly path: string }
  | { readonly order: 'write'; readonly path: string; readonly base64: string }
  | { readonly order: 'blockDevices' };

interface Answers {
  /** `ended`: the exit code, or the signal, or `timeout`. */
  readonly run: { readonly ended: number | string; readonly stdout: string; readonly stderr: string };
  readonly start: { readonly pid: number };
  readonly read: { readonly base64: string };
  readonly write: Readonly<Record<string, never>>;
  readonly blockDevices: { readonly devices: readonly BlockDevice[] };
}

export type AgentAnswer<K extends AgentOrder['order']> = Answers[K];
