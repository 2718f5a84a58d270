import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

// The files share their modules, so the library itself does this for the first of them only.
afterEach(cleanup);
