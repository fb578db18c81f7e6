import type { Theme } from 'vitepress';
// Without its fonts: the systems of readers have good ones, and Chinese ones too.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent } from 'vue';
import LabList from '../../components/LabList.vue';
import { startServiceWorker } from '../../live/start-service-worker';
import './style.css';
import './live-lab.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('LabList', LabList);
    // Loaded by the pages that have a lab.
    app.component(
      'LiveLab',
      defineAsyncComponent(() => import('../../components/LiveLab.vue')),
    );
    app.component(
      'LabExercise',
      defineAsyncComponent(() => import('../../components/LabExercise.vue')),
    );
    if (!import.meta.env.SSR && import.meta.env.PROD) void startServiceWorker(import.meta.env.BASE_URL);
  },
} satisfies Theme;
