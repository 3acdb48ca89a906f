/** What a bucket of the template is; configured at start, never over HTTP. */
export interface BucketSpec {
  name: string;
  arn: string;
  versioned: boolean;
  objectLock: boolean;
  /** Object events go to EventBridge. */
  eventBridge: boolean;
  /** The customer key that every object is encrypted with, as answers name it. */
  kmsKeyArn?: string | undefined;
  cors?: readonly CorsRule[] | undefined;
}

/** One rule of the bucket's CORS configuration, spelled as in the template. */
export interface CorsRule {
  AllowedOrigins: readonly string[];
  AllowedMethods: readonly string[];
  AllowedHeaders?: readonly string[] | undefined;
  ExposedHeaders?: readonly string[] | undefined;
  /** Seconds. */
  MaxAge?: number | undefined;
}
