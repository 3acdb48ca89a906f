import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Options of a command line, all with a value. Wrong usage ends the process with one German sentence and
 * exit code 2, as a shell expects.
 */
export function liesOptionen<O extends Record<string, string | undefined>>(vorgaben: O): O {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.keys(vorgaben).map((name) => [name, { type: 'string' as const }]),
  );
  try {
    return { ...vorgaben, ...parseArgs({ options }).values } as O;
  } catch {
    const bekannt = Object.keys(vorgaben).map((name) => `--${name}`);
    console.error(`Unbekannte Angabe. Möglich sind: ${bekannt.join(', ')}, jeweils mit einem Wert.`);
    process.exit(2);
  }
}
