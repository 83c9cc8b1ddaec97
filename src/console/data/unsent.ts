import { useEffect } from 'react';

/** Forms in which something is typed that the station does not have yet. */
const unsent = new Set<object>();

/** While `is`, closing or leaving asks first. */
export function useUnsent(is: boolean): void {
  useEffect(() => {
    if (!is) return undefined;
    const form = {};
    unsent.add(form);
    return () => void unsent.delete(form);
  }, [is]);
}

export function isAnythingUnsent(): boolean {
  return unsent.size > 0;
}

/** The browser asks in words of its own before it closes the window or loads another page. */
window.addEventListener('beforeunload', (event) => {
  if (!isAnythingUnsent()) return;
  event.preventDefault();
  // Chrome before 119 asks for this alone.
  event.returnValue = true;
});
