import { readFileSync } from 'node:fs';
import * as z from 'zod';

/**
 * What a town sets when it deploys: the `gremienweg` context of CDK (an object, or the path of a JSON file).
 * Everything has a default, so that `npm start` and `npm run synth` need no file.
 */
const schema = z.strictObject({
  koerperschaft: z
    .strictObject({
      id: z
        .string()
        .regex(/^[a-z][a-z0-9-]{1,30}$/, 'nur Kleinbuchstaben, Ziffern und Bindestrich, höchstens 31 Zeichen')
        .default('musterstadt'),
      name: z.string().min(1, 'darf nicht leer sein').default('Musterstadt an der Lahe'),
    })
    .default({ id: 'musterstadt', name: 'Musterstadt an der Lahe' }),
  /** Stage of the deployment ("test", "betrieb"); part of the stack's name. */
  stufe: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/, 'nur Kleinbuchstaben und Ziffern, höchstens 12 Zeichen')
    .default('test'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'muss eine AWS-Region sein, z. B. eu-central-1')
    .default('eu-central-1'),
  /** Base URL that people know; without it the distribution's own address goes into links. */
  adresse: z.url({ protocol: /^https?$/, error: 'muss eine vollständige Internetadresse sein' }).optional(),
  /** Certificate for the host of `adresse`: CloudFront takes those of us-east-1 only. */
  zertifikatArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'muss ein ACM-Zertifikat aus us-east-1 sein')
    .optional(),
  /** Web ACL before the address, for CloudFront, so of us-east-1 too. */
  wafArn: z
    .string()
    .regex(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
      'muss eine globale Web-ACL aus us-east-1 sein',
    )
    .optional(),
  /** Sender of every mail; its domain becomes the verified identity. */
  mailAbsender: z.email('muss eine E-Mail-Adresse sein').default('gremienweg@musterstadt.example'),
  /** Days for which an issued paper is locked against deletion (default ten years). */
  aufbewahrungTage: z
    .int()
    .min(1, 'muss mindestens 1 Tag sein')
    .max(36_500, 'darf höchstens 36500 Tage sein')
    .default(3653),
  /** Whether GuardDuty scans uploads; "aus" lets the structural check alone decide. */
  malwarePruefung: z.enum(['an', 'aus'], 'muss „an“ oder „aus“ sein').default('an'),
  /** Whether pages say that nothing here is real, and name the people to try it with. */
  demo: z.enum(['an', 'aus'], 'muss „an“ oder „aus“ sein').default('aus'),
  /** Prefix of the login page's address at Cognito, unique in the region. */
  loginDomain: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'nur Kleinbuchstaben, Ziffern und Bindestrich')
    .refine((wert) => !/aws|amazon|cognito/.test(wert), 'darf nicht „aws“, „amazon“ oder „cognito“ enthalten')
    .optional(),
  /** Where the login may send people back to. */
  callbackUrls: z
    .array(z.url({ protocol: /^https?$/, error: 'muss eine vollständige Internetadresse sein' }))
    .min(1, 'braucht mindestens eine Adresse')
    .default(['http://127.0.0.1:4510/']),
  /** Who hears of alarms; without it they are shown in CloudWatch only. */
  alarmMail: z.email('muss eine E-Mail-Adresse sein').optional(),
});

/** Checked settings; `loginDomain` is always filled. */
export type Einstellungen = Readonly<z.output<typeof schema>> & { readonly loginDomain: string };

/** The settings are wrong; the message says in German which one and why, one line each. */
export class EinstellungenFehler extends Error {
  override readonly name = 'EinstellungenFehler';
}

/** Checks settings as they were written (all optional). Throws EinstellungenFehler. */
export function pruefeEinstellungen(roh: unknown = {}): Einstellungen {
  const ergebnis = schema.safeParse(roh);
  if (!ergebnis.success) {
    throw new EinstellungenFehler(ergebnis.error.issues.map(satz).join('\n'));
  }
  const gelesen = ergebnis.data;
  if (gelesen.zertifikatArn && !gelesen.adresse?.startsWith('https://')) {
    throw new EinstellungenFehler(
      'Einstellung „zertifikatArn“: braucht dazu „adresse“, beginnend mit https://, für die es ausgestellt ist.',
    );
  }
  const loginDomain = gelesen.loginDomain ?? `gremienweg-${gelesen.koerperschaft.id}-${gelesen.stufe}`;
  return { ...gelesen, loginDomain };
}

/** Reads the value of the CDK context `gremienweg`: nothing, an object, or the path of a JSON file. */
export function leseEinstellungen(kontext: unknown): Einstellungen {
  return pruefeEinstellungen(typeof kontext === 'string' ? leseDatei(kontext) : (kontext ?? {}));
}

function leseDatei(pfad: string): unknown {
  try {
    return JSON.parse(readFileSync(pfad, 'utf8'));
  } catch (fehler) {
    const grund = fehler instanceof Error ? fehler.message : String(fehler);
    throw new EinstellungenFehler(`Die Einstellungen in „${pfad}“ sind nicht lesbar: ${grund}`);
  }
}

function satz(befund: z.core.$ZodIssue): string {
  const ort = befund.path.join('.');
  if (befund.code === 'unrecognized_keys') {
    const bekannt = Object.keys(ort === '' ? schema.shape : schema.shape.koerperschaft.unwrap().shape);
    const unbekannt = befund.keys.map((name) => `„${ort === '' ? name : `${ort}.${name}`}“`).join(', ');
    return `Unbekannte Einstellung ${unbekannt}. Bekannt sind: ${bekannt.join(', ')}.`;
  }
  if (befund.code === 'invalid_type') {
    return `Einstellung „${ort || 'gremienweg'}“: erwartet wird ${typen[befund.expected] ?? befund.expected}.`;
  }
  return `Einstellung „${ort}“: ${befund.message}.`;
}

const typen: Readonly<Record<string, string>> = {
  string: 'ein Text',
  object: 'eine Gruppe von Einstellungen',
  array: 'eine Liste',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
};
