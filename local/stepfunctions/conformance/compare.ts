/**
 * Compares a history with one that AWS recorded. Values that the recording replaced (`<…>`, ARNs, dates) are
 * skipped, cause texts may differ in wording, and instants are the clock's.
 */

/** An event as GetExecutionHistory answers it. */
export type RecordedEvent = Readonly<Record<string, unknown>>;

const unlike = ['timestamp', 'cause'];

/** Every difference, as a line of text: the place, what AWS recorded, what came instead. */
export function compareHistories(
  recorded: readonly RecordedEvent[],
  actual: readonly RecordedEvent[],
): string[] {
  const differences: string[] = [];
  for (let index = 0; index < Math.max(recorded.length, actual.length); index += 1) {
    const expected = recorded[index];
    const event = actual[index];
    const place = `event ${index + 1}`;
    if (!expected || !event || expected.type !== event.type)
      differences.push(`${place}: ${String(expected?.type)} <> ${String(event?.type)}`);
    else compareValues(`${place} ${String(event.type)}`, expected, event, differences);
  }
  return differences;
}

function compareValues(place: string, expected: unknown, actual: unknown, differences: string[]): void {
  const [left, right] = [parsed(expected), parsed(actual)];
  if (isPlaceholder(left)) return;
  if (isContainer(left) && isContainer(right) && Array.isArray(left) === Array.isArray(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      if (!unlike.includes(key))
        compareValues(`${place}.${key}`, member(left, key), member(right, key), differences);
    return;
  }
  if (JSON.stringify(left) !== JSON.stringify(right))
    differences.push(`${place}: ${JSON.stringify(left)} <> ${JSON.stringify(right)}`);
}

/** Data are JSON texts; the recording shows objects among them parsed. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isPlaceholder(value: unknown): boolean {
  return (
    typeof value === 'string' && (/<[^>]+>|^arn:/.test(value) || ['date', 'snf_role_arn'].includes(value))
  );
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function member(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
