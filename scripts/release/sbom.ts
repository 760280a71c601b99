import type { Edition } from './edition.ts';
import type { NodeBinary } from './node-binary.ts';
import { noticesOf, type ShippedPackage } from './packages.ts';

/** Interface and data versions among those that Node reports, which are not software. */
const NO_SOFTWARE = ['node', 'modules', 'napi', 'cldr', 'tz', 'unicode'];

/**
 * The bill of materials of a release as CycloneDX 1.6: Node with what it has in it, and every package of which the page or the server has
 * code. What has parts of others that nobody names is marked incomplete.
 *
 * @param partsOfNode the versions that this very Node tells of itself
 */
export function billOfMaterials(
  { version, time }: Edition,
  { from }: NodeBinary,
  partsOfNode: NodeJS.ProcessVersions,
  packages: readonly ShippedPackage[],
): object {
  const self = `jintie@${version}`;
  const node = {
    type: 'platform',
    'bom-ref': `node@${from.version}`,
    name: 'node',
    version: from.version,
    cpe: `cpe:2.3:a:nodejs:node.js:${from.version}:*:*:*:*:*:*:*`,
    ...sourceOf(from),
    components: Object.entries(partsOfNode)
      .filter(([name, text]) => text && !NO_SOFTWARE.includes(name))
      .map(([name, text]) => ({ type: 'library', 'bom-ref': `node/${name}@${text}`, name, version: text })),
  };
  const libraries = packages.map((one) => ({
    type: 'library',
    'bom-ref': refOf(one),
    name: one.name,
    version: one.version,
    ...sourceOf(one),
    properties: one.programs.map((program) => ({ name: 'jintie:program', value: program })),
  }));
  const parts = [node, ...libraries];
  const incomplete = [node['bom-ref'], ...packages.filter(({ folder }) => noticesOf(folder).isOfOthers).map(refOf)];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: new Date(time * 1_000).toISOString(),
      component: { type: 'application', 'bom-ref': self, name: 'jintie', version, licenses: [{ license: { id: 'MIT' } }] },
    },
    components: parts,
    dependencies: [{ ref: self, dependsOn: parts.map((part) => part['bom-ref']) }],
    compositions: [
      { aggregate: 'complete', assemblies: [self] },
      { aggregate: 'incomplete', assemblies: incomplete },
    ],
  };
}

const refOf = ({ name, version }: ShippedPackage): string => `${name}@${version}`;

/** The origin of a component: its archive in the registry, with its hash. */
function sourceOf({ name, version, licence, sha512 }: Pick<ShippedPackage, 'name' | 'version' | 'licence' | 'sha512'>): object {
  return {
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [{ alg: 'SHA-512', content: sha512.toString('hex') }],
    licenses: [/^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence }],
  };
}
