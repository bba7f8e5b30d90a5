import type { Configuration } from 'openid-client';
import { addressOf } from './mail.ts';
import { type Oidc, settings } from './settings.ts';

/** What must come back as it went out: whoever answers has seen our question, and the code is of use to nobody else. */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}
/** Who somebody is, as the provider says it: `subject` is theirs for ever, an address is not. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** The provider's name for people; undefined without single sign-on. */
export function providerLabel(): string | undefined {
  return settings().oidc?.label;
}

const back = () => addressOf('/dang-nhap/mot-cua/ve');

let known: { of: string; configuration: Promise<Configuration> } | undefined;

/** What the provider says of itself, asked once; asked again after it did not answer. */
async function configurationOf(oidc: Oidc): Promise<Configuration> {
  const { discovery, allowInsecureRequests } = await import('openid-client');
  if (known?.of !== oidc.issuer) {
    const options = { timeout: 10, ...(oidc.issuer.startsWith('http:') && { execute: [allowInsecureRequests] }) };
    const configuration = discovery(new URL(oidc.issuer), oidc.clientId, oidc.clientSecret, undefined, options);
    known = { of: oidc.issuer, configuration };
    configuration.catch(() => {
      known = undefined;
    });
  }
  return known.configuration;
}

/** Where to send somebody to say who they are, and what to keep until they are back. Throws when the provider does not answer. */
export async function askProvider(): Promise<{ url: URL; checks: Checks }> {
  const oidc = settings().oidc;
  if (!oidc) throw new Error('OIDC_ISSUER is not set');
  const client = await import('openid-client');
  const configuration = await configurationOf(oidc);
  const checks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: back(),
    scope: 'openid',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
  });
  return { url, checks };
}

/** Exchanges what came back (`search` of the address) for who it is. Throws when anything about it is not as it went out. */
export async function hearProvider(search: string, checks: Checks): Promise<Identity> {
  const oidc = settings().oidc;
  if (!oidc) throw new Error('OIDC_ISSUER is not set');
  const { authorizationCodeGrant } = await import('openid-client');
  const tokens = await authorizationCodeGrant(await configurationOf(oidc), new URL(back() + search), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider gave no identity');
  return { issuer: claims.iss, subject: claims.sub };
}
