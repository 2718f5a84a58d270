import { readdirSync, readFileSync } from "node:fs";
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

const ROOT = join(import.meta.dirname, "../..");

/** The file that Vite writes. */
export const LICENCES = "licenses.md";

/** As in `/*! tailwindcss v4.3.3 | MIT License | https://tailwindcss.com *\/`. */
const BANNER = /\/\*!\s*((?:@[\w.-]+\/)?[\w.-]+) v\d/g;

const OWN_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Adds `sbom.cdx.json` to the build: the packages whose code is in its scripts and stylesheets, with version, licence and the
 * hash that the lock file has. The same build gives the same file. Adds to the licences those of the stylesheets' packages.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(): Plugin {
  return {
    name: "bill-of-materials",
    apply: "build",
    generateBundle: {
      // Once the licences of the scripts' packages are written.
      order: "post",
      handler(_options, bundle) {
        const outputs = Object.values(bundle);
        const modules = outputs.flatMap((output) => (output.type === "chunk" ? output.moduleIds : []));
        const inScripts = modules.flatMap((id) => OWN_FOLDER.exec(id)?.[0] ?? []);
        const inStyles = outputs.flatMap((output) =>
          output.type === "asset" && output.fileName.endsWith(".css")
            ? packagesIn(String(output.source))
            : [],
        );
        const folders = new Set([...inScripts, ...inStyles]);
        this.emitFile({ type: "asset", fileName: "sbom.cdx.json", source: billFor([...folders].toSorted()) });
        const licences = bundle[LICENCES];
        if (licences?.type !== "asset") throw new Error(`The build has no ${LICENCES} to add to.`);
        licences.source = [String(licences.source), ...inStyles.map(licenceOf)].join("\n");
      },
    },
  };
}

/** The folders of the packages that a stylesheet is made of. Each leaves its banner in it; no module of a chunk names them. */
function packagesIn(stylesheet: string): string[] {
  const names = [...stylesheet.matchAll(BANNER)].flatMap(([, name]) => name ?? []);
  return [...new Set(names)].map((name) => join(ROOT, "node_modules", name));
}

/** A package's licence, in the form in which Vite writes those of the scripts' packages. */
function licenceOf(folder: string): string {
  const { name, version, license } = packageIn(folder);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without its licence.`);
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

/** @param folders where the packages lie, each in a `node_modules` */
function billFor(folders: readonly string[]): string {
  const lock: { packages: Record<string, { integrity?: string }> } = JSON.parse(
    readFileSync(join(ROOT, "package-lock.json"), "utf8"),
  );
  const bom = new Bom();
  bom.metadata.component = componentOf(ComponentType.Application, packageIn(ROOT));
  for (const folder of folders) {
    const component = componentOf(ComponentType.Library, packageIn(folder));
    const place = folder.slice(ROOT.length + 1).replaceAll("\\", "/");
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
