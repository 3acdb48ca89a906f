import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EinstellungenFehler, leseEinstellungen, pruefeEinstellungen } from '../../lib/einstellungen.ts';

describe('settings of a town', () => {
  it('all have a default', () => {
    expect(pruefeEinstellungen()).toEqual({
      koerperschaft: { id: 'musterstadt', name: 'Musterstadt an der Lahe' },
      stufe: 'test',
      region: 'eu-central-1',
      mailAbsender: 'gremienweg@musterstadt.example',
      aufbewahrungTage: 3653,
      malwarePruefung: 'an',
      demo: 'aus',
      loginDomain: 'gremienweg-musterstadt-test',
      callbackUrls: ['http://127.0.0.1:4510/'],
    });
  });

  it('name the login after town and stage unless it has a name of its own', () => {
    const stadt = { koerperschaft: { id: 'beispielheim', name: 'Beispielheim' }, stufe: 'betrieb' };
    expect(pruefeEinstellungen(stadt).loginDomain).toBe('gremienweg-beispielheim-betrieb');
    expect(pruefeEinstellungen({ ...stadt, loginDomain: 'rathaus' }).loginDomain).toBe('rathaus');
  });

  it.each([
    [
      { mailabsender: 'a@b.example' },
      /^Unbekannte Einstellung „mailabsender“\. Bekannt sind: koerperschaft, /,
    ],
    [
      { koerperschaft: { nummer: 1 } },
      /^Unbekannte Einstellung „koerperschaft\.nummer“\. Bekannt sind: id, name/,
    ],
    [{ mailAbsender: 'niemand' }, 'Einstellung „mailAbsender“: muss eine E-Mail-Adresse sein.'],
    [{ stufe: 'Test 1' }, 'Einstellung „stufe“: nur Kleinbuchstaben und Ziffern, höchstens 12 Zeichen.'],
    [{ demo: true }, 'Einstellung „demo“: muss „an“ oder „aus“ sein.'],
    [{ malwarePruefung: 'ja' }, 'Einstellung „malwarePruefung“: muss „an“ oder „aus“ sein.'],
    [{ aufbewahrungTage: 0 }, 'Einstellung „aufbewahrungTage“: muss mindestens 1 Tag sein.'],
    [{ aufbewahrungTage: 1.5 }, 'Einstellung „aufbewahrungTage“: erwartet wird eine ganze Zahl.'],
    [{ adresse: 'gremienweg' }, 'Einstellung „adresse“: muss eine vollständige Internetadresse sein.'],
    [
      { adresse: 'javascript:alert(1)' },
      'Einstellung „adresse“: muss eine vollständige Internetadresse sein.',
    ],
    [
      { adresse: 'https://x.example', zertifikatArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/a' },
      'Einstellung „zertifikatArn“: muss ein ACM-Zertifikat aus us-east-1 sein.',
    ],
    [
      { zertifikatArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a' },
      'Einstellung „zertifikatArn“: braucht dazu „adresse“, beginnend mit https://, für die es ausgestellt ist.',
    ],
    [
      { wafArn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/a/b' },
      'Einstellung „wafArn“: muss eine globale Web-ACL aus us-east-1 sein.',
    ],
    [{ callbackUrls: [] }, 'Einstellung „callbackUrls“: braucht mindestens eine Adresse.'],
    [
      { loginDomain: 'aws-rathaus' },
      'Einstellung „loginDomain“: darf nicht „aws“, „amazon“ oder „cognito“ enthalten.',
    ],
    [{ region: 'Frankfurt' }, 'Einstellung „region“: muss eine AWS-Region sein, z. B. eu-central-1.'],
    [
      { koerperschaft: 'musterstadt' },
      'Einstellung „koerperschaft“: erwartet wird eine Gruppe von Einstellungen.',
    ],
    ['x', 'Einstellung „gremienweg“: erwartet wird eine Gruppe von Einstellungen.'],
  ])('%j is refused with a sentence', (roh, satz) => {
    expect(() => pruefeEinstellungen(roh)).toThrow(EinstellungenFehler);
    expect(() => pruefeEinstellungen(roh)).toThrow(satz);
  });

  it('name every fault, one line each', () => {
    expect(() => pruefeEinstellungen({ stufe: '', alarmMail: '', zuviel: 1 })).toThrow(
      /stufe.*\n.*alarmMail.*\n.*zuviel/s,
    );
  });

  it('come from an object or a JSON file', () => {
    const ordner = mkdtempSync(join(tmpdir(), 'einstellungen-'));
    try {
      const datei = join(ordner, 'stadt.json');
      writeFileSync(datei, JSON.stringify({ stufe: 'betrieb' }));
      expect(leseEinstellungen(datei).stufe).toBe('betrieb');
      expect(leseEinstellungen({ stufe: 'probe' }).stufe).toBe('probe');
      expect(leseEinstellungen(undefined).stufe).toBe('test');
      expect(() => leseEinstellungen(join(ordner, 'fehlt.json'))).toThrow(/nicht lesbar: ENOENT/);
    } finally {
      rmSync(ordner, { recursive: true });
    }
  });
});
