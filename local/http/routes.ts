import type { HttpRoute } from './spec.ts';

export interface RouteMatch {
  readonly route: HttpRoute;
  /** The method of the route's key ("ANY"), or "$default". */
  readonly method: string;
  /** The path of the route's key with its variables, or "$default". */
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

interface ParsedRoute {
  readonly route: HttpRoute;
  readonly method: string;
  readonly path: string;
  readonly segments: readonly Segment[];
}

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable' | 'greedy'; readonly name: string };

/** The smaller, the more specific. */
const rank = { text: 0, variable: 1, greedy: 2 } as const;

function parseSegment(text: string): Segment {
  const [, name, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) return { kind: 'text', text };
  return { kind: plus === '+' ? 'greedy' : 'variable', name };
}

function parse(route: HttpRoute): ParsedRoute {
  if (route.routeKey === '$default') return { route, method: '$default', path: '$default', segments: [] };
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(route.routeKey) ?? [];
  if (method === undefined || path === undefined) throw new Error(`Not a route key: ${route.routeKey}`);
  const segments = path.slice(1).split('/').map(parseSegment);
  if (segments.slice(0, -1).some((segment) => segment.kind === 'greedy'))
    throw new Error(`A greedy variable must come last: ${route.routeKey}`);
  return { route, method, path, segments };
}

/** Whole paths before greedy ones, texts before variables, a method before ANY, $default last. */
function compare(a: ParsedRoute, b: ParsedRoute): number {
  if (a.method === '$default' || b.method === '$default')
    return Number(a.method === '$default') - Number(b.method === '$default');
  const greedy = (route: ParsedRoute) => Number(route.segments.at(-1)?.kind === 'greedy');
  if (greedy(a) !== greedy(b)) return greedy(a) - greedy(b);
  for (const [index, left] of a.segments.entries()) {
    const right = b.segments[index];
    if (right === undefined) break;
    if (left.kind !== right.kind) return rank[left.kind] - rank[right.kind];
  }
  if (a.segments.length !== b.segments.length) return b.segments.length - a.segments.length;
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function matchSegments(
  segments: readonly Segment[],
  parts: readonly string[],
): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return null;
    if (segment.kind === 'greedy') {
      const rest = parts.slice(index).join('/');
      return rest === '' ? null : { ...found, [segment.name]: rest };
    }
    if (segment.kind === 'text') {
      if (segment.text !== part) return null;
    } else if (part === '') return null;
    else found[segment.name] = part;
  }
  return segments.length === parts.length ? found : null;
}

/**
 * Makes the choice of a route as API Gateway documents it: the most specific match, `$default` last.
 * The returned function takes the method and the decoded path; undefined means 404. Throws for a bad key.
 */
export function createRouter(
  routes: readonly HttpRoute[],
): (method: string, path: string) => RouteMatch | undefined {
  const sorted = routes.map(parse).sort(compare);
  return (method, path) => {
    const parts = path.slice(1).split('/');
    for (const { route, method: routeMethod, path: routePath, segments } of sorted) {
      const common = { route, method: routeMethod, path: routePath };
      if (routeMethod === '$default') return { ...common, pathParameters: undefined };
      if (routeMethod !== 'ANY' && routeMethod !== method) continue;
      const found = matchSegments(segments, parts);
      if (found) return { ...common, pathParameters: Object.keys(found).length > 0 ? found : undefined };
    }
    return undefined;
  };
}
