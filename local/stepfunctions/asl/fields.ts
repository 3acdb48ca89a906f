import type { StateType } from './definition.ts';

/** Every field that the interpreter implements, per kind of object. Any other is refused by its name. */
const common = ['Type', 'Comment', 'QueryLanguage'];
const onward = ['Next', 'End'];
const data = ['Output', 'Assign'];
const guarded = ['Retry', 'Catch'];

export const stateFields: Readonly<Record<StateType, readonly string[]>> = {
  Pass: [...common, ...onward, ...data],
  Task: [
    ...common,
    ...onward,
    ...data,
    ...guarded,
    'Resource',
    'Arguments',
    'TimeoutSeconds',
    'HeartbeatSeconds',
  ],
  Choice: [...common, ...data, 'Choices', 'Default'],
  Wait: [...common, ...onward, ...data, 'Seconds', 'Timestamp'],
  Succeed: [...common, 'Output'],
  Fail: [...common, 'Error', 'Cause'],
  Map: [
    ...common,
    ...onward,
    ...data,
    ...guarded,
    'Items',
    'ItemSelector',
    'ItemProcessor',
    'MaxConcurrency',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
  ],
  Parallel: [...common, ...onward, ...data, ...guarded, 'Branches', 'Arguments'],
};

export const topFields = ['Comment', 'Version', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds'];
export const scopeFields = ['Comment', 'QueryLanguage', 'StartAt', 'States'];
export const processorFields = [...scopeFields, 'ProcessorConfig'];
export const choiceFields = ['Comment', 'Condition', 'Next', 'Output', 'Assign'];
export const catcherFields = ['Comment', 'ErrorEquals', 'Next', 'Output', 'Assign'];
export const retrierFields = [
  'Comment',
  'ErrorEquals',
  'IntervalSeconds',
  'BackoffRate',
  'MaxAttempts',
  'MaxDelaySeconds',
  'JitterStrategy',
];

/** The `States.` names that can occur here; a handler for another one would never run. */
export const stateErrors = [
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.QueryEvaluationError',
  'States.DataLimitExceeded',
  'States.Runtime',
  'States.NoChoiceMatched',
  'States.Permissions',
];

/** The longest time that a field in seconds may name, as AWS bounds it. */
export const longestSeconds = 99_999_999;
