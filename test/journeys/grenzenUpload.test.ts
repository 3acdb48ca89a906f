import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendeFormular } from '../../bin/demo/hochladen.ts';
import { sieh } from '../../bin/demo/vorlagenweg.ts';
import { hoechstgroesse } from '../../domain/upload/upload.ts';
import { eicar } from '../../local/guardduty/scan.ts';
import { docx, entwurf, p } from '../documents/hilfe/docx.ts';
import { abdruckDerAkte } from '../hilfen/abdruck.ts';
import { type Formular, kleinerEntwurf, kuendigeAn, legeEntwurfAn } from '../hilfen/entwuerfe.ts';
import { starteTestsystem, type Testsystem } from '../hilfen/system.ts';
import { gleicheAbNach } from '../hilfen/zeitplan.ts';

type Zweck = 'entwurf' | 'anlage';
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const mitKennwort = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
const makros = docx(p('Betreff: Probe') + p('Unterrichtung:') + p('Text.'), {
  zusaetzlich: [{ name: 'word/vbaProject.bin', inhalt: 'x' }],
});
const text = (inhalt: string) => new TextEncoder().encode(inhalt);

describe('Dateien an den Grenzen', () => {
  let system: Testsystem;
  let zaehler = 0;
  beforeAll(async () => {
    system = await starteTestsystem();
  });
  afterAll(() => system?.beende());

  /** The record without the uploads: their state may change, nothing else. */
  async function akte(auchUploads = false): Promise<string[]> {
    await system.ruhe();
    return abdruckDerAkte(
      system.datenbank,
      system.tabelle,
      (_pk, sk) => auchUploads || !sk.startsWith('UPLOAD#'),
    );
  }

  async function kuendigeEineAn(zweck: Zweck = 'entwurf', dateiname = 'entwurf.docx') {
    zaehler += 1;
    const vorlage = await legeEntwurfAn(system.welt, `Upload ${zaehler}`);
    return { vorlage, formular: await kuendigeAn(system.welt, vorlage.id, dateiname, zweck) };
  }

  const sende = (formular: Formular, bytes: Uint8Array) =>
    sendeFormular(system.welt, formular, 'datei', bytes);

  async function lage(vorlage: string, upload: string) {
    await system.ruhe();
    const antwort = await system.welt.als('feldkamp').get(`/vorlagen/${vorlage}/uploads/${upload}`);
    return system.welt.gelungen<{ zustand: string; code: string | null; satz: string | null }>(
      antwort,
      'Lage',
    );
  }

  async function reicheEin(
    vorlage: { id: string; version: number },
    upload: string,
    zweck: Zweck = 'entwurf',
  ) {
    zaehler += 1;
    let entwurf = upload;
    const anlagen: { upload: string; titel: string }[] = [];
    if (zweck === 'anlage') {
      const guter = await kuendigeAn(system.welt, vorlage.id, 'guter.docx');
      await sende(guter, await kleinerEntwurf());
      entwurf = guter.id;
      anlagen.push({ upload, titel: 'Anlage' });
    }
    await system.ruhe();
    return () =>
      system.welt.als('feldkamp').post(`/vorlagen/${vorlage.id}/einreichung`, {
        absicht: `einreichen ${zaehler}`,
        version: vorlage.version,
        koerper: { entwurf, anlagen },
      });
  }

  /** Submits, expects this refusal, and that not one item of the record has changed. */
  async function wirdAbgelehnt(
    vorlage: { id: string; version: number },
    upload: string,
    status: number,
    code: string,
    zweck: Zweck = 'entwurf',
  ): Promise<unknown> {
    const versuche = await reicheEin(vorlage, upload, zweck);
    const vorher = await akte(true);
    const { satz, einzelheiten } = system.welt.abgelehnt(await versuche(), status, code, 'Einreichen');
    expect(satz).toMatch(/^[A-ZÄÖÜ„].{10,}\.$/su);
    expect(await akte(true)).toEqual(vorher);
    return einzelheiten;
  }

  async function gelingt(vorlage: { id: string; version: number }, upload: string): Promise<void> {
    const antwort = await (await reicheEin(vorlage, upload))();
    expect(system.welt.gelungen(antwort, 'Einreichen')).toMatchObject({ phase: 'unterwegs' });
  }

  it.each<[string, Zweck, string, Uint8Array, string]>([
    ['ein Text', 'entwurf', 'entwurf.docx', text('Unterrichtung'), 'KEIN_DOCX'],
    ['ein PDF', 'entwurf', 'entwurf.docx', text('%PDF-1.7\n'), 'KEIN_DOCX'],
    ['ein .docx mit Makros', 'entwurf', 'entwurf.docx', makros, 'MAKROS'],
    ['ein halbes .docx', 'entwurf', 'entwurf.docx', makros.subarray(0, 500), 'BESCHAEDIGT'],
    ['eine Datei mit Kennwort', 'entwurf', 'entwurf.docx', mitKennwort, 'NICHT_PRUEFBAR'],
    ['ein Programm', 'anlage', 'setup.exe', text('MZ'), 'ANLAGE_ART'],
    ['ein PDF, das keines ist', 'anlage', 'bericht.pdf', text('PK\u0003\u0004'), 'ANLAGE_INHALT'],
    ['ein Schädling im PDF', 'anlage', 'bericht.pdf', text(`%PDF-1.7\n${eicar}`), 'SCHADSOFTWARE'],
    [
      'ein Schädling im .docx',
      'entwurf',
      'entwurf.docx',
      entwurf(p(eicar.replace('&', '&amp;'))),
      'SCHADSOFTWARE',
    ],
  ])('%s wird abgelehnt, und mit ihm die Einreichung', async (_name, zweck, dateiname, bytes, code) => {
    const { vorlage, formular } = await kuendigeEineAn(zweck, dateiname);
    const vorher = await akte();
    await sende(formular, bytes);
    const gesehen = await lage(vorlage.id, formular.id);
    expect(gesehen).toMatchObject({ zustand: 'abgelehnt', code });
    expect(gesehen.satz).toMatch(/^[A-ZÄÖÜ„].{10,}\.$/su);
    expect(await akte()).toEqual(vorher);
    const einzelheiten = await wirdAbgelehnt(vorlage, formular.id, 422, 'UPLOAD_ABGELEHNT', zweck);
    expect(einzelheiten).toEqual({ grund: code });
  });

  it.each<[string, (f: Formular) => Record<string, string>, number, number, string]>([
    ['zu große Dateien', () => ({}), hoechstgroesse.entwurf + 1, 400, 'EntityTooLarge'],
    ['leere Dateien', () => ({}), 0, 400, 'EntityTooSmall'],
    ['einen anderen Platz', (f) => ({ key: `${f.felder.key}x` }), 1, 403, 'AccessDenied'],
    ['ein Papier statt eines Entwurfs', () => ({ key: 'modell/x' }), 1, 403, 'AccessDenied'],
    [
      'eine gefälschte Unterschrift',
      () => ({ 'X-Amz-Signature': '0'.repeat(64) }),
      1,
      403,
      'SignatureDoesNotMatch',
    ],
  ])('Der Speicher nimmt nicht an: %s', async (_name, faelsche, groesse, status, code) => {
    const { vorlage, formular } = await kuendigeEineAn();
    const vorher = await akte(true);
    const daten = new FormData();
    for (const [name, wert] of Object.entries({ ...formular.felder, ...faelsche(formular) }))
      daten.set(name, wert);
    daten.set('file', new Blob([new Uint8Array(groesse)]), 'entwurf.docx');
    const antwort = await fetch(formular.url, { method: 'POST', body: daten });
    expect([antwort.status, await antwort.text()]).toEqual([
      status,
      expect.stringContaining(`<Code>${code}</Code>`),
    ]);
    expect(await akte(true)).toEqual(vorher);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'angekuendigt' });
    await wirdAbgelehnt(vorlage, formular.id, 409, 'UPLOAD_NICHT_GEPRUEFT');
  });

  it('Ein Formular gilt eine Viertelstunde', async () => {
    const { formular } = await kuendigeEineAn();
    system.emulator.clock.advance(901_000);
    const vorher = await akte(true);
    const daten = new FormData();
    for (const [name, wert] of Object.entries(formular.felder)) daten.set(name, wert);
    daten.set('file', new Blob(['x']), 'entwurf.docx');
    const antwort = await fetch(formular.url, { method: 'POST', body: daten });
    expect([antwort.status, await antwort.text()]).toEqual([403, expect.stringContaining('expired')]);
    expect(await akte(true)).toEqual(vorher);
  });

  it('Ein Schlüssel für eine andere Datei wird nicht angenommen, derselbe für dieselbe nennt denselben Upload', async () => {
    const { vorlage, formular } = await kuendigeEineAn();
    expect((await kuendigeAn(system.welt, vorlage.id, 'entwurf.docx')).id).toBe(formular.id);
    const vorher = await akte(true);
    const antwort = await system.welt.als('feldkamp').post(`/vorlagen/${vorlage.id}/uploads`, {
      absicht: `upload ${vorlage.id} entwurf.docx`,
      koerper: { zweck: 'anlage', dateiname: 'ganz-anders.pdf' },
    });
    system.welt.abgelehnt(antwort, 422, 'SCHLUESSEL_WIEDERVERWENDET', 'Ankündigen');
    expect(await akte(true)).toEqual(vorher);
  });

  it('Dieselbe Datei zweimal zu senden schadet nicht', async () => {
    const { vorlage, formular } = await kuendigeEineAn();
    await sende(formular, await kleinerEntwurf());
    await system.ruhe();
    await sende(formular, await kleinerEntwurf());
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'geprueft' });
    await gelingt(vorlage, formular.id);
  });

  it('Dieselbe Datei zweimal zugleich zu senden schadet auch nicht', async () => {
    const { vorlage, formular } = await kuendigeEineAn();
    const bytes = await kleinerEntwurf();
    await Promise.all([sende(formular, bytes), sende(formular, bytes), sende(formular, bytes)]);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'geprueft' });
    await gelingt(vorlage, formular.id);
  });

  it('Eine nach der Prüfung ausgetauschte Datei wird nicht eingereicht, auch nicht im selben Augenblick', async () => {
    const { vorlage, formular } = await kuendigeEineAn();
    await sende(formular, await kleinerEntwurf());
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'geprueft' });
    const versuche = await reicheEin(vorlage, formular.id);
    await sende(formular, entwurf(p('Etwas ganz anderes.')));
    // At once: the event of the swap may not have been looked at yet.
    system.welt.abgelehnt(await versuche(), 409, 'UPLOAD_ERSETZT', 'Einreichen');
    expect((await sieh(system.welt, 'feldkamp', vorlage.id)).vorlage.phase).toBe('entwurf');
    expect(await lage(vorlage.id, formular.id)).toMatchObject({
      zustand: 'abgelehnt',
      code: 'UPLOAD_ERSETZT',
    });
    await wirdAbgelehnt(vorlage, formular.id, 409, 'UPLOAD_ERSETZT');
  });

  it('Vor dem Ende der Prüfung wird nichts eingereicht; ein spätes Urteil kommt noch recht', async () => {
    system.emulator.guardduty.setVerdicts({ late: 20 * 60_000 });
    const { vorlage, formular } = await kuendigeEineAn();
    await sende(formular, await kleinerEntwurf());
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'wirdGeprueft' });
    system.emulator.guardduty.setVerdicts('normal');
    await wirdAbgelehnt(vorlage, formular.id, 409, 'UPLOAD_NICHT_GEPRUEFT');

    await gleicheAbNach(system, 14);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'wirdGeprueft' });
    await gleicheAbNach(system, 2);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ code: 'PRUEFUNG_AUSGEBLIEBEN' });
    await wirdAbgelehnt(vorlage, formular.id, 422, 'UPLOAD_ABGELEHNT');

    await gleicheAbNach(system, 5);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({ zustand: 'geprueft' });
    await gelingt(vorlage, formular.id);
  });

  it('Bleibt das Urteil ganz aus, ist die Datei nach einer Viertelstunde abgelehnt', async () => {
    system.emulator.guardduty.setVerdicts('never');
    const { vorlage, formular } = await kuendigeEineAn();
    await sende(formular, await kleinerEntwurf());
    await gleicheAbNach(system, 60);
    expect(await lage(vorlage.id, formular.id)).toMatchObject({
      zustand: 'abgelehnt',
      code: 'PRUEFUNG_AUSGEBLIEBEN',
    });
    system.emulator.guardduty.setVerdicts('normal');
    const einzelheiten = await wirdAbgelehnt(vorlage, formular.id, 422, 'UPLOAD_ABGELEHNT');
    expect(einzelheiten).toEqual({ grund: 'PRUEFUNG_AUSGEBLIEBEN' });
  });
});
