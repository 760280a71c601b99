/** What is said, in Chinese, if the program that computes was not loaded, died or does not answer. `en/worker.ts` has the same keys. */
export const zhWorker = {
  silent: '计算程序已有一分钟没有回应。电脑正忙时可以再等等；一直没有回应，可能是内存不足：请关闭其他网页和程序，重新载入页面后再试。',
  'not-loaded':
    '计算程序没有载入，现在算不了。请检查网络，重新载入页面；仍不行，多半是浏览器太旧，请换用新版的 Edge、Chrome、Firefox 或 Safari（360 等浏览器请切换到“极速模式”）。',
  broken: '计算程序中断了，可能是内存不足。请关闭其他网页和程序，重新载入页面后再试。',
  both: '{{what}}{{kept}}',
  keeps: '已保存的资料不受影响。',
  loses: '填写的内容没有保存，重新载入后会清空。',
  reload: '重新载入页面',
};
