import type { Upload, verdikte } from './upload.ts';

type Verdikt = (typeof verdikte)[number];
type Befund = Pick<Upload, 'inhalt' | 'befunde' | 'felder' | 'anlagentitel' | 'modell' | 'datei'>;

/**
 * Takes the scanner's verdict on one version, whenever it comes: before our own check has settled which
 * version counts, late, twice, or for another version. A found threat stays, whatever is said of others.
 */
export function nimmVerdikt(u: Upload, version: string | null, verdikt: Verdikt): Upload {
  if (u.verdikt === 'schadhaft') return u;
  if (verdikt === 'schadhaft') return { ...u, verdikt, verdiktVersion: version };
  if (version === null) return u;
  if (u.datei === null) {
    return u.vorab[version] === verdikt ? u : { ...u, vorab: { ...u.vorab, [version]: verdikt } };
  }
  if (version !== u.datei.versionId || (u.verdikt === verdikt && u.verdiktVersion === version)) return u;
  return { ...u, verdikt, verdiktVersion: version };
}

/** Takes what our own check found in the first version it saw; a verdict that was faster now counts. */
export function nimmPruefung(u: Upload, befund: Befund): Upload {
  if (u.datei !== null) return u;
  const geprueft = { ...u, ...befund };
  const version = befund.datei?.versionId;
  const verdikt = version === undefined ? undefined : u.vorab[version];
  return verdikt && version ? nimmVerdikt(geprueft, version, verdikt) : geprueft;
}
