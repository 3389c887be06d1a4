import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../../../src/doctor/log/diagnose.ts';
import { readLog } from '../../../../support/logs.ts';

const PKIX =
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';
const LONG = `[ERROR] Failed to execute goal on project app: Could not resolve dependencies for project x:app:jar:1: Failed to collect dependencies at org.x:y:jar:1: Failed to read artifact descriptor for org.x:y:jar:1: Could not transfer artifact org.x:y:pom:1 from/to central (https://repo.maven.apache.org/maven2): ${PKIX} -> [Help 1]`;

describe('a certificate that nobody vouches for', () => {
  it.each([
    ['Maven', LONG, 'keytool -importcert -cacerts'],
    ['Maven’s other way', LONG, '-Djavax.net.ssl.trustStore='],
    [
      'Gradle',
      `> Could not resolve all files for configuration ':classpath'.\n   > Could not resolve com.foo:bar:1.\n      > ${PKIX}`,
      'keytool -importcert -cacerts',
    ],
    [
      'pip',
      "WARNING: Retrying after connection broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))': /simple/a/\nERROR: Could not find a version that satisfies the requirement a (from versions: none)\nERROR: No matching distribution found for a",
      'REQUESTS_CA_BUNDLE=',
    ],
    [
      'npm',
      'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error request to https://registry.test/a failed, reason: self-signed certificate in certificate chain',
      'NODE_EXTRA_CA_CERTS=',
    ],
    [
      'Git',
      "fatal: unable to access 'https://git.test/a.git/': SSL certificate problem: unable to get local issuer certificate",
      'http.sslCAInfo',
    ],
    [
      'Go',
      'go: a.test/b@v1.0.0: Get "https://proxy.golang.org/a.test/b/@v/v1.0.0.mod": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'SSL_CERT_FILE=',
    ],
    [
      'apk',
      'WARNING: fetching https://dl-cdn.alpinelinux.org/alpine/v3.20/main: TLS: server certificate not trusted\nERROR: unable to select packages:\n  git (no such package):',
      '/etc/ssl/certs/ca-certificates.crt',
    ],
    ['curl', 'curl: (60) SSL certificate problem: self-signed certificate', 'CURL_CA_BUNDLE='],
    [
      'an engine',
      'failed to do request: Head "https://hub.test/v2/a/manifests/1": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      '/etc/docker/certs.d/',
    ],
    ['one that has expired', 'npm error code CERT_HAS_EXPIRED', 'date -u'],
    [
      'one that has expired, of a registry',
      'Get "https://hub.test/v2/": x509: certificate has expired or is not yet valid: current time 2024-01-01',
      'date -u',
    ],
  ])('is added where %s looks for it, and nothing else is said', (_, log, command) => {
    const { verdict, diagnoses } = diagnoseLog(readLog(`${log}\n`), {}, { here: false });
    expect(verdict).toBe('not-emulation');
    expect(diagnoses.map(({ id }) => id)).toEqual(['registry-certificate']);
    expect(diagnoses[0]?.causes).toHaveLength(1);
    expect(diagnoses[0]?.causes[0].commands.join('\n')).toContain(command);
  });
});
