/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.js' },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts', '<rootDir>/emulator/**/*.test.ts'],
  globalSetup: '<rootDir>/__tests__/support/global-setup.ts',
  globalTeardown: '<rootDir>/__tests__/support/global-teardown.ts',
  testTimeout: 300_000,
  // Most test files wait for processes, servers and timers, so there are more workers than cores.
  maxWorkers: 3
}
