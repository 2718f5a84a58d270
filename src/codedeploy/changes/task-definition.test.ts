import { expect, test } from "vitest";
import type { ContainerFacts, TaskDefinition } from "./task-definition.ts";
import { movableTagsWords, taskDefinitionChanges } from "./task-definition.ts";
import { taskDefinitionLine, versionLine } from "./telling-change.ts";

const REPOSITORY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/checkout";
const HASH = (start: string) => `sha256:${start.padEnd(64, "0")}`;

function container(facts: Partial<ContainerFacts> = {}): ContainerFacts {
  return {
    name: "app",
    image: `${REPOSITORY}:1.41`,
    cpu: 0,
    memory: undefined,
    memoryReservation: 128,
    ports: ["8080/tcp"],
    healthCheck: undefined,
    ...facts,
  };
}

function definition(containers: ContainerFacts[], facts: Partial<TaskDefinition> = {}): TaskDefinition {
  return { family: "checkout", revision: 41, cpu: "256", memory: "512", containers, ...facts };
}

const line = (before: TaskDefinition, now: TaskDefinition) => {
  const found = taskDefinitionLine(taskDefinitionChanges(before, now));
  if (!found) return undefined;
  return found.kind === "values" ? `${found.what} ${found.before} → ${found.now}` : found.sentence;
};

test.each<[string, Partial<ContainerFacts>, Partial<ContainerFacts>]>([
  ["checkout: image 1.41 → 1.42", {}, { image: `${REPOSITORY}:1.42` }],
  ["checkout: image latest → 2", { image: REPOSITORY }, { image: `${REPOSITORY}:2` }],
  [
    "checkout: image sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb",
    { image: `${REPOSITORY}@${HASH("aaaaaaaaaaaa")}` },
    { image: `${REPOSITORY}@${HASH("bbbbbbbbbbbb")}` },
  ],
  [
    "checkout: image sha256:aaaaaaaaaaaa → sha256:bbbbbbbbbbbb",
    { image: `${REPOSITORY}:1@${HASH("aaaaaaaaaaaa")}` },
    { image: `${REPOSITORY}:1@${HASH("bbbbbbbbbbbb")}` },
  ],
  ["image checkout:1.41 → web:7", {}, { image: "registry.example:5000/web:7" }],
  [
    "image web:latest → web:7",
    { image: "registry.example:5000/web" },
    { image: "registry.example:5000/shop/web:7" },
  ],
  ["app: memory reservation 128 MiB → 256 MiB", {}, { memoryReservation: 256 }],
  ["app: ports is gone.", {}, { ports: [] }],
  [
    "app: health check curl a, every 30 s → curl b, every 30 s",
    {
      healthCheck: {
        command: "curl a",
        interval: 30,
        timeout: undefined,
        retries: undefined,
        startPeriod: undefined,
      },
    },
    {
      healthCheck: {
        command: "curl b",
        interval: 30,
        timeout: undefined,
        retries: undefined,
        startPeriod: undefined,
      },
    },
  ],
])("%s", (words, before, now) => {
  expect(line(definition([container(before)]), definition([container(now)]))).toBe(words);
});

test("an image that changed is told before all else, and what a task may use before its containers", () => {
  const changes = taskDefinitionChanges(
    definition([container({ ports: [] }), container({ name: "log", image: "log:1" })]),
    definition([container({ image: `${REPOSITORY}:1.42` }), container({ name: "log", image: "log:1" })], {
      memory: "1024",
    }),
  );
  expect(changes.map(({ name }) => name)).toEqual(["app: image", "Task memory", "app: ports"]);
});

test("a container that is new, or gone, is told as one", () => {
  const [one, two] = [
    definition([container()]),
    definition([container(), container({ name: "log", image: "log:1" })]),
  ];
  expect(line(one, two)).toBe("log: image is new.");
  expect(line(two, one)).toBe("log: image is gone.");
});

test("definitions without a difference give no line", () => {
  expect(line(definition([container()]), definition([container()], { revision: 42 }))).toBeUndefined();
});

test("the same tag proves nothing, the same digest does", () => {
  const tagged = definition([container()]);
  expect(movableTagsWords(tagged, tagged)).toContain("shop/checkout:1.41: the same name in both");
  const fixed = definition([container({ image: `${REPOSITORY}@${HASH("a")}` })]);
  expect(movableTagsWords(fixed, fixed)).toBeUndefined();
  expect(movableTagsWords(tagged, fixed)).toBeUndefined();
});

test("the versions of a function are told by their numbers", () => {
  expect(versionLine({ functionName: "price", before: "41", now: "42" })).toEqual({
    kind: "values",
    what: "price: version",
    before: "41",
    now: "42",
  });
});
