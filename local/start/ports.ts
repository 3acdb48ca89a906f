import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { findPort } from '../gateway/listen.ts';

const shape = z.object({ web: z.number(), files: z.number(), aws: z.number() });
export type Ports = z.output<typeof shape>;

/** The three origins people and handlers see. */
export interface Urls {
  /** Pages, HTTP API, login, inbox. */
  web: string;
  /** S3, in links of papers and uploads. */
  files: string;
  /** DynamoDB, Step Functions, SES. */
  aws: string;
  /** The inbox's page. */
  inbox: string;
}

function remembered(file: string): Ports | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/**
 * Ports for this start: those of the last one, so that links in mails stay valid, else `first` and the two
 * after it (0: any free ones). A port that somebody else has taken is replaced and the new one remembered.
 */
export async function choosePorts(folder: string, first: number): Promise<Ports> {
  const file = join(folder, 'ports.json');
  const wanted =
    remembered(file) ??
    (first === 0 ? { web: 0, files: 0, aws: 0 } : { web: first, files: first + 1, aws: first + 2 });
  const web = await findPort(wanted.web);
  const files = await findPort(wanted.files);
  const aws = await findPort(wanted.aws);
  const ports = new Set([web, files, aws]).size === 3 ? { web, files, aws } : await distinct();
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

/** The system may hand out a port again that was only probed. */
async function distinct(): Promise<Ports> {
  const found = new Set<number>();
  while (found.size < 3) found.add(await findPort(0));
  const [web = 0, files = 0, aws = 0] = found;
  return { web, files, aws };
}

export function urlsOf({ web, files, aws }: Ports): Urls {
  const origin = (port: number) => `http://127.0.0.1:${port}`;
  return { web: origin(web), files: origin(files), aws: origin(aws), inbox: `${origin(web)}/_postfach` };
}
