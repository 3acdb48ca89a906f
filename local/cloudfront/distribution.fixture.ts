const att = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });
const ref = (id: string) => ({ Ref: id });
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });

const seiten = {
  AllowedMethods: ['GET', 'HEAD'],
  CachePolicyId: ref('Haltbarkeit'),
  Compress: true,
  FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: att('Pfad', 'FunctionARN') }],
  ResponseHeadersPolicyId: ref('Kopf'),
  TargetOriginId: 'dateien',
  ViewerProtocolPolicy: 'redirect-to-https',
};

const schnittstelle = {
  PathPattern: '/api/*',
  AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  Compress: false,
  OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
  ResponseHeadersPolicyId: ref('Apikopf'),
  TargetOriginId: 'api',
  ViewerProtocolPolicy: 'https-only',
};

/** Pages from a private bucket and an API below /api/, as a template has them. */
export const resources = {
  Seiten: { Type: 'AWS::S3::Bucket', Properties: {} },
  Uploads: { Type: 'AWS::S3::Bucket', Properties: {} },
  SeitenDarf: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: ref('Seiten'),
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: [att('Seiten'), join(att('Seiten'), '/*')],
            Condition: {
              StringEquals: {
                'AWS:SourceArn': join(
                  'arn:aws:cloudfront::',
                  ref('AWS::AccountId'),
                  ':distribution/',
                  ref('Verteilung'),
                ),
              },
            },
          },
        ],
      },
    },
  },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
  Anmeldeseite: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'probe' } },
  Haltbarkeit: {
    Type: 'AWS::CloudFront::CachePolicy',
    Properties: {
      CachePolicyConfig: {
        Name: 'Haltbarkeit',
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'none' },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    },
  },
  Pfad: {
    Type: 'AWS::CloudFront::Function',
    Properties: {
      Name: 'Pfad',
      AutoPublish: true,
      FunctionCode:
        "function handler(event) { var r = event.request; if (!/\\.\\w+$/.test(r.uri)) r.uri = '/index.html'; return r; }",
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    },
  },
  Kopf: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'Kopf',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: join(
              "connect-src 'self' https://",
              ref('Anmeldeseite'),
              '.auth.eu-central-1.amazoncognito.com https://',
              att('Uploads', 'RegionalDomainName'),
            ),
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
        },
        CustomHeadersConfig: {
          Items: [{ Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true }],
        },
      },
    },
  },
  Apikopf: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'Apikopf',
        SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
        CustomHeadersConfig: {
          Items: [
            { Header: 'X-Ueber', Value: 'policy', Override: true },
            { Header: 'X-Luecke', Value: 'policy', Override: false },
          ],
        },
      },
    },
  },
  Zugang: {
    Type: 'AWS::CloudFront::OriginAccessControl',
    Properties: {
      OriginAccessControlConfig: {
        Name: 'Zugang',
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    },
  },
  Verteilung: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        HttpVersion: 'http2and3',
        DefaultRootObject: 'index.html',
        DefaultCacheBehavior: seiten,
        CacheBehaviors: [schnittstelle],
        Origins: [
          {
            Id: 'dateien',
            DomainName: att('Seiten', 'RegionalDomainName'),
            OriginAccessControlId: att('Zugang', 'Id'),
            S3OriginConfig: { OriginAccessIdentity: '' },
          },
          {
            Id: 'api',
            DomainName: { 'Fn::Select': [2, { 'Fn::Split': ['/', att('Api', 'ApiEndpoint')] }] },
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
          },
        ],
      },
    },
  },
};
