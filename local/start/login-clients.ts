import type { LoginClient } from '../login/spec.ts';
import type { Stack } from '../template/resolve.ts';

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const unitSeconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** The issuer of the template's user pool and its clients. */
export function readLogin(stack: Stack): { issuer: string; clients: LoginClient[] } | undefined {
  const [pool] = stack.ofType('AWS::Cognito::UserPool');
  if (!pool) return undefined;
  const clients = stack.ofType('AWS::Cognito::UserPoolClient').map(({ ref, properties }): LoginClient => {
    const units = (properties.TokenValidityUnits ?? {}) as Record<string, string>;
    // Cognito's defaults: access and ID tokens in hours, refresh tokens in days.
    const seconds = (name: string, fallbackUnit: string) => {
      const value = properties[`${name}Validity`];
      return value === undefined
        ? undefined
        : Number(value) * (unitSeconds[units[name] ?? fallbackUnit] ?? Number.NaN);
    };
    const accessTokenSeconds = seconds('AccessToken', 'hours');
    const idTokenSeconds = seconds('IdToken', 'hours');
    const refreshTokenSeconds = seconds('RefreshToken', 'days');
    return {
      clientId: ref,
      callbackUrls: texts(properties.CallbackURLs),
      logoutUrls: texts(properties.LogoutURLs),
      scopes: texts(properties.AllowedOAuthScopes),
      ...(accessTokenSeconds === undefined ? {} : { accessTokenSeconds }),
      ...(idTokenSeconds === undefined ? {} : { idTokenSeconds }),
      ...(refreshTokenSeconds === undefined ? {} : { refreshTokenSeconds }),
    };
  });
  return { issuer: pool.attributes.ProviderURL ?? '', clients };
}
