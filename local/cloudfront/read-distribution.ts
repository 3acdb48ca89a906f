import { type Resource, type Stack, TemplateRefused } from '../template/resolve.ts';
import { account } from '../types.ts';
import { readHeadersPolicy } from './read-headers-policy.ts';
import type { Behavior, DistributionSpec, Encoding, Origin } from './spec.ts';
import { createViewerFunction } from './viewer-function.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What is run, and what no loopback can show: names, certificates, places. */
const known = {
  distribution: [
    'Aliases',
    'CacheBehaviors',
    'Comment',
    'DefaultCacheBehavior',
    'DefaultRootObject',
    'Enabled',
    'HttpVersion',
    'IPV6Enabled',
    'Origins',
    'PriceClass',
    'ViewerCertificate',
  ],
  behavior: [
    'AllowedMethods',
    'CachePolicyId',
    'Compress',
    'FunctionAssociations',
    'OriginRequestPolicyId',
    'PathPattern',
    'ResponseHeadersPolicyId',
    'TargetOriginId',
    'ViewerProtocolPolicy',
  ],
  origin: ['CustomOriginConfig', 'DomainName', 'Id', 'OriginAccessControlId', 'S3OriginConfig'],
  function: ['Comment', 'Runtime'],
} as const;

/** AWS's own policies have the same ids in every account ("Use managed cache policies" and the like). */
const managed = {
  cachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  allViewerExceptHostHeader: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
} as const;

export interface ReadOptions {
  /** Host of the HTTP API's address, as the template's ApiEndpoint has it. */
  readonly apiHost: string;
  /** Puts this machine's origins in place of AWS's in a header's value. */
  readonly localize: (text: string) => string;
}

/** The distribution of the template, or undefined without one. TemplateRefused names what is not run. */
export function readDistribution(stack: Stack, options: ReadOptions): DistributionSpec | undefined {
  const [distribution, ...more] = stack.ofType('AWS::CloudFront::Distribution');
  if (!distribution) return undefined;
  const findings: string[] = [];
  const { logicalId, ref, attributes, properties } = distribution;
  const refuse = (what: string, id = logicalId) => findings.push(`${id}: ${what}`);
  const check = (kind: keyof typeof known, value: Json, id = logicalId) => {
    for (const name of Object.keys(value))
      if (!known[kind].some((item) => item === name)) refuse(`${kind} property ${name} is not run`, id);
  };
  const refTo = (type: string, id: unknown): Resource | undefined =>
    stack.ofType(type).find((item) => item.ref === id);

  const config = object(properties.DistributionConfig);
  check('distribution', config);
  for (const other of more) refuse('more than one distribution is not run', other.logicalId);
  if (config.Enabled !== true) refuse('a distribution that is not enabled is not run');

  function readOrigin(value: Json): Origin {
    check('origin', value);
    if (value.DomainName === options.apiHost) return { kind: 'api' };
    const bucket = stack
      .ofType('AWS::S3::Bucket')
      .find((item) => item.attributes.RegionalDomainName === value.DomainName);
    if (!bucket) refuse(`origin ${value.DomainName} is neither a bucket nor the API`);
    const control = stack
      .ofType('AWS::CloudFront::OriginAccessControl')
      .find((item) => item.attributes.Id === value.OriginAccessControlId);
    const { OriginAccessControlOriginType, SigningBehavior } = object(
      control?.properties.OriginAccessControlConfig,
    );
    // Unsigned, CloudFront would come as nobody, and a private bucket refuses.
    if (OriginAccessControlOriginType !== 's3' || SigningBehavior !== 'always')
      refuse(`origin ${value.DomainName} needs an origin access control that always signs for S3`);
    return { kind: 'bucket', bucket: bucket?.ref ?? '' };
  }
  const origins = new Map(objects(config.Origins).map((item) => [String(item.Id), readOrigin(item)]));

  /** In the order in which CloudFront prefers them. */
  function readEncodings(value: Json, origin: Origin | undefined): Encoding[] {
    const { CachePolicyId, OriginRequestPolicyId, Compress } = value;
    if (origin?.kind === 'api') {
      if (CachePolicyId !== managed.cachingDisabled) refuse('only CachingDisabled is run before an API');
      if (OriginRequestPolicyId !== managed.allViewerExceptHostHeader)
        refuse('only AllViewerExceptHostHeader is run before an API');
      if (Compress === true) refuse('Compress is not run before an API');
      return [];
    }
    if (OriginRequestPolicyId !== undefined) refuse('an origin request policy before a bucket is not run');
    const policy = refTo('AWS::CloudFront::CachePolicy', CachePolicyId);
    if (!policy) refuse(`cache policy ${CachePolicyId} is not known`);
    const key = object(object(policy?.properties.CachePolicyConfig).ParametersInCacheKeyAndForwardedToOrigin);
    for (const [kind, member] of [
      ['CookiesConfig', 'CookieBehavior'],
      ['HeadersConfig', 'HeaderBehavior'],
      ['QueryStringsConfig', 'QueryStringBehavior'],
    ] as const)
      if (policy && object(key[kind])[member] !== 'none')
        refuse(`${member} other than none is not run`, policy.logicalId);
    if (Compress !== true) return [];
    return [
      ...(key.EnableAcceptEncodingBrotli === true ? (['br'] as const) : []),
      ...(key.EnableAcceptEncodingGzip === true ? (['gzip'] as const) : []),
    ];
  }

  function readFunction(value: Json): string | undefined {
    const [association, ...others] = objects(value.FunctionAssociations);
    if (!association) return undefined;
    if (others.length > 0) refuse('more than one function of a behavior is not run');
    if (association.EventType !== 'viewer-request')
      refuse(`a function at ${association.EventType} is not run`);
    const found = stack
      .ofType('AWS::CloudFront::Function')
      .find((item) => item.attributes.FunctionARN === association.FunctionARN);
    if (!found) return void refuse(`function ${association.FunctionARN} is not known`);
    const { FunctionConfig, FunctionCode, AutoPublish } = found.properties;
    check('function', object(FunctionConfig), found.logicalId);
    const { Runtime } = object(FunctionConfig);
    if (!['cloudfront-js-1.0', 'cloudfront-js-2.0'].includes(String(Runtime)))
      refuse(`runtime ${Runtime} is not run`, found.logicalId);
    if (AutoPublish !== true) refuse('a function that is not published is not run', found.logicalId);
    try {
      createViewerFunction(String(FunctionCode), { id: ref, domainName: attributes.DomainName ?? '' });
    } catch (error) {
      refuse(`the function cannot be run: ${error}`, found.logicalId);
    }
    return String(FunctionCode);
  }

  function readBehavior(value: Json): Behavior {
    check('behavior', value);
    const origin = origins.get(String(value.TargetOriginId));
    if (!origin) refuse(`origin ${value.TargetOriginId} is not known`);
    const policy = refTo('AWS::CloudFront::ResponseHeadersPolicy', value.ResponseHeadersPolicyId);
    if (!policy && value.ResponseHeadersPolicyId !== undefined)
      refuse(`response headers policy ${value.ResponseHeadersPolicyId} is not known`);
    const viewerRequest = readFunction(value);
    return {
      pathPattern: String(value.PathPattern ?? '*'),
      methods: texts(value.AllowedMethods),
      origin: origin ?? { kind: 'api' },
      encodings: readEncodings(value, origin),
      headers: policy ? readHeadersPolicy(policy, options.localize, findings) : [],
      ...(viewerRequest === undefined ? {} : { viewerRequest }),
    };
  }

  const behaviors = [...objects(config.CacheBehaviors), object(config.DefaultCacheBehavior)].map(
    readBehavior,
  );
  if (findings.length > 0) throw new TemplateRefused(findings);
  return {
    id: ref,
    arn: `arn:aws:cloudfront::${account}:distribution/${ref}`,
    domainName: attributes.DomainName ?? '',
    behaviors,
    ...(config.DefaultRootObject ? { defaultRootObject: String(config.DefaultRootObject) } : {}),
  };
}
