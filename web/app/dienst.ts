/** Trusted Types as far as it is used here; not every browser has it, and TypeScript does not know it yet. */
interface Vertrauen {
  createPolicy(
    name: string,
    regeln: { readonly createScriptURL: (adresse: string) => string },
  ): { createScriptURL(adresse: string): string };
}

const skript = '/sw.js';

/** The only address that may become a script by name; the policy is the one that the CSP allows. */
function vertrauteAdresse(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Vertrauen };
  if (!trustedTypes) return skript;
  const regel = trustedTypes.createPolicy('gremienweg', {
    createScriptURL: (adresse) => {
      if (adresse !== skript) throw new TypeError(`Kein Skript von uns: ${adresse}`);
      return adresse;
    },
  });
  return regel.createScriptURL(skript);
}

let dienst: Promise<boolean> | null = null;

/** Registers the service worker, once; false where the browser has none or refuses. */
function registriere(): Promise<boolean> {
  dienst ??= (async () => {
    // In development the sources change under it.
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false;
    try {
      await navigator.serviceWorker.register(vertrauteAdresse());
      return true;
    } catch {
      return false;
    }
  })();
  return dienst;
}

/** Quiet after loading, in ms, before the application is fetched for times without network. */
const ruhe = 3_000;

/** Registers it when the first view has long been there, so that it costs that view nothing. */
export function registriereSpaeter(): void {
  const los = () => setTimeout(() => void registriere(), ruhe);
  if (document.readyState === 'complete') los();
  else addEventListener('load', los, { once: true });
}

/** Waits until the application can be opened without network; false where it cannot. */
export async function dienstBereit(): Promise<boolean> {
  if (!(await registriere())) return false;
  return (await navigator.serviceWorker.ready).active !== null;
}
