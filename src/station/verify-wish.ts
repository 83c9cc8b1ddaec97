/** How deep a verification goes. */
export interface VerifyWish {
  readonly vault: 'full' | 'sample' | 'none';
  /** An older checkpoint that was kept elsewhere: with it an older copy of the whole data folder is found out too. */
  readonly checkpoint: { readonly file: string; readonly note: Uint8Array } | null;
  /** Whether the catalogue is replayed and personal values are checked. */
  readonly replay: boolean;
  readonly onProgress: (done: number, of: number) => void;
}
