import type { Resource } from '../template/resolve.ts';
import type { PolicyHeader } from './spec.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Each security header of a policy, with the value that CloudFront makes of its members. */
const securityHeaders: Readonly<Record<string, (given: Json) => [name: string, value: string]>> = {
  ContentSecurityPolicy: (given) => ['Content-Security-Policy', String(given.ContentSecurityPolicy)],
  ContentTypeOptions: () => ['X-Content-Type-Options', 'nosniff'],
  FrameOptions: (given) => ['X-Frame-Options', String(given.FrameOption)],
  ReferrerPolicy: (given) => ['Referrer-Policy', String(given.ReferrerPolicy)],
  StrictTransportSecurity: (given) => [
    'Strict-Transport-Security',
    [
      `max-age=${given.AccessControlMaxAgeSec}`,
      ...(given.IncludeSubdomains === true ? ['includeSubDomains'] : []),
      ...(given.Preload === true ? ['preload'] : []),
    ].join('; '),
  ],
};

/**
 * The headers of a response headers policy; `localize` puts this machine's origins in place of AWS's. What is
 * not run is added to `findings` by its name.
 */
export function readHeadersPolicy(
  { logicalId, properties }: Resource,
  localize: (text: string) => string,
  findings: string[],
): PolicyHeader[] {
  const config = object(properties.ResponseHeadersPolicyConfig);
  const known = ['Comment', 'CustomHeadersConfig', 'Name', 'SecurityHeadersConfig'];
  for (const name of Object.keys(config))
    if (!known.includes(name)) findings.push(`${logicalId}: ${name} of a response headers policy is not run`);
  const security = Object.entries(object(config.SecurityHeadersConfig)).flatMap(([kind, value]) => {
    const make = securityHeaders[kind];
    if (!make) findings.push(`${logicalId}: security header ${kind} is not run`);
    return make ? [[...make(object(value)), object(value).Override === true] as const] : [];
  });
  const items = object(config.CustomHeadersConfig).Items;
  const custom = (Array.isArray(items) ? items : [])
    .map(object)
    .map((item) => [String(item.Header), String(item.Value), item.Override === true] as const);
  return [...security, ...custom].map(([name, value, override]) => ({
    name,
    value: localize(value),
    override,
  }));
}
