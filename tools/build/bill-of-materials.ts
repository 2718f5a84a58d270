import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentType, HashAlgorithm, LicenseAcknowledgement } from "@cyclonedx/cyclonedx-library/Enums";
import { Bom, Component, SpdxLicense } from "@cyclonedx/cyclonedx-library/Models";
import { JSON as Normalize, JsonSerializer } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import type { Plugin } from "vite";

/** What a package says about itself, as far as it matters here. */
interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const OWN_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Adds `sbom.cdx.json` to the build: the packages whose code is in it, with version, licence and the hash that the lock
 * file has. The same build gives the same file.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(): Plugin {
  return {
    name: "bill-of-materials",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === "chunk" ? output.moduleIds : [],
      );
      const folders = new Set(modules.flatMap((id) => OWN_FOLDER.exec(id)?.[0] ?? []));
      this.emitFile({ type: "asset", fileName: "sbom.cdx.json", source: billFor([...folders].toSorted()) });
    },
  };
}

/** @param folders where the packages lie, each in a `node_modules` */
function billFor(folders: readonly string[]): string {
  const root = join(import.meta.dirname, "../..");
  const lock: { packages: Record<string, { integrity?: string }> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const bom = new Bom();
  bom.metadata.component = componentOf(ComponentType.Application, packageIn(root));
  for (const folder of folders) {
    const component = componentOf(ComponentType.Library, packageIn(folder));
    const place = folder.slice(root.length + 1).replaceAll("\\", "/");
    const [algorithm, hash = ""] = lock.packages[place]?.integrity?.split("-") ?? [];
    if (algorithm === "sha512") {
      component.hashes.set(HashAlgorithm["SHA-512"], Buffer.from(hash, "base64").toString("hex"));
    }
    bom.components.add(component);
  }
  const serializer = new JsonSerializer(new Normalize.Normalize.Factory(Spec1dot6));
  return serializer.serialize(bom, { sortLists: true, space: 2 });
}

function componentOf(type: ComponentType, { name, version, license }: PackageJson): Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const component = new Component(type, name, { version, purl, bomRef: purl });
  if (license !== undefined) {
    component.licenses.add(new SpdxLicense(license, { acknowledgement: LicenseAcknowledgement.Declared }));
  }
  return component;
}

function packageIn(folder: string): PackageJson {
  const content: PackageJson = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return content;
}
