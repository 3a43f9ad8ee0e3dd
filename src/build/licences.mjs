import fs from 'node:fs';
import path from 'node:path';

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** A package that names the MIT licence and brings no file along gets the licence's own words. */
const standardText = ({license, author, name}) => {
  if (license !== 'MIT') return 'No licence file is in the package.';
  const owner = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return `MIT License\n\nCopyright (c) ${owner}\n\n${MIT}`;
};

/** Every package whose code is in the bundle, with its licence text, from esbuild's metafile. Sorted, so that builds are equal. */
export const thirdPartyLicences = (root, metafile) => {
  const folders = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, {bytesInOutput}] of Object.entries(output.inputs)) {
      const folder = bytesInOutput > 0 ? /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] : undefined;
      if (folder !== undefined) folders.add(folder);
    }
  }
  const parts = [...folders].sort().map((folder) => {
    const manifest = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const file = fs.readdirSync(path.join(root, folder)).find((name) => /^(licen[cs]e|copying)/i.test(name));
    const text =
      file === undefined ? standardText(manifest) : fs.readFileSync(path.join(root, folder, file), 'utf8').trim();
    return `${manifest.name}@${manifest.version} (${manifest.license ?? 'see below'})\n\n${text}\n`;
  });
  return `mcp-fix contains code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
};
