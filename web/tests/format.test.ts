import { describe, expect, it } from "vitest";
import { codeOfShape, countryName, day, range, score } from "../src/format";

describe("days", () => {
  it("are written as each language does", () => {
    expect(day("2024-06-19", "en")).toBe("19 Jun 2024");
    expect(day("2024-06-19", "de")).toBe("19. Juni 2024");
    expect(day("2024-06", "en")).toBe("Jun 2024");
    expect(day("2024", "de")).toBe("2024");
  });
  it("stay as they are where they are none", () => {
    expect(day("2024-W25", "en")).toBe("2024-W25");
    expect(day(undefined, "en")).toBe("");
  });
  it("make ranges", () => {
    expect(range({ from: "2024-10-15", to: "2024-10-15" }, "en")).toBe("15 Oct 2024");
    expect(range({ from: "2024-10-15", to: "2024-10-16" }, "en")).toBe("15 Oct 2024 – 16 Oct 2024");
    expect(range({ to: "2024-10-16" }, "en")).toBe("– 16 Oct 2024");
    expect(range(undefined, "en")).toBe("");
  });
});

describe("scores", () => {
  it("carry their sign", () => {
    expect(score(-9.5, "de")).toBe("−9,5");
    expect(score(2, "en")).toBe("+2.0");
    expect(score(0, "en")).toBe("0.0");
    expect(score(undefined, "en")).toBe("");
  });
});

describe("states", () => {
  it("are named in both languages, by their code and by the number of their shape", () => {
    expect(countryName("RUS", "de")).toBe("Russland");
    expect(countryName("RUS", "en")).toBe("Russia");
    expect(countryName("IGO", "en")).toBe("IGO");
    expect(codeOfShape("4", "Afghanistan")).toBe("AFG");
    expect(codeOfShape("643", "Russia")).toBe("RUS");
    expect(codeOfShape(undefined, "Kosovo")).toBe("KOS");
    expect(codeOfShape(undefined, "Somaliland")).toBe("");
  });
});
