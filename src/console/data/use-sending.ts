import { useState } from 'react';

export interface Sending {
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: () => Promise<void>;
}

/** Something that is sent to the station; what was typed stays where it fails. */
export function useSending(deed: () => Promise<unknown>, then: () => void): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
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
  return { busy, error, send };
}
