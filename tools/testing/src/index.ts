export { bundleForBrowser } from './bundle-for-browser';
export { type CheckGradientOptions, checkGradient } from './check-gradient';
export { expectClose, type Numbers, type Tolerance } from './expect-close';
export { expectNoLeak } from './expect-no-leak';
export { findChromium } from './find-chromium';
export { type Describe, isContinuousIntegration, needs, type Requirement } from './needs';
export { type OnEveryBackendOptions, onEveryBackend, type TestedBackend, testedBackends } from './on-every-backend';
export { type ChromiumResult, type RunInChromiumOptions, runInChromium } from './run-in-chromium';
export { type ServeOptions, type Server, serve } from './serve';
