import { Annotations, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import type { Anmeldung } from './anmeldung.ts';
import { behalteName } from './namen.ts';
import { baueApikopf, baueSeitenkopf } from './oberflaeche/kopfzeilen.ts';
import { seitenpfad } from './oberflaeche/seitenpfad.ts';

export interface OberflaecheProps {
  readonly einstellungen: Einstellungen;
  readonly httpApi: HttpApi;
  readonly anmeldung: Anmeldung;
  /** Drafts are posted there from the browser. */
  readonly entwuerfe: s3.IBucket;
}

/**
 * One address for people: the interface as files, and the API below /api/. The files themselves are put into
 * the bucket by `npm run oberflaeche`, not by this stack (docs/decisions/0026).
 */
export class Oberflaeche extends Construct {
  readonly bucket: s3.Bucket;
  readonly verteilung: cloudfront.Distribution;
  /** Address that people know, without a slash at its end. */
  readonly adresse: string;

  constructor(scope: Construct, id: string, props: OberflaecheProps) {
    super(scope, id);
    this.bucket = this.#baueBucket();
    this.verteilung = this.#baueVerteilung(props);
    this.adresse =
      props.einstellungen.adresse?.replace(/\/+$/, '') ?? `https://${this.verteilung.distributionDomainName}`;
  }

  /** Nothing in it that a build does not make again; an old index.html can be brought back for a month. */
  #baueBucket(): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Dateien', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      versioned: true,
      enforceSSL: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    behalteName(bucket, 'Oberflaeche');
    return bucket;
  }

  #baueVerteilung(props: OberflaecheProps): cloudfront.Distribution {
    const verteilung = new cloudfront.Distribution(this, 'Verteilung', {
      comment: Stack.of(this).stackName,
      defaultRootObject: 'index.html',
      defaultBehavior: this.#baueSeiten(props),
      additionalBehaviors: { '/api/*': this.#baueApi(props.httpApi) },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      ...this.#eigeneAdresse(props.einstellungen),
    });
    behalteName(verteilung, 'Verteilung');
    Annotations.of(verteilung).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'No request reaches the bucket itself: Seitenpfad leads "/" to a file, and no query is passed on.',
    );
    return verteilung;
  }

  #baueSeiten({ anmeldung, entwuerfe }: OberflaecheProps): cloudfront.BehaviorOptions {
    const ausDerRegion = `https://${entwuerfe.bucketRegionalDomainName}`;
    return {
      origin: origins.S3BucketOrigin.withOriginAccessControl(this.bucket, {
        // With the right to list, S3 says of a missing file 404; without it 403.
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      // Each file says itself how long it is good for. AWS's own policy would keep every one for a second.
      cachePolicy: new cloudfront.CachePolicy(this, 'Haltbarkeit', {
        comment: `${Stack.of(this).stackName}: wie die Datei es sagt`,
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      responseHeadersPolicy: baueSeitenkopf(this, {
        anmeldung: anmeldung.adresse,
        entwuerfe: ausDerRegion,
      }),
      functionAssociations: [
        {
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: new cloudfront.Function(this, 'Seitenpfad', {
            comment: 'Gremienweg: jede Adresse ohne Dateiendung ist die eine Seite',
            code: cloudfront.FunctionCode.fromInline(seitenpfad),
            runtime: cloudfront.FunctionRuntime.JS_2_0,
          }),
        },
      ],
    };
  }

  /** Untouched in both directions but for the headers: neither the path nor an error is rewritten. */
  #baueApi(httpApi: HttpApi): cloudfront.BehaviorOptions {
    return {
      origin: new origins.HttpOrigin(Fn.select(2, Fn.split('/', httpApi.apiEndpoint)), {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      compress: false,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: baueApikopf(this),
    };
  }

  #eigeneAdresse({ adresse, zertifikatArn, wafArn }: Einstellungen): Partial<cloudfront.DistributionProps> {
    return {
      ...(adresse &&
        zertifikatArn && {
          domainNames: [new URL(adresse).hostname],
          certificate: Certificate.fromCertificateArn(this, 'Zertifikat', zertifikatArn),
          minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        }),
      ...(wafArn && { webAclId: wafArn }),
    };
  }
}
