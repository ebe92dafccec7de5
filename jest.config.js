/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/strip-types.js' },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testTimeout: 60_000
}
