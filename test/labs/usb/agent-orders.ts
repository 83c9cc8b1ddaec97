/** A disk on the USB bus as sysfs shows it; USB fields are those of the device that the disk hangs on. */
export interface BlockDevice {
  /** `sda` */
  readonly name: string;
  readonly partitions: readonly string[];
  /** Of 512 bytes; 0 while the card is out of its reader. */
  readonly sectors: number;
  readonly readOnly: boolean;
  /** `2-1`, and `2-1.3` behind a hub. */
  readonly port: string;
  readonly lun: number;
  /** `46f4:0001` */
  readonly usbId: string;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serial: string | null;
}

/** What the host may ask of the guest. */
export type AgentOrder =
  | { readonly order: 'run'; readonly command: string; readonly milliseconds: number }
  | { readonly order: 'start'; readonly command: string; readonly log: string }
  | { readonly order: 'read'; readonly path: string }
  | { readonly order: 'write'; readonly path: string; readonly base64: string }
  | { readonly order: 'changed'; readonly path: string }
  | { readonly order: 'blockDevices' }
  | { readonly order: 'docket'; readonly args: readonly string[] }
  | { readonly order: 'clock' };

interface Answers {
  /** `ended`: the exit code, or the signal, or `timeout`. */
  readonly run: { readonly ended: number | string; readonly stdout: string; readonly stderr: string };
  readonly start: { readonly pid: number };
  readonly read: { readonly base64: string };
  readonly write: Readonly<Record<string, never>>;
  /** When a file was last written to, in nanoseconds since 1970; null where there is none. */
  readonly changed: { readonly at: string | null };
  readonly blockDevices: { readonly devices: readonly BlockDevice[] };
  /** One command line of the program. */
  readonly docket: { readonly exit: number; readonly out: string; readonly err: string };
  /** The guest's own time, since 1970. */
  readonly clock: { readonly milliseconds: number };
}

export type AgentAnswer<K extends AgentOrder['order']> = Answers[K];
