import type { Sight } from '../jsonata/check.ts';
import { expressionOf } from '../jsonata/expression.ts';
import type { Json, JsonObject, StateType } from './definition.ts';
import { choiceFields, longestSeconds, stateFields } from './fields.ts';
import { checkCatch, checkRetry } from './handlers.ts';
import type { Report } from './report.ts';
import { invokeArguments, parseResource } from './resource.ts';
import { checkTemplate } from './template.ts';

/** Where a state stands: the targets it can name, how to enter a nested scope. */
export interface Place {
  states: ReadonlySet<string>;
  nested(at: string, scope: JsonObject, processor: boolean): void;
}

const before: Sight = ['input', 'context'];
const after: Sight = ['input', 'context', 'result'];
const failed: Sight = ['input', 'context', 'errorOutput'];

/** Fields that mean the same in a JSONPath state, as long as they hold literals only. */
const languageFree = ['Type', 'Comment', 'QueryLanguage', 'Next', 'End', 'Assign', 'Error', 'Cause'];

/** Checks one state and what lies in it. */
export function checkState(
  report: Report,
  at: string,
  state: JsonObject,
  language: 'JSONata' | 'JSONPath',
  place: Place,
): void {
  const type = state.Type;
  if (!isStateType(type)) {
    report.add(at, `state type ${JSON.stringify(type)} is not supported`);
    return;
  }
  report.fields(at, state, stateFields[type]);
  if (language === 'JSONPath') {
    checkJsonPathState(report, at, type, state, place);
    return;
  }
  checkOnward(report, at, type, state, place);
  const result = type === 'Task' || type === 'Map' || type === 'Parallel';
  checkData(report, at, state, result ? after : before);
  checkers[type](report, at, state, place);
}

/**
 * Only JSONata is interpreted; a state that JSONPath (AWS's default) could not make behave differently may
 * nevertheless stand: Pass, Succeed and Fail without paths.
 */
function checkJsonPathState(
  report: Report,
  at: string,
  type: StateType,
  state: JsonObject,
  place: Place,
): void {
  const foreign = Object.keys(state).filter((name) => !languageFree.includes(name));
  if (!['Pass', 'Succeed', 'Fail'].includes(type) || foreign.length > 0) {
    report.add(at, 'query language JSONPath is not supported; set QueryLanguage to JSONata');
    return;
  }
  checkOnward(report, at, type, state, place);
  checkTemplate(report, `${at}.Assign`, state.Assign);
  checkTemplate(report, at, [state.Error ?? null, state.Cause ?? null]);
}

function checkOnward(report: Report, at: string, type: StateType, state: JsonObject, place: Place): void {
  if (type === 'Choice' || type === 'Succeed' || type === 'Fail') return;
  if (state.Next !== undefined && state.End !== undefined) report.add(at, 'has both Next and End');
  else if (state.Next !== undefined) checkTarget(report, `${at}.Next`, state.Next, place);
  else if (state.End !== true) report.add(at, 'has neither Next nor End');
}

function checkTarget(report: Report, at: string, target: Json | undefined, place: Place): void {
  if (typeof target !== 'string' || !place.states.has(target))
    report.add(at, `names the state '${String(target)}', which does not exist in this scope`);
}

function checkData(report: Report, at: string, holder: JsonObject, sight: Sight): void {
  checkTemplate(report, `${at}.Output`, holder.Output, sight);
  if (holder.Assign === undefined) return;
  const assign = report.object(`${at}.Assign`, holder.Assign);
  for (const name of Object.keys(assign ?? {}))
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u.test(name) || name === 'states' || name === '__proto__')
      report.add(`${at}.Assign`, `'${name}' is not a name for a variable`);
  checkTemplate(report, `${at}.Assign`, assign, sight);
}

/** A number in the bounds, or an expression that will yield one. */
function checkNumber(report: Report, at: string, state: JsonObject, field: string, least: number) {
  const value = state[field];
  const here = `${at}.${field}`;
  if (typeof value === 'string' && expressionOf(value) !== undefined)
    checkTemplate(report, here, value, before);
  else if (value !== undefined) report.integer(here, value, least, longestSeconds);
}

type Checker = (report: Report, at: string, state: JsonObject, place: Place) => void;

const checkGuard: Checker = (report, at, state, place) => {
  checkRetry(report, `${at}.Retry`, state.Retry);
  checkCatch(report, `${at}.Catch`, state.Catch, (here, catcher) => {
    checkTarget(report, `${here}.Next`, catcher.Next, place);
    checkData(report, here, catcher, failed);
  });
};

const checkTask: Checker = (report, at, state, place) => {
  const resource = report.text(`${at}.Resource`, state.Resource);
  const integration = resource === undefined ? undefined : parseResource(resource);
  if (resource !== undefined && !integration)
    report.add(`${at}.Resource`, `integration '${resource}' is not supported`);
  checkTemplate(report, `${at}.Arguments`, state.Arguments, before);
  if (integration?.kind === 'invoke') checkInvoke(report, `${at}.Arguments`, state.Arguments);
  checkNumber(report, at, state, 'TimeoutSeconds', 1);
  checkNumber(report, at, state, 'HeartbeatSeconds', 1);
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    report.add(`${at}.HeartbeatSeconds`, 'must be smaller than TimeoutSeconds');
  checkGuard(report, at, state, place);
};

function checkInvoke(report: Report, at: string, value: Json | undefined): void {
  if (typeof value === 'string' && expressionOf(value) !== undefined) return;
  const invoke = report.object(at, value);
  if (!invoke) return;
  report.fields(at, invoke, invokeArguments);
  report.text(`${at}.FunctionName`, invoke.FunctionName);
  if (invoke.InvocationType !== undefined && invoke.InvocationType !== 'RequestResponse')
    report.add(`${at}.InvocationType`, `${JSON.stringify(invoke.InvocationType)} is not supported`);
}

const checkChoice: Checker = (report, at, state, place) => {
  const rules = report.list(`${at}.Choices`, state.Choices);
  if (rules.length === 0) report.add(`${at}.Choices`, 'must hold at least one rule');
  for (const [index, item] of rules.entries()) {
    const here = `${at}.Choices[${index}]`;
    const rule = report.object(here, item);
    if (!rule) continue;
    report.fields(here, rule, choiceFields);
    const { Condition: condition } = rule;
    if (
      typeof condition !== 'boolean' &&
      (typeof condition !== 'string' || expressionOf(condition) === undefined)
    )
      report.add(`${here}.Condition`, 'must be a JSONata expression or a boolean');
    checkTemplate(report, `${here}.Condition`, condition, before);
    checkTarget(report, `${here}.Next`, rule.Next, place);
    checkData(report, here, rule, before);
  }
  if (state.Default !== undefined) checkTarget(report, `${at}.Default`, state.Default, place);
};

const checkWait: Checker = (report, at, state) => {
  if ((state.Seconds === undefined) === (state.Timestamp === undefined))
    report.add(at, 'must have either Seconds or Timestamp');
  checkNumber(report, at, state, 'Seconds', 0);
  if (state.Timestamp === undefined) return;
  const instant = report.text(`${at}.Timestamp`, state.Timestamp);
  if (instant === undefined) return;
  checkTemplate(report, `${at}.Timestamp`, instant, before);
  if (expressionOf(instant) === undefined && Number.isNaN(Date.parse(instant)))
    report.add(`${at}.Timestamp`, `'${instant}' is not an instant of ISO 8601`);
};

const checkFail: Checker = (report, at, state) => {
  for (const field of ['Error', 'Cause']) {
    if (state[field] === undefined) continue;
    report.text(`${at}.${field}`, state[field]);
    checkTemplate(report, `${at}.${field}`, state[field], before);
  }
};

const checkMap: Checker = (report, at, state, place) => {
  checkTemplate(report, `${at}.Items`, state.Items, before);
  if (state.Items !== undefined && !Array.isArray(state.Items) && typeof state.Items !== 'string')
    report.add(`${at}.Items`, 'must be an array or a JSONata expression');
  checkTemplate(report, `${at}.ItemSelector`, state.ItemSelector, before);
  checkNumber(report, at, state, 'MaxConcurrency', 0);
  checkNumber(report, at, state, 'ToleratedFailureCount', 0);
  checkNumber(report, at, state, 'ToleratedFailurePercentage', 0);
  const processor = report.object(`${at}.ItemProcessor`, state.ItemProcessor);
  if (processor) {
    const { ProcessorConfig: config } = processor;
    if (config !== undefined) {
      const here = `${at}.ItemProcessor.ProcessorConfig`;
      const mode = report.object(here, config);
      report.fields(here, mode ?? {}, ['Mode']);
      if (mode?.Mode !== undefined && mode.Mode !== 'INLINE')
        report.add(here, `mode ${JSON.stringify(mode.Mode)} is not supported`);
    }
    place.nested(`${at}.ItemProcessor`, processor, true);
  }
  checkGuard(report, at, state, place);
};

const checkParallel: Checker = (report, at, state, place) => {
  checkTemplate(report, `${at}.Arguments`, state.Arguments, before);
  const branches = report.list(`${at}.Branches`, state.Branches);
  if (branches.length === 0) report.add(`${at}.Branches`, 'must hold at least one branch');
  for (const [index, item] of branches.entries()) {
    const branch = report.object(`${at}.Branches[${index}]`, item);
    if (branch) place.nested(`${at}.Branches[${index}]`, branch, false);
  }
  checkGuard(report, at, state, place);
};

const nothingMore: Checker = () => {};

const checkers: Readonly<Record<StateType, Checker>> = {
  Pass: nothingMore,
  Task: checkTask,
  Choice: checkChoice,
  Wait: checkWait,
  Succeed: nothingMore,
  Fail: checkFail,
  Map: checkMap,
  Parallel: checkParallel,
};

function isStateType(value: Json | undefined): value is StateType {
  return typeof value === 'string' && Object.hasOwn(checkers, value);
}
