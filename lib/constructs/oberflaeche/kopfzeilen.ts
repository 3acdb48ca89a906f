import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

/** Origins beside its own that the interface talks to. */
export interface Gegenstellen {
  /** Where the login page lies and its tokens are exchanged; a form may lead there. */
  readonly anmeldung: string;
  /** Where drafts are posted to. */
  readonly entwuerfe: string;
}

/** What a page may load and whom it may talk to: itself, the login, the bucket of the drafts. */
export function inhaltsrichtlinie({ anmeldung, entwuerfe }: Gegenstellen): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${anmeldung} ${entwuerfe}`,
    `form-action 'self' ${anmeldung}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types gremienweg',
  ].join('; ');
}

const hsts = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: true,
  override: true,
};

/** What the interface never asks for, so that no script that slips in can. */
const ungenutzt = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** Headers of every page and file. */
export function baueSeitenkopf(
  scope: Construct,
  gegenstellen: Gegenstellen,
): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(scope, 'Seitenkopf', {
    comment: `${Stack.of(scope).stackName}: Seiten`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: inhaltsrichtlinie(gegenstellen), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
      // A link to a Vorlage is nobody else's business.
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: hsts,
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'Permissions-Policy',
          value: ungenutzt.map((name) => `${name}=()`).join(', '),
          override: true,
        },
        { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
      ],
    },
  });
}

/** Headers of every answer of the API: data, which no browser should show as a page of ours. */
export function baueApikopf(scope: Construct): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(scope, 'Apikopf', {
    comment: `${Stack.of(scope).stackName}: Schnittstelle`,
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        override: true,
      },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: hsts,
    },
  });
}
