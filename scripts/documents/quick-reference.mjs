// docs/compliance/quick-reference.md from safeguards.csv, shared-responsibility.csv and what rows.csv claims. Written anew with
//   node scripts/documents/quick-reference.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPLIANCE = resolve(dirname(fileURLToPath(import.meta.url)), '../../docs/compliance');
export const PAGE = join(COMPLIANCE, 'quick-reference.md');

/** Lines of a CSV file as lists of fields, the first line left out; the last field of `rows.csv` may hold commas. */
export function lines(text) {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

export const claims = new Map(
  readFileSync(join(COMPLIANCE, 'rows.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .map(([id, where, claim]) => [id, { where, claim }]),
);

export const safeguards = () => lines(readFileSync(join(COMPLIANCE, 'safeguards.csv'), 'utf8'));

export const responsibilities = () => lines(readFileSync(join(COMPLIANCE, 'shared-responsibility.csv'), 'utf8'));

function standing(row) {
  const { where, claim } = claims.get(row);
  if (claim !== 'done') return 'open';
  return where.includes('Z') ? 'done here, cloud open' : 'done';
}

export function page() {
  const rows = safeguards().map(([law, asks, met, ids]) => `| ${law} | ${asks} | ${met} | ${ids.split(' ').map(id => `${id} ${standing(id)}`).join('<br>')} |`);
  return `# HIPAA on one page, and who answers for what

Made by \`scripts/documents/quick-reference.mjs\` from \`safeguards.csv\`, \`shared-responsibility.csv\` and what \`rows.csv\` claims; which test shows each row stands in
[traceability.md](traceability.md). Not legal advice. *Open* means that not all of the row is shown, though some of it may be.

| 45 CFR | asks | how | rows |
|---|---|---|---|
${rows.join('\n')}

## HITRUST: who does what

By area, not control by control: the controls are HITRUST's own text and need a licence. What Azure certifies can be inherited; look up in its portal what the certificate of today covers.

| area | inherited from Azure | provided by the product | left to the clinic | rows |
|---|---|---|---|---|
${responsibilities()
  .map(([area, azure, product, clinic, ids]) => `| ${area} | ${azure || 'nothing'} | ${product} | ${clinic} | ${ids.split(' ').map(id => `${id} ${standing(id)}`).join('<br>')} |`)
  .join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, page());
