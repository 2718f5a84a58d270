import type { Scheme } from "../security-headers.ts";
import { contentSecurityPolicy } from "../security-headers.ts";
import { connectSources } from "../../src/config/connect-sources.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import { checkConfig } from "./check-config.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkHost } from "./check-host.ts";
import { checkLocal } from "./check-local.ts";
import { checkPermissions } from "./check-permissions.ts";
import { checkSignIn } from "./check-sign-in.ts";
import type { Section } from "./finding.ts";

/** The origin to check with when only a config.json is given, and not where it is served. */
const SOME_ORIGIN = "https://deploys.example.com";

/** How a site is served; what is known as a file alone will be served over https. */
function schemeOf(place: string): Scheme {
  return place.startsWith("http:") ? "http" : "https";
}

/**
 * Examines an installation from the outside.
 * @param place its address, or the path of a config.json
 * @param ref a deployment to try permissions on
 */
export async function examine(place: string, ref?: DeploymentRef): Promise<Section[]> {
  const site = /^https?:/.test(place) ? place.replace(/\/?$/, "/") : undefined;
  const { config, findings } = await checkConfig(site ?? place);
  const sections: Section[] = [{ title: "Configuration", findings }];
  if (!config) return sections;
  if (site !== undefined) sections.push({ title: "Host", findings: await checkHost(site, config) });
  if (site !== undefined && config.local) {
    sections.push({ title: "Local mode", findings: await checkLocal(site) });
  }
  const origin = site === undefined ? SOME_ORIGIN : new URL(site).origin;
  // In local mode the page asks nobody but the program that serves it.
  if (!config.local) {
    sections.push({ title: "Endpoints", findings: await checkEndpoints(config, origin) });
  }
  if (config.signIn) {
    sections.push({ title: "Sign-in", findings: await checkSignIn(config.signIn, site) });
  }
  sections.push({ title: "Permissions", findings: await checkPermissions(config, ref) });
  sections.push({
    title: "The policy that the host must send",
    findings: [],
    text: `Content-Security-Policy: ${contentSecurityPolicy(connectSources(config), schemeOf(place))}`,
  });
  return sections;
}
