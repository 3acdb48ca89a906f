import type * as z from 'zod';

type Mangel = z.core.$ZodRawIssue;

/**
 * What is wrong with one field, as a German sentence for people. Where a schema brings its own sentence,
 * that one is used instead.
 *
 *     z.config({ localeError: feldsatz });
 */
export function feldsatz(m: Mangel): string {
  switch (m.code) {
    case 'invalid_type':
      return m.input === undefined ? 'Diese Angabe fehlt.' : `Hier gehört ${gattung(m.expected)} hin.`;
    case 'too_small':
      return grenze(m.origin, 'mindestens', m.minimum);
    case 'too_big':
      return grenze(m.origin, 'höchstens', m.maximum);
    case 'invalid_format':
      return `Bitte ${formate[m.format] ?? 'im vorgesehenen Format'} angeben.`;
    case 'unrecognized_keys':
      return `Nicht vorgesehen ist ${aufzaehlung(m.keys, 'und')}.`;
    case 'invalid_value':
      return `Möglich ist ${aufzaehlung(m.values.map(String), 'oder')}.`;
    default:
      return 'Diese Angabe passt hier nicht.';
  }
}

const gattungen: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'wahr oder falsch (true, false)',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
  null: 'nichts (null)',
};

function gattung(erwartet: string): string {
  return gattungen[erwartet] ?? 'etwas anderes';
}

const formate: Readonly<Record<string, string>> = {
  date: 'einen Tag, den es gibt, als JJJJ-MM-TT',
  datetime: 'einen Zeitpunkt in UTC wie 2026-04-22T15:00:00.000Z',
  email: 'eine gültige Mailadresse',
  url: 'eine vollständige Adresse',
  uuid: 'eine UUID',
};

function grenze(worin: string, wort: string, zahl: number | bigint): string {
  if (worin === 'string') return `Bitte ${wort} ${zahl} Zeichen angeben.`;
  if (worin === 'array') return `Bitte ${wort} ${zahl} Einträge angeben.`;
  return `Die Zahl muss ${wort} ${zahl} sein.`;
}

function aufzaehlung(werte: readonly string[], bindewort: string): string {
  const genannt = werte.map((w) => `„${w}“`);
  const letzter = genannt.pop() ?? '';
  return genannt.length === 0 ? letzter : `${genannt.join(', ')} ${bindewort} ${letzter}`;
}
