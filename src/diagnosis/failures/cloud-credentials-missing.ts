import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';

export const cloudCredentialsMissing = defineSaidFailure({
  id: 'cloud-credentials-missing',
  class: 'auth',
  title: 'The server finds no sign-in for the cloud that it uses',
  patterns: [
    /(?<aws>Unable to locate credentials|NoCredentialsError|Could not load credentials from any providers|CredentialsProviderError|failed to refresh cached credentials, no EC2 IMDS role found|NoCredentialProviders|Error loading SSO Token|SSO session associated with this profile has expired|Token has expired and refresh failed)/,
    /(?<gcp>Could not load the default credentials|default credentials were not found|could not find default credentials|DefaultCredentialsError|Reauthentication is needed\. Please run `gcloud)/,
    /(?<kube>getting credentials: exec: executable \S{1,80} failed with exit code \d+)/,
    /(?<kube>You must be logged in to the server|try setting KUBERNETES_MASTER environment variable|no Auth Provider found for name)/,
    /(?<region>You must specify a region|NoRegionError|Region is missing|an AWS region is required|MissingRegion\b|Missing region in config)/,
    /(?<profile>The config profile \([^)\n]{1,80}\) could not be found|failed to get shared config profile, [^\n]{1,80}|Could not resolve credentials using profile: \[[^\]\n]{1,80}\])/,
    /(?<azure>DefaultAzureCredential failed to retrieve a token|Please run 'az login'|AADSTS(?:50076|50078|50079|50173|70043|700082)\b|AzureCliCredential authentication unavailable)/,
  ],
  alsoKnownAs: [/cannot configure default credentials/],
  remedies: [
    'AWS without a region: set AWS_REGION in "env"',
    'AWS: run "aws sso login" or "aws configure", and name the profile in AWS_PROFILE in "env"',
    'Google Cloud: run "gcloud auth application-default login", or set GOOGLE_APPLICATION_CREDENTIALS',
    'Azure: run "az login"',
  ],
  cause: ({match, groups}) =>
    groups['region'] !== undefined
      ? `The server uses AWS and is not told in which region: "${match}". Neither AWS_REGION nor AWS_DEFAULT_REGION is set, and the profile names none.`
      : groups['profile'] !== undefined
        ? `The profile that AWS_PROFILE (or an argument) names is not in ~/.aws/config or ~/.aws/credentials: "${match}".`
        : `The server wants to use ${CLOUD[Object.keys(groups)[0] ?? ''] ?? 'a cloud'} and finds no sign-in for it: "${match}". It looks into its own variables and into your home folder, and the client may pass on fewer variables than your terminal has.`,
  explained: ({groups}) =>
    groups['region'] === undefined ? {} : {class: 'config', title: 'The server is not told which AWS region to use'},
  fixes: ({groups}, evidence) => {
    if (groups['region'] !== undefined)
      return [askVariable(evidence, 'AWS_REGION', 'Set AWS_REGION in "env" to your region (for example eu-central-1)')];
    if (groups['profile'] !== undefined)
      return [
        askVariable(
          evidence,
          'AWS_PROFILE',
          'Set AWS_PROFILE in "env" to a profile that exists (aws configure list-profiles)',
        ),
        advise('aws-configure', 'Or create the profile: aws configure --profile NAME (or aws configure sso)'),
      ];
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
