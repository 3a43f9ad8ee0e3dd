import {platformTooOld} from '../../../src/diagnosis/failures/platform-too-old.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(platformTooOld, {
  matches: [
    {
      text: 'java.lang.UnsupportedClassVersionError: com/notes/Main has been compiled by a more recent version of the Java Runtime (class file version 65.0)',
      cause: [/Java 21/],
      fix: /Install Java 21/,
    },
    {
      text: "You must install or update .NET to run this application.\nFramework: 'Microsoft.NETCore.App', version '8.0.0' (x64)",
      cause: [/\.NET 8\.0\.0/],
    },
  ],
  misses: ['java.lang.ClassNotFoundException: com.notes.Main', 'the server requires Go support'],
});
