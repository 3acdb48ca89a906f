import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Options of a command line, with a value or, where the default is `false`, without. Wrong usage ends the
 * process with one German sentence and exit code 2, as a shell expects.
 */
export function liesOptionen<O extends Record<string, string | false | undefined>>(vorgaben: O): Gelesen<O> {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(vorgaben).map(([name, wert]) => [
      name,
      { type: wert === false ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return { ...vorgaben, ...parseArgs({ options }).values } as Gelesen<O>;
  } catch {
    const nach = (schalter: boolean) =>
      Object.keys(vorgaben)
        .filter((name) => (vorgaben[name] === false) === schalter)
        .map((name) => `--${name}`)
        .join(', ');
    const schalter = nach(true);
    const dazu = schalter === '' ? '' : `; ohne Wert: ${schalter}`;
    console.error(`Unbekannte Angabe. Möglich sind: ${nach(false)}, jeweils mit einem Wert${dazu}.`);
    process.exit(2);
  }
}

type Gelesen<O> = { readonly [N in keyof O]: O[N] extends false ? boolean : O[N] };
