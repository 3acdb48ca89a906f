/**
 * Runs a definition by itself: `tsx local/stepfunctions/asl.ts --definition FILE --input FILE`
 *
 * Prints {status, output, error, cause, history} as JSON. Exit code 3, with the reasons as JSON on the error
 * output, for a definition that the interpreter does not run; 2 for a wrong call.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { AslUnsupported } from './asl/unsupported.ts';
import { runDefinition } from './run.ts';

/** What a command prints, and how it ends. */
export interface Ended {
  code: 0 | 2 | 3;
  out: string;
  err: string;
}

/** The command, with its arguments after the script's name. */
export async function aslCommand(args: readonly string[]): Promise<Ended> {
  const { values } = parseArgs({
    args: [...args],
    options: { definition: { type: 'string' }, input: { type: 'string' } },
  });
  if (values.definition === undefined)
    return { code: 2, out: '', err: 'usage: asl --definition FILE [--input FILE]' };
  const input = values.input === undefined ? '{}' : readFileSync(values.input, 'utf8');
  try {
    const run = await runDefinition(readFileSync(values.definition, 'utf8'), input);
    return { code: 0, out: JSON.stringify(run, null, 2), err: '' };
  } catch (error) {
    if (!(error instanceof AslUnsupported)) throw error;
    return { code: 3, out: '', err: JSON.stringify({ unsupported: error.problems }, null, 2) };
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, out, err } = await aslCommand(process.argv.slice(2));
  if (out !== '') process.stdout.write(`${out}\n`);
  if (err !== '') process.stderr.write(`${err}\n`);
  process.exitCode = code;
}
