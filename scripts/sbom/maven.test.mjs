import { deepEqual, equal, rejects } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pomsNow, takenByMaven } from './ages.mjs';
import { artifactsIn, CENTRAL, MavenRepository, repositoryIn, versionsIn } from './maven.mjs';

const parent = (version, properties) => `<project><parent><groupId>of</groupId><artifactId>parent</artifactId><version>${version}</version></parent><artifactId>us</artifactId><properties>${properties}</properties></project>`;
const answering = (status, headers = {}, text = '') => async () => ({ status, ok: status === 200, headers: new Headers(headers), text: async () => text });

describe('what Maven takes', () => {
  it('is each version that a POM of ours names', () => {
    for (const [path, pom] of Object.entries(pomsNow())) equal(versionsIn(pom).length, pom.replace(/<!--[^]*?-->/g, '').match(/<version>/g).length, path);
  });
  it('has a version by whatever property, and is not our own', () => {
    const artifacts = [...artifactsIn(pomsNow())];
    deepEqual(artifacts.filter(one => one.includes('$') || one.includes('health.visavis') || !/^[\w.-]+:[\w.-]+@[\w.-]+$/.test(one)), []);
    for (const name of ['org.springframework.boot:spring-boot-starter-parent', 'com.palantir.javaformat:palantir-java-format', 'com.google.errorprone:error_prone_core', 'org.mitre.synthea:synthea']) equal(artifacts.filter(one => one.startsWith(`${name}@`)).length, 1, name);
  });
  it('is a plugin without a group too, and nothing in a comment', () =>
    deepEqual(versionsIn('<plugin><artifactId>maven-jar-plugin</artifactId><version>1</version></plugin><!-- <dependency><groupId>a</groupId><artifactId>b</artifactId><version>2</version></dependency> -->'), [['org.apache.maven.plugins:maven-jar-plugin', '1']]));
  it('is new when its version is, or that of the parent', async () => {
    const before = parent('1', '<x.version>1</x.version>');
    deepEqual(await takenByMaven(() => before, { 'pom.xml': before }), []);
    deepEqual(await takenByMaven(() => before, { 'pom.xml': parent('2', '<x.version>1</x.version>') }), ['of:parent@2']);
    deepEqual(await takenByMaven(() => undefined, { 'pom.xml': parent('2', '') }), ['of:parent@2']);
  });
  it('is new when a property gives what a parent manages another version', async () => {
    const grand = '<dependency><groupId>a</groupId><artifactId>x</artifactId><version>${x.version}</version></dependency><dependency><groupId>a</groupId><artifactId>y</artifactId><version>${y.version}</version></dependency>';
    const asked = [];
    const repository = new MavenRepository('https://repository.example', (address, { method }) => {
      asked.push(`${method} ${address}`);
      return answering(200, {}, address.includes('grand') ? grand : '<parent><groupId>of.us</groupId><artifactId>grand</artifactId><version>3</version></parent>')();
    });
    const now = { 'pom.xml': parent('1', '<x.version>2</x.version><y.version>1</y.version>') };
    deepEqual(await takenByMaven(() => parent('1', '<y.version>1</y.version>'), now, repository), ['a:x@2']);
    deepEqual(asked, ['GET https://repository.example/of/parent/1/parent-1.pom', 'GET https://repository.example/of/us/grand/3/grand-3.pom']);
  });
});

describe('the Maven repository', () => {
  const mirror = (of, url = 'https://mirror.example/all/') => `<settings><mirrors><!-- <mirror><mirrorOf>*</mirrorOf><url>https://sample</url></mirror> --><mirror><mirrorOf>${of}</mirrorOf><url>${url}</url></mirror></mirrors></settings>`;
  it('is Central, or the mirror of it that Maven is told of', () => {
    for (const of of ['central', '*', 'external:*', 'other, central', '*,!ours']) equal(repositoryIn(mirror(of)), 'https://mirror.example/all', of);
    for (const of of ['other', '*,!central', 'external:http:*']) equal(repositoryIn(mirror(of)), CENTRAL, of);
    equal(repositoryIn(''), CENTRAL);
  });
  it('tells a date, none, or that there is no such release', async () => {
    const asking = fetching => new MavenRepository(CENTRAL, fetching).releasedAt('of.us:a', '1');
    equal(await asking(answering(200, { 'Last-Modified': 'Sat, 21 Nov 2026 13:00:00 GMT' })), 'Sat, 21 Nov 2026 13:00:00 GMT');
    equal(await asking(answering(200)), null);
    equal(await asking(answering(404)), undefined);
    await rejects(asking(answering(503)));
    await rejects(asking(async () => Promise.reject(new Error('away'))));
  });
});
