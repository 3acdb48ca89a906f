/** What in a title looks as if it named a person. Looks only; a person decides. */
const muster: readonly { readonly was: string; readonly regel: RegExp }[] = [
  { was: 'eine Anrede mit Namen', regel: /\b(Herrn?|Frau|Familie|Eheleute)\s+(Dr\.\s+)?\p{Lu}\p{L}+/u },
  { was: 'einen abgekürzten Namen', regel: /(^|\s)\p{Lu}\.\s?\p{Lu}(\.|\p{Ll}+)/u },
  { was: 'ein Geburtsdatum', regel: /\bgeb(oren)?\b\.?/iu },
  { was: 'eine Anschrift', regel: /\p{L}(straße|strasse|str\.|weg|gasse|platz|allee)\s+\d+/iu },
  {
    was: 'ein Aktenzeichen einer Person',
    regel: /\b(Fall|Klient|Leistungsbezug|Leistungsempfänger)(in|s)?\b/iu,
  },
  { was: 'eine E-Mail-Adresse', regel: /\S+@\S+\.\S+/u },
];

/**
 * Sentence about personal data in the title of a nichtoeffentliche Vorlage, or null: other council members
 * see date and title of what they may not read (§ 35 GemO).
 */
export function personenbezug(betreff: string, nichtoeffentlich: boolean): string | null {
  if (!nichtoeffentlich) return null;
  const treffer = muster.find((m) => m.regel.test(betreff));
  if (!treffer) return null;
  return `Der Betreff enthält vielleicht ${treffer.was}. Er steht auch dort, wo nur Tag und Titel einer nichtöffentlichen Beratung zu sehen sind. Bitte ohne Personenbezug formulieren.`;
}
