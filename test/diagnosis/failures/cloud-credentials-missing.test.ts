import {cloudCredentialsMissing} from '../../../src/diagnosis/failures/cloud-credentials-missing.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(cloudCredentialsMissing, {
  matches: [
    {
      text: 'botocore.exceptions.NoCredentialsError: Unable to locate credentials',
      with: {entry: {}},
      cause: [/AWS/, /no sign-in/],
      fix: /AWS_PROFILE[\s\S]*aws sso login/,
    },
    {
      text: 'google.auth.exceptions.DefaultCredentialsError: Your default credentials were not found.',
      cause: [/Google Cloud/],
      fix: /gcloud auth application-default login/,
    },
    {text: 'CredentialsProviderError: Could not load credentials from any providers', cause: [/AWS/]},
    {
      text: 'ClientAuthenticationError: DefaultAzureCredential failed to retrieve a token',
      cause: [/Azure/],
      fix: /az login/,
    },
  ],
  misses: ['ExpiredToken: The provided token has expired', 'Error: 401 Bad credentials', 'loading credentials'],
});
