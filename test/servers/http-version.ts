/** The version that the probes of this test process give (and of its children, which inherit it). */
export const OUR_VERSION = process.env['PROBE_TEST_VERSION'] ?? `0.0.0-test.${process.pid}`;
