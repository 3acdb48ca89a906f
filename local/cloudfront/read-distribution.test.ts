import { describe, expect, it } from 'vitest';
import { resolveTemplate } from '../template/resolve.ts';
import { resources } from './distribution.fixture.ts';
import { readDistribution } from './read-distribution.ts';

function read(change: (copy: typeof resources) => void = () => {}) {
  const copy = structuredClone(resources);
  change(copy);
  const stack = resolveTemplate({ Resources: copy }, { webOrigin: 'http://127.0.0.1:4510' });
  return readDistribution(stack, { apiHost: '127.0.0.1:4510', localize: (text) => text });
}
type Open = Record<string, unknown>;
const config = (copy: typeof resources): Open => copy.Verteilung.Properties.DistributionConfig;
const pages = (copy: typeof resources): Open =>
  copy.Verteilung.Properties.DistributionConfig.DefaultCacheBehavior;
const api = (copy: typeof resources): Open =>
  copy.Verteilung.Properties.DistributionConfig.CacheBehaviors[0] ?? {};

describe('a distribution', () => {
  it('is read with the default behavior last', () => {
    const distribution = read();
    expect(distribution?.behaviors.map(({ pathPattern, origin }) => [pathPattern, origin])).toEqual([
      ['/api/*', { kind: 'api' }],
      ['*', { kind: 'bucket', bucket: 'lokal-seiten' }],
    ]);
    expect(distribution?.arn).toMatch(/^arn:aws:cloudfront::000000000000:distribution\/E[A-Z0-9]{13}$/);
  });

  it('may be missing', () => {
    const stack = resolveTemplate({ Resources: {} }, { webOrigin: 'http://127.0.0.1:4510' });
    expect(readDistribution(stack, { apiHost: '', localize: (text) => text })).toBeUndefined();
  });

  it.each<[string, (copy: typeof resources) => void, string]>([
    ['WAF', (c) => Object.assign(config(c), { WebACLId: 'x' }), 'distribution property WebACLId'],
    [
      'error pages',
      (c) => Object.assign(config(c), { CustomErrorResponses: [] }),
      'distribution property CustomErrorResponses',
    ],
    ['logging', (c) => Object.assign(config(c), { Logging: {} }), 'distribution property Logging'],
    ['disabled', (c) => Object.assign(config(c), { Enabled: false }), 'not enabled'],
    [
      'Lambda@Edge',
      (c) => Object.assign(pages(c), { LambdaFunctionAssociations: [] }),
      'behavior property LambdaFunctionAssociations',
    ],
    ['signed URLs', (c) => Object.assign(pages(c), { TrustedKeyGroups: [] }), 'TrustedKeyGroups'],
    [
      'viewer response',
      (c) => Object.assign(pages(c), { FunctionAssociations: [{ EventType: 'viewer-response' }] }),
      'a function at viewer-response',
    ],
    ['a cached API', (c) => Object.assign(api(c), { CachePolicyId: 'x' }), 'only CachingDisabled'],
    [
      'another forwarding',
      (c) => Object.assign(api(c), { OriginRequestPolicyId: 'x' }),
      'only AllViewerExceptHostHeader',
    ],
    [
      'a foreign origin',
      (c) =>
        Object.assign(c.Verteilung.Properties.DistributionConfig.Origins[1] ?? {}, {
          DomainName: 'x.example',
        }),
      'origin x.example is neither a bucket nor the API',
    ],
    [
      'origin headers',
      (c) =>
        Object.assign(c.Verteilung.Properties.DistributionConfig.Origins[0] ?? {}, {
          OriginCustomHeaders: [],
        }),
      'origin property OriginCustomHeaders',
    ],
    [
      'an unsigned bucket',
      (c) => {
        c.Zugang.Properties.OriginAccessControlConfig.SigningBehavior = 'never';
      },
      'needs an origin access control',
    ],
    [
      'an old runtime',
      (c) => {
        c.Pfad.Properties.FunctionConfig.Runtime = 'cloudfront-js-9.0';
      },
      'Pfad: runtime cloudfront-js-9.0',
    ],
    [
      'a broken function',
      (c) => {
        c.Pfad.Properties.FunctionCode = 'function handler( {';
      },
      'Pfad: the function cannot be run: SyntaxError',
    ],
    [
      'a key-value store',
      (c) => Object.assign(c.Pfad.Properties.FunctionConfig, { KeyValueStoreAssociations: [] }),
      'function property KeyValueStoreAssociations',
    ],
    [
      'removed headers',
      (c) => Object.assign(c.Kopf.Properties.ResponseHeadersPolicyConfig, { RemoveHeadersConfig: {} }),
      'Kopf: RemoveHeadersConfig of a response headers policy',
    ],
    [
      'XSS protection',
      (c) =>
        Object.assign(c.Kopf.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig, {
          XSSProtection: {},
        }),
      'Kopf: security header XSSProtection',
    ],
    [
      'queries in the cache key',
      (c) => {
        const { CachePolicyConfig } = c.Haltbarkeit.Properties;
        CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior =
          'all';
      },
      'Haltbarkeit: QueryStringBehavior other than none',
    ],
  ])('with %s is refused by name', (_, change, finding) => {
    expect(() => read(change)).toThrow(finding);
  });

  it('names everything that is not run at once', () => {
    const both = (copy: typeof resources) => {
      Object.assign(config(copy), { WebACLId: 'x', Staging: true });
    };
    expect(() => read(both)).toThrow(/WebACLId[\s\S]*Staging/);
  });
});
