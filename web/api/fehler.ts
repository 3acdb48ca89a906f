/** The server refused; `satz` says what to do. */
export class ApiFehler extends Error {
  override readonly name = 'ApiFehler';
  readonly status: number;
  readonly code: string;
  readonly satz: string;
  readonly paragraf: string | null;
  /** With EINGABE_UNGUELTIG: the fields with a sentence each. */
  readonly einzelheiten: unknown;

  constructor(status: number, code: string, satz: string, paragraf: string | null, einzelheiten: unknown) {
    super(satz);
    this.status = status;
    this.code = code;
    this.satz = satz;
    this.paragraf = paragraf;
    this.einzelheiten = einzelheiten;
  }

  /** Fields that the server names, with a sentence each. */
  get felder(): readonly { readonly feld: string; readonly satz: string }[] {
    return Array.isArray(this.einzelheiten) ? this.einzelheiten : [];
  }
}

/** No answer came: no network, or the service is away. Whether the request was carried out is not known. */
export class NetzFehler extends Error {
  override readonly name = 'NetzFehler';
  readonly satz =
    'Der Server ist gerade nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.';
}

/** Of several acts that were one decision, some were not carried out; `satz` names them. */
export class Teilfehler extends Error {
  override readonly name = 'Teilfehler';
  readonly satz: string;

  constructor(satz: string) {
    super(satz);
    this.satz = satz;
  }
}

/** What to tell a person about anything that was thrown. */
export function satzZu(fehler: unknown): string {
  if (fehler instanceof ApiFehler || fehler instanceof NetzFehler || fehler instanceof Teilfehler) {
    return fehler.satz;
  }
  return 'Da ist etwas schiefgegangen. Bitte laden Sie die Seite neu. Gespeichertes ist nicht verloren.';
}
