import type { JWTVerifyGetKey } from 'jose';
import type { HostClock, InvokeFunction } from '../types.ts';

/** AWS::ApiGatewayV2::Route with its integration. */
export interface HttpRoute {
  /** "GET /api/vorlagen/{id}", "ANY /api/{proxy+}" or "$default". */
  readonly routeKey: string;
  readonly functionArn: string;
  /** Id of the JWT authorizer; without one the route is public. */
  readonly authorizer?: string;
  /** The token needs one of these, if any are set. */
  readonly scopes?: readonly string[];
}

/** AWS::ApiGatewayV2::Authorizer of type JWT; the token is taken from the Authorization header. */
export interface JwtAuthorizer {
  readonly id: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}

/** CorsConfiguration of AWS::ApiGatewayV2::Api. */
export interface HttpCors {
  readonly allowOrigins?: readonly string[];
  readonly allowMethods?: readonly string[];
  readonly allowHeaders?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  /** Seconds. */
  readonly maxAge?: number;
  readonly allowCredentials?: boolean;
}

/** One HTTP API with its `$default` stage; payload format 2.0 throughout. */
export interface HttpApiSpec {
  readonly apiId: string;
  readonly region: string;
  readonly routes: readonly HttpRoute[];
  readonly authorizers?: readonly JwtAuthorizer[];
  readonly cors?: HttpCors;
}

export interface HttpApiOptions extends HttpApiSpec {
  readonly clock: Pick<HostClock, 'now'>;
  readonly invoke: InvokeFunction;
  /** The keys of the authorizers' issuer. */
  readonly getKey: JWTVerifyGetKey;
  /** How long an integration may take, at most 30 s as in AWS. */
  readonly timeoutMs?: number;
  readonly log?: (line: string) => void;
}
