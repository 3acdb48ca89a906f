import type { Stack } from '../template/resolve.ts';
import type { Urls } from './ports.ts';

/** Puts this machine's origins in place of AWS's in a text. */
export type Localize = (text: string) => string;

/**
 * The template names origins that a browser talks to as AWS spells them: a bucket's and the login page's. Here
 * they lie on loopback, so whatever tells a browser of them is translated: what a page may talk to
 * (Content-Security-Policy), and what a function answers. Not the issuer: it is a name that tokens and records
 * carry, which must outlive a change of the port, and no page talks to it.
 */
export function readLocalOrigins(stack: Stack, urls: Urls): Localize {
  const buckets = stack
    .ofType('AWS::S3::Bucket')
    .map((bucket) => [`https://${bucket.attributes.RegionalDomainName}`, urls.files] as const);
  const pages = stack
    .ofType('AWS::Cognito::UserPoolDomain')
    .map((domain) => [`https://${domain.ref}.auth.${stack.region}.amazoncognito.com`, urls.web] as const);
  const table = [...buckets, ...pages];
  return (text) => table.reduce((done, [cloud, local]) => done.replaceAll(cloud, local), text);
}
