import aslValidator from 'asl-validator';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';
import type { Freigabeweg } from '../../domain/freigabeweg/freigabeweg.ts';
import { unterrichtungsvorlage } from '../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { alsText, ressource, vorlageMit } from './vorlage.ts';

interface Zustand {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Resource?: string;
  readonly TimeoutSeconds?: number | string;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, unknown>> };
  readonly Assign?: unknown;
  readonly Output?: unknown;
}
interface Definition {
  readonly StartAt: string;
  readonly QueryLanguage: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, Zustand>>;
}

function definitionVon(weg: Freigabeweg): Definition {
  const maschine = ressource(vorlageMit({}, [weg]), `Automat${weg.art}`);
  return JSON.parse(alsText(maschine.Properties.DefinitionString));
}

const uv = definitionVon(unterrichtungsvorlage);
const [dezernat, sozialamt, ausschuss] = unterrichtungsvorlage.stationen;
if (!dezernat || !sozialamt || !ausschuss) throw new Error('the default route has three stations');

function zustand(name: string, definition = uv): Zustand {
  const gefunden = definition.States[name];
  if (!gefunden) throw new Error(`no state "${name}"`);
  return gefunden;
}

const aufgaben = Object.entries(uv.States).filter(([, { Type }]) => Type === 'Task');
const wartende = aufgaben.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));

/** Where a Choice leads for these variables, evaluated as Step Functions does. */
async function waehle(
  name: string,
  lage: Record<string, unknown>,
  definition = uv,
): Promise<string | undefined> {
  const { Choices, Default } = zustand(name, definition);
  for (const { Condition, Next } of Choices ?? []) {
    const ausdruck = jsonata(Condition.replace(/^\{%|%\}$/g, ''));
    if ((await ausdruck.evaluate({}, { lage })) === true) return Next;
  }
  return Default;
}

describe('the definition', () => {
  it('satisfies the Amazon States Language', () => {
    const mitArn = JSON.parse(
      JSON.stringify(uv).replaceAll(
        /\$\{(\w+)\.Arn\}/g,
        'arn:aws:lambda:eu-central-1:000000000000:function:$1',
      ),
    );
    expect(aslValidator(mitArn, { checkPaths: true, checkArn: true }).errorsText('\n')).toBe('');
  });

  it('would be found wrong with a missing target', () => {
    const falsch = {
      ...uv,
      States: { ...uv.States, Weiche: { ...zustand('Weiche'), Default: 'Nirgendwo' } },
    };
    expect(aslValidator(falsch, { checkPaths: true, checkArn: false }).errorsText('\n')).toContain(
      'Nirgendwo',
    );
  });

  it('is JSONata throughout, ends after 300 days and begins with reading the record', () => {
    expect(uv).toMatchObject({
      QueryLanguage: 'JSONata',
      StartAt: 'Lage lesen',
      TimeoutSeconds: 300 * 86_400,
    });
    expect(JSON.stringify(uv)).not.toMatch(
      /"(InputPath|OutputPath|ResultPath|Parameters|TimeoutSecondsPath)"/,
    );
  });

  it('shows the states of the way under their names', () => {
    expect(Object.keys(uv.States).toSorted()).toEqual(
      [
        'Lage lesen',
        'Weiche',
        'Dezernat',
        'Dezernat: Frist',
        'Sozialamt',
        'Sozialamt: Frist',
        'Sozialausschuss',
        'Sozialausschuss: Frist',
        'Sozialausschuss: Beratung',
        'Sozialausschuss: Beratung: Frist',
        'Sozialausschuss: Ergebnis lesen',
        'Sozialausschuss: Folge',
        'Vertagt',
        'Verwiesen',
        'Abgesetzt',
        'Nicht behandelt',
        'Überarbeitung',
        'Überarbeitung: Frist',
        'Abgeschlossen',
        'Zurückgezogen',
        'Abgelöst',
        'Unbekannte Lage',
        'Fehler festhalten',
        'Fehler festhalten: Pause',
        'Angehalten',
        'Angehalten: Entscheid lesen',
        'Entscheid',
        'Abgebrochen',
      ].toSorted(),
    );
  });

  it('reaches every state from the first', () => {
    const erreicht = new Set<string>();
    const offen = [uv.StartAt];
    for (let name = offen.pop(); name !== undefined; name = offen.pop()) {
      if (erreicht.has(name)) continue;
      erreicht.add(name);
      const { Next, Default, Choices, Catch } = zustand(name);
      offen.push(
        ...[Next, Default, ...[...(Choices ?? []), ...(Catch ?? [])].map((ziel) => ziel.Next)].filter(
          (z) => z !== undefined,
        ),
      );
    }
    expect([...erreicht].toSorted()).toEqual(Object.keys(uv.States).toSorted());
  });
});

describe('Weiche', () => {
  it.each([
    ['1', { weg: 'station', station: 'Dezernat' }, 'Dezernat'],
    ['2', { weg: 'station', station: 'Sozialamt' }, 'Sozialamt'],
    ['3', { weg: 'station', station: 'Sozialausschuss' }, 'Sozialausschuss'],
    ['4', { weg: 'ueberarbeitung', station: 'Überarbeitung' }, 'Überarbeitung'],
    ['5', { weg: 'beratung', station: 'Sozialausschuss' }, 'Sozialausschuss: Beratung'],
    ['6', { weg: 'ende' }, 'Abgeschlossen'],
    ['7', { weg: 'zurueckgezogen' }, 'Zurückgezogen'],
    ['8', { weg: 'abgeloest' }, 'Abgelöst'],
    ['9', { weg: 'station', station: 'Bauamt' }, 'Unbekannte Lage'],
    ['10', { weg: 'anderswo' }, 'Unbekannte Lage'],
    ['11', {}, 'Unbekannte Lage'],
  ])('row %s: %j leads to %s', async (_, lage, ziel) => {
    expect(await waehle('Weiche', lage)).toBe(ziel);
  });
});

describe('the outcome of a Beratung', () => {
  it.each([
    ['1', 'vertagt', 'Vertagt'],
    ['2', 'verwiesen', 'Verwiesen'],
    ['3', 'abgesetzt', 'Abgesetzt'],
    ['4', 'nichtBehandelt', 'Nicht behandelt'],
    ['5', 'erledigt', 'Weiche'],
    ['6', 'zurueckgezogen', 'Weiche'],
    ['7', null, 'Weiche'],
  ])('row %s: %s shows as %s', async (_, folge, ziel) => {
    expect(await waehle('Sozialausschuss: Folge', { weg: 'beratung', folge })).toBe(ziel);
    if (ziel !== 'Weiche') expect(zustand(ziel)).toMatchObject({ Type: 'Pass', Next: 'Weiche' });
  });

  it('is read from the record, not from the signal', () => {
    expect(zustand('Sozialausschuss: Beratung').Next).toBe('Sozialausschuss: Ergebnis lesen');
    expect(zustand('Sozialausschuss: Ergebnis lesen')).toMatchObject({
      Next: 'Sozialausschuss: Folge',
      Arguments: { FunctionName: `\${FunktionLage.Arn}` },
      Assign: { lage: '{% $states.result.Payload %}' },
    });
  });
});

describe('waiting', () => {
  it('happens at the stations, the Überarbeitung, the Beratung and when halted', () => {
    expect(wartende.map(([name]) => name).toSorted()).toEqual(
      [
        'Angehalten',
        'Dezernat',
        'Sozialamt',
        'Sozialausschuss',
        'Sozialausschuss: Beratung',
        'Überarbeitung',
      ].toSorted(),
    );
  });

  it.each([
    ['Dezernat', 'Dezernat', 'Lage lesen'],
    ['Sozialamt', 'Sozialamt', 'Lage lesen'],
    ['Sozialausschuss', 'Sozialausschuss', 'Lage lesen'],
    ['Überarbeitung', 'Überarbeitung', 'Lage lesen'],
    ['Sozialausschuss: Beratung', 'Sozialausschuss', 'Sozialausschuss: Ergebnis lesen'],
  ])('%s: for a signal or the Frist, then reads the record', (name, station, danach) => {
    const ort = { station, wartenummer: '{% $lage.wartenummer %}' };
    expect(zustand(name)).toMatchObject({
      Next: danach,
      TimeoutSeconds: '{% $lage.fristSekunden %}',
      Arguments: {
        FunctionName: `\${FunktionWarten.Arn}`,
        Payload: {
          ...ort,
          token: '{% $states.context.Task.Token %}',
          eingetreten: '{% $states.context.State.EnteredTime %}',
          versuch: '{% $states.context.State.RetryCount %}',
        },
      },
    });
    expect(zustand(name).Catch?.[0]).toMatchObject({
      ErrorEquals: ['States.Timeout'],
      Next: `${name}: Frist`,
    });
    expect(zustand(`${name}: Frist`)).toMatchObject({
      Next: 'Lage lesen',
      Arguments: { FunctionName: `\${FunktionFrist.Arn}`, Payload: ort },
    });
  });

  it.each(wartende)('%s: never takes the Frist for an error to be tried again', (_, { Retry }) => {
    const wiederholt = (Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals);
    expect(wiederholt).not.toContain('States.Timeout');
    expect(wiederholt).not.toContain('States.ALL');
  });

  it('discards what the signal carries', () => {
    for (const [, { Output }] of aufgaben) expect(Output).toBe('{% $states.input %}');
  });
});

describe('an error', () => {
  const angehalteneKette = ['Fehler festhalten', 'Angehalten', 'Angehalten: Entscheid lesen'];

  it.each(aufgaben)(
    'in "%s" is tried again, then recorded with the state\'s name',
    (name, { Retry, Catch }) => {
      expect(Retry?.length).toBeGreaterThanOrEqual(3);
      expect(Catch?.at(-1)).toMatchObject({
        ErrorEquals: ['States.ALL'],
        Next: angehalteneKette.includes(name) ? 'Fehler festhalten: Pause' : 'Fehler festhalten',
        Assign: { fehler: { zustand: name } },
      });
    },
  );

  it.each(aufgaben)('in "%s" cannot wait for ever', (_, { TimeoutSeconds }) => {
    expect(TimeoutSeconds).toBeDefined();
  });

  it('while halting waits an hour and tries again', () => {
    expect(zustand('Fehler festhalten: Pause')).toMatchObject({
      Type: 'Wait',
      Seconds: 3600,
      Next: 'Fehler festhalten',
    });
  });

  it('halts until the Systembetreuung decides', async () => {
    expect(zustand('Fehler festhalten')).toMatchObject({
      Next: 'Angehalten',
      Arguments: { FunctionName: `\${FunktionAnhalten.Arn}` },
      Assign: { angehalten: '{% $states.result.Payload %}' },
    });
    expect(zustand('Angehalten')).toMatchObject({
      Next: 'Angehalten: Entscheid lesen',
      TimeoutSeconds: 100 * 86_400,
      Arguments: { Payload: { station: 'Angehalten', wartenummer: '{% $angehalten.wartenummer %}' } },
    });
    expect(zustand('Angehalten').Catch?.[0]).toMatchObject({
      ErrorEquals: ['States.Timeout'],
      Next: 'Angehalten',
    });
    expect(zustand('Angehalten: Entscheid lesen').Arguments?.Payload).toMatchObject({ entscheid: true });
    expect(await waehle('Entscheid', { weg: 'erneut' })).toBe('Lage lesen');
    expect(await waehle('Entscheid', { weg: 'abbrechen' })).toBe('Abgebrochen');
    expect(await waehle('Entscheid', { weg: 'station' })).toBe('Unbekannte Lage');
    expect(zustand('Abgebrochen')).toMatchObject({ Type: 'Fail', Error: 'Abgebrochen' });
  });
});

describe('every call', () => {
  it.each(aufgaben)('of "%s" names the execution\'s own input', (_, { Arguments }) => {
    expect(Arguments?.Payload).toMatchObject({
      schemaVersion: '{% $states.context.Execution.Input.schemaVersion %}',
      vorlageId: '{% $states.context.Execution.Input.vorlageId %}',
      runde: '{% $states.context.Execution.Input.runde %}',
    });
  });

  it('holds JSONata that parses', () => {
    for (const [, ausdruck] of JSON.stringify(uv).matchAll(/"\{%(.*?)%\}"/g)) {
      expect(() => jsonata(JSON.parse(`"${ausdruck}"`))).not.toThrow();
    }
  });
});

describe('the route as a list', () => {
  const mit = (stationen: Freigabeweg['stationen']): Freigabeweg => ({ ...unterrichtungsvorlage, stationen });
  const reihenfolge = (definition: Definition) =>
    (zustand('Weiche', definition).Choices ?? [])
      .map(({ Next }) => Next)
      .filter((name) => !name.includes(':'));

  it('swapped: the graph asks in the new order', () => {
    expect(reihenfolge(uv).slice(0, 3)).toEqual(['Dezernat', 'Sozialamt', 'Sozialausschuss']);
    const getauscht = definitionVon(mit([sozialamt, dezernat, ausschuss]));
    expect(reihenfolge(getauscht).slice(0, 3)).toEqual(['Sozialamt', 'Dezernat', 'Sozialausschuss']);
  });

  it('longer by one: two more states, and the Weiche finds them', async () => {
    const erweitert = definitionVon(
      mit([dezernat, sozialamt, { ...sozialamt, name: 'Kämmerei' }, ausschuss]),
    );
    const neu = Object.keys(erweitert.States).filter((name) => !(name in uv.States));
    expect(neu.toSorted()).toEqual(['Kämmerei', 'Kämmerei: Frist']);
    expect(await waehle('Weiche', { weg: 'station', station: 'Kämmerei' }, erweitert)).toBe('Kämmerei');
  });

  it('shorter by one: its states are gone', () => {
    const gekuerzt = definitionVon(mit([sozialamt, ausschuss]));
    expect(Object.keys(uv.States).filter((name) => !(name in gekuerzt.States))).toEqual([
      'Dezernat: Frist',
      'Dezernat',
    ]);
  });

  it.each([
    ['a name twice', mit([dezernat, dezernat, ausschuss]), '„Dezernat“ ist schon vergeben'],
    ['a name of ours', mit([{ ...dezernat, name: 'Weiche' }, ausschuss]), '„Weiche“ ist schon vergeben'],
    ['a quote in a name', mit([{ ...dezernat, name: "D' or true" }, ausschuss]), 'kann kein Zustand sein'],
    ['no committee', mit([dezernat]), 'genau eine Gremiumsstation nötig, nicht 0'],
    [
      'two committees',
      mit([ausschuss, { ...ausschuss, name: 'Stadtrat' }]),
      'genau eine Gremiumsstation nötig, nicht 2',
    ],
  ])('with %s is refused', (_, weg, grund) => {
    expect(() => definitionVon(weg)).toThrow(grund);
  });
});

describe('publication', () => {
  const vorlage = vorlageMit();

  it('runs a published version under the alias "aktuell"; old versions stay', () => {
    const [version] = Object.entries(vorlage.Resources).filter(
      ([, { Type }]) => Type === 'AWS::StepFunctions::StateMachineVersion',
    );
    expect(version?.[1]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { StateMachineRevisionId: { 'Fn::GetAtt': ['AutomatUV', 'StateMachineRevisionId'] } },
    });
    expect(ressource(vorlage, 'AutomatUVAktuell').Properties).toEqual({
      Name: 'aktuell',
      RoutingConfiguration: [{ StateMachineVersionArn: { Ref: version?.[0] }, Weight: 100 }],
    });
  });

  it('logs what happens, never the data: the input of a wait holds its token', () => {
    expect(ressource(vorlage, 'AutomatUV').Properties).toMatchObject({
      LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('gives a second Vorlagenart a machine and variables of its own', () => {
    const zwei = vorlageMit({}, [unterrichtungsvorlage, { ...unterrichtungsvorlage, art: 'BV' }]);
    expect(ressource(zwei, 'AutomatBV').Type).toBe('AWS::StepFunctions::StateMachine');
    const { Variables } = ressource(zwei, 'FunktionStrom').Properties.Environment as { Variables: object };
    expect(Variables).toMatchObject({
      AUTOMAT_ALIAS_ARN: { Ref: 'AutomatUVAktuell' },
      AUTOMAT_ALIAS_ARN_BV: { Ref: 'AutomatBVAktuell' },
    });
  });
});
