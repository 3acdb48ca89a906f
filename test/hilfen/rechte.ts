interface Anweisung {
  Action: string | string[];
  Effect: 'Allow' | 'Deny';
  Resource: unknown;
  Condition?: unknown;
}
interface Ressource {
  readonly Type: string;
  readonly Properties: { readonly PolicyDocument?: { Statement: Anweisung[] } };
}

/** The one policy of the template that belongs to this function's role. */
function anweisungen(vorlage: Record<string, unknown>, funktion: string): Anweisung[] {
  const ressourcen = Object.entries(vorlage.Resources as Record<string, Ressource>);
  const gefunden = ressourcen.filter(
    ([id, r]) => r.Type === 'AWS::IAM::Policy' && id.includes(`${funktion}RolleDefaultPolicy`),
  );
  const dokument = gefunden[0]?.[1].Properties.PolicyDocument;
  if (gefunden.length !== 1 || !dokument) throw new Error(`Nicht eine Richtlinie für ${funktion}`);
  return dokument.Statement;
}

/** Takes one action away from a function's role. Throws where the role never had it: a test must not prove nothing. */
export function entziehe(vorlage: Record<string, unknown>, funktion: string, aktion: string): void {
  let entzogen = 0;
  for (const anweisung of anweisungen(vorlage, funktion)) {
    const bisher = [anweisung.Action].flat();
    const rest = bisher.filter((a) => a !== aktion);
    entzogen += bisher.length - rest.length;
    // A statement needs an action: one that nobody asks for stands for none.
    anweisung.Action = rest.length > 0 ? rest : ['logs:PutLogEvents'];
  }
  if (entzogen === 0) throw new Error(`${funktion} hat ${aktion} gar nicht.`);
}

/** Forbids a function to send mail to one address, as a mistaken policy might. */
export function verbieteMailAn(vorlage: Record<string, unknown>, adresse: string): void {
  anweisungen(vorlage, 'Strom').push({
    Effect: 'Deny',
    Action: 'ses:SendEmail',
    Resource: '*',
    Condition: { StringEquals: { 'ses:Recipients': adresse } },
  });
}
