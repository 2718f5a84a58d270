import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import type { HealthBudget } from "../../../codedeploy/targets/health-budget.ts";
import { healthBudget } from "../../../codedeploy/targets/health-budget.ts";
import { formatCount, formatCountOf } from "../../../format/counts.ts";
import { useDeploymentConfig } from "../../../queries/deployment-config.ts";
import { Property } from "../../../ui/PropertyList.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** How many instances may still fail before the deployment does: a pair for a property list. */
export function HealthBudgetFact() {
  const { region, deployment } = useShownDeployment();
  const { config, error } = useDeploymentConfig(region, deployment);
  // Other platforms read the configuration too, for their traffic: a refusal says nothing about health there.
  if (error && platformFacts(deployment).platform !== "Server") return null;
  if (error) return <Property name="Health">{partProblemWords(error, "Not known")}</Property>;
  const budget = config && healthBudget(deployment, config);
  if (!budget) return null;
  return (
    <Property name="Health" hint={ruleWords(budget)}>
      {budgetWords(budget)}
    </Property>
  );
}

function budgetWords({ failuresLeft, minimumHealthy, total, failed }: HealthBudget): string {
  if (minimumHealthy === 0) return "The deployment fails only if no instance succeeds.";
  if (failuresLeft === 0) return "No failure is left: no more instances than the minimum can become healthy.";
  if (failuresLeft >= total - failed) return "The deployment fails only if every instance left does.";
  return failuresLeft === 1
    ? "1 more failure fails this deployment."
    : `${formatCount(failuresLeft)} more failures fail this deployment.`;
}

function ruleWords({ minimumHealthy, total, failed }: HealthBudget): string {
  const soFar = failed === 0 ? "None has failed." : `${formatCountOf(failed, "instance")} failed so far.`;
  if (minimumHealthy > total) {
    return `The configuration asks for ${formatCountOf(minimumHealthy, "healthy instance")}, and the deployment has ${formatCount(total)}.`;
  }
  return `The configuration keeps at least ${formatCount(minimumHealthy)} of ${formatCountOf(total, "instance")} healthy. ${soFar}`;
}
