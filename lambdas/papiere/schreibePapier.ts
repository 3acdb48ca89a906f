import * as z from 'zod';
import { modellSchema } from '../../documents/modell/schema.ts';
import { renderUnterrichtungsvorlage } from '../../documents/papiere/unterrichtungsvorlage.ts';
import { gremien, vorlagen } from '../../domain/aggregat.ts';
import { zuFormular } from '../../domain/ergebnis/formularsicht.ts';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import type { NeuesVorlagenereignis } from '../../domain/vorlage/ereignisse.ts';
import { nummerImDateinamen } from '../../domain/vorlage/nummer.ts';
import { aktuelleFassung, type Vorlagenstand, verfasserzeile } from '../../domain/vorlage/stand.ts';
import { hausstil } from '../../templates/hausstil.ts';
import type { Akte } from '../aws/akte/akte.ts';
import type { Ausgang } from '../aws/akte/ausgang.ts';
import type { Verlauf } from '../aws/akte/laden.ts';
import { lade, ladeVerlauf } from '../aws/akte/laden.ts';
import { docxTyp, type Papier } from '../aws/akte/papiere.ts';
import { lege, type Schreibvorgang } from '../aws/akte/transaktion.ts';
import type { Eimer } from '../aws/dateien.ts';

const papierauftragSchema = z.object({ vorlage: z.string(), ereignis: z.int() });

/**
 * Writes the official paper as of one event: the checked model of that version, the boxes from the released
 * outcomes. Same event, same bytes, so a second run finds the first one's file.
 */
export async function schreibePapier(
  akte: Akte,
  entwuerfe: Eimer,
  papiere: Eimer,
  aufbewahrungTage: number,
  ausgang: Ausgang,
): Promise<readonly Schreibvorgang[]> {
  const auftrag = papierauftragSchema.parse(ausgang.daten);
  const verlauf = await ladeVerlauf(akte, vorlagen, auftrag.vorlage);
  const g = verlauf.geschehen.find((e) => e.nr === auftrag.ereignis);
  if (!g) throw new Error(`Ereignis ${auftrag.ereignis} der Vorlage ${auftrag.vorlage} fehlt.`);
  const bytes = await rendere(akte, entwuerfe, g, verlauf);
  const stand = g.nachher;
  const fassung = aktuelleFassung(stand)?.nr ?? 1;
  const dateiname = `${nummerImDateinamen(stand.nummer ?? stand.id)}_Unterrichtungsvorlage_v${fassung}.docx`;
  const schluessel = `papiere/${auftrag.vorlage}/${String(auftrag.ereignis).padStart(6, '0')}_${dateiname}`;
  const gesperrtBis = new Date(Date.parse(g.zeit) + aufbewahrungTage * 86_400_000);
  const ablage = await papiere.legeEinmal(schluessel, bytes, docxTyp, gesperrtBis);
  const papier: Papier = {
    ereignis: auftrag.ereignis,
    fassung,
    dateiname,
    ...ablage,
    ereignisHash: g.hash,
    zeit: g.zeit,
  };
  const ort = akte.schluessel.papier(auftrag.vorlage, auftrag.ereignis);
  return [lege(akte, { ...ort, kind: 'papier', daten: JSON.stringify(papier) })];
}

async function rendere(
  akte: Akte,
  entwuerfe: Eimer,
  g: Verlauf<Vorlagenstand, NeuesVorlagenereignis>['geschehen'][number],
  verlauf: Verlauf<Vorlagenstand, NeuesVorlagenereignis>,
): Promise<Uint8Array> {
  const stand = g.nachher;
  const fassung = aktuelleFassung(stand);
  if (!fassung) throw new Error(`Die Vorlage ${stand.id} hat keine Fassung.`);
  const rohmodell = await entwuerfe.lies(
    fassung.modell.schluessel,
    fassung.modell.versionId,
    fassung.modell.sha256,
  );
  const beratungen = await Promise.all(
    stand.gremienweg.map(async (b) => {
      const name = (await lade(akte, gremien, b.gremium))?.stand.name ?? b.gremium;
      // Only a released outcome is printed; a recorded one has not left the secretary's desk.
      const formular = b.freigegeben && b.ergebnis ? zuFormular(b.ergebnis) : null;
      return {
        datum: b.datum,
        gremium: name,
        top: b.top,
        oeffentlich: b.oeffentlich,
        formularsicht: formular?.sicht ?? null,
        vermerk: formular?.vermerk ?? null,
      };
    }),
  );
  const eingereicht = verlauf.geschehen.find((e) => e.ereignis.art === 'Eingereicht');
  return renderUnterrichtungsvorlage({
    hausstil,
    nummer: stand.nummer ?? '',
    datum: stand.datum ?? zuLokal(eingereicht?.zeit ?? g.zeit).datum,
    dezernat: stand.dezernat,
    verfasser: verfasserzeile(stand),
    az: stand.az,
    betreff: stand.betreff,
    beratungen,
    modell: modellSchema.parse(JSON.parse(new TextDecoder().decode(rohmodell))),
    anlagen: fassung.anlagen.map((a) => ({ titel: a.titel, oeffentlich: a.oeffentlich })),
    fassung: fassung.nr,
    ereignisHash: g.hash,
    stand: g.zeit,
  });
}
