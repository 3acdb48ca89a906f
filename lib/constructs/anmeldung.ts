import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import { behalteName } from './namen.ts';

export interface AnmeldungProps {
  readonly einstellungen: Einstellungen;
}

/** Who somebody is, and nothing else: roles and scopes lie in the person's record. */
export class Anmeldung extends Construct {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  /** `iss` of every token. */
  readonly issuer: string;
  /** Origin of the login page and of the exchange of tokens. */
  readonly adresse: string;

  constructor(scope: Construct, id: string, { einstellungen }: AnmeldungProps) {
    super(scope, id);
    this.pool = this.#bauePool();
    this.client = this.#baueClient(einstellungen.callbackUrls);
    this.adresse = this.pool
      .addDomain('Domain', { cognitoDomain: { domainPrefix: einstellungen.loginDomain } })
      .baseUrl();
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
  }

  #bauePool(): cognito.UserPool {
    const pool = new cognito.UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      userInvitation: {
        emailSubject: 'Ihr Zugang zum Gremienweg',
        emailBody:
          'Guten Tag,<br><br>für Sie wurde ein Zugang zum Gremienweg angelegt.<br>' +
          'Benutzername: {username}<br>Vorläufiges Passwort: {####}<br><br>' +
          'Das Passwort gilt sieben Tage; bei der ersten Anmeldung wählen Sie ein eigenes.',
      },
      userVerification: {
        emailSubject: 'Ihr Code für den Gremienweg',
        emailBody: 'Ihr Code lautet {####}. Geben Sie ihn nicht weiter.',
      },
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true }, fullname: { mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    behalteName(pool, 'Anmeldung');
    return pool;
  }

  /** A public client: code with PKCE, no secret that a browser would have to keep (RFC 9700, 2.1.1). */
  #baueClient(callbackUrls: readonly string[]): cognito.UserPoolClient {
    return this.pool.addClient('Browser', {
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
        callbackUrls: [...callbackUrls],
        logoutUrls: [...callbackUrls],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
  }
}
