// package.mjs FILE: writes the archive, or says in one sentence why not.
import { renameSync, writeFileSync } from 'node:fs';
import { contents, isRepository, secretsIn } from './contents.mjs';
import { zip } from './zip.mjs';

const to = process.argv[2];

if (!isRepository()) refuse('A package is made of what git knows, and this folder is no git repository: clone it, then run this again.');
const files = contents();
const secrets = secretsIn(files);
if (secrets.length > 0) refuse(`Nothing was packed, since this looks like a secret: ${secrets.join('; ')}.`);
const archive = zip(files);
writeFileSync(`${to}.tmp`, archive);
renameSync(`${to}.tmp`, to);
console.log(`${files.size} files, ${Math.round(archive.length / 1024)} KB, ${files.get('VERSION').bytes.toString().trim()}`);

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
