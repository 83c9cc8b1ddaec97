/** One figure as Prometheus reads it. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly kind: 'gauge' | 'counter';
  readonly values: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

/** What the process counts by itself. */
export class Metrics {
  readonly #requests = new Map<string, number>();

  /** @param route as the table of routes names it */
  answered(route: string, status: number): void {
    const key = `${route} ${Math.floor(status / 100)}xx`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  requests(): Figure['values'] {
    return [...this.#requests].map(([key, value]) => {
      const place = key.lastIndexOf(' ');
      return { labels: { route: key.slice(0, place), status: key.slice(place + 1) }, value };
    });
  }
}
