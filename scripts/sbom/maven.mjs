// What POMs take from a repository, where Maven asks for it, and what a repository says of its age.

export const CENTRAL = 'https://repo.maven.apache.org/maven2';
const OURS = 'health.visavis';
const COORDINATES = /(?:<groupId>([^<]+)<\/groupId>\s*)?<artifactId>([^<]+)<\/artifactId>\s*<version>([^<]+)<\/version>/g;
// Spotless is told the version alone.
const FORMATTER = /<palantirJavaFormat>\s*<version>([^<]+)<\/version>/g;

const withoutComments = xml => xml.replace(/<!--[\s\S]*?-->/g, '');
const inside = (xml, tag) => xml.match(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`))?.[1].trim() ?? '';

/** @returns {Map<string, string>} */
export function propertiesIn(pom) {
  return new Map([...inside(withoutComments(pom), 'properties').matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)].map(([, name, value]) => [name, value]));
}

/** @returns {[string, string][]} GROUP:NAME and the version as it is written */
export function versionsIn(pom) {
  const xml = withoutComments(pom);
  return [
    ...[...xml.matchAll(COORDINATES)].map(([, group, name, version]) => [`${group ?? 'org.apache.maven.plugins'}:${name}`, version]),
    ...[...xml.matchAll(FORMATTER)].map(([, version]) => ['com.palantir.javaformat:palantir-java-format', version]),
  ];
}

const filled = (text, properties) => text.replace(/\$\{([^}]+)\}/g, (whole, name) => properties.get(name) ?? whole);

/**
 * What the POMs name with a version. What those need in turn was there before they were released, since Maven's versions are fixed.
 * @param poms texts by path
 * @returns {Set<string>} GROUP:NAME@VERSION
 */
export function artifactsIn(poms) {
  const shared = propertiesIn(poms['pom.xml']);
  const all = Object.values(poms).flatMap(pom => {
    const properties = new Map([...shared, ...propertiesIn(pom)]);
    return versionsIn(pom).map(([name, version]) => `${name}@${filled(version, properties)}`);
  });
  return new Set(all.filter(one => !one.startsWith(OURS)));
}

/** What a parent gives another version because a property of ours has changed. */
export function managed(parents, before, now) {
  const changed = new Map([...now].filter(([name, value]) => before.get(name) !== value));
  return parents.flatMap(versionsIn).flatMap(([name, version]) => changed.get(version.replace(/^\$\{(.+)\}$/, '$1')) ? [`${name}@${filled(version, changed)}`] : []);
}

/** Where Maven asks for what lies in Central: there, or at the mirror that somebody has set. */
export function repositoryIn(settings) {
  for (const [mirror] of withoutComments(settings).matchAll(/<mirror>[\s\S]*?<\/mirror>/g)) {
    const of = inside(mirror, 'mirrorOf').split(',').map(one => one.trim());
    if (['*', 'external:*', 'central'].some(one => of.includes(one)) && !of.includes('!central')) return inside(mirror, 'url').replace(/\/$/, '');
  }
  return CENTRAL;
}

export class MavenRepository {
  #address;
  #fetch;

  constructor(address, fetching = fetch) {
    this.#address = address;
    this.#fetch = fetching;
  }

  /** @returns the date that it tells, null where it tells none, undefined where there is no such release */
  async releasedAt(name, version) {
    const answer = await this.#ask(name, version, 'HEAD');
    return answer && answer.headers.get('last-modified');
  }

  /** The parents of a POM, the nearest first. */
  async parentsOf(pom) {
    const [parent] = versionsIn(inside(withoutComments(pom), 'parent'));
    if (!parent) return [];
    const text = await (await this.#ask(...parent, 'GET')).text();
    return [text, ...(await this.parentsOf(text))];
  }

  async #ask(name, version, method) {
    const [group, artifact] = name.split(':');
    const answer = await this.#fetch(`${this.#address}/${group.replaceAll('.', '/')}/${artifact}/${version}/${artifact}-${version}.pom`, { method, signal: AbortSignal.timeout(20_000) });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${name}@${version} is answered with ${answer.status}.`);
    return answer;
  }
}
