import type { Json, JsonObject } from './definition.ts';
import { catcherFields, longestSeconds, retrierFields, stateErrors } from './fields.ts';
import type { Report } from './report.ts';

/** Checks the Retry list of a state. */
export function checkRetry(report: Report, at: string, value: Json | undefined): void {
  if (value === undefined) return;
  const retriers = report.list(at, value);
  for (const [index, item] of retriers.entries()) {
    const here = `${at}[${index}]`;
    const retrier = report.object(here, item);
    if (!retrier) continue;
    report.fields(here, retrier, retrierFields);
    checkErrors(report, here, retrier.ErrorEquals, index === retriers.length - 1);
    const { IntervalSeconds, MaxAttempts, MaxDelaySeconds, BackoffRate, JitterStrategy } = retrier;
    if (IntervalSeconds !== undefined)
      report.integer(`${here}.IntervalSeconds`, IntervalSeconds, 1, longestSeconds);
    if (MaxAttempts !== undefined) report.integer(`${here}.MaxAttempts`, MaxAttempts, 0, longestSeconds);
    if (MaxDelaySeconds !== undefined)
      report.integer(`${here}.MaxDelaySeconds`, MaxDelaySeconds, 1, 31_622_400);
    if (BackoffRate !== undefined && (typeof BackoffRate !== 'number' || BackoffRate < 1))
      report.add(`${here}.BackoffRate`, 'must be a number of at least 1');
    if (JitterStrategy !== undefined && JitterStrategy !== 'FULL' && JitterStrategy !== 'NONE')
      report.add(`${here}.JitterStrategy`, 'must be FULL or NONE');
  }
}

/** Checks the Catch list of a state; `each` sees the targets and templates of its catchers. */
export function checkCatch(
  report: Report,
  at: string,
  value: Json | undefined,
  each: (here: string, catcher: JsonObject) => void,
): void {
  if (value === undefined) return;
  const catchers = report.list(at, value);
  for (const [index, item] of catchers.entries()) {
    const here = `${at}[${index}]`;
    const catcher = report.object(here, item);
    if (!catcher) continue;
    report.fields(here, catcher, catcherFields);
    checkErrors(report, here, catcher.ErrorEquals, index === catchers.length - 1);
    each(here, catcher);
  }
}

function checkErrors(report: Report, at: string, value: Json | undefined, last: boolean): void {
  const here = `${at}.ErrorEquals`;
  const names = report.list(here, value);
  if (names.length === 0) report.add(here, 'must name at least one error');
  for (const name of names) {
    if (typeof name !== 'string') report.add(here, 'must hold texts');
    else if (name.startsWith('States.') && !stateErrors.includes(name))
      report.add(here, `error '${name}' never occurs here`);
  }
  if (names.includes('States.ALL') && (names.length > 1 || !last))
    report.add(here, 'States.ALL must stand alone, and last');
}
