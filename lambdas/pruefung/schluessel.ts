/** Key of an announced file in the draft bucket, and back. */
export function uploadschluessel(vorlage: string, upload: string): string {
  return `upload/${vorlage}/${upload}`;
}

export function ausUploadschluessel(schluessel: string): { vorlage: string; upload: string } | null {
  const treffer = /^upload\/([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(schluessel);
  return treffer?.[1] && treffer[2] ? { vorlage: treffer[1], upload: treffer[2] } : null;
}
