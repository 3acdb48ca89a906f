import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ses from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

export interface PostProps {
  /** Sender address; its domain becomes the verified identity. */
  readonly absender: string;
}

/** Mail leaves over TLS only, and never again to an address that bounced. */
export class Post extends Construct {
  readonly #arns: readonly string[];

  constructor(scope: Construct, id: string, { absender }: PostProps) {
    super(scope, id);
    const versand = new ses.ConfigurationSet(this, 'Versand', {
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const domain = absender.slice(absender.lastIndexOf('@') + 1);
    const identitaet = new ses.EmailIdentity(this, 'Identitaet', {
      identity: ses.Identity.domain(domain),
      configurationSet: versand,
    });
    const satz = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: versand.configurationSetName,
    });
    this.#arns = [identitaet.emailIdentityArn, satz];
  }

  /** SES asks for the right on the identity and on the configuration set that the identity brings along. */
  erlaubeSenden(wer: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee: wer, actions: ['ses:SendEmail'], resourceArns: [...this.#arns] });
  }
}
