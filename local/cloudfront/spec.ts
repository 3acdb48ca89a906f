/** A header of a response headers policy. */
export interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  /** Replaces what the origin says; otherwise it only fills a gap. */
  readonly override: boolean;
}

/** Where a behavior's answers come from. */
export type Origin =
  | { readonly kind: 'bucket'; readonly bucket: string }
  /** The HTTP API of the template. */
  | { readonly kind: 'api' };

export type Encoding = 'br' | 'gzip';

/** AWS::CloudFront::Distribution CacheBehavior, with what its policies say put in place. */
export interface Behavior {
  /** `*` for the default one, which comes last. */
  readonly pathPattern: string;
  readonly methods: readonly string[];
  readonly origin: Origin;
  /** In the order in which CloudFront prefers them; empty where it does not compress. */
  readonly encodings: readonly Encoding[];
  /** Source of the function that sees every request. */
  readonly viewerRequest?: string;
  readonly headers: readonly PolicyHeader[];
}

export interface DistributionSpec {
  readonly id: string;
  readonly arn: string;
  readonly domainName: string;
  readonly defaultRootObject?: string;
  readonly behaviors: readonly Behavior[];
}
