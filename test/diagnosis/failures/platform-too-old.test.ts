import {platformTooOld} from '../../../src/diagnosis/failures/platform-too-old.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(platformTooOld, {
  matches: [
    {text: "The framework 'Microsoft.NETCore.App', version '2.2.0' was not found.", cause: [/\.NET 2\.2\.0/]},
    {
      text: 'The application run does not exist.\n  * You intended to execute a .NET SDK command:\n      No .NET SDKs were found.',
      cause: [/\.NET SDK/],
    },
    {text: 'Your Composer dependencies require a PHP version ">= 8.2.0". You are running 8.1.2.', cause: [/PHP 8\.2/]},
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
