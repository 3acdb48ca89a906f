import type { InvokeResult } from '../types.ts';
import type { Invocation } from './runtime/protocol.ts';
import type { Sandbox } from './sandbox.ts';
import { HostStopped } from './spec.ts';

/** The workers of one function: started when needed, kept warm, never more than `concurrency`. */
export interface Pool {
  run(invocation: Invocation): Promise<InvokeResult>;
  close(): Promise<void>;
}

export function createPool(start: () => Sandbox, concurrency: number): Pool {
  const idle: Sandbox[] = [];
  const busy = new Set<Sandbox>();
  const waiting: ((sandbox: Sandbox | Error) => void)[] = [];
  let closed = false;

  const usableIdle = (): Sandbox | undefined => {
    for (let sandbox = idle.pop(); sandbox; sandbox = idle.pop()) if (sandbox.usable) return sandbox;
    return undefined;
  };
  const release = (sandbox: Sandbox) => {
    busy.delete(sandbox);
    if (sandbox.usable) idle.push(sandbox);
    const next = closed ? undefined : waiting.shift();
    if (next) next(take());
  };
  const take = (): Sandbox => {
    const sandbox = usableIdle() ?? start();
    busy.add(sandbox);
    return sandbox;
  };
  const acquire = (): Promise<Sandbox> | Sandbox => {
    if (busy.size < concurrency) return take();
    return new Promise((resolve, reject) => {
      waiting.push((sandbox) => (sandbox instanceof Error ? reject(sandbox) : resolve(sandbox)));
    });
  };

  return {
    async run(invocation) {
      if (closed) throw new HostStopped();
      const sandbox = await acquire();
      try {
        return await sandbox.run(invocation);
      } finally {
        release(sandbox);
      }
    },
    async close() {
      closed = true;
      for (const refuse of waiting.splice(0)) refuse(new HostStopped());
      await Promise.all([...idle, ...busy].map((sandbox) => sandbox.close()));
    },
  };
}
