import {dockerImageNotFound} from '../../../src/diagnosis/failures/docker-image-not-found.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(dockerImageNotFound, {
  matches: [
    {
      text: "Unable to find image 'acme/notez:latest' locally\ndocker: Error response from daemon: pull access denied for acme/notez, repository does not exist or may require 'docker login'.",
      with: {entry: {command: 'docker', args: ['run', '-i', 'acme/notez']}},
      cause: [/acme\/notez/],
      fix: 'Set the image',
    },
  ],
  misses: ['Cannot connect to the Docker daemon'],
});
