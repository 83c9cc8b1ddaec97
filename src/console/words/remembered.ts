/** What this browser remembers from one visit to the next. A browser that keeps nothing loses comfort, nothing else. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`docket.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`docket.${key}`);
    else localStorage.setItem(`docket.${key}`, value);
  } catch {
    // Storage that is full or forbidden.
  }
}
