import { HeadingLevel, type Paragraph, type Table } from 'docx';
import * as z from 'zod';
import { formularsichtSchema } from '../../domain/ergebnis/schema.ts';
import { deutscherZeitpunkt, deutschesDatum } from '../formular/datum.ts';
import { papiereigenschaft } from '../formular/kaestchen.ts';
import { modellSchema } from '../modell/schema.ts';
import { anlagenabschnitt } from './bausteine/anlagen.ts';
import { gremienwegtabelle } from './bausteine/gremienweg.ts';
import { koerper } from './bausteine/koerper.ts';
import { absatz, createSchreibkontext } from './bausteine/kontext.ts';
import { kopftabelle } from './bausteine/kopf.ts';
import { fusszeile, kopfzeile } from './bausteine/kopffuss.ts';
import { textlauf } from './bausteine/laeufe.ts';
import { nummerierung } from './bausteine/listen.ts';
import { seite } from './bausteine/seite.ts';
import { mitLesezeichen } from './bausteine/steuerelement.ts';
import { hausstilSchema } from './hausstil.ts';
import { packe } from './packen.ts';

const tag = z.iso.date();
const zeile = (hoechstens: number) => z.string().trim().min(1).max(hoechstens);

const beratungSchema = z.strictObject({
  datum: tag.nullable(),
  /** Name as printed. */
  gremium: zeile(200),
  top: zeile(20).nullable(),
  oeffentlich: z.boolean(),
  formularsicht: formularsichtSchema.nullable(),
  vermerk: zeile(20_000).nullable(),
});

const unterrichtungsvorlageSchema = z.strictObject({
  hausstil: hausstilSchema,
  nummer: zeile(40),
  datum: tag,
  dezernat: zeile(100),
  /** Number and name of the office, "50-Sozialamt". */
  verfasser: zeile(200),
  az: zeile(100).nullable(),
  betreff: zeile(1000),
  beratungen: z.array(beratungSchema).min(1).max(99),
  modell: modellSchema,
  anlagen: z.array(z.strictObject({ titel: zeile(500), oeffentlich: z.boolean() })).max(500),
  fassung: z.int().min(1),
  /** SHA-256 (hex) of the event whose state the paper shows. */
  ereignisHash: z.string().regex(/^[0-9a-f]{64}$/),
  stand: z.iso.datetime({ offset: true }),
  /** What goes to the public leaves out everything nichtoeffentlich. */
  ausgabe: z.enum(['intern', 'oeffentlich']).default('intern'),
});
export type UnterrichtungsvorlageAngaben = z.input<typeof unterrichtungsvorlageSchema>;

/**
 * The official Unterrichtungsvorlage as .docx. Deterministic: equal input, equal bytes.
 *
 * @throws ZodError if the input is not what the schema says; Error if a public paper is asked for of a Vorlage
 * without any oeffentliche Beratung (its body is not public, § 35 GemO).
 */
export async function renderUnterrichtungsvorlage(
  eingabe: UnterrichtungsvorlageAngaben,
): Promise<Uint8Array> {
  const angaben = unterrichtungsvorlageSchema.parse(eingabe);
  const sichtbar = (teil: { oeffentlich: boolean }) => angaben.ausgabe === 'intern' || teil.oeffentlich;
  const beratungen = angaben.beratungen.filter(sichtbar);
  if (beratungen.length === 0) {
    throw new Error(
      `Vorlage ${angaben.nummer} hat keine öffentliche Beratung und darf nicht öffentlich ausgegeben werden`,
    );
  }
  const anlagen = angaben.anlagen.filter(sichtbar);
  const kontext = createSchreibkontext(angaben.hausstil);
  const ueberschrift2 = (text: string, lesezeichen: string): Paragraph =>
    absatz({ heading: HeadingLevel.HEADING_2 }, mitLesezeichen(kontext, lesezeichen, [textlauf({ text })]));
  const inhalt: (Paragraph | Table)[] = [
    absatz({ heading: HeadingLevel.HEADING_1 }, [textlauf({ text: 'Unterrichtungsvorlage' })]),
    kopftabelle(kontext, {
      amtlich: true,
      werte: {
        nummer: angaben.nummer,
        datum: deutschesDatum(angaben.datum),
        dezernat: angaben.dezernat.replace(/^Dezernat\s+(?=[\dIVX]+$)/, ''),
        verfasser: angaben.verfasser,
        az: angaben.az,
        betreff: angaben.betreff.replace(/\s+/g, ' '),
      },
    }),
    ueberschrift2('Gremienweg', 'gw_gremienweg'),
    gremienwegtabelle(kontext, beratungen),
    ueberschrift2('Unterrichtung', 'gw_unterrichtung'),
    ...koerper(kontext, angaben.modell.bloecke, anlagen.length === 0),
    ...(anlagen.length === 0
      ? []
      : [ueberschrift2('Anlagen', 'gw_anlagen'), ...anlagenabschnitt(kontext, anlagen)]),
  ];
  return packe(kontext, {
    titel: `Unterrichtungsvorlage ${angaben.nummer}: ${angaben.betreff}`,
    stand: angaben.stand,
    nummerierung: nummerierung(angaben.modell.bloecke),
    eigenschaften: {
      [papiereigenschaft.papier]: 'unterrichtungsvorlage/1',
      [papiereigenschaft.fassung]: String(angaben.fassung),
      [papiereigenschaft.ereignis]: angaben.ereignisHash,
    },
    abschnitt: {
      properties: { page: seite },
      headers: { default: kopfzeile(kontext, `Vorlage ${angaben.nummer}`) },
      footers: {
        default: fusszeile([
          `Fassung ${angaben.fassung} · Stand ${deutscherZeitpunkt(angaben.stand)}`,
          `Ereignis ${angaben.ereignisHash}`,
        ]),
      },
      children: inhalt,
    },
  });
}
