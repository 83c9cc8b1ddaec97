import { useState } from 'react';

export interface OneDeed {
  readonly busy: boolean;
  readonly error: unknown;
  readonly run: () => Promise<void>;
}

/** One thing that is sent to the station; what was typed stays where it fails. */
export function useOneDeed(deed: () => Promise<unknown>, then: () => void): OneDeed {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await deed();
      then();
    } catch (found) {
      setError(found);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
