/** The JSONata that the machine's states share. */

/** What the execution was started with. Every payload carries it, so that a handler knows the shape. */
export const ausloeser = {
  schemaVersion: '{% $states.context.Execution.Input.schemaVersion %}',
  vorlageId: '{% $states.context.Execution.Input.vorlageId %}',
  runde: '{% $states.context.Execution.Input.runde %}',
} as const;

/** The state's input goes on unchanged: answers live in variables, a signal's output is discarded. */
export const eingabeWeiter = '{% $states.input %}';

export const antwort = '{% $states.result.Payload %}';

/**
 * The token and its order among those of one wait: the state is entered again after each Frist, and a
 * repeated invocation brings a new token. The latest entry, then the highest `versuch` counts.
 */
export const marke = {
  token: '{% $states.context.Task.Token %}',
  eingetreten: '{% $states.context.State.EnteredTime %}',
  versuch: '{% $states.context.State.RetryCount %}',
} as const;

/** Text as a JSONata literal; names are checked, so a quote is a fault of ours. */
export function text(wert: string): string {
  if (/['\\]/.test(wert)) throw new TypeError(`no JSONata literal without escapes: ${wert}`);
  return `'${wert}'`;
}

export function bedingung(ausdruck: string): string {
  return `{% ${ausdruck} %}`;
}
