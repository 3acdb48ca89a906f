import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, type AppProps, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Freigabeweg } from '../domain/freigabeweg/freigabeweg.ts';
import { freigabewege } from '../domain/freigabeweg/freigabewege.ts';
import { type Einstellungen, leseEinstellungen } from './einstellungen.ts';
import { GremienwegStack } from './gremienweg-stack.ts';

/** Root of the repository. */
const wurzel = fileURLToPath(new URL('..', import.meta.url));

export interface AppAngaben {
  readonly einstellungen: Einstellungen;
  /** false: functions are not bundled and nothing is copied; the template is the same but for asset names. */
  readonly bundling: boolean;
  /** Default: every route of `domain/freigabeweg`. */
  readonly wege?: readonly Freigabeweg[];
  /** Root below which the functions' entry files lie, absolute. Default: the repository. */
  readonly wurzel?: string;
  readonly app?: AppProps;
}

/** The CDK app with its one stack. Under the CDK CLI it is synthesized when the process ends. */
export function baueApp(angaben: AppAngaben): { app: App; stack: GremienwegStack } {
  const { einstellungen, bundling } = angaben;
  const app = new App({
    analyticsReporting: false,
    ...angaben.app,
    context: {
      ...schalter(),
      ...(!bundling && { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true }),
      ...angaben.app?.context,
    },
  });
  const stackName = `gremienweg-${einstellungen.koerperschaft.id}-${einstellungen.stufe}`;
  const stack = new GremienwegStack(app, stackName, {
    description: `Gremienweg: Vorlagen der ${einstellungen.koerperschaft.name} vom Entwurf bis zum Ergebnis`,
    env: { region: einstellungen.region },
    terminationProtection: einstellungen.stufe !== 'test',
    // The CLI checks the bootstrap version itself; without the rule the template needs no SSM parameter.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    einstellungen,
    wege: angaben.wege ?? Object.values(freigabewege),
    wurzel: angaben.wurzel ?? wurzel,
  });
  return { app, stack };
}

/** The template, synthesized in this process within a second or two: what `npm start` runs. */
export function synthetisiereVorlage(
  einstellungen: Einstellungen,
  weiteres: Pick<AppAngaben, 'wege' | 'wurzel'> = {},
): Record<string, unknown> {
  const outdir = mkdtempSync(join(tmpdir(), 'gremienweg-synth-'));
  try {
    const { app, stack } = baueApp({
      einstellungen,
      bundling: false,
      ...weiteres,
      app: { outdir, autoSynth: false, treeMetadata: false, builtinCloudFormationValidation: false },
    });
    return app.synth().getStackArtifact(stack.artifactId).template;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Settings from the CDK context `gremienweg` (cdk.json, `-c gremienweg=datei.json`). Throws EinstellungenFehler. */
export function einstellungenAusKontext(): Einstellungen {
  return leseEinstellungen(new App({ autoSynth: false }).node.tryGetContext('gremienweg'));
}

/** CDK's feature flags, so that the template in this process equals that of the CLI. */
function schalter(): Record<string, unknown> {
  const cdk: { context: Record<string, unknown> } = JSON.parse(
    readFileSync(join(wurzel, 'cdk.json'), 'utf8'),
  );
  return cdk.context;
}
