import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with the one line that ./test adds up. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    setImmediate(() => console.log(`${count('passed')} passed, ${count('failed') + broken} failed`));
  }
}
