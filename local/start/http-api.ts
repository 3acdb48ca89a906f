import type { HttpApiSpec, HttpCors, HttpRoute, JwtAuthorizer } from '../http/spec.ts';
import { type Stack, TemplateRefused } from '../template/resolve.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function readCors(value: unknown): HttpCors | undefined {
  if (value === undefined) return undefined;
  const cors = object(value);
  return {
    allowOrigins: texts(cors.AllowOrigins),
    allowMethods: texts(cors.AllowMethods),
    allowHeaders: texts(cors.AllowHeaders),
    exposeHeaders: texts(cors.ExposeHeaders),
    ...(cors.MaxAge === undefined ? {} : { maxAge: Number(cors.MaxAge) }),
    allowCredentials: cors.AllowCredentials === true,
  };
}

/** The HTTP API of the template, or undefined without one. TemplateRefused names what is not run. */
export function readHttpApi(stack: Stack): HttpApiSpec | undefined {
  const apis = stack.ofType('AWS::ApiGatewayV2::Api');
  const [api] = apis;
  if (!api) return undefined;
  const findings: string[] = [];
  const refuse = (logicalId: string, what: string) => findings.push(`${logicalId}: ${what}`);
  if (apis.length > 1) refuse(api.logicalId, 'more than one API is not run');
  if (api.properties.ProtocolType !== 'HTTP') refuse(api.logicalId, 'only HTTP APIs are run');

  for (const stage of stack.ofType('AWS::ApiGatewayV2::Stage'))
    if (stage.properties.StageName !== '$default') refuse(stage.logicalId, 'only the stage $default is run');

  const authorizers = stack.ofType('AWS::ApiGatewayV2::Authorizer').map((item): JwtAuthorizer => {
    if (item.properties.AuthorizerType !== 'JWT') refuse(item.logicalId, 'only JWT authorizers are run');
    if (texts(item.properties.IdentitySource).join() !== '$request.header.Authorization')
      refuse(item.logicalId, 'the token is taken from the Authorization header only');
    const configuration = object(item.properties.JwtConfiguration);
    return {
      id: item.ref,
      issuer: String(configuration.Issuer),
      audience: texts(configuration.Audience),
    };
  });

  const integrations = new Map(
    stack.ofType('AWS::ApiGatewayV2::Integration').map((item) => {
      const { IntegrationType, PayloadFormatVersion } = item.properties;
      if (IntegrationType !== 'AWS_PROXY' || PayloadFormatVersion !== '2.0')
        refuse(item.logicalId, 'only Lambda integrations with payload format 2.0 are run');
      return [`integrations/${item.ref}`, String(item.properties.IntegrationUri)];
    }),
  );

  const routes = stack.ofType('AWS::ApiGatewayV2::Route').map((item): HttpRoute => {
    const {
      RouteKey,
      Target,
      AuthorizationType = 'NONE',
      AuthorizerId,
      AuthorizationScopes,
    } = item.properties;
    const functionArn = integrations.get(String(Target));
    if (functionArn === undefined) refuse(item.logicalId, `target ${Target} is no integration`);
    if (AuthorizationType !== 'NONE' && AuthorizationType !== 'JWT')
      refuse(item.logicalId, `authorization ${AuthorizationType} is not run`);
    return {
      routeKey: String(RouteKey),
      functionArn: functionArn ?? '',
      ...(AuthorizationType === 'JWT' ? { authorizer: String(AuthorizerId) } : {}),
      scopes: texts(AuthorizationScopes),
    };
  });
  if (findings.length > 0) throw new TemplateRefused(findings);
  const cors = readCors(api.properties.CorsConfiguration);
  return { apiId: api.ref, region: stack.region, routes, authorizers, ...(cors ? { cors } : {}) };
}
