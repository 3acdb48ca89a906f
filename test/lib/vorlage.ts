import type { Freigabeweg } from '../../domain/freigabeweg/freigabeweg.ts';
import { synthetisiereVorlage } from '../../lib/app.ts';
import { pruefeEinstellungen } from '../../lib/einstellungen.ts';

/** What the tests read of a CloudFormation template. */
export interface Ressource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Vorlage {
  readonly Resources: Readonly<Record<string, Ressource>>;
}

/** The synthesized template; costs about a second, so one per test file. */
export function vorlageMit(einstellungen: unknown = {}, wege?: readonly Freigabeweg[]): Vorlage {
  const roh = synthetisiereVorlage(pruefeEinstellungen(einstellungen), wege ? { wege } : {});
  return roh as unknown as Vorlage;
}

export function vomTyp(vorlage: Vorlage, typ: string): [string, Ressource][] {
  return Object.entries(vorlage.Resources).filter(([, ressource]) => ressource.Type === typ);
}

export function ressource(vorlage: Vorlage, id: string): Ressource {
  const gefunden = vorlage.Resources[id];
  if (!gefunden) throw new Error(`the template holds no resource ${id}`);
  return gefunden;
}

export interface Anweisung {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** Every statement that a role's policies allow or deny, inline ones included, with the role's logical id. */
export function anweisungen(vorlage: Vorlage): { rolle: string; anweisung: Anweisung }[] {
  const ausPolicies = vomTyp(vorlage, 'AWS::IAM::Policy').flatMap(([, policy]) =>
    (policy.Properties.Roles as { Ref: string }[]).flatMap(({ Ref }) =>
      aussagen(policy.Properties.PolicyDocument).map((anweisung) => ({ rolle: Ref, anweisung })),
    ),
  );
  const ausRollen = vomTyp(vorlage, 'AWS::IAM::Role').flatMap(([rolle, { Properties }]) =>
    ((Properties.Policies ?? []) as { PolicyDocument: unknown }[]).flatMap((policy) =>
      aussagen(policy.PolicyDocument).map((anweisung) => ({ rolle, anweisung })),
    ),
  );
  return [...ausPolicies, ...ausRollen];
}

function aussagen(dokument: unknown): readonly Anweisung[] {
  return (dokument as { Statement: readonly Anweisung[] }).Statement;
}

export function liste<T>(wert: T | readonly T[]): readonly T[] {
  return Array.isArray(wert) ? wert : [wert as T];
}

/** Fn::Join, Ref and Fn::GetAtt flattened to text: `${Akte.Arn}/index/gsi1`. */
export function alsText(wert: unknown): string {
  if (typeof wert === 'string') return wert;
  const [name, inhalt] = Object.entries(wert as Record<string, unknown>)[0] ?? [];
  if (name === 'Fn::Join') {
    const [trenner, teile] = inhalt as [string, unknown[]];
    return teile.map(alsText).join(trenner);
  }
  if (name === 'Ref') return inhalt === 'AWS::Partition' ? 'aws' : `\${${inhalt}}`;
  if (name === 'Fn::GetAtt') return `\${${(inhalt as string[]).join('.')}}`;
  throw new Error(`cannot flatten ${JSON.stringify(wert)}`);
}
