import type { Stack } from '../template/resolve.ts';
import type { Urls } from './ports.ts';

/** Puts this machine's origins in place of AWS's in a text. */
export type Localize = (text: string) => string;

const replaceAll =
  (table: readonly (readonly [cloud: string, local: string])[]): Localize =>
  (text) =>
    table.reduce((done, [cloud, local]) => done.replaceAll(cloud, local), text);

/**
 * The template names origins that a browser talks to as AWS spells them: a bucket's, the login page's, the
 * issuer's. Here they lie on loopback, so whatever tells a browser of them is translated by these tables.
 *
 * - `headers`: what a page may load and whom it may talk to (Content-Security-Policy)
 * - `environment`: what a function may tell a browser. Not the issuer: it is a name that tokens and records
 *   carry, which must outlive a change of the port.
 */
export function readLocalOrigins(stack: Stack, urls: Urls): { headers: Localize; environment: Localize } {
  const buckets = stack
    .ofType('AWS::S3::Bucket')
    .map((bucket) => [`https://${bucket.attributes.RegionalDomainName}`, urls.files] as const);
  const pages = stack
    .ofType('AWS::Cognito::UserPoolDomain')
    .map((domain) => [`https://${domain.ref}.auth.${stack.region}.amazoncognito.com`, urls.web] as const);
  const issuers = stack
    .ofType('AWS::Cognito::UserPool')
    .map((pool) => [new URL(pool.attributes.ProviderURL ?? '').origin, urls.web] as const);
  return {
    headers: replaceAll([...buckets, ...pages, ...issuers]),
    environment: replaceAll([...buckets, ...pages]),
  };
}
