import { createContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { alsText, ressource, vomTyp, vorlageMit } from './vorlage.ts';

const vorlage = vorlageMit();

interface Verhalten {
  readonly PathPattern?: string;
  readonly AllowedMethods: readonly string[];
  readonly Compress: boolean;
  readonly CachePolicyId: unknown;
  readonly OriginRequestPolicyId?: unknown;
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
  readonly FunctionAssociations?: readonly { readonly EventType: string }[];
  readonly ViewerProtocolPolicy: string;
}
interface Verteilung {
  readonly Aliases?: readonly string[];
  readonly CacheBehaviors: readonly Verhalten[];
  readonly CustomErrorResponses?: unknown;
  readonly DefaultCacheBehavior: Verhalten;
  readonly HttpVersion: string;
  readonly PriceClass: string;
  readonly ViewerCertificate?: { readonly MinimumProtocolVersion: string };
  readonly WebACLId?: string;
}
const verteilungVon = (aus = vorlage) =>
  ressource(aus, 'Verteilung').Properties.DistributionConfig as Verteilung;
const { DefaultCacheBehavior: seiten, CacheBehaviors } = verteilungVon();

function kopf({ ResponseHeadersPolicyId }: Verhalten) {
  const { ResponseHeadersPolicyConfig } = ressource(vorlage, ResponseHeadersPolicyId.Ref).Properties;
  return ResponseHeadersPolicyConfig as {
    readonly SecurityHeadersConfig: { readonly ContentSecurityPolicy: { ContentSecurityPolicy: unknown } };
  };
}

describe('the distribution', () => {
  it('has pages, and the API untouched below /api/', () => {
    expect(CacheBehaviors).toHaveLength(1);
    expect(CacheBehaviors[0]).toMatchObject({
      PathPattern: '/api/*',
      ViewerProtocolPolicy: 'https-only',
      // CachingDisabled and AllViewerExceptHostHeader, the same ids in every account.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    expect(CacheBehaviors[0]?.AllowedMethods.toSorted()).toEqual(
      ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].toSorted(),
    );
    expect(CacheBehaviors[0]).not.toHaveProperty('FunctionAssociations');
    expect(verteilungVon()).not.toHaveProperty('CustomErrorResponses');
  });

  it('gives pages over TLS, compressed, to readers only', () => {
    expect(seiten).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      Compress: true,
      ViewerProtocolPolicy: 'redirect-to-https',
      FunctionAssociations: [{ EventType: 'viewer-request' }],
    });
    expect(verteilungVon()).toMatchObject({ HttpVersion: 'http2and3', PriceClass: 'PriceClass_100' });
  });

  it('keeps a file as long as the file says, and asks again where it says so', () => {
    expect(ressource(vorlage, (seiten.CachePolicyId as { Ref: string }).Ref).Properties).toMatchObject({
      CachePolicyConfig: { MinTTL: 0, DefaultTTL: 0, MaxTTL: 31_536_000 },
    });
  });

  it('alone may read the bucket of the pages', () => {
    const [Statement = []] = vomTyp(vorlage, 'AWS::S3::BucketPolicy')
      .filter(([, { Properties }]) => alsText(Properties.Bucket) === `\${Oberflaeche}`)
      .map(([, { Properties }]) => (Properties.PolicyDocument as { Statement: object[] }).Statement);
    expect(Statement).toHaveLength(2);
    expect(Statement[0]).toMatchObject({ Effect: 'Deny' });
    expect(Statement[1]).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Condition: {
        StringEquals: {
          'AWS:SourceArn': { 'Fn::Join': ['', expect.arrayContaining([{ Ref: 'Verteilung' }])] },
        },
      },
    });
  });

  it('gets host, certificate and WAF by setting', () => {
    expect(verteilungVon()).not.toHaveProperty('Aliases');
    expect(verteilungVon()).not.toHaveProperty('WebACLId');
    const wafArn = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/gremienweg/a1b2';
    const eigene = vorlageMit({
      adresse: 'https://gremienweg.musterstadt.example/',
      zertifikatArn: 'arn:aws:acm:us-east-1:111122223333:certificate/a1b2',
      wafArn,
    });
    expect(verteilungVon(eigene)).toMatchObject({
      Aliases: ['gremienweg.musterstadt.example'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
      WebACLId: wafArn,
    });
    const { Variables } = ressource(eigene, 'FunktionApi').Properties.Environment as {
      Variables: Record<string, unknown>;
    };
    expect(Variables.ADRESSE).toBe('https://gremienweg.musterstadt.example');
  });

  it('takes an address without certificate for links only: another server may stand before it', () => {
    const davor = vorlageMit({ adresse: 'https://gremienweg.musterstadt.example' });
    expect(verteilungVon(davor)).not.toHaveProperty('Aliases');
  });
});

describe('headers', () => {
  it('allow pages themselves, the login and the bucket of the drafts, and nothing else', () => {
    const { ContentSecurityPolicy } = kopf(seiten).SecurityHeadersConfig;
    const anmeldeseite = `https://\${AnmeldungPoolDomain4008BCD0}.auth.eu-central-1.amazoncognito.com`;
    expect(alsText(ContentSecurityPolicy.ContentSecurityPolicy).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      `connect-src 'self' ${anmeldeseite} https://\${Entwuerfe.RegionalDomainName}`,
      `form-action 'self' ${anmeldeseite}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types gremienweg',
    ]);
  });

  it('keep links to a Vorlage and pages in frames from others', () => {
    expect(kopf(seiten)).toMatchObject({
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'Permissions-Policy', Value: expect.stringContaining('camera=()') },
          { Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin' },
          { Header: 'Cross-Origin-Resource-Policy', Value: 'same-origin' },
        ],
      },
    });
  });

  it('forbid the API everything that a page may', () => {
    const [api] = CacheBehaviors;
    if (!api) throw new Error('there is one');
    expect(alsText(kopf(api).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy)).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });
});

describe('the function of the viewer request', () => {
  const [funktion] = vomTyp(vorlage, 'AWS::CloudFront::Function');
  const quelle = String(funktion?.[1].Properties.FunctionCode);
  const aufruf = new Script(`${quelle}; JSON.stringify(handler(JSON.parse(eingabe)).uri)`);

  it.each([
    ['1', '/', '/index.html'],
    ['2', '/aufgaben', '/index.html'],
    ['3', '/vorlagen/2026-0042/verlauf', '/index.html'],
    ['4', '/sitzungen/', '/index.html'],
    ['5', '/suche/Hilfe%20f%C3%BCr%20alle', '/index.html'],
    ['6', '/version-1.2/seite', '/index.html'],
    ['7', '/endet.', '/index.html'],
    ['8', '/index.html', '/index.html'],
    ['9', '/sw.js', '/sw.js'],
    ['10', '/assets/index-DQw4w9Wg.js', '/assets/index-DQw4w9Wg.js'],
    ['11', '/lizenzen/EUPL-1.2.txt', '/lizenzen/EUPL-1.2.txt'],
    ['12', '/manifest.webmanifest', '/manifest.webmanifest'],
    ['13', '/fehlt.js', '/fehlt.js'],
  ])('row %s: %s leads to %s', (_, uri, ziel) => {
    const eingabe = JSON.stringify({ request: { method: 'GET', uri, headers: {}, querystring: {} } });
    expect(JSON.parse(aufruf.runInContext(createContext({ eingabe })))).toBe(ziel);
  });

  it('keeps to what CloudFront knows: 10 KB, its own runtime', () => {
    expect(Buffer.byteLength(quelle)).toBeLessThan(10_240);
    expect(funktion?.[1].Properties).toMatchObject({
      AutoPublish: true,
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
    });
  });
});
