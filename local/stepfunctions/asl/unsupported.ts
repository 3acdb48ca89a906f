/** A definition that this interpreter would run wrongly, or not at all. `problems` names every reason. */
export class AslUnsupported extends Error {
  readonly problems: readonly string[];
  constructor(machine: string, problems: readonly string[]) {
    super(`state machine ${machine} cannot be run:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'AslUnsupported';
    this.problems = problems;
  }
}
