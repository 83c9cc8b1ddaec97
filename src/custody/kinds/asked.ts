/** What was asked of the station over the network and left it. */
export interface AskedKinds {
  /** Entries as a file, for whoever may; `masked`: without the personal values. */
  'entries.exported': {
    data: {
      entries: number;
      /** Entries under the checkpoint that went with them. */
      size: number;
      bytes: number;
      sha256: string;
      masked: boolean;
    };
    /** What was asked for may name a person. */
    personal: { question: string; destination: string };
  };
}
