import fs from 'node:fs';
import path from 'node:path';

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
      file === undefined
        ? 'No licence file is in the package.'
        : fs.readFileSync(path.join(root, folder, file), 'utf8').trim();
    return `${manifest.name}@${manifest.version} (${manifest.license ?? 'see below'})\n\n${text}\n`;
  });
  return `mcp-fix contains code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
};
