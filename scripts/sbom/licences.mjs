// licences.mjs BOM…: a table of what is inside by its licence, on standard output. Ends with 1 and names what has a licence that
// licences.json does not allow, or none.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const rules = JSON.parse(readFileSync(new URL('licences.json', import.meta.url), 'utf8'));

const nameOf = component => [component.group, component.name].filter(Boolean).join('/');

/** What a component may be taken under, in the words of SPDX where they are known. */
export function licencesOf(component, { names, known } = rules) {
  const said = (component.licenses ?? []).map(({ expression, license }) => expression ?? license?.id ?? license?.name).filter(Boolean);
  const given = said.length > 0 ? said : [known[nameOf(component)]?.licence].filter(Boolean);
  return given.flatMap(licence => (names[licence] ? [names[licence]] : [licence]));
}

/** True when one of several to choose from, or all that hold together, are allowed. */
function isAllowed(expression, allowed) {
  const words = expression.replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(words)) return words.split(' OR ').some(part => isAllowed(part.trim(), allowed));
  if (/ AND /.test(words)) return words.split(' AND ').every(part => isAllowed(part.trim(), allowed));
  return allowed.includes(words);
}

/** A component with several entries lets us choose: that is how Maven's POMs mean it, and npm writes one expression. */
export function complaints(components, list = rules) {
  return components.flatMap(component => {
    const licences = licencesOf(component, list);
    if (licences.length === 0) return [`${nameOf(component)} ${component.version} says no licence`];
    if (licences.some(licence => isAllowed(licence, list.allowed))) return [];
    const exception = list.known[nameOf(component)];
    if (exception && licences.includes(exception.licence)) return [];
    return [`${nameOf(component)} ${component.version} is under ${licences.join(', ')}`];
  });
}

/** Everything in a list of contents but ourselves. */
export const componentsOf = bom => (bom.components ?? []).filter(component => component.group !== 'health.visavis');

export function table(components) {
  const by = new Map();
  for (const component of components) {
    const licence = licencesOf(component).join(' or ') || 'none';
    by.set(licence, [...(by.get(licence) ?? []), `${nameOf(component)} ${component.version}`]);
  }
  const rows = [...by].sort(([, a], [, b]) => b.length - a.length).map(([licence, names]) => `| ${licence} | ${names.length} | ${names.sort().join(', ')} |`);
  return `# What is inside, by licence\n\n| licence | how many | which |\n|---|---|---|\n${rows.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const components = process.argv.slice(2).flatMap(path => componentsOf(JSON.parse(readFileSync(path, 'utf8'))));
  const refused = complaints(components);
  process.stdout.write(table(components));
  if (refused.length > 0 || components.length === 0) {
    console.error(components.length === 0 ? 'There is nothing inside, which cannot be.' : `Not allowed by scripts/sbom/licences.json:\n  ${refused.join('\n  ')}`);
    process.exit(1);
  }
}
