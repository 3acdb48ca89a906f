import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { baueApp } from '../../lib/app.ts';
import { pruefeEinstellungen } from '../../lib/einstellungen.ts';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'gremienweg-regeln-'));
  // Both checkers print their findings on stderr beside writing the report.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

function neueApp(cloudFormationRegeln: boolean) {
  return baueApp({
    einstellungen: pruefeEinstellungen({ alarmMail: 'betrieb@musterstadt.example' }),
    bundling: false,

    app: { outdir, autoSynth: false, builtinCloudFormationValidation: cloudFormationRegeln },
  });
}

/** Findings of the validation report as "rule | construct path below the stack". */
function befunde(app: App): string[] {
  try {
    app.synth();
  } catch (fehler) {
    if (!String(fehler).includes('ValidationFailed')) throw fehler;
  }
  const bericht: Bericht = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return bericht.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) => `${ruleName} | ${constructPath.replace(/^[^/]+\//, '')}`,
      ),
    ),
  );
}

interface Bericht {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

describe("CloudFormation's own rules, strict", () => {
  it('find nothing', () => {
    expect(befunde(neueApp(true).app)).toEqual([]);
  });

  it('would find a function with less memory than exists', () => {
    const { app, stack } = neueApp(true);
    new lambda.CfnFunction(stack, 'ZuKlein', {
      role: 'arn:aws:iam::000000000000:role/x',
      code: { zipFile: 'x' },
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      memorySize: 50,
    });
    expect(befunde(app)).toEqual([expect.stringContaining('ZuKlein')]);
  });
});

/** What AwsSolutions finds and we accept: rule, where, why. A finding too many or too few fails. */
const angenommen: readonly { regel: string; wo: RegExp; grund: string }[] = [
  {
    regel: 'AwsSolutions-S1',
    wo: /^Dateien\/(Entwuerfe|Papiere)\/Resource$/,
    grund:
      'Every access goes through functions whose effect stands in the record; data events are a trail setting of the account.',
  },
  {
    regel: 'AwsSolutions-S1',
    wo: /^Oberflaeche\/Dateien\/Resource$/,
    grund: 'It holds what everybody is given who asks: the same files as the public source.',
  },
  {
    regel: 'AwsSolutions-CFR1',
    wo: /^Oberflaeche\/Verteilung\/Resource$/,
    grund: 'Members of the committee read on journeys too; the login decides, not the country.',
  },
  {
    regel: 'AwsSolutions-CFR2',
    wo: /^Oberflaeche\/Verteilung\/Resource$/,
    grund: 'By setting (wafArn): it costs each month and is made once for all applications of a town.',
  },
  {
    regel: 'AwsSolutions-CFR3',
    wo: /^Oberflaeche\/Verteilung\/Resource$/,
    grund:
      'Addresses of people and of papers would lie in a log that nobody needs: the API has its own, without both.',
  },
  {
    regel: 'AwsSolutions-CFR4',
    wo: /^Oberflaeche\/Verteilung\/Resource$/,
    grund:
      'Without a certificate of the town CloudFront does not let choose; with one it is TLS 1.2 (oberflaeche.test.ts).',
  },
  {
    regel: 'AwsSolutions-COG2',
    wo: /^Anmeldung\/Pool\/Resource$/,
    grund:
      'Optional TOTP: towns federate with their own identity provider, which asks for the second factor.',
  },
  {
    regel: 'AwsSolutions-COG8',
    wo: /^Anmeldung\/Pool\/Resource$/,
    grund: 'The plus plan costs per person; the same federation makes it a choice of the town.',
  },
  {
    regel: 'AwsSolutions-APIG4',
    wo: /^HttpApi\/GET--api--(openapi\.json|einstellungen|gremien--{gremium}--kalender\.ics)\/Resource$/,
    grund:
      'Read before the login, or by calendar programs that never log in; none holds a datum of a Vorlage.',
  },
  {
    regel: 'AwsSolutions-IAM5[Resource::*]',
    wo: /Rolle\/DefaultPolicy\/Resource$|^AutomatUV\/Maschine\/Role\/DefaultPolicy\/Resource$/,
    grund: 'X-Ray, log delivery and ListStreams know no resource (stack.test.ts names the actions).',
  },
  {
    regel: 'AwsSolutions-IAM5[Resource::<Funktion(Anhalten|Frist|Lage|Warten).Arn>:*]',
    wo: /^AutomatUV\/Maschine\/Role\/DefaultPolicy\/Resource$/,
    grund: 'Versions of the very functions that the machine calls.',
  },
  {
    regel: 'AwsSolutions-SQS3',
    wo: /^Fehlschlaege\/Queue\/Resource$/,
    grund: 'It is the queue of last resort itself: of stream mappings, rules and schedules.',
  },
  {
    regel: 'AwsSolutions-IAM5[Resource::<(Entwuerfe|Papiere).Arn>/(|modell/|upload/|papiere/|anker/)*]',
    wo: /^(Schnittstelle|Strom|Pruefung|Zeitplaene)\//,
    grund: 'Objects of one bucket or prefix: their keys arise at run time.',
  },
  {
    regel:
      'AwsSolutions-IAM5[Resource::arn:aws:states:eu-central-1:<AWS::AccountId>:execution:<AutomatUV.Name>:*]',
    wo: /^(Schnittstelle\/ApiRolle|Zeitplaene\/AnkerRolle)\/DefaultPolicy\/Resource$/,
    grund: 'Executions of one machine: their names arise at run time.',
  },
  {
    regel:
      'AwsSolutions-IAM5[Resource::arn:aws:events:eu-central-1:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]',
    wo: /^Pruefung\/Malware\/Rolle\/Resource$/,
    grund: 'The end of the name is chosen by GuardDuty (its user guide asks for this ARN).',
  },
];

describe('cdk-nag AwsSolutions', () => {
  it('finds what we accept with a reason, all of it, and nothing else', () => {
    const { app } = neueApp(false);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const gefunden = befunde(app);
    const trifft = (befund: string, { regel, wo }: (typeof angenommen)[number]) => {
      const [name = '', pfad = ''] = befund.split(' | ');
      return alsMuster(regel).test(name) && wo.test(pfad);
    };
    expect(gefunden.filter((befund) => !angenommen.some((eintrag) => trifft(befund, eintrag)))).toEqual([]);
    expect(angenommen.filter((eintrag) => !gefunden.some((befund) => trifft(befund, eintrag)))).toEqual([]);
  });
});

/** A rule's name as a pattern: literal but for `(a|b)`, the alternatives. */
function alsMuster(regel: string): RegExp {
  const teile = regel.split(/(\([^)]*\|[^)]*\))/);
  return new RegExp(
    `^${teile.map((teil, i) => (i % 2 ? teil : teil.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('')}$`,
  );
}
