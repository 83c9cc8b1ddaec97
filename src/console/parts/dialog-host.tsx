import { createContext, Fragment, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

type Draw = (close: () => void) => ReactNode;

const HostContext = createContext<(draw: Draw) => void>(() => undefined);

/**
 * Windows that belong to a row of a list stand here and not in the row: a row that somebody else has settled meanwhile leaves
 * the list, and would take along what is being typed about it.
 */
export function DialogHost({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<{ readonly draw: Draw; readonly at: number } | null>(null);
  const open = useCallback((draw: Draw) => setShown((before) => ({ draw, at: (before?.at ?? 0) + 1 })), []);
  const close = useCallback(() => setShown(null), []);
  const dialog = useMemo(() => shown?.draw(close), [shown, close]);
  return (
    <HostContext value={open}>
      {children}
      {shown === null ? null : <Fragment key={shown.at}>{dialog}</Fragment>}
    </HostContext>
  );
}

/** Opens a window that outlives the row it was opened from. */
export function useDialogs(): (draw: Draw) => void {
  return useContext(HostContext);
}
