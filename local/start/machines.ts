import type { MachineSpec } from '../stepfunctions/stepfunctions.ts';
import { type Stack, TemplateRefused } from '../template/resolve.ts';

/** Properties that are run, and those that only show in the cloud's logs and traces. */
const knownProperties = [
  'DefinitionString',
  'EncryptionConfiguration',
  'LoggingConfiguration',
  'RoleArn',
  'StateMachineName',
  'StateMachineType',
  'Tags',
  'TracingConfiguration',
];

/** The state machines of the template; TemplateRefused names what is not run. */
export function readMachines(stack: Stack): MachineSpec[] {
  const findings: string[] = [];
  const machines = stack
    .ofType('AWS::StepFunctions::StateMachine')
    .map(({ logicalId, ref, attributes, properties }) => {
      for (const name of Object.keys(properties))
        if (!knownProperties.includes(name))
          findings.push(`${logicalId}: property ${name} of a state machine is not run`);
      if ((properties.StateMachineType ?? 'STANDARD') !== 'STANDARD')
        findings.push(`${logicalId}: only standard machines are run`);
      const version = stack
        .ofType('AWS::StepFunctions::StateMachineVersion')
        .find((item) => item.properties.StateMachineArn === ref);
      const aliases = stack
        .ofType('AWS::StepFunctions::StateMachineAlias')
        .filter((item) => item.ref.startsWith(`${ref}:`));
      if (aliases.length > 1) findings.push(`${logicalId}: more than one alias is not run`);
      const [alias] = aliases;
      return {
        arn: ref,
        name: attributes.Name ?? logicalId,
        definition: String(properties.DefinitionString),
        roleArn: String(properties.RoleArn),
        ...(version ? { versionArn: version.ref } : {}),
        ...(alias ? { aliasArn: alias.ref } : {}),
      };
    });
  if (findings.length > 0) throw new TemplateRefused(findings);
  return machines;
}
