import type { AnyRoute, Method } from './route.ts';

/** What may be asked for can be asked for without its body too (RFC 9110, 9.3.2). */
export function methodsOf({ method }: Pick<AnyRoute, 'method'>): readonly (Method | 'HEAD')[] {
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
}

/** Tells which methods a path takes; none: nothing is there. Pure. */
export function methodsByPath(
  routes: readonly Pick<AnyRoute, 'method' | 'path'>[],
): (path: string) => readonly string[] {
  const known = routes.map((one) => ({ segments: one.path.split('/'), methods: methodsOf(one) }));
  return (path) => {
    const asked = path.split('/');
    const fitting = known.filter(
      ({ segments }) =>
        segments.length === asked.length && segments.every((one, place) => fits(one, asked[place] ?? '')),
    );
    return [...new Set(fitting.flatMap(({ methods }) => methods))].toSorted();
  };
}

function fits(segment: string, asked: string): boolean {
  return segment.startsWith(':') ? asked !== '' : segment === asked;
}
