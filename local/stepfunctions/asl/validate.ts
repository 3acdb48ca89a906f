import type { Definition, Json, JsonObject } from './definition.ts';
import { longestSeconds, processorFields, scopeFields, topFields } from './fields.ts';
import { Report } from './report.ts';
import { checkState, type Place } from './state.ts';
import { AslUnsupported } from './unsupported.ts';

/**
 * Reads a definition and refuses, all at once and by name, whatever the interpreter would not run exactly as
 * AWS does: state types, fields, integrations, targets that do not exist, expressions that do not compile.
 * Throws AslUnsupported.
 */
export function validateDefinition(text: string, machine: string): Definition {
  const report = new Report();
  let parsed: Json | undefined;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new AslUnsupported(machine, [`the definition is not JSON: ${String(error)}`]);
  }
  const top = report.object('', parsed);
  if (top) {
    report.fields('', top, topFields);
    if (top.Version !== undefined && top.Version !== '1.0') report.add('Version', 'must be 1.0');
    if (top.TimeoutSeconds !== undefined)
      report.integer('TimeoutSeconds', top.TimeoutSeconds, 1, longestSeconds);
    const language = checkLanguage(report, 'QueryLanguage', top.QueryLanguage) ?? 'JSONPath';
    checkScope(report, '', top, { language, variables: new Set(), names: new Set() });
  }
  if (report.problems.length > 0) throw new AslUnsupported(machine, report.problems);
  return parsed as unknown as Definition;
}

/** What a scope takes from the one around it. */
interface Around {
  language: 'JSONata' | 'JSONPath';
  variables: ReadonlySet<string>;
  /** State names of the whole machine; AWS wants them unique across all scopes. */
  names: Set<string>;
}

function checkScope(report: Report, at: string, scope: JsonObject, around: Around): void {
  const states = report.object(at === '' ? 'States' : `${at}.States`, scope.States);
  if (!states) return;
  const own = assignedIn(states);
  for (const name of own)
    if (around.variables.has(name))
      report.add(at, `variable $${name} is already assigned in a scope around this one`);
  const variables = new Set([...around.variables, ...own]);
  const startAt = report.text(`${at}${at === '' ? '' : '.'}StartAt`, scope.StartAt);
  if (startAt !== undefined && !Object.hasOwn(states, startAt))
    report.add(at, `StartAt names the state '${startAt}', which does not exist`);
  for (const [name, value] of Object.entries(states)) {
    if (name.length > 80) report.add(name, 'a state name has at most 80 characters');
    if (around.names.has(name)) report.add(name, 'two states have this name');
    around.names.add(name);
    const state = report.object(name, value);
    if (!state) continue;
    const language = checkLanguage(report, `${name}.QueryLanguage`, state.QueryLanguage) ?? around.language;
    const place: Place = {
      states: new Set(Object.keys(states)),
      nested: (here, inner, processor) => {
        report.fields(here, inner, processor ? processorFields : scopeFields);
        const innerLanguage = checkLanguage(report, `${here}.QueryLanguage`, inner.QueryLanguage) ?? language;
        checkScope(report, here, inner, {
          language: innerLanguage,
          variables,
          names: around.names,
        });
      },
    };
    checkState(report, name, state, language, place);
  }
}

function checkLanguage(
  report: Report,
  at: string,
  value: Json | undefined,
): 'JSONata' | 'JSONPath' | undefined {
  if (value === 'JSONata' || value === 'JSONPath') return value;
  if (value !== undefined) report.add(at, `query language ${JSON.stringify(value)} is not supported`);
  return undefined;
}

/** The variables that the states of one scope assign, nested scopes left out. */
function assignedIn(states: JsonObject): Set<string> {
  const names = new Set<string>();
  for (const state of Object.values(states)) {
    if (!isObject(state)) continue;
    const rules = [state.Choices, state.Catch].flatMap((list) => (Array.isArray(list) ? list : []));
    for (const holder of [state, ...rules])
      if (isObject(holder) && isObject(holder.Assign))
        for (const name of Object.keys(holder.Assign)) names.add(name);
  }
  return names;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
