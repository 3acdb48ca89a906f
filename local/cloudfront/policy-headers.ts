import type { ServerResponse } from 'node:http';
import type { PolicyHeader } from './spec.ts';

/**
 * Puts the policy's headers on the answer at the moment it begins, so that they lie over whatever the origin
 * sets until then. `writeHead` is where every answer of Node begins, `end` without it included.
 */
export function addPolicyHeaders(res: ServerResponse, headers: readonly PolicyHeader[]): void {
  const writeHead = res.writeHead;
  res.writeHead = (status: number, ...rest: unknown[]) => {
    const given = rest.find((item) => typeof item === 'object');
    for (const [name, value] of Object.entries(given ?? {})) res.setHeader(name, value);
    for (const { name, value, override } of headers)
      if (override || !res.hasHeader(name)) res.setHeader(name, value);
    return writeHead.call(res, status);
  };
}
