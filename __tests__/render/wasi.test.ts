import { describe, expect, it } from "@jest/globals";
import { errno } from "../../src/render/errno.ts";
import { guestMemory } from "../../src/render/guest-memory.ts";
import { countingClock, createSystem, ExitError, runningClock, type System } from "../../src/render/wasi.ts";

const buffer = new ArrayBuffer(262_144);
const memory = guestMemory(() => buffer);

function call(system: System, name: string, ...values: readonly (number | bigint)[]): number {
  const found = system.imports[name];
  if (found === undefined) throw new Error(`there is no ${name}`);
  return Reflect.apply(found, undefined, values);
}

function texts(system: System, name: string): readonly string[] {
  expect(call(system, `${name}_sizes_get`, 0, 4)).toBe(errno.success);
  const size = memory.view().getUint32(4, true);
  expect(call(system, `${name}_get`, 16, 1024)).toBe(errno.success);
  return memory.text(1024, size).split("\0").slice(0, -1);
}

function chance(system: System, length: number): string {
  expect(call(system, "random_get", 1024, length)).toBe(errno.success);
  return Buffer.from(buffer, 1024, length).toString("hex");
}

function print(system: System, text: string): void {
  const length = Buffer.from(buffer).write(text, 1024);
  memory.setUint32(0, 1024);
  memory.setUint32(4, length);
  expect(call(system, "fd_write", 2, 0, 1, 8)).toBe(errno.success);
  expect(memory.view().getUint32(8, true)).toBe(length);
}

describe("the system that the module sees", () => {
  it("has one argument and no environment but what tunes Go", () => {
    const system = createSystem(memory, runningClock());
    expect(texts(system, "args")).toEqual(["renderer"]);
    expect(texts(system, "environ").map((text) => text.split("=")[0])).toEqual(["GOGC", "GOMEMLIMIT"]);
  });

  it("has chance that repeats itself after a reset, and only then", () => {
    const [one, other] = [createSystem(memory, runningClock()), createSystem(memory, runningClock())];
    const first = chance(one, 64);
    expect(chance(one, 64)).not.toBe(first);
    one.reset();
    expect(chance(one, 64)).toBe(first);
    expect(chance(other, 64)).toBe(first);
    expect(new Set(Buffer.from(first, "hex")).size).toBeGreaterThan(40); // sprig draws until it likes a byte
  });

  it("has a clock that stands still, and one that does not", () => {
    const system = createSystem(memory, runningClock());
    const [wall, monotonic] = [0, 1].map((clock) => {
      const times = Array.from({ length: 50 }, () => {
        call(system, "clock_time_get", clock, 0n, 0);
        return memory.view().getBigUint64(0, true);
      });
      return new Set(times).size;
    });
    expect(wall).toBe(1);
    expect(monotonic).toBeGreaterThan(1);
  });

  it("shows an instance a time behind any that the initialisation saw, which is the same in every build", () => {
    const [one, other] = [countingClock(), countingClock()];
    const begun = runningClock()();
    let last = 0n;
    for (let looks = 0; looks < 10_000; looks += 1) {
      const now = one();
      expect([now > last, now]).toEqual([true, other()]);
      last = now;
    }
    expect(last < begun).toBe(true);
    const lookOn = (): void => {
      for (;;) last = one();
    };
    expect(lookOn).toThrow(RangeError);
    expect(last < begun).toBe(true);
  });

  it("sleeps as long as it is asked to, and then says so", () => {
    const system = createSystem(memory, runningClock());
    memory.setUint64(0, 77n); // user data
    memory.setUint64(8, 0n); // a clock
    memory.setUint64(16, 1n); // the monotonic one
    memory.setUint64(24, 30_000_000n);
    memory.setUint64(40, 0n);
    const before = process.hrtime.bigint();
    expect(call(system, "poll_oneoff", 0, 256, 1, 512)).toBe(errno.success);
    expect(Number(process.hrtime.bigint() - before) / 1e6).toBeGreaterThan(25);
    expect([memory.view().getBigUint64(256, true), memory.view().getUint32(512, true)]).toEqual([77n, 1]);
  });

  it("keeps what is printed for one request, up to a bound", () => {
    const system = createSystem(memory, runningClock());
    print(system, "first");
    expect(system.printed()).toBe("first");
    system.reset();
    for (let i = 0; i < 4; i += 1) print(system, `${i}`.repeat(30_000));
    expect(system.printed()).toHaveLength(65_536);
    expect(system.printed().endsWith("2")).toBe(true);
    expect(call(system, "fd_write", 4, 0, 1, 8)).toBe(errno.badf);
  });

  it("is left by an exception", () => {
    expect(() => call(createSystem(memory, runningClock()), "proc_exit", 2)).toThrow(ExitError);
  });
});
