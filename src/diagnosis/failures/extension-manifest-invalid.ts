import {defineReported} from '../facts/reported-text.ts';

export const extensionManifestInvalid = defineReported({
  id: 'extension-manifest-invalid',
  class: 'config',
  step: 'config',
  title: 'The description file of the extension is not valid',
  waitingHelps: false,
  signatures: [
    {
      match:
        /(?:[Ii]nvalid|[Ff]ailed to (?:parse|read|load|validate)|[Uu]nsupported)[^\n]{0,30}\bmanifest(?:\.json|_version)?\b[^\n]{0,200}|\bmanifest(?:\.json)? (?:is )?(?:invalid|not found|missing)|(?:mcpb|dxt)_version[^\n]{0,80}/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Download the extension again, in its newest version, and install it',
    'Update the app: an older one does not know a newer form of the file',
    'In your own extension: correct the fields that the message names in manifest.json, and pack it again',
  ],
  cause: () =>
    'An extension (.mcpb, .dxt) brings a file manifest.json that says how its server is started. The app cannot use this one: a field is missing, has another form, or is of a newer version.',
});
