/** What persons attach, from the station into a store that may be away. */
export interface AttachmentKinds {
  /** Where originals go up by themselves later: it is staged and verified, and counts as attached. */
  'attachment.secured': {
    data: {
      /** Names the staged copy. */
      recording: string;
      bytes: number;
      sha256: string;
      blake3: string;
    } & AttachedTo;
    personal: { name: string };
  };
}

/** What a file is attached to. */
export type AttachedTo =
  | { readonly justification: string; readonly finding: null }
  | { readonly justification: null; readonly finding: string };
