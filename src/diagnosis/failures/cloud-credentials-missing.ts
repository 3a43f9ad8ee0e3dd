import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';

export const cloudCredentialsMissing = defineSaidFailure({
  id: 'cloud-credentials-missing',
  class: 'auth',
  title: 'The server finds no sign-in for the cloud that it uses',
  patterns: [
    /(?<aws>Unable to locate credentials|NoCredentialsError|Could not load credentials from any providers|CredentialsProviderError|failed to refresh cached credentials, no EC2 IMDS role found|NoCredentialProviders)/,
    /(?<gcp>Could not load the default credentials|default credentials were not found|could not find default credentials|DefaultCredentialsError)/,
    /(?<kube>You must be logged in to the server|try setting KUBERNETES_MASTER environment variable|no Auth Provider found for name)/,
    /(?<azure>DefaultAzureCredential failed to retrieve a token|Please run 'az login'|AzureCliCredential authentication unavailable)/,
  ],
  remedies: [
    'AWS: run "aws sso login" or "aws configure", and name the profile in AWS_PROFILE in "env"',
    'Google Cloud: run "gcloud auth application-default login", or set GOOGLE_APPLICATION_CREDENTIALS',
    'Azure: run "az login"',
  ],
  cause: ({match, groups}) =>
    `The server wants to use ${CLOUD[Object.keys(groups)[0] ?? ''] ?? 'a cloud'} and finds no sign-in for it: "${match}". It looks into its own variables and into your home folder, and the client may pass on fewer variables than your terminal has.`,
  fixes: ({groups}, evidence) => {
    if (groups['aws'] !== undefined)
      return [
        ...(givenNames(evidence).includes('AWS_PROFILE') ? [] : [askVariable(evidence, 'AWS_PROFILE')]),
        advise('aws-login', 'Sign in on this machine: aws sso login (or aws configure), then check again'),
      ];
    if (groups['gcp'] !== undefined)
      return [
        advise('gcloud-login', 'Sign in on this machine: gcloud auth application-default login, then check again'),
        askVariable(evidence, 'GOOGLE_APPLICATION_CREDENTIALS'),
      ];
    return [
      advise('az-login', 'Sign in on this machine: az login, then check again'),
      advise('az-variables', 'Or name an application in "env": AZURE_TENANT_ID, AZURE_CLIENT_ID and its secret'),
    ];
  },
});

const CLOUD: Readonly<Record<string, string>> = {aws: 'AWS', gcp: 'Google Cloud', azure: 'Azure'};
